"""Who the people in an entry are."""

import pytest

from analyzer.language import SentenceParser, SentenceSplitter, load_parser, load_tokenizer, units
from analyzer.messages import AnalyzerError
from analyzer.people import Mention, find_people
from analyzer.people.roles import read_roles

pytestmark = pytest.mark.model

ROLE_NOUNS = [
    pytest.param("My husband left.", "husband", "partner", id="husband"),
    pytest.param("hubby left early", "hubby", "partner", id="hubby"),
    pytest.param("My bf is sulking.", "bf", "partner", id="bf"),
    pytest.param("My other half sulks.", "half", "partner", id="two words"),
    pytest.param("My ex rang.", "ex", "ex", id="ex"),
    pytest.param("My ex husband rang.", "husband", "ex", id="ex husband"),
    pytest.param("Mum rang again.", "mum", "parent", id="mum"),
    pytest.param("Amma cried.", "amma", "parent", id="amma"),
    pytest.param("My old man shouted.", "man", "parent", id="old man"),
    pytest.param("My kid hid.", "kid", "child", id="owned kid"),
    pytest.param("Our daughter hid.", "daughter", "child", id="daughter"),
    pytest.param("My brother rang.", "brother", "sibling", id="brother"),
    pytest.param("My MIL came.", "mil", "family", id="mil"),
    pytest.param("My flatmate left.", "flatmate", "friend", id="flatmate"),
    pytest.param("My manager shouted.", "manager", "work", id="manager"),
    pytest.param("A stranger shouted.", "stranger", "stranger", id="stranger"),
    pytest.param("My partner sulked.", "partner", "partner", id="owned partner"),
]

NAMES = [
    pytest.param("My husband Sam came home. Sam sulked.", "partner", id="name after the role"),
    pytest.param("Sam, my brother, rang. I like Sam.", "sibling", id="apposition"),
    pytest.param("My boss, Sam, shouted. Sam is loud.", "work", id="apposition with a comma"),
    pytest.param("Sam is my boyfriend. I miss Sam.", "partner", id="copula"),
    pytest.param("Sam shouted at me. I hate Sam.", None, id="unknown name with a social verb"),
    pytest.param("Sam rang. Later: Sam is my cousin.", "family", id="tied later in the text"),
]

PRONOUNS = [
    pytest.param("My husband came home. He sulked.", "he", "partner", id="he is the husband"),
    pytest.param("My wife and my brother rang. She cried.", "she", "partner", id="she passes over the brother"),
    pytest.param("Mum rang Dad. He was out.", "he", "parent", id="he is the nearest man"),
    pytest.param("My boss shouted. He left.", "he", "work", id="a role without gender fits"),
    pytest.param("My friends went out. They left me.", "they", "friend", id="they"),
    pytest.param("I cried.", "i", "self", id="I"),
    pytest.param("He left.", "he", None, id="nobody before"),
    pytest.param("Dear Mum, you never rang.", "you", "parent", id="the addressee of a letter"),
    pytest.param("Dear me, you did well.", "you", "self", id="a letter to oneself"),
    pytest.param("I told you so.", "you", None, id="you outside a letter"),
]


@pytest.fixture(scope="module")
def parse():
    tokenizer, split, parser = load_tokenizer(), SentenceSplitter(), SentenceParser(load_parser())

    def parse(text, *, flat=False):
        doc = split(tokenizer(text))
        parser.parse([doc], [[] if flat else units(doc)])
        return doc

    return parse


def last(doc, word):
    return [token for token in doc if token.lower_ == word][-1]


@pytest.mark.parametrize(("text", "word", "role"), ROLE_NOUNS)
def test_a_role_noun_has_its_role(parse, text, word, role):
    doc = parse(text)
    assert find_people(doc).role_of(last(doc, word)) == role


@pytest.mark.parametrize(("text", "role"), NAMES)
def test_a_name_takes_the_role_that_the_text_ties_it_to(parse, text, role):
    doc = parse(text)
    people = find_people(doc)
    assert (people.role_of(last(doc, "sam")), people.is_person(last(doc, "sam"))) == (role, True)


@pytest.mark.parametrize(("text", "word", "role"), PRONOUNS)
def test_a_pronoun_takes_the_nearest_fitting_person(parse, text, word, role):
    doc = parse(text)
    assert find_people(doc).role_of(last(doc, word)) == role


def test_a_name_given_by_the_user_goes_before_the_text(parse):
    doc = parse("My friend Sam rang.")
    assert find_people(doc, {"sam": "partner"}).role_of(last(doc, "sam")) == "partner"


def test_a_thing_is_no_person(parse):
    doc = parse("The boiler broke and London was cold.")
    people = find_people(doc)
    assert [token.text for token in doc if people.is_person(token)] == []


def test_people_are_found_without_a_parse(parse):
    doc = parse("Slept late. My husband Sam rang.", flat=True)
    assert [(m.role, m.name) for m in find_people(doc).mentions] == [("partner", ""), ("partner", "Sam")]


def test_a_mention_counts_in_the_docs_tokens(parse):
    doc = parse("I slept. My brother rang.")
    assert find_people(doc).mentions == (Mention(4, 5, "sibling", "", "he"),)


def test_an_unknown_role_is_refused(parse):
    with pytest.raises(AnalyzerError, match="'boss' is no role of a person; use one of child"):
        find_people(parse("Sam rang."), {"Sam": "boss"})


def test_the_data_file_refuses_an_unknown_role(tmp_path):
    path = tmp_path / "people.yaml"
    path.write_text(
        "roles: {lover: {plain: [], owned: []}}\n"
        "gender: {he: [], she: []}\nsocial_verbs: []\nletters: []\nselves: []\n",
        encoding="utf-8",
    )
    with pytest.raises(AnalyzerError, match="people.yaml, roles, lover: not a role"):
        read_roles(path)
