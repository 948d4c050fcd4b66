"""What the review screen shows, as named pieces: after a decision only those that changed are sent.

The text is cut here and not in the browser: Python counts code points, a browser counts UTF-16 units.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from amanat.core import (
    DeskError,
    Direction,
    Document,
    Finding,
    Mask,
    Part,
    PartKind,
    Person,
    Protection,
    Review,
    Room,
    Span,
)
from amanat.desk.decided import Settled, key_of
from amanat.desk.opened import Story
from amanat.desk.render import page
from amanat.desk.series import profiles
from amanat.publish.markup import Mark, block
from amanat.publish.masking import masked
from amanat.publish.overview import role_name
from amanat.read.parts import parts_of
from amanat.review.decide import Ruling

if TYPE_CHECKING:
    from amanat.desk.calls import Call

LISTED = 200
"""Remarks on one screen: settle these, and the next ones come up."""
PIECES = ("status", "people", "remarks", "series", "law", "help")
"""The panels; the blocks of the story and its safe version come beside them."""
VIEWS = ("marked", "side", "difference")
_VERSION = "@version@"
_TAGS = {PartKind.HEADLINE: "h2"}
_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing a rule says, with all places it says it of."""

    number: int
    finding: Finding
    keys: tuple[str, ...]
    places: tuple[Span, ...]
    settled: Settled | None


@dataclass(frozen=True, slots=True)
class Card:
    """One person."""

    person: Person
    anchor: int
    """Place of the first mention: the name of the person in decisions."""
    label: str
    ruling: Ruling | None
    """What was decided about them at this desk."""
    law: tuple[Finding, ...]
    """What the identity room says of them: which law binds, what gives them away, how many people fit."""


@dataclass(frozen=True, slots=True)
class View:
    """A story, gathered for the screen."""

    story: Story = field(repr=False)
    cards: tuple[Card, ...]
    open: tuple[Remark, ...]
    settled: tuple[Remark, ...]

    @property
    def review(self) -> Review:
        """The review with the decisions in it."""
        return self.story.review


def view(story: Story) -> View:
    """Gather a story for the screen."""
    remarks = _remarks(story)
    return View(
        story,
        _cards(story),
        tuple(r for r in remarks if r.settled is None),
        tuple(r for r in remarks if r.settled is not None),
    )


def pieces_of(call: "Call", story: Story, way: str) -> dict[str, str]:
    """Return every piece of the screen as HTML, by the id of the element it fills."""
    seen = view(story)
    values: dict[str, Any] = {
        "seen": seen,
        "story": story,
        "quote": lambda span: quote(story.document, span),
        "line": lambda span: story.document.text.count("\n", 0, span.start) + 1,
        "role_name": role_name,
        "rooms": list(Room),
        "listed": LISTED,
        "fact": call.state.facts.get,
        "way": way,
        "context": lambda span: sentence_around(story.document, span),
        "near": story.beside(profiles(call.state.open_vault(), call.user), call.state),
    }
    values["cards"] = [_fragment(call, story, "card", card, values) for card in seen.cards]
    values["remark"] = lambda remark: _fragment(call, story, "remark", remark, values)
    out = {name: page(call, f"part/{name}.html", values) for name in PIECES}
    marks = _marks(story.review, seen) if way != "difference" else _changes(story)
    for number, (_, words) in enumerate(_blocks(story.document, marks)):
        out[f"b{number}"] = words
    if way == "side":
        out["safe"] = "".join(_safe(story))
    return out


def _fragment(call: "Call", story: Story, name: str, shown: Card | Remark, values: dict[str, Any]) -> str:
    """Draw a card or a remark; most are the same after a decision as before it, but for the version in their forms."""
    key = (story.id, call.speech.tag, shown)
    html = call.state.fragments.get(key)
    if html is None:
        html = page(call, f"part/{name}.html", {**values, name[0]: shown, "version": _VERSION})
        call.state.fragments[key] = html
    return html.replace(f'value="{_VERSION}"', f'value="{story.version}"')


