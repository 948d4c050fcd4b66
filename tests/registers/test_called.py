"""What laws and bodies are called, read without the registers that know more of them."""

from amanat.registers import shipped
from amanat.registers.aliases import Names

REGISTERS = shipped()


def test_every_title_and_alias_of_a_law_is_found_as_the_register_finds_it() -> None:
    for work in REGISTERS.laws.works.values():
        for name in (work.title, *work.aliases):
            assert REGISTERS.called.laws.find(name) == REGISTERS.laws.mentions(name), name


def test_bodies_are_called_what_the_directory_calls_them() -> None:
    several = Names.of((body.name, body.id) for body in REGISTERS.providers if " " in body.name)
    assert REGISTERS.called.bodies == several
    assert len(several.entries) > len(list(REGISTERS.providers)) / 2


def test_one_word_is_no_name_of_a_body() -> None:
    assert not REGISTERS.called.bodies.find("Shelter and Police came.")
