"""The machine-readable form of a review: one JSON object a document, ASCII only, quoting nothing of the story.

The one exception is `edition.text`, which was made to leave the house. Fields are added, never renamed or removed.
"""

import json
from collections.abc import Iterable

from amanat.core import (
    AmanatError,
    Claim,
    Edition,
    Figure,
    Finding,
    Keep,
    Kept,
    Mask,
    Person,
    Review,
    Service,
    Span,
    Trace,
)

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def line(record: dict[str, Json]) -> str:
    r"""Return a record as one line of ASCII; letters beyond it, lone surrogates in paths too, become `\uXXXX`."""
    return json.dumps(record, ensure_ascii=True, allow_nan=False)


def review_record(path: str, review: Review, edition: Edition | None) -> dict[str, Json]:
    """Return what `amanat review --format json` says of one document.

    Args:
        path: as it was given in the call.
        review: the outcome.
        edition: the safe version; None when none could be proven, which shows as `"text": null`.
    """
    return {
        "document": {
            "path": path,
            "digest": review.digest,
            "language": review.language,
            "jurisdictions": list(review.jurisdictions),
            "characters": review.characters,
        },
        "people": [_person(person) for person in review.people],
        "masks": [_mask(mask) for mask in review.masks],
        "keeps": [_keep(keep) for keep in review.keeps],
        "findings": [_finding(finding) for finding in review.findings],
        "claims": [_claim(claim) for claim in review.claims],
        "figures": [_figure(figure) for figure in review.figures],
        "help": {"present": review.help.present, "services": [_service(s) for s in review.help.services]},
        "kept": [_kept(kept) for kept in review.kept],
        "edition": {"text": edition.text if edition else None, "proven": bool(edition and edition.proven)},
    }


def identify_record(path: str, traces: Iterable[Trace]) -> dict[str, Json]:
    """Return what `amanat identify --format json` says of one document."""
    return {
        "document": {"path": path},
        "spans": [
            {**_span(t.span), "kind": t.kind.value, "identifier": t.identifier.value, "score": round(t.score, 4)}
            for t in traces
        ],
    }


def error_record(path: str, error: AmanatError) -> dict[str, Json]:
    """Return the line of a document that could not be read."""
    return {"document": {"path": path}, "error": {"code": error.code, "message": error.message}}


def _span(span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end}


def _person(person: Person) -> dict[str, Json]:
    return {
        "id": person.id,
        "role": person.role.value,
        "protection": person.protection.value,
        "is_child": person.is_child,
        "reason": person.reason,
        "mentions": [{**_span(m.span), "kind": m.kind.value} for m in person.mentions],
    }


def _mask(mask: Mask) -> dict[str, Json]:
    return {
        **_span(mask.span),
        "person": mask.person,
        "kind": mask.kind.value,
        "risk": mask.risk.value,
        "label": mask.label,
    }


def _keep(keep: Keep) -> dict[str, Json]:
    return {**_span(keep.span), "person": keep.person}


def _finding(finding: Finding) -> dict[str, Json]:
    place: dict[str, Json] = _span(finding.span) if finding.span else {"start": None, "end": None}
    return {
        "code": finding.code,
        "room": finding.room.value,
        **place,
        "severity": finding.severity.value,
        "category": finding.category,
        "message": finding.message,
        "remedy": finding.remedy,
        "sources": [{"title": source.title, "url": source.url} for source in finding.sources],
        "fixes": [{**_span(fix.span), "replacement": fix.replacement} for fix in finding.fixes],
    }


def _kept(kept: Kept) -> dict[str, Json]:
    return {
        "code": kept.code,
        "reason": kept.reason.value,
        "comment": _span(kept.comment),
        "places": [_span(place) for place in kept.places],
    }


def _claim(claim: Claim) -> dict[str, Json]:
    return {**_span(claim.span), "kind": claim.kind.value, "verdict": claim.verdict.value, "fact": claim.fact}


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        **_span(figure.span),
        "stage": figure.stage.value,
        "count": figure.count,
        "unit": figure.unit,
        "place": figure.place,
        "period": figure.period,
    }


def _service(service: Service) -> dict[str, Json]:
    return {"id": service.id, "name": service.name, "why": list(service.why)}
