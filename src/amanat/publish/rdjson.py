"""Reviews as rdjson, the form reviewdog reads to put remarks beside changed lines.

Columns are counted in bytes of UTF-8 from 1 (reviewdog's `rdf.proto`). Remarks about a whole story have no range.
"""

from collections.abc import Iterable, Iterator

from amanat.core import Document, Finding, Review, Severity, Span
from amanat.publish.contract import Json
from amanat.publish.lines import Lines

_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.SUGGESTION: "INFO",
    Severity.NOTE: "INFO",
}


def rdjson(reviews: Iterable[tuple[Document, Review]]) -> dict[str, Json]:
    """Return one diagnostic result for all reviews of a call; it quotes nothing of the stories."""
    found: list[Json] = [diagnostic for pair in reviews for diagnostic in _diagnostics(*pair)]
    return {"source": {"name": "amanat"}, "diagnostics": found}


def _diagnostics(document: Document, review: Review) -> Iterator[Json]:
    lines = Lines.of(document)
    yield from (_diagnostic(document, lines, finding) for finding in review.findings)


def _diagnostic(document: Document, lines: Lines, finding: Finding) -> Json:
    location: dict[str, Json] = {"path": document.name}
    if finding.span:
        location["range"] = _range(lines, finding.span)
    code: dict[str, Json] = {"value": finding.code}
    url = next((source.url for source in finding.sources if source.url.startswith("http")), "")
    if url:
        code["url"] = url
    suggestions: list[Json] = [{"range": _range(lines, f.span), "text": f.replacement} for f in finding.fixes]
    return {
        "message": " ".join(filter(None, (finding.message, finding.remedy))),
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "code": code,
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(lines: Lines, span: Span) -> Json:
    return {"start": _position(lines, span.start), "end": _position(lines, span.end)}


def _position(lines: Lines, place: int) -> Json:
    return {"line": lines.line(place) + 1, "column": lines.utf8(place) + 1}
