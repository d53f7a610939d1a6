"""At what time of life."""

import pytest

from analyzer.context.certainty import CERTAIN

pytestmark = pytest.mark.model

THE_MAIN_STORY_IS_NOW = [
    pytest.param("I [went quiet] at dinner.", "now", id="plain past tense"),
    pytest.param("He [slammed the door] this morning.", "now", id="this morning"),
    pytest.param("Yesterday I [called him ten times].", "now", id="yesterday"),
    pytest.param("I [keep checking his phone].", "now", id="present tense"),
    pytest.param("I still [go quiet when he yells].", "now", id="still"),
    pytest.param("I [hid in the shed], the same as when I was five.", "now", id="compared with childhood"),
    pytest.param("These days I [breathe first].", "now", id="these days"),
    pytest.param("I used to shout, but now I [count to ten].", "now", id="now after used to"),
    pytest.param("I'm getting used to [asking for help].", "now", id="getting used to"),
    pytest.param("Last night she [went cold on me].", "now", id="last night"),
]

AN_EARLIER_TIME_OF_ADULT_LIFE_IS_PAST = [
    pytest.param("I used to [call him all night].", "past", id="used to"),
    pytest.param("In my twenties I [hid everything].", "past", id="in my twenties"),
    pytest.param("Ten years ago I [walked out on her].", "past", id="years ago"),
    pytest.param("Back then I [never spoke up].", "past", id="back then"),
    pytest.param("With my ex I [checked his phone every hour].", "past", id="with my ex"),
    pytest.param("In 2014 I [blocked her for a year].", "past", id="a year"),
    pytest.param("When we were first dating he [texted me all day].", "past", id="when we were"),
    pytest.param("Last winter I [shut everyone out].", "past", id="last winter"),
    pytest.param("My last boyfriend [ignored me for weeks].", "past", id="a last boyfriend"),
    pytest.param("When we first met I [said yes to everything].", "past", id="when we first"),
    pytest.param("That winter he [went silent].", "past", id="that winter"),
    pytest.param("In college I [let people walk over me].", "past", id="in college"),
    pytest.param("For years I [said sorry first].", "past", id="for years"),
    pytest.param("Good day. Years ago I [shouted at everyone].", "past", id="second sentence"),
]

CHILDHOOD = [
    pytest.param("As a kid I felt like nobody cared, so I [hid].", "childhood", id="like, before the act"),
    pytest.param("As children we slept in the same room and [hid] there.", "childhood", id="same, before the act"),
    pytest.param("As a kid I [hid under the stairs].", "childhood", id="as a kid"),
    pytest.param("When I was seven I [hid in the closet].", "childhood", id="when I was seven"),
    pytest.param("When I was little Dad [shouted every night].", "childhood", id="when I was little"),
    pytest.param("Growing up, nobody [asked how I was].", "childhood", id="growing up"),
    pytest.param("In third grade they [left me out].", "childhood", id="third grade"),
    pytest.param("In my childhood we [never talked].", "childhood", id="in my childhood"),
    pytest.param("As children we [screamed the house down].", "childhood", id="as children"),
    pytest.param("When I was 9 my mother [left for days].", "childhood", id="a number"),
    pytest.param("Dad [hit the table]. I was six.", "childhood", id="told right after"),
    pytest.param("My father used to [rage at Mum].", "childhood", id="a parent's old habit"),
    pytest.param("Lunch was fine. When I was ten I [stopped talking].", "childhood", id="second sentence"),
]

A_TIME_CARRIES_ON_IN_ITS_PARAGRAPH = [
    pytest.param("When I was seven Dad drank. He [shouted at us].", "childhood", id="next sentence"),
    pytest.param("As a kid I was scared. The house was loud. I [hid in the shed].", "childhood", id="third sentence"),
    pytest.param("As a kid I hid. Today I [told him how I felt].", "now", id="until today"),
    pytest.param("As a kid I hid. I [hide too much].", "now", id="until the present tense"),
    pytest.param("As a kid I hid.\n\nHe [came home late].", "now", id="until a new paragraph"),
    pytest.param("I used to panic with Ben. I'd [call him all night].", "past", id="an old habit"),
    pytest.param("When I was six I hid. I used to [cover my ears].", "childhood", id="used to inside a childhood"),
    pytest.param("Last year was bad. Tonight he [slammed the door].", "now", id="until tonight"),
]

AN_INSIGHT_IS_OF_NOW = [
    pytest.param("[I go quiet because my father shouted].", "childhood_echo", "now", id="tie to childhood"),
    pytest.param("[It goes back to when I was six].", "childhood_echo", "now", id="tie to an age"),
]


@pytest.mark.parametrize(("marked", "when"), THE_MAIN_STORY_IS_NOW)
def test_the_main_story_is_now(read, marked, when):
    assert read(marked).when == when


@pytest.mark.parametrize(("marked", "when"), AN_EARLIER_TIME_OF_ADULT_LIFE_IS_PAST)
def test_an_earlier_time_of_adult_life_is_past(read, marked, when):
    assert read(marked).when == when


@pytest.mark.parametrize(("marked", "when"), CHILDHOOD)
def test_childhood(read, marked, when):
    assert read(marked).when == when


@pytest.mark.parametrize(("marked", "when"), A_TIME_CARRIES_ON_IN_ITS_PARAGRAPH)
def test_a_time_carries_on_in_its_paragraph(read, marked, when):
    assert read(marked).when == when


@pytest.mark.parametrize(("marked", "pattern", "when"), AN_INSIGHT_IS_OF_NOW)
def test_an_insight_is_of_now(read, marked, pattern, when):
    assert read(marked, pattern).when == when


def test_reading_does_not_depend_on_an_unrelated_sentence_before(read):
    alone = read("As a kid I [hid].")
    after = read("I slept. I ate. As a kid I [hid].")
    assert (alone.when, alone.when_sure) == (after.when, after.when_sure) == ("childhood", CERTAIN)


def test_without_a_cue_the_default_is_not_sure(read):
    context = read("He [walked out].")
    assert (context.when, context.when_sure) == ("now", False)


def test_the_reason_names_the_cue(read):
    assert "“years ago”" in read("Two years ago I [walked out].").why


def test_a_sentence_without_a_parse_is_read_by_its_words(read):
    assert read("As a kid I [hid].", flat=True).when == "childhood"
