"""Which rows of the two frames a question is about: analysed entries, reactions, the newest, those about a person."""

from collections.abc import Sequence

import pandas as pd

from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy

NO_PERSON = ("self", "none")  # sources of a trigger that are nobody else
OPEN_FAMILIES = ("secure", "insight")  # their acts open the space that the acts of the other families close


def analysed(entries: pd.DataFrame) -> pd.DataFrame:
    """Return the entries that were not skipped."""
    return entries[entries["skipped"].fillna("") == ""]


def triggers(findings: pd.DataFrame) -> pd.DataFrame:
    """Return the findings of a trigger."""
    return findings[findings["kind"] == "trigger"]


def acts(findings: pd.DataFrame, *, status: str = "done", when: str = "now") -> pd.DataFrame:
    """Return the findings of a pattern with a status, at a time."""
    at_the_time = (findings["status"] == status) & (findings["when"] == when)
    return findings[(findings["kind"] == "pattern") & at_the_time.fillna(False)]


def own(found: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that the writer does, alone or with the other."""
    return found[found["agent"].isin(("self", "both"))]


def reactions(findings: pd.DataFrame) -> pd.DataFrame:
    """Return what the writer did in the entry's own time."""
    return own(acts(findings))


def closing(found: pd.DataFrame) -> pd.DataFrame:
    """Return the acts that are no secure move and no insight."""
    return found[~found["family"].isin(OPEN_FAMILIES)]


def secure(found: pd.DataFrame) -> pd.DataFrame:
    """Return the secure moves among acts."""
    return found[found["family"] == "secure"]


def order(entries: pd.DataFrame) -> pd.Series:
    """Return the place in time of every entry, by id: undated ones first, those of one day as the table has them."""
    by_day = entries.sort_values("day", kind="stable", na_position="first")
    return pd.Series(range(len(by_day)), index=pd.Index(by_day["id"], dtype="string"), dtype="int64")


def newest(found: pd.DataFrame, by: Sequence[str], entries: pd.DataFrame) -> pd.DataFrame:
    """Return one row a group, that of the newest entry; of several in one entry, the first in the text.

    Args:
        found: Findings, or rows with ``entry`` and ``start``.
        by: Columns that make a group.
        entries: The frame of entries, for the order in time.
    """
    placed = found.assign(_place=found["entry"].map(order(entries)).fillna(-1))
    placed = placed.sort_values(["_place", "start"], ascending=[False, True], kind="stable")
    return placed.drop_duplicates(list(by)).drop(columns="_place")


def about(entries: pd.DataFrame, findings: pd.DataFrame, persons: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return both frames with only the entries in which one of these persons set something off; none leaves all.

    Raises:
        AnalyzerError: a person is no role of the guide.
    """
    roles = load_taxonomy().sources
    for person in persons:
        if person not in roles:
            raise AnalyzerError(f"'{person}' is no person of the guide: give one of {', '.join(roles)}")
    if not persons:
        return entries, findings
    ids = set(triggers(findings).loc[lambda found: found["who"].isin(list(persons)), "entry"])
    return entries[entries["id"].isin(ids)], findings[findings["entry"].isin(ids)]
