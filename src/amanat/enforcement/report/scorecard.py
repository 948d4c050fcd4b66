"""What police and courts of a place have done, as far as figures and cases tell: the report, before it is drawn."""

from dataclasses import dataclass, replace
from datetime import date

from amanat.enforcement.report.from_cases import of_cases
from amanat.enforcement.report.outlook import CANNOT_KNOW
from amanat.enforcement.report.published import contradicting, officials, published, ratios
from amanat.enforcement.report.sections import Section
from amanat.enforcement.report.trends import trends
from amanat.registers import Registers
from amanat.registers.ledger import Ledger
from amanat.registers.ledger.cases import Docket


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The report on a place."""

    place: str
    as_of: date
    """Youngest day on which a figure was looked at, or a case."""
    sections: tuple[Section, ...]
    cannot_know: tuple[str, ...]
    cases: int
    """How many cases of a desk's own it rests on; 0 when it rests on published figures alone."""


def scorecard(place: str, ledger: Ledger, docket: Docket, registers: Registers) -> Scorecard:
    """Put the report together.

    Args:
        place: a jurisdiction, `PK` or `PK-PB`; cases of the places inside it count.
        ledger: published figures, a desk's own among them.
        docket: single cases, possibly none.
        registers: for what the laws threaten, since when, and what places are called.
    """
    entries = ledger.known(place)
    cases = docket.within(place).cases
    names = {jurisdiction.id: jurisdiction.name for jurisdiction in registers.jurisdictions}
    sections = (
        *of_cases(Docket(cases), registers.laws, names),
        ratios(entries),
        *trends(entries, registers.laws, registers.jurisdictions.chain(place)[-1]),
        officials(entries),
        contradicting(ledger, place),
        published(entries),
    )
    seen = [entry.fact.checked_on for entry in entries] + [case.last_seen for case in cases]
    kept = tuple(replace(s, title=s.title[:1].upper() + s.title[1:]) for s in sections if s.rows)
    return Scorecard(place, max(seen, default=date.min), kept, CANNOT_KNOW, len(cases))
