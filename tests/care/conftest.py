"""Gives a test that takes ``quiet`` or ``heard`` the sentences of the tables ``QUIET`` or ``HEARD`` in its module."""

import pytest


def cases(groups, *more):
    """Return a case for each line of each group, named by both; ``more`` is given along."""
    return [
        pytest.param(line.strip(), *more, id=f"{name}: {line.strip()}")
        for name, block in groups.items()
        for line in block.strip().splitlines()
    ]


def pytest_generate_tests(metafunc):
    """Make the cases, with the kind that ``HEARD`` puts each group under."""
    if "quiet" in metafunc.fixturenames:
        metafunc.parametrize("quiet", cases(metafunc.module.QUIET))
    if "heard" in metafunc.fixturenames:
        found = [case for kind, groups in metafunc.module.HEARD.items() for case in cases(groups, kind)]
        metafunc.parametrize(("heard", "kind"), found)
