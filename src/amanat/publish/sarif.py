"""Reviews as SARIF 2.1.0 (OASIS, 2020), the form that code hosts and viewers of static analysis read.

Nothing of the story is quoted: results point by line and by code point (`columnKind`), and fixes hold our words only.
"""

from collections.abc import Iterable

from amanat.core import AmanatError, Document, Finding, Fix, Kept, Review, RuleCard, Severity, Span
from amanat.publish.contract import Json
from amanat.publish.lines import Lines

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note", Severity.NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(
    reviews: Iterable[tuple[Document, Review]],
    cards: Iterable[RuleCard],
    version: str,
    failed: Iterable[tuple[str, AmanatError]] = (),
) -> dict[str, Json]:
    """Return one log for all reviews of a call.

    Args:
        reviews: documents and what was found in them.
        cards: the rules; those that spoke are described in the log.
        version: of this program.
        failed: paths that could not be read, and why.
    """
    given = list(reviews)
    spoken = {finding.code for _, review in given for finding in review.findings}
    spoken |= {kept.code for _, review in given for kept in review.kept}
    trouble: list[Json] = [
        {"level": "error", "message": {"text": str(error)}, "locations": [_file(path)]} for path, error in failed
    ]
    run: dict[str, Json] = {
        "tool": {
            "driver": {
                "name": "amanat",
                "semanticVersion": version,
                "rules": [_rule(card) for card in cards if card.code in spoken],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [result for pair in given for result in _results(*pair)],
        "invocations": [{"executionSuccessful": not trouble, "toolExecutionNotifications": trouble}],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(card: RuleCard) -> Json:
    rule: dict[str, Json] = {
        "id": card.code,
        "name": card.title,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": card.why},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {"tags": [card.room.value]},
    }
    url = next((source.url for source in card.sources if source.url.startswith("http")), "")
    return rule | ({"helpUri": url} if url else {})


def _results(document: Document, review: Review) -> Iterable[Json]:
    lines = Lines.of(document)
    for finding in review.findings:
        yield _result(document, lines, finding)
    for kept in review.kept:
        for place in kept.places:
            yield _suppressed(document, lines, kept, place)


def _result(document: Document, lines: Lines, finding: Finding) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(filter(None, (finding.message, finding.remedy)))},
        "locations": [_file(document.name, _region(lines, finding.span) if finding.span else None)],
        "properties": {"category": finding.category, "severity": finding.severity.value},
    }
    fixes: list[Json] = [_fix(document, lines, fix) for fix in finding.fixes]
    return result | ({"fixes": fixes} if fixes else {})


def _fix(document: Document, lines: Lines, fix: Fix) -> Json:
    replacement: dict[str, Json] = {
        "deletedRegion": _region(lines, fix.span),
        "insertedContent": {"text": fix.replacement},
    }
    changes: list[Json] = [{"artifactLocation": {"uri": document.name}, "replacements": [replacement]}]
    return {"description": {"text": "Write this instead"}, "artifactChanges": changes}


def _suppressed(document: Document, lines: Lines, kept: Kept, place: Span) -> Json:
    return {
        "ruleId": kept.code,
        "message": {"text": "Kept by an editor."},
        "locations": [_file(document.name, _region(lines, place))],
        "suppressions": [{"kind": "inSource", "justification": kept.reason.value.replace("_", " ")}],
    }


def _file(path: str, region: Json = None) -> Json:
    where: dict[str, Json] = {"artifactLocation": {"uri": path}}
    return {"physicalLocation": where | ({"region": region} if region else {})}


def _region(lines: Lines, span: Span) -> Json:
    return {
        "startLine": lines.line(span.start) + 1,
        "startColumn": lines.code_points(span.start) + 1,
        "endLine": lines.line(span.end) + 1,
        "endColumn": lines.code_points(span.end) + 1,
        "charOffset": span.start,
        "charLength": len(span),
    }
