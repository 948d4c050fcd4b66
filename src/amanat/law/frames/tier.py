"""Statements of a country's tier in the Trafficking in Persons Report."""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fix, Severity, Span, Verdict
from amanat.law.hint import hint
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.registers.treaties import Tier

TIER = re.compile(
    r"\btier[\s-]*(?P<after>[123]|one|two|three|iii|ii|i)\b(?P<list>[\s-]*watch[\s-]*list)?"
    r"|\b(?P<before>first|second|third|top|lowest|bottom) tier\b(?P<list2>[\s-]*watch[\s-]*list)?"
    r"|\b(?P<alone>watch[\s-]*list(?:ed)?|واچ\s*لسٹ)\b"
    r"|(?:ٹیئر|ٹائر|ٹیر|درجہ|کیٹیگری)\s*(?P<urdu>[123۱۲۳]|ون|ٹو|تھری)(?P<list3>\s*(?:کی\s*)?واچ\s*لسٹ)?"
    r"|(?P<urdu_before>پہلے|دوسرے|تیسرے) (?:درجے|درجہ|ٹیئر)(?P<list4>\s*(?:کی\s*)?واچ\s*لسٹ)?",
)
SUBJECT = re.compile(
    r"\b(?:trafficking|TIP report|State Department|report|Washington|Americans?|edition|down ?graded|upgraded|demoted|worst offenders)\b"
    r"|رپورٹ|اسمگلنگ|محکمہ خارجہ",
    re.IGNORECASE,
)
OTHER_LIST = re.compile(
    r"\b(?:FATF|money[- ]laundering|religious freedom|terror\w*|no[- ]fly|exit[- ]control|passport|airports?|press freedom|IUCN|endangered)\b",
    re.IGNORECASE,
)
"""Other bodies keep watch lists too."""
_RANK = r"(?:rung|rank(?:ing)?|grade|notch|rating|class|category|standing|level|place)"
DESCRIBED = re.compile(
    rf"\b(?:(?P<watch>(?:one|a|just one) (?:{_RANK}|step) (?:above|from|off) (?:the )?(?:worst|bottom|lowest)|second[- ](?:worst|lowest)(?: {_RANK})?)"
    rf"|(?P<two>(?:second[- ](?:best|highest)|middle)(?: {_RANK})?|second {_RANK})"
    rf"|(?P<one>(?:top|best|highest(?: possible)?) {_RANK})|(?P<three>(?:bottom|worst|lowest(?: possible)?) {_RANK}))\b"
)
"""`second-best grade`: a tier told by its place in the ranking."""
RANKING = re.compile(r"\btraffick\w*\b", re.IGNORECASE)
AUTHOR = re.compile(
    r"\b(?:State Department|Washington|Americans?|U\.?S\.?|United States|TIP report|report of|annual report)\b"
)
_NUMBER = {
    "one": 1,
    "i": 1,
    "first": 1,
    "top": 1,
    "two": 2,
    "ii": 2,
    "second": 2,
    "three": 3,
    "iii": 3,
    "third": 3,
    "lowest": 3,
    "bottom": 3,
    "ون": 1,
    "ٹو": 2,
    "تھری": 3,
    "پہلے": 1,
    "دوسرے": 2,
    "تیسرے": 3,
}
HINT = hint(
    r"\b[Tt](?:ier|IER)\b|[Ww]atch[\s-]*[Ll]ist|\b(?:[Ss]econd|[Bb]est|[Hh]ighest|[Tt]op|[Ww]orst|[Ll]owest|[Bb]ottom|[Mm]iddle)"
    r"[ -](?:best|worst|highest|lowest|possible|rung|rank|grade|rating|class|category|standing|place)"
    r"|(?:above|from|off) the (?:worst|bottom|lowest)|ٹیئر|ٹائر|ٹیر|درج[ہے]|کیٹیگری|واچ"
)
PLAN = re.compile(
    r"\b(?:risk(?:s|ed|ing)?|could|may|might|would|will|should|if|fear(?:s|ed)?|threat(?:en|ens|ened)?"
    r"|avoid(?:s|ed)?|hop(?:e|es|ed|ing)"
    r"|danger of|aim(?:s|ed)?|target|seek(?:s|ing)?|want(?:s|ed)?|warn(?:s|ed)?|likely|unless|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
NEGATION = re.compile(
    r"\b(?:not|never|nobody|no one|no longer|n[’']t|removed from|taken off|off|came off|out of|exit(?:ed|s)?|dropped from"
    r"|escap(?:ed|es)|came off|gets? off|got off|struck off|off|clear of|free of)\b",
    re.IGNORECASE,
)
URDU_NEGATION = re.compile(r"\b(?:نہیں|نہ|نکال|خارج)\b")
FROM = re.compile(r"\b(?:from|off|out of|left|leaving)\s+(?:the\s+)?(?:US\s+)?(?:TIP\s+)?$", re.IGNORECASE)
IF = re.compile(
    r"\s+(?:(?:ranking|rating|placement|status|listing|designation|country) )?(?:would|could|might|may|will|can)\b",
    re.IGNORECASE,
)
"""`a fall to Tier 3 would …`"""
ANY = re.compile(
    r"(?:\W*(?:\w+\s+){0,2}|.*\b(?=those\b))(?:countries|states|nations|governments|those|any country|a country)\s+(?:(?:that|which|are|is|placed|put|kept|ranked|listed)\s+)*"
    r"(?:on|in)\s+(?:the )?(?:(?:lowest|bottom|top|highest|worst)(?: \w+)?,? )?(?:the )?$",
    re.IGNORECASE,
)
"""`Countries on the Watch List risk …`: said of no state in particular."""
PREVIOUS = re.compile(
    r"\b(?:after (?:[\w-]+ ){1,4}(?:in|on|at)|(?:previously|formerly|once|had been)(?: (?:in|on))?|up from|down from)\s+(?:the )?$",
    re.IGNORECASE,
)
"""What a country left: `moved to the Watch List in 2020 after two years in Tier 2`."""
OWN_YEAR = re.compile(r"[\s,(]*(?:from|in|since|between|for)?\s*(?:the )?(?:19|20)\d\d")
LATER = re.compile(r"[^,;.]{0,12}?\b(?P<said>(?P<n>a|one|two|three) years? later)\b", re.IGNORECASE)
"""`in 2023 …, a year later on the Watch List`: the year counts from the one before."""
RANGE = re.compile(r"\s*(?:to|until|till|through|–|-|up to|سے)\s*")
PAIR = re.compile(rf"{RANGE.pattern}|\s*(?:and|اور)\s*")
ASKED = re.compile(
    r"\W*(?:Can|Could|Will|Would|Should|Is|Are|Was|Does|Did|Has|How|What|When|Who|Why)\b.*\?\W*", re.DOTALL
)
MEANS = re.compile(r"\s*[,)]?\s+(?:means|denotes|stands for|is (?:for|reserved|kept for)|requires)\b", re.IGNORECASE)
"""`Tier 1 means …`: what the word says, not where a country stands."""
UNTIL = re.compile(r"\b(?:until|till|before)\s+(?:the\s+)?$", re.IGNORECASE)
STILL = re.compile(r"\bstill\b", re.IGNORECASE)
MEANT = re.compile(r"\b(?:it|the (?:country|kingdom|nation|republic)|which|whose)\b", re.IGNORECASE)
"""What stands for a state that was named before."""
WHERE = re.compile(
    r",? where (?:it|the country) (?:first |already )?(?:landed|was|has been|fell|came|ended up|arrived)\b"
)
"""`still on the list where it landed in 2017`"""
SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
CUT = re.compile(
    r";|\b(?:but|while|whereas|although|though)\b|,\s+and\s+(?=(?:in|by|since)\s+(?:19|20)\d\d\b)", re.IGNORECASE
)
JOINED = re.compile(r"\b(?:but|while|though|although)$", re.IGNORECASE)
NOW = re.compile(r"\b(?:now|today|currently|still is|this year|since)\b", re.IGNORECASE)
_JOINT = 10
_MOVED = re.compile(r"\b(?:upgrad|downgrad|demot|promot|mov|rais|lower|drop|fell|slipp|relegat)\w*\b", re.IGNORECASE)
_TOLD = {"one": "Tier 1", "two": "Tier 2", "watch": "Tier 2 Watch List", "three": "Tier 3"}
_LISTS = ("list", "list2", "list3", "list4")
_AUTHORS = frozenset({"US"})
_NEAR = 90


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of tier of one sentence."""
    text, span = passage.text, passage.span
    if ASKED.fullmatch(text, span.start, span.end):
        return
    matches = list(TIER.finditer(passage.low, span.start, span.end)) or _described(passage)
    for number, match in enumerate(matches):
        if not _of_the_report(passage, match):
            continue
        last = matches[number - 1].end() if number else span.start
        following = matches[number + 1].start() if number + 1 < len(matches) else span.end
        before = text[last : match.start()]
        left = bool(FROM.search(before))
        if (
            PLAN.search(before[-_NEAR:])
            or IF.match(text, match.end(), span.end)
            or MEANS.match(text, match.end(), span.end)
            or ANY.match(before)
            or (left and number + 1 < len(matches))
            or (match.re is TIER and match["alone"] and text[match.end() : following] == ", ")
        ):
            continue
        if PREVIOUS.search(before[-_NEAR:]) and not OWN_YEAR.match(text, match.end(), span.end):
            continue
        yield from _said(passage, match, _clause(passage, match, last, following), left=left)


def _described(passage: Passage) -> list[re.Match[str]]:
    """A tier told by its place, in a sentence on the ranking of trafficking that names the tier in no other way."""
    text, span = passage.text, passage.span
    if not (RANKING.search(text, span.start, span.end) and AUTHOR.search(text, span.start, span.end)):
        return []
    return list(DESCRIBED.finditer(passage.low, span.start, span.end))[:1]


def _of_the_report(passage: Passage, match: re.Match[str]) -> bool:
    """Tell a tier of the report from another watch list and from the first tier of a stadium."""
    text, span = passage.text, passage.span
    if match.re is DESCRIBED or not (match["alone"] or match["urdu_before"] or match["before"]):
        return True
    subject = bool(SUBJECT.search(text, span.start, span.end) or (passage.parties and passage.years))
    if match["before"]:
        return subject or bool(passage.parties)
    return subject and not OTHER_LIST.search(text, span.start, span.end)


def _clause(passage: Passage, match: re.Match[str], start: int, end: int) -> tuple[int, int]:
    for mark in CUT.finditer(passage.text, start, end):
        if mark.end() <= match.start():
            start = mark.end()
        else:
            return start, mark.start()
    return start, end


def _tier_said(match: re.Match[str]) -> str:
    if match.re is DESCRIBED:
        return _TOLD[str(match.lastgroup)]
    if match["alone"]:
        return "Tier 2 Watch List"
    word = (match["after"] or match["before"] or match["urdu"] or match["urdu_before"]).lower()
    number = _NUMBER.get(word) or int(word)
    return f"Tier {number}" + (" Watch List" if any(match[name] for name in _LISTS) else "")


def _said(passage: Passage, match: re.Match[str], clause: tuple[int, int], *, left: bool) -> Iterator[Statement]:
    start, end = clause
    parties = _parties(passage, match, start)
    years = _years(passage, match, start, end)
    negative = left or bool(NEGATION.search(passage.between(start, match.start())[-40:]))
    if not match.group().isascii():
        negative = bool(URDU_NEGATION.search(passage.text, match.end(), end))
    edge = max([match.end(), *(y.span.end for y in years)])
    for party, where in parties:
        begin = where.start if where and where.start >= start else match.start()
        begin = min([begin, *(y.span.start for y in years)])
        yield _judge(
            passage, party, _tier_said(match), years, Span(begin, edge), place=Span(*match.span()), negative=negative
        )


def _parties(passage: Passage, match: re.Match[str], start: int) -> list[tuple[str, Span | None]]:
    named = [p for p in passage.parties if p.id not in _AUTHORS]
    here = [p for p in named if start <= p.span.start < match.start()] or [
        p for p in named if p.span.end <= match.start()
    ]
    if here:
        group = [here[-1]]
        for party in reversed(here[:-1]):
            if not re.fullmatch(r"\s*(?:,|and|, and|or)\s*", passage.between(party.span.end, group[0].span.start)):
                break
            group.insert(0, party)
        return [(p.id, p.span) for p in group]
    after = [p for p in named if p.span.start >= match.end() and p.span.start - match.end() < _NEAR]
    if after:
        return [(after[0].id, None)]
    meant = MEANT.search(passage.text, start, match.start())
    if passage.party and not (passage.foreign and meant):
        return [(passage.party, None)]
    return [("", None)] if meant else []


def _years(passage: Passage, match: re.Match[str], start: int, end: int) -> list[Year]:
    """Years behind the tier up to the next tier; else the one nearest before it."""
    later = LATER.match(passage.text, match.end(), end)
    earlier = [y for y in passage.years if y.span.end <= match.start()]
    if later and earlier:
        gap = _NUMBER.get(later["n"].lower(), 1)
        return [Year(earlier[-1].value + gap, None, Span(*later.span("said")))]
    after = [y for y in passage.years if match.end() <= y.span.start < end]
    before = [y for y in passage.years if start <= y.span.end <= match.start()] or _carried(passage, match, start)
    if after:
        run = [after[0]]
        for year in after[1:]:
            if not re.fullmatch(
                r"\s*(?:,|and|, and|or|&|to|until|till|through|–|-)\s*",
                passage.between(run[-1].span.end, year.span.start),
            ):
                break
            run.append(year)
        leads = before and re.search(
            r"\b(?:In|in the)\s+$", passage.between(before[-1].span.start - 8, before[-1].span.start)
        )
        return (
            [before[-1]]
            if leads
            and not _MOVED.search(passage.between(match.end(), run[0].span.start))
            and len(run) == 1
            and _apart(passage, match, run[0])
            else run
        )
    if len(before) > 1 and PAIR.fullmatch(passage.between(before[-2].span.end, before[-1].span.start)):
        return before[-2:]
    return before[-1:]


def _carried(passage: Passage, match: re.Match[str], start: int) -> list[Year]:
    """The year of the clause before, where this one is joined to it: `left Tier 3 in 2021 but stayed on the Watch List`."""
    joint = passage.between(max(passage.span.start, start - _JOINT), start)
    if not JOINED.search(joint) or NOW.search(passage.text, start, match.start()):
        return []
    return [y for y in passage.years if y.span.end <= start][-1:]


def _apart(passage: Passage, match: re.Match[str], year: Year) -> bool:
    """Tell whether a year behind the tier stands in a remark of its own (`…, up from 2023`)."""
    return "," in passage.between(match.end(), year.span.start)


def _judge(
    passage: Passage, party: str, said: str, years: list[Year], span: Span, *, place: Span, negative: bool
) -> Statement:
    treaties = passage.ground.treaties
    since = bool(years) and bool(SINCE.search(passage.text, max(0, years[0].span.start - 7), years[0].span.start))
    last = treaties.last_tier(party)
    asked = [y.value for y in years]
    if _is_range(passage, years):
        asked = list(range(years[0].value, years[1].value + 1))
    elif since and last:
        asked = list(range(years[0].value, last.year + 1))
    elif len(years) == 1 and UNTIL.search(passage.text, max(0, years[0].span.start - _JOINT), years[0].span.start):
        asked = _until(treaties.tier(party, asked[0]), asked[0], said)
    elif negative and not years and NEVER.search(passage.between(span.start, place.start)):
        asked = list(treaties.tier_years(party))
    rows = [treaties.tier(party, year) for year in asked] if asked else [last]
    found = [row for row in rows if row]
    subject = f"{party} tier"
    value = f"not {said}" if negative else said
    year = years[0].value if len(asked) == 1 else None
    if not found or len(found) < len(rows):
        return Statement(span, ClaimKind.TIER, "tier", Verdict.UNKNOWN, subject=subject, value=value, year=year)
    verdict, row = _verdict(found, said, negative=negative, dated=bool(asked))
    if not negative and asked and _was(found, last, said, verdict, passage.between(place.end, span.end), since=since):
        verdict, row = Verdict.OUTDATED, last or row
    elif verdict is Verdict.CONTRADICTED and not negative and _stale(passage, party, said, asked[0], place):
        verdict = Verdict.OUTDATED
    ceiling = Severity.ERROR if asked else Severity.WARNING
    fixes: tuple[Fix, ...] = ()
    sure = row.fact.confidence is Confidence.VERIFIED
    if verdict is Verdict.CONTRADICTED and sure and not negative and len(rows) == 1:
        fixes = (Fix(place, row.tier),)
    return Statement(
        span, ClaimKind.TIER, "tier", verdict, row.fact, ceiling, row.fact.statement, fixes, subject, value, year
    )


def _until(row: Tier | None, year: int, said: str) -> list[int]:
    """The year that `until 2018` speaks of: the last before it, unless that year itself is the one."""
    return [year] if row and row.tier == said else [year - 1]


def _was(rows: list[Tier], last: Tier | None, said: str, verdict: Verdict, behind: str, *, since: bool) -> bool:
    """Tell whether a country has left the tier in which it is said to have been ever since, or to be where it came."""
    if last is None or last.tier == said or rows[0].tier != said:
        return False
    return (verdict is Verdict.CONTRADICTED and since) or bool(WHERE.match(behind))


def _stale(passage: Passage, party: str, said: str, year: int, place: Span) -> bool:
    """Tell whether a country is said to be still where it was years ago; what changed in that very year is no old news."""
    around = passage.between(max(passage.span.start, place.start - _NEAR), min(passage.span.end, place.end + _JOINT))
    if not STILL.search(around):
        return False
    treaties = passage.ground.treaties
    rows = {y: row.tier for y in treaties.tier_years(party) if y < year and (row := treaties.tier(party, y))}
    return said in rows.values() and rows.get(year - 1) != said


def _is_range(passage: Passage, years: list[Year]) -> bool:
    """Tell whether two years are the ends of a stretch: `from 2014 to 2017`, `2014–17`."""
    if len(years) != 2 or years[0].value >= years[1].value:  # noqa: PLR2004 - two ends
        return False
    return bool(RANGE.fullmatch(passage.between(years[0].span.end, years[1].span.start)))


def _verdict(rows: list[Tier], said: str, *, negative: bool, dated: bool) -> tuple[Verdict, Tier]:
    wrong = [row for row in rows if (row.tier == said) is negative]
    row = (wrong or rows)[0]
    if row.fact.confidence is Confidence.UNCERTAIN:
        return Verdict.UNVERIFIED, row
    if not wrong:
        unsure = next((r for r in rows if r.fact.confidence is Confidence.UNCERTAIN), None)
        # A run of years (`since 2011`) rests on its weakest year only when most of it does.
        return (Verdict.UNVERIFIED, unsure) if unsure and len(rows) == 1 else (Verdict.SUPPORTED, row)
    return (Verdict.CONTRADICTED if dated else Verdict.OUTDATED), row
