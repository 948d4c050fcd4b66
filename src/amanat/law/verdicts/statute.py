"""What the register answers when a story names a law."""

import re
from datetime import date

from amanat.core import ClaimKind, Confidence, Fact, Fix, Severity, Span, Verdict
from amanat.law.citations import Citation
from amanat.law.matters import matters
from amanat.law.meant import bare
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.law.verdicts.numbered import numbered
from amanat.registers.conduct import stems, stems_of
from amanat.registers.law_values import Provision, Work
from amanat.registers.laws import Laws

_HISTORY = re.compile(
    r"\b(?:repeal\w*|replac\w+|former(?:ly)?|earlier|old|previous(?:ly)?|supersed\w+|was then|until|omitted"
    r"|did away|do(?:es|ne)? away|scrap\w*|gave way|annul\w*|struck down|was the first|abolish(?:ed|es)|swept away"
    r"|lapsed|inserted|took [^.;]{1,40}[’']s place"
    r"|(?<!day )(?<!night )(?<!week )(?<!month )before(?! (?:a|an|the (?:court|judge|magistrate))\b))\b",
    re.IGNORECASE,
)


_ENOUGH = 3
"""Provisions of an Act that the register must hold before it says what the Act is not about."""
_ACT = re.compile(r"\bAct\b")
_TRIED = re.compile(r"\b(?:convict|sentenc|appeal|acquit|trial|tried|uph[eo]ld|verdict|judg)")
_VOTE = re.compile(r"pass|adopt")
_FORCE = re.compile(r"into (?:force|effect)|t(?:ook|akes?|aking) effect|in force")
_ASSENT = re.compile(r"assent|sign")
_PRESENT = re.compile(
    r"\b(?:still|continues? to|remains?|currently|today|nowadays|at present"
    r"|(?:is|are) (?:\w+ )?(?:governed|regulated|punished|tried|dealt with))\b",
    re.IGNORECASE,
)
"""What speaks of today, whatever year stands beside it."""
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
        return _not_held(passage, citation)
    work = works[0]
    if _misdated(citation, works):
        return _wrong_year(passage, citation, work)
    instead = work if _gone(passage, work) else _supplanting(passage, work)
    if instead:
        warned = instead is not work or work.old_cases
        ceiling = Severity.WARNING if warned else _dated_ceiling(passage)
        return _statement(citation.span, "mention", Verdict.OUTDATED, instead.fact, ceiling=ceiling)
    if citation.sections:
        return _sections(passage, citation, work)
    sure = work.fact.confidence is not Confidence.UNCERTAIN
    if work.pending and (_ACT.search(citation.title) or _made_law(passage)):
        sure = False  # as far as the register knows it is still a bill
    verdict = Verdict.SUPPORTED if sure else Verdict.UNVERIFIED
    if sure and len(passage.cited) == 1:
        verdict = numbered(passage, citation, work)
    return _statement(
        citation.span, "mention", verdict, work.fact, ceiling=Severity.WARNING, subject=f"{work.id} named"
    )


def _misdated(citation: Citation, works: list[Work]) -> bool:
    """Tell whether a title is written with a year that is not its own, were it that of its passing."""
    if citation.year is None:
        return False
    if all(citation.year not in work.years for work in works):
        return True
    titled = {int(year) for work in works for year in _TITLED.findall(work.title)}
    return citation.named is not None and bool(titled) and citation.year not in titled


_TITLED = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _day(passage: Passage, work: Work) -> date:
    """The day a sentence speaks of a law: today where it says so; the year of the law itself says nothing of that."""
    if _PRESENT.search(passage.text, passage.span.start, passage.span.end):
        return passage.ground.as_of
    years = [y.value for y in passage.years if y.value not in work.years]
    last = passage.ground.last_year
    year = max(years, default=last if last not in work.years else None)
    return date(year, 12, 31) if year else passage.ground.as_of


