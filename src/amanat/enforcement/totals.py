"""Totals that stand apart from their noun: `arrests rose from 410 to 540`, `taking the total to nine`."""

from collections.abc import Iterator

from amanat.core import Stage
from amanat.enforcement.lists import joined
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import at_fault
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import MODALS, NOUNS, RELATIVES, VERBS
from amanat.enforcement.verbs import auxiliary_of, subject_of, unreal

_CHANGED = frozenset(
    "rose risen rise rises fell fallen fall falls dropped drop jumped jump climbed climb increased increase decreased "
    "decrease declined decline went up down grew grown soared surged surge reached reaches stood stands totalled hit "
    "doubled tripled crossed".split()
)
_LEAD = frozenset("to at reached crossed hit totalled".split())
_EARLIER = (("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"))
_NEAR = 9  # tokens between the noun and its number
_TOTALS = frozenset("total number tally toll figure count".split())
_PEOPLE = frozenset({Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM, Kind.HARMED})
_STEPS = frozenset(
    "action inquiry inquiries enquiry enquiries probe proceedings notices notice complaint complaints".split()
)
_TOLD = frozenset("include includes included are were was".split())


def of_change(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`Convictions fell by 20 to 61`, `arrests: 1,638`; and what a counted noun is compared with, `up from 98`."""
    stage = NOUNS[sentence.low(at)]
    if sentence.low(at + 1) in {":", "–", "—", "-"} and not phrase_ends(sentence, at):
        yield from _number(sentence, stage, at, at + 2)
        return
    window = range(at + 1, at + _NEAR)
    changed = next((n for n in window[:3] if sentence.low(n) in _CHANGED), None)
    if sentence.low(at - 1) != "of" and changed is not None:
        if sentence.low(changed - 1) in MODALS:
            return
        leads = (n for n in window if sentence.low(n) in _LEAD)
        yield from next((told for n in leads if (told := tuple(_number(sentence, stage, at, n + 1)))), ())
    elif phrase_ends(sentence, at):
        yield from earlier_count(sentence, at, stage)


def earlier_count(sentence: Sentence, at: int, stage: Stage) -> Iterator[Reading]:
    """What a count is set against: `compared with 98 in 2022`, `up from 980`."""
    for place in range(at + 1, at + 2 * _NEAR):
        if sentence.low(place) == "against":
            yield from _number(sentence, stage, at, place + 1) if _year_before(sentence, place + 1) else ()
            return
        words = next((w for w in _EARLIER if w == tuple(sentence.low(place + n) for n in range(len(w)))), None)
        if words is not None:
            number = phrase_at(sentence.tokens, place + len(words))
            second = number is not None and sentence.low(number.end) == "and" and _second_of_two(sentence, at)
            if number is not None and second:  # 1,048 arrests and 216 convictions, up from 870 and 190
                yield from _number(sentence, stage, at, number.end + 1)
                return
            if number is None or not _has_own_noun(sentence, number):
                yield from _number(sentence, stage, at, place + len(words))
            return


def _second_of_two(sentence: Sentence, at: int) -> bool:
    return any(sentence.low(n) == "and" and sentence.low(n - 1) in NOUNS for n in range(at - 4, at))


def _year_before(sentence: Sentence, at: int) -> bool:
    """`against 97 the year before`, `against 97 in 2021`."""
    number = phrase_at(sentence.tokens, at)
    behind = [sentence.low(number.end + n) for n in range(4)] if number is not None and number.kind is None else []
    return bool(behind) and ((behind[0] in {"the", "a", "last"} and "year" in behind) or behind[0] == "in")


def of_tally(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`415 cases, 498 arrests and 39 convictions`: beside counts of the same work, cases are cases registered."""
    phrase = next((p for p in sentence.phrases if p.end == at + 1 and p.numbered and p.kind is Kind.CASE), None)
    if phrase is None or sentence.low(at + 1) not in {",", "and", ";"}:
        return
    beside = next((n for n in range(at + 2, at + 6) if sentence.low(n) in NOUNS), None)
    if beside is not None and phrase_ends(sentence, beside):
        yield from sentence.reading(Stage.CASE_REGISTERED, phrase, at)


def _has_own_noun(sentence: Sentence, number: Phrase) -> bool:
    """`12 convictions, compared with 80 investigations`: not the same thing earlier."""
    return any(sentence.low(n) in NOUNS for n in range(number.start, number.end + 1))


def phrase_ends(sentence: Sentence, at: int) -> bool:
    """Tell whether a number counts the noun: `121 arrests`."""
    return any(p.numbered and p.count is not None and p.start < at <= p.end for p in sentence.phrases)


def _number(sentence: Sentence, stage: Stage, at: int, place: int) -> Iterator[Reading]:
    phrase = phrase_at(sentence.tokens, place)
    if phrase is None and sentence.low(place) == "one":
        phrase = Phrase(place, place + 1, 1, None, "", plural=False, definite=False, numbered=True)
    if phrase is not None and phrase.numbered and phrase.kind is not Kind.CASE:
        yield from sentence.reading(stage, phrase, at)


def of_registered(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`cases registered rose to 2,114`, `the number of registered cases stood at 2,114`."""
    after = at + 1 + (sentence.low(at + 1) == "cases")
    if "cases" in {sentence.low(at - 1), sentence.low(at + 1)} and sentence.low(after) in _CHANGED:
        lead = next((n for n in range(after + 1, after + _NEAR) if sentence.low(n) in _LEAD), None)
        if lead is not None:
            yield from _number(sentence, Stage.CASE_REGISTERED, at, lead + 1)


def of_total(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`two more were arrested, taking the total to nine`, `the number of those arrested has reached nine`."""
    if sentence.low(at) not in _TOTALS:
        return
    stage = _stage_before(sentence, at) or _stage_after(sentence, at)
    before = (n for n in range(at - 2, at - 5, -1) if sentence.low(n) == "to" and sentence.low(at - 1) == "the")
    leads = (n for n in range(at + 1, at + _NEAR) if sentence.low(n) in _LEAD)
    lead = next(before, None) or next(leads, None)  # brings to 11 the number of those arrested
    if stage is not None and lead is not None:
        yield from _number(sentence, stage, at, lead + 1)


def _stage_before(sentence: Sentence, at: int) -> Stage | None:
    """The verb before `bringing the total to`."""
    if not {sentence.low(at - n) for n in (1, 2, 3)} & {"taking", "bringing", "raising", "brings", "takes"}:
        return None
    verbs = (VERBS[sentence.low(n)][0] for n in range(at - 1, -1, -1) if sentence.low(n) in VERBS)
    return next(verbs, None)


def _stage_after(sentence: Sentence, at: int) -> Stage | None:
    """`number of those arrested`, `number of people charged`."""
    if sentence.low(at + 1) != "of":
        return None
    verbs = (VERBS[sentence.low(n)][0] for n in range(at + 2, at + 5) if sentence.low(n) in VERBS)
    return next(verbs, None)


def of_those(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`those arrested were A, B and C`, `among those held are two teachers`, `the detained suspects include …`."""
    stage = VERBS[sentence.low(at)][0]
    lead = sentence.low(at - 1)
    if stage not in {Stage.ARRESTED, Stage.RESCUED} or lead not in {"those", "the"}:
        return
    noun = phrase_at(sentence.tokens, at + 1) if lead == "the" else None
    verb = noun.end if noun is not None else at + 1
    if (lead == "the" and noun is None) or sentence.low(verb) not in _TOLD:
        return
    step = verb + 1
    while sentence.low(step) in {"identified", "named", "as", "also"}:
        step += 1
    phrase = phrase_at(sentence.tokens, step)
    if phrase is None or phrase.kind not in _PEOPLE:
        return
    whole = joined(sentence.tokens, phrase)
    if whole.kind is Kind.OFFICIAL and whole.numbered:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, whole, at)
    if whole.numbered or (phrase.named and sentence.low(whole.end) not in RELATIVES):
        yield from sentence.reading(stage, whole, at)


def officials_among(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`arrested 21 people, including three policemen`."""
    for place in range(at + 1, at + 2 * _NEAR):
        step = place + 1 + (sentence.low(place) == "among")
        if sentence.low(place) == "including" or (sentence.low(place), sentence.low(place + 1)) == ("among", "them"):
            phrase = phrase_at(sentence.tokens, step)
            if phrase is None or phrase.kind is not Kind.OFFICIAL or phrase.definite:
                return
            if "former" not in {sentence.low(n) for n in range(phrase.start, phrase.end)}:
                yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, phrase, at)
            return


def of_fault(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`held three officers responsible`, `officers found guilty of negligence`, `show-cause notices to officials`."""
    near = (p for p in sentence.phrases if p.kind is Kind.OFFICIAL and p.numbered and abs(p.start - at) < _NEAR)
    phrase = next(near, None) if not sentence.words & (MODALS - {"to"} | {"not", "no"}) else None
    if phrase is not None and (sentence.low(at) != "guilty" or at_fault(sentence, phrase)):
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, phrase, at)


def of_suspension(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`an inspector and a constable have been placed under suspension`."""
    verb = next((n for n in (at - 2, at - 3) if sentence.low(n) in {"placed", "put"}), None)
    auxiliary = auxiliary_of(sentence, verb) if verb is not None and sentence.low(at - 1) == "under" else None
    if auxiliary is None or unreal(sentence, auxiliary):
        return
    phrase = subject_of(sentence, auxiliary, Stage.OFFICIALS_COMPLICIT, "suspended")
    if phrase is not None and phrase.kind is Kind.OFFICIAL:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, phrase, at)


def of_officials(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`action was taken against nine officers`, `six officers were found to be involved in trafficking`."""
    if sentence.low(at) == "against":
        lead = {sentence.low(at - n) for n in range(1, 8)}
        phrase: Phrase | None = phrase_at(sentence.tokens, at + 1) if lead & _STEPS else None
    else:
        before = (p for p in reversed(sentence.phrases) if p.end <= at and at - p.end < _NEAR)
        phrase = next((p for p in before if p.kind is Kind.OFFICIAL), None)
        if {sentence.low(at - 1), sentence.low(at - 2)} & {"not", "no", "never"}:
            return
    if phrase is not None and phrase.kind is Kind.OFFICIAL and phrase.numbered:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, joined(sentence.tokens, phrase), at)
