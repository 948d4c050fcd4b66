"""Of whom an English verb speaks: its object, or the subject of a passive; and whether anything was done."""

from dataclasses import replace

from amanat.core import Stage
from amanat.enforcement.lists import joined
from amanat.enforcement.nouns import FIXED_SIZE, Kind, either_number, kind_of
from amanat.enforcement.numerals import numeral_at
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.senses import JUDGED, NO_PERSONS, SUBJECT_VERBS, can_be_rescued, fits, of_people
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import (
    ADVERBS,
    BE_ONLY,
    CLAIMED,
    HAVE,
    MODALS,
    PLURAL_AUX,
    PREPOSITIONS,
    REJECT_GOVERNORS,
    RELATIVES,
    SEARCHERS,
    SINGULAR_AUX,
    VERBS,
)

_PARTICLES = frozenset("up down out home back into custody guilty".split())
_CONDITIONS = frozenset("if unless whether nobody none until".split())
_ABOUT_CASES = frozenset({Stage.CASE_REGISTERED, Stage.INVESTIGATED})
_REPORTED = frozenset("that said says while".split())
_MONEY = frozenset("rs pkr $ £ € ₹ tk".split())
_TRAVEL = frozenset("flight flights seat seats ticket tickets train bus hotel".split())
_OPENS = frozenset("who whom whose believed accused suspected".split())
_JOINS = frozenset("before after since until as".split())
_ONCE = frozenset("after since following".split())
_REACH = 14  # tokens between "was convicted" and "and sentenced" of the same subject


def argument_of(sentence: Sentence, at: int, stage: Stage, last: Phrase | None) -> Phrase | None:
    """Find whom a verb speaks of.

    Args:
        sentence: the sentence.
        at: index of the verb.
        stage: what the verb counts.
        last: whom the verb before spoke of, for `was convicted and sentenced`.

    Returns:
        The phrase, or None when nothing is said to be done, or not in the sense that is counted.
    """
    phrase = _argument(sentence, at, stage, last)
    if phrase is None or _other_sense(sentence, at, phrase):
        return None
    return phrase if fits(sentence, phrase, stage, _sense(sentence, at)) else None


