"""Prison terms and trials, in an English sentence: whoever is sentenced was convicted."""

from collections.abc import Iterator

from amanat.core import Stage
from amanat.enforcement.lists import joined
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import NO_PERSONS, at_fault, fits
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import HAVE, MODALS
from amanat.enforcement.verbs import (
    auxiliary_of,
    is_passive,
    just_before,
    object_of,
    one_accused,
    subject_of,
    unreal,
)

_PRISON = frozenset(
    "imprisonment prison jail sentence sentences rigorous ri term terms penalty life death capital".split()
)
_PEOPLE = frozenset({Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM})
_UNDONE = frozenset("aside quashed overturned".split())
"""`set aside the conviction of a man awarded ten years`: what an earlier court gave is no sentence of this story."""
_TERMS = frozenset("life capital death terms sentences suspended".split())
_SERVED = frozenset("sentence sentences term terms imprisonment".split())
_LAW = frozenset("maximum minimum punishable carries".split())
_TAKEN = frozenset("received get gets got".split())
_AFTER_YEARS = frozenset("respectively . , for in behind ; and each apiece".split()) | {""}
_ADMITTED = frozenset(
    "court jailed charges charge counts count offences offence guilt trial judge rape trafficking".split()
)
_WENT = frozenset("gone went reached".split())
_TRIED = frozenset("gone went is are was were stood standing put".split())
_TO_COURT = _WENT | frozenset("took taken brought".split())
_CHARGES = frozenset("charge charges count counts offence offences conspiracy".split())
_PLEADED = frozenset("changed changes switched entered enter made".split())
_FOUND = frozenset("found find finds finding".split())
_WINDOW = 9  # tokens between a verb and the term it awards


