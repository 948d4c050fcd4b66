"""Where a person can be reached or found: telephones, mail, handles and profiles on the net, co-ordinates, hashtags."""

import re
from collections.abc import Iterator

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.languages.lexicon import Lexicon
from amanat.people.formats import DASH, READ, D, Format, found, mostly_digits

_S = rf"(?:{DASH}[ \u00a0]?\n?|[ \u00a0.]|\n)?"
_FAR_NORTH, _FAR_EAST = 90.0, 180.0


def _on_earth(words: str) -> bool:
    north, east = (float(number) for number in re.findall(r"-?\d+\.\d+", words)[:2])
    return abs(north) <= _FAR_NORTH and abs(east) <= _FAR_EAST


_FORMATS = (
    Format(
        TraceKind.PHONE,
        1.0,
        re.compile(
            rf"(?<![\w{{+-])(?:\+|00|\(\+)[9۹٩][2۲٢]\)?{_S}(?:\(?[0۰]?\)?{_S})?\(?{READ}{{2,3}}\)?(?:{_S}{READ}){{6,8}}(?!\w)"
        ),
        mostly_digits,
    ),
    Format(
        TraceKind.PHONE,
        1.0,
        re.compile(rf"(?<![\w+.-])(\(?[0۰٠Oo][3۳٣]{READ}{{2}}\)?{_S}{READ}{{3}}{_S}{READ}{{4}})(?![\w-])"),
        mostly_digits,
    ),
    Format(TraceKind.PHONE, 0.9, re.compile(rf"(?<![\w+-])92{DASH}?[ ]?3{D}{{2}}{_S}{D}{{3}}{_S}{D}{{4}}(?![\w-])")),
    Format(TraceKind.PHONE, 0.9, re.compile(rf"\([0۰]{D}{{2,4}}\){_S}{D}{{3,4}}{_S}{D}{{3,4}}(?![\w-])")),
    Format(TraceKind.PHONE, 0.9, re.compile(rf"(?<![\w+./-])[0۰]{D}{{2,4}}(?:{DASH}|[ \u00a0]){D}{{6,8}}(?![\w-])")),
    Format(
        TraceKind.PHONE, 0.9, re.compile(rf"(?<![\w+./-])0{D}{{1,3}}(?:{DASH}|[ \u00a0]){D}{{3,4}}[ \u00a0-]{D}{{4}}(?![\w-])")
    ),
    Format(
        TraceKind.PHONE, 0.9, re.compile(r"(?<![\w+])\+\d{1,3}[-\s]?\(?\d{1,4}\)?(?:[-\s]?\d{2,4}){2,4}(?![\w-])")
    ),
    Format(TraceKind.OTHER, 1.0, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    Format(
        TraceKind.OTHER,
        0.9,
        re.compile(
            r"(?<![\w.+-])[\w.+-]+\s?(?:\[at\]|\(at\)|\s at \s)\s?[\w-]+\s?(?:\.|\[dot\]|\(dot\)|\s dot \s)\s?[a-z]{2,6}\b",
            re.IGNORECASE,
        ),
    ),
    Format(TraceKind.OTHER, 0.8, re.compile(r"(?<![\w@/.])@[A-Za-z_]\w{2,29}\b")),
    Format(
        TraceKind.OTHER,
        0.9,
        re.compile(
            r"(?<![\w@])(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|linkedin|t|wa)\.(?:com|me)/"
            r"(?:in/|add/)?@?[\w.+-]*\w",
            re.IGNORECASE,
        ),
    ),
    Format(
        TraceKind.OTHER,
        0.9,
        re.compile(
            r"(?<![\d.])-?\d{1,2}\.\d{4,7}\s*°?\s*[NS]?,\s*-?\d{1,3}\.\d{4,7}(?:\s*°?\s*[EW]\b)?(?!\w|\.\d)"
        ),
        _on_earth,
    ),
    Format(
        TraceKind.OTHER,
        0.9,
        re.compile(
            r"\d{1,2}°\s?\d{1,2}[’'′]\s?(?:\d{1,2}(?:\.\d+)?[”\"″]\s?)?[NS],?\s*\d{1,3}°\s?\d{1,2}[’'′]\s?(?:\d{1,2}(?:\.\d+)?[”\"″]\s?)?[EW]\b"
        ),
    ),
)  # fmt: skip
_TAG = re.compile(r"(?<!\w)#\w{3,60}")


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find ways to a person. A hashtag scores low: most say what a story is about."""
    del lexicon
    yield from found(_FORMATS, text)
    for match in _TAG.finditer(text):
        yield Trace(Span(*match.span()), TraceKind.OTHER, Identifier.QUASI, 0.3, "hashtag")
