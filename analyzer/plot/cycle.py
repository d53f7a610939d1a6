"""The pursue-withdraw cycle with each person: which side the writer takes, as counts of entries."""

from typing import Any

import altair as alt
import pandas as pd

from analyzer.palette import FAMILIES, INK, LINE, QUIET
from analyzer.plot.draw import WIDTH, Picture, picture
from analyzer.plot.wording import counted, listed
from analyzer.trends import cycles, load_phrases

SIDES = {"pursues": "you pursue, they withdraw", "withdraws": "you withdraw, they pursue"}
_FAMILY = {"pursues": "pursue", "withdraws": "withdraw"}
_ROW = 40


def cycle(entries: pd.DataFrame, findings: pd.DataFrame) -> Picture:
    """Draw, for each person, in how many entries the writer pursues (left) and withdraws (right) in such a cycle."""
    table = cycles(entries, findings)
    title = "One pursues, the other withdraws"
    if table.empty:
        return picture(title, "", "No entry tells of one side pursuing while the other withdraws.")
    table = table.assign(name=[_name(person) for person in table["person"]])
    people = table.drop_duplicates("name").reset_index(drop=True)
    down = {name: place for place, name in enumerate(people["name"])}
    most = int(table["count"].max())
    bars = table[["name", "side", "count"]].assign(
        y=table["name"].map(down) + 0.22,
        below=table["name"].map(down) + 0.78,
        middle=table["name"].map(down) + 0.5,
        zero=0,
        reach=table["count"].where(table["side"] == "withdraws", -table["count"]),
        sign=[FAMILIES[_FAMILY[side]].sign for side in table["side"]],
    )
    bars["words"] = [f"{count:,}" for count in bars["count"]]
    reach = max(most, 4)
    x = alt.X("zero:Q", axis=None, scale=alt.Scale(domain=[-reach * 1.12, reach * 1.12], nice=False))
    y = alt.Scale(domain=[0, len(people)], reverse=True, nice=False)
    panels = []
    for side, family in _FAMILY.items():
        mine, colour = bars[bars["side"] == side], FAMILIES[family].colour.light
        outside: dict[str, Any] = {"align": "right", "dx": -8} if side == "pursues" else {"align": "left", "dx": 8}
        panels += [
            alt.Chart(mine).mark_rect(color=colour).encode(
                x=x, x2="reach:Q", y=alt.Y("y:Q", axis=None, scale=y), y2="below:Q"
            ),
            alt.Chart(mine).mark_text(fontSize=14, **outside).encode(
                x=alt.X("reach:Q", axis=None), y=alt.Y("middle:Q", axis=None, scale=y), text="words:N"
            ),
        ]  # fmt: skip
        head = pd.DataFrame({"name": [f"{FAMILIES[family].sign} {SIDES[side]}"], "zero": [0]})
        panels.append(
            alt.Chart(head).mark_text(fontSize=13, color=INK.light, **{**outside, "dx": outside["dx"] * 1.5}).encode(
                x=x, y=alt.value(-10), text="name:N"
            )
        )  # fmt: skip
    line = alt.Chart(pd.DataFrame({"zero": [0]})).mark_rule(color=LINE.light, strokeWidth=2).encode(x=x)
    names = people.assign(y=people["name"].map(down) + 0.5, n=[counted(n, "entry") for n in people["entries"]])
    looks: dict[str, dict[str, Any]] = {
        "name": {"baseline": "bottom", "color": INK.light, "fontSize": 13},
        "n": {"baseline": "top", "color": QUIET.light, "fontSize": 11},
    }
    sides = [
        alt.Chart(names[["name", "y", "n"]]).mark_text(align="right", **look).encode(
            x=alt.value(-6), y=alt.Y("y:Q", axis=None, scale=y), text=f"{field}:N"
        )
        for field, look in looks.items()
    ]  # fmt: skip
    panel = alt.layer(line, *panels, *sides).properties(width=WIDTH - 60, height=_ROW * len(people))
    how = (
        "Entries that tell of it, by the side you take. An entry may tell both. Counts of acts, not a trait of anyone."
    )
    return picture(title, how, _says(table), panel)


def _name(person: object) -> str:
    return "someone not named" if pd.isna(person) else load_phrases().people[str(person)]  # type: ignore[call-overload]


def _says(table: pd.DataFrame) -> str:
    parts = []
    for name, rows in table.groupby("name", sort=False):
        counts = dict(zip(rows["side"], rows["count"], strict=True))
        told = listed([f"you {side[:-1]} in {counts[side]}" for side in SIDES if side in counts])
        parts.append(f"with {name} {told} of {counted(rows['entries'].iloc[0], 'entry')}")
    return f"Entries in which one pursues and the other withdraws: {'; '.join(parts)}."
