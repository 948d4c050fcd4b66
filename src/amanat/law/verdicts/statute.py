"""What the register answers when a story names a law."""

import re
from datetime import date

from amanat.core import ClaimKind, Confidence, Fact, Fix, Severity, Span, Verdict
from amanat.law.citations import Citation
from amanat.law.matters import matters
from amanat.law.meant import bare
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.registers.law_values import Provision, Work
from amanat.registers.laws import Laws

_HISTORY = re.compile(
    r"\b(?:repeal\w*|replac\w+|former(?:ly)?|earlier|old|previous(?:ly)?|supersed\w+|was then|until|omitted"
    r"|inserted|before)\b",
    re.IGNORECASE,
)


_ENOUGH = 3
"""Provisions of an Act that the register must hold before it says what the Act is not about."""
_ACT = re.compile(r"\bAct\b")
_MADE_LAW = re.compile(
    r"\b(?:into law|(?:is|became|has become|now) law|(?:presidential|president[’']s|governor[’']s) assent"
    r"|in force|into force|into effect)\b",
    re.IGNORECASE,
)
"""What makes a bill an Act."""


def _statement(
    span: Span,
    topic: str,
    verdict: Verdict,
    fact: Fact | None = None,
    *,
    ceiling: Severity = Severity.ERROR,
    fixes: tuple[Fix, ...] = (),
    subject: str = "",
    year: int | None = None,
    value: str = "",
) -> Statement:
    advice = fact.statement if fact else ""
    value = value or (str(year) if year else "")
    return Statement(span, ClaimKind.STATUTE, topic, verdict, fact, ceiling, advice, fixes, subject, value, year)


def cited(passage: Passage, citation: Citation) -> Statement:
    """Answer to a law named without saying more of it."""
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works:
        topic, plain = "section" if citation.sections else "mention", _plain(citation.title)
        said = f"{plain} {' '.join(sorted(citation.sections))}" if citation.sections else ""
        return _statement(citation.span, topic, Verdict.UNKNOWN, subject=plain, value=said)
    work = works[0]
    if citation.year is not None and all(citation.year not in w.years for w in works):
        return _wrong_year(passage, citation, work)
    if citation.sections:
        return _sections(passage, citation, work)
    if work.repealed(passage.day) and not _is_history(passage):
        return _statement(citation.span, "mention", Verdict.OUTDATED, work.fact, ceiling=_dated_ceiling(passage))
    sure = work.fact.confidence is not Confidence.UNCERTAIN
    if work.pending and (_ACT.search(citation.title) or _made_law(passage)):
        sure = False  # as far as the register knows it is still a bill
    verdict = Verdict.SUPPORTED if sure else Verdict.UNVERIFIED
    return _statement(citation.span, "mention", verdict, work.fact, subject=f"{work.id} named")


def _made_law(passage: Passage) -> bool:
    return bool(_MADE_LAW.search(passage.text, passage.span.start, passage.span.end))


def called(passage: Passage, citation: Citation, span: Span, what: str) -> Statement | None:
    """Answer to the statement that something is an offence of some name under an Act cited without a section.

    None where the words name no kind of offence, or the register holds too little of the Act to say.
    """
    provisions = [p for id_ in citation.works for p in passage.ground.laws.of(id_)]
    known = frozenset[str]().union(*(matters(p.title) for p in provisions))
    if citation.sections or len(provisions) < _ENOUGH or not matters(what) or matters(what) & known:
        return None
    fact = passage.ground.laws.works[citation.works[0]].fact
    named = f"{citation.works[0]} named"
    return _statement(span, "heading", Verdict.IMPRECISE, fact, ceiling=Severity.WARNING, subject=named)


def _plain(title: str) -> str:
    """A title as compared inside one story: without year, article and plural."""
    bare = re.sub(r"\W+|\d+", " ", re.sub(r"^the ", "", title.lower()))
    return " ".join(word.removesuffix("s") for word in bare.split())


