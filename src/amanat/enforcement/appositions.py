"""What stands between a person and the next of a list: ages, fathers, trades, addresses, names after a noun."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from amanat.enforcement.names import name_end, names_at
from amanat.enforcement.nouns import Kind, either_number
from amanat.enforcement.numerals import numeral_at
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.tokens import Token

_OPENING = frozenset(", — – (".split())
_CLOSING = frozenset("— – )".split())
PEOPLE = frozenset({Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM, Kind.HARMED})
_PRONOUNS = frozenset("he she they them him her both".split())
_WHOSE = frozenset("my our your his her its their".split())
_ROW = 12  # members; longer rows do not occur
_BRACKET = 8  # tokens between brackets
_CALLED = frozenset("identified named namely called as later".split())
_CHILD_OF = frozenset("son daughter wife brother sister resident".split())


def past_apposition(tokens: Sequence[Token], phrase: Phrase) -> Phrase:  # noqa: PLR0911 - one form of apposition each
    """Go past an age, a name after a description, or names between dashes; names number an unnumbered plural."""
    at = phrase.end
    if at >= len(tokens) or phrase.kind not in PEOPLE:
        return phrase
    ages = _past_ages(tokens, phrase)
    if ages > at:
        return replace(phrase, end=ages, count=_as_many(tokens, phrase, ages))
    if phrase.named or _age_follows(tokens, phrase):
        return _past_age(tokens, phrase)
    opened = tokens[at].low in _OPENING
    called = at + opened
    while phrase.plural and called < len(tokens) and tokens[called].low in _CALLED:
        called += 1
    if called > at + opened:
        names, end = names_at(tokens, called)
        if names > 1 and phrase.count in {None, names}:
            return replace(phrase, end=end, count=names)
    if not opened and name_end(tokens, at) == at:
        return phrase
    names, end = names_at(tokens, at + opened)
    if opened and end < len(tokens) and tokens[end].low in _CLOSING:
        end += 1
    if phrase.plural and phrase.count is None and names > 1:
        return replace(phrase, end=end, count=names)
    explained = phrase.count == names if phrase.plural else names == 1
    return replace(phrase, end=_past_comma(tokens, at, end)) if explained else phrase


def _past_comma(tokens: Sequence[Token], begin: int, end: int) -> int:
    """`the manager, Suresh Babu, and a customer`: the second comma closes the name."""
    closed = tokens[begin].low == "," and [token.low for token in tokens[end : end + 2]] == [",", "and"]
    return end + closed


def _past_ages(tokens: Sequence[Token], phrase: Phrase) -> int:
    """`aged five and seven,`, `aged between 12 and 15,`, `aged 51, 33 and 24`; `two boys, 12 and 14,`."""
    aged = phrase.end + (tokens[phrase.end].low == ",")
    if aged >= len(tokens) or tokens[aged].low != "aged":
        ages, end = _ages_between_commas(tokens, phrase.end)
        return end if phrase.plural and ages > 1 and phrase.count in {None, ages} else phrase.end
    at = aged + 1
    while at < len(tokens):
        more = tokens[at].low == "," and numeral_at(tokens, at + 1) is not None
        if not more and tokens[at].low not in {"and", "between", "to", "years", "-"} and not numeral_at(tokens, at):
            break
        at += 1
    return at + (at < len(tokens) and tokens[at].low == ",")


def _as_many(tokens: Sequence[Token], phrase: Phrase, end: int) -> int | None:
    """`women aged 33 and 41`: as many as their ages; a range of ages tells no number."""
    ages = [token for token in tokens[phrase.end : end] if token.is_number]
    ranged = any(token.low in {"between", "to", "-"} for token in tokens[phrase.end : end])
    counted = phrase.plural and phrase.count is None and len(ages) > 1 and not ranged
    return len(ages) if counted else phrase.count


def _ages_between_commas(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """How many numbers stand in `, 12 and 14,`, and where they end; none where other words stand among them."""
    if tokens[at].low != ",":
        return 0, at
    end = at + 1
    while end < len(tokens) and (tokens[end].is_number or tokens[end].low == "and"):
        end += 1 + (end + 2 < len(tokens) and tokens[end + 1].low == "," and tokens[end + 2].is_number)
    closed = end < len(tokens) and tokens[end].low == ","
    return (sum(token.is_number for token in tokens[at:end]), end + 1) if closed else (0, at)


def _age_follows(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """`the groom, 45, and …`, not `58 passengers, 23 of them children`."""
    marks = tokens[phrase.end : phrase.end + 3]
    return (
        phrase.count == 1
        and len(marks) == 3  # noqa: PLR2004
        and (marks[0].low, marks[2].low) == (",", ",")
        and marks[1].is_number
    )


def _past_age(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`Karim, 34, of …`, `Karim, 34, Leeds, and …`: the place after an age is no name of a list."""
    end = phrase.end
    lows = [token.low for token in tokens[end : end + 3]]
    if len(lows) < 2 or lows[0] != "," or not tokens[end + 1].is_number:  # noqa: PLR2004
        return phrase
    end += 2
    if lows[2:] == [","] and end + 1 < len(tokens) and tokens[end + 1].is_title:
        end += 1
        while end < len(tokens) and tokens[end].is_title:
            end += 1
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if end < len(tokens) and tokens[end].low == "," and following and following.low != "and" and not following.is_title:
        end += 1
    return replace(phrase, end=end)


