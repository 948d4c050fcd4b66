"""Identifiers with a format: identity cards, phones, passports, case numbers, plates, accounts, addresses on the net.

The Pakistani identity card number (CNIC) has 13 digits: five for the place of issue (the first digit is the province,
1 to 8), seven for the family, one for the person (odd for men, even for women).
"""

import re
from collections.abc import Iterator

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.languages.lexicon import Lexicon

_D = r"[0-9۰-۹٠-٩]"
_RULES: tuple[tuple[TraceKind, float, re.Pattern[str]], ...] = (
    (
        TraceKind.ID_NUMBER,
        1.0,
        re.compile(rf"(?<!{_D})(?<!{_D}-)(?<!Rs)(?<!PKR)[1-8۱-۸]{_D}{{4}}[-–‐ ]{_D}{{7}}[-–‐ ]{_D}(?!{_D})(?!-{_D})"),
    ),
    (
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            rf"(?:\b(?:CNIC|NICOP|B-?form|identity card|ID card)|شناختی کارڈ)[^\d\n۰-۹]{{0,25}}({_D}{{5}}-?{_D}{{7}}-?{_D})(?!{_D})",
            re.IGNORECASE,
        ),
    ),
    (
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            rf"(?:\b(?:CNIC|NICOP|B-?form|identity card|ID card|شناختی کارڈ)[^\d\n۰-۹]{{0,25}})([1-8۱-۸]{_D}{{12}})(?!{_D})",
            re.IGNORECASE,
        ),
    ),
    (TraceKind.ID_NUMBER, 0.9, re.compile(r"\b(?:passport|پاسپورٹ)[^\d\n]{0,20}?\b([A-Z]{1,2}\d{7})\b", re.IGNORECASE)),
    (TraceKind.ID_NUMBER, 1.0, re.compile(r"\bPK\d{2}\s?[A-Z]{4}(?:\s?\d{4}){4}\b")),
    (
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            r"\b(?:account|a/c|easypaisa|jazzcash|wallet)(?:\s+(?:no|number|#))?\.?\s*:?\s*(\d[\d-]{8,23}\d)\b",
            re.IGNORECASE,
        ),
    ),
    (
        TraceKind.ID_NUMBER,
        0.8,
        re.compile(
            r"\b(?:registration|plate|bearing|vehicle|car|rickshaw|motorcycle|van)\s+(?:no|number|#)?\.?\s*:?\s*([A-Z]{2,4}[- ]?\d{1,2}?[- ]?\d{3,4})\b"
        ),
    ),
    (
        TraceKind.PHONE,
        1.0,
        re.compile(rf"(?<![\w{'{'}+-])(?:\+|00)92[-\s]?\(?{_D}{{2,3}}\)?(?:[-\s]?{_D}){{6,8}}(?!{_D})"),
    ),
    (TraceKind.PHONE, 1.0, re.compile(rf"(?<![\w+-])[0۰][3۳]{_D}{{2}}[-\s]?{_D}{{3}}[-\s]?{_D}{{4}}(?![\w-])")),
    (TraceKind.PHONE, 0.9, re.compile(r"\(0\d{2,4}\)[-\s]?\d{6,8}(?![\w-])")),
    (TraceKind.PHONE, 0.9, re.compile(r"(?<![\w+-])0\d{2,4}[-\s]\d{6,8}(?![\w-])")),
    (TraceKind.PHONE, 0.9, re.compile(r"(?<![\w+])\+\d{1,3}[-\s]?\(?\d{1,4}\)?(?:[-\s]?\d{2,4}){2,4}(?![\w-])")),
    (TraceKind.OTHER, 1.0, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (TraceKind.OTHER, 0.8, re.compile(r"(?<![\w@/.])@[A-Za-z_]\w{2,29}\b")),
    (
        TraceKind.OTHER,
        0.9,
        re.compile(r"(?<![\d.])-?\d{1,2}\.\d{4,7}\s*°?\s*[NS]?,\s*-?\d{1,3}\.\d{4,7}\s*°?\s*[EW]?(?!\d|\.\d)"),
    ),
    (
        TraceKind.CASE_NUMBER,
        0.9,
        re.compile(
            r"\b(?:FIR|case|petition|suit|appeal|complaint|crime|reference|writ|W\.?P|Crl\.?\s?\w*|C\.?P|ایف آئی آر)\s*(?:\([^)]{1,20}\)\s*)?(?:no|number|nos|#|نمبر)?s?\.?\s*:?\s*([A-Z]?-?\d{1,6}(?:/\d{2,4}|\s+of\s+\d{4}|-\d{2,4}))(?:\s+and\s+\d{1,6}/\d{2,4})?\b",
            re.IGNORECASE,
        ),
    ),
    (
        TraceKind.CASE_NUMBER,
        0.7,
        re.compile(r"(?<![\d/])\d{3,6}/\d{2}(?:\d{2})?(?:\s+and\s+\d{3,6}/\d{2}(?:\d{2})?)?(?![\d/])"),
    ),
    (TraceKind.CASE_NUMBER, 0.9, re.compile(r"\bFIR\s+(?:no|number|#)\.?\s*(\d{1,5})\b", re.IGNORECASE)),
)
_DIRECT = {TraceKind.ID_NUMBER, TraceKind.PHONE, TraceKind.OTHER}


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find identifiers by their format, in Latin, Arabic-Indic and Urdu digits."""
    del lexicon
    for kind, score, pattern in _RULES:
        for match in pattern.finditer(text):
            group = 1 if match.re.groups and match.group(1) else 0
            start, end = match.span(group)
            if kind is TraceKind.CASE_NUMBER:
                end = match.end()
            risk = Identifier.DIRECT if kind in _DIRECT else Identifier.QUASI
            yield Trace(Span(start, end), kind, risk, score)
    for match in re.finditer(r"(?<!\w)#\w{3,60}", text):
        yield Trace(Span(*match.span()), TraceKind.OTHER, Identifier.QUASI, 0.3, "hashtag")
