"""What is hidden, and for whom. A kept name is never touched; a quasi-identifier is hidden only where it attaches."""

import re
from collections.abc import Iterator
from dataclasses import replace

from amanat.core import (
    Cover,
    Document,
    Identifier,
    Keep,
    Mask,
    MentionKind,
    Person,
    Protection,
    Scene,
    Span,
    Trace,
    TraceKind,
)
from amanat.identity.labels import in_language, labelled, name_labels, trace_label
from amanat.identity.scope import Scope, about, others, protected
from amanat.identity.scope import whose as whose_at
from amanat.languages.lexicon import lexicon

_FLOOR = {TraceKind.DATE: 0.5, TraceKind.OTHER: 0.6}
_LEFT_ALONE = re.compile(
    r"help\s?line|hotline|toll[- ]free|call (?:us|on)|contact us|write to|e-?mail us|ہیلپ لائن", re.IGNORECASE
)
_WHOLE_STORY = {TraceKind.CASE_NUMBER, TraceKind.VILLAGE, TraceKind.SCHOOL}
"""These lead to the person wherever they stand; other details only in sentences about the person."""
_LINKED = re.compile(r"(?:[’']s?)?[\s,]*")
_SMALL = (TraceKind.VILLAGE, TraceKind.ADDRESS, TraceKind.SCHOOL)
_IN_NAMES = {"kot", "chak", "deh", "goth", "nagar", "abad", "garden", "hills", "new", "old", "upper", "lower"}
_TELLING = 4  # letters; shorter pieces of names occur by chance
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W\d_]+)*")
_ARABIC = re.compile(r"[\u0600-\u06FF]")
_ON = re.compile(r"\bon $", re.IGNORECASE)
_MONTH = re.compile(r"\[[A-Z][a-z]+(?: \d{4})?\]$|\[\d{4}\]$")
_NUMBERS = {TraceKind.PHONE, TraceKind.ID_NUMBER}


def masks_of(document: Document, scene: Scene, scope: Scope | None = None) -> tuple[Mask, ...]:
    """Return every mask, direct ones first where two compete, labelled in the language of the block it stands in.

    Args:
        document: the story.
        scene: who is in it.
        scope: which sentences speak of whom; worked out when left out.
    """
    known = about(document, scene) if scope is None else scope
    masks = _masks(document, scene, known)
    return tuple(_labelled(m, in_language(m.label, _tongue(document, m.span))) for m in masks)


def _labelled(mask: Mask, label: str) -> Mask:
    return mask if label == mask.label else replace(mask, label=label)


def _tongue(document: Document, span: Span) -> str:
    part = document.part_at(span.start)
    return part.language if part else document.language


def _masks(document: Document, scene: Scene, scope: Scope) -> tuple[Mask, ...]:
    people = protected(scene)
    if not people:
        return tuple(_numbers(document, scene, ""))
    kept = [*others(scene), *(Span(a, b) for a, b in labelled(document.text))]
    labels = name_labels(people)
    direct = [Mask(span, p.id, TraceKind.NAME, Identifier.DIRECT, labels[p.id]) for p in people for span in p.names]
    direct += [*_addresses(document, scene, people, scope), *_numbers(document, scene, people[0].id)]
    stays = Cover(kept)
    direct = [m for m in direct if not stays.touches(m.span)]
    quasi = [m for m in _quasi(document, scene, scope) if not stays.touches(m.span)]
    quasi += [m for m in _again(document, scene, quasi) if not stays.touches(m.span)]
    named = Cover(m.span for m in direct)
    return (*direct, *(piece for m in quasi for piece in _around(m, named, document.text)))


def keeps_of(scene: Scene) -> tuple[Keep, ...]:
    """Return the names that must stay readable: people in public roles, and institutions."""
    named = [
        Keep(m.span, p.id)
        for p in scene.people
        if p.protection is Protection.NAME
        for m in p.mentions
        if m.kind is MentionKind.NAME
    ]
    return (*named, *(Keep(span, "") for span in scene.institutions))


def _numbers(document: Document, scene: Scene, person: str) -> Iterator[Mask]:
    """Card and phone numbers of private people are hidden in every story; helplines stay."""
    for trace in scene.traces:
        if trace.kind in _NUMBERS and trace.score >= 0.8 and not _public(document, trace.span):  # noqa: PLR2004
            yield Mask(trace.span, person, trace.kind, Identifier.DIRECT, trace_label(trace.kind, "", ""))


def _public(document: Document, span: Span) -> bool:
    """Tell whether the words around a number or address, up to the end of the sentence, offer it to the public."""
    before = re.split(r"[.;۔]\s|\n", document.text[max(0, span.start - 80) : span.start])[-1]
    after = re.split(r"[.;۔]\s|\n", document.text[span.end : span.end + 40])[0]
    return bool(_LEFT_ALONE.search(before) or _LEFT_ALONE.search(after))


def _addresses(document: Document, scene: Scene, people: tuple[Person, ...], scope: Scope) -> Iterator[Mask]:
    """E-mail addresses, handles, coordinates and `#JusticeFor…`: with a name inside everywhere, else beside a person.

    Hashtags without a name and contact lines stay.
    """
    for trace in (t for t in scene.traces if t.kind is TraceKind.OTHER):
        words = document.at(trace.span).lower()
        whose = next((p.id for p in people if any(part in words for part in _parts(document, p))), "")
        if not whose and trace.identifier is Identifier.DIRECT:
            beside = whose_at(scope, trace.span)
            whose = "" if _public(document, trace.span) else beside
        if whose:
            yield Mask(trace.span, whose, TraceKind.OTHER, Identifier.DIRECT, trace_label(TraceKind.OTHER, "", ""))


