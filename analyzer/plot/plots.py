"""The pictures of one journal at hand: ``analysis.plot.calendar()``."""

from collections.abc import Sequence

import pandas as pd

from analyzer.plot.calendar import calendar
from analyzer.plot.cycle import cycle
from analyzer.plot.draw import Picture
from analyzer.plot.feelings import feelings
from analyzer.plot.flow import flow
from analyzer.plot.heat import heat
from analyzer.plot.intensity import intensity
from analyzer.plot.space import space
from analyzer.trends import By, about


class Plots:
    """The seven pictures of a journal. A notebook draws each; ``analyzer.plot.as_svg`` makes a file of it.

    Args:
        entries: Frame of ``frames.entries_schema()``.
        findings: Frame of ``frames.findings_schema()``.
        persons: Only entries in which one of these roles set something off; none for all.

    Raises:
        AnalyzerError: a person is no role.
    """

    def __init__(self, entries: pd.DataFrame, findings: pd.DataFrame, *, persons: Sequence[str] = ()) -> None:
        self._frames = about(entries, findings, persons)

    def with_persons(self, *persons: str) -> "Plots":
        """Return the pictures of only the entries in which one of these roles, such as "partner", set something off.

        Raises:
            AnalyzerError: a person is no role.
        """
        return Plots(*self._frames, persons=persons)

    def calendar(self) -> Picture:
        """Draw each day by the family of most of the writer's reactions."""
        return calendar(*self._frames)

    def feelings(self, *, by: By | None = None) -> Picture:
        """Draw the most frequent feelings over time, by day, week or month."""
        return feelings(*self._frames, by=by)

    def heat(self) -> Picture:
        """Draw in how many entries each trigger and reaction stand together."""
        return heat(*self._frames)

    def flow(self) -> Picture:
        """Draw the ways from trigger over feeling to reaction."""
        return flow(*self._frames)

    def cycle(self) -> Picture:
        """Draw which side of the pursue-withdraw cycle the writer takes with each person."""
        return cycle(*self._frames)

    def space(self, *, by: By | None = None) -> Picture:
        """Draw the share of moments with a pause or an urge overcome, by day, week or month."""
        return space(*self._frames, by=by)

    def intensity(self, *, by: By | None = None) -> Picture:
        """Draw the intensity of the feelings against the severity of the situation, by day, week or month."""
        return intensity(*self._frames, by=by)

    def __repr__(self) -> str:
        return "<Plots: calendar, feelings, heat, flow, cycle, space, intensity>"
