"""The first thing that a stranger sees: the summary in the terminal."""

import io
import re
from datetime import date, timedelta

import pytest
from rich.console import Console

from analyzer.analysis import Tally
from analyzer.cli import summary as view
from analyzer.reflection import PatternFinding, TriggerFinding
from analyzer.taxonomy import load


@pytest.fixture
def shown(monkeypatch):
    def show(reflections, care=(), width=80, color=None):
        out = io.StringIO()
        made = Console(file=out, width=width, highlight=False, force_terminal=bool(color), color_system=color)
        monkeypatch.setattr(view, "console", lambda: made)
        tally = Tally()
        for reflection in reflections:
            tally.add(reflection)
        view.show_summary(tally.summary(), care)
        return out.getvalue()

    return show


@pytest.fixture
def year(make_reflection, skipped_reflection):
    days = [date(2025, 1, 3) + timedelta(days=n * 30) for n in range(12)]
    return [*(make_reflection(id=str(n), date=day) for n, day in enumerate(days)), skipped_reflection()]


def test_the_title_says_how_much_was_read(shown, year):
    assert shown(year).splitlines()[0] == "13 entries, 3 Jan 2025 – 29 Nov 2025, 84 words; 1 without text"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("hurt  12  ━", id="a feeling"),
        pytest.param("anger  12  mostly partner  another's anger", id="a trigger"),
        pytest.param("is higher in 12 and lower in 0 of 12 entries", id="the third question"),
        pytest.param("▌Shutting down   12     ·         ·       ·         6     6", id="a reaction"),
        pytest.param("1st half: 6 entries up to 17 Jun 2025; 2nd: 6 after.", id="the halves"),
        pytest.param("anger  and  ▌Shutting down  in 12 of 12 entries", id="what stands together"),
        pytest.param("Shutting down   29 Nov 2025  “I went quiet”", id="the newest words"),
        pytest.param("A mirror, not a diagnosis", id="what it is not"),
    ],
)
def test_the_summary_says(shown, year, line):
    assert line in shown(year)


@pytest.mark.parametrize("color", [None, "standard"])
def test_every_line_fits_80_columns_with_long_words_too(shown, make_reflection, color):
    quote = "and then " * 40
    guide = load()
    patterns = tuple(
        PatternFinding(row.label, row.family, "both", "done", "now", 0, 9, quote, 0.5) for row in guide.patterns
    )
    triggers = tuple(TriggerFinding(label, "none", 0, 9, quote, 0.5) for label in guide.trigger_labels)
    full = make_reflection(patterns=patterns, triggers=triggers, feelings_present=guide.feeling_labels, cycle=True)
    text = shown([full] * 1234 + [make_reflection(date=date(2026, 1, 1))], color=color)
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in text.splitlines()) <= 80


def test_no_colour_reaches_a_file(shown, year):
    assert "\x1b" not in shown(year)


def test_what_steers_a_terminal_is_taken_out_of_a_quote(shown, make_reflection):
    steer = PatternFinding("shutdown", "withdraw", "self", "done", "now", 0, 9, "I \x1b[2J\x07went\nquiet", 0.5)
    text = shown([make_reflection(patterns=(steer,))])
    assert "“I [2J went quiet”" in text


def test_markup_in_a_quote_is_shown_as_it_stands(shown, make_reflection):
    marked = PatternFinding("shutdown", "withdraw", "self", "done", "now", 0, 9, "[red]I went[/red] :smile:", 0.5)
    assert "“[red]I went[/red] :smile:”" in shown([make_reflection(patterns=(marked,))])


def test_nothing_found_is_said(shown, make_reflection):
    text = shown([make_reflection(feelings_present=(), triggers=(), patterns=(), match=None)])
    assert "No feeling stood out." in text
    assert "No trigger was found." in text
    assert "No reaction was found." in text


def test_an_empty_journal_is_said_without_tables(shown):
    assert shown([]).splitlines()[0] == "0 entries, 0 words"
    assert "What was felt" not in shown([])


def test_entries_in_danger_add_the_two_lines(analyze, journal, fake_reflect):
    make = fake_reflect.make
    assert "in an emergency call" not in analyze(journal).stdout
    fake_reflect.make = lambda **changes: make(**changes | {"care": True})
    assert "in an emergency call" in " ".join(analyze(journal, "--country", "GB").stdout.split())


def test_a_kept_run_says_where_its_sentences_are_read(analyze, journal, tmp_path):
    folder = tmp_path / "out"
    shown = analyze(journal, "-o", folder).stdout
    assert f"analyzer entries {folder} lists them, and analyzer explain --run {folder} ID shows why." in shown
