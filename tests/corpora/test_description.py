"""The corpus's README tells counts and agreement; here they are counted again."""

import json
import re
from pathlib import Path

import pytest

from analyzer import corpora

CORPUS = Path("data/corpus")
TEXT = (CORPUS / "README.md").read_text(encoding="utf-8")
TABLE = re.findall(r"^\| (`[^|]+) \|[^|]+\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", TEXT, re.M)


def rows_of(pattern):
    paths = sorted(CORPUS.glob(pattern))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def f1(pairs):
    pairs = list(pairs)
    return 2 * sum(len(a & b) for a, b in pairs) / sum(len(a) + len(b) for a, b in pairs)


@pytest.mark.parametrize("line", TABLE, ids=lambda line: re.match(r"`(\w+)", line[0]).group(1))
def test_the_table_counts_what_the_files_hold(line):
    rows = rows_of(re.match(r"`(\w+)", line[0]).group(1) + "*.jsonl")
    counted = (
        len(rows),
        sum(len(row["text"].split()) for row in rows),
        sum(len(row["patterns"]) for row in rows),
        sum(not row["patterns"] for row in rows),
    )
    assert [f"{n:,}" for n in counted] == list(line[1:])


def test_the_table_names_every_file():
    assert len(TABLE) == 8


def test_the_two_readings_of_feelings_agree_as_stated():
    first = {row["id"]: set(row["feelings"]) for row in corpora.journals()}
    second = {key: set(labels) for key, labels in corpora.second_readings().items()}
    assert f"is {f1((first[key], second[key]) for key in second):.2f} (" in TEXT
    means = [sum(len(each[key]) for key in second) / len(second) for each in (second, first)]
    assert f"({means[0]:.2f} an entry against {means[1]:.2f})" in TEXT


def test_the_two_whole_readings_agree_as_stated():
    first = {row["id"]: row for row in corpora.journals()}
    second = rows_of("agreement/*.jsonl")

    def agreement(labels):
        return f"{f1((labels(first[row['id']]), labels(row)) for row in second):.2f}"

    assert f"{len(second)} of the" in TEXT
    assert agreement(lambda row: {(m["pattern"], m["agent"]) for m in row["patterns"]}) + " in (pattern, agent)" in TEXT
    assert agreement(lambda row: {(t["theme"], t["who"]) for t in row["triggers"]}) + " in (trigger, source)" in TEXT
    assert agreement(lambda row: set(row["feelings"])) + " in feelings" in TEXT
