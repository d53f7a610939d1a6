"""Opens what the user points at: a file, a folder, a zip, a pipe or standard input, without writing to disk."""

import io
import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from analyzer.messages import AnalyzerError
from analyzer.readers.archive import zip_members
from analyzer.readers.source import HEAD_BYTES, UTF8_BOM, Source, whole_characters

_WHITE = b" \t\r\n\0"


class _Chained(io.RawIOBase):
    """Standard input with its head put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = io.BytesIO(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened(path: str | Path) -> Iterator[Source]:
    """Open a path or ``-`` for as long as it is read.

    Raises:
        AnalyzerError: Nothing there, not to be read, empty, or an unsafe zip.
    """
    if str(path) == "-":
        yield _stream(sys.stdin.buffer, "stdin")
        return
    file = Path(path)
    name = _printable(file.name or str(file))
    try:
        if file.is_dir():
            yield _folder(file)
            return
        if not file.exists():
            raise AnalyzerError(f"{_printable(str(file))}: no such file or folder; check the path")
        if not file.is_file():  # a pipe, such as the shell's <(…), can be read once only
            with file.open("rb") as pipe:
                yield _stream(pipe, name)
            return
        with file.open("rb") as stream:
            first = stream.read(HEAD_BYTES)
    except PermissionError:
        raise AnalyzerError(f"{name} may not be read: check its permissions") from None
    except OSError as error:
        raise AnalyzerError(f"{name} cannot be read: {error.strerror or 'unknown reason'}") from None
    if not first.removeprefix(UTF8_BOM).strip(_WHITE) and file.stat().st_size <= HEAD_BYTES:
        raise AnalyzerError(f"{name} is empty: give a file with at least one entry")
    if first.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with _zip(file, name) as source:
            yield source
        return
    yield Source(name, lambda: file.open("rb"), inside=name)


def _stream(stream: BinaryIO, name: str) -> Source:
    head = b""
    while len(head) < HEAD_BYTES and (more := stream.read(HEAD_BYTES - len(head))):
        head += more
    if not head.removeprefix(UTF8_BOM).strip(_WHITE) and len(head) < HEAD_BYTES:
        raise AnalyzerError(f"{name} is empty: give at least one entry")
    source = Source(name, lambda: cast(BinaryIO, io.BufferedReader(_Chained(head, stream))), kind="input", inside=name)
    source.__dict__["head"] = head
    return source


def _folder(folder: Path) -> Source:
    files = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(at, name) for name in names if not name.startswith(".")]
    files.sort(key=lambda file: file.relative_to(folder).parts)
    members = tuple(
        Source(_printable(path), lambda file=file: file.open("rb"), inside=path)  # type: ignore[misc]
        for file in files
        for path in [file.relative_to(folder).as_posix()]
    )
    name = _printable(folder.name or folder.resolve().name)
    if not members:
        raise AnalyzerError(f"{name}/ is an empty folder: give one with journal files in it")
    return Source(name, _no_bytes, members, "folder")


@contextmanager
def _zip(file: Path, name: str) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise AnalyzerError(f"{name} is a broken zip file: export or download it again") from None
    with archive:
        found, refused = zip_members(archive, name)
        members = tuple(Source(f"{name}: {_printable(inside)}", opener, inside=inside) for inside, opener in found)
        if not members and refused:
            raise AnalyzerError(f"{name} holds only files whose names point outside it: it is not safe to read")
        if not members:
            raise AnalyzerError(f"{name} is an empty zip file: give one with journal files in it")
        yield Source(name, _no_bytes, members, "zip", refused)


def _printable(name: str) -> str:
    # A message is one line and can be written, whatever the file is called.
    return whole_characters("".join(sign if sign >= " " else " " for sign in name))


def _no_bytes() -> BinaryIO:
    raise IsADirectoryError
