"""Find names of laws and treaties in a text: one pass over its words, one look-up per word.

Names are compared word by word, without case, hyphens, commas, brackets and years, so that `Prevention of
Trafficking in Persons Act, 2018` and `the 2018 prevention of trafficking in persons act` are one name. Short names
in capitals (PTPA) must stand in capitals.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amanat.core import Span

_WORD = re.compile(r"[^\W_]+")
_SPELLINGS = {"labor": "labour", "organised": "organized"}
_YEAR_BEFORE = re.compile(r"\b((?:1[89]|20)\d\d)[ ,-]{1,2}$")
_YEAR_BEHIND = re.compile(r"[ ,.]{0,2}\(?(?:of )?((?:1[89]|20)\d\d)(?!\d|[,./]\d|-\d)")
_JOINERS = frozenset(" ,-–—()[]’'“”\"/\u00a0\n")
_LONGEST_GAP = 3
_ACRONYM = 8
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a name stands."""

    span: Span
    """The name with the year that belongs to it."""
    ids: tuple[str, ...]
    """What may be meant, more than one where jurisdictions share a name."""
    year: int | None
    """The year written with the name."""
    year_span: Span | None
    generic: bool
    """A short name that other countries use as well; only the story's own law is meant by it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    size: int
    """In words."""
    exact: str
    """The name as it must be written; empty when case does not matter."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a register, by its words in one spelling."""

    entries: dict[str, tuple[_Entry, ...]] = field(repr=False)
    """By phrase; what must be written in one way only comes first."""
    beginnings: frozenset[str] = field(repr=False)
    """Every run of words with which a name begins: where none fits, no longer one can."""
    firsts: frozenset[str] = field(repr=False)
    """Every word with which a name may begin in a text."""

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Names":
        """Build the index from pairs of name and id."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for name, id_ in names:
            for variant in _variants(name):
                phrase = " ".join(_same(word) for word in _WORD.findall(lowered(variant)))
                if phrase:
                    found.setdefault((phrase, _exact(variant)), {})[id_] = None
        table: dict[str, list[_Entry]] = {}
        for (phrase, exact), ids in found.items():
            table.setdefault(phrase, []).append(_Entry(phrase.count(" ") + 1, exact, tuple(ids)))
        rows = {phrase: tuple(sorted(row, key=lambda e: not e.exact)) for phrase, row in table.items()}
        begun = frozenset(phrase[:at] for phrase in rows for at in _ends(phrase))
        firsts = {phrase.partition(" ")[0] for phrase in rows}
        return cls(rows, begun, frozenset(firsts | {other for other, one in _SPELLINGS.items() if one in firsts}))

    def shared(self) -> dict[str, tuple[str, ...]]:
        """Return the names that mean more than one thing, with what they may mean."""
        return {phrase: entry.ids for phrase, row in self.entries.items() for entry in row if len(entry.ids) > 1}

    def find(self, text: str) -> tuple[Named, ...]:
        """Find every name in a text, the longest at each place."""
        return self.find_in(Words.of(text))

    def find_in(self, words: "Words") -> tuple[Named, ...]:
        """Find every name in a text whose words are known, the longest at each place."""
        low, text = words.low, words.text
        places = sorted(at for word in self.firsts & words.every for at in _places(low, word))
        out: list[Named] = []
        done = 0
        for start, end in places:
            if start < done:
                continue
            hit = self._at(text, low, start, end)
            if hit:
                entry, stop = hit
                out.append(_named(text, start, stop, entry))
                done = out[-1].span.end
        return tuple(out)

    def _at(self, text: str, low: str, start: int, end: int) -> tuple[_Entry, int] | None:
        """Return the longest name that begins with the word between two places, and where it ends."""
        run, last, stop = _same(low[start:end]), start, end
        hit = self._entry(run, text[start:stop])
        for match in _WORD.finditer(low, end):
            run = f"{run} {_same(match.group())}"
            lone = stop - last == 1
            if run not in self.beginnings or not _joined(text[stop : match.start()], match.group(), lone=lone):
                break
            last = match.start()
            stop = match.end()
            hit = self._entry(run, text[start:stop]) or hit
        return (hit[0], start + hit[1]) if hit else None

    def _entry(self, phrase: str, written: str) -> tuple[_Entry, int] | None:
        row = self.entries.get(phrase)
        return next(((e, len(written)) for e in row if e.exact in {"", written}), None) if row else None


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words once, for several indexes of names."""

    text: str = field(repr=False)
    low: str = field(repr=False)
    """In small letters, offset by offset."""
    every: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut a text."""
        low = lowered(text)
        return cls(text, low, frozenset(_WORD.findall(low)))


@dataclass(frozen=True, slots=True)
class Written:
    """Names that count only as they are written, capitals and all: of states, of provinces."""

    by_first: dict[str, tuple[str, ...]] = field(repr=False)
    """By first word in small letters, the longest first."""

    @classmethod
    def of(cls, names: Iterable[str]) -> "Written":
        """Index some names."""
        table: dict[str, list[str]] = {}
        for name in names:
            first = _WORD.search(lowered(name))
            if first:
                table.setdefault(first.group(), []).append(name)
        return cls({first: tuple(sorted(row, key=len, reverse=True)) for first, row in table.items()})

    def find_in(self, words: Words) -> Iterator[tuple[int, str]]:
        """Find where one of them stands by itself, in order of place, the longest at each."""
        text, done = words.text, 0
        firsts = self.by_first.keys() & words.every
        for at, first in sorted((at, word) for word in firsts for at, _ in _places(words.low, word)):
            names = self.by_first[first] if at >= done else ()
            name = next((n for n in names if text.startswith(n, at) and not _goes_on(text, at + len(n))), None)
            if name:
                done = at + len(name)
                yield at, name


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()


def _ends(phrase: str) -> Iterator[int]:
    """Where each word of a phrase ends."""
    yield from (at for at, mark in enumerate(phrase) if mark == " ")
    yield len(phrase)


def _places(low: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands by itself in a text in small letters."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
            yield at, end
        at = low.find(word, end)


def lowered(text: str) -> str:
    """Return a text in small letters without moving an offset (a few letters become two, these stay)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _same(word: str) -> str:
    return _SPELLINGS.get(word, word)


