"""Plain statements of wanting to die, the writer's own and of someone near. Each group is one wording."""

from analyzer.care import speaks_of_danger

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
}


def test_plain_statements_are_noticed(heard, kind):
    assert kind in [found for _, _, found in speaks_of_danger(heard)]
