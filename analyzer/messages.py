"""The one page of messages: every expected error says what, where and what to do, in one line.

No message holds text of an entry: what people write stays out of errors and logs.
"""


class AnalyzerError(Exception):
    """An expected error: bad use or bad input. The command prints it as one line and exits with 2."""
