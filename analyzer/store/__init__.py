"""Keeps the reflections of a run on disk, part by part, so that a run that was killed goes on where it stopped."""

from analyzer.store.files import aside, private_folder
from analyzer.store.kept import KeptRun, open_run
from analyzer.store.rows import from_row, to_row
from analyzer.store.run import PART_ENTRIES, Store, fingerprint

__all__ = [
    "PART_ENTRIES",
    "KeptRun",
    "Store",
    "aside",
    "fingerprint",
    "from_row",
    "open_run",
    "private_folder",
    "to_row",
]