def frame_of(story: Story) -> list[tuple[str, Part]]:
    """Return tag and part of each block, in order: what the pieces `b0`, `b1` … are filled into."""
    return [(_TAGS.get(part.kind, "p"), part) for part in story.document.parts]


def place(document: Document, number: int, start: int, end: int) -> Span:
    """Turn a selection in the browser into a span.

    Args:
        document: the story.
        number: which block.
        start: first UTF-16 unit of the selection within the block.
        end: unit after its last one.

    Raises:
        DeskError: W013 nothing is selected there.
    """
    if number < len(document.parts):
        part = document.parts[number]
        units = document.at(part.span).encode("utf-16-le", "surrogatepass")
        if 0 <= start < end <= len(units) // 2:
            first, last = (len(units[: 2 * n].decode("utf-16-le", "surrogatepass")) for n in (start, end))
            words = document.text[part.span.start + first : part.span.start + last]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                return Span(part.span.start + first + lead, part.span.start + first + lead + len(words.strip()))
    raise DeskError("W013", "select the words in the story, or write them as they stand there")


def find(document: Document, words: str) -> Span:
    """Return where words stand first.

    Raises:
        DeskError: W013 they stand nowhere.
    """
    wanted = words.strip()
    start = document.text.find(wanted) if wanted else -1
    if start < 0:
        raise DeskError("W013", "select the words in the story, or write them as they stand there")
    return Span(start, start + len(wanted))


def quote(document: Document, span: Span) -> Markup:
    """Return words of the story, set apart from the frame around them."""
    part = document.part_at(span.start)
    language, direction = (part.language, part.direction) if part else (document.language, Direction.LTR)
    said = document.at(span)
    if len(said) > _QUOTE:
        said = said[:_QUOTE].rsplit(maxsplit=1)[0] + " …"
    return Markup('<bdi class="words" lang="{}" dir="{}">{}</bdi>').format(language, direction, block(said, direction))


def sentence_around(document: Document, span: Span) -> Markup:
    """Return the sentence in which a figure stands."""
    part = document.part_at(span.start)
    low, high = (part.span.start, part.span.end) if part else (span.start, span.end)
    stops = [
        i + 1 for i in range(low, span.start) if document.text[i] in ".!?۔؟" and document.text[i + 1 : i + 2].isspace()
    ]
    ends = [i + 1 for i in range(span.end, high) if document.text[i] in ".!?۔؟"]
    start, end = (stops[-1] if stops else low), (ends[0] if ends else high)
    while start < end and document.text[start].isspace():
        start += 1
    return quote(document, Span(start, min(end, start + _QUOTE * 2)) if start < end else span)


def _cards(story: Story) -> tuple[Card, ...]:
    labels: dict[str, str] = {}
    for mask in sorted(story.review.masks, key=lambda m: (m.kind.value != "NAME", m.risk.value, m.span)):
        if mask.person:
            labels.setdefault(mask.person, mask.label)
    rulings = story.result.decisions.rulings
    identity = [f for f in story.review.findings if f.room is Room.IDENTITY and f.span]
    out = []
    for person in story.review.people:
        spans = {m.span for m in person.mentions}
        own = tuple(f for f in identity if f.span in spans and f.code in {"I001", "I002", "I004", "I005", "I007"})
        anchor = person.mentions[0].span.start
        label = labels.get(person.id, "") if person.protection is Protection.PROTECT else ""
        out.append(Card(person, anchor, label, rulings.get(anchor), own))
    order = {Protection.EDITOR: 0, Protection.PROTECT: 1, Protection.NAME: 2}
    return tuple(sorted(out, key=lambda c: (order[c.person.protection], c.anchor)))


def _remarks(story: Story) -> list[Remark]:
    alike: dict[tuple[object, ...], list[Finding]] = {}
    settled = story.result.settled
    for finding in story.review.findings:
        about = settled.get(key_of(finding))
        key = (finding.code, finding.severity, finding.category, finding.message, finding.remedy, about)
        alike.setdefault(key, []).append(finding)
    groups = sorted(alike.values(), key=lambda g: (-g[0].severity.rank, g[0].order))
    numbers = _numbers(story)
    return [
        Remark(
            numbers.setdefault(key_of(group[0]), len(numbers) + 1),
            group[0],
            tuple(dict.fromkeys(key_of(f) for f in group)),
            tuple(sorted({f.span for f in group if f.span})),
            settled.get(key_of(group[0])),
        )
        for group in groups
    ]


