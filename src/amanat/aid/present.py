"""Does the story tell a victim where to turn?

Yes when it prints a helpline with its number, or advises readers to call, report or complain somewhere it names. A
shelter somebody was taken to, a helpline that is only planned, and the telephone of a victim's family are no such help.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import Span


@dataclass(frozen=True, slots=True)
class PrintedHelp:
    """A place where the story tells readers where to turn."""

    span: Span
    number: Span | None
    """The number printed there, if one is."""


def _any(words: str) -> str:
    """Make one pattern of alternatives that are written with ` / ` between them."""
    return "(?:" + "|".join(word.strip() for word in words.replace("\n", " ").split(" / ")) + ")"


_NUMBER = r"(?<![\w.,/:-])\+?[\d۰-۹](?:[\d۰-۹ \u00a0-]{0,15}[\d۰-۹])(?![\w/%]|[.,:]\d)"
_LINE = _any(
    r"""\bhelp\s?-?lines? / \bhot\s?-?lines? / \btoll[- ]free(?: numbers?)? / \bcrisis lines? / \bemergency numbers? /
    ہیلپ ?لائن / ٹول فری"""
)
_THINGS = _any(
    r"""calls? / complaints? / cases? / people / persons / women / children / girls / victims? / years? /
    months? / days? / hours? / per ?cent / million / crore / lakh / staff / operators? / districts? / provinces? /
    کالز / شکایات / مقدمات / افراد"""
)
_COUNTED = rf"(?!\s*{_THINGS})"
_VERB = _any(
    """call / visit / dial / contact / phone / ring / text / whatsapp / report / complain / reach / approach /
    register / lodge / seek / turn"""
)
_DONE = _any("made / lodged / filed / registered / reported")
_WHO = _any(
    r"""victims? / survivors? / anyone / anybody / readers? / people / persons / those / women / girls / children /
    parents / workers? / citizens? / the public / families / family members / relatives / witness(?:es)? /
    complainants? / complaints? / cases? / you / migrants?"""
)
_MAY = _any(
    r"""can(?: also)? / may(?: also)? / should / could /
    (?:is|are|were|was) (?:urged|encouraged|advised|asked|requested|free|invited) to"""
)
_CHANNEL = _any(
    r"""portal / mobile app / \bapp\b / website / www\. / https?:// / e-?mail / help ?desk / helpline / hotline /
    toll-free /
    legal aid / commission / ombudsperson / mohtasib / shelter / bureau / child protection /
    support (?:centre|center|service) / crisis cent(?:re|er) / one[- ]stop cent(?:re|er)"""
)
_URDU_ADVICE = _any(
    """رابطہ کر(?:یں|نا|سکتے) / رابطہ کر سکت / کال کر(?:یں|سکتے) / شکایت درج کر(?:ائیں|وائیں|ا سکت|وا سکت) / اطلاع دیں /
    مدد لیں / مدد حاصل کر"""
)
_URDU_CHANNEL = _any("ہیلپ ?لائن / پورٹل / ٹول فری / ایپ / کمیشن / بیورو / ہیلپ ڈیسک")
_PRIVATE = re.compile(
    _any(
        "father / mother / brother / uncle / family / parents / relatives / agent / smuggler / suspect / poster /"
        " والد / والدہ / بھائی / اہل خانہ / پوسٹر / ایجنٹ / ملزم"
    )
    + r"\W+(?:\w+\W+){0,8}$",
    re.IGNORECASE,
)
"""Words a few steps before a number that make it a private one."""
_DIALLED = rf"(?P<number>{_NUMBER}){_COUNTED}"
_CALLING = r"(?:calling|dialling|dialing|phoning|contacting|texting|visiting|e-?mailing)"
_REACHED = r"(?:reached|contacted|approached)"
_SUPPORT = r"(?:help|support|advice|assistance|counselling|legal aid)"
_VIA = r"(?:from|at|on|through|via|by)"
_YOU = r"you(?:[’']ve|[’']re)?\s+(?:have|are|or|know|suspect|need|want|wish|see|think|believe|been|affected|in)"
_FREE = r"(?:free|confidential|24-hour|24/7|round-the-clock|toll-free)"
_NEAR = r"[^.!?؟۔\n]"
_CALL = "(?:call|dial|contact)"
_START = r"(?:^|[.!?:;”\"]\s+)"

_NUMBERED = (
    rf"{_LINE}{_NEAR}{{0,60}}?{_DIALLED}",
    rf"{_DIALLED}{_NEAR}{{0,25}}?{_LINE}",
    rf"\b{_WHO}\b{_NEAR}{{0,60}}?\b{_MAY} {_VERB}\b{_NEAR}{{0,80}}?{_DIALLED}",
    rf"{_START}(?:please |to report{_NEAR}{{0,60}}?, )?{_CALL}\b{_NEAR}{{0,60}}?{_DIALLED}",
    rf"\b(?:by {_CALLING}|send an? (?:SMS|text) to)\b{_NEAR}{{0,40}}?{_DIALLED}",
    rf"{_DIALLED}{_NEAR}{{0,40}}?{_URDU_ADVICE}",
)
_NUMBERS = tuple(re.compile(shape, re.IGNORECASE | re.MULTILINE) for shape in _NUMBERED)
_ADVISED = (
    rf"\b{_WHO}\b{_NEAR}{{0,60}}?\b{_MAY} (?:be {_DONE}|{_VERB})\b{_NEAR}{{0,80}}?{_CHANNEL}",
    rf"\bif {_YOU}\b{_NEAR}{{0,120}}?\b{_VERB}\b",
    rf"\bfor (?:{_FREE} )?(?:{_SUPPORT}|{_FREE})\b{_NEAR}{{0,60}}?(?:,|please|you can)\s+{_VERB}\b",
    rf"\b{_SUPPORT} is (?:also )?available\b{_NEAR}{{0,40}}?\b{_VIA}\b",
    rf"\b(?:can|may) be (?:{_REACHED}|called|reported)\b{_NEAR}{{0,30}}?\b{_VIA}\b{_NEAR}{{0,50}}?{_CHANNEL}",
    rf"{_CHANNEL}{_NEAR}{{0,60}}?\b(?:can be {_REACHED}|(?:offers?|provides?|gives?) {_FREE})\b",
    rf"{_LINE}{_NEAR}{{0,40}}?\b(?:is|are|remains?) (?:also |now )?(?:available|open|accessible|operational|staffed)\b",
    rf"\bby {_CALLING}\b{_NEAR}{{0,60}}?{_CHANNEL}",
    rf"{_URDU_CHANNEL}{_NEAR}{{0,60}}?{_URDU_ADVICE}",
)
_ADVICE = tuple(re.compile(shape, re.IGNORECASE) for shape in _ADVISED)
_QUICK = re.compile(rf"\d|[۰-۹]|{_CHANNEL}|{_URDU_CHANNEL}|\bif you\b", re.IGNORECASE)
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|of|since|by|until|during)|سال|سن)\s+$")
_YEAR = 4  # digits


def printed_help(text: str) -> tuple[PrintedHelp, ...]:
    """Find where a text tells readers where to turn, in order."""
    if not _QUICK.search(text):
        return ()
    found = {help_.span: help_ for help_ in (*_advice(text), *_numbers(text))}
    return tuple(found[span] for span in sorted(found))


def _numbers(text: str) -> Iterator[PrintedHelp]:
    for pattern in _NUMBERS:
        for match in pattern.finditer(text):
            start, end = match.span("number")
            if not _PRIVATE.search(text[max(0, start - 60) : start]) and not _a_year(text, start, end):
                yield PrintedHelp(Span(*match.span()), Span(start, end))


def _advice(text: str) -> Iterator[PrintedHelp]:
    for pattern in _ADVICE:
        for match in pattern.finditer(text):
            yield PrintedHelp(Span(*match.span()), None)


def _a_year(text: str, start: int, end: int) -> bool:
    """`a helpline set up in 2019` prints a year; `the helpline 1991` does not."""
    return end - start == _YEAR and _BEFORE_YEAR.search(text[max(0, start - 8) : start]) is not None
