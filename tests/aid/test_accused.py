"""Officials count as accused when the story accuses them, not when they do their work."""

import pytest

from amanat.aid.accused import accused_groups
from amanat.core import Mention, Person, Protection, Role, Scene, Span
from amanat.read import read_bytes

EMPTY = Scene((), (), (), ())


def groups(text: str, scene: Scene = EMPTY) -> set[str]:
    return {found.group for found in accused_groups(read_bytes(text.encode()), scene)}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Two police constables were arrested on a charge of rape.", "police"),
        ("The court ordered a case against the station house officer.", "police"),
        ("She was raped by two policemen.", "police"),
        ("Police refused to register her complaint for a week.", "police"),
        ("The gang worked with the connivance of the police.", "police"),
        ("Three FIA officials were suspended for helping smugglers.", "fia"),
        ("The smugglers paid off some men in the FIA.", "fia"),
        ("Workers spoke of the complicity of the district administration.", "district_administration"),
        ("A guard of the Darul Aman was arrested; the shelter home staff sold girls.", "state_shelter"),
        ("پولیس اہلکار گرفتار کر لیے گئے جو گروہ کی ملی بھگت میں تھے۔", "police"),
    ],
)
def test_accused(text: str, group: str) -> None:
    assert group in groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested three men and freed the girl.",
        "The three men were arrested by police in Lahore.",
        "Two were arrested, police said.",
        "The FIA arrested an agent at the airport.",
        "An FIA spokesman said the smugglers were arrested.",
        "The inspector general said a case was registered against the kiln owner.",
        "The girl was sent to a shelter home.",
        "The embassy was involved in bringing the men home.",
        "A deputy commissioner visited the kiln and freed the workers.",
        "پولیس نے ملزم کے خلاف کارروائی کی۔",
    ],
)
def test_at_work(text: str) -> None:
    assert groups(text) == set()


def test_unnamed_officials_stand_for_all_who_hold_power_there() -> None:
    text = "The workers said corrupt officials took bribes from the owner."
    assert groups(text) == {"police", "fia", "district_administration"}


def test_an_accused_person_with_a_rank_is_an_accused_officer() -> None:
    text = "Constable Zorab Khan appeared before the judge."
    span = Span(text.index("Zorab"), text.index(" appeared"))
    officer = Person("p1", Role.ACCUSED, Protection.EDITOR, None, (Mention(span),))
    scene = Scene((), (officer,), (), ())
    assert groups(text, scene) == {"police"}
    assert groups(text) == set()


def test_says_where() -> None:
    text = "A girl was freed. Later two policemen were suspended."
    (found,) = accused_groups(read_bytes(text.encode()), EMPTY)
    assert text[found.span.start : found.span.end].startswith("policemen")