def _numbers(story: Story) -> dict[str, int]:
    """Number what was found before any decision: a remark keeps its number while others come and go."""
    found = sorted(story.reading.review.findings, key=lambda f: (-f.severity.rank, f.order))
    return {key: number for number, key in enumerate(dict.fromkeys(key_of(f) for f in found), 1)}


@dataclass(frozen=True, slots=True)
class _Placed:
    span: Span
    kind: str
    after: str = ""


def _marks(review: Review, seen: View) -> list[_Placed]:
    hidden = {p.id for p in review.people if p.protection is not Protection.NAME}
    marks = [
        _Placed(m.span, "hide" if m.person or m.label.startswith("[") else "reworded", _label(m)) for m in review.masks
    ]
    marks += [_Placed(k.span, "keep") for k in review.keeps if k.person not in hidden]
    for remark in seen.open[:LISTED]:
        marks += [
            _Placed(span, str(remark.finding.room), _reference(f"r{remark.number}", str(remark.number), nth))
            for nth, span in enumerate(remark.places)
        ]
    marks += [_Placed(c.span, "claim", _reference(f"c{n}", f"§{n}", 0)) for n, c in enumerate(review.claims, 1)]
    marks += [_Placed(f.span, "figure", _reference(f"f{n}", f"№{n}", 0)) for n, f in enumerate(review.figures, 1)]
    return sorted(marks, key=lambda mark: mark.span)


def _label(mask: Mask) -> str:
    return f'<span class="label" dir="auto">{escape(mask.label)}</span>' if mask.label else ""


def _changes(story: Story) -> list[_Placed]:
    return [
        _Placed(m.span, "gone", f'<ins class="label" dir="auto">{escape(m.label)}</ins>' if m.label else "")
        for m in story.review.masks
    ]


def _reference(target: str, sign: str, nth: int) -> str:
    name = f' id="at-{target}"' if nth == 0 else ""
    return f'<a class="ref" dir="ltr"{name} href="#{target}" tabindex="-1">{sign}</a>'


def _blocks(document: Document, marks: Sequence[_Placed]) -> Iterator[tuple[Part, str]]:
    waiting, live = iter(marks), list[_Placed]()
    following = next(waiting, None)
    for part in document.parts:
        while following and following.span.start < part.span.end:
            live.append(following)
            following = next(waiting, None)
        live = [mark for mark in live if mark.span.end > part.span.start]
        own = tuple(_clipped(mark, part) for mark in live)
        yield part, _drawn(document.at(part.span), part.direction, own)


@lru_cache(maxsize=4096)
def _drawn(words: str, direction: Direction, marks: tuple[Mark, ...]) -> str:
    """Draw a block; most blocks are the same after a decision as before it. Emptied when the desk locks."""
    return str(block(words, direction, marks))


def forget_drawn() -> None:
    """Drop every block drawn: they hold words of stories."""
    _drawn.cache_clear()


def _clipped(mark: _Placed, part: Part) -> Mark:
    start, end = max(mark.span.start, part.span.start), min(mark.span.end, part.span.end)
    ends_here = mark.span.end <= part.span.end
    return Mark(Span(start, end).shift(-part.span.start), mark.kind, mark.after if ends_here else "")


def _safe(story: Story) -> Iterable[str]:
    safe = masked(story.document.text[: story.document.shown], _within(story)).text
    for part in parts_of(safe)[1]:
        words = _drawn(safe[part.span.start : part.span.end], part.direction, ())
        tag = _TAGS.get(part.kind, "p")
        yield f'<{tag} lang="{escape(part.language)}" dir="{part.direction}">{words}</{tag}>'


def _within(story: Story) -> list[Mask]:
    return [m for m in story.review.masks if m.span.end <= story.document.shown]
