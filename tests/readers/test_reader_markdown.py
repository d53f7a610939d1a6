"""Marks go, words stay, lines stay."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.readers.html_text import html_text
from analyzer.readers.markdown import plain


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("# A day\nIt rained.", "A day\nIt rained.", id="heading"),
        pytest.param("A day\n=====\n\nIt rained.", "A day\n\nIt rained.", id="underlined heading"),
        pytest.param("I was *so* **very** _tired_ ~~of it~~.", "I was so very tired of it.", id="emphasis"),
        pytest.param("**Mum**called", "Mumcalled", id="nothing is put between letters"),
        pytest.param("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4", id="plain stars and underscores"),
        pytest.param("He said\nno.  \nAgain\\\nno.", "He said\nno.\nAgain\nno.", id="line ends stay"),
        pytest.param("one\n\n\n\ntwo", "one\n\ntwo", id="paragraphs"),
        pytest.param("I ran.\n\n    Then I slept.", "I ran.\n\nThen I slept.", id="an indented paragraph is no code"),
        pytest.param("\tI ran.", "I ran.", id="a tab is no code"),
        pytest.param(
            "- tea\n- bread\n  - butter\n* jam", "tea\nbread\nbutter\njam", id="list items on their own lines"
        ),
        pytest.param("1. wake\n2) eat", "wake\neat", id="numbers of a list"),
        pytest.param("1984. What a year.", "1984. What a year.", id="a year is no number of a list"),
        pytest.param("- [ ] call mum\n- [x] sleep", "call mum\nsleep", id="tasks"),
        pytest.param("> She said no.\n> Twice.", "She said no.\nTwice.", id="quote"),
        pytest.param("[Sam](http://x.org) came ![us](a.png)", "Sam came", id="links and images"),
        pytest.param("[Sam]: I never said that", "[Sam]: I never said that", id="a speaker is no link target"),
        pytest.param("| a | b |\n|---|---|\n| c d | e |", "a, b\nc d, e", id="table"),
        pytest.param("so\\.\\-\\! a &amp; b", "so.-! a & b", id="escapes and entities"),
        pytest.param("a<br>b <b>c</b> <sigh> I <3 it", "a\nb c <sigh> I <3 it", id="tags, but not the writer's own"),
        pytest.param("<div>\nin *here*\n</div>", "in here", id="block of HTML"),
        pytest.param("one\n<!-- gone\n\ngone -->\ntwo", "one\n\ntwo", id="HTML comment"),
        pytest.param("a\n\n```\nx = 1\n```\n\nb", "a\n\nb", id="closed code block"),
        pytest.param("a\n\n```\nnever closed", "a\n\nnever closed", id="a fence without an end hides nothing"),
        pytest.param("one\n\n---\n\ntwo\n\n***", "one\n\ntwo", id="rules"),
        pytest.param("I cried 😢 :) #sad", "I cried 😢 :) #sad", id="emoji and hashtags"),
        pytest.param("", "", id="nothing"),
        pytest.param("no marks", "no marks", id="no marks"),
    ],
)
def test_plain(written, words):
    assert plain(written) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("Tired.<br>Then <b>better</b>.", "Tired.\nThen better.", id="line break"),
        pytest.param("<div>One</div><div>Two</div>", "One\nTwo", id="blocks"),
        pytest.param("<p>One &amp; two&nbsp;three</p>", "One & two three", id="entities"),
        pytest.param("<ul><li>a</li><li>b</li></ul>", "a\nb", id="list"),
        pytest.param("a < b > c <3", "a < b > c <3", id="no tags"),
        pytest.param("<style>p{}</style>x<script>y</script>", "x", id="hidden parts"),
    ],
)
def test_html_text(written, words):
    assert html_text(written) == words


def test_five_megabytes_of_markdown_are_read_whole_in_seconds():
    paragraph = "I was *sad* and she said [so](http://x.org), twice.\n\n"
    begin = time.perf_counter()
    words = plain(paragraph * (5_000_000 // len(paragraph)))
    assert words.count("I was sad and she said so, twice.") == 5_000_000 // len(paragraph)
    assert time.perf_counter() - begin < 60


WORDS = st.lists(st.from_regex(r"[a-z]{1,8}[.,!?]?", fullmatch=True), min_size=1, max_size=30)
MARKS = st.sampled_from([" ", "\n", "\n\n", "\n- ", "\n> ", "\n# ", "\n    ", "\n1. ", "  \n", "\n---\n\n"])


@settings(max_examples=100, deadline=None)
@given(words=WORDS, data=st.data())
def test_no_word_is_lost_or_joined(words, data):
    written = words[0] + "".join(data.draw(MARKS) + word for word in words[1:])
    assert plain(written).split() == words
