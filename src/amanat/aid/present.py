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
    r"""\bhelp\s?-?lines? / \bhot\s?-?lines? / \btoll[- ]free(?: numbers?)? / \bemergency numbers? / \bcarelines? /
    \b(?:crisis|support|advice|referral|reporting|information|listening) lines? / \bchildlines? / \bsamaritans\b /
    \bcrimestoppers\b / ہیلپ ?لائن / ٹول فری"""
)
_THINGS = _any(
    r"""calls? / complaints? / cases? / people / persons / women / children / girls / victims? / years? /
    months? / days? / hours? / per ?cent / million / crore / lakh / staff / operators? / districts? / provinces? /
    کالز / شکایات / مقدمات / افراد"""
)
_COUNTED = rf"(?!\s*{_THINGS})"
_VERB = _any(
    """call / visit / dial / contact / phone / ring / text / message / chat / whatsapp / report / complain / reach /
    approach / register / lodge / seek / turn / get in touch / write to / speak to / talk to / tell / inform / alert /
    walk into / go to / apply / file / (?:get|obtain|receive) (?:free )?(?:legal )?(?:help|aid|advice|support)"""
)
_DONE = _any("made / lodged / filed / registered / reported")
_WHO = _any(
    r"""victims? / survivors? / anyone / anybody / readers? / people / persons / those / women / girls / children /
    parents / workers? / citizens? / the public / families / family members / relatives / witness(?:es)? /
    complainants? / complaints? / reports? / cases? / you / migrants? / returnees? / refugees? / labourers? /
    employees? / residents? / neighbours? / adults / staff / pupils / students / tenants / young people /
    under-\d\ds"""
)
_MAY = _any(
    r"""can(?: also)? / may(?: also)? / should / could /
    (?:is|are|were|was) (?:urged|encouraged|advised|asked|requested|free|invited) to"""
)
_CHANNEL = _any(
    r"""portal / mobile app / \bapp\b / website / www\. / https?:// / e-?mail / help ?desk / helpline / hotline /
    toll-free /
    legal aid / commission / ombudsperson / mohtasib / shelter / bureau / child protection /
    support (?:centre|center|service) / crisis cent(?:re|er) / one[- ]stop cent(?:re|er) / ombuds(?:man|woman) /
    legal (?:desk|clinic|help) / (?:aid|protection|rights|labour|welfare|alert) agency /
    anti-traffick\w+ (?:unit|cell) / counsell?ors? /
    (?:nearest|any of (?:the|its)(?: \d+)?) (?:cent(?:re|er)s?|offices?) / help at / charity / \btrust\b / foundation /
    (?:rights|labour|law|migrant) (?:desk|office|clinic|centre|center|court) / protector of emigrants /
    (?:free lawyers? / lawyers? (?:free of charge|without (?:charge|a fee|fees?)))"""
)
_URDU_ADVICE = _any(
    """رابطہ کر(?:یں|نا|سکتے) / رابطہ کر سکت / رجوع کر(?:یں|سکت) / رجوع کر سکت / ملائیں / ڈائل کر(?:یں|سکت) / جا سکت /
    کال کر(?:یں|سکتے) / شکایت درج کر(?:ائیں|وائیں|ا سکت|وا سکت) / اطلاع دیں / مدد لیں / مدد حاصل کر"""
)
_URDU_CHANNEL = _any(
    """ہیلپ ?لائن / پورٹل / ٹول فری / ایپ / کمیشن / بیورو / ہیلپ ڈیسک / قانونی (?:مدد|امداد) / مفت وکیل / ضلعی دفتر /
    محتسب"""
)
_PRIVATE = re.compile(
    _any(
        "father / mother / brother / uncle / family / parents / relatives / agent / smuggler / suspect / poster /"
        " والد / والدہ / بھائی / اہل خانہ / پوسٹر / ایجنٹ / ملزم"
    )
    + r"\W+(?:\w+\W+){0,8}$",
    re.IGNORECASE,
)
"""Words a few steps before a number that make it a private one."""
_CALLED = re.compile(r"\b(?:informed|called|dialled|rang|phoned|alerted|rung)\s+(?:the\s+|on\s+)?$", re.IGNORECASE)
"""Somebody in the story already turned there: readers are told what happened, not where to turn."""
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
_SUFFERED = "(?:survivors?|victims?|women|children|workers|migrants|families|anyone)"
_TOLD = r"(?:\d|the\b|our\b|us\b|on\b|[A-Z])"
"""What stands after a verb that tells readers to call: `text SAFE to 0000`, `call the desk`."""

