"""Cases registered and charges filed, in an English sentence."""

from collections.abc import Iterator
from dataclasses import replace

from amanat.core import Stage
from amanat.enforcement.lists import joined
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import fits
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import ABUSES, BODIES, CASE_VERBS, CHARGING, MODALS, REPORT_VERBS
from amanat.enforcement.verbs import (
    auxiliary_of,
    back,
    is_passive,
    just_before,
    object_of,
    one_accused,
    subject_of,
    those_before,
    unreal,
)

_POLICE = BODIES | {"fir", "firs", "registered"}
_NOT_FILED = MODALS - {"to"} | {"be", "submit", "file", "frame", "press", "bring"}
_ENTERED = frozenset("registered lodged filed".split())
_DISEASES = frozenset("measles polio cholera dengue malaria typhoid hiv covid covid-19 diarrhoea scabies".split())
_MANY = 10  # fewer are the cases of this story
_NEAR = 5  # tokens between a charge and its verb


def of_case(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`registered a case`, `nine cases registered`, `FIR was lodged`, `2,846 cases were reported`."""
    verb = sentence.low(at)
    auxiliary = auxiliary_of(sentence, at)
    if (auxiliary is not None and unreal(sentence, auxiliary)) or sentence.low(at - 1) in MODALS:
        return
    if auxiliary is not None and is_passive(sentence, auxiliary, at):
        phrase = subject_of(sentence, auxiliary, Stage.CASE_REGISTERED, verb)
    else:
        phrase = object_of(sentence, at) or _case_before(sentence, at)
    if phrase is not None and verb in _ENTERED and _of_cases_before(sentence, phrase):
        yield from sentence.reading(Stage.CASE_REGISTERED, replace(phrase, kind=Kind.CASE), at)
        return
    if phrase is None or phrase.kind is not Kind.CASE or sentence.low(phrase.start - 1) == "no":
        return
    if phrase.head.startswith("challan") or (phrase.head.startswith("complaint") and verb != "registered"):
        return  # a complaint that is lodged is not yet a case, a challan more than one
    yield from _reported(sentence, phrase, at) if verb in REPORT_VERBS else _registered(sentence, phrase, at)


def _of_cases_before(sentence: Sentence, phrase: Phrase) -> bool:
    """`25 cases were reported but police had registered only six`: a bare number of what was spoken of."""
    bare = phrase.kind is None and phrase.numbered and sentence.low(phrase.end) in {*".,;", "and", "of", "so", ""}
    return bare and any(p.kind is Kind.CASE and p.end < phrase.start for p in sentence.phrases)


def _registered(sentence: Sentence, phrase: Phrase, at: int) -> Iterator[Reading]:
    against = _against(sentence, phrase.end)
    numbered = against if against is not None and against.numbered else None
    if numbered is None and phrase.plural and phrase.count is None:  # FIRs were registered in 143
        numbered = _in_so_many(sentence, at)
    counted = phrase if phrase.count is not None or numbered is None else numbered
    yield from sentence.reading(Stage.CASE_REGISTERED, counted, at)
    if numbered is not None and numbered.kind is Kind.OFFICIAL:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, numbered, at)


def _in_so_many(sentence: Sentence, at: int) -> Phrase | None:
    place = at + 2 if sentence.low(at + 1) == "in" else at + 3
    phrase = phrase_at(sentence.tokens, place) if sentence.low(place - 1) == "in" else None
    return phrase if phrase is not None and phrase.numbered and phrase.kind in {None, Kind.CASE} else None


def _case_before(sentence: Sentence, at: int) -> Phrase | None:
    """`FIR lodged by`, `nine cases registered`, with a comma between at most."""
    place = back(sentence, at)
    return next((p for p in sentence.phrases if p.kind is Kind.CASE and p.end in (place, place + 1)), None)


def _against(sentence: Sentence, end: int) -> Phrase | None:
    """Return those named after `against` within a few words."""
    place = next((n for n in range(end, end + 6) if sentence.low(n) == "against"), None)
    phrase = phrase_at(sentence.tokens, place + 1) if place is not None else None
    return one_accused(joined(sentence.tokens, phrase)) if phrase is not None else None


def of_bare_cases(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`there were 3,445 cases of child abuse`, `has dealt with 440 cases`."""
    phrase = next((p for p in sentence.phrases if p.end == at + 1 and p.kind is Kind.CASE), None)
    if phrase is None or phrase.definite or (phrase.count or 0) < _MANY:
        return
    if [sentence.low(phrase.start - n) for n in (2, 1)] == ["dealt", "with"]:
        yield from sentence.reading(Stage.VICTIMS_IDENTIFIED, phrase, at)
    elif sentence.words & ABUSES:
        yield from _reported(sentence, phrase, at)


def _reported(sentence: Sentence, phrase: Phrase, at: int) -> Iterator[Reading]:
    """Reports to police are cases; reports that others counted tell of victims, and only the total is a figure."""
    if sentence.words & _DISEASES:
        return
    if phrase.numbered and sentence.words & {"pending", "trial"}:
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)
    elif phrase.numbered:
        by_police = bool(sentence.clause(at) & _POLICE)
        stage = Stage.CASE_REGISTERED if by_police else Stage.VICTIMS_IDENTIFIED
        yield from sentence.reading(stage, phrase, at, reported=not by_police)


