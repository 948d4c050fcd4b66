"""Names that keep their own wording: titles of laws from the register, names of bodies from the aid directory.

The Bonded Labour System (Abolition) Act is called what it is called, and so is a body that carries an old word in
its name. Both come from the packs, so a law added there needs no exception here.
"""

import re
from dataclasses import dataclass, field

from amanat.core import Scene, Span
from amanat.registers import Registers

_CAPITAL = re.compile(r"[A-Z\u0600-\u06ff]")
"""Without a capital letter words are no name; Arabic script has none, so all of it may be."""


@dataclass(frozen=True)
class Proper:
    """Says whether words stand inside a proper name."""

    text: str
    registers: Registers
    institutions: tuple[Span, ...] = ()
    """Bodies that `people` has seen in the text."""
    _known: dict[Span, tuple[Span, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, scene: Scene, registers: Registers) -> "Proper":
        """Look at a text; names are searched sentence by sentence, as they are asked for."""
        return cls(text, registers, tuple(sorted(scene.institutions)))

    def covers(self, span: Span, sentence: Span) -> bool:
        """Tell whether a stretch of a sentence lies wholly inside the name of a law or of a body."""
        if not _CAPITAL.search(self.text, span.start, span.end):
            return False
        if any(name.covers(span) for name in self.institutions if name.overlaps(sentence)):
            return True
        if sentence not in self._known:
            words = self.text[sentence.start : sentence.end]
            found = self.registers.called.find(words)
            self._known[sentence] = tuple(named.span.shift(sentence.start) for named in found)
        return any(name.covers(span) for name in self._known[sentence])
