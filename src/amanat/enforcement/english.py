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
)
from amanat.enforcement.lists import joined
from amanat.enforcement.nought import of_none
from amanat.enforcement.nouns import Kind
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.readings import Reading
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.terms import (
    of_admission,
    of_award,
    of_court,
    of_dropped,
    of_guilt,
    of_order,
    of_prison,
    of_service,
    of_trial,
)
from amanat.enforcement.totals import (
    earlier_count,
    of_change,
    of_officials,
    of_registered,
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
    auxiliary_of,
    back,
    fits,
    is_passive,
    just_before,
    object_of,
    subject_of,
    unreal,
    with_companions,
)
from amanat.enforcement.victims import (
    among_them,
    of_bare_victims,
    of_condition,
    of_harm,
    of_help,
    of_number,
    of_support,
    of_trafficking,
    of_use,
    of_vessel,
)

_CHILDREN = frozenset("girl girls boy boys child children kid kids minor minors baby infant".split())
_CARE = frozenset("care parents family families relatives guardians protection welfare shelter shelters bureau".split())
_WISHED = frozenset(
    "aside overturned quashed upheld against for demand demanded demanding order ordered ensure seek sought no "
    "to".split()
)
_NOT_A_HEADLINE = MODALS | PREPOSITIONS | frozenset("the a an no not n't any did do does under house his her".split())
_OF_THE_PAST = frozenset("previous prior earlier past".split())
_SECURED = frozenset("secured achieved obtained won recorded".split())
_LONG = 8  # tokens between "set" and "free", or a conviction and its cases
_LOOKED_INTO = frozenset({Kind.CASE, Kind.PERSON, Kind.OFFICIAL, None})
_LED = frozenset("led leading leads".split())
_ENDED = frozenset("ended resulted culminated".split())
_GIVES_WAY = frozenset({Stage.VICTIMS_IDENTIFIED, Stage.CASE_REGISTERED})
_OF_CASES = frozenset({Stage.INVESTIGATED, Stage.PROSECUTED, Stage.CONVICTED})
_TOOK_PART = frozenset({Stage.ARRESTED, Stage.CASE_REGISTERED, Stage.CHARGED, Stage.CONVICTED})


def readings_of(text: str, span: Span) -> tuple[Reading, ...]:
    """Return every count of police or court work that an English sentence states as done."""
    sentence = Sentence(text, span)
    found: list[Reading] = []
    last: Phrase | None = None
    for at in range(len(sentence.tokens)):
        told = [*_of_noun(sentence, at), *of_change(sentence, at)] if sentence.low(at) in NOUNS else []
        stages = _stages(sentence, at)
        if not told and stages:
            phrase = argument_of(sentence, at, stages[0], last)
            if phrase is not None:
                last = phrase = with_companions(sentence, at, phrase)
                told = list(_of_verb(sentence, at, stages, phrase))
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
    if pair[0] == "removed" and {sentence.low(n) for n in range(at + 1, at + 5)} & _CHILDREN:
        return (Stage.RESCUED,)
    return VERBS.get(sentence.low(at), ())


def _of_verb(sentence: Sentence, at: int, stages: tuple[Stage, ...], phrase: Phrase) -> Iterator[Reading]:
    first = stages[0]
    if first is Stage.CASE_REGISTERED:  # "booked A and two sons" is one case, "booked two men" in two incidents two
        listed = "and" in {sentence.low(n) for n in range(phrase.start, phrase.end)}
        many = phrase.numbered and phrase.count and not listed
        yield from sentence.reading(first, phrase, at, count=phrase.count if many else 1)
    else:
        for stage in stages:
            yield from sentence.reading(stage, phrase, at)
    if phrase.kind is Kind.OFFICIAL and first in _TOOK_PART and not phrase.definite:
        yield from sentence.reading(Stage.OFFICIALS_COMPLICIT, phrase, at)


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
    if phrase is None or sentence.low(at - 1) in _NOT_A_HEADLINE or not (phrase.numbered or sentence.is_headline):
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
        yield from _of_his_arrest(sentence, at)


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
    return _in_cases(sentence, at, _LONG if sentence.words & _SECURED else 3)


def _in_cases(sentence: Sentence, at: int, reach: int) -> Phrase | None:
    """`conviction was secured in nine cases`, `convictions in 41 cases`, `inquiries opened into 183 complaints`."""
    if NOUNS[sentence.low(at)] is Stage.INVESTIGATED:
        into = (p for p in sentence.phrases if at < p.start < at + _LONG and sentence.low(p.start - 1) == "into")
        return next((p for p in into if p.kind in _LOOKED_INTO and p.numbered), None)
    near = (p for p in sentence.phrases if at < p.start < at + reach and sentence.low(p.start - 1) == "in")
    return next((p for p in near if p.kind is Kind.CASE and p.numbered), None)


def _of_his_arrest(sentence: Sentence, at: int) -> Iterator[Reading]:
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


def _of_what(sentence: Sentence, at: int, stage: Stage) -> Iterator[Reading]:
    place = at - 1
    while sentence.low(place) in {"the", "recent", "simultaneous", "alleged", "successful", "safe"}:
        place -= 1
    phrase = phrase_at(sentence.tokens, at + 2)
    led = sentence.low(place) == "to" and sentence.low(place - 1) in _LED
    if phrase is None or (sentence.low(place) in _WISHED and not led):
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


