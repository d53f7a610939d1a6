"""A whole journal in seven pictures, drawn on this machine alone; each says in words what it shows."""

from analyzer.plot.calendar import calendar
from analyzer.plot.cycle import cycle
from analyzer.plot.draw import Picture, as_png, as_svg, describe, how_to_read, title_of
from analyzer.plot.feelings import feelings
from analyzer.plot.flow import flow
from analyzer.plot.heat import heat
from analyzer.plot.intensity import intensity
from analyzer.plot.plots import Plots
from analyzer.plot.space import space

__all__ = [
    "Picture",
    "Plots",
    "as_png",
    "as_svg",
    "calendar",
    "cycle",
    "describe",
    "feelings",
    "flow",
    "heat",
    "how_to_read",
    "intensity",
    "space",
    "title_of",
]
