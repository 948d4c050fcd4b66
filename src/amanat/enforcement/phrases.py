"""Noun phrases of an English sentence: how many of whom or what, read from left to right without a parser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amanat.enforcement.counts import count_at
from amanat.enforcement.names import name_end
from amanat.enforcement.nouns import FIXED_SIZE, Kind, either_number, is_plural, kind_of, names_an_agent
from amanat.enforcement.numerals import numeral_at
from amanat.enforcement.tokens import Token
from amanat.enforcement.triggers import CASE_VERBS, VERBS

_OWN = frozenset("his her their".split())
_DETERMINERS = frozenset("the its our my your this these those said".split()) | _OWN
_SINGLE = frozenset("a an another one".split())
_HEDGES = frozenset(
    "over about around nearly almost approximately roughly some estimated total at least most more than up to as many "
    "under fewer less only just all another upwards a an of further additional close well".split()
)
_NO_MORE = (frozenset({"no", "not"}), frozenset({"more", "fewer", "less"}))
"""`not more than 40`, `no fewer than 23`: a hedge, and no denial."""
_PRONOUNS = {
    "he": 1,
    "she": 1,
    "him": 1,
    "they": None,
    "them": None,
    "both": 2,
    "i": None,
    "we": None,
    "me": None,
    "all": None,
}
_SAID_OF_ALL = frozenset("were are have had got received pleaded".split())
"""`all were jailed`: here the word stands for people and hedges no number."""
_MANY_PRONOUNS = frozenset("they them both we all".split())
_STOPS = frozenset(
    "a an the of in on at by for from with to into over under against after before during since until till "
    "without near about between among through via per as than because when while where who whom whose which that "
    "what if unless whether but or nor so yet and is are was were be been being am has have had do does did will "
    "would shall should can could may might must not no never said told says added including also his her their "
    "its him them they he she it i we identified named aged then later despite amid within outside inside along "
    "alongside besides ended resulted culminated led remain remains face faces faced facing".split()
)
_DONE_TO = frozenset("rescued recovered arrested detained convicted acquitted freed suspended".split())
_VERBS = frozenset(VERBS) - {"held", "charged", "convicts", "nominated"} | CASE_VERBS
_NOT_PEOPLE = frozenset(
    "house home force forces commission rights station stations court department welfare protection abuse labour "
    "marriage card law laws bureau".split()
)
"""After a noun of ours these make it part of the name of a thing: `child labour`, `women police station`."""
_STATE = frozenset("prison jail police customs immigration airport government fia".split())
_IN_SERVICE = frozenset("warden wardens employee employees clerk clerks worker workers guard guards".split())
"""After a word of the state these are in its service: `prison wardens`."""
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_AMOUNTS = frozenset("number handful lot host series spate majority bid case".split())
_RUN = 8  # words; longer stacks of modifiers do not occur
_HEDGE_WORDS = 5  # "a total of at least"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some people, cases or things, as one stretch of tokens."""

    start: int
    """Index of the first token."""
    end: int
    """Index of the token after the last one."""
    count: int | None
    """How many; None when the words do not tell."""
    kind: Kind | None
    """What is counted; None for an unknown noun or a bare number."""
    head: str
    """The noun in lower case; empty for names, pronouns and bare numbers."""
    plural: bool
    definite: bool
    """`the man`, `he`, a name: points back at somebody the story has spoken of."""
    numbered: bool = False
    """The count is written as a number, not as `a` or a name."""
    named: bool = False
    """Consists of names."""


