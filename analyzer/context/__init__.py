"""Who did it, whether it happened, and when: the parse and cue data."""

from analyzer.context.read import Context, read_context

__all__ = ["Context", "read_context"]
