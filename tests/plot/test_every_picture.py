"""What holds for all seven: drawn offline, nothing of the journal in them, and something friendly for any journal."""

import json
import re
from datetime import date
from xml.etree import ElementTree

import altair as alt
import pytest

from analyzer import plot
from analyzer.analysis import Analysis
from analyzer.messages import AnalyzerError
from analyzer.palette import PAPER, colours, on_dark
from analyzer.plot import Plots, as_png, as_svg, describe

NAMES = ["calendar", "feelings", "heat", "flow", "cycle", "space", "intensity"]
OVER_TIME = ["feelings", "space", "intensity"]
SVG = "{http://www.w3.org/2000/svg}"
drawn_by = pytest.mark.parametrize("name", NAMES)


def words_of(svg):
    return " ".join(" ".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text"))


@drawn_by
def test_it_is_an_altair_chart_that_vega_lite_accepts(name, year):
    chart = getattr(plot, name)(*year)
    assert isinstance(chart, alt.VConcatChart)
    assert chart.to_dict(validate=True)["vconcat"]


@drawn_by
def test_the_drawing_refers_to_nothing_outside_itself(name, year):
    svg = as_svg(getattr(plot, name)(*year))
    assert set(re.findall(r"https?://[^\"' <]+", svg)) == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    for element in ElementTree.fromstring(svg).iter():
        assert element.tag.removeprefix(SVG) in {"svg", "g", "path", "rect", "line", "text", "tspan", "defs"}
        assert not {"id", "href", "style"} & set(element.attrib)
        assert not any("url(" in value for value in element.attrib.values())


@drawn_by
def test_the_drawing_says_in_words_what_it_shows(name, year):
    chart = getattr(plot, name)(*year)
    root = ElementTree.fromstring(as_svg(chart))
    assert (root.get("role"), root.get("aria-label")) == ("img", describe(chart))
    assert 30 < len(describe(chart)) < 500
    assert describe(chart).endswith(".")


@drawn_by
def test_no_word_of_the_journal_stands_in_it(name, year):
    chart = getattr(plot, name)(*year)
    assert "secretwords" not in json.dumps(chart.to_dict()) + as_svg(chart)


@drawn_by
def test_every_colour_has_one_in_its_place_on_dark_paper(name, year):
    chart = getattr(plot, name)(*year)
    light, dark = (re.findall(r'(?:fill|stroke)="(#\w+)"', as_svg(chart, dark=dark)) for dark in (False, True))
    assert set(light) <= {colour.light for colour in colours()}
    assert dark == [on_dark()[colour] for colour in light]
    assert PAPER.light in light


@drawn_by
@pytest.mark.parametrize(
    "kind", ["an empty journal", "one entry", "undated entries", "ten entries on one day", "skipped", "nothing found"]
)
def test_any_journal_has_a_picture_and_a_sentence(name, kind, entry, trigger, act, frames, skipped_reflection):
    found = (trigger("anger"), act("shutdown"))
    journal = {
        "an empty journal": [],
        "one entry": [entry("a", "2025-03-02", *found, feelings=["fear"])],
        "undated entries": [entry(f"u{n}", None, *found) for n in range(3)],
        "ten entries on one day": [entry(f"d{n}", "2025-03-02", *found, feelings=["joy"]) for n in range(10)],
        "skipped": [skipped_reflection()],
        "nothing found": [entry("n", "2025-03-02")],
    }[kind]
    chart = getattr(plot, name)(*frames(journal))
    svg = as_svg(chart)
    assert len(words_of(svg).split()) >= 8
    assert describe(chart).endswith(".")
    assert "nan" not in svg.lower()
    assert "undefined" not in svg


@drawn_by
def test_a_picture_without_its_title_is_the_same_drawing(name, year):
    chart = getattr(plot, name)(*year)
    title = chart.to_dict()["title"]["text"]
    assert title in words_of(as_svg(chart))
    assert title not in words_of(as_svg(chart, title=False))


def test_a_notebook_is_given_a_drawing_and_no_script(year):
    shown = plot.cycle(*year)._repr_mimebundle_()
    assert sorted(shown) == ["image/svg+xml", "text/plain"]
    assert "<script" not in shown["image/svg+xml"]
    assert shown["text/plain"] == describe(plot.cycle(*year))


def test_it_can_be_drawn_as_png(year):
    assert as_png(plot.cycle(*year), scale=1).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", OVER_TIME)
@pytest.mark.parametrize("by", ["hour", "person", "year"])
def test_a_period_that_does_not_go_on_in_time_is_refused(name, by, year):
    with pytest.raises(AnalyzerError, match="does not go on in time: give one of day, week, month"):
        getattr(plot, name)(*year, by=by)


@pytest.mark.parametrize("name", OVER_TIME)
@pytest.mark.parametrize(
    ("days", "period"), [(1, "day"), (31, "day"), (32, "week"), (182, "week"), (183, "month"), (4000, "month")]
)
def test_the_period_suits_the_length_of_the_journal(name, days, period, entry, act, frames):
    last = date.fromordinal(date(2025, 1, 1).toordinal() + days - 1).isoformat()
    journal = [entry(f"e{day}", day, act("attack"), feelings=["joy"]) for day in dict.fromkeys(("2025-01-01", last))]
    assert f" by {period}" in describe(getattr(plot, name)(*frames(journal)))


def test_an_analysis_offers_every_picture(entry, trigger, act):
    analysis = Analysis([entry("a", "2025-03-02", trigger("anger"), act("shutdown"), feelings=["fear"])])
    for name in NAMES:
        told = describe(getattr(analysis.plot, name)())
        assert told == describe(getattr(plot, name)(analysis.entries, analysis.findings))


def test_the_pictures_of_one_person_leave_the_others_out(entry, trigger, act, frames):
    journal = frames(
        [entry("a", "2025-03-02", trigger("anger", "partner")), entry("b", "2025-03-05", trigger("anger", "work"))]
    )
    assert describe(Plots(*journal).calendar()).startswith("A calendar of 2 entries")
    assert describe(Plots(*journal).with_persons("partner").calendar()).startswith(
        "A calendar of 1 entry on 1 day on 2 Mar"
    )


def test_who_is_no_person_is_refused(year):
    with pytest.raises(AnalyzerError, match="'Sam' is no person of the guide"):
        Plots(*year, persons=["Sam"])
