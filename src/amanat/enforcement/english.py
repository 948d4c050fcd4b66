"""Read the figures of one English sentence: verb by verb and noun by noun, with the people or cases it speaks of."""

from collections.abc import Callable, Iterator

from amanat.core import Span, Stage
from amanat.enforcement.cases import (
    of_bare_cases,
    of_case,
    of_charges,
    of_first_report,
    of_investigation,
    of_pending,
    of_proceedings,
    of_registration,
    of_roman_urdu,
)
from amanat.enforcement.custody import (
    of_bust,
    of_custody,
    of_handing_over,
    of_his_arrest,
    of_setting_free,
    of_taking,
    of_those_held,
)
from amanat.enforcement.lists import joined
from amanat.enforcement.nought import of_none
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.senses import fits
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.terms import (
    of_admission,
    of_award,
    of_court,
    of_denial,
    of_dropped,
    of_guilt,
    of_order,
    of_plea,
    of_prison,
    of_sending_down,
    of_service,
    of_trial,
    of_verdict,
)
from amanat.enforcement.totals import (
    earlier_count,
    of_change,
    of_fault,
    of_officials,
    of_registered,
    of_suspension,
    of_tally,
    of_those,
    of_total,
    officials_among,
)
from amanat.enforcement.triggers import (
    AWARDS,
    BODIES,
    CASE_HEADLINE,
    CASE_VERBS,
    CHARGE_SHEETS,
    CHILDREN,
    HEADLINES,
    HELPING,
    MODALS,
    NOUNS,
    PAIRS,
    PREPOSITIONS,
    REPORT_VERBS,
    SUFFERED,
    SUPPORTED,
    THIRD,
    VERBS,
)
from amanat.enforcement.verbs import (
    argument_of,
    object_of,
    with_companions,
    with_others,
)
from amanat.enforcement.victims import (
    among_them,
    of_bare_victims,
    of_condition,
    of_harm,
    of_help,
    of_number,
    of_sea,
    of_support,
    of_trafficking,
    of_use,
    of_vessel,
)

_WISHED = frozenset(
    "aside overturned quashed upheld against for demand demanded demanding order ordered ensure seek sought no "
    "to".split()
)
_NOT_A_HEADLINE = MODALS | PREPOSITIONS | frozenset("the a an no not n't any did do does under house his her".split())
_OF_THE_PAST = frozenset("previous prior earlier past".split())
_SECURED = frozenset("secured achieved obtained won recorded".split())
_LONG = 8  # tokens between a conviction and its cases
_LOOKED_INTO = frozenset({Kind.CASE, Kind.PERSON, Kind.OFFICIAL, None})
_LED = frozenset("led leading leads".split())
_ENDED = frozenset("ended resulted culminated led".split())
_GIVES_WAY = frozenset({Stage.VICTIMS_IDENTIFIED, Stage.CASE_REGISTERED})
_OF_CASES = frozenset({Stage.INVESTIGATED, Stage.PROSECUTED, Stage.CONVICTED})
_DECIDED = frozenset({Stage.SENTENCED, Stage.CONVICTED})
_TOOK_PART = frozenset({Stage.ARRESTED, Stage.CASE_REGISTERED, Stage.CHARGED, Stage.CONVICTED})


def readings_of(text: str, span: Span, they: int | None = None) -> tuple[Reading, ...]:
    """Return every count of police or court work that an English sentence states as done.

    Args:
        text: the whole story.
        span: the sentence.
        they: how many suspects or convicts the story spoke of last, when it did so just before.
    """
    sentence = Sentence(text, span, they)
    found: list[Reading] = []
    last: Phrase | None = None
    for at in range(len(sentence.tokens)):
        told = [*_of_noun(sentence, at), *of_change(sentence, at)] if sentence.low(at) in NOUNS else []
        stages = _stages(sentence, at)
        if not told and stages:
            phrase = argument_of(sentence, at, stages[0], last)
            if phrase is not None:
                whole = with_companions(sentence, at, phrase)
                last = with_others(sentence, at, whole) if stages[-1] in _DECIDED else whole
                told = list(_of_verb(sentence, at, stages, last, phrase))
        if not told:
            told = list(_of_other(sentence, at))
        if told and stages:
            told += earlier_count(sentence, at, stages[0])
        if not told and sentence.low(at) in VERBS:
            told = list(of_those(sentence, at))
        if any(reading.stage is Stage.RESCUED for reading in told):
            told += among_them(sentence, at)
        elif any(reading.stage in _TOOK_PART for reading in told):
            told += officials_among(sentence, at)
        found += told
    return tuple(reading for reading in found if not _told_otherwise(reading, found))


