"""Cue tables are whole."""

import pytest

from amanat.core import Role
from amanat.people.cues import cues

ROLES = {role.value for role in Role}


@pytest.mark.parametrize("tag", ["en", "ur", "ur-Latn"])
def test_plain_cues_speak_for_roles_of_the_contract(tag: str) -> None:
    table = cues(tag)
    plain = [c for group in (*table.left, *table.right) for c in group if isinstance(c.role, str)]
    assert plain
    assert {c.role for c in plain} <= ROLES
    assert all(0 < c.points <= 5 for c in plain)  # a title weighs 3, words that leave no doubt a little more


def test_an_unknown_language_has_no_cues() -> None:
    assert cues("xx").left == ()
