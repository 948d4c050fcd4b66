"""Figures that a story quotes as facts about crime, courts or victims at large; one statement a sentence.

What tells them from the numbers of the story's own case: they are large, a share, a rate, a rank or a change; or they
count a class of people or acts and come with a period or a source. The law register holds no such figures (the ledger of
the enforcement room does), so most stay unknown: the desk sees that a number stands there that nobody has checked.
"""

import re
from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Fact, Span, Verdict
from amanat.law.amounts import NUMBERS
from amanat.law.hint import hint
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.ledger import WORLD

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_WORD = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES})"
_BIG = (
    rf"(?P<big>\d{{1,3}}(?:,\d{{2,3}})+|\d+(?:\.\d+)?\s?(?:million|billion|mn|m|bn|lakh|crore|thousand)\b"
    rf"|(?!(?:19|20)\d\d\b)\d{{2,7}}(?![\d.,]?\d|[ -]?(?:%|per ?cent))|(?:{_TENS})[- ](?:{_ONES})|hundreds of thousands|tens of thousands|tens of millions"
    rf"|{_WORD} (?:million|billion|thousand|hundred|lakh|crore)|half a million|millions|thousands)"
)
_SHARE = rf"(?:\d{{1,3}}(?:\.\d+)?|{_WORD})[ -]?(?:%|per ?cent|percent|pc\b|percentage points?)"
_PART = (
    r"(?:one[- ]|a |two[- ]|three[- ])?(?:half|thirds?|quarters?|fifths?|tenths?)(?: of (?:all |the |its |these |those |them|\w+)"
    r"|(?= the ))"
)
_NUMBER = rf"(?:\d[\d,.]*|{_WORD}|hundred|a hundred)"
_WHAT = (
    r"(?:cases?|girls?|boys?|children|women|men|people|persons|victims?|survivors?|prosecutions?|convictions?|acquittals?"
    r"|complaints?|marriages?|trials?|investigations?|inquiries|raids|sentences|appeals|verdicts"
    r"|suspects?|migrants?|refugees|workers|labourers|laborers|brides|incidents?|offen[cs]es|times|deaths|families"
    r"|minors|firs|kilns|arrests|deported|deportees|deportations|returnees|rescues"
    r"|traffickers|smugglers|agents|pakistanis|indians|bangladeshis|nepalis|afghans|calls|referrals|reports?|rapes?|murders?"
    r"|killings|kidnappings?|abductions?|disappearances|suicides|assaults|crimes"
    r"|attacks|petitions|students|households|adults|slaves|youths?|foreigners|nationals|citizens|residents|countries"
    r"|passengers|orders|detections|allegations|beggars|orphans|wives|couples|inmates|prisoners|detainees|teenagers|officials|officers|employers|establishments|licen[cs]es|permits|boats|crossings|discoveries|complainants"
    r"|shelters|hotlines?|callers|clients|beneficiaries|recruiters|recruits|employees|maids|domestics|infants|babies|patients)"
)
_ABOUT = (
    r"(?:(?:about|around|over|more than|nearly|almost|up to|at least|some|a total of|an estimated|as many as|close to|roughly"
    r"|fewer than|less than|only|upwards of|just over|just under|well over|an average of|on average|estimated) )*"
)
_CHANGE = (
    r"(?:rose|risen|fell|fallen|increas\w+|decreas\w+|jump\w+|dropp\w+|surg\w+|declin\w+|doubl\w+|tripl\w+|quadrupl\w+|grow\w*|grew"
    r"|climb\w+|plung\w+|soar\w+|spik\w+|plummet\w+|shr[au]nk|halv\w+)"
)
FIGURE = re.compile(
    rf"\b(?P<share>{_SHARE})(?: (?:of|were|are|had|have|in|increase|rise|drop|fall|decrease|more|fewer"
    rf"|less|higher|lower|up|down)\b)?(?:\s[\w’'-]+){{0,6}}"
    rf"|\b(?P<part>{_ABOUT}{_PART}(?:\s[\w’'-]+){{0,5}})"
    rf"|(?<![$£€\d,.])\b{_ABOUT}{_BIG}(?:[- ](?:[a-z-]+|of)){{0,4}} {_WHAT}\b"
    rf"|\b(?P<ratio>{_NUMBER} (?:in|out of) (?:every )?(?!(?:19|20)\d\d\b){_NUMBER} [a-z]+|every (?:single )?(?:{_NUMBER} )?(?:minutes?"
    rf"|hours?|seconds?)\b|every (?:second|third|fourth|fifth|sixth|tenth) (?:child|girl|boy|woman|household|family|worker|bride|marriage)\b)"
    r"|\b(?P<trend>(?:numbers?|totals?|tally|toll|cases|figures?|incidents|rates?|prosecutions|convictions|reports|arrests|victims|referrals|complaints"
    rf"|marriages|deaths|traffic)(?: of [\w ]{{3,40}})?(?: (?:ha(?:s|ve|d)|is|are|was|were))? (?:\w+ly )?(?:more than )?{_CHANGE}\b)"
    rf"|\b(?P<rise>(?:a |an )?(?:\w+ )?(?:{_NUMBER}[- ]?(?:fold|times)|sharp|steep|marked|dramatic|record|threefold|twofold|tenfold)"
    rf" (?:rise|increase|drop|fall|surge|jump|decline|number|high|low)\b[\w ]{{0,25}})"
    r"|\b(?P<used>(?:used|applied|invoked|granted|issued|imposed)\b[^.;,]{0,40}? \d+ times (?:in|over|during) [\w ]{1,20})"
    r"|\b(?P<times>(?:twice|three times|four times|five times|\d+ times) (?:as|more|higher|the)\b[\w ]{0,30})"
    r"|\b(?P<rank>(?:(?:second|third|fourth)[- ])?(?:largest|highest|lowest|fastest[- ]growing|most common|biggest|worst) (?:number|rate"
    r"|proportion|prevalence|share|crime|criminal|level|count|total|toll|source|concentration)[\w ]{0,30}"
    r"|(?:rank(?:s|ed)?|placed|stood|came|is|was) (?:\w+ )?\d{1,3}(?:st|nd|rd|th)\b[\w ,]{0,50}(?:of \d+|index|countries|world|globally)\b)"
    r"|\b(?P<rate>(?:conviction|prosecution|acquittal|clearance|crime|detection|suicide|literacy|poverty|reporting) rates?\b[^.;]{0,40}?\d[\d.]*)"
    r"|\b(?P<none>(?:not (?:been )?a single|no|zero|nil|not one) (?:\w+ ){0,2}(?:convictions?|prosecutions?|cases?|arrests?|trials?|sentences?)"
    r"\b(?=[^.;]{0,60}\b(?:since|in|during|over|last|ever)\b))"
    r"|\b(?P<some>(?:hundreds|scores|dozens|a handful) of (?:[a-z-]+ ){0,2}(?:cases|girls|boys|children|women|people"
    r"|victims|migrants|workers|pakistanis|families|men|minors|brides))\b"
    r"|(?P<worth>(?:[$£€]\d[\d.,]*\s?(?:billion|bn|trillion|million|m)|(?:\brs\.? ?|\bpkr ?|\busd ?)\d[\d.,]*\s?(?:billion|bn|trillion))\b(?:[\w -]{0,20} (?:industry|profits|business"
    r"|year|trade|annually))?)"
    r"|\b(?P<change>(?:(?:have|has|had) )?(?:almost |nearly |more than )?(?:halved|doubled|tripled|quadrupled))\b"
    r"|\b(?P<first>first (?:[\w-]+ )?(?:prosecution|conviction|case|person|trial)(?: of its kind| under the"
    r"| in (?:the country|britain|england|the uk|pakistan|india)))\b"
    rf"|\b(?P<daily>(?:(?:in one day|every day|each day|a day),? {_ABOUT}\w+ (?:children|women|girls|people|victims|boys|minors))"
    rf"|{_ABOUT}{_NUMBER} (?:[a-z]+ ){{0,2}}{_WHAT} (?:a|each|every|per) (?:day|week|month|year|hour)\b)"
    r"|\b(?:around|about|nearly|total of|to) (?P<short>\d+(?:\.\d+)?(?:m|bn))\b"
    rf"|\bput(?:s|ting)? the (?P<put>(?:number|figure|total|count|share|toll|proportion) of [\w ,’'-]{{3,90}}? (?:at|above|below|between|from) {_ABOUT}"
    rf"{_NUMBER}(?: (?:million|lakh|crore|thousand|hundred))?(?: to {_NUMBER})?)"
    r"|\b(?P<ordinal>(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)) (?:such )?(?:conviction|prosecution|case|attack|death"
    r"|discovery|killing|incident|verdict|arrest|trial)\b(?: of (?:this|its|the) kind)?[\w ]{0,40}? (?:since|this year|under the|in \d+ (?:years|months)))"
    r"|(?P<urdu>[0-9۰-۹][0-9۰-۹,]*(?:\.\d+)?\s*(?:لاکھ|کروڑ|ہزار|ارب)?\s*(?:سے زائد\s*|سے زیادہ\s*)?(?:فیصد|(?:[\u0600-\u06ff]+\s+){0,2}?"
    r"(?:واقعات|کیسز|کیس|مقدمات|بچے|بچوں|بچیاں|بچیوں|خواتین|لڑکیاں|لڑکیوں|افراد|متاثرین|مزدور|مزدوروں|پاکستانی|پاکستانیوں|شکایات|گرفتاریاں)))",
)
PERIOD = re.compile(
    r"\b(?:(?:in|since|during|between|by|from|for|of|until|to) (?:the year |january |february |march |april |may |june "
    r"|july |august |september |october"
    r" |november |december |early |late |mid-)?(?:19|20)\d\d|(?:last|this|past|each|every|per|a|one|previous|same) (?:year|month|day|decade|quarter|week)"
    r"|(?:past|last|in|over|first|next) (?:\w+ ){1,3}(?:years|months|decades?|weeks)|(?:during|over|in) the (?:year|month|decade)"
    r"|annually|yearly|a year|so far|to date|year-on-year|ever)\b|سال|ماہ|سالانہ|دوران",
)
SOURCE = re.compile(
    r"\b(?:world|global(?:ly)?|worldwide|nationwide|countrywide|across (?:the )?\w+|country|provinces?|statistics|data|district|region"
    r"|figures|report(?:ed|s)?|survey|index|ministry|bureau|unicef|ilo|iom|unodc|unhcr|walk free|sahil|hrcp|ngos?|foundation"
    r"|estimat\w+|survey\w*|recorded|census|study|research\w*|according to|registered|official|probe|inquiry|revealed|documented|logged"
    r"|finding|commission|show(?:s|ed|n)?|found|identified|believed|thought to|account(?:s|ed)? for|average"
    r"|(?:informed|told) the (?:house|senate|assembly|parliament|committee|lok sabha|rajya sabha|commons))\b"
    r"|رپورٹ|مطابق|اعداد|شمار|سروے|تخمین",
)
ONE_CASE = re.compile(
    r"\b(?:year-old|years old|sentenced|jailed for|years in (?:prison|jail)|rigorous|bail (?:plea|bonds?)"
    r"|on bail|fir no|fined|maximum (?:sentence|term|penalty)|punishable)\b|\brs ?\d[\d,]*(?! ?(?:billion|million|bn))",
)
HINT = hint(FIGURE.pattern, ignore_case=True)
POLICE = re.compile(r"\b[Pp]olice (?:data|records?|figures?|(?:had |have )?(?:reported|registered|recorded))\b")
"""Figures of the police are read by the enforcement room."""
CHANGED = re.compile(
    r"\b(?:increase|rise|rose|drop|fall|fell|decrease|more|fewer|less|higher|lower|up|down)\b", re.IGNORECASE
)
_ALWAYS = ("used", "first", "daily", "short", "ratio", "rise", "times", "rate", "none", "put", "ordinal")
_DATED = ("change", "trend", "some")
_SHARES = ("share", "part", "urdu")
_BACKED = (*_SHARES, "rank", "worth")
_SCALE = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_SHARE_WEIGHT = 1_000
_VAGUE = re.compile(r"(?:hundreds of thousands|tens of thousands|tens of millions|millions|thousands)$", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?")
NUMBERED = re.compile(
    r"(?:line|dial|call|ring|phone|contact|number|\bno\.?|\bFIR|[Ss]ection|[Aa]rticle|№)(?: (?:at|on|is|no\.?))?\s*$"
)
"""What stands before a number that is a name: a helpline's, a section's, a file's."""
_WHOLE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{2,3})+(?![\d.])|(?<![\d.,])\d+(?![\d.,]*\d)")
_WRITTEN = re.compile(rf"\b(?:{_TENS})[- ](?:one|two|three|four|five|six|seven|eight|nine)\b")
_TELLING = 20
"""A smaller number is in many reports."""
_NEAR = 24
_LARGE = 10_000
_SMALL = 80