def _told_otherwise(reading: Reading, found: list[Reading]) -> bool:
    """Tell whether a count of victims or cases is also one of people rescued or cases investigated: then it is that."""
    return any(
        other.count == reading.count
        and other.stage is not reading.stage
        and other.span.overlaps(reading.span)
        and (reading.stage is Stage.VICTIMS_IDENTIFIED or other.stage in _OF_CASES)
        for other in found
        if reading.stage in _GIVES_WAY
    )


def _stages(sentence: Sentence, at: int) -> tuple[Stage, ...]:
    pair = (sentence.low(at), sentence.low(at + 1))
    if pair in PAIRS and (pair not in THIRD or sentence.low(at + 2) in THIRD[pair]):
        return PAIRS[pair]
    if pair[0] == "removed" and {sentence.low(n) for n in range(at - 4, at + 5)} & CHILDREN:
        return (Stage.RESCUED,)
    return VERBS.get(sentence.low(at), ())


def _of_verb(
    sentence: Sentence, at: int, stages: tuple[Stage, ...], phrase: Phrase, alone: Phrase | None = None
) -> Iterator[Reading]:
    """Read a verb of a phrase; `alone` is the phrase without those who stand behind `along with`."""
    first, officials = stages[0], alone or phrase
    if first is Stage.CASE_REGISTERED:  # "booked A and two sons" is one case, "booked two men" in two incidents two
        listed = "and" in {sentence.low(n) for n in range(phrase.start, phrase.end)}
        many = phrase.numbered and phrase.count and not listed
        yield from sentence.reading(first, phrase, at, count=phrase.count if many else 1)
    else:
        for stage in stages:
            yield from sentence.reading(stage, phrase, at)
    if officials.kind is Kind.OFFICIAL and first in _TOOK_PART and not officials.definite:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, officials, at)


def _of_other(sentence: Sentence, at: int) -> Iterator[Reading]:
    low = sentence.low(at)
    if low in CASE_HEADLINE and sentence.low(at - 1) in BODIES:
        yield from of_case(sentence, at)
    for reader in _READERS.get(low, ()):
        yield from reader(sentence, at)


