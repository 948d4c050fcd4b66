"""Statements that a conduct was made an offence, or is one, without the law's name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.amounts import number
from amanat.law.frames.penalty import PLANNED, RAISED
from amanat.law.hint import hint
from amanat.law.meant import places
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision
from amanat.registers.laws import Laws

CONDUCT = (
    r"(?P<conduct>(?:employing|employment of) (?:a )?child(?:ren)?[^.;,]{0,40}?|child domestic (?:labour|labor|work)|bonded labour|forced (?:child )?marriages?|child marriages?|forced labour|(?:human "
    r"|people )?trafficking|(?:migrant |human |people )?smuggling"
    r"|(?:modern )?slavery|child labour|organ (?:trade|trafficking)|forced begging|abduction[^.;,]{0,50}|debt bondage"
    r"|prostitution|forced conversions?|buying sex)"
)
_AGE = "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty-one|twenty-four|twenty"
MADE = re.compile(
    rf"\b{CONDUCT} (?:was|were|has been|have been|became|came|is|are"
    rf"|remains?) (?:(?P<not>not |no longer |no |never )|(?!not |no |never )(?:\w+ )?)"
    r"(?:abolished|outlawed|criminali[sz]ed|banned|prohibited|illegal|unlawful|(?:a "
    r"|an )?(?:serious )?(?:criminal |punishable |specific )?(?:offen[cs]e|crime)|into (?:effect|force))"
    r"(?:,? (?:in|under|since|and) (?:[a-z][\w’'-]+(?: and [a-z]\w+)?|\w+ (?:19|20)\d\d|(?:19|20)\d\d))*",
)

ABOLISHED = re.compile(
    rf"\b(?:(?:abolish|outlaw|criminali[sz]|bann?|prohibit)(?:ed|es|s)?|(?:did|does) away with) {CONDUCT}(?:,? (?:in|by|with|under|since|through) "
    r"(?:an |the )?(?:act (?:of )?|law (?:of )?)?(?:(?:19|20)\d\d|\w+ (?:19|20)\d\d))",
)
"""`India abolished bonded labour in 1976`"""
GIRLS = re.compile(r"\b(?:girls?|women|females?|brides?)\b")
BOYS = re.compile(r"\b(?:boys?|men|males?|grooms?)\b")
RULE = re.compile(
    r"\b(?P<age>(?:(?:legal|minimum|marriageable|lowest|lawful) (?:\w+ )?|[Tt]he )age (?:of|for) (?:marriage|consent|employment"
    r"|work)[^.;]{0,25}?\b(?:is|was|at|of|to|from)\b[^.;\d]{0,15}\d\d|(?:(?:legal|minimum) (?:marriage|marriageable|working)|[Mm]arriageable)"
    r" age[^.;]{0,25}?\b(?:is|was|at|of|to|from)\b[^.;\d]{0,15}\d\d"
    rf"|(?:rais|set|fix|lower|increas)\w* (?:the )?(?:legal |minimum )?(?:marriage(?:able)? age|age of marriage)[^.;\d]{{0,25}}?\b(?:to|at) (?:\d\d|{_AGE})"
    rf"|(?:[Nn]obody|[Nn]o (?:one|child|girl|boy|person|minor|woman|man))s?\b[^.;,\d]{{0,30}}? (?:under|below|younger than) (?:the age of )?(?:\d\d|{_AGE})"
    r"(?: years)?(?: in [A-Z]\w+(?: [A-Z]\w+)*| of age)* (?:may|can|shall) (?:lawfully |legally )?(?:be )?(?:work|marr|wed|employ|put to work|hired)\w*"
    r"|(?:[Nn]obody|[Nn]o (?:one|child|girl|boy|person|couple|woman|man|bride|groom))\b[^.;,\d]{0,30}?\b(?:may|can|shall) (?:lawfully |legally )?(?:marry|wed|be married)"
    rf"(?: in [A-Z]\w+(?: (?:and )?[A-Z]\w+)*)? (?:before|until) (?:the age of |completing |turning |reaching |(?:s?he|they) (?:turns?|reach(?:es)?|is|are) )?(?:\d\d|{_AGE})"
    r"|no (?:child|girl|boy|one|person|minor)s? (?:under|below|younger than) (?:the age of )?\d\d (?:may|can|shall) (?:be )?"
    r"(?:work|marr|employ|put to work)\w*"
    r"|(?:[Uu]nder|[Bb]elow)[- ]\d\d (?:marriages?|labour) (?:is|are|was|were) (?:banned|illegal|outlawed|forbidden|a crime)"
    r"|(?:ban|prohibit|forbid|outlaw)s? (?:the )?(?:employment|marriage|work) of [^.;\d]{0,20}?(?:under|below|younger than) (?:the age of )?\d\d"
    rf"|(?:has|have|had|needs?|must) (?:to )?be (?:at least )?(?:\d\d|{_AGE}) (?:years? (?:old|of age) )?(?:to|before (?:s?he|they)"
    r" (?:can|may)) (?:marry|wed|be (?:married|wed))"
    r"|[Mm]arriageable age[^.;\d]{0,40}?\b(?:is|was|at|of|to|from)\b[^.;\d]{0,15}\d\d"
    r"|\d\d (?:years )?(?:as |is |was )?(?:the|a) (?:legal|minimum|lawful) (?:\w+ )?age (?:of|for) (?:marriage|employment|work)"
    rf"|(?:from|at) (?:the )?(?:ages? of )?(?:\d\d|{_AGE}),? (?:may|can|is allowed to|are allowed to) (?:lawfully |legally )?(?:be )?(?:work|marr|employ|wed)\w*"
    rf"|(?:may|can) (?:still )?(?:lawfully |legally )?(?:be )?(?:lawfully |legally )?(?:given in marriage|marr(?:y|ied)|wed|work|employed)[^.;,\d]{{0,30}}? (?:at|from) (?:the )?(?:ages? of )?(?:\d\d|{_AGE}))\b"
    r"|\b(?P<illegal>(?:is|are|was|were|it is) (?:illegal|a crime|against the law|a (?:criminal"
    r"|punishable) offen[cs]e|punishable by law|unlawful|outlawed|forbidden by law)"
    r"(?: (?:in|under|by) (?:the )?(?:same )?(?:[A-Z][\w’'-]+|law)(?: law)?)"
    r"|(?:has|have|had) been (?:unlawful|illegal|forbidden|banned|prohibited|outlawed|an offen[cs]e|a crime) (?:since|in|by) [^.;,]{3,60}"
    r"|(?:made|makes|making) it (?:a |an )?(?:\w+ )?(?:offen[cs]e|crime|illegal|unlawful)(?: in [A-Z]\w+(?: [A-Z]\w+)*)? to [^.;,]{3,60}"
    r"|(?:[Hh]igh|[Ss]upreme|[Aa]ppeal|Shariat) [Cc]ourt (?:has |had )?(?:ruled|held|declared|struck down)[^.;,]{3,80})"
    r"|\b(?P<says>(?:[A-Z]\w+ )?law (?:prohibits|forbids|bans|requires|states|says|defines|criminali[sz]es"
    r"|mandates|does not (?:allow|recogni[sz]e|permit))\b[^.;,]{0,60}"
    r"|[Mm]arriages?\b[^.;]{0,60}?\b(?:(?:can|may|could) be annulled|(?:is |are )?voidable)\b"
    r"|must (?:[\w-]+ )?(?:publish|put out|issue|make|produce|print)\b[^.;,]{0,20} slavery(?: and (?:human )?trafficking)? statements?\b)"
    r"|\b(?P<under>[Uu]nder (?:Pakistani|Indian|British|English|UK|Nepali|Nepalese|Bangladeshi|international"
    r"|federal|provincial|federal anti-trafficking|existing|current|the) laws?\b(?!yer)[^.;]{0,50})"
)
BILL = re.compile(r"\bbill (?:to|(?:that|which) would|seeking to|meant to)\b")
MARRIED = re.compile(r"\bmarr|\bw[eo]d\b|\bbrides?\b|\bnikah\b")
_ONCE = re.compile(r"\b(?:until|till|before|was|were|then|had|of the past)\b")
"""What was no offence once may be one now."""
_TWO_DIGITS = re.compile(rf"\d\d|\b(?:{_AGE})\b")
HINT = hint(
    r"annulled|voidable|away with|slavery|[Cc]ourt (?:has |had )?(?:ruled|held|declared|struck)|forbidden|\b(?:may|can) (?:\w+ )?(?:be )?(?:\w+ )?(?:given in marr|marr|wed|work|employed)|\bages?\b|under \d|below \d|offen[cs]e|crime|abolish|outlaw|criminali|bann|prohibit|legal|lawful|effect|force|\blaws?\b|(?:marriage|marriageable|working) age|[^.]age (?:of"
    r"|for)|to (?:marry|wed|be (?:married|wed))\b"
)


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements that something is, or became, an offence, or what the law says without naming it."""
    end = passage.span.start
    made = [m for kind in (MADE, ABOLISHED) for m in kind.finditer(passage.low, passage.span.start, passage.span.end)]
    for match in sorted(made, key=lambda m: m.start()):
        years = [y.value for y in passage.years if match.start() <= y.span.start < match.end()]
        end = match.end()
        told = _made(passage, Span(*match.span()), match["conduct"], years)
        if not match.groupdict().get("not"):
            yield told
        elif told.verdict is Verdict.SUPPORTED and not _ONCE.search(passage.low, passage.span.start, passage.span.end):
            yield replace(told, verdict=Verdict.CONTRADICTED, ceiling=Severity.WARNING)
    for match in RULE.finditer(passage.text, end, passage.span.end):
        span = Span(*match.span())
        if match["age"]:
            if RAISED.match(passage.low, match.start()) and _planned(passage, match.start()):
                continue
            yield _age(passage, span, number(_TWO_DIGITS.findall(match["age"])[-1]))
        elif match["illegal"] and (made_so := _known_offence(passage, span)):
            yield made_so
        else:
            yield Statement(span, ClaimKind.STATUTE, "rule", Verdict.UNKNOWN)


