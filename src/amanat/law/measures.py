"""Ages and times that a sentence names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amanat.law.amounts import NUMBER_WORD, number

_ORDINALS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_BIRTHDAYS = {word: n for n, word in enumerate(_ORDINALS, 10)} | {f"{n}th": n for n in range(5, 21)}
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-one)?"
_N = rf"(?:\d{{1,2}}|five|six|seven|eight|nine|{_TEENS})"
_NO_TIME = r"(?! (?:days?|weeks?|months?|hours?|per\b|percent|years? (?:in|of (?!age))))"
_NO_COUNT = (
    r"(?! ?(?:[-/:.]?\d|days?|weeks?|months?|hours?|per\b|%|years?|rupees|lakh|thousand|hundred|million|accused"
    rf"|people|persons|men|women|families|victims|cases|(?:or|to|and) (?:\d|{_TEENS}) (?:years|months|days)))"
)
_SOMEBODY = (
    "(?:child|victim|complainant|survivor|teenager|worker|girl|boy|person|bride|groom|minor|youth|youngster|daughter|son|woman|man|anyone|anybody|someone|nobody"
    "|those|one)s? (?:as young as |only |just )?(?:of|aged)"
)
_BEFORE = (
    "(?:at|from|over|above|(?:older|more|younger|fewer|less) than|as young as"
    "|(?:must|need|has to|have to|should)(?: only)? be(?: at least)?)"
)
_BELOW = (
    "(?:under|below|younger than|less than|until|before|short of|not (?:yet )?(?:turned|reached|completed|attained)"
    "|yet to (?:turn|reach|complete|attain))"
)
_REACHED = "(?:aged?|ages? of|turn(?:ed|s)?|age is|age at|reach(?:ed|es)?|completed|attained) (?:just |only )?"
_LINE = "(?:line|bar|limit|threshold|floor|cut-?off|minimum|age)(?: is| was)?(?: set| drawn| put| fixed)?"
_UNTIL = r"(?:until|before|up to|(?:stops?|ends?|ceases?)(?: \w+){0,3} (?:on|at))"
AGE = re.compile(
    rf"\b{_BELOW}[- ](?:(?:the )?age of |aged? |(?:she|he|they) (?:is|are|turns?) |their |his |her )?"
    rf"(?P<under>{_N})s?\b{_NO_TIME}"
    rf"|\b(?P<old>{_N})[- ]years?[- ](?:olds?|of age)\b"
    rf"|\b{_LINE} at (?P<line>{_N})\b{_NO_COUNT}"
    rf"|\b{_REACHED}(?P<at>{_N})\b{_NO_TIME}"
    rf"|\b(?:{_SOMEBODY}|{_BEFORE}) (?P<bare>{_N})\b{_NO_COUNT}"
    rf"|\b{_UNTIL} (?:her|his|the|their) (?P<until>{'|'.join(_BIRTHDAYS)}) birthday\b"
    rf"|\b(?P<birthday>{'|'.join(_BIRTHDAYS)}) birthday\b"
    rf"|\b{_BELOW} (?:her|his|the|their) (?P<short>{'|'.join(_BIRTHDAYS)}) year\b"
)
_NOT_SERVED = (
    r"(?![’']?s? (?:in (?:prison|jail)|behind bars|imprisonment|jail|of (?:rigorous |simple )?imprisonment|term"
    r"|sentence|rigorous|ago|earlier|later|old|of age)|[- ]old)"
)
TIME = re.compile(
    rf"\b(?P<count>{NUMBER_WORD}|a|an|the first)[- ](?P<unit>hour|day|week|fortnight|month|year)s?\b{_NOT_SERVED}"
    r"|\bhalf a (?P<half>year)\b"
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0}
_HALF_YEAR = 180.0


_BOUNDS = frozenset({"under", "line", "until", "short"})
_ORDINAL = frozenset({"birthday", "until", "short"})


class Age(NamedTuple):
    """An age in years."""

    years: int
    below: bool
    """It is said of those who are younger: a bound."""


def ages(low: str, start: int, end: int) -> Iterator[Age]:
    """Go through the ages named between two places of a text in small letters."""
    for match in AGE.finditer(low, start, end):
        group = str(match.lastgroup)
        years = _BIRTHDAYS[match[group]] if group in _ORDINAL else number(match[group])
        if years:
            yield Age(years, group in _BOUNDS)


def times(low: str, start: int, end: int) -> Iterator[float]:
    """Go through the lengths of time named between two places of a text in small letters, in days; months count 30."""
    for match in TIME.finditer(low, start, end):
        if match["half"]:
            yield _HALF_YEAR
        else:
            count = 1 if match["count"] in {"a", "an", "the first"} else number(match["count"])
            yield count * _DAYS[match["unit"]]