_KINDS = re.compile(r"\b(?:act|ordinance|code|bill|law|rules?|regulations?|ain|sanhita|adhiniyam|the)\b|\d+")
_ALMOST = 0.75


def _nearly(passage: Passage, citation: Citation) -> Work | None:
    """Return the law that a title of its year nearly names: another word in it, an Ordinance for an Act."""
    if citation.year is None or citation.named:
        return None
    if not _OF_FORM.search(citation.title):
        return None
    said = stems(_KINDS.sub(" ", citation.title.lower()))
    for work in passage.ground.laws.works.values():
        if citation.year not in work.years or work.amending:
            continue
        own = stems(_KINDS.sub(" ", work.title.lower()))
        other_kind = own == said and not _form(work.title) & _form(citation.title)
        if other_kind or _alike(own, said) or any(subject in citation.title.lower() for subject in work.subjects):
            return work
    return None


def _alike(own: frozenset[str], said: frozenset[str]) -> bool:
    """Tell whether one title is the other but for a word or two."""
    longer = own < said and len(own) > 1
    return longer or (len(own) > 2 and _ALMOST <= len(own & said) / len(own) < 1)  # noqa: PLR2004 - too few to compare


def _form(title: str) -> frozenset[str]:
    return frozenset(_FORMS.findall(title))


_OF_FORM = re.compile(r"^(?!.*\b(?:Rules|Regulations?|Amendment)\b).*\b(?:Act|Ordinance|Law|Bill)\b")
_FORMS = re.compile(r"\b(?:Act|Ordinance|Code|Rules|Bill|Sanhita|Ain|Decree)\b")


def _not_held(passage: Passage, citation: Citation) -> Statement:
    near = _nearly(passage, citation)
    if near:
        return _statement(citation.span, "title", Verdict.IMPRECISE, near.fact, ceiling=Severity.WARNING)
    topic, plain = "section" if citation.sections else "mention", _plain(citation.title)
    said = f"{plain} {' '.join(sorted(citation.sections))}" if citation.sections else ""
    return _statement(citation.span, topic, Verdict.UNKNOWN, subject=plain, value=said)


def _gone(passage: Passage, work: Work) -> bool:
    """Tell whether a law had been repealed by the day a sentence speaks of, and is not told of as history."""
    if work.repealed_from is None or not work.repealed(_day(passage, work)) or _is_history(passage):
        return False
    return not (work.old_cases and _TRIED.search(passage.low, passage.span.start, passage.span.end))


def _supplanting(passage: Passage, work: Work) -> Work | None:
    """Return the law of the one province a sentence speaks of that stands there in place of a federal one."""
    own = passage.ground.laws.supplanting.get(work.id)
    if not own:
        return None
    parts = {id_ for id_ in passage.ground.named(passage.span) or passage.ground.home if "-" in id_}
    found = next((w for w in own if w.jurisdiction in parts), None) if len(parts) == 1 else None
    if found and not _as_place(passage, found.jurisdiction):
        return None
    if found is None or _is_history(passage) or _day(passage, work).year < min(found.years):
        return None
    return found


_OF_A_PLACE = re.compile(r"\b(?:[Ii]n|[Ww]ithin|[Oo]f|[Aa]cross|[Ff]rom) (?:the )?$")


def _as_place(passage: Passage, jurisdiction: str) -> bool:
    """Tell whether a capital that is a territory too is meant as that, not as the state or the place of a report."""
    capitals = {name for j in passage.ground.jurisdictions for name in j.capitals}
    words = passage.between(passage.span.start, passage.span.end)
    for name in capitals & set(passage.ground.jurisdictions.by_id[jurisdiction].names):
        for match in re.finditer(rf"\b{re.escape(name)}\b(?P<own>[’']s)?", words):
            if not match["own"] and not _OF_A_PLACE.search(words[: match.start()]):
                return False
    return True


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
    # The year of its passing is not far from the truth; another one is.
    near = citation.year in work.years
    verdict, ceiling = (Verdict.IMPRECISE, Severity.WARNING) if near else (Verdict.CONTRADICTED, Severity.ERROR)
    return _statement(citation.span, "title-year", verdict, work.fact, ceiling=ceiling, fixes=fixes)


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
    if not told:
        return None
    subjects = matters(told)
    titles = [(p.title, p.fact) for p in laws.section(work, number)]
    heading = laws.heading(work, number)
    titles += [(heading.title, heading.fact)] if heading else []
    known = set().union(*(matters(title) for title, _ in titles)) if titles else set()
    if subjects and known and not known & subjects:
        return titles[0][1]
    return titles[0][1] if titles and _elsewhere(laws, work, told, [title for title, _ in titles]) else None


