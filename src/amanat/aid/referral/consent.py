"""Consent: for one recipient, for named fields, for one purpose, for a time; it can be taken back at any moment.

There is no override. Who may consent for a child is not the child alone, and never somebody who is accused (Convention
on the Rights of the Child, articles 3, 5 and 12; the adult age is that of article 1).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amanat.registers import Registers
from amanat.registers.matching import ADULT


class Giver(StrEnum):
    """Who gave it."""

    PERSON = "person"
    GUARDIAN = "guardian"
    """A parent or guardian; the child was asked as well."""
    AUTHORITY = "authority"
    """A child protection body or a court that decides in the child's best interest."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent, as it was recorded."""

    recipient: str
    """Id of the service it may go to."""
    fields: frozenset[str]
    """HTCDS names of the fields that may go."""
    purpose: str
    """Id of the need it is for."""
    given_on: date
    until: date
    given_by: Giver
    asked_by: str
    """Who asked, so that they can be asked back."""
    language: str
    """In which it was explained."""
    withdrawn_on: date | None = None
    giver_accused: bool = False
    """True when whoever gave it is accused in the case."""

    def holds(self, on: date) -> bool:
        """Tell whether it holds on a day: not before it was given, not after it ended or was taken back."""
        taken_back = self.withdrawn_on is not None and self.withdrawn_on <= on
        return self.given_on <= on <= self.until and not taken_back


def adult_age(registers: Registers, country: str) -> int:
    """Return the age in years from which a person's own consent is enough in a country.

    The law register says from what age a victim's own leave counts; where a law asks less than the Convention on the
    Rights of the Child the convention holds, so nobody under 18 consents alone.
    """
    return max([ADULT, *(ban.applies.consent_from_age for ban in registers.laws.bans_in((country,)))])


def sufficient(consent: Consent, age: int | None, grown: int = ADULT) -> bool:
    """Tell whether whoever gave it may give it: a grown person for themselves; for a child a guardian or authority.

    A guardian does not speak for a grown person: only they themselves do, or a court. An unknown age counts as grown
    where the person gave it, and as a child's where a guardian did; a giver who is accused never counts.

    Args:
        consent: as it was recorded.
        age: of the person in years; None when it is not known.
        grown: the age from which a person's own consent is enough, `adult_age`.
    """
    if consent.giver_accused:
        return False
    if age is None or consent.given_by is Giver.AUTHORITY:
        return True
    return (consent.given_by is Giver.GUARDIAN) is (age < grown)