def _parts(document: Document, person: Person) -> set[str]:
    """Return the parts of a person's name that are long enough to be seen inside another word, in small letters."""
    return {w.lower() for span in person.names for w in re.findall(r"[^\W\d_]{4,}", document.at(span))}


def _quasi(document: Document, scene: Scene, scope: Scope) -> Iterator[Mask]:
    adults = _not_theirs(document, scene)
    for trace in scene.traces:
        if (
            trace.identifier is not Identifier.QUASI
            or trace.score < _FLOOR.get(trace.kind, 0.5)
            or trace.value == "hashtag"
        ):
            continue
        whose = whose_at(scope, trace.span)
        if not whose and trace.kind in _WHOLE_STORY:
            whose = protected(scene)[0].id
        if not whose or (trace.kind is TraceKind.AGE and trace.span in adults) or _part_of_body(document, scene, trace):
            continue
        label = trace_label(trace.kind, trace.value, document.at(trace.span))
        yield _dated(document, Mask(trace.span, whose, trace.kind, Identifier.QUASI, label))


def _dated(document: Document, mask: Mask) -> Mask:
    """A day becomes its month, and `on 3 March` therefore `in March`."""
    on = _ON.search(document.text, max(0, mask.span.start - 4), mask.span.start)
    if mask.kind is not TraceKind.DATE or not on or not _MONTH.match(mask.label):
        return mask
    start = mask.span.start - len("on ")
    return replace(mask, span=Span(start, mask.span.end), label=f"[in {mask.label.strip('[]')}]")


def _again(document: Document, scene: Scene, masks: list[Mask]) -> Iterator[Mask]:
    """The name of a small place that was hidden once is hidden wherever it stands: `Neighbours in Kot Sabzal …`."""
    words = lexicon(document.language)
    told: set[Span] = set()
    named: set[str] = set()
    taken = Cover([*(m.span for m in masks), *scene.institutions])
    known = Cover(p.span for p in scene.places)
    plain = (words.words("localities"), words.words("schools"), words.common, words.words("not_names"))
    for mask in sorted((m for m in masks if m.kind in _SMALL), key=lambda m: _SMALL.index(m.kind)):
        own = [
            Span(mask.span.start + m.start(), mask.span.start + m.end()) for m in _WORD.finditer(document.at(mask.span))
        ]
        core = [
            s
            for s in own
            if (low := document.at(s).lower()) in _IN_NAMES or not (known.touches(s) or any(low in p for p in plain))
        ]
        if not core or not (document.at(core[0])[0].isupper() or _ARABIC.match(document.at(core[0]))):
            continue
        name = document.text[core[0].start : core[-1].end]
        if len(name) < _TELLING or name in named:
            continue
        named.add(name)
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text):
            span = Span(*match.span())
            if not taken.touches(span) and span not in told:
                told.add(span)
                yield Mask(span, mask.person, mask.kind, mask.risk, mask.label)


def _part_of_body(document: Document, scene: Scene, trace: Trace) -> bool:
    """`Catholic` in the name of an organisation says nothing about a person; the area of a police station does."""
    if trace.kind is TraceKind.ADDRESS and document.at(trace.span).lower().endswith(
        ("police station", "police limits")
    ):
        return False
    touching = [b for b in scene.institutions if b.overlaps(trace.span)]
    if trace.kind is TraceKind.SCHOOL:
        return any(len(b) > len(trace.span) for b in touching)
    return bool(touching)


def _not_theirs(document: Document, scene: Scene) -> set[Span]:
    """Ages that stand with somebody who is not to be protected: `the suspect, 34`, `a 44-year-old man`."""
    ends = {n.end for n in others(scene)}
    out = set()
    for trace in scene.traces:
        if trace.kind is not TraceKind.AGE:
            continue
        after = document.text[trace.span.end : trace.span.end + 25]
        before = document.text[max(0, trace.span.start - 3) : trace.span.start]
        follows = any(trace.span.start - gap in ends for gap in range(len(", (") + 1)) and bool(
            re.match(r"[,(\s]", before[-1:] or " ")
        )
        if follows or re.match(r"\s+(?:\w+\s+)?(?:man|men|suspect|accused|teacher|cleric|shopkeeper|driver)\b", after):
            out.add(trace.span)
    return out


def _around(mask: Mask, direct: Cover, text: str) -> Iterator[Mask]:
    """Cut a quasi mask where a direct one overlaps it, so that nothing it covered comes bare again.

    What links the pieces (`’s`, a comma) stays, so that the sentence still reads: `[girl 1]’s [a relative]`.
    """
    edge = mask.span.start
    for other in direct.over(mask.span):
        if other.start > edge and text[edge : other.start].strip(" ,.;:()’'\"s"):
            yield Mask(Span(edge, other.start), mask.person, mask.kind, mask.risk, mask.label)
        edge = max(edge, other.end)
        link = _LINKED.match(text, edge, mask.span.end)
        edge = link.end() if link else edge
    if edge < mask.span.end and (edge == mask.span.start or text[edge : mask.span.end].strip(" ,.;:()’'\"s")):
        yield Mask(Span(edge, mask.span.end), mask.person, mask.kind, mask.risk, mask.label)


def exposed(trace: Trace) -> bool:
    """Tell whether a trace alone gives somebody away."""
    return trace.identifier is Identifier.DIRECT
