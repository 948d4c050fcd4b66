"""The proof pass: an edition is read as a new story, and must give nobody away.

This is the only place where an Edition becomes a Document again.
"""

from amanat import identity, people
from amanat.core import Edition, Mask
from amanat.read import read_bytes
from amanat.registers import Registers


def left(
    edition: Edition, registers: Registers, jurisdiction: str, settled: frozenset[str] = frozenset()
) -> tuple[Mask, ...]:
    """Read an edition as a new story and return what would still have to be hidden in it.

    Only the identity room is asked: the others hide nothing. Lists, rules and cue words read the text anew. The nets do
    not: what they can see in it they saw in the original, which tells more, and there it was decided
    (docs/decisions/0017). Settled words, in small letters, stay.

    Raises:
        ReadError: the edition cannot be read again; it then cannot leave either.
    """
    if not edition.text.strip("\ufeff \t\r\n"):
        return ()
    again = read_bytes(edition.text.encode("utf-8"), "edition.txt", "utf-8")
    masks = identity.ask(again, people.look(again, registers, jurisdiction, nets=False), registers).masks
    return tuple(mask for mask in masks if again.at(mask.span).casefold() not in settled)
