"""Terms of years and sums of money as laws and newspapers write them."""

import re
from dataclasses import dataclass

from amanat.core import Span

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
NUMBERS = {word: number for number, word in enumerate(_UNITS)}
NUMBERS.update({"twenty": 20, "twenty-five": 25, "twenty five": 25, "thirty": 30, "forty": 40, "a": 1})
_N = (
    r"(?=[\defnostz])(?>\d{1,3}|twenty[- ]five|"
    + "|".join(sorted(set(NUMBERS) - {"a", "twenty five", "twenty-five"}, key=len, reverse=True))
    + ")"
)
NUMBER_WORD = rf"(?:{_N}|an?(?= (?:year|month|week|day)))"
_MERE = "(?:(?:a mere|only|just|no more than|merely) )?"
_YEARS = r"[- ]?(?:year|month)s?[’']?(?:s[’']?)?"
TERM = re.compile(
    rf"\b(?:between |from )?(?P<low>{_N})(?:{_YEARS})? ?(?:to|and|-|–|or) ?(?P<high>{_N}){_YEARS}"
    rf"|\b(?P<upto>up to|upto|maximum(?: (?:sentence|term|penalty|punishment))?(?: of)?|(?:may|can"
    rf"|which may) extend (?:up )?to|extend(?:s|ing|able)? (?:up )?to|as (?:much|long) as"
    rf"|not (?:more than|exceeding)|no more than|at most|ranging up to|a maximum|(?:stops?|tops? out|ends?|capped) at"
    rf"|caps? (?:[\w-]+ ){{0,4}}at|ceiling (?:of|rises to)|limits? (?:[\w-]+ ){{0,4}}to) (?P<max>{_N}|an?(?= (?:year|month))){_YEARS}"
    rf"|\b(?:rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|extend(?:s|ed|ing)?|lift(?:s|ed|ing)?) (?:the |its )?(?:maximum|penalty|punishment|sentence|term)\b"
    rf"[^.;]{{0,60}}? to (?P<raised>{_N}){_YEARS}"
    rf"|\b(?:maximum|penalty|punishment|sentence|term) (?:was|is|has been|were) (?:raised|increased|lifted|extended) to (?P<raised2>{_N}){_YEARS}"
    rf"|\b(?P<least>not less than|no less than|at least|minimum(?: (?:sentence|term))?(?: of)?|a minimum|floor (?:of|rises to)"
    rf"|(?=\w+ years? (?:in jail |in prison )?or more)) ?(?P<min>{_N}){_YEARS}"
    rf"|\b(?P<most>{_N}){_YEARS}(?: (?:in (?:prison|jail)|imprisonment|behind bars))? (?:at (?:the )?most|maximum|or less)"
    rf"|\b(?:punish(?:ed|able|es) (?:with|by)|be (?:jailed|imprisoned) for|liable to|carries|carry|attracts?|prescribes?|entails?"
    rf"|(?:can|could|may|might) (?:bring|mean|fetch|get|earn|face)|brings?|means|faces?|invites?|draws?|risks?|threatens?|gets? away with)"
    rf" (?:rigorous imprisonment of |imprisonment of |a (?:jail |prison )?(?:term|sentence) of )?(?P<plain>{_N}|a(?= (?:year|month))){_YEARS}(?! to)"
    rf"|\b(?:sentence|term|penalty|punishment)s?\b[^.;]{{0,80}}?\b(?:is|are)\s+(?P<said>{_N}){_YEARS}"
    rf"|\b(?:punishment|penalty|sentence|term) for\b[^.;,]{{0,80}}, {_MERE}(?P<beside>{_N}){_YEARS}"
    rf"|\bmaximum (?:for|under)\b[^.;,]{{0,80}}, {_MERE}(?P<peak>{_N}){_YEARS}"
    rf"|\bmaximum (?:(?!(?:age|sentence|term|penalty|punishment)\b)[\w()’'-]+ ){{0,10}}?(?:is|of) {_MERE}(?P<top>{_N}){_YEARS}|\b(?:minimum (?:(?!age\b)\w+ )?|least [^.;,]{{0,70}}?)(?:is|of) (?P<bottom>{_N}){_YEARS}"
    rf"|\b(?P<tolife>{_N}){_YEARS} to life\b"
    rf"|\b(?P<exact>{_N}){_YEARS}(?= (?:in (?:prison|jail)|imprisonment|behind bars"
    rf"|of (?:rigorous )?imprisonment|rigorous|[’']? ?imprisonment|jail|or more|or with fine|term|sentence"
    rf"|maximum))"
    r"|\b(?P<death>death (?:penalty|sentence)|punish(?:able|ed) (?:by|with) death|with death|capital punishment"
    r"|carries death)\b"
    r"|\b(?P<life>life (?:imprisonment|sentence|term|in (?:prison|jail))|imprisonment for life|punish(?:able|ed) (?:with|by) life|(?:jailed|imprisoned|locked up|put away) for life"
    r"|maximum of life|up to life|life behind bars|(?:maximum|penalty|sentence|punishment) (?:is|can be|may be|was) life(?! of)|(?:prison|jail) for life)\b",
)
_SCALE = {
    "m": 1_000_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "lakh": 100_000,
    "lac": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
    "thousand": 1_000,
    "k": 1_000,
}
FINED = re.compile(r"\bfine[ds]?\b|جرمانہ")
FINE = re.compile(
    r"(?P<money>\brs\.?|\bpkr|\binr|\bbdt|\bnpr|\btk\.?|₨|₹|£|\$"
    r"|\bn(?=\d))\s?(?P<sum>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>million|mn|m|lakhs?|lac|crore|thousand|k)?\b"
    r"|\b(?P<sum2>\d[\d,]*(?:\.\d+)?|one|two|three|five|ten|half a) (?P<scale2>million|lakhs?|crore|thousand"
    r"|hundred thousand) (?:rupees|taka|pounds)"
    r"|\b(?P<sum3>\d[\d,]*)(?P<scale3>) (?:rupees|taka|pounds|dirhams)\b",
)


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

    parts: tuple["Terms", ...] = ()
    """The same term by term, where there are several: each may be that of another offence."""

    @property
    def prison(self) -> bool:
        """Tell whether it says anything beside a fine."""
        return self.life or self.death or any(v is not None for v in (self.min_years, self.max_years, self.exact))


