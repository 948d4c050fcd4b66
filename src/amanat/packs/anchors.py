r"""The ways in which a pattern can match, and the words without which each finds nothing.

Nearly every rule names words. `\bsold (?:\w+ ){0,3}into (?:slavery|marriage)\b` can only match where `into` and one of
`slavery` and `marriage` stand, so a text is asked for its words once, and a rule is tried only where the words it needs
stand together (Cox, "Regular Expression Matching with a Trigram Index", 2012, with words in the place of trigrams).
What is read is generous: it may let a pattern through for nothing and never keeps one back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import inf

from amanat.packs.patterns import after_class, after_group

STEM = "*"
"""Ends an anchor that is the beginning of a word: `traffick*`."""
SHORTEST = 2
"""Letters of the shortest stem that is told; fewer stand nearly everywhere."""
AND = " & "
"""Between the sides of an entry."""
_EDGE, _BLANK, _ANY = "|", " ", "*"
"""In a reading: an edge of a word, a code point that is none of a word, and whatever there may be."""
_EDGES = frozenset({_EDGE, _BLANK})
_MOST = 400
"""Readings of one sequence; more are told as `whatever there may be`."""
_CHOSEN = 2
"""Words kept of one reading, the rarest: asking for a third costs more than it keeps back."""
_QUANTITY = re.compile(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})")
_LOOK = re.compile(r"\(\?(<?)([=!])")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?")
_IN_EDGES = re.compile(r"((?:\\b)?)\(\?:(.*)\)((?:\\b)?)", re.DOTALL)
_WORD = re.compile(r"\w+")
_SIMPLE_CLASS = re.compile(r"\[-?(?:[^\\\]^-]|\\[\\\]^\-.\"'’\[/()s]|-(?=\]))+\]")
_COMMON = frozenset(
    "about after been from have their them there these they this those were when where which with would".split()
)
"""Words that are commoner than their length says."""
Readings = frozenset[str]


def ways(pattern: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Cut a pattern into its alternatives, so that only those are read whose words stand in a text.

    Yields:
        Each alternative, a pattern itself, in the order in which they are tried, and what must stand where it matches,
        one entry for each way. An entry is `one other & third fourth`, or has one side only: of the words on each side,
        in small letters, one must stand. A word that ends in `*` is the beginning of one. A single empty entry says
        that no word can be told: the alternative may match anywhere.

    Args:
        pattern: a regular expression that `packs.patterns` took.
    """
    for alternative in _alternatives(pattern):
        yield alternative, _told(_Reader(alternative).read())


def _alternatives(pattern: str) -> Iterator[str]:
    """Cut at the bars that stand in no group, and those of a group that is all of it but the edges of words."""
    for piece in _cut(pattern):
        whole = _IN_EDGES.fullmatch(piece)
        inside = _cut(whole[2]) if whole and after_group(piece, len(whole[1])) == len(piece) - len(whole[3]) else []
        if whole and len(inside) > 1:
            yield from (f"{whole[1]}(?:{each}){whole[3]}" for each in inside)
        else:
            yield piece


def _cut(pattern: str) -> list[str]:
    """Cut at the bars that stand in no group and no class."""
    cuts, place = [-1], 0
    while place < len(pattern):
        if pattern[place] == "|":
            cuts.append(place)
        if pattern[place] == "(":
            place = after_group(pattern, place)
        elif pattern[place] == "[":
            place = after_class(pattern, place)
        else:
            place += 2 if pattern[place] == "\\" else 1
    return [pattern[a + 1 : b] for a, b in zip(cuts, [*cuts[1:], len(pattern)], strict=True)]


def anchors_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return what must stand where one of these words or phrases stands by itself (entries as `ways` gives them)."""
    return _told(f"{_EDGE}{''.join(map(_letter, phrase))}{_EDGE}" for phrase in words)


def _told(readings: Iterable[str]) -> tuple[str, ...]:
    """Put readings that differ in one word only into one entry."""
    found = {_rarest(reading) for reading in readings}
    if () in found:
        return ("",)
    alone = {words[0] for words in found if len(words) == 1}
    beside: dict[str, set[str]] = {}
    for first, second in (words for words in found if len(words) == _CHOSEN and alone.isdisjoint(words)):
        beside.setdefault(first, set()).add(second)
    firsts: dict[frozenset[str], list[str]] = {}
    for first, seconds in sorted(beside.items()):
        firsts.setdefault(frozenset(seconds), []).append(first)
    pairs = (f"{' '.join(ones)}{AND}{' '.join(sorted(others))}" for others, ones in firsts.items())
    return (*([" ".join(sorted(alone))] if alone else []), *pairs)


class _Reader:
    """Reads a pattern from left to right into the strings it may match, as far as these are few and can be told."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0

    def read(self) -> Readings:
        """Return the readings of the whole pattern."""
        return self._choice()

    def _choice(self) -> Readings:
        found = set(self._sequence())
        while self._take("|"):
            found |= self._sequence()
        return frozenset(found)

    def _sequence(self) -> Readings:
        items: list[Readings] = []
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            items.append(self._repeated(self._item()))
        return _joined(items)

    def _take(self, mark: str) -> bool:
        taken = self._pattern.startswith(mark, self._place)
        self._place += len(mark) if taken else 0
        return taken

    def _item(self) -> Readings:
        here, place = self._pattern[self._place], self._place
        if here == "(":
            look = _LOOK.match(self._pattern, place)
            if look:
                return self._look(look)
            opening = _OPENING.match(self._pattern, place)
            self._place = opening.end() if opening else place + 1
            found = self._choice()
            self._take(")")
            return found
        if here == "[":
            self._place = after_class(self._pattern, place)
            return _class(self._pattern[place : self._place])
        self._place += 1
        if here == "\\":
            return self._escaped()
        return frozenset({_EDGE if here in "^$" else _ANY if here == "." else _letter(here)})

    def _look(self, look: re.Match[str]) -> Readings:
        """Read a look-around, which holds no letter of the match but may tell of an edge."""
        behind, negative = bool(look[1]), look[2] == "!"
        self._place = look.end()
        start = self._place
        found = self._choice()
        inside = self._pattern[start : self._place]
        self._take(")")
        if negative:
            return frozenset({_EDGE if inside == r"\w" else ""})
        sides = (reading[-1:] if behind else reading[:1] for reading in found)
        return frozenset({_EDGE if all(side in _EDGES for side in sides) else ""})

    def _escaped(self) -> Readings:
        kind = self._pattern[self._place]
        self._place += 1
        if kind in "bAzZ":
            return frozenset({_EDGE})
        if kind in "sWnrt":
            return frozenset({_BLANK})
        return frozenset({_ANY if kind.isalnum() else _letter(kind)})

    def _repeated(self, once: Readings) -> Readings:
        quantity = _QUANTITY.match(self._pattern, self._place)
        if not quantity:
            return once
        self._place = quantity.end()
        self._place += self._pattern[self._place : self._place + 1] in ("?", "+")
        optional = quantity[0][0] in "*?" or (quantity[0][0] == "{" and int(quantity[1] or 0) == 0)
        single = quantity[0] in {"?", "{1}", "{0,1}"}
        several = once if single else frozenset({_vague(once)})
        return several | {""} if optional else several


