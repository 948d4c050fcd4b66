"""Where somebody else speaks: quoted stretches, and whether the words are a survivor's own."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amanat.core import Document, Person, Role, Scene, Span

_QUOTE = re.compile(
    r"“(?:[^“”]|“[^“”]{0,400}”){2,1500}(?:”|$)|\"[^\"]{2,1500}\"|«[^»]{2,1500}»|„[^“”]{2,1500}[“”]|``.{2,1500}?''|`[^`]{2,200}`"
    r"|(?<!\S)”(?=\S)[^“”]{2,1500}[“”]|(?<!\S)’(?=[\u0600-\u06ff])[^‘’]{2,800}[‘’]"  # Urdu turns them round
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){2,800}’(?!\w)|(?<![\w'])'(?:[^']|(?<=\w)'(?=\w)){2,800}'(?![\w'])"
    r"|(?<![^\s(,:])\"(?=\S)[^\"]{2,1500}$"  # goes on in the next paragraph
    r"|^[ \t]*(?:>|[—–] ?(?=\w)).{2,3000}",
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|we|us|our)\b|میں |مجھے|میری|میرا|ہم ", re.IGNORECASE)
_SPEECH = 4  # words; fewer between quotation marks are a coined or doubted word, not speech
_WRAPPED = 40  # lines at most that old wire copy is wrapped into, one paragraph
_REACH = 160  # code points around a quotation in which its speaker is looked for
_OFFICIAL = re.compile(
    r"\b(?:police|officer|official|spokes\w+|minister|SSP|DSP|SHO|ASP|DIG|inspector|lawyer|counsel|advocate|judge|court|"
    r"neighbou?r|resident|supervisor|owner|prosecut\w+|mother|father|uncle|accused|suspect)s?\b",
    re.IGNORECASE,
)
_SURVIVOR = re.compile(r"\b(?:survivors?|victims?|she|woman|girl|worker|migrant|complainant)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:I|me|my|we were|we are)\b(?P<between>(?:[ ,]+[\w'’-]+){0,7}?)[ ,]*(?:an? |the |his |her |their )?$",
    re.IGNORECASE,
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
        begin, end = self._paragraph(span.start)
        if begin not in self._lines:
            words = self.text[begin:end].replace("\n", " ")
            self._lines[begin] = [Span(*match.span()).shift(begin) for match in _QUOTE.finditer(words)]
        spans = self._lines[begin]
        at = bisect_right(spans, span.start, key=lambda q: q.start) - 1
        return spans[at] if at >= 0 and span.start < spans[at].end else None

    def _paragraph(self, place: int) -> tuple[int, int]:
        """Return begin and end of the line a place stands in, with the lines it was wrapped into."""
        begin, end = self.text.rfind("\n", 0, place) + 1, self.text.find("\n", place)
        for _ in range(_WRAPPED):
            if not (begin and self._breaks_off(begin - 1)):
                break
            begin = self.text.rfind("\n", 0, begin - 1) + 1
        for _ in range(_WRAPPED):
            if end < 0 or not self._breaks_off(end):
                break
            end = self.text.find("\n", end + 1)
        return begin, len(self.text) if end < 0 else end

    def _breaks_off(self, newline: int) -> bool:
        """Tell whether a line ends in the middle of a sentence: old wire copy is wrapped at 70 letters."""
        before = self.text[max(0, newline - 4) : newline].rstrip(" \t")[-1:]
        behind = self.text[newline + 1 : newline + 9].lstrip(" \t")[:1]
        return (before.isalnum() or before in tuple(",;–—-")) and behind.islower()

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
