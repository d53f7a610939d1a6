"""Draws a summary for a reader who has seen no manual; every line fits 80 columns."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from analyzer.analysis.summary import UNSURE, Example, Reaction, Summary
from analyzer.cli.style import (
    FAMILY_STYLES,
    HEADING,
    QUIET,
    console,
    day_in_words,
    entries_in_words,
    printable,
)
from analyzer.taxonomy import Taxonomy
from analyzer.taxonomy import load as load_taxonomy

FEELINGS, TRIGGERS, REACTIONS, QUOTES = 8, 6, 10, 3  # rows shown
BAR, LINE = 30, "━"
IN_WORDS = {"no text": "without text", "no words": "without words", "not English": "not in English"}


def show_summary(summary: Summary, care: Sequence[str] = (), folder: Path | None = None) -> None:
    """Print the summary; ``care`` are the lines that say who helps, ``folder`` is where the run was kept."""
    out, guide = console(), load_taxonomy()
    out.print(_title(summary), style=HEADING)
    if summary.analysed:
        out.print("Every number below counts entries.", style=QUIET)
        _show_feelings(out, summary, guide)
        _show_triggers(out, summary, guide)
        _show_match(out, summary)
        _show_reactions(out, summary, guide)
        _show_together(out, summary, guide)
        _show_words(out, summary, guide)
    for line in ("", *care) if care else ():
        out.print(line, style=HEADING)
    out.print()
    out.print("A mirror, not a diagnosis: every count points at sentences. Read them:", style=QUIET)
    if folder:
        ways = f"analyzer entries {folder} lists them, and analyzer explain --run {folder} ID shows why."
    else:
        ways = "-o DIR keeps them in two tables, and analyzer explain “…” shows why."
    out.print(ways, style=QUIET, soft_wrap=True)


def _title(summary: Summary) -> str:
    parts = [entries_in_words(summary.entries)]
    if summary.first and summary.last:
        days = dict.fromkeys((day_in_words(summary.first), day_in_words(summary.last)))
        parts.append(" – ".join(days))
    parts.append(f"{summary.words:,} words")
    left = [f"{count:,} {IN_WORDS.get(why, why)}" for why, count in summary.skipped.items() if why != UNSURE]
    left += [f"{summary.undated:,} undated"] if summary.undated else []
    left += [f"{summary.skipped[UNSURE]:,} {UNSURE}"] if UNSURE in summary.skipped else []
    return ", ".join(parts) + (f"; {', '.join(left)}" if left else "")


def _heading(out: Console, text: str, note: str = "") -> None:
    out.print()
    out.print(Text.assemble((text, HEADING), (f"  {note}" if note else "", QUIET)))


def _table(*columns: tuple[str, bool]) -> Table:
    """Return a table without lines; a column is its heading, and whether it holds numbers.

    Where the terminal is narrow the last column gives way, unless it holds numbers.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(name for name, _ in columns))
    for place, (name, number) in enumerate(columns, start=1):
        gives_way = place == len(columns) and not number
        table.add_column(name, justify="right" if number else "left", header_style=QUIET, no_wrap=not gives_way)
    return table


def _show_feelings(out: Console, summary: Summary, guide: Taxonomy) -> None:
    _heading(out, "What was felt", "green: pleasant to feel, red: unpleasant" if out.color_system else "")
    if not summary.feelings:
        out.print("No feeling stood out.", style=QUIET)
        return
    table, most = _table(("", False), ("", True), ("", False)), summary.feelings[0].entries
    for row in summary.feelings[:FEELINGS]:
        style = "green" if row.label in guide.pleasant else "red" if row.label in guide.unpleasant else ""
        bar = LINE * max(1, round(BAR * row.entries / most))
        table.add_row(Text(row.label), _number(row.entries), Text(bar, style))
    out.print(table)
    _note_more(out, len(summary.feelings) - FEELINGS, "feeling")


def _show_match(out: Console, summary: Summary) -> None:
    if total := sum(summary.match.values()):
        _heading(out, "Does the intensity match the situation?")
        counts = [summary.match.get(name, 0) for name in ("fits", "higher", "lower")]
        out.print(
            "It fits in {:,}, is higher in {:,} and lower in {:,} of {:,} entries with a feeling.".format(
                *counts, total
            )
        )