def find(passage: Passage) -> Iterator[Statement]:
    """Find the figure of one sentence, from its first number to its last."""
    text, span = passage.text, passage.span
    if POLICE.search(text, span.start, span.end) or ONE_CASE.search(passage.low, span.start, span.end):
        return
    every = [m for m in FIGURE.finditer(passage.low, span.start, span.end) if m.group().strip()]
    found = [m for m in every if _general(passage, m)]
    if not found:
        return
    value = " ".join(sorted({m.group(str(m.lastgroup)).lower() for m in found}))
    place = Span(found[0].start(), found[0].start() + len(text[found[0].start() : found[-1].end()].rstrip()))
    subject, value, year = _rate(passage, found) or ("statistic", value, None)
    weight = max(map(_weight, found))
    fact = _published(passage, place)
    verdict = Verdict.UNKNOWN
    if fact:
        verdict = Verdict.UNVERIFIED if fact.confidence is Confidence.UNCERTAIN else Verdict.SUPPORTED
    yield Statement(
        place, ClaimKind.STATISTIC, "statistic", verdict, fact, subject=subject, value=value, year=year, weight=weight
    )


def _published(passage: Passage, place: Span) -> Fact | None:
    """Return the figure of the ledger that this one repeats: number, place and year are the same.

    Another number is no contradiction: sources count differently, and the ledger keeps them side by side.
    """
    words = passage.between(place.start, place.end)
    numbers = {int(raw.replace(",", "")) for raw in _WHOLE.findall(words)}
    numbers |= {NUMBERS[raw.replace(" ", "-")] for raw in _WRITTEN.findall(words.lower())}
    numbers = {n for n in numbers if n >= _TELLING}
    years = {y.value for y in passage.years}
    if not numbers or not years:
        return None
    named = passage.ground.named(passage.span) or frozenset(passage.ground.home)
    entries = (
        entry
        for entry in passage.ground.registers.ledger.entries
        if entry.count in numbers
        and (
            entry.jurisdiction in named or entry.jurisdiction.partition("-")[0] in named or entry.jurisdiction == WORLD
        )
        and any(entry.begins.year <= year <= entry.ends.year for year in years)
    )
    return next((entry.fact for entry in entries), None)


