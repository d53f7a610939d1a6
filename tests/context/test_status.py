"""Whether it happened."""

import pytest

from analyzer.context.certainty import CERTAIN

pytestmark = pytest.mark.model

A_NEGATION_MEANS_THAT_IT_DID_NOT_HAPPEN = [
    pytest.param("I [didn't call him] all day.", "resisted", id="did not"),
    pytest.param("I [did not shout] at anyone.", "resisted", id="did not in full"),
    pytest.param("I [didnt text her back] ten times.", "resisted", id="no apostrophe"),
    pytest.param("I [didn’t beg] this time.", "resisted", id="curly apostrophe"),
    pytest.param("She [never once asked for help].", "resisted", id="never once"),
    pytest.param("I [never told my sister].", "resisted", id="never"),
    pytest.param("I have [not checked his profile] since Monday.", "resisted", id="have not"),
    pytest.param("Not today. I [haven't called him] once.", "resisted", id="have not, second sentence"),
    pytest.param("I got through dinner without [shouting at him].", "resisted", id="without"),
    pytest.param("I made tea instead of [calling him again].", "resisted", id="instead of"),
    pytest.param("I wrote it down rather than [screaming at her].", "resisted", id="rather than"),
    pytest.param("I managed not to [snap at the kids].", "resisted", id="managed not to"),
    pytest.param("I stopped myself from [sending it].", "resisted", id="stopped myself"),
    pytest.param("I refused to [beg him].", "resisted", id="refused to"),
    pytest.param("I no longer [check his location].", "resisted", id="no longer"),
    pytest.param("I forgot to [breathe first].", "resisted", id="forgot to"),
    pytest.param("I didn't go and [slam the door].", "resisted", id="through a verb of motion"),
    pytest.param("I didn't [shout or cry].", "resisted", id="two verbs, first"),
    pytest.param("Didn't [slam anything] today.", "resisted", id="no subject"),
]

WORDS_THAT_ONLY_LOOK_LIKE_A_NEGATION_LEAVE_IT_DONE = [
    pytest.param("I couldn't stop [texting him].", "done", id="could not stop"),
    pytest.param("I couldn't help [checking his profile].", "done", id="could not help"),
    pytest.param("I can't stop [replaying it].", "done", id="cannot stop"),
    pytest.param("He never stopped [calling me].", "done", id="never stopped"),
    pytest.param("No wonder I [went quiet].", "done", id="no wonder"),
    pytest.param("I don't know why I [shouted at him].", "done", id="does not know why"),
    pytest.param("I didn't just ask, I [begged him].", "done", id="did not just"),
    pytest.param("Not only did I cry, I [screamed at her].", "done", id="not only"),
    pytest.param("I [didn't say a word] to him all night.", "done", id="silence is an act"),
    pytest.param("He [didn't answer me] all evening.", "done", id="no answer is an act"),
    pytest.param("It was not my day and I [snapped at Ben].", "done", id="negated clause before"),
    pytest.param("I wasn't hungry. I [left the table].", "done", id="negated sentence before"),
    pytest.param("I didn't sleep, then I [rang her eleven times].", "done", id="negation before then"),
]

AN_URGE_IS_AN_URGE_WHILE_ITS_END_IS_NOT_TOLD = [
    pytest.param("I want to [call him].", "urge", id="want to"),
    pytest.param("I wanted to [throw the plate at him].", "urge", id="wanted to"),
    pytest.param("I wanna [text her so bad].", "urge", id="wanna"),
    pytest.param("I feel like [driving over there].", "urge", id="feel like"),
    pytest.param("I'm tempted to [go through his phone].", "urge", id="tempted to"),
    pytest.param("I'm itching to [ring her back].", "urge", id="itching to"),
    pytest.param("Part of me wants to [disappear].", "urge", id="part of me"),
    pytest.param("I keep wanting to [check his phone].", "urge", id="keep wanting to"),
    pytest.param("All I want is to [ring him and plead].", "urge", id="all I want"),
    pytest.param("She says she wants to [leave me].", "urge", id="another's urge"),
    pytest.param("I really want to [run to Mum's and hide].", "urge", id="with an adverb"),
    pytest.param("It was grim. I want to [scream at her].", "urge", id="second sentence"),
]

