"""Plain statements of self-harm and of present danger. Each group is one kind of event."""

from analyzer.care import speaks_of_danger

HEARD = {
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


def test_plain_statements_are_noticed(heard, kind):
    assert kind in [found for _, _, found in speaks_of_danger(heard)]
