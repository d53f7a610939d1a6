"""Between the writer and each person: the pursue-withdraw cycle, and how long a rupture waits for its repair."""

import pandas as pd

from analyzer.trends.schema import cycles_schema, repairs_schema, shaped
from analyzer.trends.select import NO_PERSON, acts, newest, order, triggers

REPAIR_DAYS = 14  # a repair told later than this is not tied to the rupture
RUPTURES = ("attack", "shutdown")
_FAR_SIDE = {"pursue": "withdraw", "withdraw": "pursue"}
_SIDE = {"pursue": "pursues", "withdraw": "withdraws"}


def cycles(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return which side of the cycle the writer takes with each person, of ``cycles_schema()``.

    The writer pursues where they pursue or attack and the other withdraws, in the entry's own time, and withdraws
    where it is the other way round. These are counts of acts in entries, not a trait of anyone.
    """
    told = findings[findings["entry"].isin(entries.loc[entries["cycle"], "id"])]
    done = with_person(acts(told), told)
    done = done[done["family"].isin(list(_SIDE))]
    others = set(done.loc[done["agent"] == "other", ["entry", "family"]].itertuples(index=False, name=None))
    mine = done[done["agent"] == "self"]
    answered = [(entry, _FAR_SIDE[family]) in others for entry, family in zip(mine.entry, mine.family, strict=True)]
    mine = mine[pd.Series(answered, index=mine.index, dtype="bool")]
    if mine.empty:
        return shaped(None, cycles_schema())
    mine = mine.assign(side=mine["family"].map(_SIDE), person=mine["person"].fillna(""))
    rows = newest(mine, ["person", "side"], entries).rename(columns={"entry": "newest"})
    counts = mine.groupby(["person", "side"])["entry"].nunique()
    rows["count"] = [counts[key] for key in zip(rows["person"], rows["side"], strict=True)]
    rows["entries"] = rows["person"].map(mine.groupby("person")["entry"].nunique())
    rows = rows.sort_values(["entries", "person", "side"], ascending=[False, True, True], kind="stable")
    return shaped(rows.assign(person=rows["person"].replace("", pd.NA)), cycles_schema())


def repairs(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return each rupture with the repair that followed, in the order of time, of ``repairs_schema()``.

    A rupture is an entry in which someone attacked or shut down, once for each person; a repair is an act of repair
    by anyone. The first repair after the rupture is tied to it: later in the same text, or in a later entry within 14
    days, where it is with the same person, or one of the two names none. Undated entries repair only themselves.
    """
    done = with_person(acts(findings), findings)
    done = done.assign(place=done["entry"].map(order(entries)).fillna(-1))
    breaks = done[done["label"].isin(RUPTURES)].sort_values(["place", "start"], kind="stable")
    breaks = breaks.drop_duplicates(["entry", "person"])
    mends = done[done["label"] == "repair"].sort_values(["place", "start"], kind="stable")
    rows: list[tuple[object, ...]] = []
    for person, entry, day, start, place in breaks[["person", "entry", "day", "start", "place"]].itertuples(
        index=False, name=None
    ):
        later = (mends["place"] > place) & (mends["day"] - day <= pd.Timedelta(days=REPAIR_DAYS))
        same = (mends["entry"] == entry) & (mends["start"] >= start)
        with_them = mends["person"].isna() | (mends["person"] == person).fillna(False) | pd.isna(person)
        first = mends[(later | same) & with_them].head(1)
        if first.empty:
            rows.append((person, entry, day, pd.NA, pd.NaT, pd.NA))
            continue
        to_entry, to_day = first["entry"].iloc[0], first["day"].iloc[0]
        rows.append((person, entry, day, to_entry, to_day, 0 if to_entry == entry else (to_day - day).days))
    names = [column.name for column in repairs_schema()]
    return shaped(pd.DataFrame(rows, columns=names), repairs_schema())


def with_person(found: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return acts with a column ``person``: the source of the entry's nearest trigger that has a person, or missing.

    Near counts in characters between where the two begin; of two as near, the one told first.
    """
    people = triggers(findings)[["entry", "start", "who"]]
    people = people[~people["who"].fillna("none").isin(NO_PERSON)].rename(columns={"start": "at", "who": "person"})
    numbered = found.drop(columns="person", errors="ignore").reset_index(drop=True)
    both = numbered.reset_index(names="row").merge(people, on="entry", how="left")
    both = both.assign(far=(both["start"] - both["at"]).abs()).sort_values(["row", "far", "at"], kind="stable")
    return both.drop_duplicates("row").drop(columns=["row", "far", "at"]).reset_index(drop=True)
