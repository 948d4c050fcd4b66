"""What an editor wants to see of a review, in the order of need. Holds words of the story: for the editor only."""

from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core import (
    Claim,
    Document,
    Figure,
    Finding,
    Identifier,
    Person,
    Protection,
    Review,
    Role,
    Severity,
    Span,
    TraceKind,
    Verdict,
)

ROLES = {
    Role.MINOR_VICTIM: "child victim",
    Role.VICTIM_FAMILY: "victim's family",
    Role.OTHER_PUBLIC: "public person",
    Role.OTHER_PRIVATE: "private person",
    Role.NGO: "organisation worker",
}
"""Roles whose own word is not plain enough."""

VERDICTS = {
    Verdict.SUPPORTED: "✓ agrees with the register",
    Verdict.CONTRADICTED: "✗ contradicts the register",
    Verdict.IMPRECISE: "≈ not precise",
    Verdict.OUTDATED: "✗ out of date",
    Verdict.UNVERIFIED: "? not confirmed in the register",
    Verdict.UNKNOWN: "? the register has nothing on it",
}
"""What the register says, with a sign that needs no colour."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing a rule has to say, with all places it says it of."""

    number: int
    finding: Finding
    """The first of its kind."""
    places: tuple[Span, ...]
    """Empty when it is about the whole story."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person of the story, for the editor."""

    person: Person
    label: str
    """What stands in the safe version; empty when the name stays."""
    role: str
    first: Span | None
    """Where the person is first named, or else described."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A review, gathered for reading."""

    remarks: tuple[Remark, ...]
    """Gravest first, then by place."""
    hidden: tuple[Actor, ...]
    open: tuple[Actor, ...]
    """The editor decides."""
    named: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    hides_a_name: bool
    """Whether any name at all is hidden. If none is, the safe version must not look safer than it is."""
    wrong_numbers: int
    """How many telephone numbers the safe version leaves out because they are known to be wrong (A002)."""

    def count(self, severity: Severity) -> int:
        """Tell how many remarks of one severity there are, every place counted."""
        return sum(max(1, len(r.places)) for r in self.remarks if r.finding.severity is severity)


def overview(review: Review) -> Overview:
    """Gather a review for reading."""
    labels: dict[str, str] = {}
    for mask in sorted(review.masks, key=lambda m: (m.kind.value != "NAME", m.risk.value, m.span)):
        labels.setdefault(mask.person, mask.label)
    actors = [_actor(person, labels.get(person.id, "")) for person in review.people]
    return Overview(
        remarks=_remarks(review.findings),
        hidden=_of(actors, Protection.PROTECT),
        open=_of(actors, Protection.EDITOR),
        named=_of(actors, Protection.NAME),
        claims=review.claims,
        figures=review.figures,
        hides_a_name=any(mask.kind is TraceKind.NAME for mask in review.masks),
        wrong_numbers=sum(
            m.kind is TraceKind.PHONE and not m.person and m.risk is Identifier.QUASI for m in review.masks
        ),
    )


def line_of(document: Document, place: int) -> int:
    """Return the line of the file, counted from 1, in which a code point stands."""
    return document.text.count("\n", 0, place) + 1


def role_name(role: Role) -> str:
    """Return a role in plain words."""
    return ROLES.get(role, role.value.replace("_", " "))


def verdict_in_words(claim: Claim) -> str:
    """Return what the register says of a statement."""
    return VERDICTS[claim.verdict]


def _of(actors: Iterable[Actor], protection: Protection) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.person.protection is protection)


def _actor(person: Person, label: str) -> Actor:
    places = person.names or tuple(mention.span for mention in person.mentions)
    shown = label if person.protection is Protection.PROTECT else ""
    return Actor(person, shown, role_name(person.role), places[0] if places else None)


def _remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.severity, finding.category, finding.message, finding.remedy, finding.sources)
        alike.setdefault(key, []).append(finding)
    groups = sorted(alike.values(), key=lambda g: (-g[0].severity.rank, g[0].order))
    return tuple(
        Remark(number, group[0], tuple(sorted({f.span for f in group if f.span})))
        for number, group in enumerate(groups, start=1)
    )
