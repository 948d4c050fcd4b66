"""Terms of years and sums of money as laws and newspapers write them.

A term is read in two steps: every length of time is found, then the words around it say whether it is a punishment at
all and whether it is the least or the most: `the ceiling is three years`, `three years and no more`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from amanat.core import Span

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: count for count, word in enumerate(["zero", *_ONES, *_TEENS])}
NUMBERS |= {word: 10 * count for count, word in enumerate(_TENS, 2)}
NUMBERS |= {f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one] for ten in _TENS for one in _ONES}
NUMBERS |= {"a": 1, "an": 1}
_WORDS = "|".join(sorted(["zero", *_ONES, *_TEENS], key=len, reverse=True))
_N = rf"(?=[\defnostz])(?>\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)})\b)?|(?:{_WORDS}))"
NUMBER_WORD = rf"(?:{_N}|an?(?= (?:year|month|week|day)))"
_UNIT = r"(?:year|yr|month|decade)s?\b(?:[’']s?)?"
_ANY_UNIT = ("year", "month", "yr", "decade")
_UNITS = {"month": 1 / 12, "decade": 10}
_OTHER = r"(?P<other>(?:not|no) more than |(?:a |the )?(?:maximum|most) of |at most )?(?:up to )?"
LENGTH = re.compile(
    rf"(?<![\w.,£$])(?<!section )(?<!sections )(?=[\daefhnostz])(?:(?P<low>{_N}|a(?= (?:year|month)))(?:[- ](?P<low_unit>{_UNIT})(?: in (?:prison|jail))?)?"
    rf"(?: ?[-–—] ?|,? (?P<joint>to|and|or|till|upto|up to) ){_OTHER})?"
    rf"(?:(?P<half>half )?(?P<count>{_N}|an?)[- ]?(?P<unit>{_UNIT})"
    rf"|(?(low_unit)(?P<alone>{_N})\b(?![- ,.]?(?:\d|day|week|hour|per|lakh|cent|rupee|million|thousand))|(?!)))"
)
"""A length of time: `ten years`, `three to seven years`, `from two years to ten`, `six months to two years`."""
_RANGE = re.compile(r"\bbetween $|(?:at least|less than) $")
_TAIL = (
    r"(?: (?:of|at|to|is|only|just|be|about|merely|a|an|the|some|mere|rigorous|simple|prison|jail|custodial|total|paltry|further"
    r"|terms?|sentences?|imprisonment|stretch|period|for|punishment|penalty))*,? ?$"
)
_UP_TO = re.compile(
    r"\b(?:up ?to|(?:no|not|nothing|never|neither|cannot|can[’']t|none|nobody)\b[^.;,]{0,40}?\b(?:more|longer|greater|higher|beyond|past"
    r"|exceed(?:ing|s)?)(?: than)?|as (?:many|much|long|high|far) as|at (?:the )?(?:very )?most"
    r"|(?:upper end|stop|top|peak|cap|capp|end|max|stopp|topp|limit)(?:s|es|ed|ing)?(?: out| off)? (?:at|to)|max\.?|a mere|maximum)"
    rf"{_TAIL}"
)
_REACHES = re.compile(
    r"\b(?:extend\w*|go(?:es)?|runs?|ris(?:es?|ing)|climbs?|reach(?:es)?|stretch(?:es)?|rang(?:es|ing))(?: up| as high| as far)?"
    rf" ?(?:as|to)?{_TAIL}"
)
_AT_LEAST = re.compile(
    r"\b(?:at (?:the )?(?:very )?least|(?:no|not|nothing|never|cannot|may not)\b[^.;,]{0,20}?\b(?:less|fewer|shorter|lower|under|below)"
    r"(?: than)?|(?:starts?|begins?|starting|beginning) (?:at|from|with)|upwards of|minimum)"
    rf"{_TAIL}"
)
_SENTENCES = (
    r"(?= (?:[\w’'-]+ )?(?:sentence|penalty|punishment|term|possible|prison|jail|judge|court|fine|that|an?|any|the"
    r"|he|she|one|they|limit|it|is|was))"
)
_MOST = (
    r"\b(?:maximum|ceiling|cap(?:s|ped)?|upper limit|outer limit|utmost"
    rf"|(?:highest|longest|heaviest|harshest|greatest|stiffest|toughest|severest|top|the most){_SENTENCES})\b"
    r"(?! (?:[\w-]+ )?(?:ages?|wages?|security|benefit)\b)"
)
_LEAST = (
    rf"\b(?:minimum|floor(?= (?:of|is|was|at|to|for|under|in law|rises|set|stands))|lower limit|lowest{_SENTENCES}|shortest|lightest{_SENTENCES}|mildest|(?<!at )(?<!at the )(?<!at the very )least)\b"
    r"(?! (?:[\w-]+ )?(?:ages?|wages?|standards?)\b)"
)
_BOUND = re.compile(rf"(?P<most>{_MOST})|(?P<least>{_LEAST})")
_INSIDE = r"^(?:,? ?(?:of|in|behind|inside|rigorous|imprisonment|prison|jail|bars|custody|simple|the nick|(?:his|her|their) (?:freedom|liberty))\b)*"
_THEN_MOST = re.compile(
    rf"{_INSIDE}(?:, (?:and )?not [\w ]{{1,12}})?,? (?:at (?:the )?(?:very )?(?:most|outside|maximum)|max(?:imum)?\b|or (?:less|under)\b|tops\b"
    r"|and (?:no|not|nothing) (?:a day )?(?:more|longer)"
    r"|(?:is|are|was|were|being|be|as)(?: (?:still|now|therefore|thus))? (?:all\b|what\b|the (?:[\w-]+ )?(?:most|maximum|limit|ceiling|cap|highest|longest"
    r"|heaviest|harshest|greatest|top)\b)|(?:the|its|as the|as its) (?:maximum|ceiling|cap|limit|most)\b)"
)
_THEN_LEAST = re.compile(
    rf"{_INSIDE},? (?:or (?:more|longer|above)\b|and (?:up|upwards|more|above)\b|at (?:the )?(?:very )?least|minimum\b|to (?:imprisonment for )?life\b"
    r"|(?:is|are|being|as)(?: (?:still|now))? (?:the )?(?:legal )?(?:least|minimum|floor|lowest)\b)"
)
_THEN_NAMED = re.compile(rf"{_INSIDE}(?:, (?:and )?not [\w ]{{1,12}})?,? (?:is|are|was|being|as|the|its)\b")
_PENAL = re.compile(
    r"\b(?:punish\w*|penal\w*|sentence[sd]?|terms?|jail\w*|gaol\w*|exposed to|paid for with|imprison\w*|prison|behind bars|liable|carr(?:y|ies|ied|ying)|attract\w*|prescri\w+"
    r"|provid\w+|fac(?:e|es|ed|ing)|bring\w*|fetch\w*|costs?|gets?|earn\w*|risk\w*|draw\w*|invit\w+|threat\w*|entail\w*|means?|warrant\w*"
    r"|lays? down|laid down|lock\w* up|put away|sets?|setting|impos\w+|stipulat\w+|allows?|award\w*|gives?|giving|given|spends?|serv(?:e|es|ing)|lose|loses|owes?"
    r"|expects?|good for|worth|go(?:es)? to|sent (?:down|away)|deserves?|await\w*|kept|held to)\b[^;]{0,60}$"
)
_LOCKED = re.compile(
    r"^ ?,?(?:of |in |with )?(?:a |the )?(?:rigorous|simple|imprisonment|prison|jail|gaol|behind bars|custody|sentence|term|hard labour"
    r"|inside\b|(?:of )?(?:his|her|their) (?:freedom|liberty)|of (?:freedom|liberty)|or (?:more|with fine|both|a fine))"
)
_NO_TERM_BEFORE = re.compile(
    r"\b(?:ages?(?: of)?|aged|within|over the|during the|for the (?:past|last|next)|(?:past|last|next|first|every|after|since|until|before"
    r"|once in|under|below)(?: the)?|seldom[\w ]*|rarely[\w ]*|usually[\w ]*|in practice[\w ,]*|typically[\w ]*) $"
)
_NO_TERM_BEHIND = re.compile(
    r"^(?:[- ]olds?\b| of age\b| (?:old|young)er\b| ago\b| (?:later|earlier|before|after|since(?! (?:\w+ )?(?:19|20)\d\d)|back|running|from now|in a row|into|of age)\b|,? (?:in a|on the) (?:row|trot)"
    r"| of (?!(?:rigorous|simple|imprisonment|prison|jail|hard|his|her|their|freedom|liberty|detention|custody|incarceration)\b))"
)
_OF_A_LIFE = re.compile(
    r"\b(?:ages?(?: of)?|aged|within|over|during|in|(?<!ask )(?<!away )(?<!up )(?<!down )(?<!inside )(?<!in jail )for|after|since|until|before|every"
    r"|first|last|past|next|under|below|another|than|nearly|almost|some|about|around|by|was|were|been|seldom[\w ]*|rarely[\w ]*|usually[\w ]*"
    r"|in practice[\w ,]*) (?:(?:only|just|barely|a|the) )?\|"
    r"|\|(?:[- ]olds?\b| (?:older|younger|of|ago|later|earlier|before|after|since|back|running|from|in (?:a|the|his|her) (?!cell|dock|jail|prison)|into|on|when|as an?|at|with|together|apart|away"
    r"|junior|senior|her|his)\b"
    r"|[- ](?:plan|visa|contract|project|campaign|programme|program|study|girl|boy|man|woman|lease|deal|war|career|marriage|trial|wait|delay|ban|bond)s?\b)"
)
"""Lengths of time in a life, a case or a calendar: `for two years`, `a three-year visa`."""
_RAISED = re.compile(
    r"\b(?:rais|increas|enhanc|extend|lift|doubl|upp|lower|reduc|cut)\w*\b[^;]{0,70}\bfrom $|\b(?:went|going|gone|goes) (?:up )?from $"
)
_BARE = re.compile(
    r"\b(?:(?P<most>ceiling|maximum|the most|cap|up to|(?:not|no) more than|(?:go|rise|extend|climb)s? (?:up )?to)|(?P<least>floor|minimum|(?:not|no) less than))"
    rf" (?:of |is |to |at |being |was )?(?:only |just )?(?P<count>{_N})(?=[,.;:](?!\d)|$| (?:if|for|where|when|with|and|or|under|along|plus)\b)"
)
"""A second term without its unit: `a floor of two years and a ceiling of ten`."""
_DEATH = re.compile(
    r"\bdeath (?:penalty|sentence)|\bcapital punishment|\b(?:punish\w*|penalt\w+|carr(?:y|ies|ied|ying)|provides?(?: for)?|prescribes?"
    r"|attracts?|allows?|means?|faces?|with|by|entails?|get|gets)(?: (?:the|a|either|mandatory|by|with|to|for))* death\b(?! of)"
    r"|\bdeath or (?:life|imprisonment|rigorous)|\bto the (?:gallows|noose)\b|\bcapital (?:crime|offence)\b|\bhanging (?:offence|crime|matter)\b"
    r"|\b(?:can|may|could|must|shall) (?:even )?(?:be )?(?:hang(?:ed)?|executed|put to death)\b"
)
_LIFE = re.compile(
    r"\blife(?:[- ](?:imprisonment|sentences?|terms?|in (?:prison|jail)|behind bars|inside)\b)"
    r"|\b(?:prison|jail|bars|inside|away|locked up|cell|custody|spend|serve) (?:for )?(?:until |till )?the (?:rest|remainder|end) of (?:his|her|their)"
    r" (?:natural )?(?:life|days)\b|(?::|\d[a-z]?) life(?=[.,;]|$)|\(life\)"
    r"|\bprovid(?:es?|ed) for life\b(?! of)|\byears? (?:and|or) life\b(?! of)|\blife (?:under section|is the (?:term|maximum|penalty|sentence|most))\b"
    r"|\b(?:is|be|means?|brings?) life(?=[.,;:]|$| (?:if|where|when|inside)\b)"
    r"|\b(?:imprison\w*|jail\w*|gaol\w*|prison|locked up|put away|behind bars|sent (?:down|away)|inside) for (?:(?:his|her|their|natural) )*life\b"
    r"|\b(?:jail|gaol|imprison|lock up|put away)s? (?:an?|the) [\w’'-]+(?: [\w’'-]+){0,3} for life\b"
    r"|\b(?:punish\w*|penalt\w+|sentence|term|maximum|ceiling|carr(?:y|ies|ied|ying)|up to|risks?|faces?|gets?|given|attracts?|reach(?:es)?|ends? at|years? to"
    r"|years at the least and|(?:maximum|ceiling|penalty|punishment|sentence)\b[^.;,]{0,60}? (?:is|was|remains))(?: (?:is|was|are|be|can|may|could|of|to|by|with|even|for|a|in)){0,4}(?<! for) life\b(?! (?:of|in|and)\b|-|’|')"
)
_WITHOUT = {True: ("life", "days"), False: ("death", "capital", "gallows", "noose", "hang", "executed")}
"""Words without one of which no life sentence, no sentence of death is spoken of."""
_SCALE = {
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "lakh": 100_000,
    "lac": 100_000,
    "crore": 10_000_000,
    "thousand": 1_000,
    "k": 1_000,
    "hundred": 100,
}
_SCALES = r"(?:[ -]?(?:hundred|thousand|lakhs?|lacs?|million|mn|m|crores?|k)\b)"
FINED = re.compile(
    r"\bfine[ds]?\b|جرمانہ|\b(?:prison|jail|imprisonment|years?|months?),? (?:or|and|plus|with) (?:a|up|rs|tk|£)"
)
_SUM = re.compile(
    r"(?:(?P<money>\brs\.?|\bpkr|\binr|\bbdt|\bnpr|\bnrs\.?|\btk\.?|\btaka|₨|₹|৳|£|\$|\bn(?=\d)) ?|(?<![\w.,]))"
    rf"(?P<sum>half a|\d[\d,]*(?:\.\d+)?|a(?= (?:hundred|thousand|lakh|million|crore)\b)|{_N})(?P<scales>{_SCALES}{{0,2}})"
    r"(?P<behind> ?(?:-|of )?(?:indian |pakistani |nepali )?(?:rupees?|taka|pounds?|dirhams?)\b)?"
)
_NEAR = 60
_FAR = 140
_LIMITED = re.compile(
    r"\b(?:(?P<most>up ?to|(?:no|not|cannot|never)[\w ]* (?:more than|past|exceed\w*)|at most|maximum(?: of)?|as (?:much|high) as)|(?P<least>at least|(?:no|not)[\w ]* (?:less than|below)|minimum(?: of)?)) $"
)
_FINE_ONLY = re.compile(
    r"\bfines? (?:only|alone)\b|\b(?:only|merely|just|nothing (?:more|worse) than|nothing but|simply|at worst|no(?:t)? more than|a mere)"
    r" (?:be |by |with |to |for )?(?:an? )?fine[ds]?\b"
    r"|\b(?:no one|nobody) (?:[\w ]{1,12} )?(?:goes|sent) to (?:prison|jail)|\b(?:prison|jail|imprisonment) is (?:not an option|out of the question|ruled out)"
    r"|\b(?:knows?|provides?(?: for)?|carr(?:y|ies)|means?) no (?:prison|jail|imprisonment)\b"
)
_PAST = re.compile(r"\b(?:seldom|rarely|usually|typically|on average|in practice)\b[^.;]{0,60}$")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a sentence says a law threatens."""

    span: Span
    min_years: float | None = None
    max_years: float | None = None
    exact: float | None = None
    """A number of years with no word that says whether it is the least or the most."""
    life: bool = False
    death: bool = False
    fine: int | None = None
    """Largest sum named, whole units."""
    fine_bound: str = ""
    """`most` or `least` where the sentence says which of them the sum is."""
    fine_only: bool = False
    """It says that there is a fine and no prison."""
    named: bool = False
    """A word for a bound stands beside a term: `the ceiling is`, `the most that`."""
    parts: tuple["Terms", ...] = ()
    """The same term by term, where there are several: each may be that of another offence."""

    @property
    def prison(self) -> bool:
        """Tell whether it says anything beside a fine."""
        return self.life or self.death or any(v is not None for v in (self.min_years, self.max_years, self.exact))


