"""New experiences of security, and the secure qualities with their newest words."""

from collections import Counter, defaultdict

import pandas as pd

from analyzer.trends.phrases import load_qualities
from analyzer.trends.schema import new_security_schema, qualities_schema, shaped
from analyzer.trends.select import closing, newest, order, reactions, secure, triggers

OLD_LEAST = 2  # earlier entries in which the old reaction answered the trigger, below which nothing is called new


def new_security(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return the entries in which a secure move answers what used to be answered otherwise.

    The columns are those of ``new_security_schema()``. Such an entry holds a trigger, a secure move of the writer and
    no other reaction; in at least two earlier entries the same trigger stood with one and the same reaction that is no
    secure move. ``before`` counts these; of several old reactions the most frequent is named, of several moves the
    first that follows the trigger in the text, else the first. Undated entries are left out: earlier and later are
    not known of them.
    """
    dated = entries[entries["day"].notna()]
    places = order(dated)
    done = reactions(findings)
    old = closing(done)[["entry", "label"]].drop_duplicates()
    moves = secure(done)
    set_off = triggers(findings)[["entry", "label", "start"]].rename(columns={"label": "trigger", "start": "at"})
    set_off = set_off[set_off["entry"].isin(places.index)].drop_duplicates(["entry", "trigger"])
    set_off = set_off.assign(place=set_off["entry"].map(places)).sort_values(["place", "at"], kind="stable")
    answers = old.groupby("entry")["label"].agg(list).to_dict()
    fresh = set_off[~set_off["entry"].isin(answers)].merge(moves, on="entry")
    fresh = fresh.assign(earlier=fresh["start"] < fresh["at"]).sort_values(["earlier", "start"], kind="stable")
    fresh = fresh.drop_duplicates(["entry", "trigger"]).set_index(["entry", "trigger"])
    found = fresh[["day", "label", "quote"]].to_dict("index")
    so_far: dict[str, Counter[str]] = defaultdict(Counter)
    rows: list[tuple[object, ...]] = []
    for entry, trigger in set_off[["entry", "trigger"]].itertuples(index=False, name=None):
        before = so_far[trigger]
        if (entry, trigger) in found and before:
            label, times = min(before.items(), key=lambda pair: (-pair[1], pair[0]))
            if times >= OLD_LEAST:
                move = found[entry, trigger]
                rows.append((entry, move["day"], trigger, move["label"], move["quote"], label, times))
        before.update(answers.get(entry, ()))
    names = [column.name for column in new_security_schema()]
    return shaped(pd.DataFrame(rows, columns=names), new_security_schema())


def qualities(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return the seven secure qualities with their count and newest words, of ``qualities_schema()``.

    A quality counts in an entry where the writer did one of its patterns in the entry's own time;
    ``data/taxonomy/qualities.yaml`` says which.
    """
    done = reactions(findings)
    rows = []
    for quality in load_qualities():
        shown = done[done["label"].isin(quality.patterns)]
        last = newest(shown.assign(all="all"), ["all"], entries)
        name, quote = (last["entry"].iloc[0], last["quote"].iloc[0]) if len(last) else (pd.NA, pd.NA)
        rows.append({"quality": quality.label, "count": shown["entry"].nunique(), "newest": name, "quote": quote})
    return shaped(rows, qualities_schema())
