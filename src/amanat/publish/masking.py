"""Put labels where the masks are, so that the sentence still reads."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from amanat.core import Cover, Identifier, Kept, Mask, Span, TraceKind
from amanat.languages import language

_ARTICLES = "an?|the"
_DETERMINED = re.compile(r"\[(?:an?|the|his|her|their|its)\s", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^\s*|[.!?…][”’\"')\]]*\s+|\n\s*)[“‘\"'(]*$")
_REACH = 40  # code points looked at before a label; a sentence start or an article is found in fewer


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with labels in it."""

    text: str
    labels: tuple[Mask, ...] = ()
    """The masks that put the labels there, in order; each span is where its label stands in this text."""
    kept: tuple[tuple[Span, int], ...] = field(default=(), compare=False)
    """Stretches of the text before that stand unchanged in this one, in order, each with where it begins here."""
    began: tuple[int, ...] = field(default=(), compare=False)
    """For each label, where in the text before the words that it hides began."""


def masked(text: str, masks: Iterable[Mask]) -> Masked:
    """Replace each stretch by its label.

    A label at the start of a sentence gets a capital; an article before a label that brings its own determiner is
    dropped, and so are words that the label says again (`her father [her father]`); the same label twice in a row,
    with only blanks between, stands once, and a hidden kinship goes with the hidden name behind it.

    Args:
        text: the text the masks speak of.
        masks: what to hide; they must not overlap.
    """
    out: list[str] = []
    labels: list[Mask] = []
    kept: list[tuple[Span, int]] = []
    began: list[int] = []
    length, at, tail, previous = 0, 0, "", ""
    for mask in _kin_with_names(text, masks):
        before, between = at, _led_up_to(mask.label, text[at : mask.span.start])
        at = mask.span.end
        if previous.casefold() == mask.label.casefold() and not between.strip(" \t"):
            continue
        if between:
            kept.append((Span(before, before + len(between)), length))
        if not mask.label:
            out.append(between)
            length, tail = length + len(between), between[-_REACH:] or tail
            continue
        began.append(mask.span.start)
        label = _capital(mask.label) if _starts_sentence(tail + between) else mask.label
        start = length + len(between)
        labels.append(replace(mask, span=Span(start, start + len(label)), label=label))
        out += (between, label)
        length, tail, previous = start + len(label), label[-_REACH:], label
    if at < len(text):
        kept.append((Span(at, len(text)), length))
    return Masked("".join((*out, text[at:])), tuple(labels), tuple(kept), tuple(began))


def without_comments(masks: Iterable[Mask], kept: Iterable[Kept]) -> list[Mask]:
    """Add what takes editors' comments out of the text, whole, with whatever was to be hidden inside them."""
    gone = sorted({note.comment for note in kept})
    cover = Cover(gone)
    left = [mask for mask in masks if not cover.touches(mask.span)]
    return [*left, *(Mask(span, "", TraceKind.OTHER, Identifier.QUASI, "") for span in gone)]


def _kin_with_names(text: str, masks: Iterable[Mask]) -> list[Mask]:
    """`Her father, Sheraz …` is one label, not two: the kinship goes with the name behind it."""
    out: list[Mask] = []
    for mask in sorted(masks, key=lambda m: m.span):
        last = out[-1] if out else None
        kin = last is not None and last.kind is TraceKind.RELATION and mask.kind is TraceKind.NAME
        if last is not None and kin and text[last.span.end : mask.span.start] in {" ", ", "}:
            out[-1] = replace(mask, span=Span(last.span.start, mask.span.end))
        else:
            out.append(mask)
    return out


def masked_again(before: Masked, masks: Iterable[Mask]) -> Masked:
    """Hide more in a text in which labels stand already; `masks` must come from `still_to_hide`."""
    more = list(masks)
    gone = {label for mask in more for label in _over(before.labels, mask.span)}
    kept = [label for label in before.labels if label not in gone]
    return masked(before.text, [*kept, *more])


def still_to_hide(before: Masked, masks: Iterable[Mask]) -> list[Mask]:
    """Leave out masks that would only label a label, widen those that would cut one in two, join what then overlaps."""
    out: list[Mask] = []
    for mask in sorted(masks, key=lambda m: m.span):
        over = [label.span for label in _over(before.labels, mask.span)]
        if any(span.covers(mask.span) for span in over) or _stands_already(before.text, mask):
            continue
        wide = replace(mask, span=_around([mask.span, *over]))
        if out and out[-1].span.overlaps(wide.span):
            graver = min(out[-1], wide, key=lambda m: m.risk.value)  # "direct" sorts before "quasi"
            wide = replace(graver, span=_around([out.pop().span, wide.span]))
        out.append(wide)
    return out


def _over(labels: tuple[Mask, ...], span: Span) -> tuple[Mask, ...]:
    """Return the labels that a stretch touches; labels are in order and apart, so they are neighbours."""
    first = bisect_right(labels, span.start, key=lambda label: label.span.end)
    last = bisect_left(labels, span.end, key=lambda label: label.span.start)
    return labels[first:last]


def _around(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _stands_already(text: str, mask: Mask) -> bool:
    """Tell whether the stretch lies in brackets that say just what its label says."""
    reach = len(mask.label)
    start = text.rfind("[", max(0, mask.span.start - reach), mask.span.start + 1)
    end = text.find("]", mask.span.end - 1, mask.span.end + reach)
    return start >= 0 and end >= 0 and text[start : end + 1].casefold() == mask.label.casefold()


def _led_up_to(label: str, before: str) -> str:
    """Drop what the label says again: an article before its own, and `her father` before `[her father]`."""
    inner = re.escape(label.strip("[]"))
    said_again = re.compile(rf"(?<!\w)(?:{inner}|{_ARTICLES if _DETERMINED.match(label) else inner}) +$", re.IGNORECASE)
    while again := said_again.search(before, max(0, len(before) - _REACH - len(label))):
        before = before[: again.start()]
    return before


def _starts_sentence(before: str) -> bool:
    """Tell whether a sentence starts behind these words; the stop of `No.` or `Dr.` ends none."""
    before = before[-_REACH:]
    end = _SENTENCE_START.search(before)
    if not end:
        return False
    words = before[: end.start()].split()
    last = words[-1].lower().lstrip("(“\"'[") if words else ""
    return not (end.group().startswith(".") and (last in language("en").abbreviations or len(last) == 1))


def _capital(label: str) -> str:
    for place, letter in enumerate(label):
        if letter.isalpha():
            return label[:place] + letter.upper() + label[place + 1 :]
    return label
