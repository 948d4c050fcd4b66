"""Statements of treaty status: who ratified, acceded to, signed or joined what, and when; and who did not.

The verb leads: its object is the instrument named after it (before it in the passive), its subject the state named
before it, and a negation or a plan counts only inside the verb's own clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import ClaimKind, Span, Verdict
from amanat.law.frames.treaty_duty import invoked
from amanat.law.frames.treaty_itself import of_treaty
from amanat.law.frames.treaty_wording import (
    A_STATE,
    ACCEDED,
    ACT,
    AMONG,
    ANAPHOR,
    AND_ALSO,
    APPOSED,
    APPROVED,
    BACKWARD,
    BEING,
    BESIDE,
    BY_CABINET,
    BY_MANY,
    CABINET,
    CABINET_DID,
    CLOSED,
    COUNTERFACTUAL,
    DATED,
    DEED,
    DELAYED,
    FIRM_NEGATION,
    FOR_WHICH,
    FORWARD,
    FRONTED,
    GERUND_OF_FACT,
    HARD,
    INCLUDED,
    INFINITIVE,
    INSTRUMENT,
    LEADS,
    MANY,
    MEMBER,
    MERE,
    MODAL,
    NEITHER,
    NEVER_CAME,
    NOT_ONLY,
    NTH,
    OBJECTLESS,
    OF_THEM,
    OTHER_OBJECT,
    PARENT,
    PLAN,
    SAME,
    SEVERAL,
    SMALL,
    SO,
    THEN,
    TOOK,
    UN,
    UNDER,
    UNKNOWN_INSTRUMENT,
    UNTIL,
    WE,
)
from amanat.law.hint import hint
from amanat.law.passage import Passage, Year
from amanat.law.statement import Statement
from amanat.law.verdicts.treaty import Saying, judge
from amanat.registers.aliases import Named
from amanat.registers.parties import Party

HINT = hint(
    rf"{INSTRUMENT.pattern}|ratified|acceded|(?:convention|treat(?:y|ie)|protocol|covenant)s? (?:on|against|for|relating to|concerning)"
)
ON_TREATY = True
_LEAD = 40
_TIGHT = 30


@dataclass(frozen=True, slots=True)
class _Clause:
    """The stretch around one verb in which its negation, plan and year stand."""

    start: int
    verb: Span
    end: int


def find(passage: Passage) -> Iterator[Statement]:
    """Find the statements of treaty status of one sentence."""
    span = passage.span
    verbs = list(ACT.finditer(passage.low, span.start, span.end))
    verbs = [v for v in verbs if _governs(passage, v)]
    found = False
    for number, verb in enumerate(verbs):
        kind = "join" if verb["entry"] else str(verb.lastgroup)
        beside = [*verbs[max(0, number - 1) : number], *verbs[number + 1 : number + 2]]
        clause = _clause(passage, Span(*verb.span()), [Span(*v.span()) for v in beside])
        objects = _objects(passage, clause)
        if not objects and beside and beside[-1].start() >= verb.end():
            objects = _shared(passage, verb, beside[-1])
        objects = objects or _meant(passage, clause, kind)
        found = found or bool(objects)
        if not objects:
            sure = kind in {"ratification", "accession"} or MEMBER.match(verb.group())
            yield from _unknown(passage, clause, 90 if sure else _TIGHT)
        if objects and not _planned(passage, clause, verb):
            yield from _said(passage, clause, kind, objects)
            yield from _same(passage, clause, kind, objects)
    if not found:
        yield from invoked(passage)
        yield from of_treaty(passage)


def _governs(passage: Passage, verb: re.Match[str]) -> bool:
    """Tell whether a word can be that of an act: no part of a treaty's name, a common word only right beside its object."""
    if any(n.span.overlaps(Span(*verb.span())) for n in passage.treaties):
        return False
    if verb["entry"]:
        return any(0 <= n.span.start - verb.end() < _TIGHT for n in passage.treaties)
    if verb["binds"]:
        behind = any(0 <= p.span.start - verb.end() < _TIGHT for p in passage.parties)
        return bool(passage.treaties) and (
            behind or any(FOR_WHICH.match(passage.low, p.span.end) for p in passage.parties)
        )
    return True


def _clause(passage: Passage, verb: Span, verbs: list[Span]) -> _Clause:
    start, end = passage.span.start, passage.span.end
    for other in verbs:
        if other.end <= verb.start:
            start = max(start, other.end)
        elif other.start >= verb.end:
            end = min(end, other.start)
    for mark in HARD.finditer(passage.low, start, end):
        if mark.end() <= verb.start:
            start = mark.end()
        elif mark.start() >= verb.end:
            end = mark.start()
            break
    return _Clause(start, verb, end)


