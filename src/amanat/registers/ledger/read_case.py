"""A row as one event of a case."""

import re
from collections.abc import Iterator
from datetime import date

from amanat.core import DataError
from amanat.registers.ledger.cases import Ending, Event, Reason, Step, Who
from amanat.registers.ledger.rows import Row

CASE_COLUMNS = ("case", "jurisdiction", "law", "exploitation", "date", "event")
"""Columns a table of cases must have; `agency court who person rank outcome reason amount months` may follow."""

Head = tuple[str, str, str, str, str, str]
"""Id, jurisdiction, law, exploitation, agency, court: the same in every row of a case."""

_PLACE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_ID = re.compile(r"[A-Za-z]{1,8}-?\d{1,6}")
_PERSON = re.compile(r"[AVO]\d{1,3}")
_LETTERS = {Who.ACCUSED: "A", Who.VICTIM: "V", Who.OFFICIAL: "O"}
_RANKS = frozenset({"", "junior", "middle", "senior"})
_OF_OFFICIALS = frozenset({Step.COMPLAINT, Step.INQUIRY, Step.SUSPENDED, Step.DISMISSED, Step.REINSTATED})


def event_of(row: Row, today: date) -> tuple[Head, Event] | None:
    """Return the event of a row with the head of its case, None when something is wrong (the row holds its faults)."""
    head = (
        row.text("case"),
        row.text("jurisdiction"),
        row.text("law"),
        row.text("exploitation").lower().replace(" ", "_"),
        row.text("agency", needed=False),
        row.text("court", needed=False),
    )
    on, step = row.day("date"), row.known_word("event", Step)
    who = row.known_word("who", Who, needed=False) or (Who.OFFICIAL if step in _OF_OFFICIALS else Who.CASE)
    person, rank = row.text("person", needed=False), row.text("rank", needed=False).lower()
    outcome, reason = row.known_word("outcome", Ending, needed=False), row.known_word("reason", Reason, needed=False)
    amount, months = row.count("amount"), row.count("months")
    row.faults += [*_head_faults(row.number, head), *_person_faults(row.number, who, person, rank)]
    row.faults += _event_faults(row.number, step, who, outcome)
    if on and on > today:
        row.faults.append(DataError("F008", f"row {row.number}: the date lies in the future"))
    if row.faults or on is None or step is None:
        return None
    return head, Event(on, step, who, person, outcome, reason, amount, months, rank)


def _head_faults(number: int, head: Head) -> Iterator[DataError]:
    if head[0] and not _ID.fullmatch(head[0]):
        yield DataError("F012", f"row {number}: case is a code of your own, as C0012; an FIR number points at people")
    if head[1] and not _PLACE.fullmatch(head[1]):
        yield DataError("F006", f"row {number}: jurisdiction is an ISO 3166 code, as PK or PK-PB")


def _person_faults(number: int, who: Who, person: str, rank: str) -> Iterator[DataError]:
    if person and (who is Who.CASE or not _PERSON.fullmatch(person) or person[0] != _LETTERS.get(who)):
        yield DataError("F012", f"row {number}: person is A1 for an accused, V1 for a victim, O1 for an official")
    if rank not in _RANKS:
        yield DataError("F006", f"row {number}: rank is junior, middle or senior")


def _event_faults(number: int, step: Step | None, who: Who, outcome: Ending | None) -> Iterator[DataError]:
    if step is Step.JUDGMENT and outcome is None:
        yield DataError("F003", f"row {number}: outcome is empty and must be given for a judgment")
    if step in _OF_OFFICIALS and who is not Who.OFFICIAL:
        yield DataError("F006", f"row {number}: who must be official for this event")
