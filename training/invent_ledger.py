"""Invent the ledger of cases in examples/ledger/cases.csv: no case, court, person or date in it is real.

    python training/invent_ledger.py > examples/ledger/cases.csv

The rates are made up so that every measure has something to show: long waits, withdrawn cases, officials who come back.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from amanat.registers.ledger.cases import Docket, Ending, Event, Reason, Step, Who, gathered
from amanat.registers.ledger.figures import Ledger
from amanat.registers.ledger.leave import written

LOOKED = date(2024, 12, 31)
PROVINCES = {  # cases, share convicted of those decided, days to a decision
    "PK-PB": (110, 0.42, 520),
    "PK-SD": (60, 0.18, 900),
    "PK-KP": (40, 0.25, 700),
    "PK-BA": (18, 0.12, 1100),
    "PK-IS": (22, 0.35, 480),
}
FORMS = (
    ("PTPA 2018, section 3(2)", "sexual"), ("PTPA 2018, section 3(1)", "forced_labour"),
    ("PTPA 2018, section 3(2)", "begging"), ("BLSA 1992, section 11", "bonded_labour"),
    ("PTPA 2018, section 3(2)", "forced_marriage"), ("PSMA 2018, section 3", "smuggling"),
)  # fmt: skip
WHY = (Reason.VICTIM_WITHDREW, Reason.SETTLEMENT, Reason.NO_EVIDENCE, Reason.NOT_STATED)
PUT_OFF = (Reason.WITNESS_ABSENT, Reason.COUNSEL_ABSENT, Reason.ACCUSED_ABSENT, Reason.STRIKE, Reason.JUDGE_ABSENT)


def one(draw, begun, share, slow):
    """Return the events of one case until its end or the day the desk last looked."""
    events = [Event(begun - timedelta(draw.randrange(0, 25)), Step.REPORTED), Event(begun, Step.FIR)]
    for number in range(1, draw.choice((1, 1, 2, 3)) + 1):
        caught = begun + timedelta(draw.randrange(0, 40))
        events.append(Event(caught, Step.ARREST, Who.ACCUSED, f"A{number}"))
        asked = draw.random()
        step = Step.BAIL_GRANTED if asked < 0.62 else Step.BAIL_REFUSED
        if asked < 0.85:
            events.append(Event(caught + timedelta(draw.randrange(5, 60)), step, Who.ACCUSED, f"A{number}"))
    if draw.random() < 0.06:
        events.append(Event(begun + timedelta(draw.randrange(0, 30)), Step.CHARGE, Who.VICTIM, "V1"))
    charged = begun + timedelta(draw.randrange(30, 260))
    events.append(Event(charged, Step.CHARGE))
    end = begun + timedelta(int(draw.expovariate(1 / slow)) + 120)
    events += sittings(draw, charged, end)
    events += the_end(draw, max(end, charged + timedelta(20)), share)
    if draw.random() < 0.16:
        events += official(draw, begun)
    return events


def sittings(draw, charged, end):
    day, found = charged + timedelta(20), []
    while day < min(end, LOOKED):
        off = draw.random() < 0.55
        found.append(Event(day, Step.ADJOURNED if off else Step.HEARING, reason=draw.choice(PUT_OFF) if off else None))
        day += timedelta(draw.randrange(45, 120))
    return found


def the_end(draw, end, share):
    chance = draw.random()
    if chance < 0.17:
        return [Event(end, Step.WITHDRAWN, reason=draw.choice(WHY))]
    if chance > 0.17 + 0.83 * share:
        return [Event(end, Step.JUDGMENT, outcome=Ending.ACQUITTED)]
    found = [
        Event(end, Step.JUDGMENT, outcome=Ending.CONVICTED),
        Event(
            end,
            Step.SENTENCE,
            months=draw.choice((0, 6, 12, 24, 36, 60, 84, 120)),
            amount=draw.choice((None, 50_000, 200_000)),
        ),
    ]
    if draw.random() < 0.3:
        found.append(Event(end + timedelta(30), Step.APPEAL))
    if draw.random() < 0.35:
        ordered = draw.choice((50_000, 100_000, 300_000, 500_000))
        found.append(Event(end, Step.COMPENSATION_ORDERED, Who.VICTIM, "V1", amount=ordered))
        if draw.random() < 0.3:
            found.append(
                Event(
                    end + timedelta(200),
                    Step.COMPENSATION_PAID,
                    Who.VICTIM,
                    "V1",
                    amount=ordered // draw.choice((1, 2)),
                )
            )
    return found


def official(draw, begun):
    rank, day = draw.choice(("junior", "junior", "middle", "senior")), begun + timedelta(40)
    found = [Event(day, Step.COMPLAINT, Who.OFFICIAL, "O1", rank=rank)]
    for step, chance in ((Step.INQUIRY, 0.7), (Step.SUSPENDED, 0.7), (Step.CHARGE, 0.35)):
        if draw.random() > chance:
            break
        day += timedelta(draw.randrange(20, 120))
        found.append(Event(day, step, Who.OFFICIAL, "O1", rank=rank))
    if found[-1].step is Step.SUSPENDED and draw.random() < 0.6:
        found.append(Event(day + timedelta(180), Step.REINSTATED, Who.OFFICIAL, "O1", rank=rank))
    if found[-1].step is Step.CHARGE and draw.random() < 0.4:
        outcome = draw.choice((Ending.CONVICTED, Ending.ACQUITTED))
        found.append(Event(day + timedelta(400), Step.JUDGMENT, Who.OFFICIAL, "O1", outcome=outcome, rank=rank))
    return found


def main():
    draw, rows, number = random.Random(20241231), [], 0
    for province, (cases, share, slow) in PROVINCES.items():
        for _ in range(cases):
            number += 1
            law, form = draw.choice(FORMS)
            begun = date(2019, 1, 1) + timedelta(draw.randrange(0, 2000))
            agency = "Federal agency" if form == "smuggling" else "Provincial police"
            head = (f"D{number:04}", province, law, form, agency, f"Sessions court {draw.randrange(1, 4)}")
            events = [event for event in one(draw, begun, share, slow) if event.on <= LOOKED]
            ended = any(e.step in {Step.JUDGMENT, Step.WITHDRAWN} and e.who is Who.CASE for e in events)
            rows += [(head, event) for event in events]
            rows += [] if ended else [(head, Event(LOOKED, Step.STILL_OPEN))]
    sys.stdout.write(written("csv", Ledger(()), Docket(gathered(rows))).decode())


if __name__ == "__main__":
    main()
