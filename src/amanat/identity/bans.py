"""Which ban on making a person known binds here, and how strongly: law forbids, code forbids, good practice."""

from amanat.core import Person, Role, Scene, Source
from amanat.registers import Registers
from amanat.registers.law_values import IdentityBan

_STRENGTH = {"law": 0, "code": 1, "good-practice": 2}
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
    wanted = _groups(person)
    found = [ban for ban in registers.laws.bans_in(scene.jurisdictions) if wanted & set(ban.persons)]
    reach = {"all": 0, "some": 1}
    return tuple(sorted(found, key=lambda b: (_STRENGTH.get(b.strength, 3), reach.get(b.covers, 2), b.fact.id)))


def _groups(person: Person) -> set[str]:
    groups: set[str] = set()
    if person.role in {Role.VICTIM, Role.MINOR_VICTIM}:
        groups |= {"victim"} if person.gender == "m" else {"victim", "woman victim"}
    if person.is_child:
        groups |= {"child", "child victim"} if person.role is not Role.ACCUSED else {"accused child"}
    if person.role is Role.VICTIM_FAMILY:
        groups |= {"family"}
    return groups


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