def _elsewhere(laws: Laws, work: str, told: str, own: list[str]) -> bool:
    """Tell whether the words said of a section are those of another section of the same law."""
    said = stems(told)
    here = max(len(stems_of(title) & said) for title in own)
    others = laws.heading_words.get(work, ())
    return 1 < len(said) > here and any(said <= other for other in others)


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


def enacted(passage: Passage, citation: Citation, year: Year, span: Span, verb: str = "") -> Statement:
    """Answer to the year in which a law is said to have been passed or to have come into force.

    Args:
        passage: the sentence.
        citation: the law.
        year: the year stated.
        span: the whole statement.
        verb: the word for what happened then, in small letters; empty where it is not known.
    """
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works or _provincial(passage, works):
        return _statement(span, "enactment", Verdict.UNKNOWN)
    work = works[0]
    if _misdated(citation, works):
        return _wrong_year(passage, citation, work)
    subject = f"{work.id} enacted"
    begun = work.in_force_from if _FORCE.search(verb) else None
    if any(year.value in w.years for w in works) or (begun and begun.year == year.value):
        sure = work.fact.confidence is not Confidence.UNCERTAIN and not (work.pending and _made_law(passage))
        verdict = Verdict.SUPPORTED if sure else Verdict.UNVERIFIED
        return _statement(span, "enactment", verdict, work.fact, subject=subject, year=year.value)
    if work.fact.confidence is Confidence.UNCERTAIN or work.amending or work.pending or not work.years:
        return _statement(span, "enactment", Verdict.UNVERIFIED, work.fact, subject=subject)
    # A cabinet may pass a bill a year before parliament does, and rules follow years after the Act.
    if abs(year.value - min(work.years)) <= 1 and not _recorded(work, verb):
        return _statement(span, "enactment", Verdict.IMPRECISE, work.fact, ceiling=Severity.WARNING, subject=subject)
    fixes = (Fix(year.span, str(min(work.years))),) if work.fact.may_raise_error and len(work.years) == 1 else ()
    return _statement(span, "enactment", Verdict.CONTRADICTED, work.fact, fixes=fixes, subject=subject, year=year.value)


def _recorded(work: Work, verb: str) -> bool:
    """Tell whether the register knows the year of just this step."""
    step = work.passed if _VOTE.match(verb) else work.assent if _ASSENT.search(verb) else None
    if step is None and _FORCE.search(verb):
        step = work.in_force_from
    return step is not None and step.year is not None


def never_passed(passage: Passage, citation: Citation, span: Span) -> Statement:
    """Answer to the statement that a law was not passed, or that there is none."""
    works = [passage.ground.laws.works[id_] for id_ in citation.works]
    if not works or all(work.fact.confidence is Confidence.UNCERTAIN for work in works):
        return _statement(span, "enactment", Verdict.UNKNOWN)
    work = works[0]
    # In the year of which the story speaks it may not have been passed yet.
    early = bool(work.years) and passage.day.year < min(work.years)
    verdict = Verdict.UNVERIFIED if work.pending else Verdict.SUPPORTED if early else Verdict.CONTRADICTED
    return _statement(span, "enactment", verdict, work.fact, ceiling=Severity.WARNING)


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
    if work.fact.confidence is Confidence.UNCERTAIN or work.pending or work.perhaps_repealed:
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
