"""The corpora as they lie in the repository: what training and measuring rest on."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from analyzer import corpora, taxonomy
from analyzer.corpora.items import HELD_OUT_FILES, is_held_out, label_names, read_items
from analyzer.reflection import AGENTS, STATUSES, WHENS

pytestmark = pytest.mark.model

FILES = sorted(Path("data/corpus").glob("*.jsonl"))


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_label_is_of_the_guide_and_every_quote_stands_in_its_text(path):
    guide = taxonomy.load()
    for row in rows_of(path):
        for mention in row["patterns"]:
            assert mention["pattern"] in guide.pattern_labels, row["id"]
            assert mention["agent"] in AGENTS, row["id"]
            assert mention["status"] in STATUSES, row["id"]
            assert mention["when"] in WHENS, row["id"]
            assert mention["quote"] in row["text"], row["id"]
        for trigger in row["triggers"]:
            assert trigger["theme"] in guide.trigger_labels, row["id"]
            assert trigger["who"] in guide.sources, row["id"]
            assert trigger["quote"] in row["text"], row["id"]
        assert set(row["feelings"]) <= set(guide.feeling_labels), row["id"]


def test_no_text_and_no_id_stands_twice():
    rows = corpora.journals()
    assert [key for key, n in Counter(row["id"] for row in rows).items() if n > 1] == []
    assert [text for text, n in Counter(row["text"] for row in rows).items() if n > 1] == []


def test_second_readings_are_of_entries_that_there_are():
    ids = {row["id"] for row in corpora.journals()}
    labels = set(taxonomy.load().feeling_labels)
    for key, read in corpora.second_readings().items():
        assert key in ids
        assert set(read) <= labels, key


def test_topics_are_of_entries_that_there_are():
    ids = {row["id"] for row in corpora.journals()}
    labels = set(taxonomy.load().topic_labels)
    for key, (main, others) in corpora.entry_topics().items():
        assert key in ids
        assert {main} - {""} | set(others) <= labels, key
        assert main not in others, key


def test_the_main_topic_of_an_entry_is_there_and_the_others_half():
    labels = label_names()
    about = corpora.entry_topics()
    key = next(key for key, (main, others) in about.items() if main and others)
    text = next(row["text"] for row in corpora.journals() if row["id"] == key)
    item = next(item for item in read_items("journals", labels) if item.text == text)
    told = dict(zip(labels["topics"], item.targets["topics"].tolist(), strict=True))
    main, others = about[key]
    assert {label for label, value in told.items() if value == 1} == {main}
    assert {label for label, value in told.items() if value == 0.5} == set(others)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_no_comment_of_another_split_is_trained_on(split):
    trained, other = (
        {" ".join(text.lower().split()) for text in corpora.goemotions(name).texts} for name in ("train", split)
    )
    assert not trained & other


def test_a_fifth_of_the_real_texts_is_held_out():
    texts = corpora.lemotif("topic").texts
    assert 0.15 < np.mean([is_held_out(text) for text in texts]) < 0.25


def test_whole_files_of_invented_entries_are_held_out():
    assert {path.stem for path in FILES} > HELD_OUT_FILES


def test_every_label_of_the_public_corpora_has_a_place_in_the_mapping():
    mapping = corpora.mapping()
    assert set(mapping["lemotif"]) == set(corpora.lemotif("feeling").labels)
    assert set(mapping["sad"]) == {row["top_label"] for row in corpora.sad()}
    # What these tell of is a stance towards another or no feeling of the guide's.
    unmapped = {"admiration", "approval", "caring", "desire", "disapproval", "neutral", "realization"}
    assert set(mapping["goemotions"]) | unmapped == set(corpora.goemotions("dev").labels)
