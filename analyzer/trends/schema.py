"""The columns of every table of trends, with their meaning and unit; a table keeps them when it is empty.

Words used here: an *entry* is one that was analysed (not skipped). An *act* is a finding of a pattern. The writer's
*own* acts are those with the agent ``self`` or ``both``; a *reaction* is an own act that was done, in the entry's own
time (``status == "done"``, ``when == "now"``). Every count counts entries, so that a wordy day weighs as much as a
short one; ``rates`` says where it counts findings. Every id is that of an entry, and *newest* is the latest dated
one; of two on one day, the later in the table.
"""

from typing import Any, Literal, get_args

import pandas as pd

from analyzer.frames import DAY, HOUR, REAL, TEXT, WHOLE, Column, Schema

By = Literal["day", "week", "month", "weekday", "hour", "person"]
Verdict = Literal["more often", "less often", "no clear difference", "not enough entries"]
Side = Literal["pursues", "withdraws"]

BYS: tuple[By, ...] = get_args(By)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SIDES: tuple[Side, ...] = get_args(Side)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANYONE = "anyone"  # in ``pairs.who``: whatever the source of the trigger
WHOLE_OR_MISSING = "Int64"


def period_column(by: By) -> Column:
    """Return the column ``period``: the first day of it (a week's is its Monday), a weekday, an hour, or a person."""
    if by in ("day", "week", "month"):
        return Column("period", DAY, f"the {by}, by its first day", "day")
    if by == "hour":
        return Column("period", HOUR, "the local hour", "0 to 23")
    meaning = "day of the week" if by == "weekday" else "source of a trigger in the entry, as a role"
    return Column("period", TEXT, meaning)


def rates_schema(by: By = "month") -> Schema:
    """Return the columns of ``rates``."""
    return (
        period_column(by),
        Column("kind", TEXT, "pattern (done, now), trigger or feeling"),
        Column("label", TEXT, "the pattern, theme or feeling"),
        Column("agent", TEXT, "who does the pattern: self, other, both; missing for a trigger and a feeling"),
        Column("count", WHOLE_OR_MISSING, "missing in a period without entries", "findings; of a feeling, entries"),
        Column("entries", WHOLE, "entries in the period", "entries"),
        Column("words", WHOLE, "words in the period", "words"),
        Column("per_entry", REAL, "count / entries; NaN without entries", "findings an entry"),
        Column("per_1000_words", REAL, "1000 count / words; NaN without words", "findings a thousand words"),
    )


def pairs_schema() -> Schema:
    """Return the columns of ``pairs``."""
    return (
        Column("trigger", TEXT, "theme of the trigger"),
        Column("who", TEXT, f"its source, or '{ANYONE}' for all sources together"),
        Column("reaction", TEXT, "pattern of the writer's reaction"),
        Column("together", WHOLE, "entries with both", "entries"),
        Column("with_trigger", WHOLE, "entries with the trigger", "entries"),
        Column("with_reaction", WHOLE, "entries with the reaction", "entries"),
        Column("entries", WHOLE, "all entries", "entries"),
        Column("share", REAL, "together / with_trigger", "share of entries"),
        Column("otherwise", REAL, "the reaction's share of the entries without the trigger", "share of entries"),
        Column("lift", REAL, "share / otherwise; infinite where otherwise is 0", "times"),
        Column("low", REAL, "lower end of the exact 95 % interval of the lift", "times"),
        Column("high", REAL, "upper end of it; may be infinite", "times"),
        Column("p", REAL, "two-sided p of Fisher's exact test", "probability"),
        Column("q", REAL, "p after Benjamini and Hochberg, over all pairs asked", "probability"),
        Column("verdict", TEXT, f"in words: {', '.join(VERDICTS)}; with the last, all from share to q is NaN"),
    )


def chains_schema() -> Schema:
    """Return the columns of ``chains``."""
    return (
        Column("trigger", TEXT, "theme of the trigger"),
        Column("feeling", TEXT, "the entry's likeliest feeling; missing where none is present"),
        Column("reaction", TEXT, "pattern of a reaction that stands after the trigger, and before the next one"),
        Column("count", WHOLE, "entries with this chain, the most frequent first", "entries"),
        Column("newest", TEXT, "id of the newest of them"),
    )