_HELPERS = "(?:shelters|lawyers|helplines|services|organi[sz]ations|bodies)"
_OWN = r"your (?:child|daughter|son|sister|brother|friend|employer|landlord|passport|wages)"
_PRESENT = r"(?:can(?: also)?|may(?: also)?|should|(?:is|are) (?:urged|encouraged|advised|free|invited) to)"
_HARMLESS = r"(?!\s+(?:be|not|never|face|lose|die|expect|only|leave|stay|live|sleep)\b)"
"""What follows `can` where readers are told what they can do, and not what may be done to them."""

_FREEPHONE = r"(?<![\w.,/:-])(?:0800|0808)[ \u00a0-]?\d(?:[\d \u00a0-]{2,9}\d)(?![\w/%]|[.,:]\d)"
"""Numbers that cost the caller nothing (Ofcom's 080 range, Pakistan's 0800): nobody's private telephone."""

_NUMBERED = (
    rf"{_LINE}{_NEAR}{{0,60}}?{_DIALLED}",
    rf"{_DIALLED}{_NEAR}{{0,25}}?{_LINE}",
    rf"\b{_WHO}\b{_NEAR}{{0,60}}?\b{_MAY} {_VERB}\b{_NEAR}{{0,80}}?{_DIALLED}",
    rf"{_START}(?:please |to report{_NEAR}{{0,60}}?, )?{_CALL}\b{_NEAR}{{0,60}}?{_DIALLED}",
    rf"\b(?:by {_CALLING}|send an? (?:SMS|text) to)\b{_NEAR}{{0,40}}?{_DIALLED}",
    rf"{_DIALLED}{_NEAR}{{0,40}}?{_URDU_ADVICE}",
    rf"\bnumber for (?:complaints?|reports?|help|victims|survivors)\b{_NEAR}{{0,20}}?{_DIALLED}",
    rf"\b(?:answers?|listens?|on call)\b{_NEAR}{{0,20}}?\b(?:at|on)\s+{_DIALLED}",
    rf"\b(?:takes?|answers?) calls\b{_NEAR}{{0,60}}?{_DIALLED}",
    rf"\b{_SUPPORT}\b{_NEAR}{{0,80}}?\btel(?:ephone)?\.?:?\s*{_DIALLED}",
    rf"\b(?:help|support) is (?:just |only )?a (?:phone )?call away\b{_NEAR}{{0,60}}?{_DIALLED}",
    rf"\b(?:on|at|call|dial|ring|phone|contact|text|is|via)\b:?\s+(?P<number>{_FREEPHONE})",
)
_NUMBERS = tuple(re.compile(shape, re.IGNORECASE | re.MULTILINE) for shape in _NUMBERED)
_ADVISED = (
    rf"\b{_WHO}\b{_NEAR}{{0,60}}?\b{_MAY} (?:be {_DONE}|{_VERB})\b{_NEAR}{{0,80}}?{_CHANNEL}",
    rf"\bif (?:{_YOU}|{_OWN})\b{_NEAR}{{0,120}}?\b{_VERB}\b",
    rf"\b{_WHO}\b{_NEAR}{{0,60}}?\b{_PRESENT}{_HARMLESS}\s+{_NEAR}{{3,90}}?{_CHANNEL}",
    rf"\blist of {_HELPERS}\b{_NEAR}{{0,80}}?\b(?:is|are|can be) {_NEAR}{{0,30}}?(?:website|portal|app)\b",
    r"\byou are not alone\b",
    rf"\bfor (?:{_FREE} )?(?:{_SUPPORT}|{_FREE})\b{_NEAR}{{0,60}}?(?:,|please|you can)\s+{_VERB}\b",
    rf"\b{_SUPPORT} is (?:also )?available\b{_NEAR}{{0,40}}?\b{_VIA}\b",
    rf"\b(?:can|may) be (?:{_REACHED}|called|reported)\b{_NEAR}{{0,30}}?\b{_VIA}\b{_NEAR}{{0,50}}?{_CHANNEL}",
    rf"{_CHANNEL}{_NEAR}{{0,60}}?\b(?:can be {_REACHED}|(?:offers?|provides?|gives?) {_FREE})\b",
    rf"{_LINE}{_NEAR}{{0,40}}?\b(?:is|are|remains?) (?:also |now )?(?:available|open|accessible|operational|staffed)\b",
    rf"\bby {_CALLING}\b{_NEAR}{{0,60}}?{_CHANNEL}",
    rf"{_CHANNEL}{_NEAR}{{0,40}}?,? where {_WHO} {_MAY}\b",
    rf"\b(?:urged|advised|encouraged) {_SUFFERED}\b{_NEAR}{{0,60}}?\bto {_NEAR}{{0,24}}?(?:seek help|get in touch)\b",
    rf"{_URDU_CHANNEL}{_NEAR}{{0,60}}?{_URDU_ADVICE}",
)
_HEADED = (
    rf"{_START}(?:Need help\?|Where to (?:turn|get help|seek help|go for help)\s*[:\n]|Get help\s*:)",
    rf"{_START}(?:Help|Support|Advice)(?: for {_SUFFERED})?\s*:",
    rf"{_START}To (?:find|get|reach|report|complain)\b{_NEAR}{{0,60}}, (?:ask|call|go|write|visit)\b",
    rf"{_START}(?:[Pp]lease )?(?:[Ss]peak|[Tt]alk|[Ww]rite)(?: in confidence| confidentially)? to (?:a\b|{_TOLD})",
    r"\b[Ii]f (?:this|any of this|anything in this|the issues?)\b[^.!?\n]{0,60}\baffected you\b",
    rf"\b[Ff]or (?:(?:{_FREE}|and) )*{_SUPPORT}\b{_NEAR}{{0,40}}?\b(?:text|call|dial|ring|contact|e-?mail)\s+{_TOLD}",
)
"""Shapes in which capitals matter."""
_ADVICE = (
    *(re.compile(shape, re.IGNORECASE) for shape in _ADVISED),
    *(re.compile(shape, re.MULTILINE) for shape in _HEADED),
)
_TELLING = _any(
    f"\\bif your? / \\byou are not alone / \\blist of / \\baffected you / \\b{_SUPPORT} / \\b(?:speak|talk|write) to"
)
_QUICK = re.compile(rf"\d|[۰-۹]|{_CHANNEL}|{_URDU_CHANNEL}|{_TELLING}", re.IGNORECASE)
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|of|since|by|until|during)|سال|سن)\s+$")
_YEAR = 4  # digits


def printed_help(text: str) -> tuple[PrintedHelp, ...]:
    """Find where a text tells readers where to turn, in order."""
    if not _QUICK.search(text):
        return ()
    found = {help_.span: help_ for help_ in (*_advice(text), *_numbers(text))}
    return tuple(found[span] for span in sorted(found))


def _numbers(text: str) -> Iterator[PrintedHelp]:
    told: set[Span] = set()
    for pattern in _NUMBERS:
        for match in pattern.finditer(text):
            start, end = match.span("number")
            before = text[max(0, start - 60) : start]
            if not (_PRIVATE.search(before) or _CALLED.search(before) or _a_year(text, start, end)):
                number = Span(start, end)
                if number not in told:
                    yield PrintedHelp(Span(*match.span()), number)
                told.add(number)


def _advice(text: str) -> Iterator[PrintedHelp]:
    for pattern in _ADVICE:
        for match in pattern.finditer(text):
            yield PrintedHelp(Span(*match.span()), None)


def _a_year(text: str, start: int, end: int) -> bool:
    """`a helpline set up in 2019` prints a year; `the helpline 1991` does not."""
    return end - start == _YEAR and _BEFORE_YEAR.search(text[max(0, start - 8) : start]) is not None
