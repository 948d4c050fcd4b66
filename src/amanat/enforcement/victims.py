"""Victims counted and victims rescued, in an English sentence."""

from collections.abc import Iterator

from amanat.core import Stage
from amanat.enforcement.nouns import Kind, rescuable
from amanat.enforcement.numerals import numeral_at
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import fits
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import ABUSES, BODIES, HELPING, MODALS, NOUNS, VESSELS
from amanat.enforcement.verbs import argument_of, auxiliary_of, is_passive, just_before, object_of, subject_of, unreal

_MANY = 10  # from here on a bare "57 victims" is a count of the authorities, not the people of this story
_NEAR = 12  # tokens between "rescued 27 workers" and "among them 11 children"
_PEOPLE = frozenset({Kind.VICTIM, Kind.HARMED})
_IN_COURT = frozenset("sentenced convicted jailed guilty charged imprisonment prison".split())


def among_them(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`rescued 27 workers, among them 11 children`: those rescued are often told twice, all and the children.

    Only the first part counts (`11 children and nine women`): the rest follows from it.
    """
    for whole in sentence.phrases:
        phrase = phrase_at(sentence.tokens, whole.start)
        if phrase is None or not phrase.numbered or abs(phrase.start - at) >= _NEAR:
            continue
        lead = (sentence.low(phrase.start - 2), sentence.low(phrase.start - 1))
        of_them = sentence.low(phrase.start + 1) == "of" and sentence.low(phrase.start + 2) in {"them", "whom"}
        counted = phrase_at(sentence.tokens, phrase.end) if of_them else phrase
        listed = of_them or lead[1] == "including" or lead in {("among", "them"), ("among", "whom")}
        if listed and counted and rescuable(counted.head):
            yield from sentence.reading(Stage.RESCUED, phrase, phrase.start)


def of_vessel(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`intercepted a trawler with 118 migrants aboard`, `stopped a truck carrying 40 migrants`."""
    vessel = next((n for n in range(at + 1, at + 7) if sentence.low(n) in VESSELS), None)
    if vessel is None or sentence.low(at - 1) in MODALS:
        return
    loads = (n for n in range(vessel + 1, vessel + 8) if sentence.low(n) in {"with", "carrying", "transporting"})
    load = next(loads, None)
    phrase = phrase_at(sentence.tokens, load + 1) if load is not None else None
    if phrase is not None and phrase.numbered and phrase.kind is Kind.HARMED and "passenger" not in phrase.head:
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def of_sea(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the navy picked up 88 migrants from a dinghy`."""
    phrase = argument_of(sentence, at, Stage.RESCUED, None) if sentence.low(at + 1) == "up" else None
    if phrase is not None and phrase.numbered and phrase.kind is Kind.HARMED:
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def of_help(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`helped to repatriate 75 people`, `managed to rescue two girls`."""
    lead = {sentence.low(at - n) for n in (1, 2, 3)}
    phrase = object_of(sentence, at) if lead & {"helped", "managed", "able"} else None
    if phrase is not None and phrase.numbered and fits(sentence, phrase, Stage.RESCUED, ""):
        yield from sentence.reading(HELPING[sentence.low(at)], phrase, at)


def of_support(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the unit helped 1,400 people`."""
    phrase = object_of(sentence, at)
    if phrase is not None and phrase.kind in _PEOPLE:
        yield from _counted(sentence, phrase, at)


def of_use(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the law was used only 30 times`: so many prosecutions under it."""
    if not (sentence.words & {"law", "laws", "act"} and sentence.words & {"used", "invoked", "applied"}):
        return
    numbers = ((place, numeral_at(sentence.tokens, place)) for place in range(max(0, at - 3), at))
    for place, number in numbers:
        if number is not None and number.end == at:
            phrase = Phrase(place, at, number.value, None, "", plural=True, definite=False, numbered=True)
            yield from sentence.reading(Stage.PROSECUTED, phrase, at)
            return


def of_number(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the number of victims identified rose to 6,993`, `the number of convictions stood at 12`."""
    topics = NOUNS.keys() | {"victims", "brides", "cases", "children"}
    topic = next((n for n in range(at + 1, at + 7) if sentence.low(n) in topics), None)
    if sentence.low(at + 1) != "of" or topic is None:
        return
    ends = [n for n in range(topic + 1, topic + 8) if sentence.low(n) in {"to", "at", "was", "is", "reached"}]
    numbers = ((n, phrase_at(sentence.tokens, n + 1)) for n in ends)
    phrase = next((p for _, p in numbers if p is not None and p.numbered), None)
    stage = NOUNS.get(sentence.low(topic), Stage.VICTIMS_IDENTIFIED)
    if sentence.low(topic) == "cases":
        if not sentence.words & ABUSES:
            return
        stage = Stage.CASE_REGISTERED if sentence.words & BODIES else stage
    if phrase is not None:
        yield from sentence.reading(stage, phrase, at)


def of_harm(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`1,400 girls suffered abuse`, `3,852 children were abused`, `the gang sold 40 newborns`."""
    auxiliary = auxiliary_of(sentence, at)
    if (auxiliary is not None and unreal(sentence, auxiliary)) or {"daily", "day"} & sentence.words:
        return
    if auxiliary is not None and is_passive(sentence, auxiliary, at):
        phrase = subject_of(sentence, auxiliary, Stage.RESCUED, sentence.low(at))
    elif sentence.low(at) == "suffered":
        phrase = just_before(sentence, at)
    else:
        phrase = object_of(sentence, at)
    if phrase is not None and phrase.count is None and not phrase.head:  # 19 women said that they had been abused
        before = (p for p in reversed(sentence.phrases) if p.end < phrase.start and p.numbered)
        phrase = next(before, phrase)
    if phrase is not None and (phrase.kind in _PEOPLE or (phrase.kind is Kind.PERSON and not phrase.head)):
        yield from _counted(sentence, phrase, at)


def of_trafficking(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`sentenced to ten years for trafficking three women`: the victims of a case that a court decided or hears."""
    phrase = object_of(sentence, at) if sentence.low(at - 1) in {"for", "of"} else None
    if phrase is not None and phrase.numbered and phrase.kind in _PEOPLE and sentence.words & _IN_COURT:
        yield from sentence.reading(Stage.VICTIMS_IDENTIFIED, phrase, at)


def of_condition(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`an estimated 136,000 people live in modern slavery`."""
    people = (p for p in reversed(sentence.phrases) if p.end < at and p.kind in _PEOPLE and p.numbered)
    phrase = next(people, None)
    if phrase is not None and at - phrase.end < _NEAR and "in" in {sentence.low(at - n) for n in (1, 2)}:
        yield from _counted(sentence, phrase, at)


def of_bare_victims(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`57 more victims`."""
    phrase = next((p for p in sentence.phrases if p.end == at + 1), None)
    if sentence.low(at - 1) in {"are", "were", "become", "became"}:  # some 12,000 people are victims of trafficking
        phrase = next((p for p in sentence.phrases if p.end == at - 1 and p.kind in _PEOPLE), None)
    if {"found", "be"} <= {sentence.low(at - n) for n in range(1, 6)}:  # 17 were found to be victims
        yield from _found_to_be(sentence, at)
        return
    if sentence.low(at - 1) == "as":  # lists 1,100 children as victims
        phrase = next((p for p in sentence.phrases if p.end == at - 1 and p.kind in _PEOPLE), None)
    if phrase is not None and not phrase.definite:
        yield from _counted(sentence, phrase, at)


def _found_to_be(sentence: Sentence, at: int) -> Iterator[Reading]:
    found = next(n for n in range(at - 1, 0, -1) if sentence.low(n) == "found")
    auxiliary = auxiliary_of(sentence, found)
    phrase = just_before(sentence, auxiliary) if auxiliary is not None and not unreal(sentence, auxiliary) else None
    if phrase is not None and phrase.numbered:
        yield from sentence.reading(Stage.VICTIMS_IDENTIFIED, phrase, at)


def _counted(sentence: Sentence, phrase: Phrase, at: int) -> Iterator[Reading]:
    if phrase.numbered and (phrase.count or 0) >= _MANY:
        yield from sentence.reading(Stage.VICTIMS_IDENTIFIED, phrase, at)
