"""How often, and how strongly, by day, week, month, weekday, hour or person."""

import pandas as pd

from analyzer.frames import BETWEEN
from analyzer.trends.periods import all_periods, spread
from analyzer.trends.schema import By, intensity_schema, rates_schema, shaped
from analyzer.trends.select import acts, analysed, triggers

_KEY = ["kind", "label", "agent"]


def rates(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By = "month") -> pd.DataFrame:
    """Return how often each pattern, trigger and feeling stands in a period, of ``rates_schema(by)``.

    ``per_entry`` = count / entries and ``per_1000_words`` = 1000 count / words of the period. Patterns count where
    they were done, in the entry's own time. Every label that the journal holds has a row for every period from the
    first to the last: 0 where there are entries without it, missing where there are no entries. By person, a
    trigger counts for its own source, a pattern and a feeling for everyone who set something off in the entry.

    Raises:
        AnalyzerError: ``by`` is no period.
    """
    places = spread(entries, findings, by)
    found = _counted(entries, findings).merge(places, on="entry")
    if by == "person":
        found = found[(found["kind"] != "trigger") | (found["who"] == found["period"])]
    counts = found.groupby(["period", *_KEY]).size().rename("count").reset_index()
    totals = _totals(entries, places, by)
    grid = totals.merge(counts[_KEY].drop_duplicates(), how="cross")
    table = grid.merge(counts, on=["period", *_KEY], how="left")
    table["count"] = table["count"].fillna(0).where(table["entries"] > 0)
    table["per_entry"] = table["count"] / table["entries"].where(table["entries"] > 0)
    table["per_1000_words"] = 1000 * table["count"] / table["words"].where(table["words"] > 0)
    table["agent"] = table["agent"].replace("", pd.NA)
    return shaped(table, rates_schema(by))


def intensity(entries: pd.DataFrame, findings: pd.DataFrame, *, by: By = "month") -> pd.DataFrame:
    """Return the mean intensity and severity of a period's entries, of ``intensity_schema(by)``.

    Raises:
        AnalyzerError: ``by`` is no period.
    """
    places = spread(entries, findings, by)
    levels = places.merge(entries[["id", "intensity", "severity"]], left_on="entry", right_on="id")
    groups = levels.groupby("period")
    table = groups[["intensity", "severity"]].mean().assign(entries=groups.size())
    table = table.reindex(all_periods(places, by)).rename_axis("period").reset_index()
    table["entries"] = table["entries"].fillna(0)
    table["difference"] = table["intensity"] - table["severity"]
    return shaped(table, intensity_schema(by))


def _totals(entries: pd.DataFrame, places: pd.DataFrame, by: By) -> pd.DataFrame:
    placed = places.merge(entries[["id", "words"]], left_on="entry", right_on="id")
    totals = placed.groupby("period").agg(entries=("id", "size"), words=("words", "sum"))
    return totals.reindex(all_periods(places, by), fill_value=0).rename_axis("period").reset_index()


def _counted(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each thing that counts, with entry, kind, label, agent and who; "" is none."""
    found = pd.concat([acts(findings), triggers(findings)])[["entry", *_KEY, "who"]]
    felt = analysed(entries)[["id", "feelings_present"]].rename(columns={"id": "entry"})
    felt = felt.assign(label=felt["feelings_present"].fillna("").str.split(BETWEEN, regex=False)).explode("label")
    felt = felt[felt["label"].fillna("") != ""].assign(kind="feeling", agent="", who="")
    both = pd.concat([found, felt[["entry", *_KEY, "who"]]]).astype("string")
    return both.fillna({"agent": "", "who": ""})
