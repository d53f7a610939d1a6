import time
from itertools import pairwise

import pytest

from analyzer.care import care_lines, help_lines, speaks_of_danger
from analyzer.care.speech import read_rules
from analyzer.messages import AnalyzerError

# Each group is one phenomenon; each sentence stands for itself.
QUIET = {
    "laughing and embarrassment": """
        I'm dying of laughter
        I could have died of embarrassment
        I wanted to die of shame when the zip went in front of everyone
        I wanted to die, the whole office had heard me sing
        I nearly died laughing at his impression of the vicar
        We killed ourselves laughing
        Honestly I want to die lol
    """,
    "kill and die as figures": """
        killed it at work
        this job is killing me
        my feet are killing me
        the suspense is killing me
        the deadline is going to kill me
        mum will kill me when she sees the carpet
        My mum would kill me if she knew
        Mum said she'd kill me if I forgot the milk again
        I'd kill for a coffee
        dressed to kill
        killing time at the station
        Two birds with one stone, killed two tasks
        I nearly killed myself on those stairs
        I've been killing myself to get this thesis done
        I could kill myself for forgetting her birthday
        she is drop dead gorgeous
        dead tired, slept like the dead
        the line went dead
        my phone died halfway through
        battery died on the bridge
        I'd rather die than eat another lentil
        to die for, that tiramisu
        straight as a die
        old habits die hard
        Dead on time for once
        the party was dead by ten
        over my dead body
        Let the argument die
        the printer wants to die
        My houseplant clearly wants to die
        If he plays that song again I'll kill him
    """,
    "hit as a figure": """
        he hit me up about the flat
        I hit the gym
        hit the sack early
        then it hit me that he was gone
        he hits me with facts about trains
        Grief hit me in the cereal aisle
        She hit me with a question about pensions
        the smell hit me at the door
        The heat hit us when we stepped off the plane
        he shot him a text
        I hit a wall at mile nineteen
        a wave hit me and I swallowed half the sea
        He hit the roof about the bill
    """,
    "beat, choke, strangle, attack in other senses": """
        beat me at chess
        He beat me at squash again
        she beat me to the bathroom
        Dad beat me by forty points at scrabble
        I'd normally beat myself up about it
        he strangled the story
        choked on toast
        burning the toast
        We choked in the last set
        My brother punched me on the arm and we laughed
        He pushed me against the wall and kissed me
        I was beaten by my brother at darts
        She attacked me over the budget
        the ivy strangled the fence
        he slapped me on the back and bought a round
        she punched the air
        the baby kicked me all night
        My toddler hit me with a spoon
        Sparring went fine, he punched me twice and I deserved it
        pushed me to apply for the grant
        the dog attacked me with kisses
    """,
    "cut and burn in other senses": """
        cutting carbs
        I've been cutting carbs again
        been cutting again, down to 1900 kcal
        cutting ties with that lot
        cutting the grass
        I cut myself shaving
        Cut myself on a tin opening the tomatoes
        cut myself some slack
        I burned myself on the oven again
        she is cutting my hours
        the pump keeps cutting out
        burnt my arm on the iron
        I hurt myself lifting the boxes
    """,
    "suicide as a name or a figure": """
        watched suicide squad
        the car has suicide doors
        the bridge is known for suicides
        my laptop is committing suicide
        coach made us run suicides
        It would be political suicide to say so
        suicidal squirrels on the lane this morning
        he rides that thing at suicidal speed
        read an article about suicide rates in Japan
    """,
    "hang, shoot, jump, end in other senses": """
        hang myself out there
        I shot myself in the foot with that email
        drowning myself in work
        I want to jump off the pier with the kids tomorrow
        dreaming of jumping on a train to Naples
        we jumped off the cliff into the lake, bungee style
        ended it with Paul
        I want to end it with him
        it takes up my life, this allotment
        taking my life back, one drawer at a time
        This hangover is going to end my life
        how easy it was to walk to the bridge and back
        the end of it all was a cold pasty
    """,
    "pills and doses in other senses": """
        overdosed on cake
        A total overdose of tinsel
        took my pills with breakfast
        Took all the tablets back to the pharmacy
        took all my tablets on time, good girl
        picked up a box of pills for Nan
        the dog swallowed the whole packet of crisps
        sugar overdose at the fair
    """,
    "wanting to be elsewhere": """
        I don't want to be here, this party is dull
        I don't want to live here anymore
        don't want to live with my parents any more
        I don't want to wake up early tomorrow
        didn't want to wake up the baby
        I wish I didn't have to wake up at five
        the committee would be better off without me
        I wish I was there
        I hope a bus comes soon
        I can't see the point in living rooms with no lamp
        I don't want to be here anymore, I hate this job
        I hope I don't wake up the twins
        I wanted to disappear
        tired of living out of a suitcase
        sick of living alone
        there's no point in going on Saturday
    """,
    "denied": """
        I'd never hurt myself
        I'm not suicidal
        I don't want to kill myself
        I do not feel suicidal, just flat
        I'm safe
        I don't want to die
        no thoughts of suicide this week
        I haven't self-harmed since March
        I haven't cut myself in a year
        he has never hit me
        He didn't hit me
        I'm not going to kill myself over a parking fine
        she's not suicidal, the doctor said
        It's not that I don't want to live
        I am safe here and I know it
        he never threatened to hurt me
        We feel safe here
    """,
    "films, books, news, history, training": """
        a documentary about suicide
        the film where she kills herself
        In the novel he tries to hang himself and the rope snaps
        Watched a thriller. He strangled his wife and nobody noticed.
        the poet killed herself in 1963
        Roman generals who fell on their swords and wanted to kill themselves
        Watched it to the end. He punched the wall and she packed.
        the news said a man with a knife and a mask was caught
        we had suicide prevention training all afternoon
        my essay on self-harm is due Monday
        the song goes I want to die and I hum it all day
        Hamlet keeps thinking about killing himself
        In the play he says he'll kill me and I fall off the sofa
        I play the girl who swallowed all the pills, rehearsal at six
    """,
    "long past": """
        my father hit me when I was seven
        I used to cut myself as a teenager
        I tried to kill myself when I was nineteen
        he used to hit me, thirty years ago now
        my uncle killed himself in 1987
        Years ago he threatened to kill me
        she took all the pills back in 2009
    """,
    "illness and death": """
        grandma died
        He died in his sleep at ninety
        Opa is dying and we take turns
        I'm afraid she will die
        the cat is dead
        I am scared of dying
        Mum doesn't want to die in hospital
        I want to die at home, she said, old and full of soup
    """,
    "safety in other senses": """
        I don't feel safe cycling on that road
        finally feel safe in my own kitchen
        better safe than sorry
        scared of the dentist
        I was scared he'd leave
        I'm scared of him leaving
        hiding in the bathroom with a book
        a duck followed me home
        she follows me on insta
        The throat is sore again
        Nina put her little arms round my neck
        held at gunpoint by my inbox, in a dream
        the cooker threatened to burn the toast
        Doctor put his hands on my throat to feel the glands
        She threatened me with redundancy
        I lock myself in the shed till he stops practising the trumpet
        these boots are hurting me
        he threw the ball at me and I dropped it
        The barman beat me again, nine moves
        I think she's better off without me, she has her band
        put in an order for three curtains
        he threw a party at the hall
    """,
}