def _objects(passage: Passage, clause: _Clause) -> list[Named]:
    after = [n for n in passage.treaties if clause.verb.end <= n.span.start < clause.end]
    closed = MEMBER.match(passage.text, clause.verb.start) and CLOSED.match(passage.text, clause.verb.end)
    if after and not closed:
        gap = passage.between(clause.verb.end, after[0].span.start)
        if FORWARD.match(gap) and (UNDER.fullmatch(gap) or APPOSED.fullmatch(gap) or not OTHER_OBJECT.search(gap)):
            found = [after[0]]
            rest = [n for n in passage.treaties if n.span.start >= after[0].span.end]
            for named in rest:
                gap = passage.between(found[-1].span.end, named.span.start)
                if PARENT.fullmatch(gap):
                    continue
                if not AND_ALSO.match(gap):
                    break
                found.append(named)
            return found
    before = [n for n in passage.treaties if n.span.end <= clause.verb.start]
    if before and not after and ANAPHOR.match(passage.text, clause.verb.end, clause.end):
        return [before[-1]]
    if before and BACKWARD.match(passage.between(before[-1].span.end, clause.verb.start)):
        return [before[-1]]
    return []


def _shared(passage: Passage, verb: re.Match[str], following: re.Match[str]) -> list[Named]:
    """The instrument of the next verb, where both stand side by side: `neither signed nor ratified the Protocol`."""
    if not BESIDE.fullmatch(passage.between(verb.end(), following.start())):
        return []
    return _objects(passage, _clause(passage, Span(*following.span()), []))


def _meant(passage: Passage, clause: _Clause, kind: str) -> list[Named]:
    """The instrument named before, of a verb that names none: `it ratified in 2025`, `it ratified it`."""
    if kind not in {"ratification", "accession"} or not OBJECTLESS.match(
        passage.low, clause.verb.end, passage.span.end
    ):
        return []
    if INSTRUMENT.search(passage.text, passage.span.start, clause.verb.start):
        return [n for n in passage.treaties if n.span.end <= clause.verb.start][-1:]
    return [Named(clause.verb, (passage.treaty,), None, None, generic=False)] if passage.treaty else []


def _same(passage: Passage, clause: _Clause, kind: str, objects: list[Named]) -> Iterator[Statement]:
    """What is said of another state by its name and a verb that only points back: `but Pakistan has not`."""
    for party in passage.parties:
        if party.span.start < max(objects[-1].span.end, clause.verb.end):
            continue
        told = SAME.match(passage.low, party.span.end, passage.span.end)
        told = told or SO.search(passage.low, passage.span.start, party.span.start)
        for named in objects if told else ():
            saying = Saying(party.id, named.ids[0], kind, bool(told and told["no"]), None, None, cabinet=False)
            start = min(party.span.start, told.start() if told else party.span.start)
            yield judge(passage, saying, Span(start, max(party.span.end, told.end() if told else 0)), clause.verb, None)


def _planned(passage: Passage, clause: _Clause, verb: re.Match[str]) -> bool:
    """Tell whether the clause speaks of a plan, a wish or a condition rather than of a fact."""
    before = passage.low[clause.start : clause.verb.start]
    firm = FIRM_NEGATION.search(before)
    plan = PLAN.search(before)
    if COUNTERFACTUAL.match(passage.text, clause.start, clause.verb.start):
        return firm is None
    if FRONTED.match(passage.low, passage.span.start, clause.verb.start) or (not plan and APPROVED.search(before)):
        return False
    if DELAYED.search(before) and UNTIL.search(passage.low, clause.verb.end, clause.end):
        return False
    if verb.lastgroup in {"outside", "withdrawal", "force"}:
        return bool(plan and "," not in before[plan.end() :])
    if NTH.search(before) or TOOK.search(before):
        return False
    return bool(MODAL.search(before)) or _wished(before, verb, plan, firm) or _unfinished(before, verb, firm)


def _wished(before: str, verb: re.Match[str], plan: re.Match[str] | None, firm: re.Match[str] | None) -> bool:
    """Tell whether a word of plan governs the verb: no refusal stands before it, and no comma behind it."""
    done = verb.group().lower().endswith("ed")
    if plan is None or (firm and plan.start() > firm.start()) or (done and plan.group().lower() == "until"):
        return False
    return not (done and "," in before[plan.end() :])


