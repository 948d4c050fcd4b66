"""What an office gave a person or a vehicle: identity cards, passports, plates.

The Pakistani identity card number (CNIC; NICOP and B-form alike) has 13 digits: five for the place of issue (the first
is the province, 1 to 8), seven for the family, one for the person (odd for men, even for women).
"""

import re
from collections.abc import Iterator

from amanat.core import Trace, TraceKind
from amanat.languages.lexicon import Lexicon
from amanat.people.formats import DASH, GAP, READ, D, Format, digits, found, mostly_digits

_CARD = r"(?:\b(?:S?CNIC|NICOP|B[- ]?form|(?:national\s+)?(?:identity|ID)(?:\s+card)?)\b|شناختی کارڈ|ب فارم)"
_CNIC_DIGITS = 13
_ISBN = ("978", "979")


def _issued(words: str) -> bool:
    """Tell whether the digits can be a CNIC: 13 of them, the first a province, some of them different, no ISBN."""
    bare = digits(words)
    return (
        len(bare) == _CNIC_DIGITS
        and bare[0] in "12345678"
        and not bare.startswith(_ISBN)
        and len(set(bare)) > 1
        and mostly_digits(words)
    )


_FORMATS = (
    Format(
        TraceKind.ID_NUMBER,
        1.0,
        re.compile(
            rf"(?<![\w.,/])(?<!{D}{DASH})(?<!Rs )(?<!Rs\. )(?<!PKR )"
            rf"({READ}{{5}}(?:{DASH}\n?|[ \u00a0]){READ}{{7}}(?:{DASH}\n?|[ \u00a0]){READ})(?!\w)(?!{DASH}\w)(?!\.\d)"
        ),
        _issued,
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            rf"{_CARD}[^\d\n۰-۹٠-٩]{{0,25}}(?<!\w)({READ}{{5}}{GAP}{READ}{{7}}{GAP}{READ})(?!\w)", re.IGNORECASE
        ),
        lambda words: len(digits(words)) == _CNIC_DIGITS and mostly_digits(words),
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.6,
        re.compile(rf"(?<![\w.,/+-])(?<!Rs )(?<!Rs\. )(?<!PKR )(?<!ISBN )[1-8۱-۸]{D}{{12}}(?![\w,/-])(?!\.\d)"),
        _issued,
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.9,
        re.compile(
            r"(?:\b(?i:passport)|پاسپورٹ)[^\d\n]{0,20}?(?<![A-Za-z])((?:[A-Z]{1,2}[- ]?|[a-z]{1,2})\d{6,7})(?!\w)(?!-\d)"
        ),
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.8,
        re.compile(
            r"\b(?i:registration|plates?|bearing|vehicle|car|jeep|van|bus|truck|rickshaw|motor(?:bike|cycle))"
            r"(?i:\s+(?:registration|plate))?(?i:\s*[(,:]?\s*(?:nos?\b|number\b|#)\.?)?\s*[:(]?\s*"
            r"([A-Z]{2,4}[- ]?(?:\d{2}[- ])?\d{1,4})(?![\w/-])(?!\.\d)"
        ),
        lambda words: len(digits(words)) >= 3,  # noqa: PLR2004 - `PK 41` is a constituency
    ),
    Format(
        TraceKind.ID_NUMBER,
        0.8,
        re.compile(r"(?<!\w)\(?([A-Z]{3}[- ]\d{2}[- ]\d{3,4})(?![\w/-])"),
    ),
)


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find cards, passports and plates."""
    del lexicon
    return found(_FORMATS, text)
