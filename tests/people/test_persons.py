"""One role each, and what follows for the name."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Protection, Role, Scene
from amanat.people.protection import protection_of

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


@pytest.mark.parametrize("office", ["Inspector", "Dr", "Advocate"])
def test_the_father_of_a_child_is_a_father_whatever_his_office(roles: Roles, office: str) -> None:
    found = roles(
        f"Police recovered nine-year-old Kiran Misaal, who had been abducted in Swat. "
        f"Her father, {office} Dilawar Tarkhan, thanked the neighbours."
    )
    assert {role for name, role in found.items() if name.endswith("Dilawar Tarkhan")} == {"victim_family"}


def test_an_inspector_who_is_nobodys_father_stays_named(roles: Roles) -> None:
    found = roles("Police recovered nine-year-old Kiran Misaal. Inspector Dilawar Tarkhan led the raid, police said.")
    assert found["Dilawar Tarkhan"] == "police"


def test_the_next_people_of_a_list_describe_nobody(roles: Roles) -> None:
    found = roles(
        "A kiln owner and his sons were convicted. The court gave Dilawar Tarkhan, 58, his sons Osama Tarkhan, 31, and "
        "Yawar Tarkhan, 27, life terms for keeping workers in chains."
    )
    assert found["Dilawar Tarkhan"] == "convicted"


def test_a_name_alone_under_the_headline_wrote_the_story(roles: Roles) -> None:
    story = (
        "Sold twice in a year\n\nSaba Tarkhan\n\nMINGORA: Police recovered a nine-year-old girl who had been abducted. "
        + "The officers searched for a week and asked in each house of the valley, but nobody had seen the child. " * 3
    )
    assert roles(story)["Saba Tarkhan"] == "journalist"


def test_an_age_told_with_who_makes_a_child(looked: Looked) -> None:
    document, scene = looked("A boy was not so fortunate. Yawar, who is 16, was trafficked and abused, police said.")
    person = next(p for p in scene.people if p.names and document.at(p.names[0]) == "Yawar")
    assert (person.age, person.protection) == (16, Protection.PROTECT)


def test_a_village_called_after_somebody_names_nobody(looked: Looked) -> None:
    document, scene = looked(
        "A nine-year-old girl was abducted in village Karim Bux Chughtai near Dadu, inspector Osama Tarkhan said."
    )
    assert [document.at(span) for p in scene.people for span in p.names] == ["Osama Tarkhan"]


def test_what_stands_in_marks_between_two_names_belongs_to_them(looked: Looked) -> None:
    document, scene = looked("Police arrested Osama “Kala” Tarkhan for selling three girls.")
    assert [document.at(span) for p in scene.people for span in p.names] == ["Osama “Kala” Tarkhan"]


def test_who_is_named_right_after_a_nameless_verdict_is_the_convicted(roles: Roles) -> None:
    found = roles(
        "A driver who kept a nine-year-old girl has been jailed for 19 years.\n\n"
        "Osama Tarkhan, 38, drove the child to a flat above a shop and locked the door."
    )
    assert found["Osama Tarkhan"] == "convicted"


def test_the_counsel_of_a_complainant_is_no_complainant(roles: Roles) -> None:
    found = roles(
        "The judge heard the counsels for the complainant, Osama Tarkhan and Yawar Chughtai, in the case of a girl of "
        "nine who was abducted."
    )
    assert set(found.values()) == {"lawyer"}


def test_an_office_on_the_line_below_a_name_is_the_persons(roles: Roles) -> None:
    found = roles("A girl of nine was abducted, police said.\n\nOsama Tarkhan\nChief of Staff\nOffice: 714-555-0100\n")
    assert found["Osama Tarkhan"] == "official"