def of_charges(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`filed a charge sheet against 13 accused`, `charges were framed against two men`, `three men face charges`."""
    against = _against(sentence, at + 1) if sentence.low(at + 1) == "against" else None
    end = at if against is None else against.end
    around = {sentence.low(n) for n in range(at - _NEAR, end + _NEAR)}
    filed = around & CHARGING and not around & _NOT_FILED
    own = next((p for p in sentence.phrases if p.end == at + 1 and p.kind is Kind.CASE and p.numbered), None)
    phrase = None
    if own is not None and filed:  # 1,033 challans submitted
        yield from sentence.reading(Stage.CHARGED, own, at)
    elif around & {"face", "faces", "facing", "faced"} and "could" not in around:
        verb = next((n for n in range(at - 1, at - _NEAR, -1) if sentence.low(n) in {"face", "faces", "facing"}), at)
        phrase = just_before(sentence, verb)
    elif filed:
        phrase = _against(sentence, at + 1)
        cases = _in_cases(sentence, at) if phrase is None else None
        if cases is not None:
            yield from sentence.reading(Stage.CHARGED, cases, at)
    if phrase is not None and sentence.low(phrase.start) == "them":
        phrase = those_before(sentence, at, Stage.CHARGED)
    if phrase is not None and fits(sentence, phrase, Stage.CHARGED, ""):
        yield from sentence.reading(Stage.CHARGED, phrase, at)


def _in_cases(sentence: Sentence, at: int) -> Phrase | None:
    """`challans were submitted in 212 cases`, `the challans of 212 cases`."""
    near = (p for p in sentence.phrases if at < p.start < at + 2 * _NEAR)
    inside = (p for p in near if sentence.low(p.start - 1) == "in" or sentence.low(at + 1) == "of")
    return next((p for p in inside if p.kind in {Kind.CASE, None} and p.numbered), None)


def of_pending(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`300 cases are pending trial`, `212 cases are pending in courts`."""
    before = (p for p in reversed(sentence.phrases) if p.kind is Kind.CASE and p.numbered and p.end <= at)
    phrase = next(before, None)
    tried = {sentence.low(n) for n in range(at + 1, at + 8)} & {"trial", "court", "courts", "adjudication"}
    if phrase is not None and tried and at - phrase.end < _NEAR:
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)


def of_proceedings(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`criminal proceedings begun in 11 cases`, `proceedings were initiated against nine men`."""
    around = {sentence.low(n) for n in range(at - _NEAR, at + _NEAR)}
    if not around & {"begun", "began", "initiated", "launched", "started", "instituted"} or around & MODALS:
        return
    phrase = _in_cases(sentence, at) or _against(sentence, at + 1)
    if phrase is not None and phrase.numbered and not around & {"departmental", "disciplinary"}:
        yield from sentence.reading(Stage.PROSECUTED, phrase, at)


def of_registration(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`after registration of an FIR`; a registration that is asked for or late is not told so."""
    place = at - 1 - (sentence.low(at - 1) == "the")
    phrase = phrase_at(sentence.tokens, at + 2) if sentence.low(at + 1) == "of" else None
    if sentence.low(place) in {"after", "following", "upon"} and phrase is not None and phrase.kind is Kind.CASE:
        yield from sentence.reading(Stage.CASE_REGISTERED, phrase, at)


def of_roman_urdu(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`muqadma darj`, as police diaries print it: a case was registered."""
    if sentence.low(at - 1) in {"muqadma", "muqaddama", "parcha"}:
        one = Phrase(at - 1, at, 1, Kind.CASE, "case", plural=False, definite=False)
        yield from sentence.reading(Stage.CASE_REGISTERED, one, at)


def of_first_report(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`a first information report was registered`, `lodged a first information report`."""
    around = {sentence.low(n) for n in range(max(0, at - 8), at + 8)}
    told = around & (CASE_VERBS - {"recorded", "opened"}) and not around & ({"not", "no"} | MODALS)
    many = sentence.low(at) == "reports"
    verb = next((n for n in range(at + 1, at + 6) if sentence.low(n) in _ENTERED), None) if many else None
    number = _in_so_many(sentence, verb) if verb is not None else None
    if sentence.low(at - 1) == "information" and told and number is not None:
        yield from sentence.reading(Stage.CASE_REGISTERED, number, at)
    elif sentence.low(at - 1) == "information" and told and not many:
        one = Phrase(at - 1, at + 1, 1, Kind.CASE, "report", plural=False, definite=False)
        yield from sentence.reading(Stage.CASE_REGISTERED, one, at)


def of_investigation(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`over a dozen cases are under investigation`, `four officials are under investigation`."""
    counted = (p for p in sentence.phrases if p.kind in {Kind.CASE, Kind.OFFICIAL} and p.numbered and p.end <= at)
    phrase = next(counted, None) if sentence.low(at - 1) == "under" else None
    if phrase is not None:
        stage = Stage.INVESTIGATED if phrase.kind is Kind.CASE else Stage.OFFICIALS_COMPLICIT
        yield from sentence.reading(stage, phrase, at)
