"""Put the answers of the rooms together: in order of place, on grapheme edges, masks side by side."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

import regex

from amanat.core import (
    Answer,
    Claim,
    Document,
    Figure,
    Finding,
    Fix,
    Help,
    Keep,
    Mask,
    Mention,
    Person,
    Review,
    Room,
    Scene,
    Span,
    on_grapheme_edges,
    pieces,
)
from amanat.identity import LabelStyle, styled
from amanat.review.keeping import idle, keep
from amanat.review.unread import unread

_WORDS = regex.compile(r"[^\s\p{P}](?:.*[^\s\p{P}])?", regex.DOTALL)

Marked = TypeVar("Marked", Keep, Claim, Figure)
Placed = TypeVar("Placed", Keep, Claim, Figure, Fix, Mask, Mention)


def gather(document: Document, scene: Scene, answers: Iterable[Answer], codes: Container[str] | None = None) -> Review:
    """Make one Review of the answers of all rooms; their order does not matter.

    Args:
        document: the story.
        scene: who is in it.
        answers: one of each room.
        codes: of all rules, so that an editor's comment with another is told of; such are not looked for when None.
    """
    given = list(answers)
    help_ = next((answer.help for answer in given if answer.help), Help(present=False, services=()))
    masks = (_on_edges(document, m) for a in given for m in a.masks)
    found = {_snapped(document, f) for answer in given for f in answer.findings if _to_be_told(document, f)}
    found |= set(unread(document))
    findings, kept = keep(document, sorted(found, key=lambda f: (f.order, f.message, repr(f))))
    if codes is not None:
        findings = tuple(sorted((*findings, *idle(document, codes)), key=lambda f: (f.order, f.message, repr(f))))
    return Review(
        digest=document.digest,
        language=document.language,
        characters=len(document.text),
        jurisdictions=scene.jurisdictions,
        people=tuple(_person(document, person) for person in scene.people),
        masks=_side_by_side(document, masks),
        keeps=_sorted(document, chain.from_iterable(a.keeps for a in given)),
        findings=findings,
        claims=_sorted(document, chain.from_iterable(a.claims for a in given)),
        figures=_sorted(document, chain.from_iterable(a.figures for a in given)),
        help=help_,
        kept=kept,
    )


def relabelled(found: Review, style: LabelStyle) -> Review:
    """Give the masks of a review, and the fixes that put them in, the labels of a style."""
    if style is LabelStyle.ROLE:
        return found
    masks = styled(found.masks, style)
    label = {mask.span: mask.label for mask in masks}
    findings = tuple(
        replace(f, fixes=tuple(replace(fix, replacement=label.get(fix.span, fix.replacement)) for fix in f.fixes))
        if f.room is Room.IDENTITY
        else f
        for f in found.findings
    )
    return replace(found, masks=masks, findings=findings)


def renumbered(found: Review, labels: Mapping[str, str]) -> Review:
    """Give people other labels wherever theirs are said: in masks, in fixes, and in what is told of them.

    Args:
        found: the review.
        labels: `[girl 1]` to `[girl 3]`; labels that are not in it stay.
    """
    if all(old == new for old, new in labels.items()):
        return found
    pattern = regex.compile("|".join(regex.escape(label) for label in labels))

    def said(words: str) -> str:
        return pattern.sub(lambda m: labels[m.group()], words)

    findings = tuple(
        replace(
            f,
            message=said(f.message),
            remedy=said(f.remedy),
            fixes=tuple(replace(fix, replacement=said(fix.replacement)) for fix in f.fixes),
        )
        if f.room is Room.IDENTITY
        else f
        for f in found.findings
    )
    return replace(
        found, masks=tuple(replace(m, label=labels.get(m.label, m.label)) for m in found.masks), findings=findings
    )


def _sorted(document: Document, marks: Iterable[Marked]) -> tuple[Marked, ...]:
    snapped = {_on_edges(document, mark) for mark in marks}
    return tuple(sorted(snapped, key=lambda m: (m.span, repr(m))))


def _to_be_told(document: Document, finding: Finding) -> bool:
    """In a layer that no reader sees a name leaks, but words harm nobody and nothing is stated."""
    return finding.room is Room.IDENTITY or finding.span is None or finding.span.start < document.shown


def _snapped(document: Document, finding: Finding) -> Finding:
    span = on_grapheme_edges(document.text, finding.span) if finding.span else None
    return replace(finding, span=span, fixes=tuple(_on_edges(document, fix) for fix in finding.fixes))


def _person(document: Document, person: Person) -> Person:
    return replace(person, mentions=tuple(_on_edges(document, m) for m in person.mentions))


def _on_edges(document: Document, mark: Placed) -> Placed:
    """Widen a mark to whole written characters; nearly all are left as they are."""
    span = on_grapheme_edges(document.text, mark.span)
    return mark if span is mark.span else replace(mark, span=span)


def _side_by_side(document: Document, masks: Iterable[Mask]) -> tuple[Mask, ...]:
    """Where masks overlap, one label speaks: the longest mask's, a direct one's before a quasi one's.

    The words that the others cover beyond it stay covered, under their own labels: nothing hidden comes back.
    """
    ranked = sorted(set(masks), key=lambda m: (m.risk.value, -len(m.span), m.span.start, m.person, m.kind, m.label))
    if not ranked:
        return ()
    stretches = pieces(max(mask.span.end for mask in ranked), (mask.span for mask in ranked))
    out: list[Mask] = []
    for span, over in stretches:
        if not over:
            continue
        mask = ranked[min(over)]
        if out and out[-1].span.end == span.start and _alike(out[-1], mask):
            out[-1] = replace(mask, span=Span(out[-1].span.start, span.end))
        else:
            out.append(mask if mask.span == span else replace(mask, span=span))
    given = set(ranked)
    return tuple(part for mask in out for part in ((mask,) if mask in given else _without_rims(document, mask)))


def _alike(one: Mask, other: Mask) -> bool:
    return (one.person, one.kind, one.risk, one.label) == (other.person, other.kind, other.risk, other.label)


def _without_rims(document: Document, mask: Mask) -> Iterator[Mask]:
    """Give what is left of an overlapped mask without the blanks and commas at its rims; nothing if that was all."""
    words = _WORDS.search(document.text, mask.span.start, mask.span.end)
    if words:
        bare = Span(*words.span())
        yield replace(mask, span=bare) if on_grapheme_edges(document.text, bare) == bare else mask
