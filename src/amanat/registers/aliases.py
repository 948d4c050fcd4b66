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
    words: tuple[str, ...]
    exact: str
    """The name as it must be written; empty when case does not matter."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a register, by first word, longest first."""

    by_first: dict[str, tuple[_Entry, ...]] = field(repr=False)
    beginnings: frozenset[tuple[str, ...]] = field(repr=False)
    """Every run of words with which a name begins: where none fits, no longer one can."""

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> "Names":
        """Build the index from pairs of name and id."""
        found: dict[tuple[tuple[str, ...], str], dict[str, None]] = {}
        for name, id_ in names:
            for variant in _variants(name):
                cut = tuple(_same(word) for word in _WORD.findall(lowered(variant)))
                if cut:
                    found.setdefault((cut, _exact(variant)), {})[id_] = None
        table: dict[str, list[_Entry]] = {}
        for (cut, exact), ids in found.items():
            table.setdefault(cut[0], []).append(_Entry(cut, exact, tuple(ids)))
        rows = {first: tuple(sorted(row, key=lambda e: -len(e.words))) for first, row in table.items()}
        begun = frozenset(cut[:n] for cut, _ in found for n in range(1, len(cut) + 1))
        return cls(rows | {other: rows[one] for other, one in _SPELLINGS.items() if one in rows}, begun)

    def shared(self) -> dict[str, tuple[str, ...]]:
        """Return the names that mean more than one thing, with what they may mean."""
        rows = (entry for row in self.by_first.values() for entry in row)
        return {" ".join(entry.words): entry.ids for entry in rows if len(entry.ids) > 1}

    def find(self, text: str) -> tuple[Named, ...]:
        """Find every name in a text, the longest at each place."""
        low = lowered(text)
        places = sorted(at for word in self.by_first.keys() & set(_WORD.findall(low)) for at in _places(low, word))
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

    def _goes_on(self, first: str, second: str) -> bool:
        return (_same(first), _same(second)) in self.beginnings

    def _at(self, text: str, low: str, start: int, end: int) -> tuple[_Entry, int] | None:
        """Return the longest name that begins with the word between two places, and where it ends."""
        entries = self.by_first[low[start:end]]
        following = _WORD.search(low, end)
        if len(entries[-1].words) > 1 and (following is None or not self._goes_on(low[start:end], following.group())):
            return None
        cut = [_same(low[start:end])]
        ends = [end]
        for match in _WORD.finditer(low, end):
            if len(cut) >= len(entries[0].words) or not _joined(text[ends[-1] : match.start()], match.group()):
                break
            cut.append(_same(match.group()))
            ends.append(match.end())
            if tuple(cut) not in self.beginnings:
                break
        for entry in entries:
            size = len(entry.words)
            if tuple(cut[:size]) == entry.words and entry.exact in {"", text[start : ends[size - 1]]}:
                return entry, ends[size - 1]
        return None


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
    generic = bool(entry.exact) or len(entry.words) <= 2  # noqa: PLR2004 - two words are no country's own
    behind = _YEAR_BEHIND.match(text, end)
    if behind:
        closed = behind.end() + (text[behind.end() : behind.end() + 1] == ")" and "(" in behind.group())
        return Named(Span(start, closed), entry.ids, int(behind[1]), Span(*behind.span(1)), generic)
    before = _YEAR_BEFORE.search(text, max(0, start - 7), start)
    if before:
        return Named(Span(before.start(), end), entry.ids, int(before[1]), Span(*before.span(1)), generic)
    return Named(Span(start, end), entry.ids, None, None, generic)


def _joined(between: str, following: str) -> bool:
    if between == " ":
        return True
    if between == ".":  # P.P.C.
        return len(following) == 1
    if between == ". ":  # Convention No. 182
        return following.isdecimal()
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
    for form in forms:
        yield form
        if re.search(r"\bAct\b", form):
            yield re.sub(r"\bAct\b", "Bill", form)
        if re.search(r"\(Amendment\) Bill\b", form):
            yield re.sub(r"\bBill\b", "Act", form)
