"""Which numbers of a sentence count people or cases: not years, ages, money, distances, dates or case numbers."""

from collections.abc import Sequence

from amanat.enforcement.names import MONTHS
from amanat.enforcement.nouns import kind_of
from amanat.enforcement.numerals import Numeral, numeral_at
from amanat.enforcement.tokens import Token

_BEFORE = frozenset("rs pkr $ £ € ₹ tk usd section sections article no # fir under n / § aged age clause rule".split())
_AFTER = frozenset(
    "% pc percent per years year months month days day hours weeks minutes am pm a.m p.m km kg kilometres miles times "
    "th st rd nd / year-old - m bn mn k tonnes kilos acres marla rupees".split()
)
_OF_AGE = frozenset("youngest oldest eldest younger older elder".split())
_SHARES = frozenset({"per", "percent", "%"})
_RANGES = {"between": "and", "from": "to"}
_YEARS = range(1900, 2100)
_DAYS = 31
_GROWN = 21
"""`girls below 18`: an age."""


def count_at(tokens: Sequence[Token], at: int) -> Numeral | None:  # noqa: PLR0911 - one reason each
    """Read the number that begins at a token if it can be a count; None otherwise."""
    if at < len(tokens) and tokens[at].low in _RANGES:
        return _range_at(tokens, at)
    number = numeral_at(tokens, at)
    if number is not None and number.end < len(tokens) and tokens[number.end].low in _SHARES:
        return None
    if number is None or not tokens[at].is_number or number.value is None:
        return number
    before = tokens[at - 1].low if at else ""
    after = tokens[number.end].low if number.end < len(tokens) else ""
    beyond = tokens[number.end + 1] if number.end + 1 < len(tokens) else None
    if before in _BEFORE | _OF_AGE or (before == "." and at > 1 and tokens[at - 2].low in {"rs", "no"}):
        return None
    if after in _AFTER:
        member = after == "-" and beyond is not None and (beyond.is_number or beyond.low == "member")
        return number if member else None
    if before == "," and after in {"", ",", ".", ")", "and"}:
        return None  # an age between commas
    if number.value in _YEARS and "," not in tokens[at].text and kind_of(after) is None:
        return None
    if before == "below" and number.value <= _GROWN:
        return None
    dated = number.value <= _DAYS and (before in MONTHS or after in MONTHS - {"may"})
    return None if dated else number


def _range_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`between 10 and 15 suspects`, `from 30 to 40 women`: the lower end counts; ages and years are no range."""
    first = count_at(tokens, at + 1) if at + 1 < len(tokens) and tokens[at + 1].low not in _RANGES else None
    if first is None or first.value is None or (at and tokens[at - 1].low in {"aged", "ages"}):
        return None
    if numeral_at(tokens, at + 1) == first and first.end > at + 2:
        return first
    linked = first.end + 1 < len(tokens) and tokens[first.end].low == _RANGES[tokens[at].low]
    second = count_at(tokens, first.end + 1) if linked else None
    higher = second is not None and second.value is not None and second.value > first.value
    follows = second is not None and second.end < len(tokens) and tokens[second.end].is_word
    return Numeral(first.value, second.end) if second is not None and higher and follows else None
