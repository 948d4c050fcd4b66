"""The decisions of a story as they are kept: a list of events, each one undone by leaving it out.

Events hold places and words from closed lists. Reasons and notes are the editor's own words, so the list is sealed with
the story and is never logged.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from amanat.core import DeskError, Finding, Fix, Protection, Role, Span, TraceKind
from amanat.desk.faults import not_ours
from amanat.review.decide import Decisions, Missed, Ruling

Event = dict[str, Any]
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Log:
    """What was decided, oldest first."""

    events: tuple[Event, ...] = ()

    @classmethod
    def read(cls, data: bytes) -> "Log":
        """Read a log as `write` made it."""
        return cls(tuple(json.loads(data)["events"])) if data else cls()

    def write(self) -> bytes:
        """Return the log as bytes."""
        return json.dumps({"events": list(self.events)}).encode()

    def plus(self, event: Event) -> "Log":
        """Add an event."""
        return replace(self, events=(*self.events, event))

    def undone(self) -> "Log":
        """Leave the newest event out."""
        return replace(self, events=self.events[:-1])


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a remark."""

    how: str
    """`fix` or `keep`."""
    choice: int = 0
    """Which of the offered wordings."""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A log, read as what holds now."""

    decisions: Decisions
    settled: dict[str, Settled] = field(default_factory=dict)
    """By the key of a finding."""


def key_of(finding: Finding) -> str:
    """Return a name for a finding that stays the same when labels or wording of rules change."""
    place = f"{finding.span.start}-{finding.span.end}" if finding.span else "all"
    return f"{finding.code}.{place}.{finding.category}"


def outcome(log: Log, findings: Iterable[Finding]) -> Outcome:
    """Say what holds after all events.

    Args:
        log: the events.
        findings: what was found before any decision; wordings of fixes come from there and from nowhere else.
    """
    by_key = {key_of(f): f for f in findings}
    rulings: dict[int, Ruling] = {}
    missed: list[Missed] = []
    bare: list[Span] = []
    settled: dict[str, Settled] = {}
    for event in log.events:
        match event["do"]:
            case "rule":
                rulings[int(event["at"])] = _ruling(event)
            case "missed":
                missed.append(_missed(event))
            case "bare":
                bare.append(Span(int(event["start"]), int(event["end"])))
            case "fix" | "keep" as how:
                for key in event["keys"]:
                    settled[key] = Settled(
                        how, int(event.get("choice", 0)), str(event.get("reason", "")), str(event.get("by", ""))
                    )
            case "open":
                for key in event["keys"]:
                    settled.pop(key, None)
    fixes = tuple(f for key, s in settled.items() if s.how == "fix" and (f := _fix(by_key.get(key), s.choice)))
    return Outcome(Decisions(rulings, tuple(missed), tuple(bare), fixes), settled)


def rule(at: int, role: str, protection: str, child: str, by: str) -> Event:
    """Make the event of a decision about a person; empty words leave what was found.

    Raises:
        DeskError: W010 a word is not one of ours.
    """
    event: Event = {"do": "rule", "at": at, "by": by}
    try:
        event |= {"role": Role(role).value} if role else {}
        event |= {"protection": Protection(protection).value} if protection else {}
        event |= {"child": {"yes": True, "no": False}[child]} if child else {}
    except (ValueError, KeyError):
        raise not_ours() from None
    return event


def miss(span: Span, kind: str, role: str, by: str) -> Event:
    """Make the event of a stretch that was not found by itself.

    Raises:
        DeskError: W010 a word is not one of ours.
    """
    try:
        return {
            "do": "missed", "start": span.start, "end": span.end, "by": by,
            "kind": TraceKind(kind).value, "role": Role(role).value,
        }  # fmt: skip
    except ValueError:
        raise not_ours() from None


def settle(how: str, keys: list[str], choice: int, reason: str, by: str) -> Event:
    """Make the event of a remark that was fixed, kept or opened again.

    Raises:
        DeskError: W010 a word is not one of ours, W011 a remark is kept without a reason.
    """
    if how not in {"fix", "keep", "open"} or not keys:
        raise not_ours()
    if how == "keep" and not reason.strip():
        raise DeskError("W011", "say in a few words why this stays; whoever reads the story next will ask")
    return {"do": how, "keys": keys, "choice": choice, "reason": reason.strip()[:LONGEST_REASON], "by": by}


def lift(span: Span, reason: str, by: str) -> Event:
    """Make the event of a mask that is lifted.

    Raises:
        DeskError: W011 no reason is given.
    """
    if not reason.strip():
        raise DeskError("W011", "say in a few words why this stays; whoever reads the story next will ask")
    return {"do": "bare", "start": span.start, "end": span.end, "reason": reason.strip()[:LONGEST_REASON], "by": by}


def _ruling(event: Event) -> Ruling:
    return Ruling(
        Role(event["role"]) if "role" in event else None,
        Protection(event["protection"]) if "protection" in event else None,
        event.get("child"),
    )


def _missed(event: Event) -> Missed:
    return Missed(Span(int(event["start"]), int(event["end"])), TraceKind(event["kind"]), Role(event["role"]))


def _fix(finding: Finding | None, choice: int) -> Fix | None:
    return finding.fixes[choice] if finding and 0 <= choice < len(finding.fixes) else None
