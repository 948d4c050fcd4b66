"""Laws that are told by matter, year and owner."""

from collections.abc import Callable

import pytest

from amanat.core import Scene
from amanat.law.passage import passages
from amanat.law.statement import Statement
from amanat.read import read_bytes
from amanat.registers import Registers


def works(text: str, registers: Registers, at: str = "") -> list[tuple[str, ...]]:
    scene = Scene(registers.jurisdictions.chain(at) if at else (), (), (), ())
    return [c.works for p in passages(read_bytes(text.encode()), scene, registers) for c in p.cited if c.described]


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("Pakistan's trafficking act of 2018 is short.", "", [("pk.ptpa.2018",)]),
        ("The human trafficking law of 2012 is known in Bangladesh.", "", [("bd.pshta.2012",)]),
        ("He was tried under the 2018 law against human trafficking.", "PK", [("pk.ptpa.2018",)]),
        ("India's 1976 bonded labour act freed them.", "PK", [("in.blsaa.1976",)]),
        ("Pakistan's trafficking act of 2016 is short.", "", []),
        ("Under Sindh's child marriage law she was fifteen.", "PK", [("pk-sd.cmra.2013",)]),
        ("Brazil's trafficking act is short.", "PK", []),
        ("Under Brazil's trafficking act she was free.", "PK", []),
        ("The law enforcement agencies fight trafficking.", "PK", []),
        ("The drug law is strict.", "PK", []),
    ],
)
def test_a_law_is_found_by_its_matter(text: str, at: str, found: list[tuple[str, ...]], registers: Registers) -> None:
    assert works(text, registers, at) == found


def test_a_section_of_it_is_looked_up(said: Callable[..., tuple[Statement, ...]]) -> None:
    (statement,) = [s for s in said("Section 8 of Pakistan's trafficking act gives it to the police.") if s.fact]
    assert statement.fact
    assert statement.fact.id == "pk.ptpa.2018.s8"


def test_the_year_of_another_law_is_not_taken_for_this_one(said: Callable[..., tuple[Statement, ...]]) -> None:
    text = (
        "Parliament scrapped the Prevention and Control of Human Trafficking Ordinance when it enacted the"
        " trafficking law of 2018."
    )
    assert "contradicted" not in {s.verdict.value for s in said(text, "PK")}


def test_a_title_that_is_nearly_right_is_imprecise(said: Callable[..., tuple[Statement, ...]]) -> None:
    text = "The Prevention of Trafficking in Persons Ordinance, 2018, was passed without a debate."
    assert [(s.topic, s.verdict.value) for s in said(text, "PK")] == [("title", "imprecise")]
