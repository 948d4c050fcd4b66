"""What the review screen shows: people, remarks and quoted words, gathered from a story and its decisions."""

from dataclasses import dataclass, field

from markupsafe import Markup

from amanat.core import (
    DeskError,
    Direction,
    Document,
    Finding,
    Person,
    Protection,
    Review,
    Room,
    Span,
)
from amanat.desk.decided import Settled, key_of
from amanat.desk.opened import Story
from amanat.publish.markup import block
from amanat.review.decide import Ruling

_QUOTE = 160
_OF_ONE_PERSON = frozenset({"I001", "I002", "I004", "I005", "I007"})
"""Rules of the identity room that say something of a person: their cards show it."""


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
    for mask in sorted(story.review.masks, key=lambda m: (m.kind.value != "NAME", m.risk.value, m.span.start)):
        if mask.person:
            labels.setdefault(mask.person, mask.label)
    rulings = story.result.decisions.rulings
    about: dict[Span, list[Finding]] = {}
    for finding in story.review.findings:
        if finding.room is Room.IDENTITY and finding.span and finding.code in _OF_ONE_PERSON:
            about.setdefault(finding.span, []).append(finding)
    out = []
    for person in story.review.people:
        spans = dict.fromkeys(m.span for m in person.mentions)
        own = tuple(sorted((f for s in spans for f in about.get(s, ())), key=lambda f: f.order))
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
    numbers, taken = _numbers(story), set[str]()
    return [
        Remark(
            _number(key_of(group[0]), numbers, taken),
            group[0],
            tuple(dict.fromkeys(key_of(f) for f in group)),
            tuple(sorted({f.span for f in group if f.span})),
            settled.get(key_of(group[0])),
        )
        for group in groups
    ]


def _number(key: str, numbers: dict[str, int], taken: set[str]) -> int:
    """Return a number no other remark has: one rule may say two things of one place."""
    while key in taken:
        key += "+"
    taken.add(key)
    return numbers.setdefault(key, len(numbers) + 1)


def _numbers(story: Story) -> dict[str, int]:
    """Number what was found before any decision: a remark keeps its number while others come and go."""
    found = sorted(story.reading.review.findings, key=lambda f: (-f.severity.rank, f.order))
    return {key: number for number, key in enumerate(dict.fromkeys(key_of(f) for f in found), 1)}
