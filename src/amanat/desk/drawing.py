"""Draws the review screen: what is known of a story becomes pieces of HTML; most are the same after a decision.

The text is cut here and not in the browser: Python counts code points, a browser counts UTF-16 units.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from amanat.core import Direction, Mask, Part, PartKind, Protection, Review, Room, TraceKind
from amanat.desk.opened import Story
from amanat.desk.render import page
from amanat.desk.screen import VERSION, Screen
from amanat.desk.series import profiles
from amanat.desk.shown import View, quote, sentence_around, view
from amanat.publish.markup import Mark, block, on_parts
from amanat.publish.masking import masked
from amanat.publish.overview import role_name
from amanat.read.parts import parts_of

if TYPE_CHECKING:
    from amanat.desk.calls import Call

LISTED = 200
"""Remarks on one screen, and hidden details: settle these, and the next ones come up."""
PIECES = ("status", "nobody", "details", "more", "settled-count", "series", "law", "help")
"""What is filled into elements that stay; persons, remarks and blocks of the texts come beside them."""
VIEWS = ("marked", "side", "difference")
_TAGS = {PartKind.HEADLINE: "h2"}


def screen_of(call: "Call", story: Story, way: str) -> Screen:
    """Draw a story as somebody sees it, in one of the `VIEWS`."""
    seen = view(story)
    near = story.beside(profiles(call.state.open_vault(), call.user), call.state)
    draw = _Drawing(call, story, {"seen": seen, "story": story, "near": near, "listed": LISTED})
    details = [m for m in story.review.masks if m.person and m.kind is not TraceKind.NAME]
    pieces = {name: draw.piece(name, details=details) for name in PIECES if name != "law"}
    pieces["law"] = draw.once("law", (story.review.claims, story.review.figures))
    marks = _marks(story.review, seen) if way != "difference" else _changes(story.review)
    pieces |= {
        f"b{number}": _drawn(story.document.at(part.span), part.direction, own)
        for number, (part, own) in enumerate(on_parts(story.document, marks))
    }
    drawn = {
        "cards": {f"p-{c.person.id}": draw.once("card", c) for c in seen.cards},
        "masks": {f"m-{m.span.start}": draw.once("mask", m) for m in details[:LISTED]},
        "open": {f"r{r.number}": draw.once("remark", r) for r in seen.open[:LISTED]},
        "settled": {f"r{r.number}": draw.once("remark", r) for r in seen.settled[:LISTED]},
        "safe": dict(_safe(story)) if way == "side" else {},
    }
    items = {id_: html for each in drawn.values() for id_, html in each.items()}
    return Screen(pieces, items, {name: tuple(each) for name, each in drawn.items()})


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws parts of one story's screen; those that show the same as before are not drawn again."""

    call: "Call"
    story: Story
    values: Mapping[str, Any]

    def piece(self, name: str, **more: object) -> str:
        """Draw a piece from its template."""
        document = self.story.document
        values = {
            **self.values,
            "quote": lambda span: quote(document, span),
            "line": lambda span: document.text.count("\n", 0, span.start) + 1,
            "context": lambda span: sentence_around(document, span),
            "role_name": role_name,
            "rooms": list(Room),
            "fact": self.call.state.facts.get,
            "version": VERSION,
            **more,
        }
        return page(self.call, f"part/{name}.html", values)

    def once(self, name: str, shown: Hashable) -> str:
        """Draw a piece that depends on one value alone, or take it as it was drawn before."""
        key = (self.story.id, self.call.speech.tag, name, shown)
        html = self.call.state.fragments.get(key)
        if html is None:
            html = self.call.state.fragments[key] = self.piece(name, shown=shown)
        return html


def frame_of(story: Story) -> list[tuple[str, Part]]:
    """Return tag and part of each block, in order: what the pieces `b0`, `b1` … are filled into."""
    return [(_TAGS.get(part.kind, "p"), part) for part in story.document.parts]


def _marks(review: Review, seen: View) -> list[Mark]:
    hidden = {p.id for p in review.people if p.protection is not Protection.NAME}
    marks = [
        Mark(m.span, "hide" if m.person or m.label.startswith("[") else "reworded", _label(m)) for m in review.masks
    ]
    marks += [Mark(k.span, "keep") for k in review.keeps if k.person not in hidden]
    for remark in seen.open[:LISTED]:
        marks += [
            Mark(span, str(remark.finding.room), _reference(f"r{remark.number}", str(remark.number), nth))
            for nth, span in enumerate(remark.places)
        ]
    marks += [Mark(c.span, "claim", _reference(f"c{n}", f"§{n}", 0)) for n, c in enumerate(review.claims, 1)]
    marks += [Mark(f.span, "figure", _reference(f"f{n}", f"№{n}", 0)) for n, f in enumerate(review.figures, 1)]
    return sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))


def _label(mask: Mask) -> str:
    return f'<span class="label" dir="auto">{escape(mask.label)}</span>' if mask.label else ""


def _changes(review: Review) -> list[Mark]:
    return [
        Mark(m.span, "gone", f'<ins class="label" dir="auto">{escape(m.label)}</ins>' if m.label else "")
        for m in review.masks
    ]


def _reference(target: str, sign: str, nth: int) -> str:
    name = f' id="at-{target}"' if nth == 0 else ""
    return f'<a class="ref" dir="ltr"{name} href="#{target}" tabindex="-1">{sign}</a>'


@lru_cache(maxsize=4096)
def _drawn(words: str, direction: Direction, marks: tuple[Mark, ...]) -> str:
    """Draw a block; most blocks are the same after a decision as before it. Emptied when the desk locks."""
    return str(block(words, direction, marks))


def forget_drawn() -> None:
    """Drop every block drawn: they hold words of stories."""
    _drawn.cache_clear()


def _safe(story: Story) -> Iterator[tuple[str, str]]:
    shown = story.document.shown
    safe = masked(story.document.text[:shown], [m for m in story.review.masks if m.span.end <= shown]).text
    for number, part in enumerate(parts_of(safe)[1]):
        words = _drawn(safe[part.span.start : part.span.end], part.direction, ())
        tag = _TAGS.get(part.kind, "p")
        yield (
            f"s{number}",
            f'<{tag} id="s{number}" lang="{escape(part.language)}" dir="{part.direction}">{words}</{tag}>',
        )