def _of_headline(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`Police arrest seven`, `agency rescues`: the base form states a deed where a number follows."""
    phrase = object_of(sentence, at)
    stages = HEADLINES[sentence.low(at)]
    known = phrase is not None and (phrase.numbered or sentence.is_headline)
    took_long = sentence.low(at - 1) == "to" and sentence.low(at - 2) in {"hours", "minutes", "days", "managed", "able"}
    stated = took_long or (known and sentence.low(at - 1) not in _NOT_A_HEADLINE)
    if phrase is None or not stated:
        return
    if fits(sentence, phrase, stages[0], "arrested"):
        yield from _of_verb(sentence, at, stages, phrase)


def _of_noun(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`12 arrests`, `the conviction of three traffickers`, `three cases ended in conviction`."""
    stage = NOUNS[sentence.low(at)]
    before = next((p for p in sentence.phrases if p.start < at <= p.end and p.numbered), None)
    if before is not None and before.count is not None:
        if sentence.low(at - 1) in _OF_THE_PAST:
            return
        if sentence.low(at).endswith("s") or before.count == 1:
            yield from sentence.reading(stage, before, at)
        return
    alone = _counted_apart(sentence, at)
    if alone is not None:
        yield from sentence.reading(stage, alone, at)
    elif sentence.low(at + 1) == "of":
        yield from _of_what(sentence, at, stage)
    elif sentence.low(at) == "arrest":
        yield from of_his_arrest(sentence, at)


def _counted_apart(sentence: Sentence, at: int) -> Phrase | None:
    """`one conviction`, `nine cases ended in conviction, 120 in acquittal`, `conviction was secured in nine cases`."""
    if sentence.low(at - 1) == "one":
        return Phrase(at - 1, at, 1, Kind.PERSON, "", plural=False, definite=False, numbered=True)
    if sentence.low(at + 1) != "of" and _ENDED & {sentence.low(at - 2), sentence.low(at - 3)}:
        cases = [p for p in sentence.phrases if p.kind in {None, Kind.CASE} and p.numbered and p.end <= at]
        return cases[-1] if cases else None
    if sentence.low(at - 1) == "in":
        beside = (p for p in sentence.phrases if p.end == at - 1 and p.numbered and p.kind in {None, Kind.CASE})
        return next(beside, None)
    if sentence.low(at + 1) == "against" and NOUNS[sentence.low(at)] is Stage.PROSECUTED:
        many = phrase_at(sentence.tokens, at + 2)
        return many if many is not None and many.numbered else None
    return _in_cases(sentence, at, _LONG if sentence.words & _SECURED else 3)


def _in_cases(sentence: Sentence, at: int, reach: int) -> Phrase | None:
    """`conviction was secured in nine cases`, `convictions in 41 cases`, `inquiries opened into 183 complaints`."""
    if NOUNS[sentence.low(at)] is Stage.INVESTIGATED:
        into = (p for p in sentence.phrases if at < p.start < at + _LONG and sentence.low(p.start - 1) == "into")
        return next((p for p in into if p.kind in _LOOKED_INTO and p.numbered), None)
    near = (p for p in sentence.phrases if at < p.start < at + reach and sentence.low(p.start - 1) == "in")
    return next((p for p in near if p.kind in {Kind.CASE, None} and p.numbered), None)


def _of_what(sentence: Sentence, at: int, stage: Stage) -> Iterator[Reading]:
    place = at - 1
    while sentence.low(place) in {"the", "recent", "simultaneous", "alleged", "successful", "safe"}:
        place -= 1
    phrase = phrase_at(sentence.tokens, at + 2)
    led = sentence.low(place) == "to" and sentence.low(place - 1) in _LED
    by_court = sentence.low(place) == "ordered" and sentence.low(at) == "release"  # of bonded labourers, a court may
    if phrase is None or (sentence.low(place) in _WISHED and not led and not by_court):
        return
    if phrase.definite and not phrase.numbered:
        if stage is Stage.ARRESTED and phrase.count == 1 and fits(sentence, phrase, stage, "arrested"):
            yield from sentence.reading(stage, phrase, at)
        return
    one = sentence.low(phrase.start) in {"a", "an"} and stage is not Stage.PROSECUTED
    if phrase.numbered or one:
        whole = joined(sentence.tokens, phrase)
        if fits(sentence, whole, stage, ""):
            yield from sentence.reading(stage, whole, at)


_Reader = Callable[[Sentence, int], Iterator[Reading]]
_READERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys(CASE_VERBS | REPORT_VERBS, (of_case,)),
    **dict.fromkeys(CHARGE_SHEETS, (of_charges,)),
    **dict.fromkeys(AWARDS, (of_award,)),
    **dict.fromkeys(SUFFERED, (of_harm,)),
    **dict.fromkeys(SUPPORTED, (of_support,)),
    **dict.fromkeys(HEADLINES, (_of_headline,)),
    **{word: (of_help, *((_of_headline,) if word in HEADLINES else ())) for word in HELPING},
    **dict.fromkeys(("busted", "bust", "busts", "smashed", "dismantled"), (of_bust,)),
    "victims": (of_bare_victims,),
    "trafficking": (of_trafficking,),
    **dict.fromkeys(("intercepted", "stopped"), (of_vessel,)),
    "picked": (of_sea,),
    "cases": (of_bare_cases, of_tally),
    "handed": (of_award, of_handing_over),
    **dict.fromkeys(("serving", "starting", "beginning", "began"), (of_service,)),
    **dict.fromkeys(("verdict", "verdicts"), (of_verdict,)),
    **dict.fromkeys(("taken", "took", "placed", "shifted", "moved", "sent"), (of_taking,)),
    **dict.fromkeys(("slavery", "bondage", "servitude"), (of_condition,)),
    "investigation": (of_investigation,),
    "registered": (of_case, of_registered),
    **dict.fromkeys(("disciplinary", "departmental"), (of_officials,)),
    **dict.fromkeys(("report", "reports"), (of_first_report,)),
    "guilty": (of_guilt, of_plea, of_fault),
    **dict.fromkeys(("responsible", "show-cause"), (of_fault,)),
    "free": (of_help, _of_headline, of_setting_free),
    "pending": (of_pending,),
    "proceedings": (of_proceedings,),
    "custody": (of_custody,),
    "prison": (of_prison, of_those_held),
    "jail": (of_prison, _of_headline, of_those_held),
    "bars": (of_prison, of_those_held),
    "trial": (of_trial, of_court),
    **dict.fromkeys(("court", "courts"), (of_court,)),
    "down": (of_sending_down,),
    "registration": (of_registration,),
    "suspension": (of_suspension,),
    "darj": (of_roman_urdu,),
    **dict.fromkeys(("serve", "spend"), (of_order,)),
    "threw": (of_dropped,),
    **dict.fromkeys(("none", "nobody", "neither", "no", "not"), (of_none,)),
    "admitted": (of_admission,),
    **dict.fromkeys(("deny", "denies"), (of_denial,)),
    "times": (of_use,),
    "number": (of_number, of_total),
    **dict.fromkeys(("total", "tally", "toll"), (of_total,)),
    **dict.fromkeys(("against", "involved", "complicit"), (of_officials,)),
}