AN_URGE_THAT_WAS_OVERCOME_IS_RESISTED = [
    pytest.param("I wanted to [call him] but I didn't.", "resisted", id="but I did not"),
    pytest.param("I wanted to [walk out] but stayed.", "resisted", id="but stayed"),
    pytest.param("I wanted to [scream at her]. I did not.", "resisted", id="told in the next sentence"),
    pytest.param("I felt like [calling her again] and then didn't.", "resisted", id="and then did not"),
    pytest.param(
        "I was tempted to [text him]. Put the phone in a drawer instead.", "resisted", id="put the phone away"
    ),
    pytest.param("I wanted to [shout]. I counted to ten instead.", "resisted", id="instead"),
    pytest.param("I had [a nasty reply typed out] and I deleted it.", "resisted", id="deleted it"),
    pytest.param("Wanted to [go through his bag]. Sat on my hands instead.", "resisted", id="notes style"),
    pytest.param("I wanted to [ring him at work], but I held back.", "resisted", id="but held back"),
]

A_NEAR_MISS_DID_NOT_HAPPEN = [
    pytest.param("I almost [walked out].", "resisted", id="almost"),
    pytest.param("I nearly [called him].", "resisted", id="nearly"),
    pytest.param("I was about to [send it].", "resisted", id="was about to"),
    pytest.param("I came close to [throwing it at him].", "resisted", id="came close to"),
    pytest.param("I was this close to [telling him where to go].", "resisted", id="this close"),
    pytest.param("I was on the verge of [blocking her].", "resisted", id="on the verge of"),
    pytest.param("I was halfway to [slamming the door].", "resisted", id="halfway to"),
    pytest.param("I could have [bitten his head off] and I didn't.", "resisted", id="could have and did not"),
    pytest.param("Lunch was late. I almost [shouted at Ravi].", "resisted", id="second sentence"),
]

PLANS_AND_WHAT_MAY_COME_ARE_IMAGINED = [
    pytest.param("Next time I'll [breathe first].", "imagined", id="next time"),
    pytest.param("Tomorrow I will [tell her how I feel].", "imagined", id="will"),
    pytest.param("I'm going to [say no to him].", "imagined", id="going to"),
    pytest.param("im gonna [ask him on friday].", "imagined", id="gonna"),
    pytest.param("I might [call my sister later].", "imagined", id="might"),
    pytest.param("Maybe I'll [write to him].", "imagined", id="maybe"),
    pytest.param("I hope he [says sorry].", "imagined", id="hope"),
    pytest.param("I wish I could [tell her everything].", "imagined", id="wish"),
    pytest.param("I'm afraid he'll [leave without a word].", "imagined", id="fear"),
    pytest.param("If he yells again I will [leave the room].", "imagined", id="condition and will"),
    pytest.param("If I were brave I would [tell him].", "imagined", id="would under if"),
    pytest.param("What if I just [leave].", "imagined", id="what if"),
    pytest.param("I should [set some limits].", "imagined", id="should"),
    pytest.param("I need to [apologise to her].", "imagined", id="need to"),
    pytest.param("I'm supposed to [count to ten].", "imagined", id="supposed to"),
    pytest.param("Long day. Tomorrow I'll [say sorry to Jo].", "imagined", id="second sentence"),
    pytest.param("We won't [shout at each other] next time.", "imagined", id="a plan not to"),
]

ADVICE_AND_QUESTIONS_ARE_IMAGINED = [
    pytest.param("My therapist says I should [set limits].", "imagined", id="says I should"),
    pytest.param("My sister says [give it a day].", "imagined", id="bare advice"),
    pytest.param("My friend thinks I should [talk to him].", "imagined", id="thinks I should"),
    pytest.param("Should I [call him]?", "imagined", id="question"),
    pytest.param("Why don't I ever [ask for help]?", "imagined", id="negated question"),
    pytest.param("Would she [forgive me]?", "imagined", id="would she"),
]

