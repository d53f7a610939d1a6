"""How things look in a terminal: few colours, one for each family, and nothing that a journal could smuggle in."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

# The sixteen colours of the user's own theme, so that they fit a light and a dark background.
FAMILY_STYLES: Mapping[str, str] = {
    "withdraw": "blue",
    "pursue": "red",
    "yield": "yellow",
    "loop": "magenta",
    "secure": "green",
    "insight": "cyan",
}
HEADING, QUIET, TRIGGER_STYLE = "bold", "dim", "underline"


def console() -> "Console":
    """Return a console on standard output in UTF-8; without colour where it is no terminal."""
    from rich.console import Console

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    return Console(highlight=False, emoji=False, markup=False)


def utf8(stream: TextIO) -> TextIO:
    """Write UTF-8 whatever the locale; what is no character becomes an escape that JSON can read."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def printable(text: str) -> str:
    """Return the text with a space for each character that steers a terminal; its length stays."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)


def day_in_words(day: date | None) -> str:
    """Return a day such as ``3 Jan 2025``; "undated" where there is none."""
    return f"{day.day} {day:%b %Y}" if day else "undated"


def entries_in_words(count: int) -> str:
    """Return ``1 entry`` or ``1,234 entries``."""
    return f"{count:,} {'entry' if count == 1 else 'entries'}"