def _planned(passage: Passage, end: int) -> bool:
    """Tell whether what follows is wished for: `a bill to raise the age of marriage`."""
    start = passage.span.start
    return bool(PLANNED.search(passage.low, start, end) or BILL.search(passage.low, start, end))


def _made(passage: Passage, span: Span, conduct: str, years: list[int]) -> Statement:
    work = _work(passage, conduct, years)
    if work:
        return Statement(span, ClaimKind.STATUTE, "outlawed", Verdict.SUPPORTED, work)
    found = passage.ground.laws.conducts.meant(passage.between(span.start, span.end), places(passage))
    if found:
        return _punished(passage, span, found[0], years)
    return Statement(span, ClaimKind.STATUTE, "outlawed", Verdict.UNKNOWN)


def _known_offence(passage: Passage, span: Span) -> Statement | None:
    """`Forcing someone to marry has been a crime since 2014`: the subject tells the offence.

    None where it is none of the register, or the years differ: what was a crime may have been one before.
    """
    found = passage.ground.laws.conducts.meant(passage.between(passage.span.start, span.end), places(passage))
    years = [y.value for y in passage.years if span.start <= y.span.start < span.end]
    made_so = _punished(passage, span, found[0], years) if found else None
    return None if made_so is None or made_so.verdict is Verdict.CONTRADICTED else made_so


