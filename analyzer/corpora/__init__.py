"""The labelled corpora of ``data/``: read in a checkout for training and measuring, never at run time."""

from analyzer.corpora.files import (
    Labelled,
    entry_topics,
    fingerprint,
    goemotions,
    journals,
    lemotif,
    mapping,
    sad,
    second_readings,
)
from analyzer.corpora.items import Item, is_held_out_entry, label_names, read_items
from analyzer.corpora.sentences import split_corpus, split_texts

__all__ = [
    "Item",
    "Labelled",
    "entry_topics",
    "fingerprint",
    "goemotions",
    "is_held_out_entry",
    "journals",
    "label_names",
    "lemotif",
    "mapping",
    "read_items",
    "sad",
    "second_readings",
    "split_corpus",
    "split_texts",
]
