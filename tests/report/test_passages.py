"""How much of an entry stands in the page, and where its marks are."""

import pytest

from analyzer.report.passages import fitting_windows, found_in, pieces

LONG = "word " * 300


@pytest.fixture
def far(told):
    """Return an entry whose two findings stand far from each other and from both ends."""
    return told(
        f"{LONG}I went quiet. {LONG}I sat apart. {LONG}", {"I went quiet.": "shutdown", "I sat apart.": "pause"}
    )


def shown(reflection, window):
    return pieces(reflection, range(1, len(found_in(reflection)) + 1), window)


def test_the_pieces_of_a_whole_text_are_the_text(far):
    assert "".join(piece.text for piece in shown(far, None)) == far.text


def test_a_mark_has_its_family_and_its_number_where_its_words_end(told):
    text = "She snapped at me. I went quiet."
    entry = told(text, {"I went quiet.": "shutdown"}, ("She snapped at me.", "anger", "partner"))
    marks = [(piece.text, piece.kinds, piece.ends) for piece in shown(entry, None) if piece.kinds]
    assert marks == [("She snapped at me.", ("trigger",), (1,)), ("I went quiet.", ("withdraw",), (2,))]


def test_a_narrow_window_keeps_the_findings_and_cuts_at_words(far):
    text = "".join(piece.text for piece in shown(far, 12))
    assert text == "… word word word I went quiet. word word word … word word word I sat apart. word word word …"


def test_every_mark_survives_the_narrowest_window(far):
    assert [piece.text for piece in shown(far, 0) if piece.kinds] == ["I went quiet.", "I sat apart."]
    assert [number for piece in shown(far, 0) for number in piece.ends] == [1, 2]


def test_windows_that_touch_are_one_passage(told):
    entry = told("I went quiet. Then I sat apart.", {"I went quiet.": "shutdown", "I sat apart.": "pause"})
    assert "".join(piece.text for piece in shown(entry, 10)) == entry.text


def test_an_entry_without_findings_keeps_its_beginning(told):
    assert "".join(piece.text for piece in shown(told(LONG), 14)) == "word word word …"


def test_a_word_without_end_does_not_widen_the_window_without_end(told):
    assert len("".join(piece.text for piece in shown(told("x" * 9_000), 60))) < 200


def test_without_text_there_are_no_pieces(make_reflection):
    assert shown(make_reflection(text=""), None) == ()


@pytest.mark.parametrize(("budget", "window"), [(5_000, None), (3_000, 600), (1_500, 300), (100, 0), (10, 0)])
def test_the_widest_window_that_fits_is_taken(far, budget, window):
    assert fitting_windows([far], budget)[0] == window


def test_the_size_is_counted_as_it_will_stand_in_the_page(told):
    assert fitting_windows([told("<" * 100)], 399)[0] == 60  # "&lt;" takes four bytes
    assert fitting_windows([told("<" * 100)], 400)[0] is None