def number(word: str) -> int:
    """Read a number written in figures or words."""
    low = word.lower().replace(" ", "-")
    return int(low) if low.isdigit() else NUMBERS.get(low, 0)


def terms(low: str, start: int, end: int, *, of_law: bool = False) -> Terms | None:
    """Read every term and sum between two places of a text in small letters as one statement; None without one.

    Args:
        low: the text.
        start: where to begin.
        end: where to stop.
        of_law: a section is cited here, so any length of time is its term that is plainly nothing else.
    """
    parts = sorted(_terms(low, start, end, of_law=of_law), key=lambda part: part.span)
    sums = list(_sums(low, start, end)) if FINED.search(low, start, end) else []
    only = None if parts else _FINE_ONLY.search(low, start, end)
    places = [part.span for part in parts] + [span for span, _, _ in sums] + ([Span(*only.span())] if only else [])
    if not places:
        return None
    largest = max(sums, key=lambda s: s[1], default=None)
    return Terms(
        Span(min(places).start, max(span.end for span in places)),
        next((p.min_years for p in parts if p.min_years is not None), None),
        next((p.max_years for p in parts if p.max_years is not None), None),
        next((p.exact for p in parts if p.exact is not None), None),
        any(p.life for p in parts),
        any(p.death for p in parts),
        largest[1] if largest else None,
        largest[2] if largest else "",
        only is not None,
        any(part.named for part in parts),
        tuple(parts) if len(parts) > 1 else (),
    )


