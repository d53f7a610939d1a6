"""The months one by one: what they hold, and the course of one reaction over them."""

from collections.abc import Sequence

import pandas as pd

from analyzer import trends
from analyzer.frames import BETWEEN
from analyzer.report.rows import Column, Course, MonthRow, Named, Share
from analyzer.report.words import month_in_words
from analyzer.taxonomy import load as load_taxonomy

SPACE = "space"  # the label of a change in the share of pauses and urges overcome
OF_ENTRIES = "share of each month’s entries"
OF_SPACE = "share of each month’s moments with a pause or an urge overcome"
GAP = 0.22  # of a column's width stays blank beside it


def course(entries: pd.DataFrame, findings: pd.DataFrame, label: str) -> Course | None:
    """Return in what share of each month's entries the writer does a pattern.

    For ``space`` it is the share of the moments with a pause or an urge overcome. None for any other label, and
    where no entry has a date.
    """
    family = "secure" if label == SPACE else load_taxonomy().family_of.get(label)
    shares = _space(entries, findings) if label == SPACE else _shares_of(entries, findings, label)
    if family is None:
        return None
    return _course(shares, family, OF_SPACE if label == SPACE else OF_ENTRIES)


def feeling_courses(entries: pd.DataFrame, labels: Sequence[str]) -> tuple[Named, ...]:
    """Return in what share of each month's entries each of the feelings is present, all on one scale."""
    valence = {row.label: row.valence for row in load_taxonomy().feelings}
    dated = entries[(entries.skipped == "") & entries.day.notna()]
    present = [set(cell.split(BETWEEN)) for cell in dated.feelings_present]
    shares = {label: _by_month([label in of_entry for of_entry in present], dated.day) for label in labels}
    most = max((of_label.max() for of_label in shares.values()), default=0.0)
    found = {label: _course(of_label, valence.get(label, ""), OF_ENTRIES, most) for label, of_label in shares.items()}
    return tuple(Named(label.capitalize(), one) for label, one in found.items() if one)


def _course(shares: pd.Series, family: str, of: str, most: float | None = None) -> Course | None:
    """Return the columns of shares by month, ``most`` 100 high; None where no month has any."""
    if shares.isna().all():
        return None
    most, width = (float(shares.max()) if most is None else most) or 1.0, 100 / len(shares)
    names = [month_in_words(period.start_time) for period in shares.index]
    columns = tuple(
        Column(place * width, width * (1 - GAP), 100 * share / most, name, f"{share:.0%}")
        for place, (name, share) in enumerate(zip(names, shares, strict=True))
        if not pd.isna(share)
    )
    return Course(family, f"{of}, up to {most:.0%}", names[0], names[-1], columns)


def _shares_of(entries: pd.DataFrame, findings: pd.DataFrame, label: str) -> pd.Series:
    done = _done(findings)
    dated = entries[(entries.skipped == "") & entries.day.notna()]
    with_it = dated.id.isin(done.entry[done.label == label])
    return _by_month(with_it.to_list(), dated.day)


def _space(entries: pd.DataFrame, findings: pd.DataFrame) -> pd.Series:
    space = trends.space(entries, findings).dropna(subset=["period"])
    return _every_month(space.share.set_axis(space.period.dt.to_period("M")))


def _by_month(present: Sequence[bool], days: pd.Series) -> pd.Series:
    return _every_month(pd.Series(present, days.index, "float64").groupby(days.dt.to_period("M")).mean())


def _every_month(shares: pd.Series) -> pd.Series:
    if shares.empty:
        return shares
    return shares.reindex(pd.period_range(shares.index.min(), shares.index.max(), freq="M"))


def month_rows(intensity: pd.DataFrame, space: pd.DataFrame, findings: pd.DataFrame) -> tuple[MonthRow, ...]:
    """Return a row a month, from the trends of that name and the reactions found."""
    both = intensity.merge(space[["period", "moments", "with_space"]], on="period", how="left")
    shares = _shares(findings)
    return tuple(
        MonthRow(
            f"{row['period']:%Y-%m}",
            month_in_words(row["period"]),
            int(row["entries"]),
            None if pd.isna(row["intensity"]) else float(row["intensity"]),
            None if pd.isna(row["severity"]) else float(row["severity"]),
            0 if pd.isna(row["moments"]) else int(row["moments"]),
            0 if pd.isna(row["with_space"]) else int(row["with_space"]),
            shares.get(f"{row['period']:%Y-%m}", ()),
        )
        for row in both[both.period.notna()].to_dict("records")
    )


def _shares(findings: pd.DataFrame) -> dict[str, tuple[Share, ...]]:
    """Return the bar of each month: the families of the writer's reactions side by side, the fullest month 100 wide."""
    done = _done(findings).dropna(subset=["day"]).drop_duplicates(["entry", "family"])
    counts = done.groupby([done.day.dt.strftime("%Y-%m"), done.family.astype(str)]).size()
    if counts.empty:
        return {}
    most, bars = counts.groupby(level=0).sum().max(), {}
    for month, of_month in counts.groupby(level=0):
        start, bar = 0.0, []
        for family in load_taxonomy().families:
            count = int(of_month.get((month, family.label), 0))
            if count:
                bar.append(Share(family.label, family.name, count, start, 100 * count / most))
                start += 100 * count / most
        bars[str(month)] = tuple(bar)
    return bars


def _done(findings: pd.DataFrame) -> pd.DataFrame:
    return findings[findings.agent.isin(["self", "both"]) & (findings.status == "done") & (findings.when == "now")]
