"""Takes the words out of HTML: known tags go, a writer's own ``<sigh>`` stays."""

import html
import re

_BLOCK = "address article blockquote br dd details div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre"
_BLOCKS = frozenset(f"{_BLOCK} section summary table td th tr ul".split())
_INLINE = "a abbr b big body center cite code del dfn em font head html i img input ins kbd label link mark meta"
_TAGS = _BLOCKS | frozenset(
    f"{_INLINE} audio video source iframe object param picture q ruby s samp script small span strike strong style"
    " sub sup svg tbody template tfoot thead time title tt u var wbr button caption col colgroup".split()
)
_TAG = re.compile(r"</?([A-Za-z][\w-]*)(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_RUNS = re.compile(r"[ \t]*\n[ \t]*")


def tag_text(tag: str) -> str:
    """Return what one HTML tag stands for: a newline, nothing, or itself when HTML knows no such tag."""
    match = _TAG.match(tag)
    if match is None:
        return "" if tag.startswith(("<!", "<?")) else tag
    name = match[1].lower()
    if name in _BLOCKS:
        return "\n"
    return "" if name in _TAGS else tag


def html_text(source: str) -> str:
    """Return the words of HTML, each block on its own line, entities decoded."""
    if "<" not in source and "&" not in source:
        return source.strip()
    bare = _HIDDEN.sub("", _COMMENT.sub("", source))
    # One line end between blocks: `</p><p>` is one break to the eye, not two.
    bare = re.sub(r"(</(?:p|div|li|ul|ol|h[1-6]|tr)\s*>)\s*(?=<(?:p|div|li|ul|ol|h[1-6]|tr|/)\b)", "", bare, flags=re.I)
    bare = _TAG.sub(lambda match: tag_text(match[0]), bare)
    words = html.unescape(bare).replace("\u00a0", " ").replace("\u200b", "")
    return re.sub(r"\n{3,}", "\n\n", _RUNS.sub("\n", words)).strip()
