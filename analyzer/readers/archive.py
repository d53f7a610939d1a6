"""Reads zip files safely: nothing is unpacked to disk, no name leads out, no bomb goes off."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from analyzer.messages import AnalyzerError

# Limits of one file in the zip. A text journal of 1 GiB is some 200 million words.
MEMBER_BYTES = 1 << 30
BOMB_BYTES = 50 << 20
BOMB_RATIO = 200

Opener = Callable[[], BinaryIO]


class _Counted(io.RawIOBase):
    """A member's bytes, counted while they are read: the size in the zip's directory can lie."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name, self._count = stream, name, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise OSError(f"{self._name} is damaged in the zip file") from error
        self._count += len(data)
        if self._count > MEMBER_BYTES:
            raise AnalyzerError(too_large(self._name))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def too_large(name: str) -> str:
    """Say that a member is over the limit."""
    return f"{name} unpacks to more than {MEMBER_BYTES >> 20} MiB: unpack it yourself if you trust it"


def zip_members(archive: zipfile.ZipFile, name: str) -> tuple[list[tuple[str, Opener]], tuple[str, ...]]:
    """Return the files of a zip by name, and the names that point outside it.

    Raises:
        AnalyzerError: A file in it is encrypted, too large, or packed too tightly to be a journal.
    """
    members: list[tuple[str, Opener]] = []
    refused: list[str] = []
    for info in archive.infolist():
        inside = info.filename.replace("\\", "/")
        parts = inside.split("/")
        if info.is_dir() or parts[0] == "__MACOSX":
            continue
        if inside.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", inside):
            refused.append(inside)
            continue
        if any(part.startswith(".") for part in parts):
            continue
        _refuse_unsafe(info, f"{name}: {inside}")
        members.append((inside, _opener(archive, info, f"{name}: {inside}")))
    members.sort(key=lambda member: member[0].split("/"))
    return members, tuple(refused)


def _refuse_unsafe(info: zipfile.ZipInfo, name: str) -> None:
    if info.flag_bits & 1:
        raise AnalyzerError(f"{name} is encrypted: unpack it with its password and give the folder")
    if info.file_size > MEMBER_BYTES:
        raise AnalyzerError(too_large(name))
    if info.file_size > BOMB_BYTES and info.file_size > BOMB_RATIO * max(1, info.compress_size):
        raise AnalyzerError(f"{name} is packed more than {BOMB_RATIO} times over: it is not safe to read")


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Opener:
    def open_member() -> BinaryIO:
        try:
            stream = archive.open(info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise OSError(f"{name} is damaged in the zip file") from error
        return cast(BinaryIO, io.BufferedReader(_Counted(cast(BinaryIO, stream), name)))

    return open_member
