"""``analyzer entries``: from a finding to its entries."""

import json

import pytest

from analyzer.reflection import PatternFinding, TriggerFinding

SHUTDOWN = PatternFinding("shutdown", "withdraw", "self", "done", "now", 20, 32, "I went quiet", 0.8, "why")
STAYED = PatternFinding("stay_present", "secure", "self", "resisted", "now", 40, 50, "never spoke", 0.8, "why")
HIS = PatternFinding("shutdown", "withdraw", "other", "done", "past", 40, 60, "he left the\nroom \x1b[2J", 0.8, "why")
ANGER = TriggerFinding("anger", "partner", 0, 10, "He shouted", 0.7, "why")
COLD = TriggerFinding("distance", "friend", 0, 10, "No reply", 0.7, "why")
# id: (date, findings)
JOURNAL = {
    "late": ("2025-04-02T21:40:00+01:00", (SHUTDOWN,), (ANGER,)),
    "early": ("2025-03-01", (HIS, SHUTDOWN), (COLD,)),
    "his": ("2025-03-31", (HIS,), (ANGER, COLD)),
    "secure": ("2025-04-30", (STAYED,), ()),
    "plain": ("2025-04-10", (), ()),
    "undated": (None, (SHUTDOWN,), ()),
}


@pytest.fixture
def kept(analyze, fake_reflect, tmp_path):
    """Keep a run of ``JOURNAL``; return its folder."""
    make = fake_reflect.make
    fake_reflect.make = lambda **known: make(
        **known | {"patterns": JOURNAL[known["id"]][1], "triggers": JOURNAL[known["id"]][2]}
    )
    lines = [
        {"id": name, "text": "He shouted."} | ({"date": day} if day else {}) for name, (day, *_) in JOURNAL.items()
    ]
    path = tmp_path / "journal.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    assert analyze(path, "-o", tmp_path / "out", "-q").exit_code == 0
    return tmp_path / "out"


@pytest.fixture
def listed(analyzer_, kept):
    """Return the ids that the options lead to, as JSON Lines tell them."""

    def run(*options):
        done = analyzer_("entries", kept, *options, "--format", "jsonl")
        assert done.exit_code == 0, done.stderr
        return [json.loads(line)["id"] for line in done.stdout.splitlines()]

    return run


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        pytest.param("", ["early", "his", "late", "plain", "secure", "undated"], id="all, by day, undated last"),
        pytest.param("--pattern shutdown", ["early", "his", "late", "undated"], id="a pattern"),
        pytest.param("--pattern shutdown --agent self", ["early", "late", "undated"], id="and who does it"),
        pytest.param("--agent self --when past", [], id="all of one finding, not of two"),
        pytest.param("--agent other --when past", ["early", "his"], id="without a pattern's name"),
        pytest.param("--status resisted", ["secure"], id="whether it happened"),
        pytest.param("--pattern stay_present --pattern shutdown --agent self", ["early", "late", "secure", "undated"], id="either pattern"),
        pytest.param("--trigger anger", ["his", "late"], id="a trigger"),
        pytest.param("--trigger anger --who friend", [], id="a trigger from another"),
        pytest.param("--who friend", ["early", "his"], id="from whom"),
        pytest.param("--trigger anger --pattern shutdown --agent self", ["late"], id="trigger and pattern in one entry"),
        pytest.param("--since 2025-03-31", ["his", "late", "plain", "secure"], id="from a day on, with it"),
        pytest.param("--until 2025-03-31", ["early", "his"], id="up to a day, with it"),
        pytest.param("--since 2025-04", ["late", "plain", "secure"], id="from a month on"),
        pytest.param("--until 2025-03", ["early", "his"], id="up to the end of a month"),
        pytest.param("--since 2025 --until 2025", ["early", "his", "late", "plain", "secure"], id="a year"),
        pytest.param("--pattern shutdown --since 2025-04 --until 2025-04", ["late"], id="a pattern in a month"),
    ],
)  # fmt: skip
def test_from_a_finding_to_its_entries(listed, options, ids):
    assert listed(*options.split()) == ids


