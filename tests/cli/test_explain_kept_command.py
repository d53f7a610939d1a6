"""``analyzer explain --run DIR ID``: one entry of a kept run."""

import json

import pytest

HOSTILE = "She snapped at me. I went quiet.\x1b[2J [red]<script>alert(1)</script>[/red] \u202etxet"


@pytest.fixture
def keep(analyze, tmp_path):
    """Keep a run, with or without the text; return its folder."""

    def make(*options, text="She snapped at me. I went quiet."):
        lines = [{"id": "a", "date": "2025-03-02", "text": text}, {"id": "b c", "text": ""}]
        (tmp_path / "journal.jsonl").write_text("\n".join(map(json.dumps, lines)))
        assert analyze(tmp_path / "journal.jsonl", "-o", tmp_path / "out", "-q", *options).exit_code == 0
        return tmp_path / "out"

    return make


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("2 Mar 2025  a\n", id="day and id"),
        pytest.param("What was I feeling?\nhurt 0.75\n  “She snapped at me.”", id="the first question, with the words"),
        pytest.param("What had just activated me?\nanger  from: partner  0.75\n  “She snapped at me”", id="the second"),
        pytest.param("Did my intensity match the situation?\nThe feelings are stronger", id="the third"),
        pytest.param(
            "What did I do then?\nShutting down  you, happened, now  0.83\n  “I went quiet”", id="what they did"
        ),
        pytest.param("The run was kept without the text", id="why no text is shown"),
    ],
)
def test_an_entry_of_a_run_is_explained_by_its_words(analyzer_, keep, line):
    done = analyzer_("explain", "--run", keep(), "a")
    assert done.exit_code == 0
    assert line in "\n".join(line.rstrip() for line in done.stdout.splitlines())


def test_the_whole_text_is_shown_only_where_it_was_kept(analyzer_, keep):
    whole = "She snapped at me. I went quiet."
    assert whole not in analyzer_("explain", "--run", keep(), "a").stdout
    shown = analyzer_("explain", "--run", keep("--include-text", "--overwrite"), "a").stdout
    assert whole in shown
    assert "kept without the text" not in shown


def test_a_hostile_text_steers_nothing_and_is_shown_as_it_stands(analyzer_, keep):
    shown = analyzer_("explain", "--run", keep("--include-text", text=HOSTILE), "a").stdout
    assert "[2J [red]<script>alert(1)</script>[/red]" in shown.replace("\n", " ")
    assert not {"\x1b", "\u202e"} & set(shown)


def test_an_entry_that_was_not_analysed_says_why(analyzer_, keep):
    done = analyzer_("explain", "--run", keep(), "b c")
    assert (done.exit_code, done.stdout) == (0, "undated  b c\nThis entry was not analysed: no text.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nobody"], "has no entry with this id: analyzer entries", id="an id that is not there"),
        pytest.param(["a", "--person", "Sam=partner"], "--person goes with a text", id="people, who came with the run"),
    ],
)
def test_bad_use_is_one_line_and_2(analyzer_, keep, arguments, message):
    done = analyzer_("explain", "--run", keep(), *arguments)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


def test_a_folder_without_a_run_is_one_line(analyzer_, tmp_path):
    done = analyzer_("explain", "--run", tmp_path / "nowhere", "a")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "holds no run: make one by analyze PATH -o" in done.stderr


def test_a_meaning_is_told_once(analyzer_, fake_reflect):
    make = fake_reflect.make
    fake_reflect.make = lambda **known: make(
        **known | {"patterns": make().patterns * 2, "triggers": make().triggers * 2}
    )
    shown = analyzer_("explain", "She snapped at me. I went quiet.").stdout
    assert (shown.count("means: someone goes silent"), shown.count("means: another's anger")) == (1, 1)
    assert shown.count("“I went quiet”") == 2


def test_what_others_did_stands_apart(analyzer_, fake_reflect):
    from dataclasses import replace

    make = fake_reflect.make
    (own,) = make().patterns
    fake_reflect.make = lambda **known: make(**known | {"patterns": (replace(own, agent="other"),)})
    shown = analyzer_("explain", "She snapped at me. I went quiet.").stdout
    assert "What did I do then?\nNo reaction of yours is found." in shown
    assert "How else did people react?\nShutting down  someone else, happened, now" in shown
