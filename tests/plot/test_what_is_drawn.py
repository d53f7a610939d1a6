"""Each picture shows the figures of its table, by hand-worked cases."""

import pandas as pd
import pytest

from analyzer import plot, trends
from analyzer.palette import FAMILIES
from analyzer.plot import describe
from analyzer.plot.calendar import YEARS, dominant


def rows_with(chart, *columns):
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows if set(columns) <= set(row)]


class TestCalendar:
    def test_a_day_is_shown_by_the_family_of_most_of_its_reactions(self, entry, act, frames):
        found = frames(
            [
                entry("a", "2025-03-02", act("shutdown", at=0), act("attack", at=10), act("pursuit", at=20)),
                entry("b", "2025-03-02", act("pause")),
                entry("c", "2025-03-04"),
            ]
        )
        days = dominant(*found)
        assert list(days["family"].fillna("none")) == ["pursue", "none"]
        assert list(days["entries"]) == [2, 1]

    def test_of_two_as_frequent_the_one_told_first(self, entry, act, frames):
        found = frames([entry("a", "2025-03-02", act("pause", at=5), act("shutdown", at=20))])
        assert list(dominant(*found)["family"]) == ["secure"]

    @pytest.mark.parametrize(
        "other",
        [
            pytest.param({"agent": "other"}, id="done by someone else"),
            pytest.param({"status": "resisted"}, id="not done"),
            pytest.param({"when": "childhood"}, id="long ago"),
        ],
    )
    def test_only_what_the_writer_did_then_counts(self, other, entry, act, frames):
        assert dominant(*frames([entry("a", "2025-03-02", act("shutdown", **other))]))["family"].isna().all()

    def test_a_day_stands_in_its_week_from_monday_on(self, entry, frames):
        chart = plot.calendar(*frames([entry("a", "2025-01-05"), entry("b", "2025-01-06"), entry("c", "2025-12-31")]))
        places = [(row["week"], row["weekday"]) for row in rows_with(chart, "shown")]
        assert places == [(0, 6), (1, 0), (52, 2)]  # Sunday, Monday, Wednesday

    def test_no_day_of_a_leap_year_falls_out_of_the_frame(self, entry, frames):
        chart = plot.calendar(*frames([entry("a", "2012-12-31")]))  # a leap year that begins on a Sunday
        assert [(row["week"], row["weekday"]) for row in rows_with(chart, "shown")] == [(53, 0)]
        assert max(row["week"] for row in rows_with(chart, "week")) <= 53.5

    def test_only_the_newest_years_are_drawn_and_it_says_so(self, entry, frames):
        chart = plot.calendar(*frames([entry(str(year), f"{year}-03-02") for year in range(2015, 2026)]))
        assert len(chart.to_dict()["vconcat"]) == YEARS
        assert "Only the days since 2021 are drawn." in describe(chart)

    def test_entries_without_a_date_are_counted_as_left_out(self, entry, frames):
        chart = plot.calendar(*frames([entry("a", "2025-03-02"), entry("b", None)]))
        assert describe(chart).endswith("1 entry without a date is left out.")


def test_feelings_stand_as_tall_as_their_share_of_the_entries(entry, frames):
    journal = [
        entry("a", "2025-01-02", feelings=["joy"]),
        entry("b", "2025-01-03"),
        entry("c", "2025-09-02", feelings=["joy"]),
    ]
    chart = plot.feelings(*frames(journal))
    bars = {row["from"][:7]: row["base"] - row["top"] for row in rows_with(chart, "from", "top")}
    assert bars["2025-01"] * 2 == pytest.approx(bars["2025-09"])
    assert bars["2025-09"] == pytest.approx(0.78)
    assert "2025-05" not in bars  # a month without entries has neither a bar nor a line
    assert "joy in Sep 2025, in 1 of 1 entry" in describe(chart)


class TestHeat:
    def test_a_cell_holds_the_count_and_the_sign_of_the_verdict(self, year):
        cells = {
            (row["trigger"], row["reaction"]): row["words"] for row in rows_with(plot.heat(*year), "words", "trigger")
        }
        table = trends.pairs(*year)
        row = table[(table["who"] == "anyone") & (table["trigger"] == "anger") & (table["reaction"] == "shutdown")]
        assert list(row["verdict"]) == ["more often"]
        assert cells["anger", "shutdown"] == "20 ▲"
        assert cells["distance", "shutdown"] == "0 ▼"
        assert cells["anger", "pause"] == "4"

    def test_it_stays_blank_where_too_few_tell_of_it(self, entry, trigger, act, frames):
        journal = [entry(f"a{n}", "2025-03-02", trigger("anger"), act("attack")) for n in range(6)]
        journal += [entry(f"b{n}", "2025-03-02", trigger("money"), act("pause")) for n in range(4)]
        journal += [entry(f"c{n}", "2025-03-02", trigger("health")) for n in range(2)]
        chart = plot.heat(*frames(journal))
        assert {(row["trigger"], row["reaction"]) for row in rows_with(chart, "words", "trigger")} == {
            ("anger", "attack")
        }
        assert [row["name"] for row in rows_with(chart, "n")] == [
            "anger",
            "money trouble",
        ]  # four are named, two are not
        assert "attacking stands with anger in 6 of 6 entries, more often than otherwise" in describe(chart)

    def test_without_any_pair_to_ask_it_says_so(self, entry, trigger, act, frames):
        chart = plot.heat(*frames([entry("a", "2025-03-02", trigger("anger"), act("attack"))]))
        assert describe(chart).startswith("Not enough entries")


