"""A text is cut where findings begin and end; nothing is lost, and every segment knows what lies over it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.reflection import PatternFinding, TriggerFinding, by_place, kind, segments, visible

TEXT = "She snapped. I went quiet and left."


def trigger(start, end, theme="anger", text=TEXT):
    return TriggerFinding(theme, "partner", start, end, text[start:end], 0.7)


def pattern(start, end, label="shutdown", family="withdraw", text=TEXT):
    return PatternFinding(label, family, "self", "done", "now", start, end, text[start:end], 0.8)


def drawn(text, *findings):
    """Return each segment as its words and the labels over them."""
    return [
        (part.text, [getattr(f, "pattern", None) or f.theme for f in part.findings])
        for part in segments(text, findings)
    ]


@pytest.mark.parametrize(
    ("findings", "parts"),
    [
        pytest.param([], [(TEXT, [])], id="none"),
        pytest.param(
            [trigger(0, 11), pattern(13, 25)],
            [("She snapped", ["anger"]), (". ", []), ("I went quiet", ["shutdown"]), (" and left.", [])],
            id="apart",
        ),
        pytest.param(
            [pattern(13, 34), pattern(15, 25, "defend", "yield")],
            [
                ("She snapped. ", []),
                ("I ", ["shutdown"]),
                ("went quiet", ["shutdown", "defend"]),
                (" and left", ["shutdown"]),
                (".", []),
            ],
            id="one inside the other, the wider first",
        ),
        pytest.param(
            [trigger(0, 19), pattern(13, 25)],
            [
                ("She snapped. ", ["anger"]),
                ("I went", ["anger", "shutdown"]),
                (" quiet", ["shutdown"]),
                (" and left.", []),
            ],
            id="crossing",
        ),
        pytest.param(
            [trigger(13, 25), pattern(13, 25)],
            [("She snapped. ", []), ("I went quiet", ["anger", "shutdown"]), (" and left.", [])],
            id="on the same words",
        ),
        pytest.param(
            [pattern(13, 25), pattern(25, 34, "pursuit", "pursue")],
            [("She snapped. ", []), ("I went quiet", ["shutdown"]), (" and left", ["pursuit"]), (".", [])],
            id="touching",
        ),
        pytest.param([pattern(0, 999)], [(TEXT, ["shutdown"])], id="beyond the end"),
        pytest.param([pattern(40, 50), pattern(5, 5), pattern(9, 3)], [(TEXT, [])], id="without words in the text"),
    ],
)
def test_a_text_is_cut_at_every_border(findings, parts):
    assert drawn(TEXT, *findings) == parts


def test_an_empty_text_has_no_segment():
    assert segments("", [pattern(0, 3)]) == ()


def test_a_finding_begins_once_and_ends_once_however_it_is_cut():
    wide, inner = pattern(13, 34), pattern(15, 25, "defend", "yield")
    parts = segments(TEXT, [inner, wide])
    assert [part.text for part in parts if wide in part.begins] == ["I "]
    assert [part.text for part in parts if wide in part.ends] == [" and left"]
    assert [(part.begins, part.ends) for part in parts if part.text == "went quiet"] == [((inner,), (inner,))]


def test_the_narrowest_family_leads_and_the_trigger_stands_last():
    (first, *_) = segments(TEXT, [trigger(0, 5), pattern(0, 20), pattern(0, 10, "defend", "yield")])
    assert first.kinds == ("yield", "withdraw", "trigger")


def test_a_family_that_lies_twice_over_the_words_is_named_once():
    (first, *_) = segments(TEXT, [pattern(0, 20), pattern(0, 20, "shutdown")])
    assert first.kinds == ("withdraw",)


def test_findings_stand_in_the_order_of_the_text():
    late, early, wide = pattern(13, 25), trigger(0, 5), trigger(0, 9)
    assert by_place([late, early, wide]) == [wide, early, late]


def test_the_kind_of_a_pattern_is_its_family():
    assert (kind(pattern(0, 3)), kind(trigger(0, 3))) == ("withdraw", "trigger")


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.booleans()), max_size=7),
)
def test_nothing_is_lost_and_nothing_is_marked_that_lies_beside(text, rows):
    findings = [(trigger if is_trigger else pattern)(start, end, text=text) for start, end, is_trigger in rows]
    parts = segments(text, findings)
    assert "".join(part.text for part in parts) == text
    assert all(part.text == text[part.start : part.end] != "" for part in parts)
    for found in findings:
        covered = {place for part in parts if found in part.findings for place in range(part.start, part.end)}
        asked = {place for other in findings if other == found for place in range(other.start, other.end)}
        assert covered == asked & set(range(len(text)))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("I stayed.\n\tThen “tea” 😭 \u200d", "I stayed.\n\tThen “tea” 😭 \u200d", id="what people write"),
        pytest.param("safe \u202etxet\u202c \u2066end\u2069", "safe txet end", id="marks that turn the direction"),
        pytest.param("a\x00b\x1bc\x85d", "a\ufffdb\ufffdc\ufffdd", id="controls"),
        pytest.param("half \ud83d", "half \ufffd", id="half of a character"),
        pytest.param("\u05e9\u05dc\u05d5\u05dd\u200f", "\u05e9\u05dc\u05d5\u05dd\u200f", id="a script from right to left"),
    ],
)  # fmt: skip
def test_words_are_made_fit_to_be_shown(written, shown):
    assert visible(written) == shown
    assert visible(written).encode("utf-8")