def _punished(passage: Passage, span: Span, provision: Provision, years: list[int]) -> Statement:
    """A section of the register punishes it: since when is for the years to tell."""
    fact = provision.fact
    if fact.confidence is Confidence.UNCERTAIN:
        return Statement(span, ClaimKind.STATUTE, "outlawed", Verdict.UNVERIFIED, fact)
    begun = next((v.start.year for v in provision.versions if v.confirmed and v.start), None)
    verdict = Verdict.SUPPORTED
    if years and begun is not None and years[0] != begun:
        # What was an offence already cannot become one later; before a code that replaced another, or an abolition,
        # there may have been a law the register does not hold.
        work = passage.ground.laws.works[provision.work]
        open_before = work.replaces or "abolish" in passage.between(span.start, span.end).lower()
        verdict = Verdict.UNKNOWN if years[0] < begun and open_before else Verdict.CONTRADICTED
    return Statement(span, ClaimKind.STATUTE, "outlawed", verdict, fact, Severity.WARNING, fact.statement)


def _age(passage: Passage, span: Span, stated: int) -> Statement:
    """Answer to an age of marriage or work; the nearest jurisdiction that has a rule decides."""
    words = passage.low[passage.span.start : passage.span.end]
    keys = _marriage_ages(words) if MARRIED.search(words) else ("work_age",)
    held = list(_with_age(passage, keys))
    if not held:
        return Statement(span, ClaimKind.STATUTE, "age", Verdict.UNKNOWN)
    nearest, known = held[0]
    verdict = Verdict.SUPPORTED if known == {stated} else Verdict.CONTRADICTED
    if stated in known and len(known) > 1:
        verdict = Verdict.IMPRECISE
    elif verdict is Verdict.CONTRADICTED and nearest.fact.confidence is not Confidence.VERIFIED:
        verdict = Verdict.UNVERIFIED
    elif verdict is Verdict.CONTRADICTED and any(stated in ages for _, ages in held[1:]):
        verdict = Verdict.OUTDATED  # the wider law says so still; the nearer one has taken its place
    fact = nearest.fact
    return Statement(span, ClaimKind.STATUTE, "age", verdict, fact, Severity.WARNING, fact.statement)


def _with_age(passage: Passage, keys: tuple[str, ...]) -> Iterator[tuple[Provision, set[int]]]:
    """Go through the provisions that set these ages: of the Act that is cited, else of the nearest places first."""
    laws = passage.ground.laws
    cited = [p for citation in passage.cited for id_ in citation.works for p in laws.of(id_)]
    wider = [p for place in places(passage) for p in laws.provisions.values() if _jurisdiction(laws, p) == place]
    for provision in (*cited, *wider):
        known = [provision.rule.get(key) for key in keys]
        if all(isinstance(k, int) for k in known):
            yield provision, {int(k) for k in known if k is not None}


def _jurisdiction(laws: Laws, provision: Provision) -> str:
    return laws.works[provision.work].jurisdiction if provision.work in laws.works else ""


def _marriage_ages(words: str) -> tuple[str, ...]:
    girls, boys = bool(GIRLS.search(words)), bool(BOYS.search(words))
    if girls == boys:
        return ("marriage_age_female", "marriage_age_male")
    return ("marriage_age_female",) if girls else ("marriage_age_male",)


def _work(passage: Passage, conduct: str, years: list[int]) -> Fact | None:
    """Return a law of the story's country whose title names the conduct, passed in the year where one is given."""
    for work in passage.ground.laws.works.values():
        own = work.jurisdiction == passage.ground.country and work.fact.confidence is not Confidence.UNCERTAIN
        if own and conduct.lower() in work.title.lower() and not work.pending and (not years or years[0] in work.years):
            return work.fact
    return None
