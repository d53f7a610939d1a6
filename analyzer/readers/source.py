"""One thing to read: its bytes, its encoding and its lines, or the files in it."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, BinaryIO

from analyzer.messages import AnalyzerError

HEAD_BYTES = 64 * 1024

# What the first bytes of files say that people give by mistake.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG image data"),
    (b"\x89PNG", "PNG image data"),
    (b"GIF8", "GIF image data"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"RIFF", "audio or video data"),
    (b"ID3", "audio data"),
    (b"OggS", "audio data"),
    (b"\x7fELF", "a program"),
    (b"bplist00", "a binary property list"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"gAAAAA", "an encrypted journal"),
    (b"JRNL", "binary data"),
)
UTF8_BOM, _CONTROL = b"\xef\xbb\xbf", re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _single_bytes(error: UnicodeError) -> tuple[str, int]:
    """Decode bytes that are no UTF-8 as cp1252, one by one, so that one pass over a stream is enough."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error("analyzer_cp1252", _single_bytes)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may say about a file.

    Attributes:
        text_column: The column of a CSV, or the key of a JSON object, that holds the text; None finds it.
        date_column: Likewise for the date.
        day_first: Whether 05/01/2024 is the fifth of January; None lets the file as a whole decide, and gives
            no date where it does not.
    """

    text_column: str | None = None
    date_column: str | None = None
    day_first: bool | None = None


@dataclass(frozen=True)
class Source:
    """One thing to read.

    Attributes:
        name: Safe to print: the file's name, for a part of a zip or folder with its path in there.
        opener: Opens the bytes from the start; once only for standard input, see ``kept_if_needed``.
        members: The files of a folder or zip in reading order, None for a single file.
        kind: ``file``, ``folder``, ``zip`` or ``input``.
        refused: Names of zip members that point outside the zip.
        inside: Path inside the folder or zip, for a single file its name.
    """

    name: str
    opener: Callable[[], BinaryIO]
    members: tuple["Source", ...] | None = None
    kind: str = "file"
    refused: tuple[str, ...] = ()
    inside: str = ""

    @cached_property
    def head(self) -> bytes:
        """The first bytes."""
        if self.members is not None:
            return b""
        with self.opener() as stream:
            return stream.read(HEAD_BYTES)

    @cached_property
    def head_text(self) -> str:
        """The first bytes as text, without NUL characters; "" for what is no text."""
        if self.members is not None or self.binary:
            return ""
        decoder = codecs.getincrementaldecoder(self.encoding)("analyzer_cp1252" if self._is_utf8 else "replace")
        return clean(decoder.decode(self.head)).removeprefix("\ufeff")

    @cached_property
    def binary(self) -> str:
        """What the bytes are when they are no text, such as ``JPEG image data``, else ""."""
        for signature, what in _SIGNATURES:
            if self.head.startswith(signature):
                return what
        if self.head[4:8] == b"ftyp":
            return "image, audio or video data"
        if self.head.startswith(b"PK\x03\x04"):
            return "a zip file"
        if not self._is_utf8:
            return ""
        strange = len(_CONTROL.findall(self.head)) + max(0, self.head.count(0) - len(self.head) // 4)
        return "binary data" if strange > 2 + len(self.head) // 20 else ""

    @cached_property
    def encoding(self) -> str:
        """The name of the encoding, by byte order mark or by where the NUL bytes stand."""
        head = self.head
        if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            return "utf-32"
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if not head.startswith(UTF8_BOM) and len(head) >= 4:
            even, odd = head[0::2].count(0), head[1::2].count(0)
            if odd > len(head) // 5 and even < len(head) // 50 + 1:
                return "utf-16-le"
            if even > len(head) // 5 and odd < len(head) // 50 + 1:
                return "utf-16-be"
        return "utf-8-sig"

    @property
    def _is_utf8(self) -> bool:
        return self.encoding == "utf-8-sig"

    @property
    def suffix(self) -> str:
        """The file name's ending in small letters, such as ``.md``."""
        return Path(self.inside).suffix.lower()

    def text(self) -> IO[str]:
        """Open as text with every line end read as a newline."""
        if self.binary:
            raise AnalyzerError(f"{self.name} holds {self.binary}")
        errors = "analyzer_cp1252" if self._is_utf8 else "replace"
        return io.TextIOWrapper(self.opener(), encoding=self.encoding, errors=errors, newline=None)

    def lines(self) -> Iterator[str]:
        """Stream the lines without their ends, cleaned."""
        with self.text() as stream:
            for line in stream:
                yield clean(line.rstrip("\n")).removeprefix("\ufeff")

    def kept_if_needed(self) -> "Source":
        """Return a source that can be opened more than once: standard input is then held in memory.

        JSON on standard input is read in one pass and stays a stream.
        """
        if self.kind != "input" or self.head_text.lstrip()[:1] == "{":
            return self
        with self.opener() as stream:
            data = stream.read()
        return Source(self.name, lambda: io.BytesIO(data), inside=self.inside)


def clean(text: str) -> str:
    """Remove NUL characters and put U+FFFD for halves of a surrogate pair, which no output can encode."""
    if "\0" in text:
        text = text.replace("\0", "")
    return whole_characters(text)


def whole_characters(text: str) -> str:
    """Put U+FFFD for every half of a surrogate pair; the length stays."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


class Utf8Stream:
    """A text stream as UTF-8 bytes, for the JSON parser, which knows no other encoding."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream, self._first = stream, True

    def read(self, size: int = -1) -> bytes:
        """Return the next characters; b"" at the end or when none are asked for."""
        text = self._stream.read(size)
        if self._first and text:
            self._first, text = False, text.removeprefix("\ufeff") or self._stream.read(size)
        # A NUL is white space to nobody; damaged exports are padded with them.
        return text.encode("utf-8", "replace").replace(b"\0", b" ")
