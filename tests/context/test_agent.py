"""Who does it."""

import pytest

from analyzer.context.certainty import SURE

pytestmark = pytest.mark.model

THE_SUBJECT_ACTS = [
    pytest.param("I [went quiet].", "self", id="I"),
    pytest.param("He [slammed the door].", "other", id="he"),
    pytest.param("She [called me names].", "other", id="she"),
    pytest.param("They [left me out].", "other", id="they"),
    pytest.param("My husband [walked out].", "other", id="role noun"),
    pytest.param("Mum [went silent for a week].", "other", id="role noun without my"),
    pytest.param("Denise [snapped at me].", "other", id="name"),
    pytest.param("My boss, Denise, [snapped at me].", "other", id="name beside a role"),
    pytest.param("Everyone [ignored me].", "other", id="everyone"),
    pytest.param("My thumb [went straight to his profile].", "self", id="own body"),
    pytest.param("Part of me [shut down].", "self", id="part of me"),
    pytest.param("His voice [got louder and louder].", "other", id="another's voice"),
    pytest.param("It rained. He [stormed off].", "other", id="second sentence"),
]

THE_SUBJECT_IS_INHERITED_FROM_THE_GOVERNING_VERB = [
    pytest.param("I sat there and [said nothing].", "self", id="joined verb"),
    pytest.param("He took his coat and [left without a word].", "other", id="joined verb, another"),
    pytest.param("I kept [checking his phone].", "self", id="gerund"),
    pytest.param("He started [shouting at me].", "other", id="gerund, another"),
    pytest.param("I stood there, [crying and begging].", "self", id="participle"),
    pytest.param("She refused to [answer me].", "other", id="infinitive"),
    pytest.param("I was the one who [walked away].", "self", id="relative clause back to I"),
    pytest.param("He is the one who [slammed it].", "other", id="relative clause back to he"),
    pytest.param("I think he [was avoiding me].", "other", id="content clause"),
    pytest.param("He thinks I [ignore him].", "self", id="content clause, I"),
    pytest.param("He asked me why I [went quiet].", "self", id="question clause"),
    pytest.param("My dad, who [shouted every night], is old now.", "other", id="relative clause on a noun"),
]

NOTES_WITHOUT_A_SUBJECT_ARE_THE_WRITERS = [
    pytest.param("[Rang Callum eleven times].", "self", id="past verb"),
    pytest.param("Bad day. [Shouted at the kids].", "self", id="second sentence"),
    pytest.param("[Went to bed without a word].", "self", id="went"),
    pytest.param("Told her sorry. [Made her a cup of tea].", "self", id="after another note"),
    pytest.param("[Told myself to calm down].", "self", id="told myself"),
]

A_PASSIVE_IS_THE_ACT_OF_THE_OTHER_SIDE = [
    pytest.param("I [was shouted at] in front of everyone.", "other", id="was shouted at"),
    pytest.param("I [got ignored] all evening.", "other", id="got ignored"),
    pytest.param("I [was left out again].", "other", id="left out"),
    pytest.param("I [was yelled at by my boss].", "other", id="by my boss"),
    pytest.param("He [was ignored by me] all week.", "self", id="by me"),
]

TWO_TOGETHER_ARE_BOTH = [
    pytest.param("We [both shouted].", "both", id="we both"),
    pytest.param("We [screamed at each other] all night.", "both", id="each other"),
    pytest.param("[We fought] about the bins.", "both", id="we fought"),
    pytest.param("The two of us [yelled until midnight].", "both", id="the two of us"),
    pytest.param("Sam and I [made up].", "both", id="somebody and I"),
    pytest.param("Neither of us [said a word].", "both", id="neither of us"),
]

WHO_SPEAKS_A_QUOTE_DOES_WHAT_IS_SAID = [
    pytest.param('He said "[you never listen]."', "other", id="said before"),
    pytest.param('"[You never listen]", he said.', "other", id="said after"),
    pytest.param('I said "[I need an hour]."', "self", id="the writer speaks"),
    pytest.param('Mum goes "[is that what you\'re wearing]."', "other", id="goes"),
    pytest.param('She texted "[I hate you]."', "other", id="first person in another's quote"),
    pytest.param("[She said I never listen].", "other", id="reported speech with its verb"),
]

YOU_IN_A_LETTER_IS_THE_ONE_ADDRESSED = [
    pytest.param("Dear Mum, you [never listened to me].", "other", id="to a parent"),
    pytest.param("Dear Sam, my brother, you [shut me out].", "other", id="to a brother"),
    pytest.param("Dear me, you [did well].", "self", id="to oneself"),
]

THE_PATTERN_TELLS_WHOSE_THOUGHT_IT_IS = [
    pytest.param("He's just tired, [it isn't about me].", "not_personal", "self", id="not personal"),
    pytest.param("[They all hate me].", "taking_personally", "self", id="assumed opinion"),
    pytest.param("[She was hard on us and she loved us].", "both_truths", "self", id="two truths"),
    pytest.param("I told him [he gives the key back on Friday].", "boundary", "self", id="a limit told to another"),
    pytest.param("[He gives me a reason to get up].", "meaning", "self", id="meaning"),
]


@pytest.mark.parametrize(("marked", "agent"), THE_SUBJECT_ACTS)
def test_the_subject_acts(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), THE_SUBJECT_IS_INHERITED_FROM_THE_GOVERNING_VERB)
def test_the_subject_is_inherited_from_the_governing_verb(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), NOTES_WITHOUT_A_SUBJECT_ARE_THE_WRITERS)
def test_notes_without_a_subject_are_the_writers(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), A_PASSIVE_IS_THE_ACT_OF_THE_OTHER_SIDE)
def test_a_passive_is_the_act_of_the_other_side(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), TWO_TOGETHER_ARE_BOTH)
def test_two_together_are_both(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), WHO_SPEAKS_A_QUOTE_DOES_WHAT_IS_SAID)
def test_who_speaks_a_quote_does_what_is_said(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "agent"), YOU_IN_A_LETTER_IS_THE_ONE_ADDRESSED)
def test_you_in_a_letter_is_the_one_addressed(read, marked, agent):
    assert read(marked).agent == agent


@pytest.mark.parametrize(("marked", "pattern", "agent"), THE_PATTERN_TELLS_WHOSE_THOUGHT_IT_IS)
def test_the_pattern_tells_whose_thought_it_is(read, marked, pattern, agent):
    assert read(marked, pattern).agent == agent


def test_reading_does_not_depend_on_what_comes_before(read):
    alone = read("He [walked out].")
    after = read("I slept. I ate. He [walked out].")
    assert (alone.agent, alone.agent_sure) == (after.agent, after.agent_sure) == ("other", True)


def test_the_reason_names_the_person(read):
    assert "subject “he” (partner)" in read("My husband came home. Then he [shut the door].").why


def test_we_alone_leaves_the_head_a_word(read):
    context = read("We [sat there in silence].")
    assert (context.agent, context.agent_sure) == ("both", SURE)


def test_a_sentence_without_a_parse_is_read_by_its_words(read):
    context = read("[He walked out] again.", flat=True)
    assert (context.agent, context.agent_sure) == ("other", False)
