"""The whole way for a notebook: a path or entries in, an ``Analysis`` out.

pandas and the pipeline are imported where they are used: the commands need neither to refuse a wrong path.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.analysis.progress import shown
from analyzer.analysis.sources import LeftOut, Watch, read_all
from analyzer.analysis.summary import Summary, Tally
from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.readers import ReadOptions
from analyzer.reflection import Reflection

if TYPE_CHECKING:
    import pandas as pd

    from analyzer.plot import Plots
    from analyzer.trends import By, Trends


class Analysis:
    """The reflections of a journal: as tables, one by one by their id, and counted.

    Attributes:
        left_out: Entries that the reader could not make out; they are in the tables as skipped.
    """

    def __init__(self, reflections: Sequence[Reflection], left_out: Sequence[LeftOut] = ()) -> None:
        self._reflections = tuple(reflections)
        self._by_id = {reflection.id: reflection for reflection in self._reflections}
        self.left_out = tuple(left_out)

    @cached_property
    def entries(self) -> "pd.DataFrame":
        """One row an entry, of ``frames.entries_schema()``."""
        from analyzer.frames import entries_frame

        return entries_frame(self._reflections)

    @cached_property
    def findings(self) -> "pd.DataFrame":
        """One row a finding, of ``frames.findings_schema()``."""
        from analyzer.frames import findings_frame

        return findings_frame(self._reflections)

    def summary(self) -> Summary:
        """Count what was felt, what set it off and how people reacted."""
        tally = Tally()
        for reflection in self._reflections:
            tally.add(reflection)
        return tally.summary()

    def trends(self, *, by: "By" = "month", persons: Sequence[str] = ()) -> "Trends":
        """Return what the whole journal says over time, as tables: ``.trends().pairs``, ``.trends()["space"]``.

        Args:
            by: Period of rates, space and intensity: day, week, month, weekday, hour or person.
            persons: Roles, such as ``["partner"]``: only entries in which one of them set something off.

        Raises:
            AnalyzerError: a person is no role; or, when such a table is asked for, ``by`` is no period.
        """
        from analyzer.trends import Trends

        return Trends(self.entries, self.findings, by=by, persons=tuple(persons))

    @cached_property
    def plot(self) -> "Plots":
        """Seven pictures, drawn on this machine: ``.plot.calendar()``, ``.plot.with_persons("partner").space()``."""
        from analyzer.plot import Plots

        return Plots(self.entries, self.findings)

    def report(self, path: str | Path, *, quotes: bool = True, country: str | None = None) -> Path:
        """Write one HTML page of the whole journal, which asks no host for anything, and return its path.

        Args:
            path: The file; one of that name is replaced. Only its owner can read it.
            quotes: Whether the journal's own words may stand in it.
            country: ISO 3166-1 alpha-2, for the lines that say who helps; None takes that of the locale.

        Raises:
            AnalyzerError: the path is a folder, or cannot be written.
        """
        from analyzer.care import care_lines
        from analyzer.report import write

        care = care_lines(country) if any(reflection.care for reflection in self._reflections) else ()
        return write(path, self._reflections, quotes=quotes, care=care)

    def __getitem__(self, entry_id: str) -> Reflection:
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise AnalyzerError(f"no entry has the id {entry_id!r}: the ids are in analysis.entries.id") from None

    def __len__(self) -> int:
        return len(self._reflections)

    def __iter__(self) -> Iterator[Reflection]:
        return iter(self._reflections)

    def __repr__(self) -> str:
        days = sorted(f"{r.date:%Y-%m-%d}" for r in self._reflections if r.date)
        span = f", {days[0]} to {days[-1]}" if days else ""
        found = sum(len(r.patterns) + len(r.triggers) for r in self._reflections)
        return f"<Analysis: {len(self):,} entries{span}, {found:,} findings>"


def analyze(
    source: str | Path | Iterable[Entry],
    *,
    people: Mapping[str, str] | None = None,
    text_column: str | None = None,
    date_column: str | None = None,
    progress: bool = False,
) -> Analysis:
    """Analyse a journal export, or entries at hand. All reflections are held; ``analyze -o`` streams.

    Args:
        source: A file or folder as an app exported it, or entries with unique ids.
        people: Names and who they are to the writer, such as ``{"Sam": "partner"}``.
        text_column: The column of a CSV, or the key of JSON objects, that holds the text; None finds it.
        date_column: Likewise for the date.
        progress: Count the entries on standard error where that is a terminal.

    Raises:
        AnalyzerError: nothing readable there, or a role is none of the guide's.
    """
    from analyzer import pipeline

    if isinstance(source, str | Path):
        entries: Iterable[Entry] = read_all([source], ReadOptions(text_column, date_column))
    else:
        entries = source
    watch = Watch()
    reflections = pipeline.reflect(watch.over(entries), people=dict(people or {}))
    return Analysis(list(shown(reflections, wanted=progress)), watch.left_out)
