"""What laws and bodies are called: for a room that asks for names and for nothing else known of them.

The registers of laws and of help read everything they hold; for names alone that would take ten times as long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.packs import Packs
from amanat.registers.aliases import Named, Names
from amanat.registers.records import records, text_at, texts_at

_ON_CALL_SHEET = re.compile(r"\s*\([^()]*number on the call sheet[^()]*\)|\s*\(\d[^()]*\)")
_DIGITS = re.compile(r"\b\d{2,6}\b")


@dataclass(frozen=True, slots=True)
class Called:
    """The names of laws and of bodies that help."""

    laws: Names
    """Every title and alias."""
    bodies: Names
    """Names of several words: one alone (`Shelter`, `Police`) is also an ordinary word."""

    @classmethod
    def over(cls, packs: Packs) -> "Called":
        """Read them from the packs."""
        bodies = ((name, id_) for id_, name in body_names(packs) if " " in name.strip())
        return cls(Names.of(_titles(packs)), Names.of(bodies))

    def find(self, text: str) -> tuple[Named, ...]:
        """Find every such name in a text."""
        return (*self.laws.find(text), *self.bodies.find(text))


def _titles(packs: Packs) -> Iterator[tuple[str, str]]:
    for file in packs.of_kind("law"):
        for work in records(file.content, "works"):
            yield from ((name, text_at(work, "id")) for name in (text_at(work, "title"), *texts_at(work, "aliases")))


def body_names(packs: Packs) -> Iterator[tuple[str, str]]:
    """Yield id and name of each body that helps, without the digits that some carry in their name.

    A name is printed where a number may not be.
    """
    rows = [row for file in packs.of_kind("services") for row in records(file.content, "services")]
    numbers = {text_at(row, "phone") for row in rows}
    yield from ((str(row["id"]), _without(str(row["name"]), numbers)) for row in rows)


def _without(name: str, numbers: set[str]) -> str:
    plain = _DIGITS.sub(lambda found: "" if found[0] in numbers else found[0], _ON_CALL_SHEET.sub("", name))
    return re.sub(r"\s{2,}", " ", plain).strip()
