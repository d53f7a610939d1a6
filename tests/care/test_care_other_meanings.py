"""Sentences with the same words that say something else. Each group is one phenomenon."""

from analyzer.care import speaks_of_danger

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


def test_other_meanings_are_left_alone(quiet):
    assert speaks_of_danger(quiet) == ()
