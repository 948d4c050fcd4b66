"""Figures that a story quotes as facts about crime, courts or victims at large; one statement a sentence.

The register holds no such figures (the ledger of the enforcement room does), so the verdict is always unknown: the
desk sees that a number stands there that nobody in this room has checked.
"""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Span, Verdict
from amanat.law.passage import Passage
from amanat.law.statement import Statement

_BIG = (
    r"(?P<big>\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?\s?(?:million|billion|m|bn|lakh|crore|thousand)\b|(?!(?:19"
    r"|20)\d\d\b)\d{2,7}(?![\d.,]?\d)"
    r"|hundreds of thousands|tens of thousands|(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:million"
    r"|thousand|hundred)|millions|thousands)"
)
_SHARE = r"(?:\d{1,3}(?:\.\d+)?|[A-Z]?[a-z]+(?:-[a-z]+)?)[ -]?(?:%|per ?cent|percent|pc\b)"
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)"
_WHAT = (
    r"(?:cases?|girls?|boys?|children|women|men|people|persons|victims?|survivors?|prosecutions?|convictions?"
    r"|complaints?|marriages?"
    r"|suspects?|migrants?|refugees|workers|labourers|brides|incidents?|offen[cs]es|times|deaths|families"
    r"|minors|FIRs|kilns|arrests|deported"
    r"|traffickers|smugglers|Pakistanis|calls|referrals|reports?|rapes?|murders?|killings|kidnappings?|abductions?"
    r"|attacks|petitions|students|households|adults|slaves|youths?|foreigners|nationals|citizens|residents|countries"
    r"|passengers|orders|detections|allegations|beggars|orphans|wives|couples|inmates|prisoners|detainees)"
)
_ABOUT = (
    r"(?:(?:about|around|over|more than|nearly|almost|up to|at least|some|a total of|an estimated|as many as"
    r"|fewer than|less than|only|upwards of) )*"
)
FIGURE = re.compile(
    rf"(?<![$£€\d,.])\b{_ABOUT}{_BIG}(?:[- ](?:[a-z-]+|of)){{0,4}} {_WHAT}\b"
    rf"|\b(?P<share>{_SHARE})(?: (?:of|were|are|had|have|in|increase|rise|drop|fall|decrease|more|fewer"
    rf"|less)\b)?(?:\s[\w’'-]+){{0,6}}"
    rf"|\b(?P<ratio>(?:one|1|two|three) (?:in|out of) (?:every )?{_NUMBER} [a-z]+|every {_NUMBER} (?:minutes"
    rf"|hours|days|seconds))\b"
    r"|\b(?P<trend>(?:numbers?|cases|figures?|incidents|rates?|prosecutions|convictions|reports"
    r"|marriages)(?: of [\w ]{3,40})?"
    r" (?:ha(?:s|ve|d) )?(?:\w+ly )?(?:rose|risen|fell|fallen|increased|decreased|jumped|dropped|surged"
    r"|declined|doubled|grown|grew|climbed)\b)"
    r"|\b(?P<rank>(?:(?:second|third)[- ])?(?:largest|highest|lowest|fastest[- ]growing) (?:number|rate"
    r"|proportion|prevalence|share|crime|criminal)[\w ]{0,30})"
    r"|\b(?P<some>(?:hundreds|scores|dozens) of (?:[a-z-]+ ){0,2}(?:cases|girls|boys|children|women|people"
    r"|victims|migrants|workers|Pakistanis))\b"
    r"|(?P<worth>[$£€]\s?\d[\d.,]*\s?(?:billion|bn|million|m)\b(?:[\w -]{0,20} (?:industry|profits|business"
    r"|year|trade|annually))?)"
    r"|\b(?P<change>(?:(?:have|has|had) )?(?:almost |nearly |more than )?(?:halved|doubled|tripled|quadrupled))\b"
    r"|\b(?P<first>first (?:[\w-]+ )?(?:prosecution|conviction|case|person|trial)(?: of its kind| under the"
    r"| in (?:the country|Britain|England|the UK|Pakistan|India)))\b"
    rf"|\b(?P<daily>(?:in one day|every day|each day|a day),? {_ABOUT}\w+ (?:children|women|girls|people|victims))\b"
    r"|\b(?:around|about|nearly|total of|to) (?P<short>\d+(?:\.\d+)?(?:m|bn))\b"
)
PERIOD = re.compile(
    r"\b(?:(?:in|since|during|between|by|from|for|of) (?:the year |January |February |March |April |May |June "
    r"|July |August |September |October"
    r" |November |December )?(?:19|20)\d\d|(?:last|this|past|each|every|per|a|one) (?:year|month|day|decade)"
    r"|(?:past|last|in|over) (?:\w+ ){1,2}(?:years|months|decades?)|(?:during|over|in) the (?:year|month)"
    r"|annually)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\b(?:world|global(?:ly)?|nationwide|countrywide|across (?:the )?\w+|country|provinces?|statistics|data"
    r"|figures|report(?:ed|s)?|survey"
    r"|estimat\w+|recorded|census|study|research|according to|registered|official|probe|inquiry|revealed"
    r"|finding|commission|show(?:s|ed)?)\b",
    re.IGNORECASE,
)
ONE_CASE = re.compile(
    r"\b(?:year-old|years old|sentenced|jailed for|years in (?:prison|jail)|rigorous|bail (?:plea|bonds?)"
    r"|on bail|FIR No|fined)\b|\bRs",
    re.IGNORECASE,
)
HINT = re.compile(
    r"\d\d|\d(?:m|bn)\b|per ?cent|million|thousand|hundred|halved|doubled|tripled|first|day|largest|highest"
    r"|lowest|fastest|[Hh]undreds|[Ss]cores|[Dd]ozens|\b(?:one|two|three) (?:in|out)|rose|ris|fell|fall|creased"
    r"|jump|drop|surg|declin|gr[eo]w|every|\$|£|€"
)
POLICE = re.compile(r"\b[Pp]olice (?:data|records?|figures?|(?:had |have )?(?:reported|registered|recorded))\b")
"""Figures of the police are read by the enforcement room."""
_LARGE = 10_000
_SMALL = 50


def find(passage: Passage) -> Iterator[Statement]:
    """Find the figure of one sentence, from its first number to its last."""
    text, span = passage.text, passage.span
    if not HINT.search(text, span.start, span.end):
        return
    if POLICE.search(text, span.start, span.end):
        return
    found = [m for m in FIGURE.finditer(text, span.start, span.end) if _general(passage, m)]
    if not found or ONE_CASE.search(text, span.start, span.end):
        return
    value = " ".join(sorted({m.group(str(m.lastgroup)).lower() for m in found}))
    place = Span(found[0].start(), found[-1].end())
    yield Statement(place, ClaimKind.STATISTIC, "statistic", Verdict.UNKNOWN, subject="statistic", value=value)


def _general(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a number speaks of more than the story's own case: it is large, or has a period or a source."""
    if match["first"] or match["daily"] or match["short"] or match["ratio"] or match["rank"] or match["worth"]:
        return True
    period = PERIOD.search(passage.text, passage.span.start, passage.span.end)
    if match["change"] or match["trend"] or match["some"]:
        return bool(period)
    source = SOURCE.search(passage.text, passage.span.start, passage.span.end)
    if match["share"]:
        return bool(period or source)
    raw = match["big"].lower().replace(",", "")
    if not raw.isdigit() or int(raw) >= _LARGE:
        return True
    return bool(period if int(raw) < _SMALL else period or source)
