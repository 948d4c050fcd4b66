"""Where somebody else speaks: quoted stretches, and whether the words are a survivor's own."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amanat.core import Document, Person, Role, Scene, Span

_QUOTE = re.compile(
    r"“[^”\n]{2,1500}(?:”|$|(?=\n))|\"[^\"\n]{2,1500}\"|«[^»\n]{2,1500}»|„[^“”\n]{2,1500}[“”]"
    r"|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){2,800}’(?!\w)|(?<![\w'])'(?:[^'\n]|(?<=\w)'(?=\w)){2,800}'(?![\w'])"
    r"|^[ \t]*>[^\n]{2,3000}",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b|میں |مجھے|میری|میرا|ہم ", re.IGNORECASE)
_SPEECH = 4  # words; fewer between quotation marks are a coined or doubted word, not speech
_REACH = 160  # code points around a quotation in which its speaker is looked for
_OFFICIAL = re.compile(
    r"\b(?:police|officer|official|spokes\w+|minister|SSP|DSP|SHO|ASP|DIG|inspector|lawyer|counsel|advocate|judge|court|"
    r"neighbou?r|resident|supervisor|owner|prosecut\w+|mother|father|uncle|accused|suspect)s?\b",
    re.IGNORECASE,
)
_SURVIVOR = re.compile(r"\b(?:survivors?|victims?|she|woman|girl|worker|migrant|complainant)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:I|me|my|we were|we are)\b(?P<between>(?:[ ,]+[\w'’-]+){0,7}?)[ ,]*(?:an? |the |his |her |their )?$", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:she|he|they|them|him|her|met|meet|saw|see|interview\w*|spoke|speak|ask(?:ed)?|heard|visit\w*|know|knew|found|"
    r"believe|think|report\w*|understand)\b",
    re.IGNORECASE,
)
_VICTIMS = frozenset({Role.VICTIM, Role.MINOR_VICTIM})


@dataclass(frozen=True)
class Quotes:
    """The quoted stretches of one text, in order and side by side."""

    text: str
    victims: tuple[Span, ...]
    """Where victims are named or described."""
    _lines: dict[int, list[Span]] = field(default_factory=dict)
    """The quotations of the lines asked about so far, by the place where the line begins."""

    @classmethod
    def of(cls, document: Document, scene: Scene) -> "Quotes":
        """Look at a document; quotations are found line by line, as they are asked for."""
        return cls(document.text, tuple(sorted(_mentions(p for p in scene.people if p.role in _VICTIMS))))

    def around(self, span: Span) -> Span | None:
        """Return the quotation that a stretch begins in, marks included; quotations do not cross lines."""
        line = self.text.rfind("\n", 0, span.start) + 1
        if line not in self._lines:
            end = self.text.find("\n", span.start)
            found = _QUOTE.finditer(self.text, line, len(self.text) if end < 0 else end)
            self._lines[line] = [Span(*match.span()) for match in found]
        spans = self._lines[line]
        at = bisect_right(spans, span.start, key=lambda q: q.start) - 1
        return spans[at] if at >= 0 and span.start < spans[at].end else None

    def is_speech(self, quote: Span) -> bool:
        """Tell speech from a single doubted word."""
        return len(self.text[quote.start : quote.end].split()) >= _SPEECH

    def is_own_voice(self, quote: Span) -> bool:
        """Tell whether a quotation is, as far as can be seen, a survivor speaking of herself or himself."""
        if not _FIRST_PERSON.search(self.text, quote.start, quote.end):
            return False
        low, high = max(0, quote.start - _REACH), min(len(self.text), quote.end + _REACH)
        before, after = self.text[low : quote.start], self.text[quote.end : high]
        frame = before.rpartition("\n")[2][-80:] + " " + after.partition("\n")[0][:80]
        if any(low <= mention.start < high for mention in self.victims):
            return True
        return bool(_SURVIVOR.search(frame)) and not _OFFICIAL.search(frame)

    def is_own_telling(self, span: Span, sentence: Span) -> bool:
        """Tell whether the words are said, outside quotation marks, by somebody of herself or himself (`I was …`)."""
        told = _TELLS.search(self.text, sentence.start, span.start)
        return told is not None and not _OTHERS.search(told["between"])


def _mentions(people: Iterable[Person]) -> Iterator[Span]:
    for person in people:
        yield from (mention.span for mention in person.mentions)
