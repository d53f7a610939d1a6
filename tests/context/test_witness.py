"""Where one tells of, sees, wishes or fears another's act, the act is the one told of."""

import pytest

pytestmark = pytest.mark.model

THE_ACT_IS_THE_ONE_TOLD_OF = [
    pytest.param("[Paul remembers that I rang him every hour].", "self", "pursuit", id="remembers that I"),
    pytest.param("[I heard her plead with him on the phone].", "other", "pursuit", id="heard her"),
    pytest.param("[My sister had to watch me give in to them].", "self", "appease", id="had to watch me"),
    pytest.param("[Greg claims I ignored him the whole week].", "self", "shutdown", id="claims I"),
    pytest.param("[I said he had hidden in the shed again].", "other", "shutdown", id="I said he"),
    pytest.param("[I hope he says sorry to her].", "other", "repair", id="I hope he"),
    pytest.param("[I'm afraid she will yell at me].", "other", "attack", id="afraid she will"),
]

THE_TELLING_IS_THE_ACT = [
    pytest.param("[She says I never listen].", "other", "attack", id="a reproach"),
    pytest.param("[I told him I was hurt].", "self", "stay_present", id="a word about oneself"),
    pytest.param("[I know that I freeze].", "self", "shutdown", id="one and the same"),
    pytest.param("[He didn't notice me at all and walked off].", "other", "shutdown", id="nothing seen"),
    pytest.param("[He pretended not to hear me crying].", "other", "shutdown", id="made as if nothing was heard"),
    pytest.param("[He saw me crying and left].", "other", "shutdown", id="the witness acts"),
    pytest.param("[I saw him crying and walked off].", "self", "shutdown", id="the writer as witness acts"),
    pytest.param("[I noticed the panic coming] and breathed.", "self", "pause", id="no person"),
    pytest.param("[I want him to leave me alone].", "self", "boundary", id="a limit"),
    pytest.param("[I hope you know I'm sorry].", "self", "repair", id="the speaker's own word"),
]


@pytest.mark.parametrize(("marked", "agent", "pattern"), THE_ACT_IS_THE_ONE_TOLD_OF)
def test_the_act_is_the_one_told_of(read, marked, agent, pattern):
    assert read(marked, pattern).agent == agent


@pytest.mark.parametrize(("marked", "agent", "pattern"), THE_TELLING_IS_THE_ACT)
def test_the_telling_is_the_act(read, marked, agent, pattern):
    assert read(marked, pattern).agent == agent


def test_a_wish_keeps_the_act_from_being_done(read):
    assert read("[I wish he would say sorry].", "repair").status == "imagined"