HABITS_ARE_DONE = [
    pytest.param("He [goes cold whenever I cry].", "done", id="whenever"),
    pytest.param("If I cry he [walked out], every time.", "done", id="condition in the past"),
    pytest.param("When I was six he would [slam doors] every night.", "done", id="would, in childhood"),
    pytest.param("Back then she would [call me ten times a night].", "done", id="would, back then"),
    pytest.param("Every Sunday he would [go quiet on me].", "done", id="would, every"),
    pytest.param("I used to [beg him to stay].", "done", id="used to"),
    pytest.param("I always [say sorry first].", "done", id="always"),
]

WHAT_IS_TOLD_AS_DONE_IS_DONE = [
    pytest.param("I [went quiet] at dinner.", "done", id="past tense"),
    pytest.param("He [slammed the door] and left.", "done", id="another's act"),
    pytest.param("[Rang Callum eleven times].", "done", id="notes"),
    pytest.param("I [told him how I felt].", "done", id="told him"),
    pytest.param("I wanted to scream but [stayed].", "done", id="the secure act after an urge"),
    pytest.param("I didn't shout, I [went for a walk].", "done", id="after a negated clause"),
    pytest.param("She cried and I [held her].", "done", id="joined clause"),
    pytest.param("I'd already [left the room] by then.", "done", id="had"),
]

THE_PATTERN_TELLS_A_THOUGHT_AND_A_REFUSAL_FROM_AN_ACT = [
    pytest.param("He will [get bored of me].", "taking_personally", "done", id="feared opinion"),
    pytest.param("She must [hate me].", "taking_personally", "done", id="assumed opinion"),
    pytest.param("It's [not about me].", "not_personal", "done", id="not about me"),
    pytest.param("I said [I can't do Sunday].", "boundary", "done", id="a no that was said"),
    pytest.param("[Kept my hands in my pockets].", "attack", "resisted", id="held back"),
]


@pytest.mark.parametrize(("marked", "status"), A_NEGATION_MEANS_THAT_IT_DID_NOT_HAPPEN)
def test_a_negation_means_that_it_did_not_happen(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), WORDS_THAT_ONLY_LOOK_LIKE_A_NEGATION_LEAVE_IT_DONE)
def test_words_that_only_look_like_a_negation_leave_it_done(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), AN_URGE_IS_AN_URGE_WHILE_ITS_END_IS_NOT_TOLD)
def test_an_urge_is_an_urge_while_its_end_is_not_told(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), AN_URGE_THAT_WAS_OVERCOME_IS_RESISTED)
def test_an_urge_that_was_overcome_is_resisted(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), A_NEAR_MISS_DID_NOT_HAPPEN)
def test_a_near_miss_did_not_happen(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), PLANS_AND_WHAT_MAY_COME_ARE_IMAGINED)
def test_plans_and_what_may_come_are_imagined(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), ADVICE_AND_QUESTIONS_ARE_IMAGINED)
def test_advice_and_questions_are_imagined(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), HABITS_ARE_DONE)
def test_habits_are_done(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "status"), WHAT_IS_TOLD_AS_DONE_IS_DONE)
def test_what_is_told_as_done_is_done(read, marked, status):
    assert read(marked).status == status


@pytest.mark.parametrize(("marked", "pattern", "status"), THE_PATTERN_TELLS_A_THOUGHT_AND_A_REFUSAL_FROM_AN_ACT)
def test_the_pattern_tells_a_thought_and_a_refusal_from_an_act(read, marked, pattern, status):
    assert read(marked, pattern).status == status


def test_reading_does_not_depend_on_what_comes_before(read):
    alone = read("I did not [walk out].")
    after = read("I slept. I ate. I did not [walk out].")
    assert (alone.status, alone.status_sure) == (after.status, after.status_sure) == ("resisted", CERTAIN)


def test_a_stop_word_ends_the_reach_of_a_cue(read):
    assert read("I wanted to leave, but then I [sat down with him].").status == "done"


def test_without_any_cue_or_past_verb_the_default_is_not_sure(read):
    context = read("[Such a long silence between us].")
    assert (context.status, context.status_sure) == ("done", False)


def test_a_rule_says_why(read):
    assert "negated by “n't”" in read("I [didn't call him].").why


def test_a_sentence_without_a_parse_is_read_by_its_words(read):
    assert read("I did not [walk out].", flat=True).status == "resisted"