HEARD = {
    "suicide": {
        "wanting to": """
            I want to kill myself
            i wanna kill myself
            I keep thinking about killing myself
            Thought about hanging myself in the garage
            I WANT TO KILL MYSELF
            i just want to die
            I want to die.
            I really wanted to die last night
            I wish I was dead
            I wish I were dead
            Wish I'd never been born
            I don't deserve to live
            Can't stop thinking about killing myself
            nobody knows I want to kill myself
            I don't know why but I want to die
        """,
        "not wanting to live": """
            I don't want to be alive anymore
            I don’t want to be alive any more
            dont want to live anymore
            I don't want to live.
            not wanting to be here anymore
            I don't want to be here any more
            I no longer want to live
            I just want to not exist
            I don't want to exist
            so tired of being alive
            tired of living
            I can't go on anymore
            there's no point living
            What's the point of being alive
            I have nothing to live for
            life isn't worth living
            I can't go on living
            i dont want to live this life anymore
            cant see a reason to keep living
            I don't see why I should stay alive
            life is not worth it anymore
        """,
        "not waking up": """
            wish I wouldn't wake up
            I hope I don't wake up tomorrow
            prayed I won't wake up
            I want to go to sleep and never wake up
            I don't want to wake up tomorrow
            I wish I could just not wake up
            I wish I never woke up
        """,
        "better off": """
            they'd be better off without me
            Everyone would be better off if I was dead
            I'm better off dead
            I'd be happier dead
            the kids would be better off without me
            It would be easier for everyone if I was gone
            Nobody would care if I died
        """,
        "ending it": """
            thinking about ending it all
            I want to end it all
            I want to end my life
            I've been planning to take my own life
            thoughts of ending my life
            I am going to end it tonight
            I want it all to end
        """,
        "a way": """
            I keep thinking how easy it'd be to step off the platform
            what if I just drove into a tree
            thought about jumping off the bridge
            Stood on the platform and thought about jumping in front of the train
            how easy it would be to walk into traffic
            I thought about driving off the road
            I keep hoping I get hit by a car
            sometimes I hope a bus hits me
            I've been saving up my tablets in case
            put the rope around my neck
        """,
        "the word itself": """
            suicidal thoughts are back
            I feel suicidal
            feeling suicidal again
            thinking about suicide a lot
            I tried to commit suicide on Friday
            I wrote a suicide note
            not slept, suicidal, rang nobody
            I haven't felt this suicidal since I was sixteen
            the dark thoughts are back
            I rang the Samaritans at three
            don't trust myself tonight
            I'm not safe on my own
        """,
        "someone near": """
            my brother tried to kill himself on Sunday
            he says he'll kill himself if I leave
            my best friend is suicidal
            My son says he wants to die
            part of me wants to die
            She keeps talking about killing herself
            my daughter wants to end her life
            Mum took another overdose and says she wants to die
        """,
        "second-language wordings": """
            I want kill myself
            I don't want live anymore
            I want to finish my life
            I think to kill me
            I don't want to live no more
            I want to make suicide
        """,
    },
    "self_harm": {
        "cutting": """
            I've been cutting again
            ive started cutting again
            cut myself again last night
            I cut my arms
            I cut myself on purpose
            my teen daughter has been cutting herself
            I relapsed and cut
            cutting is the only thing that helps
            I cut deeper this time
            scratched at my wrists with the scissors
            slit my wrists in the bath
            the urge to cut myself is back
            I want to cut myself
            been cutting myself to feel something
            I used to do it with compasses but last night I cut my thighs again
        """,
        "other harm": """
            I self-harmed on Tuesday
            started self harming again
            I want to hurt myself
            burnt myself with a cigarette
            I've been hurting myself
            hit myself in the head until it went quiet
            scratched my arms until they bled
            my sister is harming herself
        """,
    },
    "danger": {
        "violence": """
            he hit me again
            He hit me
            my husband hit me last night
            she slapped me and then she laughed
            he punched me in the stomach
            My boyfriend choked me
            Daniel hit me again
            he pushed me down the stairs
            he shoved me against the wall
            my dad beat me up
            I was hit by my partner again
            he hits me when he drinks
            my step-dad hit my sister
            he raped me
            Uncle touched me again last night
            He tried to strangle me
            my partner strangled me last night
            He held me down and I couldn't breathe
            I was sexually assaulted on Saturday
            he kicked me in the ribs
            he hit our son
            Dad came in drunk and hit Mum again
            he pushed me and I hit my head on the counter
            My husband he beat me every night
            he hit me with a belt
            I was mugged
        """,
        "throat": """
            he put his hands round my throat
            his hand was around my throat
            he grabbed me by the throat
            He grabbed my throat
            dragged me by my hair
            He put both hands around my neck and squeezed
        """,
        "threats": """
            he said he'd kill me if I left
            he said he will kill me if I tell
            she threatened to stab me
            he threatened to hurt the kids
            pulled a knife on me
            held a gun to my head
            A man came in with a knife and said open the till
            I got robbed at gunpoint
            he'll kill me one day
            He said he'd slit my throat
            he said if I leave he will kill me
            he texted that he's going to kill us
        """,
        "rage at things": """
            he put his fist through the wall next to my head
            my boyfriend was punching the bedroom door
            He threw a plate at me
            she throws things at me when she's drunk
            My ex kicked the back door in
            he put his hands on me
            I got the restraining order
            he said he will drive us into a tree
            I got a protection order
        """,
        "not safe": """
            I don't feel safe at home tonight
            I don't feel safe.
            I dont feel safe with him
            I'm scared of my husband
            I'm afraid he'll hurt me
            we hid in the bathroom until he left
            I locked myself in the bathroom because he was shouting
            I'm scared to go home
            I'm so scared of what he might do when he gets home
            he won't let me leave the house
            we are not safe here
            fearing for my life
            someone followed me home
            he has been stalking me
        """,
        "overdose": """
            took all the pills
            I took all the pills in the cabinet
            swallowed a handful of tablets
            she overdosed on Friday
            I took an overdose on Sunday
            I drank bleach
            I took the whole bottle of paracetamol
            my brother overdosed on heroin
            took thirty tablets
        """,
    },
}