def _terms(low: str, start: int, end: int, *, of_law: bool) -> Iterator[Terms]:
    said = low[start:end]
    for pattern, life in ((_LIFE, True), (_DEATH, False)):
        # Plain words are found ten times faster than patterns, and most sentences hold none of them.
        for match in pattern.finditer(low, start, end) if any(word in said for word in _WITHOUT[life]) else ():
            if not _PAST.search(low[max(start, match.start() - _NEAR) : match.start()]):
                yield Terms(Span(*match.span()), life=life, death=not life)
    edge, read = start, False
    for match in LENGTH.finditer(low, start, end) if any(unit in said for unit in _ANY_UNIT) else ():
        for length in _lengths(match, low[max(edge, match.start() - _FAR) : match.start()]):
            before = low[max(edge, length.span.start - _FAR) : length.span.start].rpartition(";")[2]
            behind = low[length.span.end : min(end, length.span.end + _NEAR)]
            term = _term(length, before, behind)
            if term is None and of_law and not _OF_A_LIFE.search(f"{before}|{behind}"):
                term = Terms(length.span, exact=length.years)
            edge = length.span.end
            if term:
                read = True
                yield term
    if read:
        for match in _BARE.finditer(low, start, end):
            years = float(number(match["count"]))
            yield Terms(Span(*match.span()), years if match["least"] else None, years if match["most"] else None)


