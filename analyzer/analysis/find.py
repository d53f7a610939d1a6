"""From a finding to its entries: which of them hold what is looked for, and the words that say so."""

import re
from calendar import monthrange
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from analyzer.messages import AnalyzerError
from analyzer.reflection import AGENTS, STATUSES, WHENS
from analyzer.taxonomy import load as load_taxonomy

if TYPE_CHECKING:
    import pandas as pd

DAY_FORMS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
OF_PATTERN, OF_TRIGGER = ("pattern", "agent", "status", "when"), ("trigger", "who")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; of several values of one kind any will do, and () asks for nothing.

    Attributes:
        pattern: Labels of patterns; one finding must fit it and ``agent``, ``status`` and ``when`` together.
        trigger: Themes; one trigger must fit it and ``who`` together, in the same entry as the pattern.
        since: First day; ``until`` the last. With either, entries without a date are left out.
    """

    pattern: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a label that is none of the guide's.

        Raises:
            AnalyzerError: with the labels that there are; or the days are in the wrong order.
        """
        guide = load_taxonomy()
        known = (guide.pattern_labels, AGENTS, STATUSES, WHENS, guide.trigger_labels, guide.sources)
        for name, labels in zip((*OF_PATTERN, *OF_TRIGGER), known, strict=True):
            for value in getattr(self, name):
                if value not in labels:
                    raise AnalyzerError(f"--{name} {value}: there is no such label; choose from {', '.join(labels)}")
        if self.since and self.until and self.since > self.until:
            raise AnalyzerError(f"--since {self.since} is after --until {self.until}: exchange them")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that fits.

    Attributes:
        findings: Its rows of the frame of findings that fit, in the order of the text; all of them where only days
            were asked for. Fields without a value are left out.
    """

    id: str
    day: date | None
    findings: tuple[dict[str, Any], ...] = ()


def find_entries(entries: "pd.DataFrame", findings: "pd.DataFrame", wanted: Wanted) -> list[Found]:
    """Return the entries that fit, by day, those without a day last; frames as ``read_frames`` returns them."""
    asked = {kind: _asks(wanted, names) for kind, names in (("pattern", OF_PATTERN), ("trigger", OF_TRIGGER))}
    fit = {kind: _fit(findings, kind, asks) for kind, asks in asked.items() if asks}
    ids = set(_within(entries, wanted).id)
    for rows in fit.values():
        ids &= set(rows.entry)
    shown = findings.loc[sorted(set().union(*(rows.index for rows in fit.values())))] if fit else findings
    shown = shown[shown.entry.isin(ids)]
    words = {str(name): tuple(_plain(row) for row in rows.to_dict("records")) for name, rows in shown.groupby("entry")}
    chosen = entries[entries.id.isin(ids)].sort_values("day", kind="stable", na_position="last")
    return [
        Found(str(name), None if day is None or day != day else day.date(), words.get(str(name), ()))
        for name, day in zip(chosen.id, chosen.day, strict=True)
    ]


def first_day(written: str) -> date:
    """Return the first day of what is written: a day, a month or a year, such as ``2025-03-01`` or ``2025-03``.

    Raises:
        AnalyzerError: it is none.
    """
    year, month, day = _parts(written)
    return _day(written, year, month or 1, day or 1)


def last_day(written: str) -> date:
    """Return the last day of what is written, likewise."""
    year, month, day = _parts(written)
    first = _day(written, year, month or 12, day or 1)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def _parts(written: str) -> tuple[int, int, int]:
    if not (match := DAY_FORMS.fullmatch(written.strip())):
        raise _no_day(written)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if "00" in match.groups():
        raise _no_day(written)
    return year, month, day


def _day(written: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_day(written) from None


def _no_day(written: str) -> AnalyzerError:
    return AnalyzerError(f"'{written}' is no day: write it as 2025-03-01, or a whole month as 2025-03")


def _asks(wanted: Wanted, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return what is asked of a finding, by column of the frame."""
    asks = {name: getattr(wanted, name) for name in names if getattr(wanted, name)}
    return {"label" if name in ("pattern", "trigger") else name: values for name, values in asks.items()}


def _fit(findings: "pd.DataFrame", kind: str, asks: dict[str, tuple[str, ...]]) -> "pd.DataFrame":
    rows = findings[findings.kind == kind]
    for column, values in asks.items():
        rows = rows[rows[column].isin(values)]
    return rows


def _within(entries: "pd.DataFrame", wanted: Wanted) -> "pd.DataFrame":
    rows = entries
    if wanted.since:
        rows = rows[rows.day >= wanted.since.isoformat()]
    if wanted.until:
        rows = rows[rows.day <= wanted.until.isoformat()]
    return rows


def _plain(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {
        str(name): value
        for name, value in row.items()
        if name not in ("entry", "day") and value is not None and value == value
    }
