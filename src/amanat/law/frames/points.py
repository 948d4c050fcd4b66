"""Statements of what an Act says beside its penalties: whose consent counts, who must be told, how long a trial may take.

A provision of the register says such things as points, made of sorts of words (`packs/world/law/words.yaml`), so that
whoever adds one writes no pattern. A sentence that holds a word of every sort speaks of the point; what it says of it is
read by `law.stance` and compared. What neither affirms nor denies is no statement.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amanat.core import ClaimKind, Confidence, Severity, Span, Verdict
from amanat.law import stance
from amanat.law.hint import hint
from amanat.law.meant import OFFENCES, bare, places, works_meant
from amanat.law.measures import ages, times
from amanat.law.passage import Passage
from amanat.law.stance import Matter
from amanat.law.statement import Statement
from amanat.law.wording import Wording
from amanat.registers.law_values import Article, IdentityBan, Point, Provision, Told
from amanat.registers.laws import Laws

_LAW = re.compile(
    r"\b(?:laws?|acts?|statutes?|ordinances?|code|legal(?:ly)?|needs?|(?:no|an?) (?:\w+ )?(?:offen[cs]e|crime)|illegal|unlawful|void|enforceable)\b"
)
_OURS = re.compile(r"\bour (?:[\w-]+ )?(?:law|act|statute)\b")
_WISHED = re.compile(r"\b(?:amended (?:so|to)|demand(?:s|ed)? that|proposed that)\b")
"""What somebody wants a law to say is not what it says."""
HINT = hint(
    r"(?i)\b(?:may|must|shall|cannot|can|need|law(?:ful)?(?:ly)?|legal(?:ly)?|unlawful(?:ly)?|illegal(?:ly)?|offen[cs]e|crime|forbid\w*|forbade|ban(?:s|ned)?|bars?|barred|prohibit\w*"
    r"|allow\w*|permit\w*|entitle\w*|right to|at liberty|(?:is|are) to|outlaw\w*|excused|adjournments?|oblige\w*|obliged|require[sd]?|duty|duties|mechanism|committees?|anonymity|compensat\w*|statutory|consent\w*"
    r"|sections?|articles?|acts?|laws?|statutes?|protocol|convention|bound|owes?|repa(?:y\w*|id)|compulsory|mandatory|extinguish\w*|defen[cs]e|(?:in)?admissible|free to|punish\w*|liable"
    r"|up to|discretion|certif\w*|rehabilitat\w*|needs?|traffick\w*|servitude|slavery|closed to|ha(?:s|ve|d) to|within|deadline|(?:hours|days|weeks|months|years?) (?:to|in)|be (?:over|done|finished) (?:in|by)|(?:is|are) (?:not )?to|enforceable|void|wiped|worthless|(?:on|off|the) (?:air|screen)|turned)\b"
)
ON_CITATION = True
ON_TREATY = True
Pointed = Provision | IdentityBan | Article
_ONLY = re.compile(
    r"\bonly (?:from|at|over|above|after|when|once)\b|\bnot (?:before|until)\b"
    r"|\b(?:must|needs?(?: to)?|ha(?:s|ve) to) (?:both |all |each |first |only )?(?:be|have (?:turned|reached|completed|attained))"
    r" (?:at least |over |no (?:more|older) than |the age of )?(?:\d\d|\w+teen)\b"
)
_MANY = 4
"""Sorts of words that together are of law without its name: trafficking, child, consent, defence."""
_HEAD = re.compile(r"\d+[A-Z]*")
_GROWN_UP = 21
"""What is forbidden to the young is no question for whoever is older: `a woman of 30 may marry`."""
_SLACK = 0.02
"""Twelve months of thirty days are a year."""


class _Judged(NamedTuple):
    """What a sentence says of a point."""

    provision: Pointed
    matter: Matter
    right: bool


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of one sentence on points of the Acts it speaks of, or of its place where it names none."""
    laws = passage.ground.laws
    works = works_meant(passage)
    cited = _cited(passage)
    named = [told for id_ in works for told in laws.told(id_)]
    named += [told for treaty in passage.treaties for told in passage.ground.treaties.told(treaty.ids[0])]
    words = passage.low[passage.span.start : passage.span.end]
    if _WISHED.search(words):
        return
    if " mechanism" in words or " committee" in words:
        named += [told for title, points in laws.told_by_institutions.items() if title in words for told in points]
    wider = () if works or passage.treaties else passage.ground.home if _OURS.search(words) else places(passage)
    if not (cited or named) and not any(place in laws.told_alone for place in wider):
        return
    titles = [citation.span for citation in passage.cited if not citation.bare]
    titles += [treaty.span for treaty in passage.treaties]
    wording = Wording.of(passage.low, passage.span, laws.words, titles)
    judged = _of(passage, wording, cited, alone=False, cited=True) or _of(passage, wording, named, alone=False)
    outdated = False
    if not judged:
        here = [_of(passage, wording, laws.told_alone.get(place, ()), alone=True) for place in wider]
        told = [found for found in here if found]
        judged = told[0] if told else []
        # The wider law says so still, the nearer one has taken its place.
        outdated = len(told) > 1 and not any(j.right for j in told[0]) and all(j.right for j in told[1])
    for one in judged:
        yield _statement(passage, one, outdated=outdated)