class TestFlow:
    def test_bands_are_as_thick_as_their_counts_and_fill_their_nodes(self, year):
        chart = plot.flow(*year)
        bands = pd.DataFrame(rows_with(chart, "link", "low"))
        thick = (bands["low"] - bands["top"]).round(1)
        nodes = pd.DataFrame(rows_with(chart, "column", "low"))
        way = (nodes["low"] - nodes["top"]) / nodes["count"]
        assert way.max() == pytest.approx(way.min())
        total = trends.chains(*year)["count"].sum()
        assert nodes.groupby("column")["count"].sum().tolist() == [total] * 3
        ends = bands[bands["x"] == bands["x"].max()]
        assert (ends["low"] - ends["top"]).sum() == pytest.approx(total * way.iloc[0], abs=0.1)
        assert (thick > 0).all()

    def test_nodes_do_not_overlap(self, year):
        nodes = pd.DataFrame(rows_with(plot.flow(*year), "column", "low"))
        for _, column in nodes.sort_values("top").groupby("column"):
            assert (column["top"].to_numpy()[1:] > column["low"].to_numpy()[:-1]).all()

    def test_rare_ones_stand_together_as_other(self, entry, trigger, act, frames):
        themes = [
            "anger",
            "criticism",
            "conflict",
            "distance",
            "rejection",
            "control",
            "money",
            "health",
            "loss",
            "memory",
        ]
        journal = [
            entry(f"{theme}{n}", "2025-03-02", trigger(theme), act("attack"))
            for number, theme in enumerate(themes)
            for n in range(20 - number)
        ]
        nodes = [row for row in rows_with(plot.flow(*frames(journal)), "column", "low") if row["column"] == 0]
        assert len(nodes) == 7
        assert (nodes[-1]["name"], nodes[-1]["count"]) == ("other", 14 + 13 + 12 + 11)


def test_the_cycle_counts_each_side_by_person(entry, trigger, act, frames):
    mine = [trigger("distance"), act("pursuit"), act("shutdown", "other", at=30)]
    theirs = [trigger("anger"), act("shutdown"), act("attack", "other", at=30)]
    journal = [entry(f"m{n}", "2025-03-02", *mine, cycle=True) for n in range(3)]
    journal.append(entry("t", "2025-03-09", *theirs, cycle=True))
    chart = plot.cycle(*frames(journal))
    assert "with your partner you pursue in 3 and you withdraw in 1 of 4 entries" in describe(chart)
    assert {row["side"]: row["reach"] for row in rows_with(chart, "side")} == {"pursues": -3, "withdraws": 1}
    assert [row["name"][0] for row in rows_with(chart, "name", "zero") if len(row) == 2] == [
        FAMILIES[family].sign for family in ("pursue", "withdraw")
    ]


class TestSpace:
    def test_the_points_and_intervals_are_those_of_the_table(self, year):
        drawn = rows_with(plot.space(*year, by="month"), "share", "low")
        table = trends.space(*year, by="month").dropna(subset="share")
        assert [row["share"] for row in drawn] == pytest.approx(table["share"].tolist())
        assert [row["low"] for row in drawn] == pytest.approx(table["low"].tolist())

    def test_the_line_breaks_where_a_month_tells_of_no_moment(self, entry, act, frames):
        days = ("2025-01-02", "2025-02-02", "2025-05-02", "2025-09-02")
        drawn = rows_with(plot.space(*frames([entry(day, day, act("pause")) for day in days])), "share", "run")
        assert len(drawn) == 4
        runs = [row["run"] for row in drawn]
        assert runs[0] == runs[1] != runs[2] != runs[3]

    def test_a_change_is_named(self, entry, act, frames):
        journal = [
            entry(f"{month}-{day}", f"2025-{month:02}-{day:02}", act("pause" if month > 6 else "attack"))
            for month in range(1, 13)
            for day in range(1, 9)
        ]
        chart = plot.space(*frames(journal))
        assert "Since Jul 2025: 100 %, before 0 %." in describe(chart)
        assert rows_with(chart, "words")[0]["words"] == "since Jul 2025: 100 %, before 0 %"


def test_intensity_and_severity_are_the_means_of_a_period(entry, frames):
    journal = [
        entry("a", "2025-01-02", intensity=1.0, severity=0.5),
        entry("b", "2025-01-12", intensity=2.0, severity=0.5),
        entry("c", "2025-09-12", intensity=0.0, severity=3.0),
    ]
    chart = plot.intensity(*frames(journal))
    drawn = {(row["line"].split()[0], row["middle"][:7]): row["value"] for row in rows_with(chart, "line")}
    assert drawn == {
        ("intensity", "2025-01"): 1.5,
        ("severity", "2025-01"): 0.5,
        ("intensity", "2025-09"): 0.0,
        ("severity", "2025-09"): 3.0,
    }
    assert describe(chart).endswith(
        "1.0 and 1.3 of 3 over the whole time. They are furthest apart in Sep 2025: 0.0 and 3.0."
    )
