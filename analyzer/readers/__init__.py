"""Reads journal exports: one stream of entries from any format, recognised by what a file holds."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from analyzer.entry import Entry
from analyzer.messages import AnalyzerError
from analyzer.readers.dated_text import is_dated, read_dated_text
from analyzer.readers.day_one import is_day_one, read_day_one
from analyzer.readers.jrnl import is_jrnl, is_jrnl_json, read_jrnl, read_jrnl_json
from analyzer.readers.json_records import is_json, is_json_lines, read_json, read_json_lines
from analyzer.readers.note_files import is_logseq, is_note, is_text_folder, read_logseq, read_note, read_text_folder
from analyzer.readers.opening import opened
from analyzer.readers.source import ReadOptions, Source
from analyzer.readers.tables import is_csv, is_daylio, read_csv, read_daylio

__all__ = ["FORMATS", "READABLE", "ReadOptions", "read", "recognise"]

Reader = Callable[[Source, ReadOptions], Iterator[Entry]]

# Name, whether a source is of the format, how to read it. The first that fits is taken: the strictest come first.
FORMATS: tuple[tuple[str, Callable[[Source], bool], Reader], ...] = (
    ("day_one", is_day_one, read_day_one),
    ("jrnl_json", is_jrnl_json, read_jrnl_json),
    ("json_lines", is_json_lines, read_json_lines),
    ("json", is_json, read_json),
    ("logseq", is_logseq, read_logseq),
    ("markdown_folder", is_text_folder, read_text_folder),
    ("jrnl", is_jrnl, read_jrnl),
    ("daylio", is_daylio, read_daylio),
    ("csv", is_csv, read_csv),
    ("dated_text", is_dated, read_dated_text),
    ("plain_text", is_note, read_note),
)
READABLE = (
    "Day One (zip, JSON), jrnl (text, JSON), folders of Markdown or text (Obsidian, Logseq), Daylio (CSV), "
    "CSV, JSON Lines, JSON lists, text with date headings, plain text"
)


def read(path: str | Path, *, options: ReadOptions = ReadOptions()) -> Iterator[Entry]:  # noqa: B008 - frozen
    """Stream the entries of a journal export, in the export's order; ``-`` reads standard input.

    The format is recognised before this returns. An entry that cannot be read comes with its ``problem`` and the
    rest goes on. Ids are unique: a second use of one gets ``#2``.

    Raises:
        AnalyzerError: Nothing readable there; the message says what was found.
    """
    stack = ExitStack()
    try:
        source = stack.enter_context(opened(path)).kept_if_needed()
        name, reader = _recognised(source)
    except BaseException:
        stack.close()
        raise
    return _entries(stack, source, name, reader, options)


def recognise(path: str | Path) -> str:
    """Return the name of a file's or folder's format, one of those in ``FORMATS``.

    Raises:
        AnalyzerError: As ``read``.
    """
    with opened(path) as source:
        return _recognised(source.kept_if_needed())[0]


def _recognised(source: Source) -> tuple[str, Reader]:
    for name, matches, reader in FORMATS:
        if matches(source):
            return name, reader
    raise AnalyzerError(f"{source.name} holds {_what(source)}; readable are: {READABLE}")


def _what(source: Source) -> str:
    if source.members is None:
        head = source.head_text.lstrip()
        text = "HTML" if head[:9].lower().startswith(("<!doctype", "<html")) else "XML" if head[:1] == "<" else "JSON"
        return source.binary or f"{text} of a form that is not known"
    kinds = sorted({member.suffix.lstrip(".") or "no ending" for member in source.members})
    shown = ", ".join(kinds[:6]) + (", …" if len(kinds) > 6 else "")
    count = len(source.members)
    return f"{count} {'file' if count == 1 else 'files'} ({shown}) and no journal"


def _entries(stack: ExitStack, source: Source, name: str, reader: Reader, options: ReadOptions) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    with stack:
        for number in range(1, len(source.refused) + 1):
            problem = f"{source.name}: a file name in it points outside the zip; that file was not read"
            yield Entry(f"{source.name}:refused-{number}", "", source=name, place=source.name, problem=problem)
        try:
            for entry in reader(source, options):
                times = seen[entry.id] = seen.get(entry.id, 0) + 1
                while times > 1 and f"{entry.id}#{times}" in seen:
                    times += 1
                if times > 1:
                    seen[entry.id] = times
                    entry = replace(entry, id=f"{entry.id}#{times}")
                    seen[entry.id] = 1
                yield entry
        except OSError as error:
            raise AnalyzerError(f"{source.name} cannot be read: {error.strerror or 'it is damaged'}") from None
