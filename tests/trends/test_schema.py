"""Every table has its schema, whatever the journal."""

import pytest
from journals import ODD_JOURNALS, act, entry, frames, trigger

from analyzer.frames import check, entries_schema, findings_schema
from analyzer.messages import AnalyzerError
from analyzer.trends import BYS, Trends, about, rates, schema, space, supported

SCHEMAS = {
    "rates": schema.rates_schema,
    "pairs": schema.pairs_schema,
    "chains": schema.chains_schema,
    "cycles": schema.cycles_schema,
    "space": schema.space_schema,
    "changes": schema.changes_schema,
    "repairs": schema.repairs_schema,
    "new_security": schema.new_security_schema,
    "intensity": schema.intensity_schema,
    "echoes": schema.echoes_schema,
    "qualities": schema.qualities_schema,
}
BY_PERIOD = ("rates", "space", "intensity")
FULL = pytest.param(
    [
        entry(
            f"f{n}",
            f"2025-0{1 + n // 10}-{10 + n}",
            trigger("anger"),
            act("shutdown" if n % 2 else "pause"),
            act("attack", agent="other", at=20),
            act("repair", at=30),
            act("childhood_echo", at=40),
            cycle=True,
            feelings=("fear",),
        )
        for n in range(19)
    ],
    id="a full one",
)


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("reflections", [*ODD_JOURNALS, FULL])
def test_every_table_has_its_schema(reflections, by):
    trends = Trends(*frames(*reflections), by=by)
    assert set(trends) == set(SCHEMAS)
    for name, columns in SCHEMAS.items():
        wanted = columns(by) if name in BY_PERIOD else columns()
        assert list(trends[name].columns) == [column.name for column in wanted]
        check(trends[name], wanted)


@pytest.mark.parametrize("reflections", [*ODD_JOURNALS, FULL])
@pytest.mark.parametrize("person", ["partner", "parent"])
def test_every_table_of_those_about_a_person_has_its_schema(reflections, person):
    chosen = about(*frames(*reflections), [person])
    for frame, columns in zip(chosen, (entries_schema(), findings_schema()), strict=True):
        check(frame, columns)
    trends = Trends(*chosen)
    for name, columns in SCHEMAS.items():
        check(trends[name], columns())


def test_the_full_journal_fills_every_table_but_that_of_changes():
    trends = Trends(*frames(*FULL.values[0]))
    assert {name for name in trends if trends[name].empty} == {"changes"}


@pytest.mark.parametrize("reflections", ODD_JOURNALS)
def test_too_small_a_journal_supports_nothing(reflections):
    assert supported(*frames(*reflections)) == []


def test_every_column_says_what_it_means():
    assert all(column.meaning for columns in SCHEMAS.values() for column in columns())


def test_a_table_is_an_attribute_and_made_once():
    trends = Trends(*frames(*FULL.values[0]))
    assert trends.pairs is trends["pairs"]
    assert "pairs" in dir(trends)
    with pytest.raises(AttributeError, match="no table is called 'moods': the tables are rates, pairs"):
        _ = trends.moods


@pytest.mark.parametrize("table", [rates, space])
def test_an_unknown_period_is_refused(table):
    with pytest.raises(AnalyzerError, match="by='year' is no period: give one of day, week, month"):
        table(*frames(), by="year")


def test_about_a_person_keeps_the_entries_in_which_they_set_something_off():
    both = frames(
        entry("a", None, trigger("anger", "partner"), act("shutdown")),
        entry("b", None, trigger("anger", "parent"), act("attack")),
        entry("c", None, act("pause")),
    )
    entries, findings = about(*both, ["parent"])
    assert list(entries.id) == ["b"]
    assert list(findings.label) == ["anger", "attack"]
    assert len(about(*both, [])[0]) == 3
    assert list(Trends(*both, persons=("parent",)).pairs.reaction) == ["attack", "attack"]


def test_about_someone_unknown_is_refused():
    with pytest.raises(AnalyzerError, match="'Sam' is no person of the guide: give one of partner, ex"):
        about(*frames(), ["Sam"])


def test_a_table_leaves_the_frames_as_they_were():
    entries, findings = frames(*FULL.values[0])
    before = entries.copy(), findings.copy()
    trends = Trends(entries, findings)
    for name in trends:
        _ = trends[name]
    assert entries.equals(before[0])
    assert findings.equals(before[1])