def _wrong_year(passage: Passage, citation: Citation, work: Work) -> Statement:
    if (
        work.amending
        or _unresearched(passage, citation)
        or _provincial(passage, [work])
        or not work.years
        or work.fact.confidence is Confidence.UNCERTAIN
    ):
        return _statement(citation.span, "title-year", Verdict.UNKNOWN)
    place = citation.named.year_span if citation.named else None
    fixes = (Fix(place, str(min(work.years))),) if place and work.fact.may_raise_error else ()
    return _statement(citation.span, "title-year", Verdict.CONTRADICTED, work.fact, fixes=fixes)


def _provincial(passage: Passage, works: list[Work]) -> bool:
    """Tell whether a sentence speaks of a province whose own law of this name the register may not hold."""
    parts = {id_ for id_ in passage.ground.named(passage.span) if "-" in id_}
    return bool(parts) and not parts & {work.jurisdiction for work in works}


def _unresearched(passage: Passage, citation: Citation) -> bool:
    """A law of the same name and another year may exist in a province nobody has looked into."""
    title = re.sub(r"\W+", " ", citation.title).lower()
    for known in passage.ground.laws.not_researched:
        plain = re.sub(r"\W+", " ", known).lower()
        if str(citation.year) in plain and any(word in plain for word in re.findall(r"\w{6,}", title)):
            return True
    return False


def _dated_ceiling(passage: Passage) -> Severity:
    return Severity.ERROR if passage.years else Severity.WARNING


def _is_history(passage: Passage) -> bool:
    return bool(_HISTORY.search(passage.text, passage.span.start, passage.span.end))


def _sections(passage: Passage, citation: Citation, work: Work) -> Statement:
    laws, named = passage.ground.laws, f"{work.id} named"
    found = [provision for number in citation.sections for provision in laws.section(work.id, number)]
    ended = [p for p in found if _outdated(p, passage.day)]
    if ended and not re.search(
        r"\b(?:repeal|omit|replac)\w*\b", passage.between(passage.span.start, passage.span.end), re.IGNORECASE
    ):
        return _statement(citation.span, "section", Verdict.OUTDATED, ended[0].fact, ceiling=_dated_ceiling(passage))
    odd = next(filter(None, (_odd(laws, work.id, *pair) for pair in _pairs(citation))), None)
    if odd:
        return _statement(citation.span, "heading", Verdict.CONTRADICTED, odd, ceiling=Severity.WARNING)
    said = f"{work.id} {' '.join(sorted(citation.sections))}"
    each = [_of_section(laws, work.id, number) for number in citation.sections]
    if not all(each):
        return _statement(citation.span, "section", Verdict.UNKNOWN, work.fact, subject=named, value=said)
    weakest = max((facts[0] for facts in each), key=lambda f: f.confidence.doubt)
    verdict = Verdict.UNVERIFIED if weakest.confidence is Confidence.UNCERTAIN else Verdict.SUPPORTED
    return _statement(citation.span, "section", verdict, weakest, subject=named, value=said)


def _pairs(citation: Citation) -> list[tuple[str, str]]:
    told = citation.told or ("",) * len(citation.sections)
    return list(zip(citation.sections, told, strict=False))


def _of_section(laws: Laws, work: str, number: str) -> list[Fact]:
    """Everything the register knows of one section, the surest first."""
    heading = laws.heading(work, number)
    facts = [p.fact for p in laws.section(work, number)]
    facts += [ban.fact for ban in laws.bans_of_section(work, number)]
    facts += [heading.fact] if heading else []
    return sorted(facts, key=lambda f: f.confidence.doubt)


def _odd(laws: Laws, work: str, number: str, told: str) -> Fact | None:
    """Return what a section is really about when the story says it is about another offence."""
    subjects = matters(told)
    if not subjects:
        return None
    titles = [(p.title, p.fact) for p in laws.section(work, number)]
    heading = laws.heading(work, number)
    titles += [(heading.title, heading.fact)] if heading else []
    known = set().union(*(matters(title) for title, _ in titles)) if titles else set()
    return titles[0][1] if known and not known & subjects else None