def _show_triggers(out: Console, summary: Summary, guide: Taxonomy) -> None:
    _heading(out, "What set it off")
    if not summary.triggers:
        out.print("No trigger was found.", style=QUIET)
        return
    meaning = {row.label: row.definition for row in guide.triggers}
    table = _table(("", False), ("", True), ("", False), ("", False))
    for row in summary.triggers[:TRIGGERS]:
        who = "no person" if row.who == "none" else row.who
        gist = Text(meaning.get(row.label, ""), QUIET, no_wrap=True, overflow="ellipsis")
        table.add_row(Text(row.label), _number(row.entries), Text(f"mostly {who}"), gist)
    out.print(table)
    _note_more(out, len(summary.triggers) - TRIGGERS, "trigger")


def _show_reactions(out: Console, summary: Summary, guide: Taxonomy) -> None:
    _heading(out, "How people reacted", "in the entry's own time")
    if not summary.reactions:
        out.print("No reaction was found.", style=QUIET)
        return
    table = _table(
        ("", False), ("you\ndid", True), ("held\nback", True), ("only\nimagined", True), ("others\ndid", True)
    )  # fmt: skip
    halves = summary.middle is not None and summary.first != summary.last
    for name in ("you, 1st\nhalf", "2nd\nhalf") if halves else ():
        table.add_column(name, justify="right", header_style=QUIET, no_wrap=True)
    for row in summary.reactions[:REACTIONS]:
        counts = (row.did, row.held_back, row.imagined, row.others_did, *(row.halves if halves else ()))
        table.add_row(_name(row.label, row.family, guide), *map(_number, counts))
    out.print(table)
    _note_more(out, len(summary.reactions) - REACTIONS, "pattern")
    if out.color_system:
        families = [Text(f"▌{family.name}", FAMILY_STYLES.get(family.label, "")) for family in guide.families]
        out.print(Text(" ").join(families))
    if halves:
        early, late = summary.halves
        out.print(
            f"1st half: {early:,} entries up to {day_in_words(summary.middle)}; 2nd: {late:,} after.", style=QUIET
        )
    if summary.cycles:
        what = "tells" if summary.cycles == 1 else "tell"
        out.print(f"{entries_in_words(summary.cycles)} {what} of one side pursuing while the other withdraws.")


def _show_together(out: Console, summary: Summary, guide: Taxonomy) -> None:
    if not summary.together:
        return
    _heading(out, "What stands in the same entry", "counts only; neither need cause the other")
    names, table = {row.label: row.name for row in guide.patterns}, _table(*(("", False),) * 3)
    for row in summary.together:
        share = f"in {row.entries:,} of {row.of:,} entries with this trigger"
        name = _name(row.pattern, guide.family_of[row.pattern], guide, names.get(row.pattern))
        table.add_row(Text(row.trigger), Text.assemble("and  ", name), Text(share, QUIET))
    out.print(table)


def _show_words(out: Console, summary: Summary, guide: Taxonomy) -> None:
    names = {row.label: row.name for row in guide.patterns}
    rows = [(names.get(row.label, row.label), row.example) for row in _with_words(summary.reactions)]
    rows += [(f"set off: {row.label}", row.example) for row in summary.triggers[: QUOTES - 1]]
    if not rows:
        return
    _heading(out, "The newest words for it")
    table = _table(*(("", False),) * 3)
    for name, example in rows:
        quote = " ".join(printable(example.quote).split())
        table.add_row(
            Text(name),
            Text(day_in_words(example.day), QUIET),
            Text(f"“{quote}”", "italic", no_wrap=True, overflow="ellipsis"),
        )
    out.print(table)


def _with_words(reactions: Sequence[Reaction]) -> list[Reaction]:
    return [row for row in reactions if row.example != Example("", None)][:QUOTES]


def _name(label: str, family: str, guide: Taxonomy, name: str | None = None) -> Text:
    name = name or next((row.name for row in guide.patterns if row.label == label), label)
    return Text.assemble(("▌", FAMILY_STYLES.get(family, "")), name)


def _number(count: int) -> Text:
    return Text(f"{count:,}") if count else Text("·", QUIET)


def _note_more(out: Console, count: int, what: str) -> None:
    if count > 0:
        out.print(f"and {count} more {what}{'' if count == 1 else 's'}", style=QUIET)
