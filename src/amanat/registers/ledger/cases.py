"""Single cases as dated events: what was reported, charged, adjourned, decided, paid, and what followed for officials.

A case carries a code of the desk's own, persons carry a letter and a number (`A1`, `V2`, `O1`), reasons come from a
fixed list: there is no column in which a name could hide.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amanat.registers.ledger.figures import Crime


class Step(StrEnum):
    """What happened on a day, in the order of the criminal process."""

    REPORTED = "reported"
    FIR = "fir"
    """The case was registered (section 154, Code of Criminal Procedure 1898)."""
    ARREST = "arrest"
    BAIL_GRANTED = "bail_granted"
    BAIL_REFUSED = "bail_refused"
    CHARGE = "charge"
    """The court framed the charge, or the report (challan) under section 173 went in."""
    HEARING = "hearing"
    ADJOURNED = "adjourned"
    JUDGMENT = "judgment"
    WITHDRAWN = "withdrawn"
    SENTENCE = "sentence"
    APPEAL = "appeal"
    COMPENSATION_ORDERED = "compensation_ordered"
    COMPENSATION_PAID = "compensation_paid"
    STILL_OPEN = "still_open"
    """Nothing has ended by this day: the day on which the desk last looked (right censoring)."""
    COMPLAINT = "complaint"
    """Against an official; so are the five below."""
    INQUIRY = "inquiry"
    SUSPENDED = "suspended"
    DISMISSED = "dismissed"
    REINSTATED = "reinstated"


class Who(StrEnum):
    """Whom an event happened to."""

    CASE = "case"
    ACCUSED = "accused"
    VICTIM = "victim"
    OFFICIAL = "official"


class Ending(StrEnum):
    """How a case ended."""

    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a case was withdrawn or adjourned."""

    VICTIM_WITHDREW = "victim_withdrew"
    SETTLEMENT = "settlement"
    WITNESS_ABSENT = "witness_absent"
    ACCUSED_ABSENT = "accused_absent"
    COUNSEL_ABSENT = "counsel_absent"
    JUDGE_ABSENT = "judge_absent"
    STRIKE = "strike"
    NO_EVIDENCE = "no_evidence"
    TRANSFERRED = "transferred"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on one day."""

    on: date
    step: Step
    who: Who = Who.CASE
    person: str = ""
    """Code of the person within the case, empty for the case as a whole."""
    outcome: Ending | None = None
    """Of a judgment."""
    reason: Reason | None = None
    """Of a withdrawal or an adjournment."""
    amount: int | None = None
    """Money ordered, paid or fined, in whole units of the country's currency; None when not known."""
    months: int | None = None
    """Imprisonment of a sentence; 0 is a sentence without prison."""
    rank: str = ""
    """Band of an official: `junior`, `middle`, `senior`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case with its events, oldest first."""

    id: str
    """A code of the desk's own; never an FIR number."""
    jurisdiction: str
    law: str
    """The Act, with its section where the desk knows it: `PTPA 2018, section 3(2)`."""
    exploitation: str
    """Form of exploitation; `smuggling` for a case of smuggling."""
    agency: str
    court: str
    events: tuple[Event, ...]

    @property
    def crime(self) -> Crime:
        """Trafficking (ICCS 0204) or smuggling (08051): the two are never added up."""
        return Crime.SMUGGLING if self.exploitation == "smuggling" else Crime.TRAFFICKING

    def first(self, *steps: Step) -> date | None:
        """Return the first day on which one of these happened."""
        return next((event.on for event in self.events if event.step in steps), None)

    def of(self, *steps: Step) -> tuple[Event, ...]:
        """Return every event of these kinds, oldest first."""
        return tuple(event for event in self.events if event.step in steps)

    @property
    def begun(self) -> date | None:
        """The day from which the case ran: registration, else the report."""
        return self.first(Step.FIR) or self.first(Step.REPORTED)

    @property
    def ended(self) -> tuple[date, Ending] | None:
        """First end of the case itself: a judgment or a withdrawal; None while it is open."""
        for event in self.of(Step.JUDGMENT, Step.WITHDRAWN):
            if event.who in {Who.CASE, Who.ACCUSED}:
                return event.on, event.outcome or Ending.WITHDRAWN
        return None

    @property
    def last_seen(self) -> date:
        """The youngest day the ledger knows of this case."""
        return self.events[-1].on

    @property
    def officials(self) -> tuple[str, ...]:
        """Codes of the officials involved."""
        return tuple(dict.fromkeys(e.person for e in self.events if e.who is Who.OFFICIAL))

    @property
    def victims_charged(self) -> int:
        """How many of its victims were themselves arrested or charged."""
        charged = {e.person for e in self.of(Step.ARREST, Step.CHARGE) if e.who is Who.VICTIM}
        return len(charged)


