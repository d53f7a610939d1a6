"""A long journal still makes a page that opens at once."""

import random
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from analyzer.report import write

pytestmark = pytest.mark.slow
ENTRIES, BYTES, SECONDS = 3_000, 5_000_000, 2.0


@pytest.fixture(scope="module")
def vocabulary():
    chance = random.Random(3)
    return ["".join(chance.choice("abcdefghilmnoprstu") for _ in range(chance.randint(2, 9))) for _ in range(4_000)]


@pytest.fixture(scope="module")
def long_report(tmp_path_factory):
    """Return a function that writes a report once for each length of entry."""
    known = {}

    def once(words, make):
        if words not in known:
            known[words] = write(tmp_path_factory.mktemp("long") / "report.html", make(words))
        return known[words]

    return once


@pytest.fixture
def journal(told, vocabulary):
    """Make 3,000 entries of as many words each, two of three with findings."""

    def make(words):
        chance = random.Random(7)
        rows = []
        for number in range(ENTRIES):
            text = " ".join(chance.choices(vocabulary, k=words))
            known = {"id": str(number), "date": date(2016, 1, 1) + timedelta(days=number)}
            if number % 3:
                text = f"{text[:200]} She snapped at me. {text[200:-200]} I went quiet. {text[-200:]}"
                acts, trigger = {"I went quiet.": "shutdown"}, ("She snapped at me.", "anger", "partner")
                rows.append(told(text, acts, trigger, **known))
            else:
                rows.append(told(text, **known))
        return rows

    return make


@pytest.mark.parametrize("words", [100, 800])
def test_three_thousand_entries_fit_five_megabytes(long_report, journal, words):
    page = Path(long_report(words, journal))
    assert page.stat().st_size <= BYTES
    assert page.read_text().count('<details class="entry"') == ENTRIES
    assert page.read_text().count('<mark class="withdraw">I went quiet.</mark>') == 2_000


def test_short_entries_stand_whole_and_long_ones_are_cut_around_their_marks(long_report, journal):
    cut = "long texts are cut to what stands around the marks"
    assert cut not in Path(long_report(100, journal)).read_text()
    assert cut in Path(long_report(800, journal)).read_text()


@pytest.mark.parametrize("words", [100, 800])
def test_it_opens_in_two_seconds(visit, long_report, journal, words):
    path = long_report(words, journal)
    visit(path)  # the browser itself has started and the file is in memory
    start = time.perf_counter()
    page, heard = visit(path)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert time.perf_counter() - start < SECONDS
    assert page.locator("#shown").inner_text() == "3,000 of 3,000 entries"
    assert heard.said == []


def test_a_filter_answers_at_once(visit, long_report, journal):
    page, _ = visit(long_report(100, journal))
    took = page.evaluate("""() => {
        const select = document.querySelector("#filters select[name=pattern]"), start = performance.now();
        select.value = "shutdown";
        select.dispatchEvent(new Event("change", {bubbles: true}));
        document.body.offsetHeight;
        return performance.now() - start;
    }""")
    assert page.locator("#shown").inner_text() == "2,000 of 3,000 entries"
    assert took < 500  # milliseconds
