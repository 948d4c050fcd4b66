"""A hand-over: nothing without consent, nothing more than agreed, nobody unsafe, no end in silence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.aid.referral.consent import Consent, Giver, adult_age, sufficient
from amanat.aid.referral.least import NEEDED_FOR
from amanat.aid.referral.packet import SMALLEST, Case, counts, packet
from amanat.aid.referral.states import GIVE_UP, NEXT, REMIND, State, Step, reminder, step
from amanat.core import DataError
from amanat.registers import shipped
from amanat.store.htcds.standard import fields

DAY = date(2026, 11, 24)
FIELDS = {"prs_FirstName": "Invented", "prs_Gender": "F", "cco_CaseComment": "long story", "prs_MobilePhone": ""}
GIVEN = Consent(
    "pk-050",
    frozenset({"prs_FirstName", "prs_MobilePhone"}),
    "legal_advice",
    DAY - timedelta(3),
    DAY + timedelta(30),
    Giver.PERSON,
    "A. Worker",
    "ur",
)
CASE = Case("5f3a", "PK", 30, (GIVEN,), fields=FIELDS)


def refused(case: Case, recipient: str = "pk-050", on: date = DAY) -> str:
    with pytest.raises(DataError) as error:
        packet(case, recipient, on, shipped())
    assert "Invented" not in error.value.message
    return error.value.code


def test_only_what_was_agreed_to_and_is_there_leaves() -> None:
    made = packet(CASE, "pk-050", DAY, shipped())
    assert dict(made.fields) == {"prs_FirstName": "Invented"}
    assert (made.purpose, made.until) == ("legal_advice", GIVEN.until)
    assert "Invented" not in repr(made)
    assert "Invented" not in repr(CASE)


@pytest.mark.parametrize(
    "change",
    [
        {"recipient": "pk-054"},
        {"until": DAY - timedelta(1)},
        {"given_on": DAY + timedelta(1)},
        {"withdrawn_on": DAY},
        {"giver_accused": True},
    ],
)
def test_no_consent_no_packet(change: dict[str, object]) -> None:
    assert refused(replace(CASE, consents=(replace(GIVEN, **change),))) == "H016"  # type: ignore[arg-type]
    assert refused(replace(CASE, consents=())) == "H016"


def test_a_consent_that_ends_midway_ends_the_hand_over() -> None:
    packet(CASE, "pk-050", GIVEN.until, shipped())
    assert refused(CASE, on=GIVEN.until + timedelta(1)) == "H016"


def test_a_child_does_not_consent_alone() -> None:
    assert refused(replace(CASE, age=17)) == "H016"
    guardian = replace(GIVEN, given_by=Giver.GUARDIAN)
    assert packet(replace(CASE, age=17, consents=(guardian,)), "pk-050", DAY, shipped())
    assert not sufficient(replace(guardian, giver_accused=True), 17)


def test_nobody_consents_in_the_place_of_a_grown_person_but_a_court() -> None:
    guardian = replace(GIVEN, given_by=Giver.GUARDIAN)
    assert refused(replace(CASE, consents=(guardian,))) == "H016"
    assert sufficient(replace(GIVEN, given_by=Giver.AUTHORITY), 30)
    assert sufficient(guardian, None), "of an unknown age, who asks a guardian takes them for a child"


@pytest.mark.parametrize("country", ["PK", "IN", "BD", "NP", "GB"])
def test_nobody_under_eighteen_consents_alone_whatever_a_law_allows(country: str) -> None:
    grown = adult_age(shipped(), country)
    assert grown >= 18
    assert not sufficient(GIVEN, 17, grown)
    assert sufficient(GIVEN, grown, grown)


def test_what_is_agreed_to_and_not_needed_stays_in_the_house() -> None:
    agreed = frozenset({"prs_FirstName", "prs_IdentityNumber", "cco_CaseComment"})
    case = replace(CASE, consents=(replace(GIVEN, fields=agreed),), fields=dict.fromkeys(agreed, "x"))
    assert set(packet(case, "pk-050", DAY, shipped()).fields) == {"prs_FirstName"}
    court = replace(case, consents=(replace(GIVEN, fields=agreed, purpose="representation"),))
    assert set(packet(court, "pk-050", DAY, shipped()).fields) == {"prs_FirstName", "prs_IdentityNumber"}


def test_the_least_is_said_in_words_of_the_standard_and_of_ours() -> None:
    assert NEEDED_FOR.keys() <= fields().keys()
    assert set().union(*NEEDED_FOR.values()) <= shipped().providers.need_names.keys()


def test_bodies_of_the_accused_ended_and_foreign_ones_are_refused_whatever_was_agreed() -> None:
    for recipient, accused in (("pk-001", {"police"}), ("pk-105", set[str]()), ("in-002", set[str]()), ("xx", set())):
        case = replace(CASE, consents=(replace(GIVEN, recipient=recipient),), accused=frozenset(accused))
        assert refused(case, recipient) == "H017"


def test_an_empty_packet_is_no_packet() -> None:
    assert refused(replace(CASE, fields={"prs_MobilePhone": ""})) == "H018"


@given(st.lists(st.sampled_from(sorted(State)), max_size=8))
def test_no_road_leads_back_to_a_state_without_consent(road: list[State]) -> None:
    taken: tuple[Step, ...] = ()
    for n, state in enumerate(road):
        try:
            taken = step(taken, state, DAY + timedelta(n))
        except DataError:
            continue
    states = [one.state for one in taken]
    if State.SENT in states:
        assert State.CONSENTED in states[: states.index(State.SENT)]
    if State.REVOKED in states:
        assert set(states[states.index(State.REVOKED) + 1 :]) <= {State.CLOSED}


def test_every_state_but_the_last_leads_on() -> None:
    assert [state for state in State if not NEXT[state]] == [State.CLOSED]


def test_reminders() -> None:
    sent = (Step(State.SENT, DAY),)
    assert reminder(sent, DAY) == ""
    assert reminder(sent, DAY + REMIND) == "ask"
    assert reminder(sent, DAY + GIVE_UP) == "give_up"
    assert reminder((Step(State.ACCEPTED, DAY),), DAY + GIVE_UP) == ""


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=60))
def test_no_small_cell_is_told_and_none_can_be_worked_out(values: list[str]) -> None:
    told = counts([{"place": value} for value in values], ["place"])
    assert all(n is None or n >= SMALLEST for n in told.values())
    assert len(told) < 2 or list(told.values()).count(None) != 1
