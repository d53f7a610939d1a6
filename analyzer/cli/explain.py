"""The body of ``analyzer explain``: a text, or an entry of a kept run, with its spans marked and why they are there."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from analyzer.cli.people import parse_people
from analyzer.cli.style import FAMILY_STYLES, HEADING, QUIET, TRIGGER_STYLE, console, day_in_words, printable
from analyzer.messages import AnalyzerError
from analyzer.reflection import Finding, Reflection, by_place, segments
from analyzer.reflection.marks import TRIGGER
from analyzer.reflection.questions import (
    ACTIVATED,
    DID,
    FELT,
    MATCHED,
    NO_REACTION,
    NO_TRIGGER,
    how_in_words,
    is_own,
    match_in_words,
    source_in_words,
)
from analyzer.taxonomy import Taxonomy
from analyzer.taxonomy import load as load_taxonomy

INDENT = (0, 0, 0, 2)
LIKELIEST = 5  # feelings shown where none stands out
REST = "How else did people react?"


def run(text: str, people: Sequence[str], country: str | None) -> None:
    """Explain a text, or what stands on standard input for ``-``.

    Raises:
        AnalyzerError: a person's role is unknown, or the text cannot be analysed.
    """
    known = parse_people(people)
    text = sys.stdin.read() if text == "-" else text
    from analyzer.pipeline import explain

    reflection = explain(text, people=known)
    if reflection.skipped:
        raise AnalyzerError(f"the text cannot be analysed: {reflection.skipped}; give some English sentences")
    show_reflection(reflection, text, country)


def run_kept(folder: Path, entry_id: str, people: Sequence[str], country: str | None) -> None:
    """Explain an entry of a kept run; its text is shown where the run kept it.

    Raises:
        AnalyzerError: no run is there or it has no such entry; or people are named, which came with the run.
    """
    if people:
        raise AnalyzerError("--person goes with a text; a run kept its own: give analyze PATH --person, then explain")
    from analyzer.store import open_run

    kept = open_run(folder)
    reflection = kept.reflection(entry_id)
    out = console()
    written = reflection.date.date() if isinstance(reflection.date, datetime) else reflection.date
    out.print(Text.assemble((day_in_words(written), HEADING), f"  {printable(reflection.id)}"))
    if reflection.skipped:
        out.print(f"This entry was not analysed: {printable(reflection.skipped)}.")
        return
    if not kept.include_text:
        out.print("The run was kept without the text: analyze … -o DIR --include-text keeps it.", style=QUIET)
    out.print()
    show_reflection(reflection, reflection.text, country)


def show_reflection(reflection: Reflection, text: str, country: str | None = None) -> None:
    """Print a reflection for a reader; without a text, the words of its findings alone."""
    out, guide = console(), load_taxonomy()
    if text:
        out.print(marked(text, reflection))
        out.print()
    _show_feelings(out, reflection)
    _show_triggers(out, reflection, guide)
    out.print(MATCHED, style=HEADING)
    out.print(match_in_words(reflection))
    _show_patterns(out, reflection, guide)
    if reflection.care:
        from analyzer.care import care_lines

        out.print()
        for line in care_lines(country):
            out.print(line, style=HEADING)


def marked(text: str, reflection: Reflection) -> Text:
    """Return the text with patterns in the colour of their family, the narrowest first, and triggers underlined."""
    shown = Text()
    for segment in segments(text, (*reflection.triggers, *reflection.patterns)):
        families = [kind for kind in segment.kinds if kind != TRIGGER]
        styles = ["bold", FAMILY_STYLES.get(families[0], "")] if families else []
        styles += [TRIGGER_STYLE] if TRIGGER in segment.kinds else []
        shown.append(printable(segment.text), " ".join(filter(None, styles)) or None)
    return shown


def _show_feelings(out: Console, reflection: Reflection) -> None:
    out.print(FELT, style=HEADING)
    words = {found.feeling: found.quote for found in reflection.feeling_words}
    for label in reflection.feelings_present:
        out.print(f"{label} {reflection.feelings[label]:.2f}")
        if label in words:
            _below(out, Text(_quoted(words[label]), "italic"))
    if not reflection.feelings_present:
        ranked = sorted(reflection.feelings.items(), key=lambda row: -row[1])[:LIKELIEST]
        out.print("No feeling stands out; the likeliest are", style=QUIET)
        out.print(", ".join(f"{label} {value:.2f}" for label, value in ranked) or "none")
    if reflection.topics_present:
        out.print(f"about {', '.join(reflection.topics_present)}", style=QUIET)
    out.print()


def _show_triggers(out: Console, reflection: Reflection, guide: Taxonomy) -> None:
    out.print(ACTIVATED, style=HEADING)
    meaning = {row.label: row.definition for row in guide.triggers}  # each is told once
    for found in by_place(reflection.triggers):
        how = f"from: {source_in_words(found.who)}"
        _show(out, found, Text(found.theme, TRIGGER_STYLE), how, meaning.pop(found.theme, ""))
    if not reflection.triggers:
        out.print(NO_TRIGGER, style=QUIET)
    out.print()


def _show_patterns(out: Console, reflection: Reflection, guide: Taxonomy) -> None:
    own = [found for found in by_place(reflection.patterns) if is_own(found)]
    rest = [found for found in by_place(reflection.patterns) if not is_own(found)]
    rows = {row.label: row for row in guide.patterns}
    told: set[str] = set()  # a meaning is told once
    for title, findings in ((DID, own), (REST, rest)):
        if title == REST and not findings:
            continue
        out.print()
        out.print(title, style=HEADING)
        for found in findings:
            meaning = "" if found.pattern in told else f"someone {rows[found.pattern].definition}"
            told.add(found.pattern)
            name = Text(rows[found.pattern].name, f"bold {FAMILY_STYLES.get(found.family, '')}".strip())
            how = how_in_words(found.family, found.agent, found.status, found.when)
            _show(out, found, name, how, meaning)
        if not findings:
            out.print(NO_REACTION, style=QUIET)
    if reflection.cycle:
        out.print()
        out.print("One side pursues while the other withdraws.")


def _show(out: Console, found: Finding, name: Text, how: str, meaning: str) -> None:
    out.print(Text.assemble(name, f"  {how}", (f"  {found.score:.2f}", QUIET)))
    _below(out, Text(_quoted(found.quote), "italic"))
    _below(out, Text(f"why: {printable(found.why) or 'not told'}", QUIET))
    if meaning:
        _below(out, Text(f"means: {meaning}", QUIET))


def _below(out: Console, line: Text) -> None:
    out.print(Padding(line, INDENT, expand=False))


def _quoted(words: str) -> str:
    return f"“{' '.join(printable(words).split())}”"