def lines(block):
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize(
    "text", [pytest.param(line, id=f"{name}: {line}") for name, block in QUIET.items() for line in lines(block)]
)
def test_other_meanings_are_left_alone(text):
    assert speaks_of_danger(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(line, kind, id=f"{name}: {line}")
        for kind, groups in HEARD.items()
        for name, block in groups.items()
        for line in lines(block)
    ],
)
def test_plain_statements_are_noticed(text, kind):
    assert kind in [found for _, _, found in speaks_of_danger(text)]


def test_there_are_enough_examples_of_both():
    assert sum(len(lines(block)) for groups in HEARD.values() for block in groups.values()) >= 60
    assert sum(len(lines(block)) for block in QUIET.values()) >= 80


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="first sentence"),
        pytest.param("Fed the cat. Not much else. ", id="after others"),
        pytest.param("İstanbul was grey. ", id="after a capital that grows when lowered"),
    ],
)
def test_offsets_count_characters_of_the_text(before):
    text = f"{before}I don’t want to be alive anymore. Soup."
    ((start, end, _),) = speaks_of_danger(text)
    assert text[start:end] == "don’t want to be alive"


def test_statements_come_in_order_and_do_not_overlap():
    found = speaks_of_danger("He hit me again. I've been cutting again. I want to kill myself, I want to die.")
    assert [kind for _, _, kind in found] == ["danger", "self_harm", "suicide", "suicide"]
    assert all(first[1] <= second[0] for first, second in pairwise(found))