def _other_sense(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """`held a rally`, `held her down`, `charged her Rs30,000`, `booked on a flight`, `freed himself`."""
    verb, behind = sentence.low(at), sentence.low(max(phrase.end, at + 1))
    if verb == "held":
        by_hand = phrase.start > at and not phrase.numbered and not sentence.words & SEARCHERS
        return phrase.kind is Kind.THING or by_hand or behind in {"responsible", "accountable", "liable"}
    if verb == "charged":
        return phrase.start > at and (behind in _MONEY or behind.isdecimal())
    if verb == "booked":
        return bool(sentence.words & _TRAVEL)
    return verb in {"freed", "recovered"} and sentence.low(at + 1) in {"himself", "herself", "themselves"}


def _argument(sentence: Sentence, at: int, stage: Stage, last: Phrase | None) -> Phrase | None:
    behind = next((n for n in range(at + 1, at + 4) if sentence.low(n) in {"was", "were"}), None) if at <= 1 else None
    if behind is not None and sentence.low(at - 1) in {"", "also"}:  # arrested were the cleric and a witness
        return object_of(sentence, behind)
    auxiliary = auxiliary_of(sentence, at)
    if auxiliary is not None and sentence.low(auxiliary) == "being" and sentence.low(auxiliary - 1) in _ONCE:
        return _subject_around(sentence, auxiliary - 1)
    if auxiliary is not None and unreal(sentence, auxiliary):
        return None
    begin = at if auxiliary is None else auxiliary
    if stage in JUDGED and sentence.low(begin) in {"is", "are"}:
        return None  # "whoever is convicted" is the law, not a case
    oneself = sentence.low(at + 1) in {"himself", "herself", "themselves"}
    if oneself or sentence.low(at) in SUBJECT_VERBS or is_passive(sentence, begin, at):
        return subject_of(sentence, begin, stage, sentence.low(at))
    return None if _adjectival(sentence, at) else _active(sentence, at, stage, last)


def _subject_around(sentence: Sentence, lead: int) -> Phrase | None:
    """`she faces prison after being found guilty`, `after being convicted, she left`: whom the main clause tells of."""
    if lead == 0:
        begin = next((n + 1 for n in range(len(sentence.tokens)) if sentence.low(n) == ","), 0)
        return next((p for p in sentence.phrases if p.start >= begin and not _governed(sentence, p)), None)
    begin = next((n + 1 for n in range(lead, -1, -1) if sentence.low(n) in _REPORTED), 0)
    if {sentence.low(n) for n in range(begin, lead)} & (MODALS - {"to"}):
        return None  # would be deported after being charged
    clause = (p for p in sentence.phrases if p.start >= begin and p.end <= lead)
    return next((p for p in clause if not _governed(sentence, p)), None)


def _active(sentence: Sentence, at: int, stage: Stage, last: Phrase | None) -> Phrase | None:
    """The object of a verb; without one the subject it shares with the verb before, or the phrase it is added to."""
    direct = object_of(sentence, at)
    if direct is not None:
        if sentence.low(at) in SUBJECT_VERBS:
            return None
        if direct.count is None and not direct.head and sentence.low(direct.start) == "them":
            return last or those_before(sentence, at, stage)  # "convicted three men and sentenced them"
        return None if _not_done(sentence, at) else direct
    whom = next((n for n in range(at - 2, at - 6, -1) if sentence.low(n) == "whom"), None)
    if whom is not None and sentence.low(whom - 1) != "of":  # the man whom the judge sentenced
        return next((one_accused(p) for p in sentence.phrases if p.end in (whom, whom - 1)), None)
    shared = sentence.low(back(sentence, at)) in {"and", ","} and not sentence.low(at + 1)[:1].isdecimal()
    if shared and last is not None and at - last.end < _REACH:
        return last
    return _added_to(sentence, at)


def those_before(sentence: Sentence, at: int, stage: Stage) -> Phrase | None:
    """Return whom `them` means: `extended the benefit of doubt to two co-accused and acquitted them`."""
    kinds = {Kind.VICTIM, Kind.HARMED} if stage is Stage.RESCUED else {Kind.PERSON}
    before = (p for p in reversed(sentence.phrases) if p.end < at and p.kind in kinds)
    return next((p for p in before if p.numbered or (p.count or 0) > 1), None)


def _added_to(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase a bare participle is added to: `48 suspects arrested`, `appeared in court charged with`."""
    before = just_before(sentence, at)
    if sentence.low(at - 1) in {"all", "both"} and sentence.low(at - 2) == ",":  # the owner and an agent, all arrested
        return subject_of(sentence, at - 2, Stage.ARRESTED, "arrested")
    if sentence.low(at - 1) == "," and (whose := _before_aside(sentence, at)) is not None:
        return whose if whose.numbered else None
    apart = before is None or sentence.low(before.start - 1) in PREPOSITIONS
    if apart and (sentence.low(at), sentence.low(at + 1)) == ("charged", "with"):
        return subject_of(sentence, at, Stage.CHARGED, "charged")
    opinion = sentence.low(at) == "held" and before is not None and before.named  # "the Court held"
    if before is None or opinion or sentence.low(at).endswith("ing"):
        return None
    if before.kind is Kind.THING and not before.numbered:
        return None
    follows = sentence.low(at + 1) in {"in", "over", "for", "on", "with"}
    before = _whole_of(sentence, before)
    return before if before.numbered or follows or sentence.is_headline else None


def _whole_of(sentence: Sentence, part: Phrase) -> Phrase:
    """`nine of the 14 people arrested`: all 14 were."""
    of = next((n for n in range(part.start, part.end) if sentence.low(n) == "of"), None)
    whole = phrase_at(sentence.tokens, of + 1) if of is not None else None
    return whole if whole is not None and whole.numbered and whole.end == part.end else part


def _sense(sentence: Sentence, at: int) -> str:
    """`96 brokers held` is an arrest; `workers were held` may be the crime itself."""
    verb = sentence.low(at)
    return "arrested" if verb == "held" and auxiliary_of(sentence, at) is None else verb


def _not_done(sentence: Sentence, at: int) -> bool:
    if sentence.low(at).endswith("ing") and sentence.low(at - 1) in REJECT_GOVERNORS:
        return True
    return sentence.low(at - 1) in MODALS or (sentence.low(at - 2) == "to" and sentence.low(at - 1) != "have")


def auxiliary_of(sentence: Sentence, at: int) -> int | None:
    """Return where the chain of auxiliaries before a verb begins, None when there is none."""
    place, found = at - 1, None
    while place >= 0 and at - place < 7:  # noqa: PLR2004 - "has also now reportedly been" is the longest in use
        low = sentence.low(place)
        if low in BE_ONLY or low in HAVE or low in MODALS:
            found = place
        elif low.endswith("day") and sentence.low(place - 1) == "on":  # was on Tuesday sentenced
            place -= 1
        elif low not in ADVERBS and not low.endswith("ly") and low not in {"not", "n't", "never", "yet"}:
            break
        place -= 1
    return found


def is_passive(sentence: Sentence, auxiliary: int, at: int) -> bool:
    """Tell whether a chain of auxiliaries makes its verb a passive: `was`, `has been`, not `has`, not `are …ing`."""
    if sentence.low(at).endswith("ing"):
        return False
    return any(sentence.low(n) in BE_ONLY for n in range(auxiliary, at))


def unreal(sentence: Sentence, auxiliary: int) -> bool:
    """Tell whether the clause says that something may, should, will or did not happen."""
    if sentence.low(auxiliary) == "to" and sentence.low(auxiliary + 1) == "have":
        return sentence.low(auxiliary - 1) not in CLAIMED
    reach = next((n for n in range(auxiliary + 1, auxiliary + 5) if sentence.low(n) in VERBS), auxiliary + 5)
    near = range(max(0, auxiliary - 1), reach)  # "were suspended for not acting": they were
    chain = {sentence.low(n) for n in near if (sentence.low(n), sentence.low(n + 1)) != ("not", "guilty")}
    if sentence.low(auxiliary) in MODALS | {"being", "be"} or chain & {"not", "never", "yet", "neither"}:
        return True
    nought = any(
        sentence.low(n) == "no"
        and not sentence.tokens[n + 1].is_number
        and sentence.low(n + 1) not in {".", "more", "fewer", "less"}
        and sentence.low(n - 1) not in {"of", "with"}  # of no fixed abode
        for n in range(max(0, auxiliary - 4), auxiliary)
    )
    ahead = {sentence.low(n) for n in range(max(0, auxiliary - 8), auxiliary)}
    return nought or bool(ahead & _CONDITIONS)


def _adjectival(sentence: Sentence, at: int) -> bool:
    """`the arrested persons`: a word for them, not a new count."""
    return sentence.low(back(sentence, at)) in {"the", "those", "these", "all", "other"} and (
        phrase_at(sentence.tokens, at + 1) is not None
    )


def with_companions(sentence: Sentence, at: int, phrase: Phrase) -> Phrase:
    """`he was arrested along with his driver and two sons`: those named after the verb belong to it too."""
    lead = (sentence.low(at + 1), sentence.low(at + 2))
    if phrase.end > at or phrase.count is None or lead not in {("along", "with"), ("together", "with")}:
        return phrase
    more = phrase_at(sentence.tokens, at + 3)
    whole = joined(sentence.tokens, more) if more is not None else None
    if whole is None or whole.count is None or whole.kind in {Kind.THING, Kind.CASE, Kind.GROUP, None}:
        return phrase
    return replace(phrase, count=phrase.count + whole.count, plural=True, definite=False, numbered=whole.numbered)


def with_others(sentence: Sentence, at: int, phrase: Phrase) -> Phrase:
    """`A was jailed for nine years, B for six and C for four`: the verb, said once, holds for each of them."""
    others = [
        other
        for other in sentence.phrases
        if other.start >= max(at, phrase.end)
        and (other.named or (other.count == 1 and sentence.low(other.start) in {"his", "her"}))
        and sentence.low(other.start - 1) in {"and", ",", "while", ";"}
        and sentence.low(other.end) in {"for", "to"}
        and numeral_at(sentence.tokens, other.end + 1) is not None
    ]
    if phrase.count != 1 or not others:
        return phrase
    return replace(phrase, count=1 + len(others), plural=True, definite=False)


def back(sentence: Sentence, at: int) -> int:
    """Return the nearest index before a token that holds no adverb."""
    place = at - 1
    while place >= 0 and sentence.low(place) in ADVERBS - {"both", "all"}:
        place -= 1
    return place


def object_of(sentence: Sentence, at: int) -> Phrase | None:
    """Return the phrase that begins right after a verb, adverbs and particles apart."""
    if sentence.low(back(sentence, at)) in {"a", "an"}:  # "a recently arrested accused"
        phrase = phrase_at(sentence.tokens, at + 1)
        return None if phrase is None or phrase.plural else replace(phrase, count=1, definite=False)
    for place in range(at + 1, at + 4):
        phrase = phrase_at(sentence.tokens, place)
        if phrase is not None:
            whole = joined(sentence.tokens, phrase)
            # "arrested two men and a woman was hurt": the woman belongs to the next clause.
            runs_on = sentence.low(whole.end) in BE_ONLY | HAVE and whole.end > phrase.end
            return one_accused(phrase if runs_on else whole)
        if sentence.low(place) not in ADVERBS | _PARTICLES:
            return None
    return None


def one_accused(phrase: Phrase) -> Phrase:
    """`the accused` is one or many; as an object it counts one, and gives way where the story gives a number."""
    if phrase.count is None and either_number(phrase.head) and not phrase.numbered:
        return replace(phrase, count=1, definite=True)
    return phrase


def just_before(sentence: Sentence, at: int) -> Phrase | None:
    """Return the phrase that ends right before a verb: `48 suspects arrested`."""
    place = back(sentence, at) + 1
    return next((phrase for phrase in sentence.phrases if phrase.end in (place, at)), None)


def subject_of(sentence: Sentence, auxiliary: int, stage: Stage, verb: str) -> Phrase | None:
    """Return the subject of a passive: the nearest fitting phrase before it that no preposition governs."""
    end = back(sentence, auxiliary) + 1
    relative = sentence.low(end - 1) in RELATIVES and sentence.low(end - 2) != "of"  # "two of whom were"
    if relative:
        end -= 1 + (sentence.low(end - 2) == ",")
    whose = _before_aside(sentence, end) if sentence.low(end - 1) == "," else None
    if whose is not None and not _governed(sentence, whose) and _can_be_subject(whose, stage, verb):
        agreed = _agreeing(sentence, whose, sentence.low(auxiliary))
        if agreed is not None:
            return agreed
    for phrase in reversed(sentence.phrases):
        if phrase.end > end or _aside(sentence, phrase, end):
            continue
        if sentence.low(phrase.start - 1) in {"not", "nor", "neither"}:
            return None
        if any(sentence.low(n) in {";", ":"} for n in range(phrase.end, end)):
            return None
        finite = phrase.end == end and sentence.low(auxiliary) in BE_ONLY | HAVE
        joined_on = finite and sentence.low(phrase.start - 1) in _JOINS  # before a case was registered
        governed = _governed(sentence, phrase) and not (relative and phrase.end >= end - 1) and not joined_on
        if not governed and _can_be_subject(phrase, stage, verb):
            agreed = _agreeing(sentence, _last_clause(sentence, phrase), sentence.low(auxiliary))
            if agreed is not None:
                return agreed
    return None


def _last_clause(sentence: Sentence, phrase: Phrase) -> Phrase:
    """`removed the SHO, and four constables were`: only the constables stand in the clause of `were`."""
    link = next((n for n in range(phrase.end - 1, phrase.start, -1) if sentence.low(n) == "and"), None)
    if link is None or sentence.low(phrase.start - 1) not in VERBS:
        return phrase
    own = phrase_at(sentence.tokens, link + 1)
    return own if own is not None and own.end == phrase.end else phrase


def _before_aside(sentence: Sentence, end: int) -> Phrase | None:
    """`the suspect, whom residents had beaten before a patrol arrived, had been`: who stands before `, whom … ,`."""
    for place in range(end - 2, 0, -1):
        if sentence.low(place) in {";", ":"}:
            return None
        if sentence.low(place) == "," and sentence.low(place + 1) in _OPENS:
            return next((phrase for phrase in sentence.phrases if phrase.end in (place, place + 1)), None)
    return None


def _aside(sentence: Sentence, phrase: Phrase, end: int) -> bool:
    """Tell whether a phrase only adds to the subject.

    `nine men who groomed girls`, `Rehana, not her real name,`, `19 peasants, seven of them children,`, `four men, all
    brothers,`.
    """
    before = (sentence.low(phrase.start - 2), sentence.low(phrase.start - 1))
    if "who" in before or before == (",", "not") or before[1] == "be":
        return True
    lead = next((n for n in range(phrase.start - 1, phrase.start - 5, -1) if sentence.low(n) == ","), -1)
    inside = {sentence.low(n) for n in range(lead + 1, phrase.end)} if lead > 0 else set()
    behind = sentence.low(phrase.end)
    apart = phrase.end < end and sentence.low(end - 1) == ","  # three of whom are teachers, were
    if "of" in inside and {"them", "whom"} & inside:
        return behind == "," or kind_of(behind) is not None or apart
    return apart and (before[1] in BE_ONLY or (before[1] == "," and not phrase.numbered and phrase.count is None))


def _governed(sentence: Sentence, phrase: Phrase) -> bool:
    governor = sentence.low(phrase.start - 1)
    if governor == "on" and sentence.low(phrase.start - 2) in {"years", "months", "weeks", "days", "later"}:
        return False  # six years on only two were
    return governor in PREPOSITIONS or (governor.endswith("ing") and governor not in {"being", "following"})


def _can_be_subject(phrase: Phrase, stage: Stage, verb: str) -> bool:
    thing = phrase.kind is Kind.THING
    if phrase.kind is Kind.GROUP or (thing and (not of_people(stage, verb) or phrase.head in NO_PERSONS)):
        return False
    is_case = phrase.kind is Kind.CASE
    if is_case or (stage in _ABOUT_CASES and verb != "booked" and phrase.kind is not None):
        return is_case and stage in _ABOUT_CASES and verb != "booked"
    return not (stage is Stage.RESCUED and phrase.head) or phrase.kind is Kind.HARMED or can_be_rescued(phrase, verb)


def _agreeing(sentence: Sentence, phrase: Phrase, auxiliary: str) -> Phrase | None:
    """Return the phrase, or the last member of a list, if it agrees in number with the auxiliary."""
    if auxiliary in PLURAL_AUX:
        return None if phrase.count == 1 and not phrase.plural else phrase
    if auxiliary not in SINGULAR_AUX:
        return phrase
    if phrase.plural and phrase.head not in FIXED_SIZE and phrase.head not in {"gang", "family"}:
        # "the office and her mother was": her mother
        members = (phrase_at(sentence.tokens, n) for n in range(phrase.end - 1, phrase.start, -1))
        return next((m for m in members if m and m.end == phrase.end and m.count == 1 and not m.plural), None)
    return replace(phrase, count=1) if phrase.count is None and either_number(phrase.head) else phrase
