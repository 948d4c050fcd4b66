"""Sentences against the range of the law register, on the day the case was registered."""

from datetime import date

import pytest

from amanat.enforcement.report.punishment import punishment
from amanat.enforcement.report.sections import Section
from amanat.registers import Registers
from amanat.registers.ledger.cases import Case, Ending, Event, Step, Who

WOMEN = "PTPA 2018, section 3(2)"


def case(number: int, law: str, begun: date, months: int | None, fine: int | None = None) -> Case:
    end = date(begun.year + 1, 6, 1)
    events = (
        Event(begun, Step.FIR),
        Event(end, Step.JUDGMENT, outcome=Ending.CONVICTED),
        Event(end, Step.SENTENCE, Who.ACCUSED, "A1", months=months, amount=fine),
    )
    return Case(f"C{number}", "PK-PB", law, "sexual", "", "", events)


def asked(registers: Registers, *cases: Case) -> Section:
    return punishment(cases, registers.laws)


def test_shares_below_the_minimum_and_fines_alone(registers: Registers) -> None:
    begun = date(2019, 5, 1)
    cases = [case(1, WOMEN, begun, 12), case(2, WOMEN, begun, 0, 50_000), case(3, WOMEN, begun, 60)]
    section = asked(registers, *cases)
    assert section.rows == ((WOMEN, "2 to 10 years, or a fine", "3", "2", "1", "36 months"),)
    assert "statutory minimum of 24 months: 2 of 3" in section.says[0]
    assert section.sources


def test_the_range_is_that_of_the_day_of_registration(registers: Registers) -> None:
    before, after = case(1, WOMEN, date(2019, 5, 1), 0, 9), case(2, WOMEN, date(2023, 5, 1), 0, 9)
    section = asked(registers, before, after)
    assert {row[1] for row in section.rows} == {"2 to 10 years, or a fine", "2 to 10 years"}
    assert sorted("does not allow" in sentence for sentence in section.says) == [False, True]


def test_between_two_versions_the_milder_counts(registers: Registers) -> None:
    section = asked(registers, case(1, WOMEN, date(2021, 10, 1), 0, 9))
    assert section.rows[0][1] == "2 to 10 years, or a fine"


def test_without_a_section_the_mildest_range_of_the_act_counts(registers: Registers) -> None:
    (row,) = asked(registers, case(1, "PTPA 2018", date(2019, 5, 1), 1)).rows
    assert row[3] == "no minimum"


def test_a_length_nobody_knows_is_in_no_share(registers: Registers) -> None:
    (row,) = asked(registers, case(1, WOMEN, date(2019, 5, 1), None)).rows
    assert row[2:5] == ("0 (and 1 of unknown length)", "not known", "not known")


@pytest.mark.parametrize("law", ["an Act nobody has heard of", "", "PTPA 2018, section 99"])
def test_of_an_unknown_law_nothing_is_said(registers: Registers, law: str) -> None:
    assert asked(registers, case(1, law, date(2019, 5, 1), 12)).rows == ()


def test_before_the_law_held_nothing_is_said(registers: Registers) -> None:
    assert asked(registers, case(1, WOMEN, date(2012, 5, 1), 12)).rows == ()
