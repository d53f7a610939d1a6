"""An invented journal, its report, and a real browser that looks at it."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from analyzer.reflection import PatternFinding, TriggerFinding
from analyzer.report import render, write

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SNAPPED, QUIET, PHONED = "She snapped at me.", "I went quiet.", "I phoned Ruth."


@pytest.fixture(scope="session")
def browser():
    """Return Chromium on a fresh profile."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; .ci/run installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser):
    """Open a file as a reader does; what the page said and asked for is remembered."""
    contexts = []

    def open_file(path, width=1280, scheme="light", scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        heard = SimpleNamespace(said=[], asked=[])
        page.on("console", lambda message: heard.said.append(message.text))
        page.on("pageerror", lambda error: heard.said.append(str(error)))
        page.on("request", lambda request: heard.asked.append(request.url))
        page.goto(Path(path).as_uri())
        return page, heard

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture
def told(make_reflection):
    """Make the reflection of a text: ``{"words": "shutdown"}`` names patterns, ``trigger`` (words, theme, who)."""

    def make(text, patterns=None, trigger=None, **changes):
        def place(words):
            return text.index(words), text.index(words) + len(words), words, 0.8

        found = []
        for words, label in (patterns or {}).items():
            name, agent, status = (*label.split("/"), "self", "done")[:3] if "/" in label else (label, "self", "done")
            found.append(PatternFinding(name, FAMILIES[name], agent, status, "now", *place(words)))
        triggers = (TriggerFinding(trigger[1], trigger[2], *place(trigger[0])),) if trigger else ()
        words = len(text.split())
        return make_reflection(text=text, patterns=tuple(found), triggers=triggers, words=words, **changes)

    return make


FAMILIES = {
    "shutdown": "withdraw",
    "pursuit": "pursue",
    "attack": "pursue",
    "appease": "yield",
    "rumination": "loop",
    "pause": "secure",
    "reach_out": "secure",
    "childhood_echo": "insight",
}


@pytest.fixture
def year(told):
    """Return an invented year of 96 entries: after the partner's anger the writer goes quiet in 12 of 15."""

    def entry(number):
        day = datetime(2025, 1, 2, 21, 30) + timedelta(days=3 * number)
        known = {"id": f"diary-{number}", "date": day}
        if number % 6 == 0 and number < 90:
            text = f"{SNAPPED} {QUIET} It was evening {number}." if number % 30 else f"{SNAPPED} Evening {number}."
            acts = {QUIET: "shutdown"} if number % 30 else {}
            return told(text, acts, (SNAPPED, "anger", "partner"), **known)
        if number % 6 == 3:
            return told(
                f"{PHONED} We talked. Day {number}.", {PHONED: "reach_out"}, feelings_present=("relief",), **known
            )
        return told(
            f"Rain, soup, bed. Day {number}.", feelings_present=(), match=None, topics_present=("food",), **known
        )

    return tuple(entry(number) for number in range(96))


@pytest.fixture
def page_of(tmp_path):
    """Write the report of reflections to a file and return its path."""
    return lambda reflections, **options: write(tmp_path / "report.html", reflections, **options)


@pytest.fixture
def html_of():
    """Return the report of reflections as text."""
    return render