def cycles_schema() -> Schema:
    """Return the columns of ``cycles``."""
    return (
        Column("person", TEXT, "role of the other; missing where the entry names none"),
        Column("side", TEXT, f"what the writer does in it: {', '.join(SIDES)}; an entry may tell both"),
        Column("count", WHOLE, "entries in which the writer takes this side", "entries"),
        Column("entries", WHOLE, "entries that tell a cycle with this person", "entries"),
        Column("newest", TEXT, "id of the newest entry of this side"),
    )


def space_schema(by: By = "month") -> Schema:
    """Return the columns of ``space``."""
    return (
        period_column(by),
        Column("reactions", WHOLE, "entries with a reaction that is no secure move and no insight", "entries"),
        Column("pauses", WHOLE, "entries with a pause", "entries"),
        Column("resisted", WHOLE, "entries with an urge overcome", "entries"),
        Column("with_space", WHOLE, "entries with a pause or an urge overcome", "entries"),
        Column("moments", WHOLE, "entries with any of the three", "entries"),
        Column("share", REAL, "with_space / moments; NaN without moments", "share of moments"),
        Column("low", REAL, "lower end of its 95 % interval by Wilson", "share of moments"),
        Column("high", REAL, "upper end of it", "share of moments"),
    )


def changes_schema() -> Schema:
    """Return the columns of ``changes``."""
    return (
        Column("period", DAY, "first period after the change, by its first day", "day"),
        Column("before", REAL, "share from the change before, or the start", "share"),
        Column("after", REAL, "share until the next change, or the end", "share"),
        Column("p", REAL, "by permutation: a change as clear in a stretch without one", "probability"),
    )


def repairs_schema() -> Schema:
    """Return the columns of ``repairs``."""
    return (
        Column("person", TEXT, "role of the other; missing where the entry names none"),
        Column("rupture_entry", TEXT, "id of the entry that tells the rupture"),
        Column("rupture_day", DAY, "its day", "day"),
        Column("repair_entry", TEXT, "id of the entry that tells the repair; missing where none is told in time"),
        Column("repair_day", DAY, "its day", "day"),
        Column("days", WHOLE_OR_MISSING, "from rupture to repair; 0 within one entry or day", "days"),
    )


def new_security_schema() -> Schema:
    """Return the columns of ``new_security``."""
    return (
        Column("entry", TEXT, "id of the entry"),
        Column("day", DAY, "its day", "day"),
        Column("trigger", TEXT, "theme that was answered otherwise earlier"),
        Column("pattern", TEXT, "the secure move that answers it now"),
        Column("quote", TEXT, "the words that tell the move"),
        Column("old", TEXT, "the reaction that answered this trigger most often earlier"),
        Column("before", WHOLE, "earlier entries in which it did", "entries"),
    )


def intensity_schema(by: By = "month") -> Schema:
    """Return the columns of ``intensity``."""
    return (
        period_column(by),
        Column("intensity", REAL, "mean; NaN without entries", "0 to 3"),
        Column("severity", REAL, "mean; NaN without entries", "0 to 3"),
        Column("difference", REAL, "intensity - severity", "-3 to 3"),
        Column("entries", WHOLE, "entries in the period", "entries"),
    )


def echoes_schema() -> Schema:
    """Return the columns of ``echoes``."""
    return (
        Column("trigger", TEXT, "theme of a trigger that some entry ties to childhood"),
        Column("now", WHOLE, "entries with the trigger", "entries"),
        Column("childhood", WHOLE, "those of them that also look back to childhood", "entries"),
        Column("newest_now", TEXT, "id of the newest with the trigger"),
        Column("newest_childhood", TEXT, "id of the newest that looks back"),
    )


def qualities_schema() -> Schema:
    """Return the columns of ``qualities``: always seven rows, in the order of ``data/taxonomy/qualities.yaml``."""
    return (
        Column("quality", TEXT, "label of the secure quality"),
        Column("count", WHOLE, "entries in which the writer shows it", "entries"),
        Column("newest", TEXT, "id of the newest of them; missing where there is none"),
        Column("quote", TEXT, "its words"),
    )


def shaped(rows: Any, schema: Schema) -> pd.DataFrame:
    """Return rows or a frame with exactly the columns and dtypes of a schema; no rows give an empty frame.

    Args:
        rows: What ``pandas.DataFrame`` takes, with at least the columns of the schema, or nothing.
        schema: Columns, in the order wanted.
    """
    frame = pd.DataFrame(rows)
    if frame.empty:
        return pd.DataFrame({column.name: pd.Series(dtype=column.dtype) for column in schema})
    return frame[[c.name for c in schema]].astype({c.name: c.dtype for c in schema}).reset_index(drop=True)
