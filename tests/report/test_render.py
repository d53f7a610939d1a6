"""The page as a document: what it says, what it forbids, and that it is whole for any journal."""

import base64
import hashlib
import re
import stat
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

import analyzer
from analyzer.analysis import Analysis
from analyzer.report import write

HOSTILE = """<script>document.title = "hit"</script> </p></details></section><h1>owned</h1>
<img src=x onerror="document.title='hit'"> {{ 7 * 7 }} {% raw %} &amp; [click](javascript:alert(1)) ]]> -->
"quotes' \u202egnorw yaw\u202c and \u2066isolated\u2069 \x00\x07 end"""


class Outline(HTMLParser):
    """Collects the elements and attributes of a page, and its words outside style and script."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.words, self.open = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open[-1:]):
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def test_the_most_supported_finding_is_the_first_that_is_said(html_of, year):
    page = Outline(html_of(year))
    said = "When your partner is angry you go quiet"
    assert said in page.text
    assert page.text.index("What your journal shows") < page.text.index(said) < page.text.index("Timeline")


def test_a_finding_stands_with_its_words_and_a_link_to_them(html_of, year):
    first = html_of(year).split("</section>")[0]
    links = re.findall(r'<q>I went quiet\.</q> <span class="when"><a href="#(e\d+)">', first)
    assert len(links) == 3
    assert all(f'id="{link}"' in html_of(year) for link in links)


def test_where_nothing_holds_it_says_so_calmly_and_counts(html_of, make_reflection):
    page = Outline(html_of([make_reflection()])).text
    assert "Nothing in this journal stands out clearly from chance" in page
    assert "What was felt" in page[: page.index("Timeline")]


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("day", [None, date(2025, 3, 2)])
@pytest.mark.parametrize("quotes", [True, False])
def test_any_journal_has_a_page(html_of, make_reflection, skipped_reflection, count, day, quotes):
    rows = [make_reflection(id=str(n), date=day) for n in range(count)] + [skipped_reflection()] * (count > 1)
    page = html_of(rows, quotes=quotes)
    assert page.rstrip().endswith("</html>")
    assert page.count('<details class="entry"') == len(rows)


def test_many_years_are_one_picture_with_their_figures_behind_it(html_of, make_reflection):
    years = [make_reflection(id=str(n), date=date(2015 + n // 12, 1 + n % 12, 3)) for n in range(60)]
    page = html_of(years)
    assert "The 60 months in figures" in page
    assert page.count('<figure class="course tall">') == 1
    assert "months in figures</summary>" not in html_of(years[:24])


def test_long_words_beside_a_finding_are_cut_after_a_word(html_of, year):
    long = "I went quiet. " + "and then quieter " * 40
    rows = [
        replace(row, text=row.text + long, patterns=tuple(replace(p, quote=long) for p in row.patterns)) for row in year
    ]
    (quote, *_) = re.findall(r"<q>(.*?)</q>", html_of(rows).split("</section>")[0])
    assert quote.startswith("I went quiet. and then quieter")
    assert quote.endswith(" …")
    assert len(quote) <= 132


def test_ten_entries_of_one_day_are_ten(html_of, make_reflection):
    assert html_of([make_reflection(id=str(n)) for n in range(10)]).count('<details class="entry"') == 10


def test_the_policy_forbids_all_but_this_style_and_this_script(html_of, year):
    page = html_of(year)
    (policy,) = [a["content"] for tag, a in Outline(page).elements if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def hash_of(name):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"

    assert rules == {
        "default-src": "'none'",
        "style-src": hash_of("style"),
        "script-src": hash_of("script"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_policy_stands_before_all_that_it_rules(html_of, year):
    page = html_of(year)
    assert page.index("Content-Security-Policy") < min(
        page.index("<style"), page.index("<script"), page.index("<title")
    )


def test_nothing_in_the_page_is_styled_or_run_by_an_attribute(html_of, year):
    attributes = {name for _, known in Outline(html_of(year)).elements for name in known}
    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]


def test_every_link_leads_within_the_page(html_of, year):
    elements = Outline(html_of(year)).elements
    places = {known["id"] for _, known in elements if "id" in known}
    links = [known["href"] for _, known in elements if "href" in known]
    assert links
    assert {link[1:] for link in links if link.startswith("#")} <= places
    assert [link for link in links if not link.startswith("#")] == []


def test_no_place_has_the_name_of_another(html_of, year):
    ids = [known["id"] for _, known in Outline(html_of(year)).elements if "id" in known]
    assert len(ids) == len(set(ids))


def test_hostile_entries_add_no_element(html_of, told):
    def elements(words):
        text = f"{words} I went quiet. {words}"
        page = html_of([told(text, {"I went quiet.": "shutdown"})])
        return [tag for tag, _ in Outline(page).elements]

    assert elements(HOSTILE) == elements("Calm words.")


def test_hostile_marks_add_no_element(html_of, told):
    page = html_of([told(HOSTILE, {HOSTILE: "shutdown"}, (HOSTILE, "anger", "partner"), id=HOSTILE, place=HOSTILE)])
    assert "<script>document" not in page
    assert "<h1>owned" not in page


def test_no_mark_turns_the_direction_of_the_page(html_of, told):
    page = html_of([told(HOSTILE, {HOSTILE: "shutdown"})])
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07")


def test_care_is_said_where_an_entry_asks_for_it_and_only_there(html_of, make_reflection):
    lines = ("Some entries speak of danger.", "You can call 000.")
    assert "You can call 000." in Outline(html_of([make_reflection(care=True)], care=lines)).text
    assert "You can call 000." not in html_of([make_reflection()], care=lines)


def test_the_page_is_for_its_owner_alone_and_whole_or_not_there(tmp_path, year):
    path = write(tmp_path / "me.html", year)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["me.html"]


def test_a_folder_is_no_file(tmp_path, year):
    with pytest.raises(analyzer.AnalyzerError, match="is a folder: give the name of a file, such as"):
        write(tmp_path, year)


def test_a_folder_that_is_missing_is_told(tmp_path, year):
    with pytest.raises(analyzer.AnalyzerError, match="cannot be written: No such file or directory"):
        write(tmp_path / "nowhere" / "me.html", year)


def test_an_analysis_writes_its_report(tmp_path, year):
    path = Analysis(year).report(tmp_path / "me.html")
    assert "When your partner is angry you go quiet" in path.read_text()


def test_an_analysis_leaves_the_words_out_where_it_is_told_to(tmp_path, year):
    assert "I went quiet" not in Analysis(year).report(tmp_path / "me.html", quotes=False).read_text()


def test_an_analysis_names_help_in_the_country_asked_for(tmp_path, make_reflection):
    path = Analysis([make_reflection(care=True)]).report(tmp_path / "me.html", country="GB")
    assert "In the United Kingdom" in path.read_text() or "In Great Britain" in path.read_text()