def _unfinished(before: str, verb: re.Match[str], firm: re.Match[str] | None) -> bool:
    """Tell whether the verb's form leaves open if it happened: `to ratify`, `ratifying`."""
    form = verb.group().lower()
    if firm or verb["binds"]:
        return False
    if form in {"ratify", "accede", "sign", "join"}:
        return bool(INFINITIVE.search(before)) or not before.strip(" \n\"“‘'(")  # `Ratify it!`
    return form.endswith("ing") and not GERUND_OF_FACT.search(before) and not BEING.search(before)


def _said(passage: Passage, clause: _Clause, kind: str, objects: list[Named]) -> Iterator[Statement]:
    before = passage.low[clause.start : clause.verb.start]
    after = passage.low[clause.verb.end : clause.end]
    if BY_MANY.search(after):
        return
    many = MANY.search(before)
    if many and not OF_THEM.search(before, 0, many.start()):
        yield from _among(passage, clause, kind, objects)
        return
    negation = FIRM_NEGATION.search(before) or UN.match(passage.low, clause.verb.start, clause.verb.end)
    negative = _negative(passage, clause, negation)
    if kind == "outside":
        kind, negative = "join", not negative
    if negative and THEN.search(passage.low, clause.start, clause.end):
        return
    anaphoric = objects[-1].span.end <= clause.verb.start and bool(ANAPHOR.match(after))
    # `signed it in 2001 and ratified it later`: a year before the verb is that of the other act.
    year = _year(passage, clause, behind=anaphoric)
    if negative and year and UNTIL.search(passage.low, clause.verb.end, year.span.start):
        negative = False
    cabinet = bool(CABINET.search(passage.low, passage.span.start, clause.end))
    subjects = _bound_by(passage, clause) if kind == "binds" else _subjects(passage, clause, objects)
    if not subjects and A_STATE.search(before):
        yield Statement(_over(clause, objects[0]), ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)
    for named in objects:
        for party, where in subjects:
            start = min(clause.verb.start, named.span.start, *([where.start] if where else []))
            if negation and negative and isinstance(negation.start(), int):
                start = min(start, clause.start + negation.start() if before and negation.string == before else start)
            end = max(clause.verb.end, named.span.end, year.span.end if year else 0)
            saying = Saying(
                party,
                named.ids[0],
                _binding(passage, clause) if kind == "binds" else kind,
                negative,
                year.value if year else None,
                year.month if year else None,
                cabinet and not (party and CABINET_DID.search(passage.low, clause.verb.start, clause.verb.end)),
                cabinet and bool(BY_CABINET.search(passage.low, clause.start, clause.end)),
                negative and bool(ACCEDED.search(passage.low, passage.span.start, passage.span.end)),
                bool(MERE.search(before)),
            )
            yield judge(passage, saying, Span(start, end), clause.verb, year.span if year else None)


def _negative(passage: Passage, clause: _Clause, negation: re.Match[str] | None) -> bool:
    """Tell whether the act is denied: before its verb, behind it, or by what never came."""
    if COUNTERFACTUAL.match(passage.text, clause.start, clause.verb.start):
        return False
    low, verb = passage.low, clause.verb
    before = bool(negation) and not NOT_ONLY.search(low, clause.start, verb.start)
    missing = DEED.match(low, verb.start, verb.end) and NEVER_CAME.search(low, verb.end, clause.end)
    after = low[verb.end : clause.end]
    return before or bool(NEITHER.match(after)) or bool(missing) or "in vain" in after


def _among(passage: Passage, clause: _Clause, kind: str, objects: list[Named]) -> Iterator[Statement]:
    """`Sixty countries have ratified it; Pakistan is not one of them.`"""
    told = AMONG.search(passage.text, clause.verb.end, passage.span.end)
    behind = [p for p in passage.parties if p.span.start >= clause.verb.end]
    parties = [p for p in behind if told and p.span.end <= told.start()][-1:]
    if told is None:
        told = INCLUDED.search(passage.low, clause.verb.end, passage.span.end)
        parties = [p for p in behind if told and p.span.start >= told.end()]
    for named in objects if told else ():
        for party in parties:
            saying = Saying(party.id, named.ids[0], kind, bool(told and told["no"]), None, None, cabinet=False)
            start = min(clause.verb.start, named.span.start)
            yield judge(passage, saying, Span(start, max(told.end() if told else 0, party.span.end)), clause.verb, None)


def _over(clause: _Clause, named: Named) -> Span:
    return Span(min(clause.verb.start, named.span.start), max(clause.verb.end, named.span.end))


def _binding(passage: Passage, clause: _Clause) -> str:
    """What is binding from a day on has come into force then, some weeks after the deposit."""
    return "force" if passage.low.startswith("binding", clause.verb.start) else "join"


