"""Does a rule keep its own promises? Each carries the sentences it must mark and those it must pass."""

from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import Document, Scene
from amanat.dignity.pattern import compiled
from amanat.dignity.phrase import Phrase, phrase_of
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.scan import hits
from amanat.packs import File
from amanat.read import read_bytes
from amanat.registers import Registers

_AROUND = {"en": "\n\nThe desk reports on trafficking, kidnapping and abuse."}
_AROUND_ELSE = " یہ خبر اغوا اور جنسی استحصال کے بارے میں ہے۔"
"""A story of the field stands around a sentence, else rules that need one are silent."""
_NOBODY = Scene((), (), (), ())


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule did with its own examples."""

    code: str
    title: str
    missed: tuple[str, ...]
    """Wrong sentences it did not mark."""
    marked: tuple[str, ...]
    """Better or like sentences it should have passed."""
    sentences: int
    """How many were tried."""


def rules_of(file: File) -> Iterator[Phrase]:
    """Yield the rules of a file: the one it is, or a house style's own."""
    if file.kind == "phrase":
        yield phrase_of(file.content)
    own = file.content.get("own")
    for record in own if isinstance(own, list) else ():
        if isinstance(record, dict):
            yield phrase_of(record)


def trial(phrase: Phrase, registers: Registers) -> Trial:
    """Try a rule on its own sentences.

    Args:
        phrase: the rule.
        registers: names that keep their wording.
    """
    fine = (*phrase.better, *phrase.negative)
    return Trial(
        phrase.code,
        phrase.title,
        tuple(s for s in phrase.wrong if not _speaks(phrase, s, registers)),
        tuple(s for s in fine if _speaks(phrase, s, registers)),
        len(phrase.wrong) + len(fine),
    )


def _speaks(phrase: Phrase, sentence: str, registers: Registers) -> bool:
    if phrase.form == "missing":
        lacks = bool(compiled(phrase.trigger).search(sentence))
        return lacks and not compiled(phrase.satisfied_by).search(sentence)
    if not phrase.speaks:
        return sentence in phrase.wrong
    caption = phrase.form == "caption" and not sentence.startswith(("Photo", "!["))
    text = f"Photo: {sentence}" if caption else sentence
    around = _AROUND.get(phrase.lang, _AROUND_ELSE)
    return _heard(read_bytes((text + around).encode()), phrase, registers, len(text))


def _heard(document: Document, phrase: Phrase, registers: Registers, end: int) -> bool:
    return any(hit.span.end <= end for hit in hits(document, _NOBODY, Rulebook((phrase,)), registers))
