"""Stretches of a text that are read in one go: a paragraph, and for endless ones a few sentences of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from amanat.core import Document, Part, PartKind, Span
from amanat.dignity import folding
from amanat.dignity.folding import Copy
from amanat.languages import Language, language

LONGEST = 2000
"""Code points; a longer paragraph is read in pieces, so that no pattern ever sees more."""
_LINE_END = 2  # code points between two lines, at most
_WRAPPED = re.compile(r"[\w,;–—-]['\"’”]?[ \t]*\Z")
_PASHTO_ONLY = re.compile(r"[ټډښږځڅڼېۍ]")
_CUT = re.compile(r"[.!?۔؟]['\"’”)]*\s+|\s+")


@dataclass(frozen=True)
class Block:
    """One stretch, with what is known of it."""

    document_text: str
    span: Span
    kind: PartKind
    language: Language
    opens: bool
    """Whether the document begins with it."""

    @cached_property
    def copies(self) -> tuple[tuple[str, Copy], ...]:
        """The folded copies to read, each with the name of the rules that read it."""
        text = self.document_text
        if self.language.tag == "ur-Latn":
            return (("roman", folding.roman(text, self.span)),)
        if self.language.tag == "ur":
            found = [("ur", folding.urdu(text, self.span))]
            if _PASHTO_ONLY.search(text, self.span.start, self.span.end):
                found.append(("ps", folding.pashto(text, self.span)))
            return tuple(found)
        return (("en", folding.latin(text, self.span)),)

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return self.language.sentences(self.document_text, self.span)

    def sentence(self, span: Span) -> Span:
        """Return the sentence a stretch begins in, as far as this block goes."""
        return next((s for s in self._sentences if s.start <= span.start < s.end), self.span)


def blocks(document: Document, wanted: Callable[[Span], bool] | None = None) -> Iterator[Block]:
    """Cut a document into blocks, in order.

    Args:
        document: the story.
        wanted: tells whether the blocks of a paragraph are worth making; all are, where it is not given.

    Lines that break off in the middle of a sentence belong to one block: old wire copy is wrapped at 70 letters.
    """
    opens = True
    spoken: dict[str, Language] = {}
    for kind, tag, span in _joined(document):
        if wanted and not wanted(span):
            opens = False
            continue
        if tag not in spoken:
            spoken[tag] = language(tag)
        for piece in _pieces(document.text, span):
            yield Block(document.text, piece, kind, spoken[tag], opens)
            opens = False


def _joined(document: Document) -> Iterator[tuple[PartKind, str, Span]]:
    open_: Part | None = None
    start = 0
    for part in document.parts:
        if open_ and not _continues(document.text, open_, part):
            yield open_.kind, open_.language, Span(start, open_.span.end)
            open_ = None
        if open_ is None:
            start = part.span.start
        open_ = part
    if open_:
        yield open_.kind, open_.language, Span(start, open_.span.end)


def _continues(text: str, before: Part, part: Part) -> bool:
    if part.span.start - before.span.end > _LINE_END:
        return False
    if before.kind is not PartKind.BODY or part.kind is not PartKind.BODY or before.language != part.language:
        return False
    gap = text[before.span.end : part.span.start]
    first = text[part.span.start : part.span.start + 8].lstrip()[:1]
    tail = text[max(before.span.start, before.span.end - 8) : before.span.end]
    return gap in {"\n", "\r\n"} and first.islower() and bool(_WRAPPED.search(tail))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        end = _cut(text, start, start + LONGEST)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _cut(text: str, start: int, limit: int) -> int:
    """Cut after the last sentence that fits, else at the last blank, else hard."""
    blank = stop = 0
    for match in _CUT.finditer(text, start + 1, limit):
        blank = match.end()
        if not match.group()[0].isspace():
            stop = match.end()
    return stop or blank or limit
