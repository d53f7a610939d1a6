"""Keeps the reflections of a run on disk, part by part, so that a run that was killed goes on where it stopped."""

from analyzer.store.files import aside, private_folder
from analyzer.store.rows import from_row, to_row
from analyzer.store.run import PART_ENTRIES, Store, fingerprint

__all__ = ["PART_ENTRIES", "Store", "aside", "fingerprint", "from_row", "private_folder", "to_row"]
