"""All tables of a journal's trends at hand, each made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pandas as pd

from analyzer.trends.bonds import cycles, repairs
from analyzer.trends.chains import chains, echoes
from analyzer.trends.pairs import pairs
from analyzer.trends.rates import intensity, rates
from analyzer.trends.schema import By
from analyzer.trends.security import new_security, qualities
from analyzer.trends.select import about
from analyzer.trends.space import changes, space
from analyzer.trends.statements import Statement, supported


class Trends(Mapping[str, pd.DataFrame]):
    """The tables by their names: ``trends["pairs"]``, or ``trends.pairs``; ``trends.supported()`` in words.

    Args:
        entries: Frame of ``frames.entries_schema()``.
        findings: Frame of ``frames.findings_schema()``.
        by: Period of ``rates``, ``space`` and ``intensity``. ``changes`` need a time: without one they go by month.
        persons: Only entries in which one of these roles set something off; none for all.

    Raises:
        AnalyzerError: ``by`` is no period, or a person no role; when a table is asked for, or at once.
    """

    def __init__(
        self, entries: pd.DataFrame, findings: pd.DataFrame, *, by: By = "month", persons: tuple[str, ...] = ()
    ) -> None:
        self._frames = about(entries, findings, persons)
        self.by = by
        self._made: dict[str, pd.DataFrame] = {}
        self._ways: dict[str, Callable[[], pd.DataFrame]] = {
            "rates": partial(rates, *self._frames, by=by),
            "pairs": partial(pairs, *self._frames),
            "chains": partial(chains, *self._frames),
            "cycles": partial(cycles, *self._frames),
            "space": partial(space, *self._frames, by=by),
            "changes": self._changes,
            "repairs": partial(repairs, *self._frames),
            "new_security": partial(new_security, *self._frames),
            "intensity": partial(intensity, *self._frames, by=by),
            "echoes": partial(echoes, *self._frames),
            "qualities": partial(qualities, *self._frames),
        }

    def supported(self, n: int = 3) -> list[Statement]:
        """Return the ``n`` best supported findings in plain sentences; see ``statements.supported``."""
        return supported(*self._frames, n)

    def _changes(self) -> pd.DataFrame:
        return changes(self["space"] if self.by in ("day", "week", "month") else space(*self._frames))

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            self._made[name] = self._ways[name]()
        return self._made[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self._ways:
            raise AttributeError(f"no table is called {name!r}: the tables are {', '.join(self.__dict__['_ways'])}")
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._ways]

    def __repr__(self) -> str:
        return f"<Trends by {self.by}: {', '.join(self)}>"
