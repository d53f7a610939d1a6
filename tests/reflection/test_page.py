"""What a notebook draws: the text with its marks, the answers, and nothing that a journal could smuggle in."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analyzer.reflection import PatternFinding, TriggerFinding
from analyzer.reflection.page import colours, marked
from analyzer.taxonomy import load as load_taxonomy

ELEMENTS = {"b", "bdi", "br", "div", "li", "mark", "p", "small", "span", "style", "ul"}
ATTRIBUTES = {"class", "dir", "lang"}
HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param('<img src="https://example.org/x.png" onerror="alert(1)">', id="an event handler"),
    pytest.param('"><svg/onload=alert(1)>', id="out of an attribute"),
    pytest.param("</div></style></mark><h1>Mine</h1>", id="closing what is open"),
    pytest.param("{{ 7 * 7 }} {% include '/etc/passwd' %}", id="a template"),
    pytest.param("# Head\n\n**bold** [link](javascript:alert(1))\n\n- one\n\n<b>raw</b>", id="Markdown"),
    pytest.param("&lt;b&gt; &#60;script&#62; &amp;", id="entities"),
    pytest.param("$x$ \\(y\\) $$z$$", id="formulas"),
    pytest.param("<!-- ", id="a comment that does not end"),
    pytest.param("<![CDATA[ ]]> <?php ?>", id="other markup"),
]  # fmt: skip


class Page(HTMLParser):
    """Reads a page: its elements, their attributes, and its words."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes, self.others, self.open, self._words = [], [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag == "br":
            self._words.append("\n")
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self._words.append(data)

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment

    @property
    def words(self):
        return "".join(self._words)


def pattern(text, words, label="shutdown", family="withdraw"):
    start = text.index(words)
    return PatternFinding(label, family, "self", "done", "now", start, start + len(words), words, 0.8)


def trigger(text, words, theme="anger"):
    return TriggerFinding(theme, "partner", text.index(words), text.index(words) + len(words), words, 0.8)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("<b>2 March 2025</b>", id="the day"),
        pytest.param("<bdi>e1</bdi>, 7 words, about love", id="what entry it is"),
        pytest.param('<mark class="trigger">She snapped at me</mark><small class="trigger">[set off: anger]</small>', id="a trigger"),
        pytest.param('<mark class="withdraw">I went quiet</mark><small class="withdraw">[shutting down]</small>', id="a pattern, by family and by name"),
        pytest.param("<p class=\"question\">What was I feeling?</p>\n<p>Hurt.</p>", id="the first question"),
        pytest.param("<li>hurt: “<bdi>She snapped at me.</bdi>”</li>", id="its words"),
        pytest.param("What had just activated me?</p>\n<p>Anger (partner).</p>", id="the second"),
        pytest.param("Did my intensity match the situation?</p>\n<p>The feelings are stronger than the situation", id="the third"),
        pytest.param("What did I do then?</p>\n<p>Shutting down (happened).</p>", id="what was done"),
    ],
)  # fmt: skip
def test_a_notebook_draws(make_reflection, part):
    assert part in make_reflection()._repr_html_()


def test_a_secure_move_is_named_as_one(make_reflection):
    text = "I stayed."
    found = pattern(text, "I stayed", "stay_present", "secure")
    assert "(happened; a secure move)" in make_reflection(text=text, patterns=(found,))._repr_html_()


def test_without_the_text_the_words_of_the_findings_stand(make_reflection):
    page = Page(make_reflection(text="")._repr_html_())
    assert "mark" not in page.elements
    assert "The text was not kept" in page.words
    assert "Shutting down (happened): “I went quiet”" in page.words


def test_an_entry_that_was_not_analysed_says_why(skipped_reflection):
    page = Page(skipped_reflection("not English", text="Heute <b>war</b>")._repr_html_())
    assert "undated" in page.words
    assert "This entry was not analysed: not English." in page.words
    assert "Heute <b>war</b>" in page.words


def test_marks_that_cross_are_parted_and_each_is_named_where_its_words_end():
    text = "He shouted and I left."
    page = str(marked(text, (trigger(text, "He shouted and I"), pattern(text, "I left"))))
    assert page == (
        '<mark class="trigger">He shouted and </mark>'
        '<mark class="withdraw">I</mark><small class="trigger">[set off: anger]</small>'
        '<mark class="withdraw"> left</mark><small class="withdraw">[shutting down]</small>.'
    )