def number(word: str) -> int:
    """Read a number written in figures or words."""
    low = word.lower().replace(" ", "-")
    return int(low) if low.isdigit() else NUMBERS.get(low, NUMBERS.get(low.replace("-", " "), 0))


def terms(low: str, start: int, end: int) -> Terms | None:
    """Read every term and sum between two places of a text in small letters as one statement; None without one."""
    parts = [_term(low, match) for match in TERM.finditer(low, start, end)]
    places = [place for part in parts for place in (part.span.start, part.span.end)]
    fines = list(FINE.finditer(low, start, end)) if FINED.search(low, start, end) else []
    sums = [_sum(match) for match in fines]
    places += [place for match in fines for place in match.span()]
    if not places:
        return None
    return Terms(
        Span(min(places), max(places)),
        next((p.min_years for p in parts if p.min_years is not None), None),
        next((p.max_years for p in parts if p.max_years is not None), None),
        next((p.exact for p in parts if p.exact is not None), None),
        any(p.life for p in parts),
        any(p.death for p in parts),
        max(sums, default=None),
        tuple(parts) if len(parts) > 1 else (),
    )


_LEAST = frozenset({"min", "bottom", "tolife"})
_MOST = frozenset({"high", "max", "most", "raised", "raised2", "top", "peak"})
_EXACT = frozenset({"exact", "plain", "said", "beside"})


def _term(low: str, match: re.Match[str]) -> Terms:
    """Read one term: the last group that took part says how its number is meant."""
    group = str(match.lastgroup)
    years = _years(low, match, group) if group in _LEAST | _MOST | _EXACT else None
    least = _years(low, match, "low") if group == "high" else years if group in _LEAST else None
    most, exact = (years if group in kinds else None for kinds in (_MOST, _EXACT))
    return Terms(Span(*match.span()), least, most, exact, group in {"life", "tolife"}, group == "death")


def _years(low: str, match: re.Match[str], group: str) -> float:
    """A number in years; its unit is the next one written: `six months to two years`."""
    behind = low[match.end(group) : match.end()]
    month, year = behind.find("month"), behind.find("year")
    return number(match[group]) / 12 if month >= 0 and (year < 0 or month < year) else number(match[group])


def _sum(match: re.Match[str]) -> int:
    raw, scale = match["sum"] or match["sum2"] or match["sum3"], (match["scale"] or match["scale2"] or "").lower()
    value = (
        {"half a": 0.5}.get(raw.lower(), float(number(raw)) if raw[0].isalpha() else 0.0)
        if raw[0].isalpha()
        else float(raw.replace(",", ""))
    )
    factor = 100_000 if scale == "hundred thousand" else _SCALE.get(scale, 1)
    return int(value * factor)
