"""The pictures of the page."""

import pandas as pd

NAMES = ("calendar", "heat", "flow", "cycle", "space", "feelings", "intensity")


def pictures(entries: pd.DataFrame, findings: pd.DataFrame) -> dict[str, None]:
    """Return the pictures by name."""
    return dict.fromkeys(NAMES)
