"""Who may be named, case by case; the YAML file is the test."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from amanat.registers import Registers
from amanat.registers.naming import Case, Force, naming

REGISTERS = Registers()
CASES = yaml.safe_load((Path(__file__).parent / "naming_cases.yaml").read_text("utf-8"))
KNOWN = {ban.fact.id for ban in REGISTERS.laws.bans}


def case_of(row: dict[str, Any]) -> Case:
    person = dict(row["person"])
    for key in ("offences", "leave"):
        if key in person:
            person[key] = frozenset(person[key])
    return Case(REGISTERS.jurisdictions.chain(row["at"]), **person)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["case"][:70])
def test_a_case_is_answered_as_its_line_says(row: dict[str, Any]) -> None:
    answer = naming(case_of(row), REGISTERS.laws)
    by_force = {force: {b.ban.fact.id for b in answer.bindings if b.force is force} for force in Force}
    for key, force in (("binds", Force.BINDS), ("may", Force.MAY_BIND), ("lifted", Force.LIFTED)):
        assert set(row.get(key, ())) <= by_force[force], key
    assert not set(row.get("never", ())) & set().union(*by_force.values())
    if "strength" in row:
        assert answer.strength == row["strength"]
    if "allowed" in row:
        assert [case.fact.id for case in answer.allowed] == row["allowed"]


def test_the_cases_name_bans_that_exist_and_leave_none_out() -> None:
    named = {id_ for row in CASES for key in ("binds", "may", "lifted", "never") for id_ in row.get(key, ())}
    assert named <= KNOWN
    rest = KNOWN - named
    assert rest <= {
        "pk.peca.2016.s19A.d",
        "pk.peca.2016.s21.1.d",
        "in.bns.73",
        "in.pocso.23",
        "in.jj.74",
        "bd.nsnda.s14",
    }


PLACES = st.sampled_from(["PK", "PK-SD", "PK-KP", "PK-IS", "IN", "BD", "NP", "GB"])
PEOPLE = st.builds(
    Case,
    PLACES.map(REGISTERS.jurisdictions.chain),
    st.sampled_from(["victim", "family", "accused", "convicted", "witness", "missing", "other"]),
    age=st.none() | st.integers(0, 90),
    sex=st.sampled_from(["", "female", "male"]),
    offences=st.none() | st.frozensets(st.sampled_from(sorted(REGISTERS.laws.provisions)), max_size=3),
    stage=st.sampled_from(["", "allegation", "investigation", "charge", "proceedings", "trial", "after"]),
    medium=st.sampled_from(["", "print", "broadcast", "online"]),
)


@given(PEOPLE, st.frozensets(st.sampled_from(["victim", "guardian", "family", "court", "police"])))
def test_leave_never_makes_a_ban_appear_or_vanish(case: Case, leave: frozenset[str]) -> None:
    plain = {b.ban.fact.id for b in naming(case, REGISTERS.laws).bindings}
    asked = Case(case.jurisdictions, case.role, case.age, None, case.sex, case.offences, case.stage, case.medium, leave)
    assert {b.ban.fact.id for b in naming(asked, REGISTERS.laws).bindings} == plain


@given(PEOPLE)
def test_knowing_less_never_hides_a_ban(case: Case) -> None:
    whole = {b.ban.fact.id for b in naming(case, REGISTERS.laws).bindings}
    blank = Case(case.jurisdictions, case.role)
    assert whole <= {b.ban.fact.id for b in naming(blank, REGISTERS.laws).bindings}


@given(PEOPLE)
def test_every_answer_says_why_and_the_strongest_come_first(case: Case) -> None:
    found = naming(case, REGISTERS.laws).bindings
    assert all(b.why.endswith(".") for b in found)
    forces = [list(Force).index(b.force) for b in found]
    assert forces == sorted(forces)