@dataclass(frozen=True, slots=True)
class Docket:
    """Every case a desk keeps."""

    cases: tuple[Case, ...]

    def within(self, jurisdiction: str = "", crime: Crime | None = None) -> "Docket":
        """Return the cases of a jurisdiction and the places inside it (`PK` holds `PK-PB`), of one crime or of both."""
        return Docket(
            tuple(
                case
                for case in self.cases
                if (not jurisdiction or f"{case.jurisdiction}-".startswith(f"{jurisdiction}-"))
                and (crime is None or case.crime is crime)
            )
        )


_BEFORE: dict[Step, tuple[Step, ...]] = {
    Step.FIR: (Step.REPORTED,),
    Step.CHARGE: (Step.FIR, Step.REPORTED),
    Step.HEARING: (Step.FIR,),
    Step.ADJOURNED: (Step.FIR,),
    Step.JUDGMENT: (Step.FIR, Step.CHARGE),
    Step.WITHDRAWN: (Step.REPORTED,),
    Step.SENTENCE: (Step.JUDGMENT,),
    Step.APPEAL: (Step.JUDGMENT,),
    Step.COMPENSATION_PAID: (Step.COMPENSATION_ORDERED,),
    Step.INQUIRY: (Step.COMPLAINT,),
    Step.REINSTATED: (Step.SUSPENDED,),
}
"""Steps that cannot come before others, where both are known."""


def out_of_order(case: Case) -> tuple[tuple[Event, Event], ...]:
    """Return pairs (event, what it came before but cannot): a judgment before the charge, for one."""
    pairs: list[tuple[Event, Event]] = []
    for later in case.events:
        for step in _BEFORE.get(later.step, ()):
            first = next((event for event in case.of(step) if _of_one(event, later)), None)
            if first is not None and later.on < first.on:
                pairs.append((later, first))
    return tuple(pairs)


def _of_one(one: Event, other: Event) -> bool:
    """Tell whether two events bear on the same person or on the case as a whole."""
    officials = {one.who is Who.OFFICIAL, other.who is Who.OFFICIAL}
    return len(officials) == 1 and (not one.person or not other.person or one.person == other.person)


def unfounded(case: Case) -> tuple[Event, ...]:
    """Return sentences without a conviction, and hearings or judgments after the case was withdrawn."""

    def bare(event: Event) -> bool:
        verdicts = (e for e in case.of(Step.JUDGMENT) if e.outcome is Ending.CONVICTED and e.on <= event.on)
        return event.step is Step.SENTENCE and not any(_of_one(verdict, event) for verdict in verdicts)

    def late(event: Event) -> bool:
        ends = (e for e in case.of(Step.WITHDRAWN) if e.on < event.on and e.person in {"", event.person})
        return event.step in {Step.HEARING, Step.ADJOURNED, Step.JUDGMENT} and any(True for _ in ends)

    return tuple(event for event in case.events if bare(event) or late(event))


def gathered(rows: Iterable[tuple[tuple[str, str, str, str, str, str], Event]]) -> tuple[Case, ...]:
    """Put rows of events together into cases, by id; events oldest first, in the order of the process on one day.

    Args:
        rows: (id, jurisdiction, law, exploitation, agency, court) with the event; unsorted is fine.
    """
    order = {step: number for number, step in enumerate(Step)}
    heads: dict[str, tuple[str, str, str, str, str, str]] = {}
    events: dict[str, list[Event]] = {}
    for head, event in rows:
        heads.setdefault(head[0], head)
        events.setdefault(head[0], []).append(event)
    return tuple(
        Case(*heads[id_], tuple(sorted(events[id_], key=lambda e: (e.on, order[e.step], e.person))))
        for id_ in sorted(heads)
    )
