"""One set of registers for the tests of this room, and a short way to ask it."""

from collections.abc import Callable

import pytest

from amanat import law
from amanat.core import Answer, Scene
from amanat.law.statement import Statement
from amanat.packs import File
from amanat.read import read_bytes
from amanat.registers import Registers


@pytest.fixture(scope="session")
def registers() -> Registers:
    return Registers()


def _scene(registers: Registers, at: str) -> Scene:
    return Scene(registers.jurisdictions.chain(at) if at else (), (), (), ())


@pytest.fixture(scope="session")
def said(registers: Registers) -> Callable[..., tuple[Statement, ...]]:
    def ask(text: str, at: str = "") -> tuple[Statement, ...]:
        return law.statements(read_bytes(text.encode()), _scene(registers, at), registers)

    return ask


@pytest.fixture(scope="session")
def answered(registers: Registers) -> Callable[..., Answer]:
    def ask(text: str, at: str = "") -> Answer:
        return law.ask(read_bytes(text.encode()), _scene(registers, at), registers)

    return ask


@pytest.fixture(scope="session")
def answered_with_all() -> Callable[..., Answer]:
    """Ask with every rule that a house style can turn on."""
    style = File("test.yaml", "house", "", {"kind": "house", "name": "Test", "on": ["L009"]})
    known = Registers(house=(style,))

    def ask(text: str, at: str = "") -> Answer:
        return law.ask(read_bytes(text.encode()), _scene(known, at), known)

    return ask
