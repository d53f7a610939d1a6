"""The page in Chromium: quiet, reachable, usable by keyboard, readable on a phone and without scripts."""

from itertools import pairwise

import pytest

from analyzer.report import write

pytestmark = pytest.mark.slow
HOSTILE = """<script>document.title = "hit"; fetch("https://example.org/")</script><style>body{display:none}</style>
<img src="https://example.org/x.png" onerror="document.title = 'hit'"><svg onload="document.title = 'hit'"></svg>
<iframe src="https://example.org/"></iframe><a href="javascript:document.title='hit'">here</a> ![x](https://example.org/y.png)
</p></div></details></section></main><form action="https://example.org/"><input autofocus onfocus="document.title='hit'"></form>
\u202eturned around\u202c I went quiet."""
LONG = "x" * 400
SELECT = "#filters select[name={}]"


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """Return a function that writes a report once a session for each kind of journal."""
    known = {}

    def once(name, reflections):
        if name not in known:
            known[name] = write(tmp_path_factory.mktemp("report") / f"{name}.html", reflections)
        return known[name]

    return once


@pytest.fixture
def opened(visit, report, year):
    return lambda **options: visit(report("year", year), **options)


def shown(page):
    return page.locator("#shown").inner_text()


def visible_entries(page):
    return page.locator(".entry:visible").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_console_stays_clean_and_no_host_is_asked(opened, width, scheme):
    page, heard = opened(width=width, scheme=scheme)
    page.locator("#open").click()
    page.wait_for_timeout(100)
    assert heard.said == []
    assert [url for url in heard.asked if not url.startswith("file:")] == []
    assert len(heard.asked) == 1  # the page itself


def test_the_policy_would_stop_a_request(opened):
    page, heard = opened()
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://example.org/x.png>')")
    page.wait_for_timeout(200)
    assert "Content Security Policy" in " ".join(heard.said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(opened, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = opened(width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((node, at) => { if (at < 30) node.open = true })")
    found = Axe().run(page).response
    assert len(found["passes"]) > 20  # it did look
    assert [
        (row["id"], node["html"]) for row in found["violations"] if row["impact"] in ("serious", "critical") for node in row["nodes"]
    ] == []  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_scheme(opened, scheme):
    page, _ = opened(scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (max(ground) < 80) == (scheme == "dark")


def test_hostile_entries_stay_text(visit, report, told):
    entry = told(HOSTILE, {"I went quiet.": "shutdown", HOSTILE[:60]: "attack"}, (HOSTILE, "anger", "partner"))
    page, heard = visit(report("hostile", [entry]))
    page.locator("#open").click()
    page.wait_for_timeout(300)
    assert page.title() == "What your journal shows"
    assert (heard.said, len(heard.asked)) == ([], 1)
    assert page.locator("script").count() == 1
    assert page.locator("iframe, img, main form:not(#filters), .t *:not(mark):not(sup)").count() == 0
    assert '<script>document.title = "hit"' in page.locator(".entry .t").first.inner_text()


@pytest.mark.parametrize("width", [390, 320, 768])
def test_nothing_scrolls_sideways(opened, visit, report, told, width):
    page, _ = opened(width=width)
    page.locator("#open").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page, _ = visit(report("long", [told(f"{LONG} I went quiet. {LONG}", {"I went quiet.": "shutdown"})]), width=width)
    page.locator("#open").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_filter_is_set_by_keyboard_alone(opened):
    page, _ = opened()
    page.locator(SELECT.format("pattern")).focus()
    page.keyboard.type("Shut")
    assert shown(page) == "12 of 96 entries"
    assert visible_entries(page) == 12
    page.keyboard.press("Tab")
    page.keyboard.type("Others")
    assert shown(page) == "0 of 96 entries"
    assert page.locator("#none").is_visible()


def test_everything_of_the_filters_is_reached_by_tab(opened):
    page, _ = opened()
    page.locator(SELECT.format("pattern")).focus()
    reached = []
    for _ in range(12):
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.id"))
        page.keyboard.press("Tab")
    assert reached == [
        *("pattern", "by", "trigger", "person", "feeling", "topic", "from", "to", "cycle", "clear", "open", "close")
    ]  # fmt: skip


def test_an_entry_opens_by_keyboard(opened):
    page, _ = opened()
    page.locator(".entry summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".entry").first.get_attribute("open") is not None


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        pytest.param("pattern", "reach_out", 16, id="pattern"),
        pytest.param("trigger", "t:anger", 15, id="trigger"),
        pytest.param("person", "w:partner", 15, id="person"),
        pytest.param("feeling", "f:relief", 16, id="feeling"),
        pytest.param("topic", "o:food", 65, id="topic"),
        pytest.param("from", "2025-10", 5, id="from a month on"),
        pytest.param("to", "2025-01", 10, id="up to a month"),
    ],
)
def test_each_filter_leaves_what_has_it(opened, year, name, value, count):
    page, _ = opened()
    page.locator(SELECT.format(name)).select_option(value)
    assert shown(page) == f"{count} of 96 entries"
    assert visible_entries(page) == count


def test_filters_narrow_each_other_and_clear_at_once(opened):
    page, _ = opened()
    page.locator(SELECT.format("person")).select_option("w:partner")
    page.locator(SELECT.format("to")).select_option("2025-03")
    assert shown(page) == "5 of 96 entries"
    page.locator("#clear").focus()
    page.keyboard.press("Enter")
    assert shown(page) == "96 of 96 entries"


def test_what_the_filter_left_is_told_to_a_screen_reader(opened):
    page, _ = opened()
    assert page.locator("#shown").get_attribute("role") == "status"


def test_a_number_leads_to_its_entries(opened):
    page, _ = opened()
    page.locator("#people .chips a", has_text="Shutting down").first.click()
    assert shown(page) == "12 of 96 entries"
    assert page.locator(SELECT.format("person")).input_value() == "w:partner"


def test_the_words_of_a_finding_lead_to_their_entry_even_where_a_filter_hides_it(opened):
    page, _ = opened()
    page.locator(SELECT.format("pattern")).select_option("reach_out")
    link = page.locator(".statements a").first
    place = link.get_attribute("href")
    link.click()
    entry = page.locator(place)
    entry.wait_for(state="visible")  # the script answers when the address has changed, after the click
    assert entry.get_attribute("open") is not None
    assert entry.locator("mark").last.inner_text() == "I went quiet."


def test_without_scripts_everything_is_readable_and_no_dead_control_stands_there(opened):
    page, heard = opened(scripts=False)
    assert page.locator("#filters").is_hidden()
    assert visible_entries(page) == 96
    page.locator(".entry summary").first.click()
    assert page.locator(".entry .t").first.is_visible()
    assert heard.said == []


def test_in_print_the_controls_are_gone_and_the_paper_is_light(opened):
    page, _ = opened(scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("#filters").is_hidden()
    assert page.locator("nav.parts").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)[0]") < 80


def test_the_headings_are_an_outline(opened):
    page, _ = opened()
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(node => +node.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
