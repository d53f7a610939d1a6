"""Each pattern's plain wordings, and the words that look like it and are not."""

import pytest

from analyzer.cues import CueMatcher
from analyzer.cues.load import load_all
from analyzer.language import units
from analyzer.taxonomy import load as load_taxonomy

pytestmark = pytest.mark.model

SAID = {
    "shutdown": [
        "He stormed out and I heard the car start.",
        "I went quiet and looked at my plate.",
        "She has not spoken to me since Sunday.",
        "He gave me the silent treatment all weekend.",
        "I put up a wall so nobody could reach me.",
        "She hung up on me.",
        "He locked himself in the bathroom.",
        "I shut down when she cries.",
        "I blocked her number.",
    ],
    "pursuit": [
        "I texted him twelve times before lunch.",
        "She kept calling until I picked up.",
        "He followed me from room to room.",
        "I begged him to stay.",
        "I checked his location again.",
        "I went through her phone while she slept.",
        "He was banging on the bedroom door.",
    ],
    "attack": [
        "I yelled at my sister over nothing.",
        "He slammed the door.",
        "She called me a liar.",
        "I threw my phone at the wall.",
        "Then he lost his temper and swore at me.",
        "We were screaming at each other in the car park.",
    ],
    "appease": [
        "I gave in again because I could not face it.",
        "I bit my tongue through the whole dinner.",
        "I pretended to agree with him.",
        "I said yes to everything, like always.",
        "I only did it to keep the peace.",
        "We all walk on eggshells around her.",
    ],
    "defend": [
        "I made up some excuse.",
        "I got defensive right away.",
        "He said it was only a joke.",
        "She said I was overreacting.",
        "I told her it was not my fault.",
    ],
    "rumination": [
        "I can't stop thinking about what she said.",
        "I keep replaying it.",
        "I lay awake going over every word.",
        "My mind is racing again.",
        "I have been overthinking it since Monday.",
        "It goes round and round.",
    ],
    "taking_personally": [
        "It must be my fault.",
        "I must have done something wrong.",
        "I ruin everything.",
        "I beat myself up for days.",
        "What is wrong with me?",
    ],
    "pause": [
        "I took a deep breath before I answered.",
        "I counted to ten.",
        "I walked round the block and then I went home.",
        "I told him I would sleep on it.",
        "I did some yoga to settle.",
        "I need an hour to think first.",
    ],
    "stay_present": [
        "I let her finish and did not interrupt.",
        "We sat down and talked about it.",
        "I told him how I felt.",
        "I heard her out.",
        "We talked it through.",
    ],
    "reach_out": [
        "I asked my brother to come over.",
        "Can you please stay with me tonight?",
        "I reached out to an old friend.",
        "I asked for help.",
        "I called my mum because I needed her.",
    ],
    "respond": [
        "I sat with her until she slept.",
        "He held my hand the whole way.",
        "I put my arm around him.",
        "She brought me soup.",
        "I am always there for him.",
    ],
    "boundary": [
        "I told him no.",
        "I said no to the extra shift.",
        "Please don't speak to me like that.",
        "I put my foot down.",
        "I set a limit with my mother.",
    ],
    "both_truths": [
        "I love him and I don't trust him.",
        "I was happy and sad.",
        "Both things are true.",
        "He hurt me and I still love him.",
    ],
    "not_personal": [
        "It is not about me.",
        "Her mood has nothing to do with me.",
        "He is not angry at me.",
        "I try not to take it personally.",
    ],
    "repair": [
        "I apologised for yelling.",
        "I said I was sorry.",
        "He told me he was wrong.",
        "She left a note saying sorry.",
    ],
    "self_compassion": [
        "I try to be kind to myself.",
        "I gave myself some grace.",
        "I told myself that it is okay.",
        "I did my best.",
    ],
    "close_at_distance": [
        "It was like he was right here.",
        "I felt her with me at the stove.",
        "I could hear his voice in my head.",
    ],
    "meaning": [
        "She keeps me going.",
        "I am so grateful for my sister.",
        "He means the world to me.",
        "They give my life meaning.",
    ],
    "childhood_echo": [
        "I sound just like my mother.",
        "I learned that from my dad.",
        "I was seven again.",
        "That is where I get it from.",
    ],
}

TRAPS = {
    "shutdown": [
        "The laptop shut down at three per cent.",
        "It froze overnight and the pipes burst.",
        "We built a brick wall along the drive.",
        "In the film he storms out and never comes back.",
    ],
    "pursuit": ["I chased the bus.", "I called the plumber once.", "The kids chased the ball."],
    "attack": ["The storm hit the coast.", "I snapped a photo of the lake.", "The engine roared into life."],
    "appease": ["I folded the laundry.", "She gave in her essay on time.", "We smiled for the camera."],
    "defend": ["Our team defended the corner well.", "I had to catch a train."],
    "rumination": ["The wheels go round.", "We replayed the last level.", "I think it will rain."],
    "taking_personally": ["She left me some soup.", "He hates peas.", "The oven is the problem."],
    "pause": ["We counted the votes.", "I took a short cut.", "The bread needs an hour in the oven."],
    "stay_present": ["I listened to the radio.", "We sat down to eat.", "He stayed at a hotel."],
    "reach_out": ["I asked the clerk for a receipt.", "The shelf was out of reach."],
    "respond": ["I brought the bins in.", "The chair held up well.", "I sat on the bench."],
    "boundary": ["There is no milk.", "The ball crossed the boundary.", "The limit is fifty an hour."],
    "both_truths": ["Both buses were late.", "I like tea, but she likes coffee."],
    "not_personal": ["It is not about the price.", "My personal best is ten minutes."],
    "repair": ["I repaired the bike.", "It was a sorry little cake.", "The road works made up the delay."],
    "self_compassion": ["I made myself a sandwich.", "The dog was kind of wet."],
    "close_at_distance": ["The shop is close to the station.", "I heard the news on the radio."],
    "meaning": ["I looked up the meaning of the word.", "The lamp keeps flickering."],
    "childhood_echo": ["The kids learned to swim.", "My mother called about the car."],
}


def found(matcher: CueMatcher, doc) -> set[str]:
    return {match.label for match in matcher.find(doc, units(doc))}


def table(rows: dict[str, list[str]]) -> list:
    return [
        pytest.param(label, text, id=f"{label}-{i}") for label, texts in rows.items() for i, text in enumerate(texts)
    ]


@pytest.mark.parametrize(("label", "text"), table(SAID))
def test_a_plain_wording_is_found(label, text, parse, patterns):
    assert label in found(patterns, parse(text))


@pytest.mark.parametrize(("label", "text"), table(TRAPS))
def test_a_look_alike_is_not_found(label, text, parse, patterns):
    assert label not in found(patterns, parse(text))


@pytest.mark.parametrize("label", load_taxonomy().pattern_labels)
def test_each_pattern_has_at_least_ten_cues(label):
    assert sum(cue.label == label for cue in load_all("patterns")) >= 10


@pytest.mark.parametrize("label", load_taxonomy().trigger_labels)
def test_each_theme_has_at_least_eight_cues(label):
    assert sum(cue.label == label for cue in load_all("triggers")) >= 8
