"""What stands one after the other in an entry, and what of it the writer ties to childhood."""

import pandas as pd

from analyzer.frames import BETWEEN
from analyzer.trends.schema import chains_schema, echoes_schema, shaped
from analyzer.trends.select import newest, reactions, triggers

_LINK = ["trigger", "feeling", "reaction"]


def chains(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return trigger, feeling and reaction of the entries, the most frequent first, of ``chains_schema()``.

    A reaction is tied to the last trigger that begins before it in the text, or with it. The feeling belongs to the
    whole entry: its likeliest. That one stands after the other is no claim that it came of it.
    """
    did = reactions(findings)[["entry", "label", "start"]].rename(columns={"label": "reaction"})
    set_off = triggers(findings)[["entry", "label", "start"]].rename(columns={"label": "trigger", "start": "at"})
    both = did.reset_index(drop=True).reset_index(names="row").merge(set_off, on="entry")
    both = (
        both[both["at"] <= both["start"]].sort_values(["row", "at"], kind="stable").drop_duplicates("row", keep="last")
    )
    felt = entries.set_index("id")["feelings_present"].fillna("").str.split(BETWEEN, regex=False).str[0]
    both = both.assign(feeling=both["entry"].map(felt).astype("string").fillna("")).astype({"feeling": "string"})
    if both.empty:
        return shaped(None, chains_schema())
    rows = newest(both, _LINK, entries).rename(columns={"entry": "newest"})
    counts = both.groupby(_LINK)["entry"].nunique()
    rows["count"] = [counts[key] for key in zip(*(rows[name] for name in _LINK), strict=True)]
    rows = rows.sort_values(["count", *_LINK], ascending=[False, True, True, True], kind="stable")
    return shaped(rows.assign(feeling=rows["feeling"].replace("", pd.NA)), chains_schema())


def echoes(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return the triggers of entries that look back to childhood, the most frequent first, of ``echoes_schema()``.

    An entry looks back where it tells an act of childhood, or ties a reaction of now to it (``childhood_echo``),
    be it only as a question.
    """
    told = findings["kind"] == "pattern"
    back = told & ((findings["when"] == "childhood") | (findings["label"] == "childhood_echo")).fillna(False)
    looks_back = findings.loc[back, "entry"]
    set_off = triggers(findings)
    tied = set_off[set_off["entry"].isin(looks_back)]
    if tied.empty:
        return shaped(None, echoes_schema())
    rows = newest(tied, ["label"], entries).rename(columns={"label": "trigger", "entry": "newest_childhood"})
    rows["now"] = rows["trigger"].map(set_off.groupby("label")["entry"].nunique())
    rows["childhood"] = rows["trigger"].map(tied.groupby("label")["entry"].nunique())
    rows["newest_now"] = rows["trigger"].map(newest(set_off, ["label"], entries).set_index("label")["entry"])
    rows = rows.sort_values(["childhood", "now", "trigger"], ascending=[False, False, True], kind="stable")
    return shaped(rows, echoes_schema())
