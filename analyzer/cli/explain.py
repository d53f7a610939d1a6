"""The body of ``analyzer explain``: one text with its spans marked, and why each finding is there."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from analyzer.cli.people import parse_people
from analyzer.cli.style import FAMILY_STYLES, HEADING, QUIET, TRIGGER_STYLE, console, printable
from analyzer.messages import AnalyzerError
from analyzer.reflection import PatternFinding, Reflection, TriggerFinding
from analyzer.taxonomy import Taxonomy
from analyzer.taxonomy import load as load_taxonomy

INDENT = (0, 0, 0, 2)
LIKELIEST = 5  # feelings shown where none stands out
AGENTS = {"self": "you", "other": "someone else", "both": "you both"}
STATUSES = {"done": "happened", "resisted": "held back", "urge": "wanted", "imagined": "only imagined"}
WHENS = {"now": "now", "past": "earlier in life", "childhood": "in childhood"}
MATCHES = {
    "higher": "The feelings are stronger than the situation",
    "fits": "The feelings fit the situation",
    "lower": "The feelings are weaker than the situation",
}


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


def show_reflection(reflection: Reflection, text: str, country: str | None = None) -> None:
    """Print a reflection for a reader."""
    out, guide = console(), load_taxonomy()
    out.print(marked(text, reflection))
    _show_feelings(out, reflection)
    _show_triggers(out, reflection, guide)
    _show_patterns(out, reflection, guide)
    out.print()
    out.print("Does the intensity match the situation?", style=HEADING)
    out.print(_match_in_words(reflection, guide))
    if reflection.care:
        from analyzer.care import care_lines

        out.print()
        for line in care_lines(country):
            out.print(line, style=HEADING)


def marked(text: str, reflection: Reflection) -> Text:
    """Return the text with patterns in the colour of their family and triggers underlined."""
    shown = Text(printable(text))
    for trigger in reflection.triggers:
        shown.stylize(TRIGGER_STYLE, trigger.start, trigger.end)
    for found in reflection.patterns:
        shown.stylize(f"bold {FAMILY_STYLES.get(found.family, '')}".strip(), found.start, found.end)
    return shown


def _show_feelings(out: Console, reflection: Reflection) -> None:
    out.print()
    out.print("What is felt?", style=HEADING)
    ranked = sorted(reflection.feelings.items(), key=lambda row: -row[1])
    shown = [row for row in ranked if row[0] in reflection.feelings_present]
    if not shown:
        out.print("No feeling stands out; the likeliest are", style=QUIET)
        shown = ranked[:LIKELIEST]
    out.print(", ".join(f"{label} {value:.2f}" for label, value in shown) or "none")
    if reflection.topics_present:
        out.print(f"about {', '.join(reflection.topics_present)}", style=QUIET)


def _show_triggers(out: Console, reflection: Reflection, guide: Taxonomy) -> None:
    out.print()
    out.print("What set it off?", style=HEADING)
    meaning = {row.label: row.definition for row in guide.triggers}
    for found in reflection.triggers:
        source = "no person" if found.who == "none" else found.who
        _show(out, found, Text(found.theme, TRIGGER_STYLE), f"from: {source}", meaning.get(found.theme, ""))
    if not reflection.triggers:
        out.print("No trigger is found.", style=QUIET)


def _show_patterns(out: Console, reflection: Reflection, guide: Taxonomy) -> None:
    out.print()
    out.print("How did people react?", style=HEADING)
    rows = {row.label: row for row in guide.patterns}
    for found in reflection.patterns:
        row = rows[found.pattern]
        name = Text(row.name, f"bold {FAMILY_STYLES.get(found.family, '')}".strip())
        how = f"{AGENTS[found.agent]}, {STATUSES[found.status]}, {WHENS[found.when]}"
        _show(out, found, name, how, f"someone {row.definition}")
    if not reflection.patterns:
        out.print("No reaction is found.", style=QUIET)
    if reflection.cycle:
        out.print("One side pursues while the other withdraws.")


def _show(out: Console, found: PatternFinding | TriggerFinding, name: Text, how: str, meaning: str) -> None:
    out.print(Text.assemble(name, f"  {how}", (f"  {found.score:.2f}", QUIET)))
    quote = " ".join(printable(found.quote).split())
    below = [Text(f"“{quote}”", "italic"), Text(f"why: {printable(found.why) or 'not told'}", QUIET)]
    below += [Text(f"means: {meaning}", QUIET)] if meaning else []
    for line in below:
        out.print(Padding(line, INDENT, expand=False))


def _match_in_words(reflection: Reflection, guide: Taxonomy) -> str:
    levels = {"intensity": reflection.intensity, "severity": reflection.severity}
    words = {name: guide.steps[name][min(3, max(0, round(value)))] for name, value in levels.items()}
    first = MATCHES[reflection.match] if reflection.match else "There is no feeling to compare"
    return (
        f"{first}: intensity {reflection.intensity:.1f} of 3 ({words['intensity']}), "
        f"severity {reflection.severity:.1f} of 3 ({words['severity']})."
    )