def of_award(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`awarded 14 years to him`, `six get life term`, `was given eight years`."""
    least = any((sentence.low(n), sentence.low(n + 1)) == ("a", "minimum") for n in range(at, at + _WINDOW))
    if not _names_a_term(sentence, at) or (sentence.words & _LAW and not least) or sentence.words & _UNDONE:
        return
    auxiliary = auxiliary_of(sentence, at)
    if auxiliary is not None and unreal(sentence, auxiliary):
        return
    phrase = _receiver(sentence, at, auxiliary)
    if phrase is not None and phrase.kind in {Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM, None}:
        for stage in (Stage.SENTENCED, Stage.CONVICTED):
            yield from sentence.reading(stage, phrase, at)


def _names_a_term(sentence: Sentence, at: int) -> bool:
    window = [sentence.low(n) for n in range(at + 1, at + 1 + _WINDOW)]
    if set(window) & _PRISON:
        return any("year" in w or "month" in w or w in _TERMS for w in window)
    if {"community", "order"} <= set(window) or {"conditional", "discharge"} <= set(window):
        return True
    years = next((n for n in range(at + 1, at + 7) if sentence.low(n) in {"years", "months"}), None)
    return years is not None and sentence.low(years + 1) in _AFTER_YEARS


def _receiver(sentence: Sentence, at: int, auxiliary: int | None) -> Phrase | None:
    verb = sentence.low(at)
    if auxiliary is not None and is_passive(sentence, auxiliary, at):
        return subject_of(sentence, auxiliary, Stage.SENTENCED, verb)
    if verb in _TAKEN:
        beside = just_before(sentence, at)
        aside = beside is not None and "who" in {sentence.low(beside.start - 1), sentence.low(beside.start - 2)}
        return subject_of(sentence, at, Stage.SENTENCED, "sentenced") if aside else beside
    leads = {"to", "on", "down", verb}
    given = (p for p in sentence.phrases if p.start > at and sentence.low(p.start - 1) in leads)
    found = next((p for p in given if p.kind in _PEOPLE and p.head not in _PRISON), None)
    # The one convict of a story is often not named again.
    if found is not None and found.count is None and not found.numbered:
        found = one_accused(found)
    return found or Phrase(at, at + 1, 1, Kind.PERSON, "", plural=False, definite=True)


def _sentenced(sentence: Sentence, phrase: Phrase | None, at: int) -> Iterator[Reading]:
    """Whoever is sentenced was convicted."""
    if phrase is not None and fits(sentence, phrase, Stage.SENTENCED, "sentenced"):
        for stage in (Stage.SENTENCED, Stage.CONVICTED):
            yield from sentence.reading(stage, phrase, at)


def of_prison(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`sent a recruiter to prison for ten years`, `put the man behind bars`, `locked up the man for 20 years`."""
    verbs = (n for n in range(at - 2, at - _WINDOW, -1) if sentence.low(n) in {"sent", "put"})
    verb = next(verbs, None) if sentence.low(at - 1) in {"to", "behind"} else None
    if verb == at - 2 and sentence.low(at) == "jail" and _names_a_term(sentence, at):
        yield from _sent_away(sentence, verb)
        return
    phrase = object_of(sentence, verb) if verb is not None else None
    awaits = sentence.words & {"remand", "remanded", "judicial", "custody", "bail"} or sentence.low(at) == "jail"
    counted = phrase is not None and phrase.numbered and phrase.kind is not Kind.OFFICIAL and not awaits
    if phrase is None or (sentence.low(at - 1) == "to" and sentence.low(at + 1) != "for" and not counted):
        return
    yield from _sentenced(sentence, phrase, at)


def _sent_away(sentence: Sentence, verb: int) -> Iterator[Reading]:
    """`she was sent to jail for eight years`: the years tell it from a remand."""
    auxiliary = auxiliary_of(sentence, verb)
    if auxiliary is None or unreal(sentence, auxiliary):
        return
    phrase = subject_of(sentence, auxiliary, Stage.SENTENCED, "sent")
    yield from _sentenced(sentence, phrase, verb)


def of_sending_down(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`sent him down for nine years`."""
    verb = next((n for n in range(at - 1, at - 5, -1) if sentence.low(n) == "sent"), None)
    phrase = object_of(sentence, verb) if verb is not None and sentence.low(at + 1) == "for" else None
    if phrase is not None and phrase.end == at and _names_a_term(sentence, at):
        yield from _sentenced(sentence, phrase, at)


def of_service(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`he is serving a life sentence`, `she began a 12-year sentence last night`."""
    auxiliary = at if sentence.low(at) == "began" else auxiliary_of(sentence, at)
    term = {sentence.low(n) for n in range(at + 1, at + _WINDOW)} & _SERVED
    if auxiliary is None or unreal(sentence, auxiliary) or not term or not _names_a_term(sentence, at):
        return
    phrase = subject_of(sentence, auxiliary, Stage.SENTENCED, "sentenced")
    yield from _sentenced(sentence, phrase, at)


def of_order(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`ordered her to serve seven years`, `will spend at least 15 years in jail`, `told him he would serve`."""
    told = {sentence.low(n) for n in range(at - 5, at)} & {"ordered", "must", "will", "told"}
    if not told or not _names_a_term(sentence, at):
        return
    verb = next((n for n in range(at - 1, at - 6, -1) if sentence.low(n) in {"ordered", "told"}), None)
    phrase = object_of(sentence, verb) if verb is not None else just_before(sentence, at - 1)
    yield from _sentenced(sentence, phrase, at)


def of_trial(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`five men stood trial`, `two people are on trial`, `a former caretaker has gone on trial`."""
    before = {sentence.low(at - n) for n in (1, 2, 3)}
    if not before & {"on", "stood", "standing", "facing", "face", "faced"} or before & {"to", "will", "awaiting"}:
        return
    phrase = next((p for p in reversed(sentence.phrases) if p.end < at and p.numbered), None)
    if phrase is None or at - phrase.end >= 6:  # noqa: PLR2004
        verb = next((n for n in range(at - 1, at - 4, -1) if sentence.low(n) in _TRIED), None)
        begin = auxiliary_of(sentence, verb) if verb is not None else None
        subject = begin if begin is not None else verb
        phrase = subject_of(sentence, subject, Stage.PROSECUTED, "arrested") if subject is not None else None
    if phrase is not None and fits(sentence, phrase, Stage.PROSECUTED, "arrested"):
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)


def of_verdict(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`returned guilty verdicts against both men`, `guilty verdicts were returned on four of them`."""
    if sentence.low(at - 1) != "guilty" or sentence.low(at - 2) == "not" or sentence.words & MODALS - {"to"}:
        return
    on = next((n for n in range(at + 1, at + 6) if sentence.low(n) in {"on", "against", "for"}), None)
    phrase = phrase_at(sentence.tokens, on + 1) if on is not None else None
    if phrase is not None and phrase.head in NO_PERSONS and sentence.low(phrase.end) == "against":
        phrase = phrase_at(sentence.tokens, phrase.end + 1)  # on 11 of the 14 counts against Keeble
    whole = joined(sentence.tokens, phrase) if phrase is not None else None
    if whole is not None and fits(sentence, whole, Stage.CONVICTED, ""):
        yield from sentence.reading(Stage.CONVICTED, whole, at)


def of_guilt(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`jurors found three women guilty and one not guilty`."""
    if sentence.low(at - 1) in {"found", "plead", "pleaded", "pled"}:
        return
    denied = sentence.low(at - 1) == "not"
    found = any(sentence.low(n) in _FOUND for n in range(max(0, at - _WINDOW), at))
    end = at - 1 if denied else at
    phrase = next((p for p in sentence.phrases if p.end == end), None)
    known = phrase is not None and phrase.count is not None and (phrase.named or not phrase.head)
    if found and phrase is not None and (phrase.numbered or known) and not at_fault(sentence, phrase):
        yield from sentence.reading(Stage.ACQUITTED if denied else Stage.CONVICTED, phrase, at)


def of_admission(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`two men admitted trafficking`: a plea of guilt before a court, not a visit to hospital."""
    auxiliary = auxiliary_of(sentence, at)
    begin = at if auxiliary is None else auxiliary
    had = auxiliary is None or (sentence.low(auxiliary) in HAVE and not unreal(sentence, auxiliary))
    if not had or not sentence.words & _ADMITTED or is_passive(sentence, begin, at):
        return
    phrase = subject_of(sentence, begin, Stage.CONVICTED, "pleaded")
    if phrase is None or phrase.kind is Kind.THING:
        return
    if sentence.low(at + 1) not in {"to", "that", "in", "him", "her"} and fits(sentence, phrase, Stage.CONVICTED, ""):
        yield from sentence.reading(Stage.CONVICTED, phrase, at)


def of_plea(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`changed his plea to guilty`, `both men entered a guilty plea`: a plea of guilt before a court."""
    changed = [sentence.low(at - n) for n in (2, 1)] == ["plea", "to"]
    if not changed and (not sentence.low(at + 1).startswith("plea") or sentence.low(at - 1) == "not"):
        return
    verb = next((n for n in range(at - 1, at - 6, -1) if sentence.low(n) in _PLEADED), None)
    phrase = subject_of(sentence, verb, Stage.CONVICTED, "pleaded") if verb is not None else None
    if phrase is not None and fits(sentence, phrase, Stage.CONVICTED, "pleaded"):
        yield from sentence.reading(Stage.CONVICTED, phrase, at)


def of_denial(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`Muir and Coyle deny four counts of rape and the trial continues`: a denial alone is no trial yet."""
    after = {sentence.low(n) for n in range(at + 1, at + 5)}
    if "trial" not in sentence.words or not (after & _CHARGES or sentence.low(at + 1).endswith("ing")):
        return
    phrase = subject_of(sentence, at, Stage.PROSECUTED, "denied")
    if phrase is not None and fits(sentence, phrase, Stage.PROSECUTED, ""):
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)


def of_dropped(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`a court threw out the charges against nine men`."""
    noun = next((n for n in range(at + 2, at + 6) if sentence.low(n) in {"charges", "case", "cases"}), None)
    if noun is None or sentence.low(at + 1) != "out" or sentence.low(noun + 1) != "against":
        return
    phrase = phrase_at(sentence.tokens, noun + 2)
    whole = joined(sentence.tokens, phrase) if phrase is not None else None
    if whole is not None and fits(sentence, whole, Stage.ACQUITTED, "acquitted"):
        yield from sentence.reading(Stage.ACQUITTED, whole, at)


def of_court(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`took 1,940 cases to court`, `23 of their cases had gone to trial`."""
    reached = at - 1 - (sentence.low(at - 1) == "the")
    if sentence.low(at - 1) != "to" and sentence.low(reached) != "reached":
        return
    verb = next((n for n in range(at - 1, at - _WINDOW, -1) if sentence.low(n) in _TO_COURT), None)
    if verb is None or sentence.low(verb - 1) in MODALS:
        return
    went = sentence.low(verb) in _WENT
    auxiliary = auxiliary_of(sentence, verb)
    phrase = just_before(sentence, auxiliary if auxiliary is not None else verb) if went else object_of(sentence, verb)
    if phrase is not None and phrase.numbered and phrase.kind in {Kind.CASE, Kind.PERSON, None}:
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)
