"""What the page says of the whole time, as plain data for the templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry that something rests on: its place on the page, its day, and its words where they may be shown."""

    anchor: str
    day: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One month of a course: where its column stands, and how high it is, 0 to 100; ``share`` in words."""

    start: float
    width: float
    height: float
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class Course:
    """In what share of each month's entries, or moments, something stands; a month without any has no column.

    Attributes:
        of: What the columns are a share of, and what the highest possible one stands for.
    """

    family: str
    of: str
    first: str
    last: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A course with its name."""

    name: str
    course: Course


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what it rests on.

    Attributes:
        more: Number of entries behind it that are not named.
        pair: What it compares, where it is of a trigger and a reaction.
        filter: What the entries' filter asks for to show them all.
        course: The months one by one, where it is of a change.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    more: int = 0
    pair: "Pair | None" = None
    filter: str = ""
    course: "Course | None" = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A trigger and a reaction of the writer: how often together, against how often otherwise; shares in percent."""

    trigger: str
    reaction: str
    family: str
    together: int
    with_trigger: int
    rest: int
    rest_of: int
    share: float
    otherwise: float
    lift: str
    verdict: str
    filter: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A trigger, the feeling of the entry, and the reaction that follows in the text."""

    trigger: str
    feeling: str
    reaction: str
    family: str
    count: int
    newest: Evidence


@dataclass(frozen=True, slots=True)
class Repair:
    """A rupture and the way back: their entries, the days between them in words, and with whom."""

    rupture: Evidence
    repair: Evidence
    days: str
    who: str


@dataclass(frozen=True, slots=True)
class Repairs:
    """How many ruptures were told, how many found a way back, and the days that half of them took at most."""

    ruptures: int
    repaired: int
    median: str
    rows: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """A secure quality: in how many entries the writer shows it, and the newest of them."""

    name: str
    count: int
    newest: Evidence | None


@dataclass(frozen=True, slots=True)
class Share:
    """A family's part of a month's bar: entries with a reaction of it, and where it lies, 0 to 100."""

    family: str
    name: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The figures of a month; None where there is nothing to tell them from. ``shares`` are the writer's reactions."""

    key: str
    name: str
    entries: int
    intensity: float | None
    severity: float | None
    moments: int
    with_space: int
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class OverTime:
    """All that the page says of the whole time."""

    statements: tuple[Said, ...]
    clear: tuple[Pair, ...]
    unclear: tuple[Pair, ...]
    too_few: int
    chains: tuple[Chain, ...]
    cycles: dict[str, Said]
    changes: tuple[str, ...]
    repairs: Repairs
    new_security: tuple[Said, ...]
    qualities: tuple[Quality, ...]
    echoes: tuple[Said, ...]
    months: tuple[MonthRow, ...]
    space: Course | None
    feelings: tuple[Named, ...]
