"""Takes off what Obsidian and Logseq add to a note: front matter, embeds, comments, properties, markers."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import yaml

_MATTER_LINES = 200

_OUT = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"%%.*?%%", re.DOTALL),
        (r"<!--.*?-->", re.DOTALL),
        (r"<%.*?%>", re.DOTALL),
        (r"^[ \t]*#\+BEGIN_(\w+).*?^[ \t]*#\+END_\1[ \t]*$", re.DOTALL | re.MULTILINE | re.IGNORECASE),
        (r"^[ \t]*(?:[-*+] )?:LOGBOOK:.*?:END:[ \t]*$", re.DOTALL | re.MULTILINE),
        (r"\{\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}\}", 0),
        (r"!\[\[[^\]\n]*\]\]", 0),
        (r"\(\([0-9a-f-]{8,}\)\)", 0),
        (r"^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED): *<[^>\n]*>[ \t]*$", re.MULTILINE),
        (r"[ \t]\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE),
        (r"\[\^[^\]\s]+\](?!:)", 0),
        (r"[\[(][A-Za-z][\w -]{0,30}::[^\])\n]*[\])]", 0),
    )
)
_FIELD = re.compile(r"^[ \t]*(?P<bullet>[-*+][ \t]+)?[A-Za-z][\w/-]*(?: [\w-]+){0,2}::(?:[ \t].*)?$", re.MULTILINE)
_TAG_FIELD = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?tags::[ \t]*(?P<value>.*)$", re.MULTILINE | re.IGNORECASE)
_CALLOUT = re.compile(r"^([ \t]*(?:>[ \t]*)+)\[![\w-]+(?:\|[^\]\n]*)?\][+-]?[ \t]*", re.MULTILINE)
_LINK = re.compile(r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<alias>[^\[\]\n]+))?\]\]")
_TAG = re.compile(r"(?<![\w/&#\[`])(?<!\]\()#(?P<tag>[^\W\d_][\w/-]*|\d+[\w/-]*[^\W\d][\w/-]*)")
_TAG_LINE = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(?:#[\w/-]*[^\W\d][\w/-]*[ \t,]*)+$", re.MULTILINE)
_DAY_LINKS = re.compile(
    r"^[ \t<>«»|←→·\-]*(?:!?\[\[(?:[\w ./]*/)?\d{4}-\d\d(?:-\d\d)?(?:\|[^\]\n]*)?\]\][ \t<>«»|←→·\-]*)+$", re.MULTILINE
)
_MARKER = re.compile(
    r"^([ \t]*(?:[-*+][ \t]+)?(?:#{1,6} )?)(?:TODO|DOING|DONE|LATER|NOW|WAITING|CANCELL?ED|IN-PROGRESS)"
    r"(?:[ \t]+\[#[A-C]\])?[ \t]+",
    re.MULTILINE,
)
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]+?)(?<=\S)==")
_CODE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[`~]*[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def front_matter_lines(lines: Iterable[str]) -> tuple[dict[str, Any], Iterator[str]]:
    """Split front matter off a stream of lines; its lines come back blank, so that line numbers stay.

    Front matter that is not well formed gives no values, and its lines are left out all the same.
    """
    stream = iter(lines)
    taken: list[str] = []
    for line in stream:
        taken.append(line)
        if taken[0].rstrip() != "---" or len(taken) > _MATTER_LINES:
            break
        if len(taken) > 1 and line.rstrip() in ("---", "..."):
            inner = taken[1:-1]
            if not any(re.match(r"[\w\"'-][^:]*:(\s|$)", line) for line in inner) and any(map(str.strip, inner)):
                break  # prose between two rules
            return _matter("\n".join(inner)), chain([""] * len(taken), stream)
    return {}, chain(taken, stream)


def _matter(text: str) -> dict[str, Any]:
    try:
        # Every value as text: YAML's own dates and numbers read 21:40 as 1300 and stop at 2024-13-45.
        values = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key).strip().lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def matter_tags(value: Any) -> list[str]:
    """Return the tags of front matter: a list, or one text parted by commas or spaces."""
    parts = value if isinstance(value, list) else re.split(r"[,\s]+", value) if isinstance(value, str) else []
    return [part.strip().lstrip("#") for part in parts if isinstance(part, str) and part.strip(" #")]


def without_note_marks(body: str) -> tuple[str, list[str]]:
    """Return a Markdown note without what the app put in, and the tags written in it.

    A tag in a sentence stays as a word; a line of tags alone goes. Closed code blocks go: queries stand there.
    """
    tags: list[str] = []
    body = _CODE.sub("", body)
    for pattern in _OUT:
        body = pattern.sub("", body)
    for line in _TAG_FIELD.finditer(body):
        tags += [tag.strip(" #[]") for tag in line["value"].split(",")]
    body = _FIELD.sub("", body)
    body = _DAY_LINKS.sub("", body)
    body = re.sub(r"#\[\[([^\]\n]+)\]\]", lambda match: tags.append(match[1]) or match[1], body)  # type: ignore[func-returns-value]
    tags += [match["tag"].rstrip("/-") for match in _TAG.finditer(body)]
    body = _TAG_LINE.sub("", body)
    body = _TAG.sub(lambda match: match["tag"], body)
    body = _CALLOUT.sub(r"\1", body)
    body = _LINK.sub(_link_words, body)
    body = _MARKER.sub(r"\1", body)
    body = _HIGHLIGHT.sub(r"\1", body)
    return body, [tag for tag in dict.fromkeys(tags) if tag]


def _link_words(match: re.Match[str]) -> str:
    if match["alias"]:
        return match["alias"]
    page, _, part = match["page"].partition("#")
    return page.rsplit("/", 1)[-1] if page else part.lstrip("^")