class _Length(NamedTuple):
    """A length of time, or two as ends of a range."""

    span: Span
    years: float
    least: float | None = None


def _lengths(match: re.Match[str], before: str) -> tuple[_Length, ...]:
    """Read a length or a range; `six months, and up to three years` are two lengths."""
    years = _years(match["count"] or match["alone"], match["unit"] or match["low_unit"])
    years = years / 2 if match["half"] else years
    if not match["low"]:
        return (_Length(Span(*match.span()), years),)
    low = _years(match["low"], match["low_unit"] or match["unit"])
    first = "count" if match["count"] else "alone"
    if match["low_unit"] and match["joint"] == "and" and not _RANGE.search(before) and not match["other"]:
        return _Length(Span(match.start(), match.end("low_unit")), low), _Length(
            Span(match.start(first), match.end()), years
        )
    if _RAISED.search(before) or low >= years:
        return (_Length(Span(match.start(first), match.end()), years),)
    return (_Length(Span(*match.span()), years, low),)


def _term(length: _Length, before: str, behind: str) -> Terms | None:
    """Read one length of time by the words on both sides; None where it is no punishment."""
    if (_NO_TERM_BEFORE.search(before) and not _AT_LEAST.search(before)) or _NO_TERM_BEHIND.match(behind):
        return None
    span, years = length.span, length.years
    if length.least is not None:
        return Terms(span, length.least, years)
    beside, bound = _bound(before, behind)
    if bound:
        start = span.start - (len(before) - beside) if beside is not None else span.start
        named = bool(_BOUND.search(before) or _THEN_NAMED.match(behind))
        most, least = (years if bound == word else None for word in ("most", "least"))
        return Terms(Span(start, span.end), least, most, named=named)
    if _PENAL.search(before) or _LOCKED.match(behind):
        return Terms(span, exact=years)
    return None


