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
_YEARS = range(1900, 2100)
_DAYS = 31


def count_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read the number that begins at a token if it can be a count; None otherwise."""
    number = numeral_at(tokens, at)
    if number is None or not tokens[at].is_number or number.value is None:
        return number
    before = tokens[at - 1].low if at else ""
    after = tokens[number.end].low if number.end < len(tokens) else ""
    beyond = tokens[number.end + 1] if number.end + 1 < len(tokens) else None
    if before in _BEFORE or (before == "." and at > 1 and tokens[at - 2].low in {"rs", "no"}):
        return None
    if after in _AFTER:
        member = after == "-" and beyond is not None and (beyond.is_number or beyond.low == "member")
        return number if member else None
    if before == "," and after in {"", ",", ".", ")", "and"}:
        return None  # an age between commas
    if number.value in _YEARS and "," not in tokens[at].text and kind_of(after) is None:
        return None
    dated = number.value <= _DAYS and (before in MONTHS or after in MONTHS - {"may"})
    return None if dated else number
