"""Each theme's plain wordings."""

import pytest

from analyzer.language import units

pytestmark = pytest.mark.model

SAID = [
    ("anger", "He shouted at me in the kitchen."),
    ("criticism", "She made fun of my accent."),
    ("conflict", "We had a huge row about the dishes."),
    ("distance", "He hasn't replied since Friday."),
    ("rejection", "They all went and nobody asked me."),
    ("abandonment", "She broke up with me."),
    ("control", "My father will not let me go, he decides for me."),
    ("disrespect", "He took my lunch again without asking."),
    ("betrayal", "He lied to me about it."),
    ("jealousy", "His ex liked his photo."),
    ("unseen", "They take me for granted."),
    ("closeness", "He wants to meet my parents."),
    ("uncertainty", "Still waiting for the results."),
    ("failure", "I failed the test."),
    ("workload", "I have too much to do."),
    ("money", "The gas bill came again."),
    ("health", "She was diagnosed with something rare."),
    ("loss", "It is two years since he died."),
    ("memory", "The song reminded me of the old house."),
    ("others_pain", "My sister was crying in the hall and I felt so sad."),
    ("danger", "He pulled a knife."),
]
TRAPS = [
    ("anger", "I shouted for joy."),
    ("betrayal", "I lie on the sofa."),
    ("failure", "The cake was a success."),
    ("money", "The bread is brown."),
    ("jealousy", "In the film the hero is jealous."),
]


@pytest.mark.parametrize(("theme", "text"), [pytest.param(*row, id=row[0]) for row in SAID])
def test_a_plain_wording_is_found(theme, text, parse, triggers):
    doc = parse(text)
    assert theme in {match.label for match in triggers.find(doc, units(doc))}


@pytest.mark.parametrize(("theme", "text"), [pytest.param(*row, id=row[0]) for row in TRAPS])
def test_a_look_alike_is_not_found(theme, text, parse, triggers):
    doc = parse(text)
    assert theme not in {match.label for match in triggers.find(doc, units(doc))}