def row_from(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Return a row of people as one phrase: `Azra, 23, a teacher, her son and the cleric`; None where there is none.

    Every member is a person or a number of people; the last one follows `and`. A row of bare names is read elsewhere.
    """
    first = _single(phrase)
    if first.count is None or first.kind not in PEOPLE:
        return None
    members, at = [first], _past_decoration(tokens, _described(tokens, first))
    while len(members) < _ROW:
        comma = at < len(tokens) and tokens[at].low == ","
        last = at + comma < len(tokens) and tokens[at + comma].low in {"and", "&"}
        more = phrase_at(tokens, at + comma + last) if comma or last else None
        if more is None:
            return None
        more = _single(_described(tokens, more))
        if more.count is None or more.kind not in PEOPLE or (tokens[more.start].low in _PRONOUNS and not more.head):
            return None
        if (first.kind is Kind.HARMED) != (more.kind is Kind.HARMED):
            return None
        members.append(more)
        at = _past_decoration(tokens, more)
        if last:
            return _row(tokens, phrase, members, at)
    return None


def _row(tokens: Sequence[Token], phrase: Phrase, members: list[Phrase], end: int) -> Phrase | None:
    rest = sum(member.count or 0 for member in members[1:])
    if phrase.numbered and rest == phrase.count and not _relatives_apart(tokens, members):
        # twenty-one suspects, 15 men and six women
        return replace(phrase, end=members[-1].end)
    plain = all(one.end == two.start - 1 for one, two in pairwise(members))
    if len(members) < 3 and plain:  # noqa: PLR2004 - "A and B" is read by its link
        return None
    if end < len(tokens) and tokens[end].low == ",":
        end += end + 1 < len(tokens) and not tokens[end + 1].is_title
    kinds = {member.kind for member in members}
    kind = phrase.kind if kinds == {phrase.kind} or phrase.kind is not Kind.OFFICIAL else Kind.PERSON
    return replace(
        members[-1],
        start=phrase.start,
        end=max(end, members[-1].end),
        count=(members[0].count or 0) + rest,
        kind=kind,
        head=members[-1].head or phrase.head,
        plural=True,
        numbered=any(member.numbered for member in members),
        definite=False,
        named=False,
    )


def _relatives_apart(tokens: Sequence[Token], members: list[Phrase]) -> bool:
    """`his two brothers, his father and a cleric`: a father does not explain who the brothers are."""
    first, *others = (tokens[member.start].low in _WHOSE for member in members)
    return first and any(others)


def _described(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Names after a noun belong to it; after a name stand decorations."""
    return phrase if phrase.named else past_apposition(tokens, phrase)


def _single(phrase: Phrase) -> Phrase:
    """`the accused` beside others is one."""
    alone = phrase.count is None and either_number(phrase.head) and not phrase.numbered
    return replace(phrase, count=1) if alone else phrase


def _past_decoration(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Go past brackets, an alias, an age, a father, an address and a trade, in any order."""
    end = phrase.end
    while end < len(tokens):
        step = _past_one(tokens, end, named=phrase.named)
        if step == end:
            return end
        end = step
    return end


def _past_one(tokens: Sequence[Token], at: int, *, named: bool) -> int:  # noqa: PLR0911 - one decoration each
    low = [token.low for token in tokens[at : at + 4]] + [""] * 4
    if low[0] == "of" and low[1] in _WHOSE | {"the"}:  # the father of the girl
        whose = phrase_at(tokens, at + 1)
        return whose.end if whose is not None and whose.count == 1 and whose.kind in PEOPLE else at
    if low[0] == "(":
        closing = (n for n in range(at, min(len(tokens), at + _BRACKET)) if tokens[n].low == ")")
        return next(closing, at - 1) + 1
    if low[0] in {"alias", "urf", "@", "named"}:
        return max(name_end(tokens, at + 1), at)
    comma = low[0] == ","
    begin = at + comma
    if low[comma] == "aged" or (comma and begin < len(tokens) and tokens[begin].is_number):
        after = begin + 1 + (low[comma] == "aged")
        place = name_end(tokens, after + 1) if after + 1 < len(tokens) and tokens[after].low == "," else after
        if place > after + 1 and [token.low for token in tokens[place : place + 2]] == [",", "and"]:
            return place  # 35, Leeds, and
        return after if after >= len(tokens) or not tokens[after].is_word or tokens[after].low in {"of", "and"} else at
    if low[comma] in _CHILD_OF and low[comma + 1] == "of":
        return max(name_end(tokens, begin + 2), at)
    if low[comma] in {"s", "d", "w"} and low[comma + 1] == "/":
        return max(name_end(tokens, begin + 3), at)
    if comma and low[1] in {"of", "from"}:
        end = name_end(tokens, at + 2)
        while end > at + 2 and end + 1 < len(tokens) and tokens[end].low == "," and _ends_address(tokens, end + 1):
            end = name_end(tokens, end + 1)
        return max(end, at)
    return _past_trade(tokens, at, named=named) if comma else at


def _ends_address(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name is the last part of an address, with a comma before the next person."""
    end = name_end(tokens, at)
    return end > at and end < len(tokens) and tokens[end].low == ","


def _past_trade(tokens: Sequence[Token], at: int, *, named: bool) -> int:
    """`Karim, a driver,`, `the skipper, a 22-year-old from Gambia,`: what somebody is, between commas."""
    begin = at + 1
    if begin + 1 >= len(tokens) or tokens[begin].low not in {"a", "an"}:
        return at
    if tokens[begin + 1].is_number:
        return next((n for n in range(begin + 2, min(len(tokens), at + _BRACKET)) if tokens[n].low == ","), at)
    trade = phrase_at(tokens, begin) if named else None
    closed = trade is not None and trade.end < len(tokens) and tokens[trade.end].low == ","
    return trade.end if trade is not None and closed else at
