"""The one place for colours: six families that are told apart by hue, by lightness and by shape, on light and on dark.

The colours of the families were searched for by computer (differential evolution in OKLab) so that each reaches
3:1 against the paper, any two differ by 7 in CIE L*, hence in print without colour, and by 0.1 in OKLab, also as
seen with protanopia, deuteranopia and tritanopia (Machado, Oliveira & Fernandes 2009, severity 1).
``tests/test_palette.py`` holds them to it. A colour never stands alone: ``shape`` and ``sign`` say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on light paper and the one in its place on dark paper, both as ``#rrggbb``."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a family is shown: its colour, a shape of Vega's and one like it as a character that common fonts hold."""

    colour: Colour
    shape: str
    sign: str


FAMILIES: Mapping[str, Look] = MappingProxyType(
    {
        "withdraw": Look(Colour("#123171", "#7fa4f5"), "square", "■"),
        "pursue": Look(Colour("#822307", "#d07258"), "triangle-up", "▲"),
        "yield": Look(Colour("#a98b02", "#e3b355"), "triangle-down", "▼"),
        "loop": Look(Colour("#734091", "#a361a4"), "diamond", "◊"),
        "secure": Look(Colour("#507149", "#b8faab"), "circle", "●"),
        "insight": Look(Colour("#00879f", "#4ce4ee"), "cross", "+"),
    }
)

PAPER = Colour("#fbfaf6", "#17181a")
INK = Colour("#20201d", "#e8e5dc")
QUIET = Colour("#5e5b53", "#a9a59a")  # words that may be passed over; 4.5:1 against the paper
LINE = Colour("#e3dfd4", "#34353a")  # grids and grounds that carry nothing
NEUTRAL = Colour("#7c8d91", "#7d9195")  # what belongs to no family; 3:1 against the paper
SOFT = Colour("#cbd5d6", "#3f4b4e")  # an interval behind its line
ACCENT = Colour("#2b5c63", "#8cc4c9")

# From little to much. Words on the first three are in ink, on the last two in the colour of the paper.
STEPS = (
    Colour("#e4ecec", "#24303a"),
    Colour("#c0d7da", "#2c4a52"),
    Colour("#97bec3", "#3a626b"),
    Colour("#447981", "#76b1b8"),
    Colour("#23494f", "#b9e2e4"),
)
IN_INK = 3  # steps on which words are in ink


def colours() -> tuple[Colour, ...]:
    """Return every colour; no two are the same on light paper, so that each has one in its place on dark."""
    families = (look.colour for look in FAMILIES.values())
    return (*families, PAPER, INK, QUIET, LINE, NEUTRAL, SOFT, ACCENT, *STEPS)


def on_dark() -> dict[str, str]:
    """Return the colour on dark paper of each colour on light paper."""
    return {colour.light: colour.dark for colour in colours()}


def dark_rules(scope: str) -> str:
    """Return CSS that shows drawings in light colours as on dark paper, for a media query of the page's.

    Args:
        scope: Selector of what holds them, such as ``.picture``.
    """
    return "".join(
        f'{scope} [{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in on_dark().items()
        for name in ("fill", "stroke")
    )
