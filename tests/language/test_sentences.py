import pytest
import spacy

from analyzer.language.sentences import SentenceSplitter, units


@pytest.fixture(scope="module")
def split():
    nlp = spacy.blank("en")
    splitter = SentenceSplitter()
    return lambda text: [unit.text for unit in units(splitter(nlp(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("I slept. I ate.", ["I slept.", "I ate."], id="full stops"),
        pytest.param("Really?! Yes… no.", ["Really?!", "Yes…", "no."], id="other ends"),
        pytest.param("rang mum\nshe cried\n", ["rang mum", "she cried"], id="a line is a sentence"),
        pytest.param("- bins out\n- Rang Sam. Twice.", ["- bins out", "- Rang Sam.", "Twice."], id="bullets"),
        pytest.param(
            "He said “Stop.” I did.", ["He said “Stop.”", "I did."], id="curly quote belongs to what it closes"
        ),
        pytest.param('He said "Stop." I did.', ['He said "Stop."', "I did."], id="straight quote closes"),
        pytest.param('I left. "Wait," he said.', ["I left.", '"Wait," he said.'], id="straight quote opens"),
        pytest.param("Saw Dr. Patel at 9 a.m. today.", ["Saw Dr. Patel at 9 a.m. today."], id="abbreviations"),
        pytest.param("  \n\n ", [], id="white space holds none"),
        pytest.param("", [], id="nothing holds none"),
        pytest.param("😭😭", ["😭😭"], id="emojis"),
    ],
)
def test_sentences(split, text, sentences):
    assert split(text) == sentences


def test_a_run_on_sentence_is_parted_where_clauses_begin(split):
    clause = "and then i went round the block again and again with the old dog "
    parts = split("so " + clause * 9)
    assert len(parts) > 1
    assert all(part.startswith("and then i") for part in parts[1:])


def test_borders_do_not_depend_on_what_comes_before(split):
    assert split("I ate.\nI did not walk out.")[-1:] == split("I did not walk out.")
