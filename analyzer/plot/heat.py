"""Triggers against reactions: in how many entries they stand together, and whether that is more than otherwise."""

from typing import Any

import altair as alt
import pandas as pd

from analyzer.palette import IN_INK, INK, LINE, NEUTRAL, PAPER, QUIET, STEPS
from analyzer.plot.draw import WIDTH, Picture, family_key, picture
from analyzer.plot.wording import counted, family_names, listed, noun, pattern_names
from analyzer.taxonomy import load as load_taxonomy
from analyzer.trends import ANYONE, LEAST, pairs

NAMED = 3  # entries from which a trigger or a reaction has a row or a column; too few to ask leave it blank
EDGES = (0.1, 0.2, 0.35, 0.5)  # shares at which the next step of the ground begins
NAMES = ("under 10 %", "10–20 %", "20–35 %", "35–50 %", "50 % and more")
SIGNS = {"more often": " ▲", "less often": " ▼"}
_WIDEST, _HIGH = 40, 28
_KEY = alt.Legend(
    title="Share of the trigger’s entries",
    columns=5,
    titleFontWeight="normal",
    symbolStrokeColor=NEUTRAL.light,
    symbolType="square",
)


def heat(entries: pd.DataFrame, findings: pd.DataFrame, *, least: int = LEAST) -> Picture:
    """Draw in how many entries each trigger and reaction stand together; blank where there are too few to ask.

    Args:
        entries: The frame of entries.
        findings: The frame of findings.
        least: Entries with the trigger, without it, and with the reaction, below which a pair stays blank.
    """
    table = pairs(entries, findings, least=least)
    anyone = table[table["who"] == ANYONE]
    asked = anyone[anyone["p"].notna()].reset_index(drop=True)
    title = "Triggers and reactions"
    if asked.empty:
        return picture(
            title,
            "",
            f"Not enough entries: a trigger and a reaction are compared from {least} entries with each on.",
        )
    guide = load_taxonomy()
    named = anyone[(anyone["with_trigger"] >= NAMED) & (anyone["with_reaction"] >= NAMED)]
    reactions = [label for label in guide.pattern_labels if label in set(named["reaction"])]
    rows = named.drop_duplicates("trigger").sort_values(["with_trigger", "trigger"], ascending=[False, True])
    triggers = list(rows["trigger"])
    across, down = ({label: place for place, label in enumerate(labels)} for labels in (reactions, triggers))
    steps = pd.cut(asked["share"], [-1, *EDGES, 2], right=False, labels=False).astype(int)
    cells = asked[["trigger", "reaction", "together", "verdict"]].assign(
        x=asked["reaction"].map(across),
        y=asked["trigger"].map(down),
        ground=[NAMES[step] for step in steps],
        words=[
            f"{count}{SIGNS.get(verdict, '')}"
            for count, verdict in zip(asked["together"], asked["verdict"], strict=True)
        ],
        ink=[step < IN_INK for step in steps],
    )
    cells["right"], cells["below"] = cells["x"] + 1, cells["y"] + 1
    wide, high = min(_WIDEST, WIDTH // len(reactions)) * len(reactions), _HIGH * len(triggers)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, len(reactions)], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, len(triggers)], reverse=True, nice=False))
    told = cells[cells["together"] > 0]
    used = [name for name in NAMES if name in set(told["ground"])]
    ground = alt.Scale(domain=used, range=[STEPS[NAMES.index(name)].light for name in used])
    box: dict[str, Any] = {"stroke": PAPER.light, "strokeWidth": 2}
    empty = (
        alt.Chart(cells).mark_rect(fill=LINE.light, fillOpacity=0.4, **box).encode(x=x, x2="right:Q", y=y, y2="below:Q")
    )
    full = alt.Chart(told).mark_rect(**box).encode(
        x=x, x2="right:Q", y=y, y2="below:Q", fill=alt.Fill("ground:N", scale=ground, legend=_KEY)
    )  # fmt: skip
    clear = alt.Chart(cells[cells["verdict"].isin(list(SIGNS))]).mark_rect(
        fill=None, stroke=INK.light, strokeWidth=2
    ).encode(x=x, x2="right:Q", y=y, y2="below:Q")  # fmt: skip
    middle = cells.assign(x=cells["x"] + 0.5, y=cells["y"] + 0.5)
    numbers = [
        alt.Chart(middle[which]).mark_text(fontSize=13, color=colour).encode(x=x, y=y, text="words:N")
        for which, colour in (
            (middle["together"] == 0, QUIET.light),
            ((middle["together"] > 0) & middle["ink"], INK.light),
            ((middle["together"] > 0) & ~middle["ink"], PAPER.light),
        )
    ]
    sides = pd.DataFrame(
        {"y": range(len(triggers)), "name": [noun(t) for t in triggers], "n": list(rows["with_trigger"])}
    )
    sides["y"] += 0.5
    left = alt.Chart(sides).mark_text(align="right", fontSize=13).encode(x=alt.value(-40), y=y, text="name:N")
    count = alt.Chart(sides).mark_text(align="right", color=QUIET.light).encode(x=alt.value(-12), y=y, text="n:Q")
    names = pattern_names()
    heads = pd.DataFrame({"x": range(len(reactions)), "name": [names[label] for label in reactions]})
    heads["x"] += 0.5
    heads["family"] = [guide.family_of[label] for label in reactions]
    top = alt.Chart(heads).mark_text(align="left", angle=315, dx=4, dy=-2).encode(x=x, y=alt.value(-22), text="name:N")
    key = family_key(list(dict.fromkeys(heads["family"])), family_names(), columns=6)
    families = alt.Chart(heads).mark_point(filled=True, opacity=1, size=75).encode(x=x, y=alt.value(-12), **key)
    panel = alt.layer(empty, full, clear, *numbers, left, count, top, families).properties(width=wide, height=high)
    how = [
        f"Entries with both. Blank: too few to say, fewer than {least} with the trigger or with the reaction.",
        "In a frame: more (▲) or less (▼) often than in entries without the trigger, beyond chance.",
    ]
    return picture(title, how, _says(asked, rows, least), panel)


def _says(asked: pd.DataFrame, rows: pd.DataFrame, least: int) -> str:
    names = pattern_names()
    clear = asked[asked["verdict"].isin(list(SIGNS))].sort_values("q")
    columns = ("reaction", "trigger", "together", "with_trigger", "verdict")
    told = [
        f"{names[reaction].lower()} stands with {noun(trigger)} in {together} of {with_trigger} entries, {verdict} "
        "than otherwise"
        for reaction, trigger, together, with_trigger, verdict in zip(*(clear[c][:3] for c in columns), strict=True)
    ]
    found = f" Beyond chance: {listed(told)}." if told else " No pair differs beyond chance."
    most = listed([f"{noun(str(row.trigger))} in {row.with_trigger}" for row in rows.head(3).itertuples()])
    return (
        f"A table of {counted(len(rows), 'trigger')} against reactions. The most frequent triggers: {most}.{found} "
        f"Where fewer than {least} entries tell of a trigger or of a reaction, it stays blank."
    )