def test_a_line_holds_the_findings_that_fit_and_no_others(analyzer_, kept):
    done = analyzer_(
        "entries", kept, "--pattern", "shutdown", "--agent", "self", "--until", "2025-03", "--format", "jsonl"
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {
            "id": "early",
            "date": "2025-03-01",
            "findings": [
                {
                    "kind": "pattern", "label": "shutdown", "family": "withdraw", "agent": "self", "status": "done",
                    "when": "now", "start": 20, "end": 32, "quote": "I went quiet", "score": 0.8, "why": "why",
                }
            ],
        }
    ]  # fmt: skip


def test_a_trigger_with_its_reaction_stand_in_the_order_of_the_text(analyzer_, kept):
    done = analyzer_("entries", kept, "--trigger", "anger", "--agent", "self", "--format", "jsonl")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert [found["label"] for found in row["findings"]] == ["anger", "shutdown"]
    assert "agent" not in row["findings"][0]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("4 entries of 6", id="how many of how many"),
        pytest.param("2 Apr 2025  late", id="day and id"),
        pytest.param("undated  undated", id="no day is guessed"),
        pytest.param("▌Shutting down  you, happened, now  “I went quiet”", id="the finding in words, and the writer's"),
        pytest.param(
            "someone else, happened, earlier in life  “he left the room [2J”", id="nothing steers the terminal"
        ),
        pytest.param("ID shows a whole entry", id="where to go from here"),
    ],
)
def test_the_list_to_read_says(analyzer_, kept, line):
    shown = analyzer_("entries", kept, "--pattern", "shutdown").stdout
    assert " ".join(line.split()) in " ".join(shown.split())
    assert "\x1b" not in shown


def test_the_list_tells_a_trigger_with_its_source_and_a_secure_move_not_made(analyzer_, kept):
    assert "anger  from: partner  “He shouted”" in analyzer_("entries", kept, "--trigger", "anger").stdout
    assert "Staying present  you, not done, now" in analyzer_("entries", kept, "--status", "resisted").stdout


def test_nothing_that_fits_is_told_and_is_no_error(analyzer_, kept):
    done = analyzer_("entries", kept, "--pattern", "boundary")
    assert (done.exit_code, done.stdout) == (0, "0 entries of 6\n")


def test_an_entry_without_a_finding_says_so(analyzer_, kept):
    assert "nothing found in it" in analyzer_("entries", kept, "--since", "2025-04-10", "--until", "2025-04-10").stdout


def test_undated_entries_that_days_leave_out_are_counted_beside_the_data(analyzer_, kept):
    done = analyzer_("entries", kept, "--since", "2025-03", "--format", "jsonl")
    assert done.stderr == "analyzer entries: left out: 1 entry without a date\n"
    assert analyzer_("entries", kept).stderr == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param("--pattern silence", "--pattern silence: there is no such label; choose from shutdown, pursuit", id="pattern"),
        pytest.param("--agent me", "--agent me: there is no such label; choose from self, other, both", id="agent"),
        pytest.param("--who boss", "--who boss: there is no such label; choose from partner, ex, parent", id="source"),
        pytest.param("--since spring", "'spring' is no day: write it as 2025-03-01, or a whole month as 2025-03", id="no day"),
        pytest.param("--until 2025-02-30", "'2025-02-30' is no day", id="a day that never was"),
        pytest.param("--since 2025-13", "'2025-13' is no day", id="a month that never was"),
        pytest.param("--until 2025-00-01", "'2025-00-01' is no day", id="month 0"),
        pytest.param("--since 0000", "'0000' is no day", id="year 0"),
        pytest.param("--since 2025-05 --until 2025-04", "--since 2025-05-01 is after --until 2025-04-30: exchange them", id="order"),
    ],
)  # fmt: skip
def test_bad_use_is_one_line_and_2(analyzer_, kept, options, message):
    done = analyzer_("entries", kept, *options.split())
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("analyzer entries: ")
    assert message in done.stderr


def test_a_folder_without_a_run_is_one_line(analyzer_, tmp_path):
    done = analyzer_("entries", tmp_path / "nowhere")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "entries.parquet is missing: make it by analyze PATH -o" in done.stderr


def test_an_empty_journal_has_no_entry_to_list(analyze, analyzer_, tmp_path):
    (tmp_path / "empty.jsonl").write_text('{"id": "a", "text": ""}\n')
    analyze(tmp_path / "empty.jsonl", "-o", tmp_path / "out")
    assert analyzer_("entries", tmp_path / "out", "--pattern", "shutdown").stdout == "0 entries of 1\n"
