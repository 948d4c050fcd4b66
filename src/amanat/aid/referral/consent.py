"""Consent: for one recipient, for named fields, for one purpose, for a time; it can be taken back at any moment.

There is no override. Who may consent for a child is not the child alone, and never somebody who is accused (Convention
on the Rights of the Child, articles 3, 5 and 12; the adult age is that of article 1).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


def sufficient(consent: Consent, age: int | None) -> bool:
    """Tell whether whoever gave it may give it: a grown person for themselves; for a child a guardian or authority.

    An unknown age counts as grown only where the person gave it; a giver who is accused never counts.
    """
    if consent.giver_accused:
        return False
    child = age is not None and age < ADULT
    return consent.given_by is not Giver.PERSON if child else True
