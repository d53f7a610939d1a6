"""``analyzer trends``: what a kept run says over time, to read."""

import json

import pytest

from analyzer.reflection import PatternFinding, TriggerFinding

ANGER = TriggerFinding("anger", "partner", 0, 10, "He shouted", 0.7)
QUIET = PatternFinding("shutdown", "withdraw", "self", "done", "now", 20, 32, "I went \x1b[2J\nquiet", 0.8)
STAYED = PatternFinding("stay_present", "secure", "self", "done", "now", 40, 50, "I stayed", 0.8)


@pytest.fixture
def keep(analyze, fake_reflect, tmp_path):
    """Keep a run of entries, as (day, found …); return its folder."""

    def kept(*rows):
        found = {f"e{n}": row[1:] for n, row in enumerate(rows)}
        make = fake_reflect.make
        fake_reflect.make = lambda **known: make(
            **known
            | {
                "patterns": tuple(f for f in found[known["id"]] if isinstance(f, PatternFinding)),
                "triggers": tuple(f for f in found[known["id"]] if isinstance(f, TriggerFinding)),
            }
        )
        lines = [{"id": f"e{n}", "text": "He shouted.", "date": row[0]} for n, row in enumerate(rows)]
        path = tmp_path / "journal.jsonl"
        path.write_text("\n".join(json.dumps({k: v for k, v in line.items() if v}) for line in lines))
        assert analyze(path, "-o", tmp_path / "out", "-q").exit_code == 0
        return tmp_path / "out"

    return kept


@pytest.fixture
def year(keep):
    """Keep a journal in which anger and going quiet stand together."""
    days = [f"2025-{month:02d}-{day:02d}" for month in (1, 3, 4) for day in range(1, 21)]
    rows = [(day, *((ANGER, QUIET) if n % 4 == 0 else ())) for n, day in enumerate(days)]
    return keep(*rows, (None, ANGER), ("2025-04-30", ANGER, STAYED))


def shown(done):
    assert done.exit_code == 0, done.stderr
    return [line.rstrip() for line in done.stdout.splitlines()]


def test_the_supported_sentence_stands_at_the_top_with_its_newest_words(analyzer_, year):
    lines = shown(analyzer_("trends", year))
    assert lines[0] == "62 entries, 1 Jan 2025 – 30 Apr 2025, 1 undated"
    assert lines[2] == "What holds"
    said = " ".join(line.strip() for line in lines[3:5])
    assert said == (
        "1. When your partner is angry you go quiet or pull away in 15 of 17 such entries, elsewhere in none of 45."
    )
    assert lines[5] == "   17 Apr 2025  “I went [2J quiet”"


def test_a_month_without_entries_is_no_zero(analyzer_, year):
    lines = shown(analyzer_("trends", year))
    months = {" ".join(line.split()[:2]): line.split()[2:] for line in lines if line[3:8] == " 2025"}
    assert months["Feb 2025"] == ["–"] * 7
    assert months["Jan 2025"] == ["5", "·", "·", "0", "of", "5", "0", "%–43", "%", "2.5", "1.0"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("anger    Shutting down    15/17     0/45  ∞ (12–∞)  more often", id="a pair"),
        pytest.param("15  17 Apr 2025  anger → hurt → Shutting down", id="a chain"),
        pytest.param("30 Apr 2025  anger: Staying present  in 15 earlier: Shutting down", id="something new"),
        pytest.param("Finds meaning in relationships   ·", id="a quality without an entry"),
        pytest.param("partner        15         0             ·", id="ruptures"),
    ],
)
def test_the_tables_say(analyzer_, year, line):
    assert any(row.startswith(line) for row in shown(analyzer_("trends", year))), analyzer_("trends", year).stdout


def test_long_names_wrap_and_are_not_cut(analyzer_, keep):
    pain = TriggerFinding("others_pain", "partner", 0, 10, "He shouted", 0.7)
    seen = PatternFinding("not_personal", "secure", "self", "done", "now", 20, 32, "not about me", 0.8)
    rows = [(f"2025-03-{day:02d}", *((pain, seen) if day % 3 == 0 else ())) for day in range(1, 31)]
    lines = shown(analyzer_("trends", keep(*rows)))
    assert max(len(line) for line in lines[:-1]) <= 80
    start = next(n for n, line in enumerate(lines) if line.startswith("another's distress  "))
    assert " ".join(" ".join(lines[start : start + 2]).split()) == (
        "another's distress Seeing it is not 10/10 0/20 ∞ (7.0–∞) more often about oneself"
    )


@pytest.mark.parametrize("by", ["day", "week", "month", "weekday", "hour", "person"])
def test_every_line_fits_the_terminal(analyzer_, year, by):
    assert max(len(line) for line in shown(analyzer_("trends", year, "--by", by))[:-1]) <= 80


def test_where_nothing_holds_it_says_so(analyzer_, keep):
    lines = shown(analyzer_("trends", keep(("2025-03-01", ANGER, QUIET))))
    assert "Nothing stands out clearly from chance. More entries may tell more." in lines
    assert "No trigger and reaction stand in enough entries to be asked: at least 5 each." in lines


def test_only_the_entries_of_a_person(analyzer_, year):
    assert shown(analyzer_("trends", year, "--person", "partner"))[0].startswith(
        "17 entries in which your partner set something off"
    )
    assert shown(analyzer_("trends", year, "--person", "Sam=partner")) == shown(
        analyzer_("trends", year, "--person", "partner")
    )
    assert shown(analyzer_("trends", year, "--person", "ex"))[0] == "0 entries in which your ex set something off"


def test_someone_unknown_is_one_line(analyzer_, year):
    done = analyzer_("trends", year, "--person", "Sam")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("analyzer trends: 'Sam' is no person of the guide: give one of partner, ex, ")


def test_a_folder_without_a_run_is_one_line(analyzer_, tmp_path):
    done = analyzer_("trends", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"analyzer trends: {tmp_path / 'entries.parquet'} is missing: make it by analyze")
