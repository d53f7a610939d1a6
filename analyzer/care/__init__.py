"""What the analyzer does when an entry speaks of suicide, self-harm or present danger: notice, and say who helps.

It is no assessment of a person. It looks for plain statements, misses what is only hinted at, and makes no claim
beyond the words that it found.
"""

from analyzer.care.help import HelpLines, care_lines, help_lines
from analyzer.care.speech import Kind, speaks_of_danger

__all__ = ["HelpLines", "Kind", "care_lines", "help_lines", "speaks_of_danger"]
