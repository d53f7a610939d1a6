"""Who the people in an entry are, and what they are to the writer."""

from analyzer.people.find import Mention, People, find_people
from analyzer.people.roles import ROLES

__all__ = ["ROLES", "Mention", "People", "find_people"]
