"""Small places: villages, quarters, streets, police station areas, schools, shelters."""

import re
from collections.abc import Iterator
from functools import lru_cache

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.languages.lexicon import Lexicon

_CAP = r"[A-ZÀ-Þ][\w’'-]*"
_URDU_WORD = r"(?!(?:نے|کے|کی|کا|کو|سے|میں|پر|تک|اور|ہے|ہیں|تھا|تھی|تھے|ایک|یہ|وہ|رہائشی|قریب)(?![\u0621-\u06D3]))[\u0621-\u06D30-9۰-۹/-]+"
_NAME = rf"{_CAP}(?:[ -](?:e[- ]|i[- ]|ul[- ])?(?:{_CAP}|\d{{1,4}}(?:[/-][A-Z\d]+)*)){{0,3}}"


def _both(words: frozenset[str]) -> str:
    """An alternation of words, each with a small and a capital first letter."""
    forms = {form for word in words for form in (re.escape(word), re.escape(word.title()))}
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


@lru_cache(maxsize=4)
def _patterns(localities: frozenset[str], schools: frozenset[str]) -> tuple[tuple[TraceKind, re.Pattern[str]], ...]:
    small = _both(localities or frozenset({"village"}))
    school = _both(schools or frozenset({"school"}))
    village = r"(?:[Vv]illages?|[Cc]hak|[Gg]oth|[Kk]illi|[Bb]asti|[Dd]hok|[Hh]amlet|[Dd]eh|[Mm]auza)"
    return (
        (
            TraceKind.VILLAGE,
            re.compile(
                rf"\b{village}\s+(?:of\s+|called\s+|No\.?\s*)?(?:{_NAME}|\d{{1,4}}[/-]?[A-Z.]*)(?:\s+near\s+{_NAME})?"
            ),
        ),
        (TraceKind.VILLAGE, re.compile(rf"\b{_NAME}\s+{village}\b")),
        (TraceKind.VILLAGE, re.compile(r"\b(?:Chak|chak)\s+(?:No\.?\s*)?\d{1,4}(?:[/-]?\s?[A-Z]{1,2}\.?[A-Z]?\.?)?")),
        (
            TraceKind.ADDRESS,
            re.compile(
                rf"\b{_NAME}\s+(?:police\s+station|police\s+limits|station\s+police|Police\s+Station|station|PS)\b"
            ),
        ),
        (
            TraceKind.ADDRESS,
            re.compile(
                rf"\b(?:limits|jurisdiction|remit)\s+of\s+(?:the\s+)?({_NAME}(?:\s+(?:police\s+station|police|Police))?)"
            ),
        ),
        (TraceKind.ADDRESS, re.compile(rf"\b{_NAME}\s+{small}\b")),
        (
            TraceKind.ADDRESS,
            re.compile(
                rf"\b(?:mohalla|muhalla|Mohalla|Muhalla|street|Street|house|House|flat|Flat|plot|Plot|block|Block|sector|Sector|phase|Phase)\s+(?:no\.?\s*|No\.?\s*|number\s+)?(?:[A-Z]-?\d*|\d{{1,4}}(?:/\d+)?)(?![\w-])(?:,\s*{_NAME})?"
            ),
        ),
        (
            TraceKind.ADDRESS,
            re.compile(
                rf"\b(?:mohalla|muhalla|Mohalla|Muhalla|tehsil|Tehsil|taluka|Taluka|union council|Union Council)\s+{_NAME}"
            ),
        ),
        (
            TraceKind.ADDRESS,
            re.compile(
                rf"\b(?:residents?\s+of|lives?\s+in|living\s+in|native\s+of|hailing\s+from|belong(?:s|ing|ed)?\s+to|resides\s+in|home\s+in|house\s+in|residence\s+in|r/o)\s+(?:the\s+|a\s+|{_CAP}[’']s\s+)?({_NAME})"
            ),
        ),
        (TraceKind.ADDRESS, re.compile(rf"\b({_CAP}[’']s\s+{_NAME})(?=[,.]|\s+(?:on|area|where|when|in)\b)")),
        (
            TraceKind.ADDRESS,
            re.compile(
                r"\b(?:Dar-?ul-?Aman|Darul\s?Aman|Edhi\s(?:Centre|Center|Home)|Panah(?:\s?Gah)?|shelter\s?home)\b(?:,?\s*(?:in\s+)?"
                + _CAP
                + ")?"
            ),
        ),
        (
            TraceKind.SCHOOL,
            re.compile(
                rf"\b(?:{_NAME}\s+)(?:(?:high|primary|middle|girls|boys|public|government|model|elementary|secondary|Girls|Boys|High|Primary|Public|Model|Government|Degree|degree)\s+)*{school}\b"
            ),
        ),
        (
            TraceKind.SCHOOL,
            re.compile(rf"\b(?:Government|Govt\.?|govt\.?)\s+(?:{_CAP}\s+){{0,3}}{school}(?:,?\s+(?:in\s+)?{_NAME})?"),
        ),
        (
            TraceKind.VILLAGE,
            re.compile(
                rf"(?<![\u0621-\u06D3])(?:گاؤں|چک(?:\s+نمبر)?|گوٹھ|بستی|محلہ|موضع|ڈھوک|ٹبہ|کلی|جھوک|چاہ|کوٹ|پنڈی(?!\s+(?:بھٹیاں|گھیب)))\s+{_URDU_WORD}(?:\s{_URDU_WORD})?"
            ),
        ),
        (TraceKind.ADDRESS, re.compile(r"تھانہ\s+[\u0600-\u06FF]+")),
    )


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find small places by the words around them; districts and larger places come from the gazetteer."""
    for kind, pattern in _patterns(lexicon.words("localities"), lexicon.words("schools")):
        for match in pattern.finditer(text):
            group = 1 if pattern.groups and match.group(1) else 0
            start, end = match.span(group)
            start = _without_article(text, start, end, lexicon)
            if end - start > 2:  # noqa: PLR2004 - initials alone are no place
                yield Trace(Span(start, end), kind, Identifier.QUASI, 0.8)


def _without_article(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """A sentence's first word is capitalised too: `The Kanju police station` starts at Kanju."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for word in words[:-1]:
        low = word.group().lower()
        if low in {
            "the",
            "a",
            "an",
            "in",
            "at",
            "on",
            "near",
            "from",
            "police",
            "this",
            "that",
        } or low in lexicon.words("weekdays"):
            continue
        return start + word.start()
    return start
