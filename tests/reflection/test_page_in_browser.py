"""A reflection in a real browser: hostile words run nothing and ask for nothing, and everybody can read it."""

import shutil

import pytest

from analyzer.reflection import PatternFinding

pytestmark = pytest.mark.slow
CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
TEXT = """I went quiet and left.
<script>hit = 1; document.title = "hit"</script><img src=https://example.org/x.png onerror="document.title = 'hit'">
<iframe src="https://example.org/"></iframe> \u202ekcab turn around"""


@pytest.fixture
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; .ci/run installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def found(words, pattern, family):
    start = TEXT.index(words)
    return PatternFinding(pattern, family, "self", "done", "now", start, start + len(words), words, 0.8)


@pytest.fixture
def html(make_reflection):
    marks = [found("I went quiet and left", "shutdown", "withdraw"), found("left", "attack", "pursue")]
    families = [("appease", "yield"), ("rumination", "loop"), ("pause", "secure"), ("childhood_echo", "insight")]
    marks += [found("turn around", *names) for names in families]
    page = make_reflection(text=TEXT, patterns=tuple(marks))._repr_html_()
    return f"<!doctype html><html lang=en><head><meta charset=utf-8><title>fine</title></head><body><main><h1>One</h1>{page}</main></body></html>"


def test_hostile_words_run_nothing_and_everybody_can_read_the_page(browser, html):
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        asked, said = [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.set_content(html)
        page.wait_for_timeout(200)
        assert (page.title(), page.evaluate("typeof hit"), asked, said) == ("fine", "undefined", [], [])
        assert page.locator(".analyzer-reflection script, .analyzer-reflection img, iframe").count() == 0
        assert "<script>hit = 1" in page.locator(".text").inner_text()
        ground = page.locator(".analyzer-reflection").evaluate("e => getComputedStyle(e).colorScheme")
        assert ground == scheme
        worst = [
            row["id"] for row in Axe().run(page).response["violations"] if row["impact"] in ("serious", "critical")
        ]
        assert worst == []
        page.close()


def test_it_fits_a_phone(browser, html):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
