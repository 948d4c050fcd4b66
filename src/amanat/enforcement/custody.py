"""People held, handed over, taken into care or set free, in an English sentence."""

from collections.abc import Iterator

from amanat.core import Stage
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import fits
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import CHILDREN, MODALS, SEARCHERS
from amanat.enforcement.verbs import (
    argument_of,
    auxiliary_of,
    back,
    is_passive,
    just_before,
    object_of,
    subject_of,
    unreal,
)

_CARE = frozenset(
    "care parents family families relatives guardians protection welfare shelter shelters bureau safety darul "
    "dar-ul-aman darul-aman crisis edhi refuge reception".split()
)
_AT_SEA = frozenset("dinghy boat raft sea coast navy patrol ship vessel".split())
_LONG = 8  # tokens between "set" and "free", "took" and "into care"


def of_his_arrest(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`since his arrest`, `following the suspect's arrest`, `two men were placed under arrest`."""
    lead = {sentence.low(at - n) for n in (2, 3, 4)}
    owner = sentence.low(at - 1)
    under = at - 1 - (owner == "house")
    if sentence.low(under) == "under":
        placed = sentence.low(under - 1) in {"placed", "put", "taken"}
        if owner == "house" and not placed:  # "he is under house arrest" tells where he is
            return
        auxiliary = auxiliary_of(sentence, under - 1 if placed else under)
        phrase = None
        if auxiliary is not None and not unreal(sentence, auxiliary):
            phrase = subject_of(sentence, auxiliary, Stage.ARRESTED, "arrested")
        if phrase is not None and fits(sentence, phrase, Stage.ARRESTED, "arrested"):
            yield from sentence.reading(Stage.ARRESTED, phrase, at)
    elif lead & {"after", "since", "following", "upon"} and (owner in {"his", "her"} or owner.endswith("'s")):
        known = Phrase(at - 1, at, 1, Kind.PERSON, "", plural=False, definite=True)
        yield from sentence.reading(Stage.ARRESTED, known, at)


def of_bust(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`smashed a ring of four men`."""
    auxiliary = auxiliary_of(sentence, at)
    if auxiliary is not None and is_passive(sentence, auxiliary, at):
        phrase = just_before(sentence, auxiliary) or just_before(sentence, auxiliary - 1)
    else:
        phrase = object_of(sentence, at)
    listed = phrase is not None and sentence.low(phrase.start - 1) == "comprising"
    gang = phrase is not None and sentence.low(phrase.start + 1) in {"gang", "group", "ring"}
    if phrase is not None and phrase.numbered and (gang or listed or phrase.kind in {Kind.PERSON, Kind.OFFICIAL}):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def of_custody(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`took two brothers into custody`; children are taken into care, not arrested."""
    verbs = (n for n in range(at - 2, max(-1, at - 14), -1) if sentence.low(n) in {"took", "taking", "takes", "taken"})
    near = {sentence.low(at - 1), sentence.low(at - 2)}
    verb = next(verbs, None) if "into" in near else None
    if verb is None:
        yield from of_those_held(sentence, at)
        return
    if sentence.low(verb - 1) in MODALS:
        return
    after = sentence.low(verb + 1) == "into"  # took into custody six children
    if after and sentence.low(verb) == "taken":
        return
    phrase = object_of(sentence, at if after else verb)
    if phrase is not None and phrase.head in CHILDREN and sentence.low(verb) != "taken":
        yield from sentence.reading(Stage.RESCUED, phrase, at) if phrase.numbered else ()
    elif phrase is not None and fits(sentence, phrase, Stage.ARRESTED, ""):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def of_those_held(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`eleven people are behind bars`, `two men remain in police custody`."""
    place = next((n for n in range(at - 1, at - 4, -1) if sentence.low(n) in {"in", "behind"}), None)
    verb = back(sentence, place) if place is not None else 0
    linked = sentence.low(verb) in {"are", "is", "remain", "remains", "landed", "were"}
    end = back(sentence, verb) + 1 if linked else place
    if linked:
        phrase = subject_of(sentence, verb, Stage.ARRESTED, "arrested")
    else:
        phrase = next((p for p in sentence.phrases if p.end == end), None)
        if phrase is not None and phrase.kind is None and sentence.low(phrase.start - 1) == "with":
            return  # 15 years, with 11 in custody
    unknown = phrase is not None and phrase.count == 1 and not phrase.definite and phrase.kind is Kind.PERSON and linked
    if phrase is None or not (phrase.numbered or (phrase.count or 0) > 1 or unknown):
        return
    remanded = bool(sentence.words & {"remanded", "remand"})
    if not remanded and fits(sentence, phrase, Stage.ARRESTED, ""):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def of_handing_over(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the man was handed over to police`, `villagers handed the man over to police`."""
    to = next((n for n in range(at + 1, at + 9) if sentence.low(n) == "to"), None)
    if to is not None and {sentence.low(n) for n in range(to + 1, to + 7)} & _CARE:
        yield from _of_care(sentence, at)
        return
    if to is None or "police" not in {sentence.low(to + 1), sentence.low(to + 2), sentence.low(to + 3)}:
        return
    phrase = argument_of(sentence, at, Stage.ARRESTED, None)
    if phrase is not None and phrase.head not in CHILDREN:
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def _of_care(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`eleven children were handed over to the child protection bureau`, `twelve girls were taken into care`."""
    phrase = argument_of(sentence, at, Stage.RESCUED, None)
    if phrase is not None and phrase.kind in {Kind.VICTIM, Kind.HARMED} and (phrase.numbered or not phrase.definite):
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def of_taking(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`taken into care`, `placed in shelters`, `took seven people to a place of safety`, `took into its care a boy`."""
    into = next((n for n in range(at + 1, at + _LONG) if sentence.low(n) in {"into", "in", "to", "with"}), None)
    near = {sentence.low(into + n) for n in range(1, 5)} if into is not None else set()
    if sentence.low(at) in {"took", "taken"} and sentence.words & (SEARCHERS | _AT_SEA):
        yield from _from_peril(sentence, at)
    if into is None or not near & _CARE or sentence.low(at - 1) in MODALS:
        return
    if into > at + 1 or sentence.low(at) != "took":
        yield from _of_care(sentence, at)
        return
    phrase = next((p for p in sentence.phrases if p.start > into and p.kind in {Kind.VICTIM, Kind.HARMED}), None)
    if phrase is not None and not phrase.definite:
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def _from_peril(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`police took 44 children from a loft`, `the coast guard took 46 people on board`."""
    phrase = argument_of(sentence, at, Stage.RESCUED, None)
    end = phrase.end if phrase is not None and phrase.end > at else at + 1
    aboard = bool(sentence.words & {"board", "aboard"} and sentence.words & _AT_SEA)
    taken = aboard or (phrase is not None and phrase.head in CHILDREN and sentence.low(end) == "from")
    if phrase is not None and phrase.numbered and taken:
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def of_setting_free(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the judge set 22 labourers free`."""
    verb = next((n for n in range(at - 1, max(-1, at - _LONG), -1) if sentence.low(n) == "set"), None)
    phrase = object_of(sentence, verb) if verb is not None else None
    if phrase is not None and phrase.end == at and fits(sentence, phrase, Stage.RESCUED, ""):
        yield from sentence.reading(Stage.RESCUED, phrase, at)
