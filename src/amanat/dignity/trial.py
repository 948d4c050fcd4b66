"""Does a rule keep its own promises? Each carries the sentences it must mark and those it must pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from amanat.core import Document, PackError, Scene
from amanat.dignity import reader
from amanat.dignity.field import Field
from amanat.dignity.pattern import compiled
from amanat.dignity.phrase import FOLDER, FRAME, Phrase, phrase_of
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.scan import hits
from amanat.packs import File, house_folder
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
    """Yield the rules of a file: the one it is, or a house style's own.

    Raises:
        PackError: K009, another file's rule has this code.
    """
    if file.kind == "phrase":
        yield _untaken(phrase_of(file.content), file, "code")
    own = file.content.get("own")
    for number, record in enumerate(own if isinstance(own, list) else ()):
        if isinstance(record, dict):
            yield _untaken(phrase_of(record), file, "own", number, "code")


def _untaken(phrase: Phrase, file: File, *path: str | int) -> Phrase:
    taken = {str(other.content["code"]): other for other in house_folder(FOLDER)}
    other = taken.get(phrase.code)
    if other and not _same(other, file):
        numbers = count(int(phrase.code[1:]) + 1)
        free = next(code for code in (f"{phrase.code[0]}{number:03}" for number in numbers) if code not in taken)
        raise PackError("K009", f"{file.place(*path)}: the code {phrase.code} is taken by {other.name}; {free} is free")
    return phrase


def _same(one: File, other: File) -> bool:
    """Tell whether two are one file on disk, looked at from different folders."""
    return bool(one.root and other.root and one.root / one.name == other.root / other.name)


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
    if not phrase.speaks and phrase.form != FRAME:
        return sentence in phrase.wrong
    caption = phrase.form == "caption" and not sentence.startswith(("Photo", "!["))
    text = f"Photo: {sentence}" if caption else sentence
    around = _AROUND.get(phrase.lang, _AROUND_ELSE)
    return _heard(read_bytes((text + around).encode()), phrase, registers, len(text))


def _heard(document: Document, phrase: Phrase, registers: Registers, end: int) -> bool:
    book = Rulebook((phrase,))
    if phrase.form == FRAME:
        found = reader.hits(document, _NOBODY, book, registers, Field.of(document.text))
    else:
        found = hits(document, _NOBODY, book, registers)
    return any(hit.span.end <= end for hit in found)
