"""One role each, and what follows for the name."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Protection, Role, Scene
from amanat.people.persons import protection_of

Looked = Callable[[str], tuple[Document, Scene]]
Roles = Callable[[str], dict[str, str]]
Protections = Callable[[str], dict[str, Protection]]


@pytest.mark.parametrize(
    ("role", "protection"),
    [
        (Role.MINOR_VICTIM, Protection.PROTECT),
        (Role.VICTIM_FAMILY, Protection.PROTECT),
        (Role.WITNESS, Protection.PROTECT),
        (Role.ACCUSED, Protection.EDITOR),
        (Role.CONVICTED, Protection.NAME),
        (Role.POLICE, Protection.NAME),
        (Role.POLITICIAN, Protection.NAME),
    ],
)
def test_what_follows_from_a_role(role: Role, protection: Protection) -> None:
    assert protection_of(role) is protection


def test_everybody_in_a_list_shares_its_verb(roles: Roles) -> None:
    found = roles("Police arrested Yawar Chughtai, Osama Tarkhan and Dilawar Misaal for selling three girls.")
    assert set(found.values()) == {"accused"}


def test_age_and_deed_belong_to_the_child_not_to_the_parent(looked: Looked) -> None:
    document, scene = looked("Kiran Tarkhan d/o Dilawar Misaal, 13, was abducted in Swat, police said.")
    by_name = {document.at(p.names[0]): p for p in scene.people if p.names}
    assert by_name["Kiran Tarkhan"].role is Role.MINOR_VICTIM
    assert by_name["Kiran Tarkhan"].age == 13
    assert by_name["Dilawar Misaal"].role is Role.VICTIM_FAMILY


def test_a_list_of_people_jailed_stays_named(protection: Protections) -> None:
    found = protection(
        "A girl of 14 was trafficked, the court heard.\n\nJailed for life: Barnaby Holloway, 34; Gideon Ashworth, 41; "
        "Rupert Pembroke, 29."
    )
    assert found["Barnaby Holloway"] is Protection.NAME


def test_a_described_girl_and_her_name_are_one_person(looked: Looked) -> None:
    _, scene = looked("A teenage girl was abducted in Swat. Zunaira Tarkhan, 13, was found on Monday, police said.")
    assert len([p for p in scene.people if p.role is Role.MINOR_VICTIM]) == 1
