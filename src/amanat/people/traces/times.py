"""Ages, dates and hours."""

import re
from collections.abc import Iterator
from functools import lru_cache

from amanat.core import Identifier, Span, Trace, TraceKind
from amanat.languages.lexicon import Lexicon

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty"
).split()
_VALUES = {**{w: n for n, w in enumerate(_WORDS[:20], 1)}, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_URDU = dict(
    zip(
        "ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ".split(),
        range(1, 19),
        strict=True,
    )
)
_N = (
    r"(?:\d{1,2}|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_AGES = (
    re.compile(
        rf"\b(?<=girl of )({_N})\b|(?<=boy of )({_N})\b|(?<=child of )({_N})\b|(?<=daughter of )({_N})(?=[,.\s])(?!\s+[A-Z])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b({_N})(?:[- ]and[- ]a[- ]half)?\s?[-–‐ ]\s?(?:years?|month|months|day|week)\s?[-–‐ ]\s?olds?\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b({_N})\s+years?\s+(?:old|of\s+age)\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:aged|age)\s+(?:between\s+|about\s+|around\s+|just\s+|only\s+|of\s+)?({_N})(?:\s?(?:-|–|and|to)\s?\d{{1,2}})?\b(?:\s+years?)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:was|is|were|being|turned)\s+(?:just\s+|only\s+|barely\s+)?({_N})(?=\s+when\b|\s+at the time|\s+and\s+(?:comes|lives|studies)|,\s+(?:police|her|his|the))",
        re.IGNORECASE,
    ),
    re.compile(rf"\bwhen\s+(?:she|he)\s+(?:was|turned)\s+(?:just\s+|only\s+)?({_N})\b", re.IGNORECASE),
    re.compile(r"\b(1[0-9]|[3-9])(?:st|nd|rd|th)\s+birthday\b", re.IGNORECASE),
    re.compile(
        r"\b(?:under-?aged?|teenaged?|teenager|adolescent|pre-?teen|toddler|infant|newborn|in (?:her|his|their) (?:early |mid |late |mid-)?(?:teens|twenties|thirties))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(\d{1,2}|[۰-۹]{1,2}|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ|تیرہ|چودہ|پندرہ|سولہ|سترہ|اٹھارہ)\s*(?:سالہ|سال کی|سال کا|برس کی|برس کا|سال عمر|برس)|(?<=عمر )(?:\d{1,2}|[۰-۹]{1,2}|\S+)\s+سال(?!\w)"
    ),
)
_AFTER_NAME = re.compile(r"(?<=[A-Za-z.’']),?\s\(?(\d{1,2})\)?(?=,(?!\d)|\)|;|\.\s|\s+(?:was|had|and|who|is)\b)")
_COUNTED = re.compile(  # what a number behind it counts or numbers, so that it is nobody's age
    r"(?:\b(?:art(?:icle)?s?|sections?|ch(?:apter)?s?|protocols?|nos?|numbers?|rules?|clauses?|schedules?|parts?|pages?|pp?|"
    r"paras?|paragraphs?|orders?|appendix|annex|volumes?|vol|judgments?|class|grade|ward|sector|block|phase|route|and|or|to|"
    r"between|of|rs|pkr|eur|usd|gbp|pln|sek|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|§)\s\(?$",
    re.IGNORECASE,
)
_BEFORE = 14  # code points that hold the longest of these words


@lru_cache(maxsize=4)
def _dates(months: frozenset[str], days: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    if not months:
        return (
            re.compile(
                r"[0-9۰-۹]{1,2}\s+(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر)(?:\s+[0-9۰-۹]{4})?"
            ),
        )
    short = {m[:3] for m in months} | {"sept"}
    month = "(?:" + "|".join(sorted(months | short, key=len, reverse=True)) + r")\.?"
    day = "(?:" + "|".join(sorted(days)) + ")"
    clock = r"\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)"
    when = r"(?:morning|afternoon|evening|night|midnight)"
    return (
        re.compile(
            rf"\b{month}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?(?:people|per|women|men|girls))(?:,?\s+(?:19|20)\d\d\b)?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}(?:,?\s+(?:19|20)\d\d)?\b", re.IGNORECASE),
        re.compile(rf"\b{month},?\s+(?:of\s+)?(?:19|20)\d\d\b", re.IGNORECASE),
        re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?![\d/.-])"),
        re.compile(rf"\b{clock}(?:\s+on\s+{day})?\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:late\s+|early\s+)?(?:on\s+)?{day}\s+{when}\b|\blate\s+(?:on\s+)?{day}\b|\b(?:late|early)\s+{when}\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:a\s+(?:couple|few)\s+of\s+(?:days|weeks|months)|(?:two|three|four|five|six|seven|ten|\d{1,2})\s+(?:days|weeks|months))\s+(?:ago|earlier)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\bon\s+({day})\b", re.IGNORECASE),
    )


def age_of(words: str) -> int | None:
    """Return the number of years in an age phrase, None when it holds none (`teenage`)."""
    digits = re.search(r"[0-9۰-۹]+", words)
    if digits:
        return int(digits.group()) if "month" not in words.lower() else 0
    total = sum(_VALUES.get(w, 0) for w in re.findall(r"[a-z]+", words.lower()))
    total = total or next((_URDU[w] for w in words.split() if w in _URDU), 0)
    return total or None


def find(text: str, lexicon: Lexicon) -> Iterator[Trace]:
    """Find ages, dates and hours. A bare weekday scores low: newspapers date every sentence with one."""
    for pattern in _AGES:
        for match in pattern.finditer(text):
            yield Trace(Span(*match.span()), TraceKind.AGE, Identifier.QUASI, 0.9, _band(age_of(match.group())))
    for match in _AFTER_NAME.finditer(text):
        if _COUNTED.search(text, max(0, match.start() - _BEFORE), match.start(1)) or _listed(text, match):
            continue
        yield Trace(Span(*match.span(1)), TraceKind.AGE, Identifier.QUASI, 0.8, _band(int(match.group(1))))
    for number, pattern in enumerate(_dates(lexicon.words("months"), lexicon.words("weekdays"))):
        for match in pattern.finditer(text):
            weekday = number == 7  # noqa: PLR2004 - the last pattern
            span = Span(*match.span(1)) if weekday else Span(*match.span())
            yield Trace(span, TraceKind.DATE, Identifier.QUASI, 0.35 if weekday else 0.85)


def _listed(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number in brackets heads a part of a list: `(1) by law, (2) by use`."""
    number = int(match.group(1))
    return "(" in match.group() and any(f"({n})" in text for n in (number - 1, number + 1) if n)


def _band(age: int | None) -> str:
    if age is None:
        return ""
    bounds = ((13, "child"), (18, "teenager"), (30, "young adult"), (200, "adult"))
    return next(name for high, name in bounds if age < high)
