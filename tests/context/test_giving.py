"""Who is behind what another gets, and whose words and thoughts they are."""

import pytest

pytestmark = pytest.mark.model

WHAT_IS_DONE_TO_ME_IS_ANOTHERS = [
    pytest.param("Got home late. [Locked me out in February].", "shutdown", "other", id="note with me as its object"),
    pytest.param("I've got used to him [giving me the cold shoulder].", "shutdown", "other", id="participle under I"),
    pytest.param("How brave of her, [blocking me on everything].", "shutdown", "other", id="loose participle"),
    pytest.param("I asked him to stop and [sent him the bill].", "boundary", "self", id="object him stays with I"),
]

WHO_GIVES_WHAT_ANOTHER_GETS_ACTS = [
    pytest.param("Jess [got fourteen calls from me].", "pursuit", "self", id="calls from me"),
    pytest.param("He got a real [apology] out of me.", "repair", "self", id="out of me"),
    pytest.param("I [got nothing but excuses from him].", "defend", "other", id="from him"),
    pytest.param("[Not one word to Graham] till bedtime.", "shutdown", "self", id="word to another"),
    pytest.param("[Not one word to me] till bedtime.", "shutdown", "other", id="word to me"),
    pytest.param("What he said keeps [going round and round] in my head.", "rumination", "self", id="in my head"),
]

A_CLEFT_NAMES_WHO_ACTS = [
    pytest.param("It was my uncle who [comforted her].", "respond", "other", id="it was my uncle"),
    pytest.param("It wasn't my sister, it was our mother who [stormed out].", "shutdown", "other", id="our mother"),
    pytest.param("I was the one who [stormed out].", "shutdown", "self", id="I was the one"),
]

NOTES_STAY_THE_WRITERS_WHOMEVER_THEY_NAME = [
    pytest.param("Panicked and [sent Matt six texts].", "pursuit", "self", id="joined to a note"),
    pytest.param(
        "Told her sorry and [asked would she sit with me].", "reach_out", "self", id="another in what is asked"
    ),
    pytest.param("[wanna tell him no so bad].", "boundary", "self", id="wanna"),
]

A_CLAUSE_OF_WHEN_DOES_NOT_ACT = [
    pytest.param("[If he says sorry I'm to take it].", "repair", "self", id="if"),
    pytest.param("[Next time she comes I will put up my arms first].", "reach_out", "self", id="next time"),
]

WE_MAY_BE_OTHERS_AND_US_MAY_SUFFER = [
    pytest.param("Liam and Dad were [bellowing at each other].", "attack", "other", id="two others at each other"),
    pytest.param("The landlady [called us both lazy pigs].", "attack", "other", id="us as object"),
    pytest.param("We were both [slamming doors] at each other.", "attack", "both", id="we were both"),
    pytest.param("[Not a word in the house from her or me].", "shutdown", "both", id="from her or me"),
    pytest.param(
        "There's an ocean between us and [we both feel it as if in one room].", "close_at_distance", "both", id="felt"
    ),
]

IN_A_QUOTE_I_IS_THE_SPEAKER_AND_YOU_THE_OTHER = [
    pytest.param('"[I\'m sorry]," Tom said over breakfast.', "repair", "other", id="I in another's words"),
    pytest.param(
        '"You were the one who [held my hand]," my cousin said to me.', "respond", "self", id="you said to me"
    ),
    pytest.param(
        '"[I\'m seven again] when voices get loud," she told me.', "childhood_echo", "other", id="thought of another"
    ),
]

A_LETTER_NEEDS_NO_GREETING = [
    pytest.param("You [took a long breath] before you answered me.", "pause", "other", id="you and me in the past"),
    pytest.param("Dear Josh, you [blocked my number].", "shutdown", "other", id="to a name"),
    pytest.param("You [keep your mouth shut] in that office.", "appease", "self", id="you of anybody"),
]

A_LIMIT_IS_THE_WRITERS_AND_READERS_ARE_ASKED = [
    pytest.param("I told her through the door, [she can't keep coming here].", "boundary", "self", id="she cannot"),
    pytest.param("[Does anybody here have advice]?", "reach_out", "self", id="anybody here"),
]

ANOTHERS_THOUGHT_IS_TOLD_AS_THEIRS = [
    pytest.param("My brother is convinced of it, and he [blames himself].", "taking_personally", "other", id="himself"),
    pytest.param("My sister said it [has nothing to do with her].", "not_personal", "other", id="about her"),
    pytest.param(
        "My grandmother says [she feels Grandpa right beside her].", "close_at_distance", "other", id="says she feels"
    ),
    pytest.param("[My cousin says her grandkids give her life its meaning].", "meaning", "other", id="my cousin says"),
    pytest.param("[Hannah told Ali and me her temper comes from her mum].", "childhood_echo", "other", id="told us"),
    pytest.param("[He thinks I do it because of my father].", "childhood_echo", "self", id="thinks of the writer"),
    pytest.param("[You explained to me that you flinch because of your dad].", "childhood_echo", "other", id="you"),
    pytest.param("I told myself that [nobody is going to hurt me].", "self_compassion", "self", id="told myself"),
]

TABLES = {name: table for name, table in list(globals().items()) if isinstance(table, list) and name.isupper()}


@pytest.mark.parametrize(
    ("marked", "pattern", "agent"),
    [pytest.param(*row.values, id=f"{name.lower()}: {row.id}") for name, table in TABLES.items() for row in table],
)
def test_agent(read, marked, pattern, agent):
    assert read(marked, pattern).agent == agent
