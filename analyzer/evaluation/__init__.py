"""How well and how fast: the figures of the README come from here."""
