"""What stands one after the other in an entry, and what of it is tied to childhood."""

from journals import act, entry, frames, trigger

from analyzer.trends import chains, echoes


def chains_of(*found, feelings=("fear",)):
    table = chains(*frames(entry("a", "2025-03-02", *found, feelings=feelings)))
    return [tuple(row) for row in table[["trigger", "feeling", "reaction"]].fillna("-").to_numpy()]


def test_a_reaction_is_tied_to_the_last_trigger_before_it():
    found = (trigger("anger", at=0), trigger("distance", at=20), act("pursuit", at=30))
    assert chains_of(*found) == [("distance", "fear", "pursuit")]


def test_several_reactions_follow_one_trigger():
    found = (trigger("anger", at=0), act("shutdown", at=10), act("repair", at=30))
    assert chains_of(*found) == [("anger", "fear", "repair"), ("anger", "fear", "shutdown")]


def test_a_reaction_told_before_the_trigger_is_no_chain():
    assert chains_of(act("shutdown", at=0), trigger("anger", at=20)) == []


def test_only_the_likeliest_feeling_is_named_and_none_is_missing():
    found = (trigger("anger", at=0), act("shutdown", at=10))
    assert chains_of(*found, feelings=("hurt", "fear")) == [("anger", "hurt", "shutdown")]
    assert chains_of(*found, feelings=()) == [("anger", "-", "shutdown")]


def test_chains_count_entries_the_most_frequent_first_with_the_newest():
    quiet, loud = (trigger("anger"), act("shutdown")), (trigger("anger"), act("attack"))
    table = chains(
        *frames(
            entry("new", "2025-05-01", *quiet, act("shutdown", at=40)),
            entry("old", "2025-01-01", *quiet),
            entry("undated", None, *quiet),
            entry("once", "2025-06-01", *loud),
        )
    )
    assert table[["reaction", "count", "newest"]].to_numpy().tolist() == [["shutdown", 3, "new"], ["attack", 1, "once"]]


def test_an_echo_ties_a_trigger_of_now_to_childhood():
    table = echoes(
        *frames(
            entry("plain", "2025-05-01", trigger("anger")),
            entry("echo", "2025-03-01", trigger("anger"), act("childhood_echo")),
            entry("asks", "2025-02-01", trigger("anger"), act("childhood_echo", status="imagined")),
            entry("then", "2025-04-01", trigger("distance"), act("attack", agent="other", when="childhood")),
            entry("past", "2025-04-02", trigger("control"), act("attack", agent="other", when="past")),
        )
    )
    assert table.to_numpy().tolist() == [["anger", 3, 2, "plain", "echo"], ["distance", 1, 1, "then", "then"]]
