"""The months of the page: a reaction's course, and the kinds of reaction side by side."""

from datetime import date

import pytest

from analyzer.frames import entries_frame, findings_frame
from analyzer.report.months import course, feeling_courses, month_rows
from analyzer.trends import intensity, space

QUIET = {"I went quiet.": "shutdown"}


@pytest.fixture
def frames(told):
    """Return the frames of a spring: quiet in one entry of two in March, nothing in April, one of one in May."""
    rows = [
        told("I went quiet.", QUIET, id="a", date=date(2025, 3, 2)),
        told("Rain. I paused.", {"I paused.": "pause/other"}, id="b", date=date(2025, 3, 4)),
        told("I went quiet.", QUIET, id="c", date=date(2025, 5, 4)),
        told("I went quiet.", QUIET, id="d", date=None),
    ]
    return entries_frame(rows), findings_frame(rows)


def test_a_course_tells_the_share_of_each_months_entries(frames):
    found = course(*frames, "shutdown")
    assert (found.family, found.first, found.last) == ("withdraw", "March 2025", "May 2025")
    assert [(c.name, c.share, c.height) for c in found.columns] == [
        ("March 2025", "50%", 50),
        ("May 2025", "100%", 100),
    ]


def test_a_month_without_entries_keeps_its_place_and_has_no_column(frames):
    third = 100 / 3
    assert [c.start for c in course(*frames, "shutdown").columns] == [0, pytest.approx(2 * third)]


def test_what_another_did_is_no_course_of_the_writer(frames):
    assert [c.height for c in course(*frames, "pause").columns] == [0, 0]


def test_what_is_no_pattern_has_no_course(frames):
    assert course(*frames, "resisted") is None


def test_the_space_has_the_share_of_the_moments_with_a_pause_or_an_urge_overcome(told):
    rows = [
        told("I went quiet.", QUIET, id="a", date=date(2025, 3, 2)),
        told("I paused.", {"I paused.": "pause"}, id="b", date=date(2025, 3, 4)),
        told("I nearly left.", {"I nearly left.": "shutdown/self/resisted"}, id="c", date=date(2025, 3, 5)),
        told("Rain.", id="d", date=date(2025, 3, 6)),
    ]
    found = course(entries_frame(rows), findings_frame(rows), "space")
    assert [(c.name, c.share) for c in found.columns] == [("March 2025", "67%")]


def test_a_feeling_has_the_share_of_the_entries_it_is_present_in(make_reflection):
    rows = [make_reflection(), make_reflection(id="b", feelings_present=("hurtful", "calm"))]
    (found,) = feeling_courses(entries_frame(rows), ["hurt"])
    assert (found.name, [c.share for c in found.course.columns]) == ("Hurt", ["50%"])


def test_without_dates_there_is_no_course(make_reflection):
    rows = [make_reflection(date=None)]
    assert course(entries_frame(rows), findings_frame(rows), "shutdown") is None


def test_a_month_tells_its_entries_and_the_kinds_of_reaction(frames):
    rows = month_rows(intensity(*frames), space(*frames), frames[1])
    assert [(r.key, r.name, r.entries) for r in rows] == [
        ("2025-03", "March 2025", 2),
        ("2025-04", "April 2025", 0),
        ("2025-05", "May 2025", 1),
    ]
    assert [[(s.name, s.count, s.width) for s in r.shares] for r in rows] == [
        [("Withdrawing", 1, 100)],
        [],
        [("Withdrawing", 1, 100)],
    ]


def test_a_month_without_entries_has_no_mean(frames):
    rows = month_rows(intensity(*frames), space(*frames), frames[1])
    assert [row.intensity for row in rows] == [2.5, None, 2.5]
