"""Read a document with the phrase rules: sieve, whole pattern, exceptions, field, roles."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from amanat.core import Document, PartKind, Role, Scene, Span
from amanat.dignity import folding
from amanat.dignity.blocks import Block, blocks
from amanat.dignity.field import Field
from amanat.dignity.folding import Copy
from amanat.dignity.names import Proper
from amanat.dignity.pattern import Met, Stretch, finds, places
from amanat.dignity.phrase import Phrase
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.shelf import Shelf
from amanat.dignity.usage import in_a_name, unsaid
from amanat.registers import Registers

_TITLES = re.compile(
    r"Suppression of Immoral Traffic|Immoral Traffic \(Prevention\) Act|Illegal Migration Act"
    r"|Optional Protocol|Sale of Children|Special Rapporteur|\b(?:Prevention|Protection|Abolition|Eradication) of [A-Z]"
    r"|\b[A-Z]\w+ \([A-Z]\w+\) (?:Act|Ordinance)|\bConvention (?:on|against|concerning)\b"
)
_TITLE = 140  # code points
_ALT = re.compile(r"!\[[^\]\n]{1,300}\]|\balt=[\"'][^\"'\n]{1,300}[\"']|\bsrc=[\"'][^\"'\n]{1,300}[\"']")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule and the words it speaks of."""

    phrase: Phrase
    span: Span
    words: str
    """The matched words, folded: only for counting repeats and agreement in number; never leaves this room."""
    sentence: Span
    """The sentence the words begin in."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked about a document while its blocks are read."""

    text: str
    around: Field
    roles: tuple[tuple[Span, Role], ...]
    """Where people are mentioned, in order, and their roles."""
    proper: Proper
    stories: dict[str, bool] = field(default_factory=dict)
    """What was asked about the whole story."""

    def tells(self, pattern: str) -> bool:
        """Tell whether the story holds something anywhere."""
        if pattern not in self.stories:
            self.stories[pattern] = finds(pattern, self.text)
        return self.stories[pattern]


def hits(
    document: Document,
    scene: Scene,
    book: Rulebook,
    registers: Registers,
    around: Field | None = None,
    *,
    done: Container[str] = (),
) -> Iterator[Hit]:
    """Yield every place where a phrase rule speaks, before caps and overlaps; those of one rule in order of place.

    Args:
        document: the story.
        scene: who is in it.
        book: which rules speak.
        registers: names that keep their wording.
        around: the field of the document, where it has been looked for already.
        done: codes of rules that have said all they may; it may grow while the hits are taken.
    """
    roles = tuple(sorted((m.span, p.role) for p in scene.people for m in p.mentions))
    proper = Proper.of(document.text, scene, registers)
    known = _Known(document.text, around or Field.of(document.text), roles, proper)
    met: dict[Shelf, Met] = {}
    for block in blocks(document, None if book.speaks_anywhere else known.around.near):
        in_field = known.around.covers(block.span.start, block.span.end)
        if not in_field and not book.speaks_anywhere:
            continue
        for name, copy in block.copies:
            rules = book.shelf(name, in_field=in_field)
            stretch = Stretch.of(copy.text)
            for phrase, ways in rules.candidates(stretch, met.setdefault(rules, {})):
                if phrase.code not in done and _stands_here(phrase, block, copy):
                    found = places(ways, stretch, exact_case=phrase.exact_case)
                    yield from _speaking(phrase, found, block, copy, known)


def _speaking(
    phrase: Phrase, found: Iterable[tuple[int, int]], block: Block, copy: Copy, known: _Known
) -> Iterator[Hit]:
    for start, end in found:
        span = copy.span(start, end)
        sentence = block.sentence(span)
        if phrase.field and not known.around.covers(span.start, span.end):
            continue
        if phrase.silent_for and _nearest(known.roles, span, sentence) in phrase.silent_for:
            continue
        if _excepted(phrase, block, sentence) or not _fits_story(phrase, known):
            continue
        if known.proper.covers(span, sentence) or unsaid(known.text, span, sentence):
            continue
        if block.kind is not PartKind.HEADLINE and in_a_name(known.text, span):
            continue
        yield Hit(phrase, span, copy.text[start:end], sentence)


def _fits_story(phrase: Phrase, known: _Known) -> bool:
    if phrase.story and not known.tells(phrase.story):
        return False
    return not (phrase.story_unless and known.tells(phrase.story_unless))


def _stands_here(phrase: Phrase, block: Block, copy: Copy) -> bool:
    if phrase.form == "headline":
        # A title that ends in an exclamation mark reads like a sentence, so the reader may have called it body text.
        return block.kind is PartKind.HEADLINE or (block.opens and len(block.span) <= _TITLE)
    if phrase.form == "caption":
        return block.kind is PartKind.CAPTION or bool(_ALT.search(copy.text))
    return True


def _excepted(phrase: Phrase, block: Block, sentence: Span) -> bool:
    """Look at the sentence: something else must stand there, or something there excuses the words."""
    if not (phrase.near or phrase.unless or phrase.titles):
        return False
    fold = folding.urdu if phrase.lang == "ur" else folding.latin
    words = fold(block.document_text, sentence).text
    if phrase.titles and _TITLES.search(words):
        return True
    if phrase.near and not finds(phrase.near, words):
        return True
    return any(finds(pattern, words) for pattern in phrase.unless)


def _nearest(roles: tuple[tuple[Span, Role], ...], span: Span, sentence: Span) -> Role | None:
    """Return the role of the person of the sentence who stands nearest to the words."""
    near = [(min(abs(m.start - span.end), abs(span.start - m.end)), role) for m, role in roles if m.overlaps(sentence)]
    return min(near)[1] if near else None
