"""What the register answers to a statement of penalty."""

import re
from dataclasses import replace

from amanat.core import ClaimKind, Confidence, Fact, Severity, Span, Verdict
from amanat.law.amounts import Terms
from amanat.law.citations import Citation
from amanat.law.meant import OFFENCES, offences, places, sentence, works
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.conduct import closest, stems, stems_of
from amanat.registers.law_values import IdentityBan, Penalty, Provision, Version

_YOUNG = re.compile(r"\b(?:woman|women|child|children|girls?|boys?|minors?|female|underage)\b", re.IGNORECASE)
_WORSE = re.compile(
    r"\b(?:aggravat\w*|serious(?:ly)? injur\w+|(?:badly|gravely) hurt|death of|die[sd]?"
    r"|organi[sz]ed (?:criminal )?(?:group|gang)|repeat(?:ed)? offen\w+|inhuman)\b",
    re.IGNORECASE,
)
_HARBOUR = re.compile(r"\bharbour\w*|\bshelter\w*|\billegal stay\b", re.IGNORECASE)
_PAPERS = re.compile(r"\b(?:fake|forged|fraudulent|travel) documents?\b|\bpassports?\b", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:identit(?:y|ies)|identif\w+|nam(?:e|es|ed|ing)|disclos\w+|reveal\w*|photo(?:graph)?s?|pictures?|images?|videos?)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\.s\d+[A-Z]*\.")
_EITHER = re.compile(r",? or (?:to |with |for |a |an |of |imprisonment |even )*", re.IGNORECASE)
_SLACK = 0.01
_PROVISO = re.compile(r"\b(?:proviso|provided that|schedule)\b", re.IGNORECASE)
"""Parts of a section that the register may not hold."""
_SEVERAL = 2
_TELLING = 3
"""Words that a sentence must share with a ban on naming to mean it."""


def judge(passage: Passage, stated: Terms | None, span: Span, found: tuple[Citation, ...]) -> Statement:
    """Ask the register.

    Args:
        passage: the sentence.
        stated: what it says is threatened; None where it could only be seen that it says something.
        span: the whole statement.
        found: the laws it cites.
    """
    candidates, sure = offences(passage, found)
    made = _judged(passage, stated, span, found, (candidates, sure))
    top = stated.max_years or stated.exact if stated else None
    if top is None or not sure or len(candidates) != 1:
        return made
    return replace(made, subject=f"{candidates[0].id} most", value=str(top))


def _judged(
    passage: Passage,
    stated: Terms | None,
    span: Span,
    found: tuple[Citation, ...],
    meant: tuple[list[Provision], bool],
) -> Statement:
    candidates, sure = meant
    if stated is None:
        return _made(span, Verdict.UNKNOWN, None)
    # `Print her name and you risk six months`: where no law is named, the ban is meant and no offence done to her.
    if not candidates or (not found and _bans(passage, found)[0]):
        return _by_ban(passage, stated, span, found)
    on = passage.ground.as_of
    current = [(p, v) for p in candidates for v in p.at(on) if v.penalty]
    then = [(p, v) for p in candidates for v in p.at(passage.day) if v.penalty]
    if any(p.ended and p.ended.latest <= on for p in candidates) and not (current or then):
        return _made(span, Verdict.OUTDATED, candidates[0].fact, Severity.WARNING)
    # A story of last year may state last year's law; what holds today is never wrong.
    pool = _chosen(passage, [*then, *(pair for pair in current if pair not in then)], sure=sure)
    if not pool:
        return _made(span, Verdict.UNKNOWN, None)
    own = _own_terms(passage, stated, found)
    if own:
        wrong = next((versions for part, versions in own if not _holding(part, versions)), None)
        right = own[0][1][0]
        return _made(span, Verdict.CONTRADICTED, wrong[0].fact, Severity.WARNING) if wrong else _said(span, right)
    hit = _hit(passage, stated, [v for _, v in pool], candidates)
    return _said(span, hit) if hit else _miss(passage, stated, span, pool, sure=sure)


def _hit(passage: Passage, stated: Terms, pool: list[Version], candidates: list[Provision]) -> Version | None:
    """Return what holds all that is stated, each of several terms by itself or in an offence beside."""
    hit = min((v for v in pool if _holding(stated, [v])), key=lambda v: v.fact.confidence.doubt, default=None)
    if not stated.parts:
        return hit
    laws, on = passage.ground.laws, passage.ground.as_of
    acts = dict.fromkeys(p.work for p in candidates)
    beside = [v for work in acts for p in laws.of(work) if p.kind in OFFENCES for v in p.at(on)]
    if hit is None:
        return _term_by_term(stated, [v for p in candidates for v in p.at(on)], beside)
    return hit if all(_holding(part, [hit, *beside]) for part in stated.parts) else None


