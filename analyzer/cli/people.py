"""What the user says about people on the command line."""

from collections.abc import Sequence

from analyzer.messages import AnalyzerError
from analyzer.taxonomy import load as load_taxonomy


def parse_people(given: Sequence[str]) -> dict[str, str]:
    """Return name → role of values such as ``Sam=partner``.

    Raises:
        AnalyzerError: a value has no name or no role, or a role is none of the guide's.
    """
    people = {}
    roles = load_taxonomy().sources if given else ()
    for value in given:
        name, _, role = (part.strip() for part in value.partition("="))
        if not name or not role:
            raise AnalyzerError(f"--person {value}: write a name and a role, such as Sam=partner")
        if role not in roles:
            raise AnalyzerError(f"--person {value}: '{role}' is no role; the roles are {', '.join(roles)}")
        people[name] = role
    return people