def _rate(passage: Passage, found: list[re.Match[str]]) -> tuple[str, str, int | None] | None:
    """Return what a rate is of, its number and year, so that two numbers for one rate can be seen in a story."""
    rates = [m for m in found if m["rate"]]
    if len(rates) != 1:
        return None
    kind, number = rates[0]["rate"].split()[0].lower(), _NUMBERS.findall(rates[0]["rate"])
    years = {y.value for y in passage.years}
    if len(years) > 1 or len(number) != 1:
        return None
    return f"{kind} rate", number[0].rstrip("."), next(iter(years), None)


def _weight(match: re.Match[str]) -> float:
    """Rates, ranks and changes weigh more than any count, shares as much as a thousand; of counts the larger."""
    if any(match[name] for name in _SHARES):
        return _SHARE_WEIGHT
    if not match["big"]:
        return float("inf")
    number = _NUMBERS.search(match["big"].replace(",", ""))
    word = re.search(r"[a-z]+$", match["big"].lower())
    scale = _SCALE.get(word.group().rstrip("s"), 1) if word else 1
    return (float(number.group()) if number else 1) * scale


def _general(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a number speaks of more than the story's own case: it is large, or has a period or a source."""
    if any(match[name] for name in _ALWAYS) or (match["share"] and CHANGED.search(match.group())):
        return True
    period = PERIOD.search(passage.low, passage.span.start, passage.span.end)
    if any(match[name] for name in _DATED):
        return bool(period)
    source = SOURCE.search(passage.low, passage.span.start, passage.span.end)
    if any(match[name] for name in _BACKED):
        return bool(period or source)
    if NUMBERED.search(passage.text, max(passage.span.start, match.start() - _NEAR), match.start()):
        return False
    raw = match["big"].lower().replace(",", "")
    count = int(raw) if raw.isdigit() else NUMBERS.get(raw.replace(" ", "-"))
    if (count is None and _VAGUE.match(raw) is None) or (count or 0) >= _LARGE:
        return True
    return bool(period and source if count and count < _SMALL else period or source)
