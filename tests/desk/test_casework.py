"""Consent, hand-overs and what is due in a case, whatever is done in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.aid.asked import NOTHING
from amanat.aid.referral.consent import Consent, Giver
from amanat.aid.referral.fields import ALL, TOLD
from amanat.aid.referral.states import NEXT, State
from amanat.core import AmanatError
from amanat.desk.casework import HERE, CaseFile, answered, due, match, matched, moved, packed, with_consent, withdrawn
from amanat.registers import shipped
from amanat.store.htcds import standard

DAY = date(2026, 11, 24)
BODY = "pk-050"
CASE = CaseFile(
    id="c", version=1, expires=int(datetime(2027, 11, 24, tzinfo=UTC).timestamp()), call_name="River", country="PK",
    asks="legal advice, Karachi", fields={"own_Age": "30"}, identity={"prs_FirstName": "Invented"},
    accused=frozenset(), agreed=frozenset(), consents=(), referrals=(),
)  # fmt: skip


def consent(recipient: str = BODY, days: int = 90, giver: Giver = Giver.PERSON) -> Consent:
    fields = frozenset({"prs_FirstName"})
    return Consent(recipient, fields, "legal_advice", DAY, DAY + timedelta(days), giver, "worker", "ur")


def test_a_consent_opens_a_hand_over_and_its_end_closes_it() -> None:
    case = with_consent(CASE, consent(), 18)
    assert [r.state for r in case.referrals] == [State.CONSENTED]
    packet = packed(case, case.referrals[0].reference, DAY, shipped())
    assert dict(packet.fields) == {"prs_FirstName": "Invented"}
    gone = withdrawn(case, 0, DAY)
    assert [r.state for r in gone.referrals] == [State.REVOKED]
    with pytest.raises(AmanatError, match="H015"):
        packed(gone, gone.referrals[0].reference, DAY, shipped())


def test_a_child_cannot_agree_alone_and_nobody_to_nothing() -> None:
    child = replace(CASE, fields={"own_Age": "13"})
    with pytest.raises(AmanatError, match="W021"):
        with_consent(child, consent(), 18)
    assert with_consent(child, consent(giver=Giver.GUARDIAN), 18).consents
    with pytest.raises(AmanatError, match="W022"):
        with_consent(CASE, replace(consent(), fields=frozenset()), 18)


@given(st.lists(st.sampled_from(State), max_size=8))
def test_no_order_of_steps_leads_where_no_step_leads(steps: list[State]) -> None:
    case = with_consent(CASE, consent(), 18)
    for to in steps:
        reference, before = case.referrals[0].reference, case.referrals[0].state
        if to in NEXT[before]:
            case = moved(case, reference, to, DAY)
            assert case.referrals[0].state is to
        else:
            with pytest.raises(AmanatError, match="H015"):
                moved(case, reference, to, DAY)
    assert State.SENT not in case.referrals[0].may_become, "what is sent is sent as a sealed file"


@pytest.mark.parametrize(("days", "told"), [(2, []), (3, ["ask"]), (9, ["ask"]), (10, ["give_up"])])
def test_somebody_is_told_to_ask_and_then_to_ask_another(days: int, told: list[str]) -> None:
    case = with_consent(CASE, consent(), 18)
    sent = moved(case, case.referrals[0].reference, State.SENT, DAY)
    assert [d.what for d in due(sent, DAY + timedelta(days))] == told


def test_consents_and_cases_that_end_are_told_and_newer_consents_are_enough() -> None:
    kept = replace(CASE, consents=(consent(HERE, days=10),))
    assert [d.what for d in due(kept, DAY)] == ["consent"]
    assert list(due(replace(kept, consents=(*kept.consents, consent(HERE, days=300))), DAY)) == []
    old = replace(CASE, expires=int(datetime(2026, 12, 1, tzinfo=UTC).timestamp()))
    assert [d.what for d in due(old, DAY)] == ["shredded"]


def test_what_the_desk_asks_for_is_of_the_standard() -> None:
    known = standard.fields()
    for field in TOLD:
        assert field.name in known
        assert set(field.choices) == known[field.name].choices
    assert {f.name for f in ALL} - {f.name for f in TOLD} == {"own_Age"}


def test_the_accused_are_left_out_and_what_is_not_understood_is_told() -> None:
    reasons = {why for _, why in matched(replace(CASE, accused=frozenset({"police"})), shipped(), "en").left}
    assert "Its own officials are accused." in reasons
    nothing = matched(replace(CASE, asks="xalumira"), shipped(), "en")
    assert nothing.services == ()
    assert "H01" in nothing.refused
    assert match("legal advice, Karachi", shipped(), "ur", NOTHING).left


def test_what_is_no_answer_of_this_case_is_refused() -> None:
    with pytest.raises(AmanatError, match="H028"):
        answered(CASE, b"x", "", DAY)
    for act in (lambda: moved(CASE, "none", State.CLOSED, DAY), lambda: packed(CASE, "none", DAY, shipped())):
        with pytest.raises(AmanatError, match="W023"):
            act()