def _joined(items: Sequence[Readings]) -> Readings:
    """Return every way to put one reading of each item behind another; the least telling items are told vaguely."""
    told = list(items)
    while _product(told) > _MOST:
        several = [n for n, item in enumerate(told) if len(item) > 1]
        if len(several) == 1:  # the words of one item are as few as they were written
            break
        costs = {n: _commonness(told[n], _all_end(told[:n])) for n in several}
        best = min(several, key=costs.__getitem__)
        worst = max(several, key=lambda n: (n != best, _is_aside(told[n]), "" not in told[n], costs[n]))
        told[worst] = frozenset({_vague(told[worst], _all_end(told[:worst]), _all_begin(told[worst + 1 :]))})
    return frozenset("".join(parts) for parts in product(*told))


def _is_aside(readings: Readings) -> bool:
    """Tell whether whole words may stand there or nothing: `(?:the )?`."""
    return "" in readings and all(reading[:1] in _EDGES or reading[-1:] in _EDGES for reading in readings if reading)


def _all_end(items: Sequence[Readings]) -> bool:
    """Tell whether what stands before ends at the edge of a word, whichever reading is taken."""
    for item in reversed(items):
        if any(reading and reading[-1] not in _EDGES for reading in item):
            return False
        if "" not in item:
            return True
    return False


def _all_begin(items: Sequence[Readings]) -> bool:
    """Tell whether what stands behind begins at the edge of a word, whichever reading is taken."""
    for item in items:
        if any(reading and reading[0] not in _EDGES for reading in item):
            return False
        if "" not in item:
            return True
    return False


def _product(items: Iterable[Readings]) -> int:
    size = 1
    for item in items:
        size *= len(item)
    return size


def _vague(readings: Readings, edge_before: bool = False, edge_behind: bool = False) -> str:  # noqa: FBT001, FBT002
    """Tell many readings as one: whatever there may be, with the edges that all of them leave."""
    given = [reading for reading in readings if reading]
    whole = "" not in readings
    begins = all(reading[0] in _EDGES for reading in given) and (whole or edge_behind)
    ends = all(reading[-1] in _EDGES for reading in given) and (whole or edge_before)
    return f"{_EDGE if begins else ''}{_ANY}{_EDGE if ends else ''}"


def _class(written: str) -> Readings:
    """Read a class of characters: each of them where they are few and plain, else any."""
    if not _SIMPLE_CLASS.fullmatch(written):
        return frozenset({_ANY})
    return frozenset(_letter(c) for c in re.sub(r"\\(.)", lambda m: " " if m[1] == "s" else m[1], written[1:-1]))


def _letter(letter: str) -> str:
    return letter.lower() if letter.isalnum() or letter == "_" else _BLANK


def _rarest(reading: str) -> tuple[str, ...]:
    """Return the rarest words of a reading, the rarest first: it is the one that is looked up."""
    return tuple(sorted(set(_words(reading)), key=lambda word: (_rank(word), word))[:_CHOSEN])


def _words(reading: str) -> Iterable[str]:
    """Yield the words of a reading whose beginning is sure."""
    for match in _WORD.finditer(reading):
        if reading[: match.start()][-1:] in _EDGES:
            whole = reading[match.end() : match.end() + 1] in _EDGES
            if whole or len(match.group()) >= SHORTEST:
                yield match.group() if whole else match.group() + STEM


def _rank(word: str) -> float:
    """Guess how common a word is from its length: twice as rare with each letter, and a stem stands for many."""
    if word in _COMMON:
        return 1.0
    return 0.5 ** len(word.rstrip(STEM)) * (2 if word.endswith(STEM) else 1)


def _commonness(readings: Readings, edge_before: bool) -> float:  # noqa: FBT001
    """Guess how often one of several readings stands somewhere; where one of them tells no word, nothing is told."""
    before = _EDGE if edge_before else _ANY
    told = (min(map(_rank, _words(f"{before}{reading}{_EDGE}")), default=inf) for reading in readings)
    return sum(told)