def phrase_at(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Read the noun phrase that begins exactly at a token; None where none does."""
    if at + 1 < len(tokens) and tokens[at].low == "all" and tokens[at + 1].low in _SAID_OF_ALL:
        return _pronoun(tokens, at, at)
    begin, at = at, _past_hedges(tokens, at)
    if at >= len(tokens):
        return None
    low = tokens[at].low
    if low in _SINGLE and not _is_number_word(tokens, at):
        return (
            _gang(tokens, begin, at + 1)
            or _with_head(tokens, begin, at + 1, 1)
            or _one_more(tokens, begin, at + 1)
            or _unknown(tokens, begin, at + 1)
        )
    number = count_at(tokens, at)
    if number is not None:
        return _counted(tokens, begin, number.end, number.value)
    if low in _PRONOUNS:
        return _pronoun(tokens, begin, at)
    known = low in _DETERMINERS
    return _determined(tokens, begin, at + 1) if known else (_gang(tokens, begin, at) or _bare(tokens, begin, at))


def _pronoun(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    low = tokens[at].low
    step = at + 2 if at + 1 < len(tokens) and tokens[at + 1].low == "the" else at + 1
    if low == "both" and (one := _one_of_two(tokens, at + 1)) is not None:  # both the uncle and the aunt
        return replace(one, start=begin)
    if low == "both" and _run_end(tokens, step) > step:  # both girls, both the accused
        return _counted(tokens, begin, step, 2)
    return Phrase(begin, at + 1, _PRONOUNS[low], Kind.PERSON, "", low in _MANY_PRONOUNS, definite=True)


def _one_of_two(tokens: Sequence[Token], at: int) -> Phrase | None:
    first = phrase_at(tokens, at) if at < len(tokens) and tokens[at].low not in _PRONOUNS else None
    linked = first is not None and first.end < len(tokens) and tokens[first.end].low == "and"
    if first is None or not linked or first.count != 1 or first.plural:
        return None
    return replace(first, definite=False)


def _one_more(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    """`three guards and a fourth`: an ordinal alone is one more of the same."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    ends = after in {"was", "is", "has", "had", ".", ",", "and"}
    if at >= len(tokens) or tokens[at].low not in _ORDINALS or not ends:
        return None
    return Phrase(begin, at + 1, 1, Kind.PERSON, "", plural=False, definite=False, numbered=True)


_SIZED = frozenset({"member", "man", "men", "person", "strong"})


def _gang(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    """`a three-member gang`: as many as its members."""
    size, hyphen, rest = tokens[at].low.partition("-") if at < len(tokens) else ("", "", "")
    number = numeral_at((replace(tokens[at], text=size, low=size),), 0) if hyphen and rest in _SIZED else None
    if number is None:
        return None
    return Phrase(
        begin, _run_end(tokens, at), number.value, Kind.PERSON, "gang", plural=True, definite=False, numbered=True
    )


def _is_number_word(tokens: Sequence[Token], at: int) -> bool:
    """`one of`, `a dozen`, `one hundred`: here the article is part of a number."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    scales = {"hundred", "thousand", "lakh", "million"}
    if tokens[at].low == "one":
        return following in scales | {"of"}
    return tokens[at].low == "a" and following in scales | {"dozen"}


def _past_hedges(tokens: Sequence[Token], at: int) -> int:
    """Go past `at least`, `more than`, `a total of`, `as many as` where a number follows, and past `all`, `some`."""
    end = at
    if at + 1 < len(tokens) and tokens[at].low in _NO_MORE[0] and tokens[at + 1].low in _NO_MORE[1]:
        end += 2
    while end < len(tokens) and tokens[end].low in _HEDGES and end - at <= _HEDGE_WORDS:
        end += 1
    if end == at or end - at > _HEDGE_WORDS:
        return at
    alone = end - at == 1 and tokens[at].low in {"a", "of", "to", "at", "under", "an"}
    if not alone and count_at(tokens, end) is not None:
        return end
    return end if end - at == 1 and tokens[at].low in {"all", "some", "only", "just"} else at


def _determined(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    """`the two men`, `his wife`: definite, but for relatives, whom a story brings in so."""
    own = tokens[at - 1].low in _OWN
    at += (
        at < len(tokens)
        and tokens[at].low in {"remaining", "other", "same", "last"}
        and count_at(tokens, at + 1) is not None
    )
    inner = count_at(tokens, at)
    phrase = _with_head(tokens, begin, at, None) if inner is None else _counted(tokens, begin, inner.end, inner.value)
    if phrase is not None:
        return replace(phrase, definite=not own)
    more = _one_more(tokens, begin, at)
    if more is not None:
        return more
    if tokens[at - 1].text == "her":  # "Her phone": whose it is
        return Phrase(begin, at, 1, Kind.PERSON, "", plural=False, definite=True)
    return None if own else _unknown(tokens, begin, at)


def _unknown(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    """`a bishop`, `the fiends`: whoever is arrested or convicted is a person, whatever the noun."""
    end = _run_end(tokens, at)
    if end == at:
        return None
    head = tokens[end - 1].low
    if head in _AMOUNTS:
        return None
    plural = head.endswith("s") and not head.endswith("ss")
    kind = Kind.PERSON if names_an_agent(head) else Kind.THING
    return Phrase(begin, end, None if plural else 1, kind, head, plural, definite=tokens[at - 1].low == "the")


def _bare(tokens: Sequence[Token], begin: int, at: int) -> Phrase | None:
    """A name, `Azra's brother`, or a noun without article."""
    end = name_end(tokens, at)
    if end == at:
        return _with_head(tokens, begin, at, None) if tokens[at].is_word else None
    following = tokens[end] if end < len(tokens) else None
    if tokens[end - 1].low.endswith("'s") or (following and following.low == "'"):
        return _with_head(tokens, begin, end, None)
    if following and kind_of(following.low) and not following.is_title:
        return _with_head(tokens, begin, at, None)
    return Phrase(begin, end, 1, Kind.PERSON, "", plural=False, definite=True, named=True)


def _counted(tokens: Sequence[Token], begin: int, at: int, count: int | None) -> Phrase | None:
    """A number and what follows it: a noun, `of them`, `others`, or nothing."""
    if at < len(tokens) and tokens[at].low == "of":
        return _part_of(tokens, begin, at, count)
    if at + 1 < len(tokens) and (tokens[at].low, tokens[at + 1].low) == ("-", "member"):
        end = max(_run_end(tokens, at + 2), at + 2)
        return Phrase(begin, end, count, Kind.PERSON, "gang", plural=True, definite=False, numbered=True)
    phrase = _with_head(tokens, begin, at, count)
    if phrase is not None:
        return replace(phrase, numbered=True, plural=count != 1)
    end = _run_end(tokens, at)
    if end == at or tokens[at].low in {"held", "charged", "get", "got"}:
        return Phrase(begin, at, count, None, "", count != 1, definite=False, numbered=True)
    nations = (n for n in range(at, end) if tokens[n].is_title and tokens[n].low.endswith(("ns", "ese", "is")))
    nation = next(nations, None)
    end = end if nation is None else nation + 1
    head = tokens[end - 1]
    if head.is_title and head.low.endswith(("s", "ese", "i")):  # 58 Rohingyas, 12 Nepalese
        return Phrase(begin, end, count, Kind.PERSON, "", count != 1, definite=False, numbered=True)
    kind = Kind.PERSON if names_an_agent(head.low.removesuffix("s")) else Kind.THING
    return Phrase(begin, end, count, kind, head.low, count != 1, definite=False, numbered=True)


def _part_of(tokens: Sequence[Token], begin: int, at: int, count: int | None) -> Phrase | None:
    """`three of the four suspects`, `one of them`."""
    whole = phrase_at(tokens, at + 1)
    if whole is not None and whole.head:
        return replace(whole, start=begin, count=count, plural=count != 1, definite=False, numbered=True)
    if at + 1 < len(tokens) and tokens[at + 1].low in {"them", "whom", "these", "those", "us"}:
        return Phrase(begin, at + 2, count, Kind.PERSON, "", count != 1, definite=False, numbered=True)
    return Phrase(begin, at, count, None, "", count != 1, definite=False, numbered=True) if count else None


def _with_head(tokens: Sequence[Token], begin: int, at: int, count: int | None) -> Phrase | None:
    """Find the noun of a run of words; its last known noun is the head."""
    end = _run_end(tokens, at)
    place = _head(tokens, at, end)
    if place is None or (place + 1 < end and tokens[place + 1].low in _NOT_PEOPLE):
        return None
    head, kind = tokens[place].low, kind_of(tokens[place].low)
    of = place + 1 < len(tokens) and tokens[place + 1].low == "of"
    definite = begin < at and tokens[at - 1].low == "the"
    inner = phrase_at(tokens, place + 2) if of and kind is Kind.GROUP else None
    many = numeral_at(tokens, place + 2) if of and head == "family" else None  # a family of seven
    if many is not None and many.value is not None:
        return Phrase(begin, many.end, many.value, kind, head, plural=True, definite=definite, numbered=True)
    if inner is not None and inner.numbered:  # a gang of three suspects
        gang = inner.kind is None
        return replace(
            inner,
            start=begin,
            definite=definite,
            kind=Kind.PERSON if gang else inner.kind,
            head="gang" if gang else inner.head,
        )
    if head in FIXED_SIZE and count in {None, 1}:
        size = FIXED_SIZE[head]
        return Phrase(begin, place + 1, size, kind, head, plural=True, definite=definite, numbered=True)
    if tokens[place - 1].low in _STATE and head in _IN_SERVICE and place > at:
        kind = Kind.OFFICIAL
    plural = is_plural(head)
    if count is None and not plural and not either_number(head):
        count = 1
    return Phrase(begin, place + 1, None if count == 1 and plural else count, kind, head, plural, definite=definite)


def _head(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return where the head of a run of words stands: its first plural of ours, else its last noun of ours.

    A plural ends a noun phrase (`4,139 children fell victim`), but for one that another noun follows (`women workers`).
    """
    known = [n for n in range(at, end) if kind_of(tokens[n].low) is not None]
    plurals = (n for n in known if is_plural(tokens[n].low) and n + 1 not in known and tokens[n].text[-1:] != "'")
    return next(plurals, known[-1] if known else None)


def _two_adjectives(tokens: Sequence[Token], at: int, place: int) -> bool:
    """`31 serving and former officials`: an `and` between two words for the same people."""
    if tokens[place].low != "and" or place == at or place + 2 >= len(tokens) or kind_of(tokens[place - 1].low):
        return False
    second, noun = tokens[place + 1], tokens[place + 2]
    adjective = second.is_word and second.low not in _STOPS | _VERBS and kind_of(second.low) is None
    return adjective and numeral_at(tokens, place + 1) is None and kind_of(noun.low) is not None and is_plural(noun.low)


def _adjective(tokens: Sequence[Token], at: int, place: int) -> bool:
    """`the two rescued girls`: a participle right behind a number, with a noun of ours right behind it."""
    counted = place == at and place > 0 and numeral_at(tokens, place - 1) is not None
    noun = tokens[place + 1].low if counted and place + 1 < len(tokens) else ""
    return tokens[place].low in _DONE_TO and kind_of(noun) is not None and is_plural(noun)


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words that can belong to one noun phrase end."""
    end = at
    while end < len(tokens) and end - at < _RUN:
        token, following = tokens[end], tokens[end + 1] if end + 1 < len(tokens) else None
        linked = following is not None and (following.is_word if end > at else False)
        age = token.is_number and following is not None and following.low in {"-", "year-old"}
        belongs = token.is_word and token.low not in _STOPS and (token.low not in _VERBS or _adjective(tokens, at, end))
        if end > at and token.low not in {"one", "second"} and numeral_at(tokens, end) is not None and not age:
            break
        joins = (token.low in {"-", "'"} and linked) or _two_adjectives(tokens, at, end)
        if not belongs and not age and not joins:
            break
        end += 1
    return end
