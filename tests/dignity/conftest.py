"""What the tests of this room share: a scene of nobody, and documents read from words."""

from collections.abc import Callable

import pytest

from amanat.core import Document, Finding, Mention, Person, Protection, Role, Scene, Span
from amanat.dignity import ask
from amanat.read import read_bytes
from amanat.registers import Registers

AROUND = "\n\nThe desk reports on trafficking, kidnapping and abuse."
"""Another paragraph, so that a single sentence stands in a story of the field."""


@pytest.fixture
def nobody() -> Scene:
    return Scene((), (), (), ())


@pytest.fixture
def read() -> Callable[[str], Document]:
    return lambda text: read_bytes(text.encode())


@pytest.fixture
def remarks(nobody: Scene) -> Callable[..., list[Finding]]:
    """Ask the room about a text and keep what it says of places in it."""

    def asked(text: str, scene: Scene = nobody) -> list[Finding]:
        document = read_bytes((text + AROUND).encode())
        found = ask(document, scene, Registers()).findings
        return [f for f in found if f.span and f.span.end <= len(text)]

    return asked


@pytest.fixture
def someone() -> Callable[[Role, int, int], Scene]:
    """Make a scene of one person, mentioned once."""

    def made(role: Role, start: int, end: int) -> Scene:
        return Scene((), (Person("p1", role, Protection.EDITOR, None, (Mention(Span(start, end)),)),), (), ())

    return made
