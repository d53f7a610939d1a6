"""Reads a journal and shows what was felt, what set it off and how people reacted."""