def _by_ban(passage: Passage, stated: Terms, span: Span, found: tuple[Citation, ...]) -> Statement:
    """Ask the bans on naming, where no offence is meant."""
    bans, told = _bans(passage, found)
    if not bans:
        return _made(span, Verdict.UNKNOWN, None)
    fits = next((ban for ban in bans if ban.penalty and _fits(stated, ban.penalty)), None)
    fact = (fits or bans[0]).fact
    if fact.confidence is Confidence.UNCERTAIN:
        return _made(span, Verdict.UNVERIFIED, fact)
    # A clause of the section may say something else than the one that the register holds.
    ceiling = Severity.WARNING if _CLAUSE.search(fact.id) or not told else Severity.ERROR
    return _made(span, Verdict.SUPPORTED if fits else Verdict.CONTRADICTED, fact, ceiling)


def _own_terms(passage: Passage, stated: Terms, found: tuple[Citation, ...]) -> list[tuple[Terms, list[Version]]]:
    """Give each of several sections its own term, in order; nothing where they are not as many as the terms."""
    laws, on = passage.ground.laws, passage.ground.as_of
    sections = [
        [v for work in works(passage, c) for p in laws.section(work, number) if p.kind in OFFENCES for v in p.at(on)]
        for c in found
        for number in c.sections
    ]
    told = _told_apart(passage, stated.parts)
    paired = len(told) == len(sections) >= _SEVERAL and all(sections)
    return list(zip(told, sections, strict=True)) if paired else []


def _told_apart(passage: Passage, parts: tuple[Terms, ...]) -> list[Terms]:
    """Join what is one term in two pieces: `death or life`, `a floor of two years and a ceiling of ten`."""
    whole: list[Terms] = []
    for part in parts:
        last = whole[-1] if whole else None
        halves = last and last.max_years is None and last.min_years is not None and part.min_years is None
        if last and (halves or _EITHER.fullmatch(passage.between(last.span.end, part.span.start))):
            both = Span(last.span.start, part.span.end)
            least, most = (
                x if x is not None else y
                for x, y in ((last.min_years, part.min_years), (last.max_years, part.max_years))
            )
            exact = last.exact if last.exact is not None else part.exact
            whole[-1] = replace(
                part,
                span=both,
                min_years=least,
                max_years=most,
                exact=exact,
                life=last.life or part.life,
                death=last.death or part.death,
            )
        else:
            whole.append(part)
    return whole


def _holding(part: Terms, versions: list[Version]) -> bool:
    """Tell whether one of some versions threatens a term."""
    return any(v.penalty and _fits(part, v.penalty) for v in versions)


def _term_by_term(stated: Terms, meant: list[Version], beside: list[Version]) -> Version | None:
    """Return what holds a sentence that tells the terms of several offences of an Act, each of which is right."""
    tops = [part for part in stated.parts if part.min_years is None or part.max_years is not None or part.life]
    if len(tops) < _SEVERAL:
        return None
    hits = [next((v for v in (*meant, *beside) if v.penalty and _fits(part, v.penalty)), None) for part in stated.parts]
    return hits[0] if all(hits) and any(hit in meant for hit in hits) else None


def _miss(
    passage: Passage, stated: Terms, span: Span, pool: list[tuple[Provision, Version]], *, sure: bool
) -> Statement:
    pending = [v for p, _ in pool for v in p.versions if not v.confirmed and v.penalty]
    if any(v.penalty and _fits(stated, v.penalty) for v in pending):
        return _made(span, Verdict.UNVERIFIED, next(v for v in pending if v.penalty and _fits(stated, v.penalty)).fact)
    old = [v for p, _ in pool for v in p.versions if v.confirmed and v.end and v.penalty]
    was = next((v for v in old if v.penalty and _fits(stated, v.penalty)), None)
    now = pool[-1][1]
    if was:
        return _made(span, Verdict.OUTDATED, now.fact, Severity.WARNING)
    if _PROVISO.search(sentence(passage)):
        return _made(span, Verdict.UNKNOWN, None)
    disputed = any(v.conflicts for _, v in pool)
    if any(_in_doubt(v) for _, v in pool):
        return _made(span, Verdict.UNVERIFIED, now.fact)
    # A bill not yet confirmed may be what the writer had in mind: then the register warns, it does not condemn.
    ceiling = Severity.ERROR if sure and not pending and not disputed else Severity.WARNING
    return _made(span, Verdict.CONTRADICTED, now.fact, ceiling)


