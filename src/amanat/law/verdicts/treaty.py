"""What the register answers to a statement that a state joined, or did not join, a treaty."""

from dataclasses import dataclass, replace

from amanat.core import ClaimKind, Confidence, Fact, Fix, Severity, Span, Verdict
from amanat.law.passage import Passage
from amanat.law.statement import Statement
from amanat.registers.treaties import StatusEvent, Treaty

_NOUN_FIXES = {
    ("ratification", "accession"): {
        "ratified": "acceded to",
        "ratifies": "accedes to",
        "ratifying": "acceding to",
        "ratification of": "accession to",
        "ratify": "accede to",
    },
    ("accession", "ratification"): {
        "acceded to": "ratified",
        "accedes to": "ratifies",
        "acceding to": "ratifying",
        "accession to": "ratification of",
        "accede to": "ratify",
    },
}
_UNSIGNED = "ilo."
"""Conventions of the ILO are adopted by its conference: states ratify them without signing."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a sentence says of one state and one treaty."""

    party: str
    treaty: str
    kind: str
    """`ratification`, `accession`, `signature`, `join` (became or is a party), `force` or `withdrawal`."""
    negative: bool
    year: int | None
    month: int | None
    cabinet: bool
    by_cabinet: bool = False
    """Said of the cabinet itself: `the cabinet ratified`."""
    acceded: bool = False
    """The sentence says as well that the state acceded."""
    only: bool = False
    """It is said to be no more than that: `a mere signatory`."""
    """The cabinet is said to have done it, which is no deposit."""


@dataclass(frozen=True, slots=True)
class _Answer:
    verdict: Verdict
    event: StatusEvent | None = None
    ceiling: Severity = Severity.ERROR
    advice: str = ""


def judge(passage: Passage, saying: Saying, span: Span, verb: Span, year: Span | None) -> Statement:
    """Ask the register.

    Args:
        passage: the sentence.
        saying: what it says.
        span: the whole statement.
        verb: where the act is named, for a fix.
        year: where the year is written, for a fix.
    """
    treaty = passage.ground.treaties.by_id[saying.treaty]
    answer = _answer(treaty, saying)
    fact = answer.event.fact if answer.event else None
    fixes = _fixes(passage, saying, answer, verb, year)
    # A signature says nothing on being bound, so it stands in no contradiction with it.
    value = "" if saying.kind == "signature" else ("no" if saying.negative else "yes")
    return Statement(
        span,
        ClaimKind.TREATY_STATUS,
        "status",
        answer.verdict,
        fact,
        answer.ceiling,
        answer.advice or _advice(treaty, fact),
        fixes,
        f"{saying.party} {saying.treaty}",
        value,
        saying.year,
    )


def _advice(treaty: Treaty, fact: Fact | None) -> str:
    return fact.statement if fact else f"The register has nothing on this state and the {treaty.short}."


def _answer(treaty: Treaty, saying: Saying) -> _Answer:
    events = treaty.of(saying.party)
    if not events:
        return _Answer(Verdict.UNKNOWN)
    bound = treaty.binding(saying.party)
    by_cabinet = _approved(saying, events) if saying.cabinet and not saying.negative else None
    if by_cabinet:
        return by_cabinet
    outside = next((e for e in events if e.state == "not-party"), None)
    signed = next((e for e in events if e.action == "signature"), None)
    if saying.kind in {"withdrawal", "signature"}:
        return (
            _withdrawal(saying, events, bound)
            if saying.kind == "withdrawal"
            else _signature(treaty, saying, bound, signed)
        )
    if saying.negative:
        return _negative(saying, bound, outside or signed)
    if bound is None:
        return _outside(outside or signed)
    answer = _positive(saying, bound)
    # A year or month that is not the deposit's but that of the cabinet's approval: the one taken for the other.
    approval = _approved(replace(saying, by_cabinet=True), events) if saying.year else None
    mistaken = answer.verdict is Verdict.CONTRADICTED and approval is not None and _same_month(saying, approval.event)
    return approval if approval and mistaken else answer


def _approved(saying: Saying, events: tuple[StatusEvent, ...]) -> _Answer | None:
    """Answer to what is told of a cabinet: it approves, the state joins by its deposit."""
    approval = next((e for e in events if e.action == "cabinet-approval"), None)
    if approval is None:
        return None
    right = saying.year is None or approval.date is None or approval.date.year == saying.year
    done = Verdict.IMPRECISE if saying.by_cabinet else Verdict.SUPPORTED
    return _Answer(done if right else Verdict.CONTRADICTED, approval)


def _same_month(saying: Saying, event: StatusEvent | None) -> bool:
    held = event.date if event else None
    return held is not None and held.year == saying.year and saying.month in {None, held.month}


def _outside(event: StatusEvent | None) -> _Answer:
    if event is None or event.fact.confidence is Confidence.UNCERTAIN:
        return _Answer(Verdict.UNVERIFIED if event else Verdict.UNKNOWN, event)
    # A state last seen years ago may have joined since.
    return _Answer(Verdict.CONTRADICTED, event, Severity.WARNING)