def _bound(before: str, behind: str) -> tuple[int | None, str]:
    """Return which bound the words beside a term make it, and where among those before it the bound begins."""
    if found := _UP_TO.search(before):
        return found.start(), "most"
    if found := _AT_LEAST.search(before):
        return found.start(), "least"
    if _THEN_MOST.match(behind):
        return None, "most"
    if _THEN_LEAST.match(behind):
        return None, "least"
    if named := list(_BOUND.finditer(before)):
        return named[-1].start(), str(named[-1].lastgroup)
    reaches = _REACHES.search(before)
    return (reaches.start(), "most") if reaches else (None, "")


def _years(count: str, unit: str | None) -> float:
    """A number in years, whatever its unit."""
    return number(count) * next((part for name, part in _UNITS.items() if unit and unit.startswith(name)), 1)


def _sums(low: str, start: int, end: int) -> Iterator[tuple[Span, int, str]]:
    """Find the sums of money: place, whole units, which bound it is."""
    for match in _SUM.finditer(low, start, end):
        before = low[max(start, match.start() - _NEAR) : match.start()]
        scaled = match["scales"] and "fine" in before
        if not (match["money"] or match["behind"] or scaled):
            continue
        limited = _LIMITED.search(before)
        yield Span(*match.span()), _amount(match), str(limited.lastgroup) if limited else ""


def _amount(match: re.Match[str]) -> int:
    raw = match["sum"]
    count = 0.5 if raw == "half a" else float(raw.replace(",", "")) if raw[0].isdigit() else float(number(raw))
    scales = re.findall(r"[a-z]+", match["scales"])
    return int(count * prod(_SCALE[word if word in _SCALE else word.rstrip("s")] for word in scales))
