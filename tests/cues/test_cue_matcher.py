"""Where a cue is found, and what the parse must say."""

import pytest

from analyzer.cues import CueMatcher, load_cues, precision, read_cues
from analyzer.cues.load import read_counts
from analyzer.cues.precision import Labelled, measure
from analyzer.language import load_parser, units

pytestmark = pytest.mark.model
LABELS = ("shutdown", "repair")


@pytest.fixture
def make(tmp_path):
    def make_matcher(text):
        path = tmp_path / "some.yaml"
        path.write_text(text, encoding="utf-8")
        return CueMatcher(load_parser().vocab, read_cues(path, LABELS))

    return make_matcher


def quotes(matcher, doc):
    return [doc[match.start : match.end].text for match in matcher.find(doc, units(doc))]


def test_offsets_are_those_of_the_doc_also_in_the_second_sentence(make, parse):
    matcher = make("shutdown: [walk~ out]")
    doc = parse("It rained. I slept well. She walked out.")
    (match,) = matcher.find(doc, units(doc))
    assert doc[match.start : match.end].text == "walked out"


def test_only_the_given_sentences_are_searched(make, parse):
    matcher = make("shutdown: [walk~ out]")
    doc = parse("He walked out. She walked out.")
    assert len(matcher.find(doc, units(doc)[1:])) == 1


def test_the_longest_match_of_a_label_wins(make, parse):
    matcher = make("shutdown: [walk~ out, walk~ out of the room]\nrepair: [walk~]")
    doc = parse("She walked out of the room.")
    assert [(m.label, doc[m.start : m.end].text) for m in matcher.find(doc, units(doc))] == [
        ("repair", "walked"),
        ("shutdown", "walked out of the room"),
    ]


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        pytest.param("cue: shut~ down", "He shut down again.", 1, id="person does it"),
        pytest.param("cue: shut~ down", "The factory shut down again.", 0, id="thing does it"),
        pytest.param("cue: shut~ down", "Sometimes my brother just shuts down.", 1, id="role noun"),
        pytest.param("cue: shut~ down", "He sat there and shut down.", 1, id="shared subject"),
        pytest.param("cue: shut~ down", "The man who shut down was my uncle.", 1, id="relative clause"),
        pytest.param("cue: shut~ down", "Shut down, as always.", 1, id="no subject"),
        pytest.param("{cue: hide~, subject: self}", "I hid in there.", 1, id="writer"),
        pytest.param("{cue: hide~, subject: self}", "He hid in there.", 0, id="not the writer"),
        pytest.param("{cue: hide~, subject: other}", "I hid in there.", 0, id="not someone else"),
        pytest.param("{cue: chase~, object: person}", "I chased him down the road.", 1, id="person as object"),
        pytest.param("{cue: chase~, object: person}", "I chased the bus down.", 0, id="thing as object"),
        pytest.param("{cue: yell~, object: not_thing}", "I yelled.", 1, id="no object"),
        pytest.param("{cue: hide~, not: [hide and seek]}", "We hid, playing hide and seek.", 0, id="pseudo cue"),
        pytest.param("{cue: hide~, with: [cry~]}", "I hid and cried.", 1, id="company asked for"),
        pytest.param("{cue: hide~, with: [cry~]}", "I hid.", 0, id="company missing"),
    ],
)
def test_subject_object_and_company_decide(row, text, expected, make, parse):
    row = row if row.startswith("{") else f"{{{row}}}"
    assert len(quotes(make(f"shutdown: [{row}]"), parse(text))) == expected


@pytest.mark.parametrize("name", ["patterns", "triggers"])
def test_a_sentence_without_an_anchor_cannot_match(name):
    cues = load_cues(name)
    matcher = CueMatcher(load_parser().vocab, cues)
    assert matcher.possible(["bread", "and", "the"]) == set()


@pytest.mark.parametrize(
    ("sentence", "possible"),
    [
        pytest.param("she walked out", False, id="a word is missing"),
        pytest.param("she walked out of the room", True, id="all are there"),
        pytest.param("out of the room she walked", False, id="in another order"),
        pytest.param("she walked very slowly out of the room", True, id="a short gap"),
        pytest.param("she walked by and by and by out of the room", False, id="a long gap"),
        pytest.param("she walked . out of the room", False, id="a gap over an end"),
        pytest.param("she walked \n\n out of the room", False, id="a gap over a blank line"),
    ],
)
def test_a_cue_is_possible_only_where_its_words_stand_in_order(make, sentence, possible):
    matcher = make("shutdown: ['walk~ … out of the [messy] room']")
    assert bool(matcher.possible(sentence.split(" "))) == possible


def test_precision_counts_matches_in_sentences_with_the_label(tmp_path, parse):
    path = tmp_path / "some.yaml"
    path.write_text("shutdown: [walk~ out]", encoding="utf-8")
    doc = parse("He walked out. She walked out. It rained.")
    entry = Labelled(doc, {"patterns": (("shutdown", 0, 13),), "triggers": ()})
    assert measure(read_cues(path, LABELS), [entry], "patterns") == {"shutdown: walk~ out": (2, 1)}


def test_what_was_counted_beside_is_added(tmp_path, monkeypatch):
    (tmp_path / "some.yaml").write_text("shutdown: [walk~ out]", encoding="utf-8")
    cues = {"patterns": read_cues(tmp_path / "some.yaml", LABELS), "triggers": ()}
    monkeypatch.setattr(precision, "load_all", cues.get)
    row = {
        "text": "Soup. He walked out.",
        "patterns": [{"pattern": "shutdown", "quote": "walked out"}],
        "triggers": [],
    }
    beside = {"shutdown: walk~ out": (3, 0.5), "repair: my bad": (2, 0.25)}
    precision.write_precision([row], tmp_path / "counts.json", beside=beside)
    assert read_counts(tmp_path / "counts.json") == {"repair: my bad": (2, 0.25), "shutdown: walk~ out": (4, 1.5)}
