import pytest

from analyzer.language import SentenceParser, load_parser, load_tokenizer, units

pytestmark = pytest.mark.model
TEXT = "I slept late. He shouted at me! So I went quiet.\n- rang mum\nSoup for tea, then bed."


@pytest.fixture(scope="module")
def nlp():
    made = load_tokenizer()
    made.add_pipe("analyzer_sentences")
    return made


@pytest.mark.parametrize("chosen", [slice(0, 0), slice(1, 2), slice(0, None, 2), slice(0, None)])
def test_the_parse_keeps_the_borders_of_all_sentences(nlp, chosen):
    doc = nlp(TEXT)
    before = [unit.text for unit in units(doc)]
    SentenceParser(load_parser()).parse([doc], [units(doc)[chosen]])
    assert [unit.text for unit in units(doc)] == before


def test_only_the_chosen_sentence_is_parsed(nlp):
    doc = nlp(TEXT)
    SentenceParser(load_parser()).parse([doc], [[units(doc)[1]]])
    assert [unit.root.dep_ for unit in units(doc)][:3] == ["", "ROOT", ""]
    assert doc[5].lemma_ == "shout"


def test_a_sentence_parses_alike_alone_and_after_others(nlp):
    after, alone = nlp(TEXT), nlp("He shouted at me!")
    SentenceParser(load_parser()).parse([after, alone], [[units(after)[1]], units(alone)])
    assert [t.dep_ for t in units(after)[1]] == [t.dep_ for t in alone]