def _in_doubt(version: Version) -> bool:
    """Tell whether nobody can say what the law threatens: what two sources agree on outweighs one that differs."""
    confidence = version.fact.confidence
    return confidence is Confidence.UNCERTAIN or bool(version.conflicts and confidence is not Confidence.VERIFIED)


def _made(span: Span, verdict: Verdict, fact: Fact | None, ceiling: Severity = Severity.ERROR) -> Statement:
    return Statement(span, ClaimKind.PENALTY, "penalty", verdict, fact, ceiling, fact.statement if fact else "")


def _said(span: Span, version: Version) -> Statement:
    """What is stated is what the register holds, however well that is known."""
    sure = version.fact.confidence is not Confidence.UNCERTAIN
    return _made(span, Verdict.SUPPORTED if sure else Verdict.UNVERIFIED, version.fact)


def _chosen(
    passage: Passage, current: list[tuple[Provision, Version]], *, sure: bool
) -> list[tuple[Provision, Version]]:
    """Choose by the words of the sentence among the offences of an Act whose section is not named."""
    if len(current) < _SEVERAL:
        return current
    words = _without_names(passage)
    if sure:
        young = [(p, v) for p, v in current if _YOUNG.search(p.title)]
        return young if young and len(young) < len(current) and _YOUNG.search(words) else current
    told = closest(words, (p for p, _ in current))

    def of(test: re.Pattern[str]) -> list[tuple[Provision, Version]]:
        return [(p, v) for p, v in current if test.search(p.title)]

    if _WORSE.search(words):
        return [(p, v) for p, v in current if p.kind == "aggravation"] or current
    if len(told) == 1:
        return [(p, v) for p, v in current if p.id in told]
    for pattern in (_HARBOUR, _PAPERS, _YOUNG):
        if pattern.search(words) and of(pattern):
            return of(pattern)
    plain = [
        (p, v)
        for p, v in current
        if p.kind == "offence" and not _HARBOUR.search(p.title) and not _PAPERS.search(p.title)
    ]
    base = [(p, v) for p, v in plain if not _YOUNG.search(p.title)] or plain or current
    told = closest(words, (p for p, _ in base))
    return [(p, v) for p, v in base if p.id in told] or base


def _without_names(passage: Passage) -> str:
    """The sentence without the laws it cites: what stands in their names is no conduct."""
    words = sentence(passage)
    for citation in reversed(passage.cited):
        start, end = citation.span.start - passage.span.start, citation.span.end - passage.span.start
        words = f"{words[:start]} {words[end:]}"
    return words


def _bans(passage: Passage, found: tuple[Citation, ...]) -> tuple[list[IdentityBan], bool]:
    """Return the bans on naming that are meant and have a penalty, and whether their section is cited."""
    laws = passage.ground.laws
    for citation in found:
        for work in works(passage, citation):
            bans = [b for number in citation.sections for b in laws.bans_of_section(work, number) if b.penalty]
            if bans:
                return bans, True
    named = {id_ for citation in found if not citation.sections for id_ in works(passage, citation)}
    if not _NAMING.search(sentence(passage)):
        return [], False
    if found:
        return [ban for ban in laws.bans if ban.work in named and ban.penalty], False
    said = stems(sentence(passage))
    near = [(len(stems_of(ban.fact.statement) & said), ban) for ban in laws.bans_in(places(passage)) if ban.penalty]
    most = max((shared for shared, _ in near), default=0)
    return [ban for shared, ban in near if shared == most >= _TELLING], False


def _fits(stated: Terms, penalty: Penalty) -> bool:
    """Tell whether every bound that is stated is the law's own; bounds that are left out are no mistake."""
    either = _same(stated.exact, penalty.max_years) or _same(stated.exact, penalty.min_years)
    prison = penalty.max_years is not None or penalty.min_years is not None or penalty.life or penalty.death
    return (
        (penalty.death or not stated.death)
        and (penalty.life or not stated.life)
        and _same(stated.max_years, penalty.max_years)
        and _same(stated.min_years, penalty.min_years)
        and either
        and not (stated.fine_only and prison)
        and (stated.fine is None or _fined(stated, penalty))
    )


def _fined(stated: Terms, penalty: Penalty) -> bool:
    """Tell whether a sum is the bound it is said to be; above a least sum, where there is no most, any may be."""
    least, most = penalty.fine_min, penalty.fine_max
    if least is None and most is None:
        return True
    if stated.fine_bound:
        return stated.fine == (most if stated.fine_bound == "most" else least)
    if most is None:
        return stated.fine is not None and least is not None and stated.fine >= least
    return stated.fine in {most, least}


def _same(years: float | None, bound: float | None) -> bool:
    """Tell whether a bound is the one stated, or none was stated."""
    return years is None or (bound is not None and abs(years - bound) < _SLACK)
