"""Requests of five countries, with what must be named and what must not: every safety rule, and 95 % of the rest."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from amanat.aid.asked import Known, asked
from amanat.aid.chosen import services
from amanat.registers import Registers
from amanat.registers.matching import Consent

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))["cases"]
REGISTERS = Registers()


def known(case: dict[str, Any]) -> Known:
    consents = frozenset({Consent(case["consent"])}) if "consent" in case else frozenset[Consent]()
    return Known(accused=frozenset({case["accused"]} if "accused" in case else ()), consents=consents)


@cache
def answered(number: int) -> tuple[frozenset[str], frozenset[str]]:
    """What is named, and everything that would be, were there room."""
    case = CASES[number]
    query = asked(case["ask"], REGISTERS, known(case)).query
    named = frozenset(service.id for service in services(REGISTERS, query))
    return named, named | {match.provider.id for match in REGISTERS.providers.match(query)}


def test_there_are_enough_of_five_countries() -> None:
    ids = {id_ for case in CASES for id_ in (*case.get("in", ()), *case.get("out", ()))}
    assert len(CASES) >= 200
    assert {id_[:2] for id_ in ids} == {"pk", "in", "bd", "np", "gb"}
    assert ids <= REGISTERS.providers.by_id.keys()
    assert sum(bool(case.get("safety")) for case in CASES) >= 80
    assert all(case["why"] for case in CASES)


@pytest.mark.parametrize("number", [n for n, case in enumerate(CASES) if case.get("safety")])
def test_safety_is_never_traded(number: int) -> None:
    _, possible = answered(number)
    assert not possible & set(CASES[number].get("out", ())), CASES[number]


def test_the_rest_is_right_nineteen_times_in_twenty() -> None:
    wrong = []
    for number, case in enumerate(CASES):
        named, possible = answered(number)
        if not set(case.get("in", ())) <= named or possible & set(case.get("out", ())):
            wrong.append((case["ask"], sorted(named)))
    assert len(wrong) <= 0.05 * len(CASES), wrong


def test_every_request_gets_an_answer_that_is_safe() -> None:
    for number in range(len(CASES)):
        named, _ = answered(number)
        assert named
        assert all(REGISTERS.providers.by_id[id_].active for id_ in named)
