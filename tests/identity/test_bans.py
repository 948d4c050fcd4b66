"""Which ban binds, and how strongly."""

from amanat.core import Mention, Person, Protection, Role, Scene, Span
from amanat.identity.bans import bans_for, strength_in_words
from amanat.registers import shipped

WHERE = Scene(("PK-KP", "PK"), (), (), ())


def person(role: Role, gender: str = "f", *, child: bool | None = None) -> Person:
    return Person("p1", role, Protection.PROTECT, child, (Mention(Span(0, 1)),), gender=gender)


def test_a_child_in_the_province_is_protected_by_its_law() -> None:
    bans = bans_for(person(Role.MINOR_VICTIM, child=True), WHERE, shipped())
    assert bans
    assert bans[0].strength == "law"
    assert "law forbids" in strength_in_words(bans)


def test_bans_for_women_do_not_bind_for_men() -> None:
    persons = {p for ban in bans_for(person(Role.VICTIM, "m"), WHERE, shipped()) for p in ban.persons}
    assert "victim" in persons
    assert all("victim" in ban.persons for ban in bans_for(person(Role.VICTIM, "m"), WHERE, shipped()))


def test_family_is_protected_where_the_law_says_so() -> None:
    bans = bans_for(person(Role.VICTIM_FAMILY), WHERE, shipped())
    assert all("family" in ban.persons for ban in bans)
    assert bans


def test_no_law_means_good_practice() -> None:
    assert bans_for(person(Role.VICTIM), Scene((), (), (), ()), shipped()) == ()
    assert "good practice" in strength_in_words(())


def test_a_ban_that_lists_offences_is_told_as_conditional() -> None:
    bans = bans_for(person(Role.VICTIM_FAMILY), WHERE, shipped())
    assert "where one of the offences" in strength_in_words(bans)
