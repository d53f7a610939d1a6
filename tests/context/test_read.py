"""The reading as a whole: what it needs of a doc, and what it refuses."""

import pytest

from analyzer.context import read_context
from analyzer.people import find_people

pytestmark = pytest.mark.model

AROUND_UNPARSED = [
    pytest.param("My husband came home. He [didn't say a word].", id="who he is"),
    pytest.param("I wanted to [scream at her]. I did not.", id="how the urge ended"),
    pytest.param("As a kid I was scared. I [hid in the shed].", id="the time carried on"),
    pytest.param('She smiled. Mum said "[you never listen]." I left.', id="who speaks"),
]


@pytest.mark.parametrize("marked", AROUND_UNPARSED)
def test_the_sentences_around_need_no_parse(read, marked):
    assert read(marked, alone=True) == read(marked)


def test_a_user_given_name_shows_in_the_reason(read):
    assert "subject “Sam” (partner)" in read("Sam [walked out].", known={"Sam": "partner"}).why


def test_the_finding_may_be_a_whole_sentence(read):
    context = read("[He didn't call me back.]")
    assert (context.agent, context.status, context.when) == ("other", "resisted", "now")


def test_the_finding_may_cross_sentences(read):
    assert read("[I almost sent it. I deleted it.]").status == "resisted"


def test_words_outside_the_doc_are_refused(parse):
    doc = parse("I left.")
    with pytest.raises(ValueError, match=r"\[2, 9\) are no part of a doc of 3 tokens"):
        read_context(doc, 2, 9, find_people(doc))
