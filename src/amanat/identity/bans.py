"""Which ban on making a person known binds here, and how strongly: law forbids, code forbids, good practice."""

from amanat.core import Person, Role, Scene, Source
from amanat.registers import Registers
from amanat.registers.law_values import IdentityBan
from amanat.registers.naming import Case, naming

_STRENGTH = {"law": 0, "code": 1, "good-practice": 2}
_ROLES = {
    Role.VICTIM: "victim",
    Role.MINOR_VICTIM: "victim",
    Role.VICTIM_FAMILY: "family",
    Role.WITNESS: "witness",
    Role.ACCUSED: "accused",
    Role.CONVICTED: "convicted",
}
_NOT_OF_A_PERSON = frozenset({"anyone", "proceedings"})
"""Bans on pictures that shame and on closed trials: this room asks about names."""
PRACTICE = (
    Source(
        "Guidelines for journalists reporting on children, UNICEF",
        "https://www.unicef.cn/en/press-centre/guidelines-journalists",
    ),
    Source(
        "Sexual offences guidance, IPSO (12 July 2023)", "https://www.ipso.co.uk/resources/sexual-offences-guidance/"
    ),
)
"""What good practice rests on where no law of the register binds."""


def bans_for(person: Person, scene: Scene, registers: Registers) -> tuple[IdentityBan, ...]:
    """Return the bans that protect a person in this story's jurisdictions, the strongest and widest first.

    Whether an offence listed in the ban is alleged is for the editor to see: the ban's own sentence names it.
    """
    case = Case(
        scene.jurisdictions,
        _ROLES.get(person.role, "other"),
        child=bool(person.is_child),  # a person nobody calls a child is spoken of as grown up
        sex={"f": "female", "m": "male"}.get(person.gender, ""),
    )
    found = [b.ban for b in naming(case, registers.laws).bindings if set(b.ban.persons) - _NOT_OF_A_PERSON]
    reach = {"all": 0, "some": 1}
    return tuple(sorted(found, key=lambda b: (_STRENGTH.get(b.strength, 3), reach.get(b.covers, 2), b.fact.id)))


def strength_in_words(bans: tuple[IdentityBan, ...]) -> str:
    """Say who forbids: the law, a code, or good practice alone; conditional where the ban lists offences."""
    if not bans:
        return "No ban of the register binds here; good practice protects the name."
    first = bans[0]
    who = {"law": "The law forbids this", "code": "A code forbids this"}.get(
        first.strength, "Good practice advises against this"
    )
    limit = "" if first.covers == "all" else " where one of the offences it lists is alleged"
    return f"{who}{limit} ({first.provision}): {first.fact.statement}"


def times_in_words(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
