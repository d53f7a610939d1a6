"""Reads a run that ``analyze -o`` kept, without going on with it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from analyzer.messages import AnalyzerError
from analyzer.reflection import Reflection
from analyzer.store.run import FORMAT, RUN, Store


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The reflections of a run, in the order of the journal.

    Attributes:
        include_text: Whether they hold the text of the entries, and not only the words of the findings.
        complete: Whether the run came to its end; one that was stopped holds the entries up to there.
    """

    folder: Path
    include_text: bool
    complete: bool

    def reflections(self) -> Iterator[Reflection]:
        """Yield them one by one; memory holds one part.

        Raises:
            AnalyzerError: a part is damaged.
        """
        return chain.from_iterable(Store(self.folder, "", "").parts())

    def reflection(self, entry_id: str) -> Reflection:
        """Return that of one entry.

        Raises:
            AnalyzerError: no entry of the run has this id, or a part is damaged.
        """
        for reflection in self.reflections():
            if reflection.id == entry_id:
                return reflection
        raise AnalyzerError(f"{self.folder} has no entry with this id: analyzer entries {self.folder} lists them")


def open_run(folder: str | Path) -> KeptRun:
    """Return the run that is kept in a folder.

    Raises:
        AnalyzerError: no run is there, or one that another version wrote.
    """
    folder = Path(folder)
    try:
        content = json.loads((folder / RUN).read_text("utf-8"))
        form, include_text, complete = (content[name] for name in ("format", "include_text", "complete"))
    except (OSError, ValueError, KeyError, TypeError):
        raise AnalyzerError(f"{folder} holds no run: make one by analyze PATH -o {folder}") from None
    if form != FORMAT:
        raise AnalyzerError(f"{folder} was written by another version: run analyze PATH -o {folder} --overwrite")
    return KeptRun(folder, bool(include_text), bool(complete))
