"""The parts of one run: written as they come, kept when the same run starts again."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.reflection import Reflection
from analyzer.resources import shipped
from analyzer.store.files import aside, private_folder
from analyzer.store.rows import SCHEMA, from_row, to_row

PART_ENTRIES = 256
FORMAT = 2  # of the parts; a folder of another format is not gone on with
RUN, PARTS, PATTERN = "run.json", "parts", "part-*.parquet"
TABLES = ("entries.parquet", "findings.parquet")

Reflect = Callable[[Iterator[Entry]], Iterable[Reflection]]


@dataclass(frozen=True)
class Store:
    """A folder with the parts of one run.

    Attributes:
        include_text: Whether the parts hold the text of the entries, and not only the words of the findings.
    """

    folder: Path
    version: str
    print_of_run: str
    include_text: bool = False

    def prepare(self, *, overwrite: bool = False) -> int:
        """Make the folder ready and return how many entries are there already from this same run.

        Raises:
            AnalyzerError: the folder holds another run or foreign files, and ``overwrite`` is not given.
        """
        known = self._known()
        if known is None and self.folder.is_dir() and any(self.folder.iterdir()):
            raise AnalyzerError(f"{self.folder} holds other files: choose a new or empty folder for -o")
        if known is not None and (overwrite or known != self.print_of_run):
            if not overwrite:
                raise AnalyzerError(
                    f"{self.folder} holds another run (other input, options or models): "
                    "choose another -o, or give --overwrite"
                )
            self._clear()
        private_folder(self.folder)
        private_folder(self.folder / PARTS)
        self._write_run({"complete": False})
        return sum(self._entries_of(number, path) for number, path in enumerate(self._paths()))

    def through(self, entries: Iterable[Entry], reflect: Reflect) -> Iterator[Reflection]:
        """Yield the reflections of all entries in order: first those kept, then new ones, each stored before.

        ``reflect`` is called only where an entry is left to analyse. Memory holds one part.
        """
        stream = iter(entries)
        number = 0
        for part in self.parts():
            for reflection in part:
                next(stream, None)
                yield reflection
            number += 1
        for first in islice(stream, 1):
            new = iter(reflect(chain([first], stream)))
            while part := list(islice(new, PART_ENTRIES)):
                self._write_part(number, part)
                number += 1
                yield from part

    def parts(self) -> Iterator[list[Reflection]]:
        """Yield the reflections of each part, in order.

        Raises:
            AnalyzerError: a part is damaged.
        """
        for path in self._paths():
            try:
                rows = pq.read_table(path, schema=SCHEMA).to_pylist()
            except (pa.ArrowException, OSError):
                raise _damaged(path) from None
            yield [from_row(row) for row in rows]

    def finish(self, counts: Mapping[str, int]) -> None:
        """Note in ``run.json`` that the run is whole, with its counts."""
        self._write_run({"complete": True, **counts})

    def _known(self) -> str | None:
        """Return the fingerprint of the run that is there, "" for one of another format, None where there is none."""
        try:
            content = json.loads((self.folder / RUN).read_text("utf-8"))
            return str(content["fingerprint"]) if content["format"] == FORMAT else ""
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def _clear(self) -> None:
        """Remove what a run writes, and nothing else."""
        for path in [*self._paths(), *(self.folder / name for name in (*TABLES, RUN))]:
            path.unlink(missing_ok=True)

    def _paths(self) -> Sequence[Path]:
        return sorted((self.folder / PARTS).glob(PATTERN))

    def _entries_of(self, number: int, path: Path) -> int:
        try:
            if path.name == _part_name(number):
                return int(pq.read_metadata(path).num_rows)
        except (pa.ArrowException, OSError):
            pass
        raise _damaged(path)  # or one before it is gone, and the entries in it would be taken for others

    def _write_part(self, number: int, part: Sequence[Reflection]) -> None:
        rows = [to_row(reflection, include_text=self.include_text) for reflection in part]
        with aside(self.folder / PARTS / _part_name(number)) as file:
            pq.write_table(pa.Table.from_pylist(rows, SCHEMA), file)

    def _write_run(self, more: Mapping[str, int]) -> None:
        content = {"format": FORMAT, "version": self.version, "include_text": self.include_text}
        content |= {"fingerprint": self.print_of_run, **more}
        with aside(self.folder / RUN) as file:
            file.write(json.dumps(content, indent=2).encode() + b"\n")


def fingerprint(paths: Sequence[str | Path], options: Mapping[str, object], version: str) -> str:
    """Return a hash over everything that decides what a run finds: input files, options, version and models.

    A file counts by its path, size and time of change. Standard input has none of these: a run over it never
    goes on.
    """
    seen = hashlib.sha256(version.encode())
    seen.update(json.dumps(options, sort_keys=True, default=str).encode())
    for path in paths:
        seen.update(repr(_stamp(path)).encode())
    manifest = shipped("models") / "manifest.json"
    seen.update(manifest.read_bytes() if manifest.exists() else b"")
    return seen.hexdigest()


def _part_name(number: int) -> str:
    return f"part-{number:05d}.parquet"


def _damaged(path: Path) -> AnalyzerError:
    return AnalyzerError(f"{path} is damaged: give --overwrite to start the run again")


def _stamp(path: str | Path) -> object:
    if str(path) == "-":
        return secrets.token_hex()  # equal to no other run's
    root = Path(path).resolve()
    files = sorted(file for file in root.rglob("*") if file.is_file()) if root.is_dir() else [root]
    try:
        return [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    except OSError as error:
        raise AnalyzerError(f"{root} cannot be read: {error.strerror or 'unknown reason'}") from None
