"""What came of it, and words that only look like a plan, an urge or a negation."""

import pytest

from analyzer.context.certainty import CERTAIN, DEFAULT, SURE

pytestmark = pytest.mark.model

THE_OUTCOME_IS_TOLD_AFTER = [
    pytest.param("[Felt like smashing a glass] and then I did, right at his feet.", "attack", "done", id="I did"),
    pytest.param("[Did I shout]? I did not.", "attack", "resisted", id="own question, no"),
    pytest.param(
        "I wanted to [call her all night], but the phone went into the drawer.", "pursuit", "resisted", id="drawer"
    ),
    pytest.param(
        "She says she wanted to [hide in her room], but she stayed.", "shutdown", "resisted", id="another's urge"
    ),
    pytest.param("I [begged him]. He didn't.", "pursuit", "done", id="another's denial is none"),
    pytest.param(
        "I've [been at my mother's five days] and I have not answered her.",
        "shutdown",
        "done",
        id="and not another act",
    ),
]

A_NEAR_MISS_OF_NOTHING_HAPPENED = [
    pytest.param("I almost didn't [ask Theo to come].", "reach_out", "done", id="almost did not"),
    pytest.param("I [was this close to begging him].", "pursuit", "resisted", id="this close, within"),
]

A_NEGATION_HOLDS_FOR_ITS_OWN_VERB = [
    pytest.param("He never asked what for, just [rubbed his name out for me].", "respond", "done", id="just"),
    pytest.param(
        "I was so cool about him not replying that I [rang him seventeen times].", "pursuit", "done", id="that I"
    ),
    pytest.param("When my parents fought I used to [get in the closet].", "shutdown", "done", id="fought before"),
    pytest.param("Neither of us [yelled].", "attack", "resisted", id="neither of us"),
    pytest.param("It's not like I [yelled at her].", "attack", "resisted", id="not like I"),
    pytest.param("I never heard her [say sorry to a child].", "repair", "resisted", id="never heard her"),
]

A_REFUSAL_MAY_ITSELF_BE_NEGATED = [
    pytest.param("Greg did not [hang up on me].", "shutdown", "resisted", id="no hanging up"),
    pytest.param("He [would not speak to me].", "shutdown", "done", id="no speaking"),
    pytest.param("I [didn't say no], I never do.", "boundary", "resisted", id="no no"),
    pytest.param("I didn't [beat myself up about it].", "taking_personally", "resisted", id="no blame"),
]

A_NEGATION_WITHIN_A_THOUGHT_DOES_NOT_UNDO_IT = [
    pytest.param("[She doesn't trust me and she loves me].", "both_truths", "done", id="two truths"),
    pytest.param("[I love him and I can't live with him].", "both_truths", "done", id="two truths, of mine"),
    pytest.param("I told myself [nobody is going to hurt me now].", "self_compassion", "done", id="told myself"),
    pytest.param("If only I could see that [his moods are not about me].", "not_personal", "imagined", id="if only"),
]

LIKENESS_IS_NO_URGE = [
    pytest.param("[I feel like he's just not talking].", "close_at_distance", "done", id="feel like he is"),
    pytest.param("I've [thought about it every hour since].", "rumination", "done", id="thinking is the act"),
    pytest.param("I felt like [leaving].", "shutdown", "urge", id="felt like leaving"),
    pytest.param("[I really felt like saying no].", "boundary", "urge", id="felt like, within"),
    pytest.param("[I had such an urge to make up an excuse].", "defend", "urge", id="had an urge"),
]

WHAT_HAS_A_DAY_OR_STANDS_IN_THE_HEAD_IS_IMAGINED = [
    pytest.param("Starting Monday I want to [talk to myself kindly].", "self_compassion", "imagined", id="starting"),
    pytest.param("In my head I'd [asked Theo to be there].", "reach_out", "imagined", id="in my head"),
    pytest.param("Everybody advises me to [give in].", "appease", "imagined", id="advised"),
    pytest.param("I dreamed that he [screamed at me].", "attack", "imagined", id="dream"),
    pytest.param("[Don't say sorry to him again].", "appease", "imagined", id="a rule to oneself"),
    pytest.param("I should have got up and [held on to her].", "respond", "imagined", id="should have, joined"),
    pytest.param("I should have [told him how I felt].", "stay_present", "imagined", id="should have"),
]

A_PLAN_TOLD_IN_THE_PAST_IS_NONE = [
    pytest.param("He came at maybe eleven and [kicked the door in].", "attack", "done", id="maybe eleven"),
    pytest.param("The very picture of patience, as in I [screamed at a child].", "attack", "done", id="picture"),
    pytest.param("I must have [gone through every dinner since July].", "rumination", "done", id="must have"),
    pytest.param("I have to say [those men got me through].", "meaning", "done", id="have to say"),
]

TABLES = {name: table for name, table in list(globals().items()) if isinstance(table, list) and name.isupper()}


@pytest.mark.parametrize(
    ("marked", "pattern", "status"),
    [pytest.param(*row.values, id=f"{name.lower()}: {row.id}") for name, table in TABLES.items() for row in table],
)
def test_status(read, marked, pattern, status):
    assert read(marked, pattern).status == status


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        pytest.param("I did not [shout].", CERTAIN, id="plain negation"),
        pytest.param("He nearly [hit me].", CERTAIN, id="near miss"),
        pytest.param("I was itching to [call her].", SURE, id="urge in other words"),
        pytest.param("I [shouted].", DEFAULT, id="told as done, which the head may know better"),
    ],
)
def test_certainty_of_the_status(read, marked, certainty):
    assert read(marked, "attack").status_sure == certainty
