"""States named in a text: by name, by adjective, or by the capital that newspapers write for the state."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from amanat.core import Span
from amanat.packs import Packs
from amanat.registers.aliases import Words, Written
from amanat.registers.records import records, text_at, texts_at

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|from|near|of|outside|to|around|across|towards?|leaving|reached)\s+$", re.IGNORECASE
)
_JOINED = frozenset("-_")
"""What before a name makes it part of a longer word."""
_REACH = 10
_ACRONYM = 3
"""Letters up to which a word in capitals is no name in a headline."""


@dataclass(frozen=True, slots=True)
class Party:
    """A state where it is named."""

    id: str
    """ISO 3166-1 code."""
    span: Span
    known: bool
    """A pack of ours speaks about it."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Every name of every state."""

    ids: dict[str, tuple[str, bool, bool]] = field(repr=False)
    """Name to code, whether a pack speaks about it, and whether the name is that of a capital."""
    names: Written = field(repr=False)

    @classmethod
    def over(cls, packs: Packs) -> "Parties":
        """Read the names of states with and without a pack."""
        ids: dict[str, tuple[str, bool, bool]] = {}
        for file in packs.of_kind("parties"):
            for state in records(file.content, "states"):
                ids.update((name, (text_at(state, "id"), False, False)) for name in texts_at(state, "names"))
        for file in packs.of_kind("pack"):
            if file.content["level"] != "country":
                continue
            id_ = text_at(file.content, "id")
            names = (text_at(file.content, "name"), *texts_at(file.content, "names"))
            ids.update((name, (id_, True, False)) for name in (*names, *texts_at(file.content, "adjectives")))
            ids.update((name, (id_, True, True)) for name in texts_at(file.content, "capitals"))
        ids |= {name.upper(): known for name, known in ids.items() if len(name) > _ACRONYM and name.isascii()}
        return cls(ids, Written.of(ids))

    def find(self, words: Words, taken: Iterable[Span] = ()) -> tuple[Party, ...]:
        """Find every state named outside the places that are taken by names of laws and treaties.

        A capital counts as the state only where it cannot be the place: not after `in`, `from`, `near` …
        """
        text = words.text
        held = bytearray(len(text))
        for span in taken:
            held[span.start : span.end] = b"\1" * len(span)
        out = []
        for at, name in self.names.find_in(words):
            span = Span(at, at + len(name))
            if text[at - 1 : at] in _JOINED or any(held[span.start : span.end]):
                continue
            id_, known, capital = self.ids[name]
            if capital and _PLACE_BEFORE.search(text, max(0, span.start - _REACH), span.start):
                continue
            out.append(Party(id_, span, known))
        return tuple(out)
