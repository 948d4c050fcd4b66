"""None at all, said in words: `none has been convicted`, `not a single employer was charged`, `no convictions`.

Only what comes after an arrest is read as nought: "nobody has been arrested" tells that a case has just begun.
"""

from collections.abc import Iterator

from amanat.core import Stage
from amanat.enforcement.nouns import Kind, kind_of
from amanat.enforcement.phrases import Phrase
from amanat.enforcement.readings import Reading
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import BE_ONLY, HAVE, MODALS, NOUNS, VERBS

_OUTCOMES = frozenset({Stage.CHARGED, Stage.PROSECUTED, Stage.CONVICTED})
_OPEN = frozenset("if unless until whether should".split()) | MODALS - {"to"}
_GOT = frozenset("made secured obtained recorded reported achieved won been were was is".split())
_NEAR = 18  # tokens between "none" and its verb


def of_none(sentence: Sentence, at: int) -> Iterator[Reading]:
    """Read a nought that begins at `none`, `neither`, `no one`, `not a single`, `no convictions`."""
    if sentence.words & _OPEN:
        return
    noun = next((n for n in range(at + 1, at + 4) if sentence.low(n) in NOUNS), None)
    if sentence.low(at) == "no" and noun is not None:
        around = {sentence.low(n) for n in range(at - 4, at)} | {sentence.low(n) for n in range(noun + 1, noun + 6)}
        if NOUNS[sentence.low(noun)] in _OUTCOMES and around & _GOT:
            yield from _nought(sentence, at, noun, NOUNS[sentence.low(noun)])
        return
    pair = (sentence.low(at), sentence.low(at + 1))
    person = pair[0] == "no" and kind_of(pair[1]) in {Kind.PERSON, Kind.OFFICIAL}
    known = (
        pair[0] in {"none", "nobody", "neither"}
        or pair == ("no", "one")
        or (*pair, sentence.low(at + 2)) == _NOT_A_SINGLE
    )
    if not known and not person:
        return
    for place in range(at + 1, at + _NEAR):
        stages = VERBS.get(sentence.low(place), ())
        if stages and _passive(sentence, at, place):
            if stages[-1] in _OUTCOMES:
                yield from _nought(sentence, at, place, stages[-1])
            return


_NOT_A_SINGLE = ("not", "a", "single")


def _passive(sentence: Sentence, at: int, place: int) -> bool:
    between = {sentence.low(n) for n in range(at, place)}
    return bool(between & (BE_ONLY | HAVE)) and "who" not in between


def _nought(sentence: Sentence, at: int, place: int, stage: Stage) -> tuple[Reading, ...]:
    none = Phrase(at, at + 1, 0, Kind.PERSON, "", plural=True, definite=False, numbered=True)
    return sentence.reading(stage, none, place)
