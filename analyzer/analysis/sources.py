"""The entries of one run, from one or several exports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from analyzer.entry import Entry
from analyzer.readers import ReadOptions, read, recognise


def read_all(paths: Sequence[str | Path], options: ReadOptions) -> Iterator[Entry]:
    """Stream the entries of all paths in order, under ids that are unique over all of them.

    Every path is looked at before this returns, so that a mistake in the last one is told at once.

    Raises:
        AnalyzerError: one of them holds nothing readable.
    """
    if len(paths) == 1:
        return read(paths[0], options=options)
    for path in paths:
        if str(path) != "-":
            recognise(path)
    return _unique(entry for path in paths for entry in read(path, options=options))


def _unique(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        name, times = entry.id, 1
        while name in seen:
            times += 1
            name = f"{entry.id}#{times}"
        seen.add(name)
        yield entry if name == entry.id else replace(entry, id=name)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that the reader could not make out: where it stands and why. Safe to print."""

    place: str
    why: str


@dataclass
class Watch:
    """Passes entries on and remembers those that could not be made out."""

    left_out: list[LeftOut] = field(default_factory=list)

    def over(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries unchanged."""
        for entry in entries:
            if entry.problem:
                self.left_out.append(LeftOut(entry.place or entry.id, entry.problem))
            yield entry