def _cited(passage: Passage) -> list[Told]:
    """Return what the sections cited say, where the register holds them point by point."""
    return [
        told
        for citation in passage.cited
        for number in citation.sections
        for work in citation.works or (bare(passage) if citation.bare else ())
        for told in passage.ground.laws.told_in(work, number)
    ]


def _of(
    passage: Passage, wording: Wording, points: Sequence[Told], *, alone: bool, cited: bool = False
) -> list[_Judged]:
    """Hold a sentence against some points: one for each clause, the one with most sorts of words."""
    met: list[tuple[int, int, bool, _Judged]] = []
    for sorts, by, point in points:
        if not sorts <= wording.said.sorts or (point.of_section and not cited):
            continue
        matter = stance.find(wording, point.about, point.close)
        if matter is None or not point.not_with.isdisjoint(wording.said.sorts):
            continue
        right = _right(passage, point, matter, alone=alone)
        if right is not None:
            met.append((-len(point.about), matter.end - matter.first, not right, _Judged(by, matter, right)))
    out: list[_Judged] = []
    for *_, one in sorted(met, key=lambda row: row[:3]):
        if all(one.matter.end <= o.matter.first or o.matter.end <= one.matter.first for o in out):
            out.append(one)
    return sorted(out, key=lambda one: one.matter.first)


def _right(passage: Passage, point: Point, matter: Matter, *, alone: bool) -> bool | None:
    """Tell whether what a sentence says of a point is what the law says; None where it says nothing."""
    told = [
        answer
        for answer in (
            _age(passage, point, matter) if point.age is not None else _stance(point, matter),
            _time(passage, point) if point.days is not None else None,
            _body(point, matter, passage.ground.laws.words.bodies) if point.who else None,
        )
        if answer is not None
    ]
    few = point.so is not None and len(point.about) < _MANY
    silent = matter.wording.within("silent", matter.first, matter.end)
    if alone and (few or silent) and not _of_law(passage, matter):
        return None  # it may be news
    return all(told) if told else None


def _of_law(passage: Passage, matter: Matter) -> bool:
    """Tell whether a sentence that names no law speaks of law all the same."""
    silent = matter.wording.within("silent", matter.first, matter.end)
    if passage.cited or (not silent and (stance.allowed(matter) is not None or stance.owed(matter) is not None)):
        return True
    return bool(_LAW.search(passage.low, passage.span.start, passage.span.end))


def _said(point: Point, matter: Matter) -> bool | None:
    """What the sentence says of the point."""
    if point.so is not None:
        return stance.so(matter)
    return stance.allowed(matter) if point.may is not None else stance.owed(matter)