def test_the_narrowest_family_colours_words_and_all_are_named():
    text = "I shouted."
    both = pattern(text, "I shouted"), pattern(text, "shouted", "attack", "pursue")
    page = str(marked(text, both))
    assert '<mark class="pursue">shouted</mark>' in page
    assert page.endswith('<small class="withdraw">[shutting down]</small><small class="pursue">[attacking]</small>.')


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", ["text", "mark", "quote", "id", "skipped"])
def test_words_of_a_journal_are_words_on_the_page(make_reflection, skipped_reflection, hostile, place):
    found = PatternFinding("shutdown", "withdraw", "self", "done", "now", 0, 12, "I went quiet", 0.8)
    reflection = {
        "text": lambda: make_reflection(text=f"I went quiet. {hostile}", patterns=(found,), triggers=()),
        "mark": lambda: make_reflection(text=hostile, patterns=(pattern(hostile, hostile),), triggers=()),
        "quote": lambda: make_reflection(text="", patterns=(replace(found, quote=hostile),)),
        "id": lambda: make_reflection(id=hostile),
        "skipped": lambda: skipped_reflection(hostile),
    }[place]()
    page = Page(reflection._repr_html_())
    assert set(page.elements) <= ELEMENTS
    assert set(page.attributes) <= ATTRIBUTES
    assert (page.others, page.open) == ([], [])
    assert " ".join(hostile.split()) in " ".join(page.words.split())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_markdown_page_that_holds_it_keeps_it_whole(make_reflection, hostile):
    html = make_reflection(text=f"{hostile}\n\n{hostile}\n", patterns=(), triggers=())._repr_html_()
    blocks = MarkdownIt().parse(f"Before\n\n{html}\n\nAfter")
    assert [block.type for block in blocks if block.type == "html_block"] == ["html_block"]
    assert next(block.content for block in blocks if block.type == "html_block").strip() == html


def test_formulas_are_left_as_they_were_written(make_reflection):
    assert 'class="analyzer-reflection tex2jax_ignore mathjax_ignore"' in make_reflection()._repr_html_()


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2067", "\u2066"])
def test_no_mark_turns_the_direction_of_the_page(make_reflection, mark):
    text = f"I went {mark}quiet."
    html = make_reflection(text=text, patterns=(pattern(text, f"went {mark}quiet"),), id=f"e{mark}1")._repr_html_()
    assert mark not in html
    assert "went quiet" in Page(html).words


def test_a_broken_character_can_be_written_to_a_file(make_reflection):
    html = make_reflection(text="half \ud83d, \x00 and \x1b[2J", patterns=(), triggers=())._repr_html_()
    assert "half \ufffd, \ufffd and \ufffd[2J" in html
    assert html.encode("utf-8")


def test_lines_stay_lines(make_reflection):
    text = "One.\nTwo.\r\n\nFour.\n"
    assert "One.<br>Two.<br><br>Four.<br></div>" in make_reflection(text=text, patterns=(), triggers=())._repr_html_()


@settings(max_examples=150)
@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("<>&\"'\n`$*#{}%"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_no_text_breaks_the_page(text, spans):
    found = [PatternFinding("shutdown", "withdraw", "self", "done", "now", *span, "", 0.8) for span in spans]
    page = Page(f"<div>{marked(text, tuple(found))}</div>")
    assert set(page.elements) <= {"div", "mark", "small", "br"}
    assert page.open == page.others == []


def test_nothing_is_asked_of_any_host_and_nothing_runs(make_reflection):
    html = make_reflection()._repr_html_()
    assert not [word for word in ("http", "url(", "@import", "<script", "src=", "href=", "//") if word in html]


def light_of(colour):
    """Relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


def tinted(colour, paper, share=0.14):
    """What ``color-mix(in srgb, colour share, paper)`` gives."""
    mixed = [round(int(colour[n : n + 2], 16) * share + int(paper[n : n + 2], 16) * (1 - share)) for n in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("family", load_taxonomy().family_labels)
def test_marked_words_can_be_read_and_their_line_can_be_seen(family, scheme):
    shown = colours(scheme)
    assert contrast(shown["ink"], tinted(shown[family], shown["paper"])) >= 4.5
    assert contrast(shown[family], shown["paper"]) >= 3
    assert contrast(shown["quiet"], shown["paper"]) >= 4.5


def test_every_family_has_a_line_of_its_own_kind(make_reflection):
    html = make_reflection()._repr_html_()
    lines = [
        html.split(f"mark.{family} {{ border-bottom: ")[1].split(" var(")[0] for family in load_taxonomy().family_labels
    ]
    assert len(set(lines)) == len(lines) == 6


@pytest.mark.parametrize("theme", ["prefers-color-scheme: dark", 'data-jp-theme-light="false"', ".vscode-dark"])
def test_a_dark_notebook_gets_the_dark_colours(make_reflection, theme):
    after = make_reflection()._repr_html_().split(theme)[1].split("}")[0]
    assert f"--ink:{colours('dark')['ink']};" in after
