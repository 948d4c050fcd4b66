"""Where somebody's money lies: accounts, payment cards, mobile wallets, coins."""

import re
from collections.abc import Iterator

from amanat.core import Trace, TraceKind
from amanat.languages.lexicon import Lexicon
from amanat.people.formats import D, Format, digits, found, luhn, mod97

_SHORTEST_CARD = 13

_FORMATS = (
    Format(TraceKind.ID_NUMBER, 1.0, re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)"), mod97),
    Format(  # misprinted, and still somebody's
        TraceKind.ID_NUMBER, 0.8, re.compile(r"(?<!\w)PK\d{2}\s?[A-Z]{4}(?:\s?\d{4}){4}(?!\w)")
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            rf"(?:\b(?:bank\s+)?(?:account|a/c|acct|easypaisa|jazz\s?cash|sada\s?pay|naya\s?pay|upaisa|wallet)\b|اکاؤنٹ|ایزی پیسہ|جاز کیش)"
            rf"(?:\s+(?:account|wallet|title))?(?:\s*(?:no\b|number\b|#|نمبر))?\.?\s*[:#]?\s*({D}(?:[ -]?{D}){{8,23}})(?![\w-])",
            re.IGNORECASE,
        ),
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(r"(?<![\w.,/+-])[3-6]\d{3}(?:[ -]\d{4}){2}[ -]\d{1,7}(?![\w-])(?!\.\d)"),
        lambda words: luhn(words) and len(digits(words)) >= _SHORTEST_CARD,
    ),
    Format(
        TraceKind.ID_NUMBER, 0.9, re.compile(r"(?<![\w.,/+-])(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14})(?![\w-])(?!\.\d)"), luhn
    ),
    Format(TraceKind.ID_NUMBER, 0.9, re.compile(r"(?<!\w)(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,59})(?!\w)")),
)  # fmt: skip


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find numbers of accounts, cards and wallets."""
    del lexicon
    return found(_FORMATS, text)