def _outdated(provision: Provision, on: date) -> bool:
    ended = provision.ended
    return ended is not None and ended.latest < on


def bare_section(passage: Passage, citation: Citation) -> Statement:
    """Answer to a section number alone: of the story's penal code, or of the Act named before."""
    laws = passage.ground.laws
    for id_ in bare(passage):
        if id_ in laws.works and any(_of_section(laws, id_, number) for number in citation.sections):
            return _sections(passage, citation, laws.works[id_])
    return _statement(citation.span, "section", Verdict.UNKNOWN)


def enacted(passage: Passage, citation: Citation, year: Year, span: Span) -> Statement:
    """Answer to the year in which a law is said to have been passed or to have come into force."""
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works or _provincial(passage, works):
        return _statement(span, "enactment", Verdict.UNKNOWN)
    work = works[0]
    if citation.year is not None and all(citation.year not in w.years for w in works):
        return _wrong_year(passage, citation, work)
    subject = f"{work.id} enacted"
    if any(year.value in w.years for w in works):
        sure = work.fact.confidence is not Confidence.UNCERTAIN
        verdict = Verdict.SUPPORTED if sure else Verdict.UNVERIFIED
        return _statement(span, "enactment", verdict, work.fact, subject=subject, year=year.value)
    if work.fact.confidence is Confidence.UNCERTAIN or work.amending or work.pending or not work.years:
        return _statement(span, "enactment", Verdict.UNVERIFIED, work.fact, subject=subject)
    # A cabinet may pass a bill a year before parliament does, and rules follow years after the Act.
    if abs(year.value - min(work.years)) <= 1:
        return _statement(span, "enactment", Verdict.IMPRECISE, work.fact, ceiling=Severity.WARNING, subject=subject)
    fixes = (Fix(year.span, str(min(work.years))),) if work.fact.may_raise_error and len(work.years) == 1 else ()
    return _statement(span, "enactment", Verdict.CONTRADICTED, work.fact, fixes=fixes, subject=subject, year=year.value)


def never_passed(passage: Passage, citation: Citation) -> Statement:
    """Answer to the statement that a law was not passed."""
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works or all(work.fact.confidence is Confidence.UNCERTAIN for work in works):
        return _statement(citation.span, "enactment", Verdict.UNKNOWN)
    work = works[0]
    # In the year of which the story speaks it may not have been passed yet.
    early = bool(work.years) and passage.day.year < min(work.years)
    verdict = Verdict.UNVERIFIED if work.pending else Verdict.SUPPORTED if early else Verdict.CONTRADICTED
    return _statement(citation.span, "enactment", verdict, work.fact, ceiling=Severity.WARNING)


def still_in_force(passage: Passage, citation: Citation) -> Statement:
    """Answer to the statement that a law is in force."""
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works:
        return _statement(citation.span, "in-force", Verdict.UNKNOWN)
    work = works[0]
    sections = [p for number in citation.sections for p in passage.ground.laws.section(work.id, number)]
    if sections:
        return _section_in_force(passage, citation, sections)
    verdict = Verdict.CONTRADICTED if work.repealed(passage.ground.as_of) else Verdict.SUPPORTED
    if work.fact.confidence is Confidence.UNCERTAIN or work.pending:
        verdict = Verdict.UNVERIFIED
    return _statement(citation.span, "in-force", verdict, work.fact)


def _section_in_force(passage: Passage, citation: Citation, sections: list[Provision]) -> Statement:
    """A section may have been omitted from a law that stands."""
    ended = next((p for p in sections if _outdated(p, passage.ground.as_of)), None)
    fact = (ended or sections[0]).fact
    verdict = Verdict.CONTRADICTED if ended else Verdict.SUPPORTED
    if fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    return _statement(citation.span, "in-force", verdict, fact)
