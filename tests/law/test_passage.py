"""What a sentence knows of the story around it."""

from amanat.core import Scene
from amanat.law.passage import passages
from amanat.read import read_bytes
from amanat.registers import Registers


def test_years_inside_names_of_laws_are_no_years_of_the_sentence(registers: Registers) -> None:
    text = "The Modern Slavery Act 2015 was praised in March 2020, 1,200 times, on 2019-05-01."
    (passage,) = passages(read_bytes(text.encode()), Scene(("GB",), (), (), ()), registers)
    assert [(y.value, y.month) for y in passage.years] == [(2020, 3)]


def test_the_country_is_the_one_named_before_else_the_story_s_own(registers: Registers) -> None:
    text = "The country waits. Nepal acted. It moved. Iran did not. It waits."
    found = passages(read_bytes(text.encode()), Scene(("PK-KP", "PK"), (), (), ()), registers)
    assert [p.party for p in found] == ["PK", "PK", "NP", "NP", "NP"]


def test_without_a_scene_the_most_named_state_is_home(registers: Registers) -> None:
    text = "Nepal and India met. Nepal agreed."
    (first, _) = passages(read_bytes(text.encode()), Scene((), (), (), ()), registers)
    assert (first.ground.country, first.ground.home) == ("NP", ("NP",))


def test_the_act_is_forgotten_after_some_sentences(registers: Registers) -> None:
    text = "The PTPA was passed. One. Two. Three. Four."
    found = passages(read_bytes(text.encode()), Scene(("PK",), (), (), ()), registers)
    assert [p.work for p in found] == ["", "pk.ptpa.2018", "pk.ptpa.2018", "pk.ptpa.2018", ""]