def _answer(point: Point) -> bool | None:
    """What the law says of it."""
    return next((answer for answer in (point.so, point.may, point.must) if answer is not None), None)


def _stance(point: Point, matter: Matter) -> bool | None:
    if (answer := _answer(point)) is None or (said := _said(point, matter)) is None:
        return None
    if point.must is False and said is False and not stance.released(matter):
        return None  # what is forbidden is more than not owed
    if said is not answer and not point.not_even.isdisjoint(matter.wording.said.sorts):
        return False
    leave = [stance.granted(matter.wording, leave) for sort in point.unless for leave in matter.wording.meant(sort)]
    if said is answer:
        return not leave or stance.Leave.IN_VAIN not in leave
    return stance.Leave.GRANTED in leave


def _age(passage: Passage, point: Point, matter: Matter) -> bool | None:
    """An age is right where it is the law's own, or where what is said of somebody of that age follows from it."""
    bound = point.age
    plain = point.may is None and point.must is None and point.so is None
    found = [age for age in ages(passage.low, passage.span.start, passage.span.end) if age.below or not plain]
    if not found or bound is None:
        return None if plain else _stance(point, matter)
    if point.may is False and all(age.years > _GROWN_UP for age in found):
        return None
    if any(age.years == bound for age in found):
        return True
    if _ONLY.search(passage.low, passage.span.start, passage.span.end):
        return False
    said = _said(point, matter)
    if len(found) == 1 and not found[0].below and not plain:
        return None if said is None else (said is _answer(point)) is (found[0].years < bound)
    return False


def _time(passage: Passage, point: Point) -> bool | None:
    found = list(times(passage.low, passage.span.start, passage.span.end))
    if not found or point.days is None:
        return None
    return any(abs(days - point.days) <= point.days * _SLACK for days in found)


def _body(point: Point, matter: Matter, bodies: frozenset[str]) -> bool | None:
    wording = matter.wording
    named = {
        body: wording.within("not", max(0, said.first - 2), said.first) != []
        for body in bodies & wording.said.sorts
        for said in wording.within(body, matter.first, matter.end)
    }
    if not named:
        return None
    asserted = {body for body, denied in named.items() if not denied}
    denied = {body for body, not_ in named.items() if not_}
    if denied & set(point.who):
        return False
    return bool(asserted & set(point.who)) if asserted else None


def _statement(passage: Passage, one: _Judged, *, outdated: bool) -> Statement:
    fact = one.provision.fact
    old = outdated or _added(passage.ground.laws, one.provision)
    verdict = Verdict.SUPPORTED if one.right else Verdict.OUTDATED if old else Verdict.CONTRADICTED
    if fact.confidence is Confidence.UNCERTAIN:
        verdict = Verdict.UNVERIFIED
    span = one.matter.wording.span(one.matter.first, one.matter.end)
    number = _number(one.provision)
    for citation in passage.cited:  # a number alone is this provision's, where it fits: no more is unknown of it
        if citation.bare and number and all(_HEAD.findall(n)[:1] == [number] for n in citation.sections):
            span = Span(min(span.start, citation.span.start), max(span.end, citation.span.end))
    return Statement(span, ClaimKind.STATUTE, "content", verdict, fact, Severity.WARNING, fact.statement)


def _number(provision: Pointed) -> str:
    """Return the number of the section without its clauses; a ban is cited as `BNS s.72(1)`."""
    if isinstance(provision, IdentityBan):
        written = provision.provision.rpartition("s.")[2]
    else:
        written = provision.section if isinstance(provision, Provision) else provision.article
    return next(iter(_HEAD.findall(written)), "")


def _added(laws: Laws, provision: Pointed) -> bool:
    """Tell whether the point came into the Act later: before that the opposite was so."""
    if not isinstance(provision, Provision) or provision.kind in OFFENCES:
        return False  # the version of an offence tells when its penalty changed
    years = laws.works[provision.work].years
    starts = [v.start.year if v.start else None for v in provision.versions if v.confirmed]
    return bool(starts) and all(year and year > max(years) for year in starts)