def test_a_denial_in_one_sentence_does_not_cover_the_next():
    assert speaks_of_danger("I'm not suicidal. I want to kill myself.")


def test_a_film_does_not_cover_what_the_writer_says_of_themselves():
    assert speaks_of_danger("Watched a film and all through it I thought about killing myself.")


def test_an_empty_text_says_nothing():
    assert speaks_of_danger("") == ()


def test_a_million_words_take_seconds():
    entry = "I went to the shop and hit the gym, it was the end of a long week and I could kill for a coffee. " * 8
    started = time.perf_counter()
    for _ in range(600):
        speaks_of_danger(entry)
    assert time.perf_counter() - started < 10  # about 100,000 words; a tenth of the limit on an idle machine


GOOD_RULE = """
parts: {}
cues: {denied: {reach: before, says: [never]}}
rules: [{name: fell, kind: danger, words: [fell], says: [he fell], unless: [denied]}]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("kind: danger", "kind: doom", "'fell': missing or unknown: 'kind'", id="kind"),
        pytest.param("unless: [denied]", "unless: [maybe]", "'fell': missing or unknown: 'maybe'", id="cue"),
        pytest.param("says: [he fell]", "says: ['he (fell']", "'fell': no regular expression", id="pattern"),
        pytest.param("he fell", "<who> fell", "'fell': missing or unknown: 'who'", id="part"),
        pytest.param("reach: before", "reach: far", "'denied': missing or unknown", id="reach"),
        pytest.param("unless: [denied]", "unles: [no]", "'fell': missing or unknown: 'unles'", id="field"),
        pytest.param("cues:", "clues:", "care.yaml: needs valid YAML with parts, cues and rules", id="section"),
    ],
)
def test_a_broken_rule_names_itself(tmp_path, old, new, message):
    path = tmp_path / "care.yaml"
    path.write_text(GOOD_RULE.replace(old, new), "utf-8")
    with pytest.raises(AnalyzerError, match=message):
        read_rules(path)


@pytest.mark.parametrize(
    ("country", "call", "emergency"),
    [
        pytest.param("US", "988", "911", id="United States"),
        pytest.param("gb", "116 123", "999", id="lower case"),
        pytest.param("AU", "13 11 14", "000", id="Australia"),
        pytest.param("NO", "116 123", "112", id="a code that YAML reads as false"),
        pytest.param("XX", "findahelpline.com", "your local emergency number", id="not in the list"),
    ],
)
def test_help_lines_are_those_of_the_country(country, call, emergency):
    lines = help_lines(country)
    assert call in lines.call
    assert lines.emergency == emergency


@pytest.mark.parametrize(
    ("lc_all", "lang", "country"),
    [
        pytest.param("", "en_NZ.UTF-8", "NZ", id="LANG"),
        pytest.param("fr_FR.UTF-8", "en_NZ.UTF-8", "FR", id="LC_ALL wins"),
        pytest.param("C.UTF-8", "", "", id="no region"),
        pytest.param("en_IE@euro", "", "IE", id="with a modifier"),
    ],
)
def test_the_country_is_by_default_that_of_the_locale(monkeypatch, lc_all, lang, country):
    monkeypatch.setenv("LC_ALL", lc_all)
    monkeypatch.setenv("LANG", lang)
    assert help_lines().country == country


def test_the_list_says_for_when_it_was_written():
    assert help_lines("US").as_of


OWN_LIST = """
as_of: 2030-01
default: {call: ring the night porter, emergency: "1"}
lines: [{country: "US", name: our town, call: knock at number nine, emergency: "2"}]
"""


def test_an_own_list_replaces_the_shipped_one(tmp_path, monkeypatch):
    path = tmp_path / "own.yaml"
    path.write_text(OWN_LIST, "utf-8")
    assert help_lines("US", path=path).call == "knock at number nine"
    monkeypatch.setenv("ANALYZER_HELP_FILE", str(path))
    assert help_lines("DE").call == "ring the night porter"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("lines: []", id="without as_of"),
        pytest.param("- 988", id="no mapping"),
        pytest.param("lines: [", id="no YAML"),
        pytest.param("as_of: 1\nlines: [{country: US}]", id="a line without a number"),
    ],
)
def test_a_list_in_another_form_is_refused(tmp_path, content):
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(AnalyzerError, match=r"own\.yaml: no list of help lines"):
        help_lines("US", path=path)


def test_a_list_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(AnalyzerError, match="cannot be read"):
        help_lines("US", path=tmp_path / "gone.yaml")


@pytest.mark.parametrize("country", ["US", "GB", "XX"])
def test_care_is_two_calm_lines_without_a_diagnosis(country):
    noticed, whom = care_lines(country)
    assert "\n" not in noticed + whom
    assert not any(word in (noticed + whom).lower() for word in ("suicid", "disorder", "depress", "risk", "!"))
    assert "You do not have to carry that alone." in noticed


def test_care_lines_name_the_country():
    assert care_lines("US")[1] == (
        "In the United States you can call or text 988 at any hour; in an emergency call 911."
    )
