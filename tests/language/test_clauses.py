import pytest

from analyzer.language import clauses, load_parser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        pytest.param("I wanted to leave but I stayed there.", ["I wanted to leave", "I stayed there."], id="but"),
        pytest.param("He shouted at me and I went quiet.", ["He shouted at me", "I went quiet."], id="and"),
        pytest.param(
            "I bought bread and some nice cheese.", ["I bought bread and some nice cheese."], id="no second verb"
        ),
        pytest.param("I yelled and he went silent on me.", ["I yelled", "he went silent on me."], id="two words"),
        pytest.param("I wonder if he hates me now.", ["I wonder if he hates me now."], id="a question of two words"),
        pytest.param("Soup for tea.", ["Soup for tea."], id="no verb at all"),
    ],
)
def test_a_joint_parts_clauses_that_each_hold_a_verb(sentence, parts):
    doc = load_parser()(sentence)
    assert [part.text for part in clauses(doc[:])] == parts


def test_offsets_are_those_of_the_doc():
    doc = load_parser()("I slept. He shouted at me and I went quiet.")
    assert clauses(list(doc.sents)[1])[1].text == "I went quiet."