def _of_bust(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`smashed a ring of four men`."""
    auxiliary = auxiliary_of(sentence, at)
    if auxiliary is not None and is_passive(sentence, auxiliary, at):
        phrase = just_before(sentence, auxiliary)
    else:
        phrase = object_of(sentence, at)
    gang = phrase is not None and sentence.low(phrase.start + 1) in {"gang", "group", "ring"}
    if phrase is not None and phrase.numbered and (gang or phrase.kind in {Kind.PERSON, Kind.OFFICIAL}):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def _of_custody(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`took two brothers into custody`; children are taken into care, not arrested."""
    verbs = (n for n in range(at - 2, max(-1, at - 14), -1) if sentence.low(n) in {"took", "taking", "takes", "taken"})
    near = {sentence.low(at - 1), sentence.low(at - 2)}
    verb = next(verbs, None) if "into" in near else None
    if verb is None:
        yield from _of_those_held(sentence, at)
        return
    if sentence.low(verb - 1) in MODALS:
        return
    after = sentence.low(verb + 1) == "into"  # took into custody six children
    if after and sentence.low(verb) == "taken":
        return
    phrase = object_of(sentence, at if after else verb)
    if phrase is not None and phrase.head in _CHILDREN and sentence.low(verb) != "taken":
        yield from sentence.reading(Stage.RESCUED, phrase, at) if phrase.numbered else ()
    elif phrase is not None and fits(sentence, phrase, Stage.ARRESTED, ""):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def _of_those_held(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`eleven people are behind bars`, `two men remain in police custody`."""
    place = next((n for n in range(at - 1, at - 4, -1) if sentence.low(n) in {"in", "behind"}), None)
    verb = back(sentence, place) if place is not None else 0
    linked = sentence.low(verb) in {"are", "is", "remain", "remains", "landed", "were"}
    end = back(sentence, verb) + 1 if linked else place
    phrase = next((p for p in sentence.phrases if p.end == end and (p.numbered or (p.count or 0) > 1)), None)
    remanded = bool(sentence.words & {"remanded", "remand"})
    if phrase is not None and not remanded and fits(sentence, phrase, Stage.ARRESTED, ""):
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def _of_handing_over(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the man was handed over to police`, `villagers handed the man over to police`."""
    to = next((n for n in range(at + 1, at + 9) if sentence.low(n) == "to"), None)
    if to is not None and {sentence.low(n) for n in range(to + 1, to + 7)} & _CARE:
        yield from _of_care(sentence, at)
        return
    if to is None or "police" not in {sentence.low(to + 1), sentence.low(to + 2), sentence.low(to + 3)}:
        return
    phrase = argument_of(sentence, at, Stage.ARRESTED, None)
    if phrase is not None and phrase.head not in _CHILDREN:
        yield from sentence.reading(Stage.ARRESTED, phrase, at)


def _of_care(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`eleven children were handed over to the child protection bureau`, `twelve girls were taken into care`."""
    phrase = argument_of(sentence, at, Stage.RESCUED, None)
    if phrase is not None and phrase.numbered and phrase.kind in {Kind.VICTIM, Kind.HARMED}:
        yield from sentence.reading(Stage.RESCUED, phrase, at)


def _of_taking(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`taken into care`, `placed in shelters`."""
    if sentence.low(at + 1) in {"into", "in", "to"} and {sentence.low(at + n) for n in (2, 3, 4)} & _CARE:
        yield from _of_care(sentence, at)


def _of_setting_free(sentence: Sentence, at: int) -> Iterator[Reading]:
    """`the judge set 22 labourers free`."""
    verb = next((n for n in range(at - 1, max(-1, at - _LONG), -1) if sentence.low(n) == "set"), None)
    phrase = object_of(sentence, verb) if verb is not None else None
    if phrase is not None and phrase.end == at and fits(sentence, phrase, Stage.RESCUED, ""):
        yield from sentence.reading(Stage.RESCUED, phrase, at)


_Reader = Callable[[Sentence, int], Iterator[Reading]]
_READERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys(CASE_VERBS | REPORT_VERBS, (of_case,)),
    **dict.fromkeys(CHARGE_SHEETS, (of_charges,)),
    **dict.fromkeys(AWARDS, (of_award,)),
    **dict.fromkeys(SUFFERED, (of_harm,)),
    **dict.fromkeys(SUPPORTED, (of_support,)),
    **dict.fromkeys(HEADLINES, (_of_headline,)),
    **{word: (of_help, *((_of_headline,) if word in HEADLINES else ())) for word in HELPING},
    **dict.fromkeys(("busted", "bust", "busts", "smashed", "dismantled"), (_of_bust,)),
    "victims": (of_bare_victims,),
    "trafficking": (of_trafficking,),
    **dict.fromkeys(("intercepted", "stopped"), (of_vessel,)),
    "cases": (of_bare_cases, of_tally),
    "handed": (of_award, _of_handing_over),
    "serving": (of_service,),
    **dict.fromkeys(("taken", "placed", "shifted", "moved"), (_of_taking,)),
    **dict.fromkeys(("slavery", "bondage", "servitude"), (of_condition,)),
    "investigation": (of_investigation,),
    "registered": (of_case, of_registered),
    "disciplinary": (of_officials,),
    "report": (of_first_report,),
    "guilty": (of_guilt,),
    "free": (of_help, _of_headline, _of_setting_free),
    "pending": (of_pending,),
    "proceedings": (of_proceedings,),
    "custody": (_of_custody,),
    "prison": (of_prison, _of_those_held),
    "jail": (of_prison, _of_headline, _of_those_held),
    "bars": (of_prison, _of_those_held),
    "trial": (of_trial, of_court),
    "court": (of_court,),
    "serve": (of_order,),
    "threw": (of_dropped,),
    **dict.fromkeys(("none", "nobody", "no", "not"), (of_none,)),
    "admitted": (of_admission,),
    "times": (of_use,),
    "number": (of_number, of_total),
    **dict.fromkeys(("total", "tally", "toll"), (of_total,)),
    **dict.fromkeys(("against", "involved", "complicit"), (of_officials,)),
}