def _named(text: str, start: int, end: int, entry: _Entry) -> Named:
    generic = bool(entry.exact) or entry.size <= 2  # noqa: PLR2004 - two words are no country's own
    behind = _YEAR_BEHIND.match(text, end)
    if behind:
        closed = behind.end() + (text[behind.end() : behind.end() + 1] == ")" and "(" in behind.group())
        return Named(Span(start, closed), entry.ids, int(behind[1]), Span(*behind.span(1)), generic)
    before = _YEAR_BEFORE.search(text, max(0, start - 7), start)
    if before:
        return Named(Span(before.start(), end), entry.ids, int(before[1]), Span(*before.span(1)), generic)
    return Named(Span(start, end), entry.ids, None, None, generic)


def _joined(between: str, following: str, *, lone: bool) -> bool:
    """Tell whether a name may go on after this gap; `lone` says that a single letter stands before it."""
    if between == " ":
        return True
    if between == ".":  # P.P.C.
        return len(following) == 1
    if between in {". ", ".’s ", ".'s "}:  # Convention No. 182, U.N. protocol
        return lone or following.isdecimal()
    return len(between) <= _LONGEST_GAP and all(mark in _JOINERS for mark in between)


def _exact(name: str) -> str:
    plain = name.strip()
    return plain if plain.isupper() and " " not in plain and len(plain) <= _ACRONYM and plain.isalnum() else ""


def _variants(name: str) -> Iterable[str]:
    """Yield a name without its year, without what stands in brackets, and with the other words for the same."""
    plain = re.sub(r",?\s*\b(?:1[89]|20)\d\d\b\s*(?:\([^)]*\))?\s*$", "", name).strip(" ,")
    plain = re.sub(r"^(?:1[89]|20)\d\d\s+", "", plain)
    if " " not in plain and not plain.isupper() and plain != name:
        plain = name  # `Rules 2020` without its year would be any rules
    forms = {plain, _BRACKETS.sub(" ", plain), plain.partition(", supplementing")[0], plain.partition(" (No.")[0]}
    for form in tuple(forms):
        forms.add(re.sub(r"\bUnited Nations\b", "UN", form))
        forms.add(re.sub(r",\s*\d{4}$", "", form))
        forms.add(re.sub(r"\bConvention (?:No\.? ?)?(?=C?\d)", "Conventions ", form))
    for form in tuple(forms):
        forms.add(re.sub(r"\b(?:United Nations|UN)\b", "U.N.", form))
    for form in forms:
        yield form
        if re.search(r"\bAct\b", form):
            yield re.sub(r"\bAct\b", "Bill", form)
        if re.search(r"\(Amendment\) Bill\b", form):
            yield re.sub(r"\bBill\b", "Act", form)