def _bound_by(passage: Passage, clause: _Clause) -> list[tuple[str, Span | None]]:
    """`The Protocol binds Pakistan`: the state stands behind the verb."""
    behind = [p for p in passage.parties if 0 <= p.span.start - clause.verb.end < _TIGHT]
    before = [p for p in passage.parties if FOR_WHICH.match(passage.low, p.span.end)]
    return [(party.id, party.span) for party in (behind or before[-1:])[:1]]


def _year(passage: Passage, clause: _Clause, *, behind: bool) -> Year | None:
    here = [y for y in passage.years if clause.start <= y.span.start < clause.end]
    after = [y for y in here if y.span.start >= clause.verb.end]
    if behind:
        return next(iter(after), None)
    return after[0] if after else here[-1] if here else None


def _subjects(passage: Passage, clause: _Clause, objects: list[Named]) -> list[tuple[str, Span | None]]:
    agents = [p for p in passage.parties if clause.verb.end <= p.span.start < clause.end]
    by = [p for p in agents if passage.between(max(0, p.span.start - 4), p.span.start).lower().endswith("by ")]
    before = [p for p in passage.parties if p.span.end <= clause.verb.start]
    if by:
        return [(by[0].id, by[0].span)]
    behind = [p for p in agents if p.span.start >= objects[-1].span.end]
    if not before and behind and _opens(passage, clause, objects[-1], behind[0]):
        return [(behind[0].id, None)]
    if passage.party and WE.search(passage.low, clause.start, clause.verb.start):
        return [(passage.ground.country or passage.party, None)]
    if before:
        last = before[-1]
        near = last.span.start >= clause.start - 60
        group = [last]
        for party in reversed(before[:-1]):
            joint = passage.between(party.span.end, group[0].span.start)
            if not re.fullmatch(r"\s*(?:,|and|nor|or|, and)\s*", joint):
                break
            group.insert(0, party)
        return [(p.id, group[0].span if near else None) for p in group]
    if agents and not any(a.span.start < objects[0].span.start for a in agents):
        tail = passage.between(objects[-1].span.end, agents[0].span.start)
        if re.fullmatch(r"[\s,]*(?:by|for|in)\s+", tail):
            return [(agents[0].id, agents[0].span)]
    it = passage.foreign and A_STATE.search(passage.low, clause.start, clause.verb.start)
    return [(passage.party, None)] if passage.party and not it else []


def _opens(passage: Passage, clause: _Clause, last: Named, party: Party) -> bool:
    """Tell whether the verb's clause leads up to its subject: `Before it acceded to the Protocol, Pakistan …`."""
    lead = passage.between(passage.span.start, clause.verb.start)
    gap = passage.between(last.span.end, party.span.start)
    return bool(("," in gap and len(gap) < _LEAD) or DATED.fullmatch(gap)) and bool(LEADS.match(lead))


def _unknown(passage: Passage, clause: _Clause, reach: int) -> Iterator[Statement]:
    """A state is said to have joined an instrument that the register does not hold."""
    stop = min(clause.end, clause.verb.end + 90)
    found = UNKNOWN_INSTRUMENT.search(passage.text, clause.verb.end, stop) or SMALL.search(
        passage.text, clause.verb.end, stop
    )
    before = [p for p in passage.parties if p.span.end <= clause.verb.start]
    if not found and not passage.treaties:
        found = SEVERAL.search(passage.text, clause.verb.end, stop)
    if found and found.start() > clause.verb.end + reach:
        return
    if not found and clause.verb.start - passage.span.start > _TIGHT:
        yield from _unknown_before(passage, clause)
        return
    held = found and any(n.span.overlaps(Span(*found.span())) for n in passage.treaties)
    if found and before and not held and not PLAN.search(passage.low, clause.start, clause.verb.start):
        span = Span(before[-1].span.start, found.end())
        yield Statement(span, ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)


def _unknown_before(passage: Passage, clause: _Clause) -> Iterator[Statement]:
    """`The Convention on … was ratified by India`, where the register does not hold it."""
    by = next((p for p in passage.parties if 0 <= p.span.start - clause.verb.end < _TIGHT), None)
    for found in UNKNOWN_INSTRUMENT.finditer(passage.text, clause.start, clause.verb.start) if by else ():
        if BACKWARD.match(passage.between(found.end(), clause.verb.start)) and by:
            span = Span(found.start(), by.span.end)
            yield Statement(span, ClaimKind.TREATY_STATUS, "status", Verdict.UNKNOWN)