def _negative(saying: Saying, bound: StatusEvent | None, outside: StatusEvent | None) -> _Answer:
    if bound is None:
        if outside is None or outside.fact.confidence is Confidence.UNCERTAIN:
            return _Answer(Verdict.UNVERIFIED if outside else Verdict.UNKNOWN, outside)
        return _Answer(Verdict.SUPPORTED, outside)
    if bound.fact.confidence is Confidence.UNCERTAIN:
        return _Answer(Verdict.UNVERIFIED, bound)
    if saying.year is not None and bound.date and bound.date.earliest.year > saying.year:
        return _Answer(Verdict.SUPPORTED, bound)
    return _Answer(Verdict.CONTRADICTED, bound)


def _positive(saying: Saying, bound: StatusEvent) -> _Answer:
    if bound.fact.confidence is Confidence.UNCERTAIN:
        return _Answer(Verdict.UNVERIFIED, bound)
    dated = _dated(saying, bound)
    named = saying.kind in {"join", "force", bound.action} or not bound.action
    if dated and (named or dated.verdict is Verdict.CONTRADICTED):
        return dated
    return _Answer(Verdict.SUPPORTED if named else Verdict.IMPRECISE, bound)


def _dated(saying: Saying, bound: StatusEvent) -> _Answer | None:
    """Compare year and month; None where they agree or nothing can be compared."""
    if saying.year is None or bound.date is None:
        return None
    if not bound.date_sure:
        return _Answer(Verdict.UNVERIFIED, bound)
    if saying.kind == "force" and bound.date.year is not None and saying.year - bound.date.year == 1:
        # A treaty binds a state some weeks or a year after its deposit; the register does not hold every such day.
        return _Answer(Verdict.UNVERIFIED, bound)
    if bound.date.year != saying.year:
        return _Answer(Verdict.CONTRADICTED, bound)
    if saying.kind != "force" and saying.month and bound.date.month and bound.date.month != saying.month:
        return _Answer(Verdict.CONTRADICTED, bound, Severity.WARNING)
    return None


def _withdrawal(saying: Saying, events: tuple[StatusEvent, ...], bound: StatusEvent | None) -> _Answer:
    left = next((e for e in events if e.action == "withdrawal"), None)
    if saying.negative or bound is None or bound.fact.confidence is Confidence.UNCERTAIN:
        return _Answer(Verdict.UNVERIFIED if bound else Verdict.UNKNOWN, bound)
    # The register would have to hear of a withdrawal to know it: more than a warning it cannot give.
    return _Answer(Verdict.SUPPORTED, left) if left else _Answer(Verdict.CONTRADICTED, bound, Severity.WARNING)


def _signature(treaty: Treaty, saying: Saying, bound: StatusEvent | None, signed: StatusEvent | None) -> _Answer:
    outside = next((e for e in treaty.of(saying.party) if e.state == "not-party"), None)
    known = signed or bound or outside
    if known is None or known.fact.confidence is Confidence.UNCERTAIN:
        return _Answer(Verdict.UNVERIFIED if known else Verdict.UNKNOWN, known)
    if saying.negative:
        # A state that acceded never signed: true to the letter, and yet readers will take it for not bound.
        told = bound is None or saying.acceded
        verdict = Verdict.CONTRADICTED if signed else Verdict.SUPPORTED if told else Verdict.IMPRECISE
        return _Answer(verdict, bound or signed or outside, Severity.ERROR if signed else Severity.WARNING)
    if not bound and not signed:
        return _outside(outside)
    less = saying.only and bound is not None
    if not (signed or less) and bound and bound.action == "ratification" and not treaty.id.startswith(_UNSIGNED):
        # Who ratified had signed; when, the register does not know.
        return _Answer(Verdict.SUPPORTED if saying.year is None else Verdict.UNVERIFIED, bound)
    dated = known.date.year if known.date else None
    wrong = saying.year is not None and dated is not None and dated != saying.year
    if wrong:
        return _Answer(Verdict.CONTRADICTED, known)
    return _Answer(Verdict.SUPPORTED if signed and not less else Verdict.IMPRECISE, bound if less else known)


def _fixes(passage: Passage, saying: Saying, answer: _Answer, verb: Span, year: Span | None) -> tuple[Fix, ...]:
    event = answer.event
    if event is None or event.fact.confidence is Confidence.UNCERTAIN or saying.negative:
        return ()
    if answer.verdict is Verdict.IMPRECISE:
        return _word_fix(passage, saying.kind, event.action, verb)
    dated = event.date.year if event.date and event.date_sure else None
    wrong = answer.verdict is Verdict.CONTRADICTED and event.binds and saying.kind in {"join", event.action}
    return (Fix(year, str(dated)),) if wrong and year and dated else ()


def _word_fix(passage: Passage, said: str, right: str, verb: Span) -> tuple[Fix, ...]:
    """Exchange the verb together with its preposition, only where the grammar is sure to hold."""
    for wrong, better in _NOUN_FIXES.get((said, right), {}).items():
        end = verb.start + len(wrong)
        if passage.between(verb.start, end).lower() == wrong and not passage.between(end, end + 1).isalpha():
            follows = passage.between(end, end + 4).lower().lstrip()
            if " " not in wrong and follows.startswith(("by", "in", ".", ",")):
                return ()
            return (Fix(Span(verb.start, end), better),)
    return ()
