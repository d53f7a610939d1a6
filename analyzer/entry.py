"""One journal entry as the readers hand it on."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What the writer wrote, when, and where in the export it stands.

    Attributes:
        id: The export's own id where there is one, else made from the place in the export; unique in a run.
        text: The writer's words alone: no front matter, embeds, placeholders or prompts of the app.
        date: An aware time, a naive local time, a day, or None. Never guessed.
        title: The title where the format keeps one apart from the text, else "".
        tags: As the export lists them, without ``#`` or ``@``.
        source: The format it was read from, such as ``day_one``.
        place: File name and position in it, such as ``Journal.json, entry 3``. Safe to print.
        problem: Why the reader could not make out this entry, else "". Such an entry has no text; it is
            counted and named, and the journal goes on.
    """

    id: str
    text: str
    date: dt.datetime | dt.date | None = None
    title: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    place: str = ""
    problem: str = ""

    @property
    def day(self) -> dt.date | None:
        """The writer's local day."""
        return self.date.date() if isinstance(self.date, dt.datetime) else self.date
