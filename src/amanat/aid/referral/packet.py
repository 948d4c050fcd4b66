"""What leaves: the fields that were agreed to and that the purpose needs, under a random name, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from amanat.aid.referral.consent import Consent, adult_age, sufficient
from amanat.aid.referral.least import needed
from amanat.core import DataError
from amanat.registers import Registers
from amanat.registers.matching import SAFETY, Query, Reason, refusal
from amanat.registers.matching import Consent as Agreed

SMALLEST = 11
"""Cells of a count under this are not told (the k of the Counter-Trafficking Data Collaborative)."""


@dataclass(frozen=True, slots=True)
class Case:
    """One person's case at the desk. Values are never in its `repr`."""

    reference: str
    """Random, without meaning: it stands in file names and logs in place of a name."""
    country: str
    age: int | None
    consents: tuple[Consent, ...]
    accused: frozenset[str] = frozenset()
    """Conflict groups whose officials are accused."""
    fields: Mapping[str, str] = field(default_factory=dict, repr=False)
    """HTCDS name to value."""


@dataclass(frozen=True, slots=True)
class Packet:
    """What one recipient gets."""

    reference: str
    recipient: str
    purpose: str
    until: date
    """After this day the recipient must delete it."""
    fields: Mapping[str, str] = field(repr=False)


def packet(case: Case, recipient: str, on: date, registers: Registers) -> Packet:
    """Put together what a recipient gets.

    Args:
        case: the case.
        recipient: id of the service.
        on: the day of sending.
        registers: what is known; providers are asked.

    Raises:
        DataError: H016 no consent holds for this recipient today; H017 the recipient is not safe in this case, or
            unknown; H018 nothing that was agreed to is in the case.
    """
    grown = adult_age(registers, case.country)
    holding = [c for c in case.consents if c.recipient == recipient and c.holds(on) and sufficient(c, case.age, grown)]
    if not holding:
        raise DataError(
            "H016", "no consent holds for this recipient today: ask again; for a child ask a guardian or the authority"
        )
    consent = max(holding, key=lambda c: c.given_on)
    _safe(case, recipient, registers)
    agreed = {name: value for name, value in case.fields.items() if name in consent.fields and value}
    sent = {name: value for name, value in agreed.items() if needed(name, consent.purpose)}
    if not sent:
        raise DataError("H018", "nothing that was agreed to is in the case and needed: the packet would be empty")
    return Packet(case.reference, recipient, consent.purpose, consent.until, sent)


def _safe(case: Case, recipient: str, registers: Registers) -> None:
    """Refuse a body whose officials are accused, whatever was agreed to."""
    body = registers.providers.by_id.get(recipient)
    query = Query(case.country, (), accused=case.accused, consents=frozenset(Agreed))
    reason = refusal(body, query) if body else Reason.ENDED
    if reason in SAFETY or reason is Reason.COUNTRY:
        raise DataError(
            "H017", "this body is not safe in this case, or not known: its officials are accused, or it may have ended"
        )


def counts(cases: Iterable[Mapping[str, str]], by: Sequence[str]) -> dict[tuple[str, ...], int | None]:
    """Count cases by some fields; None stands for a cell that is too small to be told.

    When exactly one cell is hidden, the smallest of the others is hidden too: else the total would give it away.
    """
    found = Counter(tuple(case.get(name, "") for name in by) for case in cases)
    hidden = {cell for cell, n in found.items() if n < SMALLEST}
    if len(hidden) == 1 and len(found) > 1:
        hidden.add(min((cell for cell in found if cell not in hidden), key=lambda cell: (found[cell], cell)))
    return {cell: None if cell in hidden else n for cell, n in sorted(found.items())}
