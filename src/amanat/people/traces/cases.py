"""What leads to a file: numbers of first information reports, cases, petitions and appeals."""

import re
from collections.abc import Iterator

from amanat.core import Trace, TraceKind
from amanat.languages.lexicon import Lexicon
from amanat.people.formats import D, Format, found

_FILE = (
    r"(?:\b(?:FIR|case|petition|suit|appeal|complaint|crime|reference|inquiry|writ|W\.?P|R\.?C|Crl\.?\s?\w*|C\.?P|Const\.?\s?P\w*)"
    r"|ایف آئی آر|مقدمہ)"
)
_NO = r"(?:no|number|nos|#|نمبر)?s?\.?"

_SEASON = re.compile(r"(?:19|20)\d\d/\d\d")  # `in 2018/19`

_FORMATS = (
    Format(
        TraceKind.CASE_NUMBER,
        0.9,
        re.compile(
            rf"{_FILE}\.?\s*(?:\([^)]{{1,20}}\)\s*)?\(?{_NO}\s*:?\s*"
            rf"([A-Z]?-?{D}{{1,6}}(?:-[A-Z])?(?:/{D}{{2,4}}|\s+of\s+{D}{{4}}|-{D}{{2,4}}))"
            rf"(?:\s+and\s+{D}{{1,6}}/{D}{{2,4}})?\b",
            re.IGNORECASE,
        ),
        direct=False,
        whole=True,
    ),
    Format(
        TraceKind.CASE_NUMBER,
        0.7,
        re.compile(r"(?<![\d/])\d{3,6}/\d{2}(?:\d{2})?(?:\s+and\s+\d{3,6}/\d{2}(?:\d{2})?)?(?![\d/])"),
        lambda words: not _SEASON.fullmatch(words),
        direct=False,
    ),
    Format(
        TraceKind.CASE_NUMBER,
        0.9,
        re.compile(rf"(?:\bFIR\s*\(?\s*(?:no\b|number\b|#)|ایف آئی آر نمبر|مقدمہ نمبر)\.?\s*:?\s*({D}{{1,5}})\b", re.IGNORECASE),
        direct=False,
    ),
)  # fmt: skip


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find numbers that lead to a file of the police or of a court."""
    del lexicon
    return found(_FORMATS, text)
