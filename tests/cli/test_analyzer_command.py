"""``analyzer``: why a finding is there, and what the labels mean."""

import pytest
from typer.main import get_command

from analyzer import taxonomy
from analyzer.cli.app import make_analyze, make_analyzer
from analyzer.cli.explain import marked

TEXT = "She snapped at me. I went quiet."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(TEXT, id="the text"),
        pytest.param("hurt 0.75", id="a feeling"),
        pytest.param("anger  from: partner  0.75", id="a trigger and its source"),
        pytest.param("Shutting down  you, happened, now  0.83", id="a reaction in human words"),
        pytest.param("  “I went quiet”", id="the words"),
        pytest.param("  why: the words “went quiet”", id="why"),
        pytest.param("The feelings are stronger than the situation: intensity 2.5 of 3", id="the third question"),
    ],
)
def test_explain_shows(analyzer_, line):
    done = analyzer_("explain", TEXT)
    assert done.exit_code == 0
    assert line in done.stdout


def test_spans_are_marked_where_they_stand(make_reflection):
    shown = marked(TEXT, make_reflection())
    spans = {(TEXT[span.start : span.end], str(span.style)) for span in shown.spans}
    assert spans == {("She snapped at me", "underline"), ("I went quiet", "bold blue")}


def test_spans_that_cross_are_marked_each_by_its_own(make_reflection):
    from analyzer.reflection import PatternFinding, TriggerFinding

    wide = PatternFinding("shutdown", "withdraw", "self", "done", "now", 0, 31, TEXT[:31], 0.8)
    inner = PatternFinding("attack", "pursue", "other", "done", "now", 4, 11, "snapped", 0.8)
    trigger = TriggerFinding("anger", "partner", 4, 21, TEXT[4:21], 0.8)
    shown = marked(TEXT, make_reflection(patterns=(wide, inner), triggers=(trigger,)))
    assert shown.plain == TEXT
    assert [(TEXT[span.start : span.end], str(span.style)) for span in shown.spans] == [
        ("She ", "bold blue"),
        ("snapped", "bold red underline"),
        (" at me. I ", "bold blue underline"),
        ("went quiet", "bold blue"),
    ]


def test_a_steering_character_moves_no_span(make_reflection):
    text = "She\x1bsnapped at me. I went quiet."
    assert marked(text, make_reflection()).plain == "She snapped at me. I went quiet."


def test_a_text_that_cannot_be_analysed_is_one_line(analyzer_):
    done = analyzer_("explain", "")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == ("analyzer explain: the text cannot be analysed: no text; give some English sentences\n")


def test_an_unknown_role_is_one_line(analyzer_):
    assert "the roles are partner" in analyzer_("explain", TEXT, "--person", "Sam=boss").stderr


def test_labels_lists_the_whole_taxonomy(analyzer_):
    listed = {line.split()[0] for line in analyzer_("labels").stdout.splitlines() if line.strip()}
    guide = taxonomy.load()
    wanted = {*guide.pattern_labels, *guide.trigger_labels, *guide.feeling_labels, *guide.topic_labels, *guide.sources}
    assert wanted <= listed


@pytest.mark.parametrize("app", [make_analyze, make_analyzer])
def test_every_command_and_option_has_help(app):
    command = get_command(app())
    for one in [command, *getattr(command, "commands", {}).values()]:
        assert one.help
        assert [param.name for param in one.params if not getattr(param, "help", None)] == []
