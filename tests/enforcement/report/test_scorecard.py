"""The report before it is drawn: the same cases followed, published figures side by side, and nothing made up."""

from datetime import date
from pathlib import Path

import pytest

from amanat.core import Confidence, Fact, Source
from amanat.enforcement.report.scorecard import Scorecard, scorecard
from amanat.enforcement.report.sections import Bars, Curves, Funnel, Section, Years
from amanat.registers import Registers
from amanat.registers.ledger import Crime, Entry, Ledger
from amanat.registers.ledger.cases import Docket, Ending, Event, Step, Who, gathered
from amanat.registers.ledger.intake import take_in

DEMO = Path(__file__).resolve().parents[3] / "examples" / "ledger" / "cases.csv"


@pytest.fixture(scope="module")
def docket() -> Docket:
    return take_in(DEMO).whole().docket


@pytest.fixture(scope="module")
def card(docket: Docket, registers: Registers) -> Scorecard:
    return scorecard("PK", registers.ledger, docket, registers)


def of(card: Scorecard, words: str) -> Section:
    return next(section for section in card.sections if words in section.title)


def entry(stage: str, count: int | None, cohort: str = "") -> Entry:
    source = Source("A handout", "https://example.org/a")
    fact = Fact(f"own.{stage}", f"{stage} {count}", Confidence.SINGLE_SOURCE, (source,), date(2024, 5, 1))
    days = (date(2023, 1, 1), date(2023, 12, 31))
    return Entry(fact, "XA", "", *days, stage, count, "persons", "Act 2018", "any", "", cohort)


def test_every_plot_stands_beside_a_table_and_is_told_in_words(card: Scorecard) -> None:
    drawn = [section for section in card.sections if section.plot]
    assert {type(section.plot) for section in drawn} == {Bars, Curves, Funnel, Years}
    for section in drawn:
        assert section.rows
        assert section.about
        assert all(len(row) == len(section.heading) for row in section.rows)


def test_cases_are_followed_and_never_grow(card: Scorecard, docket: Docket) -> None:
    for crime, name in ((Crime.TRAFFICKING, "Trafficking"), (Crime.SMUGGLING, "Smuggling of migrants")):
        cases = docket.within(crime=crime).cases
        reached = [int(row[1]) for row in of(card, f"{name}: the same cases, from registration").rows]
        convicted = [c for c in cases if c.ended and c.ended[1] is Ending.CONVICTED]
        assert reached == sorted(reached, reverse=True)
        assert (reached[0], reached[-1]) == (len(cases), len(convicted))


def test_trafficking_and_smuggling_are_never_added_up(card: Scorecard, docket: Docket) -> None:
    counted = {row[1] for section in card.sections if ": " in section.title for row in section.rows[:1]}
    assert "250" not in counted
    assert len(docket.within(crime=Crime.TRAFFICKING).cases) + len(docket.within(crime=Crime.SMUGGLING).cases) == 250


def test_shares_over_time_add_up(card: Scorecard) -> None:
    curves = of(card, "how long").plot
    assert isinstance(curves, Curves)
    for shares in zip(*(values for _, values in curves.shares), strict=True):
        assert sum(shares) == pytest.approx(1)


def test_published_stages_are_never_made_a_rate(card: Scorecard) -> None:
    section = of(card, "per 100")
    assert any("139" in row for row in section.rows)
    assert all("not the same cases" in sentence for sentence in section.says)
    assert not [sentence for sentence in section.says if "%" in sentence]


def test_a_followed_cohort_may_be_a_share(registers: Registers) -> None:
    ledger = Ledger((entry("arrested", 40, "c"), entry("convicted", 10, "c")))
    (sentence,) = of(scorecard("XA", ledger, Docket(()), registers), "per 100").says
    assert "25.0 %" in sentence


def test_unknown_is_shown_as_unknown_and_not_divided(registers: Registers) -> None:
    card = scorecard("XA", Ledger((entry("arrested", None), entry("convicted", 0))), Docket(()), registers)
    assert [row[1] for row in of(card, "published").rows] == ["not known", "0"]
    assert not [section for section in card.sections if "per 100" in section.title]


def test_few_officials_make_no_chain(registers: Registers) -> None:
    events = [Event(date(2023, 1, n), Step.COMPLAINT, Who.OFFICIAL, f"O{n}") for n in (1, 2)]
    cases = gathered((("C1", "XA", "Act 2018", "sexual", "", ""), event) for event in events)
    card = scorecard("XA", Ledger(()), Docket(cases), registers)
    assert not [section for section in card.sections if "officials" in section.title]


def test_only_cases_of_the_place(docket: Docket, registers: Registers) -> None:
    card = scorecard("PK-SD", Ledger(()), docket, registers)
    assert card.cases == 60
    assert not [section for section in card.sections if "places compared" in section.title]


def test_of_an_unknown_place_nothing_is_said(registers: Registers) -> None:
    assert scorecard("XX", Ledger(()), Docket(()), registers).sections == ()


def test_what_cannot_be_known_is_always_said(card: Scorecard) -> None:
    assert len(card.cannot_know) >= 4
