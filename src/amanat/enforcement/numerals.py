"""Numbers in digits and words, English and Urdu: 1,234 · two hundred · 2.5 lakh · a dozen · دو لاکھ · پچیس."""

from collections.abc import Sequence
from dataclasses import dataclass

from amanat.enforcement.tokens import Token

_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_URDU_UNITS = (
    "صفر ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس اکیس "
    "بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس "
    "اڑتیس انتالیس چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس "
    "اکیاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ اکسٹھ باسٹھ ترسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ "
    "اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی اکیاسی بیاسی تراسی چوراسی "
    "پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے"
)
_URDU = {word: value for value, word in enumerate(_URDU_UNITS.split())} | {
    "چھے": 6, "چھہ": 6, "دونوں": 2, "تینوں": 3, "چاروں": 4, "پانچوں": 5, "چھیوں": 6,
    "ستائس": 27, "اٹھائس": 28, "بائس": 22, "پینتالس": 45,
}  # fmt: skip
_WORDS = _ENGLISH | _URDU
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "lac": 100_000, "million": 1_000_000,
    "crore": 10_000_000, "billion": 1_000_000_000,
    "درجن": 12, "سو": 100, "ہزار": 1_000, "لاکھ": 100_000, "کروڑ": 10_000_000, "ارب": 1_000_000_000,
}  # fmt: skip
_FRACTIONS = {"ڈیڑھ": 1.5, "ڈھائی": 2.5, "اڑھائی": 2.5, "سوا": 1.25, "پونے": 0.75}
"""Before a scale: ڈیڑھ سو is 150."""
_SHIFTS = {"ساڑھے": 0.5, "سوا": 0.25, "پونے": -0.25}
"""Before a number: ساڑھے تین ہزار is 3,500, پونے دو سو is 175."""
_VAGUE = frozenset(
    "dozens scores hundreds thousands lakhs crores millions several many numerous various some few "
    "درجنوں سینکڑوں سیکڑوں ہزاروں لاکھوں کروڑوں کئی متعدد بعض چند".split()
)


_DIGITS = 12  # longer ones are card and phone numbers, and would not stay whole as a float


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that was read."""

    value: int | None
    """None for dozens, hundreds, several."""
    end: int
    """Index of the token after it."""


def numeral_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read the number that begins at a token, None where there is none.

    A range (`10 to 12`, `10-12`) counts as its lower end, as do `over` and `at least`, which stand before it.
    """
    first = _plain(tokens, at)
    if first is None or first.value is None:
        return first
    end = first.end
    if end + 1 < len(tokens) and tokens[end].low in {"-", "–", "to", "سے"}:
        second = _plain(tokens, end + 1)
        if second and second.value is not None and second.value > first.value:
            return Numeral(first.value, second.end)
    return first


def _plain(tokens: Sequence[Token], at: int) -> Numeral | None:
    if at >= len(tokens):
        return None
    low = tokens[at].low
    if [token.low for token in tokens[at : at + 3]] == ["half", "a", "dozen"]:
        return Numeral(6, at + 3)
    if low in _VAGUE:
        return Numeral(None, at + 1)
    if (
        low == "a"
        and at + 1 < len(tokens)
        and tokens[at + 1].low in {"dozen", "hundred", "thousand", "lakh", "million"}
    ):
        return _scaled(tokens, at + 1, 1)
    return _shifted(tokens, at) or _of_value(tokens, at)


def _shifted(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`ساڑھے تین ہزار`, `ڈیڑھ سو`: halves and quarters of a scale."""
    low = tokens[at].low
    shifted = _value(tokens[at + 1]) if low in _SHIFTS and at + 1 < len(tokens) else None
    if shifted is not None:
        return _scaled(tokens, at + 2, shifted + _SHIFTS[low])
    return _scaled(tokens, at + 1, _FRACTIONS[low]) if low in _FRACTIONS else None


def _of_value(tokens: Sequence[Token], at: int) -> Numeral | None:
    value = _value(tokens[at])
    if value is None:
        return _scaled(tokens, at, 1) if tokens[at].low in {"dozen", "درجن", "سو"} else None
    return _scaled(tokens, at + 1, value)


def _scaled(tokens: Sequence[Token], at: int, value: float) -> Numeral | None:
    """Go on through `hundred`, `lakh`, `and five`: each scale multiplies what stands before it."""
    total, current, end = 0.0, value, at
    smallest = float("inf")
    while end < len(tokens):
        scale = _SCALES.get(tokens[end].low)
        if scale is not None and scale == 100 and scale < smallest:  # noqa: PLR2004 - two hundred thousand
            current, end = current * scale, end + 1
        elif scale is not None and scale < smallest:
            total, current, smallest, end = total + current * scale, 0.0, scale, end + 1
        else:
            step = end + 1 if tokens[end].low == "and" and current >= 100 else end  # noqa: PLR2004 - one hundred and five
            said = step < len(tokens) and end > at
            digits = _value(tokens[step]) if said and tokens[step].is_number and current == 0 else None
            if digits is not None and digits < smallest < float("inf"):
                current, end = digits, step + 1  # 4 ہزار 253
                continue
            more = _value(tokens[step]) if said and tokens[step].low in _WORDS else None
            if more is None or not (current == 0 or current >= 100) or more >= 100:  # noqa: PLR2004
                break
            current, end = current + more, step + 1
    whole = total + current
    return Numeral(int(whole), end) if whole == int(whole) else None


def _value(token: Token) -> float | None:
    if token.is_number:
        digits = token.text.replace(",", "").replace("٬", "").replace("٫", ".")
        return float(digits) if len(digits) <= _DIGITS else None
    low = token.low
    if low in _WORDS:
        return _WORDS[low]
    tens, _, unit = low.partition("-")
    if unit in _ENGLISH and tens in _ENGLISH and _ENGLISH[tens] >= 20 and 0 < _ENGLISH[unit] < 10:  # noqa: PLR2004
        return _ENGLISH[tens] + _ENGLISH[unit]
    return None
