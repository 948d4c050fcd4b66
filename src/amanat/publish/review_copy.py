"""The editor's copy: the Word file as it came, with a comment on each finding and each fix as a tracked change.

A hidden name is replaced by its label in every place, also where no comment stands: accepting all leaves none behind.

For the desk only: it holds the whole original. What leaves the house is a safe copy.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core import Block, Document, Finding, Fix, Identifier, Layer, PublishError, Review, Severity, Span
from amanat.read.cage import caged

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_SIGNS = {Severity.ERROR: "●●●", Severity.WARNING: "●●", Severity.SUGGESTION: "●", Severity.NOTE: "○"}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLACES = {
    Layer.HEADER: "in a page header",
    Layer.FOOTER: "in a page footer",
    Layer.FOOTNOTE: "in a footnote",
    Layer.ENDNOTE: "in an endnote",
    Layer.TEXT_BOX: "in a text box",
    Layer.COMMENT: "in a comment",
    Layer.DELETION: "in words that a tracked change deleted",
    Layer.HIDDEN: "in hidden text",
    Layer.FIELD: "in the code of a field",
    Layer.ALT_TEXT: "in the description of a picture",
    Layer.PROPERTY: "in the properties of the file (author, title …)",
    Layer.NAME: "in a name inside the file (bookmark, style …)",
    Layer.LINK: "in the address of a link",
    Layer.DATA: "in data inside the file",
    Layer.EMBEDDED: "in a file inside the file",
    Layer.PICTURE: "in a picture",
}
Plan = dict[str, tuple[list[object], list[object]]]
"""For each part of the file its comments and its fixes, as `marks.mark` takes them."""


def review_copy(document: Document, review: Review, data: bytes) -> bytes:
    """Return the Word file with the review in it.

    Args:
        document: what was read from the file.
        review: what was found in it.
        data: the file's bytes; they are not changed.

    Raises:
        PublishError: P002 the review is of another text, P012 the document is no Word file.
        ReadError: the file cannot be marked.
    """
    if review.digest != document.digest:
        raise PublishError("P002", "this review speaks of another text; review this one first")
    if document.layout is None or not document.name.lower().endswith(SUFFIXES):
        raise PublishError("P012", "only Word files (.docx) can carry comments; use the HTML report for this one")
    plan = _plan(document, review)
    question = [[part, comments, fixes] for part, (comments, fixes) in plan.items()]
    return caged("amanat.read.ooxml.marks:mark", data, question).files[0]  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Anchors:
    """Which stretches of which part a span of the text stands for."""

    blocks: tuple[Block, ...]

    @property
    def main(self) -> str:
        """The part that comments can hang on."""
        return next((block.part for block in self.blocks if block.layer is Layer.BODY and _numbered(block)), "")

    @property
    def opening(self) -> list[object]:
        """The first words of the main part, for what is said of the whole."""
        block = next((b for b in self.blocks if b.layer is Layer.BODY and b.part == self.main and _numbered(b)), None)
        return _stretches(block, block.span)[:1] if block else []

    def at(self, span: Span) -> Iterator[Block]:
        """Yield the blocks that a span touches."""
        return (block for block in self.blocks if block.span.overlaps(span))

    def body(self, span: Span) -> list[object]:
        """Return the stretches in the running text that a span touches; empty when it lies elsewhere."""
        found = (b for b in self.at(span) if b.layer is Layer.BODY and b.part == self.main)
        return [stretch for block in found for stretch in _stretches(block, span)]


def _plan(document: Document, review: Review) -> Plan:
    anchors = _Anchors(document.layout.blocks if document.layout else ())
    plan: Plan = {}
    for finding in review.findings if anchors.opening else ():  # a file without running text has no place for them
        on = anchors.body(finding.span) if finding.span else []
        where = "" if on or finding.span is None else _where(anchors, finding.span)
        comment: object = [_lines(finding, where), on or anchors.opening]
        comments = plan.setdefault(anchors.main, ([], []))[0]
        if comment not in comments:
            comments.append(comment)
    for fix in _chosen(review):
        for block in anchors.at(fix.span):
            on = _stretches(block, fix.span)
            if on and block.layer.shown and block.span.covers(fix.span):
                plan.setdefault(block.part, ([], []))[1].append([on, _clean(fix.replacement)])
    return plan


def _where(anchors: _Anchors, span: Span) -> str:
    return next((_PLACES.get(block.layer, "in a field") for block in anchors.at(span)), "")


def _chosen(review: Review) -> list[Fix]:
    """Return one fix for each finding that has any, and a label for every hidden name wherever it stands.

    Where two would change the same words the graver finding's is taken, and a finding's before a bare label.
    """
    ranked = sorted(review.findings, key=lambda f: (-f.severity.rank, f.order))
    fixes = [finding.fixes[0] for finding in ranked if finding.fixes]
    fixes += [Fix(mask.span, mask.label) for mask in review.masks if mask.risk is Identifier.DIRECT]
    taken: list[Fix] = []
    for fix in fixes:
        at = bisect_left(taken, fix.span, key=lambda other: other.span)
        beside = taken[max(0, at - 1) : at + 1]
        if not any(fix.span.overlaps(other.span) for other in beside):
            taken.insert(at, fix)
    return taken


def _stretches(block: Block, span: Span) -> list[object]:
    """Return `[number, from, to]` for every piece of text of a block that lies in a span."""
    return [
        [run.node, max(run.span.start, span.start) - run.span.start, min(run.span.end, span.end) - run.span.start]
        for run in block.runs
        if run.node >= 0 and run.span.overlaps(span)
    ]


def _numbered(block: Block) -> bool:
    return any(run.node >= 0 for run in block.runs)


def _lines(finding: Finding, where: str) -> list[str]:
    """Return what the comment says: code and gravity, why, what to do, the choices, the sources."""
    head = f"{finding.code} {_SIGNS[finding.severity]} {finding.severity}" + (f", {where}" if where else "")
    choices = " / ".join(dict.fromkeys(f"“{fix.replacement}”" for fix in finding.fixes if fix.replacement))
    said = [head, finding.message, finding.remedy, f"Instead: {choices}" if choices else ""]
    said += [f"Source: {source.title} {source.url}".strip() for source in finding.sources]
    return [_clean(line) for line in said if line]


def _clean(words: str) -> str:
    return _ILLEGAL.sub("", words)
