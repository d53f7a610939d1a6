"""Takes Markdown's marks off the words, without joining words or losing the writer's line ends."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from analyzer.readers.html_text import tag_text

# Indented paragraphs are prose in a journal, not code; HTML is read inline, so that text between tags stays.
_PARSER = (
    MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).disable(["code", "html_block"])
)
_MARKS = re.compile(r"[*_`#\[\]<>&\\~|]|^[ \t]*(?:[-+=]|\d+[.)])", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SPEAKER = re.compile(r"^( {0,3})\[(?=[^\]\n]+\]:(?!\s*(?:<|\w+:|www\.|[/.#])))", re.MULTILINE)
_TASK = re.compile(r"\[[ xX/>-]\](?=\s|$)\s*")
_FENCE_END = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*")
_LONG_NUMBER = 3  # digits: "1984. What a year" is no item of a list

# Parsing is quadratic in places; pieces of this many characters keep a 5 MB entry to seconds.
_PIECE = 100_000


def plain(markdown: str) -> str:
    """Return the words of a Markdown text.

    Headings, list items and table rows stand on their own lines; images, closed code fences and HTML comments
    are dropped; entities and backslash escapes are read; line ends inside a paragraph stay as written.
    """
    text = _COMMENT.sub("", markdown)
    if not _MARKS.search(text):
        return _tidy(text)
    return "\n\n".join(filter(None, (_plain_piece(piece) for piece in _pieces(_SPEAKER.sub(r"\1\\[", text)))))


def _tidy(text: str) -> str:
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _PIECE and (cut := text.find("\n\n", start + _PIECE)) >= 0:
        yield text[start:cut]
        start = cut + 2
    yield text[start:]


def _plain_piece(markdown: str) -> str:
    out: list[str] = []
    last_end, last_close = 0, False
    for words, first, end, close in _blocks(_PARSER.parse(markdown), markdown.split("\n")):
        if out:
            out.append("\n" if first <= last_end or (close and last_close) else "\n\n")
        out.append(words)
        last_end, last_close = end, close
    return _tidy("".join(out))


def _blocks(tokens: Sequence[Token], lines: list[str]) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the words of every block, its first line, the line behind it, and whether it is an item or a row."""
    lists, first, end, number = 0, 0, 0, ""
    cells: list[str] | None = None
    for token in tokens:
        if token.map and token.type in ("paragraph_open", "heading_open", "tr_open", "fence"):
            first, end = token.map
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if len(token.info) > _LONG_NUMBER else ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield ", ".join(filter(None, cells)), first, end, True
            cells = None
        elif token.type == "fence":
            if not _FENCE_END.fullmatch(lines[end - 1]) or end - first < 2:  # never closed: no code, but prose
                yield token.content, first, end, False
        elif token.type == "inline":
            words = _inline(token.children or [])
            if cells is not None:
                cells.append(words.strip())
                continue
            if lists:
                words, number = number + _TASK.sub("", words, count=1) if _TASK.match(words) else number + words, ""
            if words.strip():
                yield words, first, end, lists > 0


def _inline(tokens: Sequence[Token]) -> str:
    out: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif token.type == "html_inline":
            out.append(tag_text(token.content))
        elif token.type != "image":
            out.append(token.content)
    return "".join(out)
