"""Put comments and tracked changes into a Word file, touching the bytes of nothing else. Runs in the cage.

A run that a mark begins or ends in is cut in two; both halves keep its properties to the byte. What is replaced becomes
a deletion that can be rejected, its replacement an insertion that can be accepted (ECMA-376 part 1, 17.13.5). The
author is always the program; no date is written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from amanat.read import xml
from amanat.read.archive import rewritten
from amanat.read.ooxml.comments import AUTHOR, Comment, first_free, with_comments
from amanat.read.ooxml.nodes import PRINTING
from amanat.read.ooxml.package import Package
from amanat.read.splice import Change, Indexed, Node, index, spliced

Stretch = tuple[int, int, int]
"""A piece of text of a part by its number, and from and to which of its code points."""
Asked = tuple[str, list[tuple[list[str], list[Stretch]]], list[tuple[list[Stretch], str]]]
"""A part with its comments and its fixes."""
_CHANGED = frozenset({"ins", "del", "moveTo", "moveFrom"})
_WORDS = frozenset({"t", "delText"})
_FIRST_CHANGE = 900_000  # far above the ids that programs give; ids need only differ within a part


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the words it is about."""

    comment: Comment
    on: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """Words to be replaced by others."""

    on: tuple[Stretch, ...]
    replacement: str


def prepare(question: object) -> None:
    """Load what the cage will not let it load."""
    del question
    xml.prepare()
    index(b"<a/>")


def mark(data: bytes, question: list[Asked]) -> tuple[object, list[bytes]]:
    """Return the Word file with marks, and how many fixes could be tracked.

    Args:
        data: the file.
        question: `[[part, [[lines, stretches] …], [[stretches, replacement] …]] …]`; comments in the main part only,
            as programs show them nowhere else.
    """
    package = Package.open(data)
    new: dict[str, bytes] = {}
    comments: list[Comment] = []
    tracked = 0
    for part, remarks, fixes in _asked(question, first_free(package)):
        marked = _Part(index(package.archive.read(part)))
        new[part] = marked.write(remarks, fixes)
        comments += [remark.comment for remark in remarks]
        tracked += marked.tracked
    if comments:
        new |= with_comments(package, comments)
    return tracked, [rewritten(data, new)]


def _asked(question: Iterable[Asked], free: int) -> Iterator[tuple[str, list[Remark], list[Fix]]]:
    for part, comments, fixes in question:
        remarks = [
            Remark(Comment(free + n, tuple(lines)), tuple((p, a, b) for p, a, b in on))
            for n, (lines, on) in enumerate(comments)
        ]
        yield part, remarks, [Fix(tuple((p, a, b) for p, a, b in on), words) for on, words in fixes]


@dataclass(slots=True)
class _Atom:
    """The smallest piece of a run: part of a text, a sign, a drawing."""

    raw: bytes
    number: int = -1
    start: int = 0
    end: int = 0
    words: str | None = None
    """What it says, where it is a text."""
    fix: int = -1
    before: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)


class _Part:
    """One part of the file while it is marked."""

    def __init__(self, indexed: Indexed) -> None:
        self._x = indexed
        self._texts = [node for node in indexed.order if node.name in PRINTING]
        self._numbers = {id(node): number for number, node in enumerate(self._texts)}
        self._change = _FIRST_CHANGE
        self.tracked = 0

    def write(self, remarks: list[Remark], fixes: list[Fix]) -> bytes:
        """Return the part with marks."""
        able = [fix for fix in fixes if self._can_change(fix)]
        self.tracked = len(able)
        cuts: dict[int, set[int]] = {}
        for remark in remarks:
            first, last = remark.on[0], remark.on[-1]
            cuts.setdefault(first[0], set()).add(first[1])
            cuts.setdefault(last[0], set()).add(last[2])
        for number, start, end in (stretch for fix in able for stretch in fix.on):
            cuts.setdefault(number, set()).update((start, end))
        runs = {run.start: run for number in cuts if (run := self._run_of(number))}
        return spliced(self._x.data, [self._rewritten(run, cuts, remarks, able) for run in runs.values()])

    def _run_of(self, number: int) -> Node | None:
        above = self._texts[number].above if 0 <= number < len(self._texts) else None
        return above if above is not None and above.name == "r" and above.namespace == self._x.root.namespace else None

    def _can_change(self, fix: Fix) -> bool:
        """Tell whether a change can be tracked here: in whole runs of one parent, outside of other changes."""
        runs = [self._run_of(number) for number, _, _ in fix.on]
        parents = {id(run.above) for run in runs if run is not None}
        return None not in runs and len(parents) == 1 and not any(run.within(_CHANGED) for run in runs if run)

    def _rewritten(self, run: Node, cuts: dict[int, set[int]], remarks: list[Remark], fixes: list[Fix]) -> Change:
        """Return a run cut into runs, with marks between them."""
        maker = _Maker(self._x, run)
        atoms = [atom for child in run.children if child.name != "rPr" for atom in self._atoms(child, cuts, maker)]
        for number, fix in enumerate(fixes):
            self._replace(atoms, number, fix, maker)
        for remark in remarks:
            _surround(atoms, remark, maker)
        out: list[bytes] = []
        group: list[_Atom] = []
        for atom in atoms:
            if group and (atom.before or group[-1].after or atom.fix != group[-1].fix):
                out += (self._written(group, maker), *group[-1].after)
                group = []
            out += atom.before
            group.append(atom)
        out += (self._written(group, maker), *group[-1].after) if group else ()
        return Change(run.start, run.end, b"".join(out))

    def _atoms(self, child: Node, cuts: dict[int, set[int]], maker: "_Maker") -> Iterator[_Atom]:
        number = self._numbers.get(id(child), -1)
        if child.name not in _WORDS:
            yield _Atom(self._x.raw(child), number, 0, 1)
            return
        edges = sorted({0, len(child.text), *cuts.get(number, ())})
        for start, end in pairwise(edges):
            words = child.text[start:end]
            whole = (start, end) == (0, len(child.text))
            yield _Atom(self._x.raw(child) if whole else maker.text(words, child.name), number, start, end, words)

    def _replace(self, atoms: list[_Atom], number: int, fix: Fix, maker: "_Maker") -> None:
        last = fix.on[-1]
        for atom in atoms:
            if any(atom.number == n and start <= atom.start and atom.end <= end for n, start, end in fix.on):
                atom.fix = number
                if (atom.number, atom.end) == (last[0], last[2]) and fix.replacement:
                    atom.after.append(maker.change("ins", self._next(), maker.run(maker.text(fix.replacement))))

    def _written(self, group: list[_Atom], maker: "_Maker") -> bytes:
        if group[0].fix < 0:
            return maker.run(b"".join(atom.raw for atom in group))
        gone = (atom.raw if atom.words is None else maker.text(atom.words, "delText") for atom in group)
        return maker.change("del", self._next(), maker.run(b"".join(gone)))

    def _next(self) -> int:
        self._change += 1
        return self._change


def _surround(atoms: list[_Atom], remark: Remark, maker: "_Maker") -> None:
    first, last, id_ = remark.on[0], remark.on[-1], remark.comment.id
    for atom in atoms:
        if (atom.number, atom.start) == first[:2]:
            atom.before.append(maker.empty("commentRangeStart", id_))
        if (atom.number, atom.end) == (last[0], last[2]):
            atom.after += [maker.empty("commentRangeEnd", id_), maker.bare_run(maker.empty("commentReference", id_))]


class _Maker:
    """Writes elements in the words of the file: with its prefix, and a run's own tag and properties to the byte."""

    def __init__(self, indexed: Indexed, run: Node) -> None:
        opening = indexed.opening(run)
        look = run.child("rPr")
        self._tag = opening[:-2].rstrip() + b">" if opening.endswith(b"/>") else opening
        self._look = indexed.raw(look) if look else b""
        named = re.match(rb"<(?:([^\s:>/]+):)?", opening)
        prefix = named.group(1) if named else None
        self._prefix = prefix or b"w"
        self._declared = b"" if prefix else b' xmlns:w="' + escape(run.namespace).encode() + b'"'
        self._closing = b"</" + (prefix + b":" if prefix else b"") + b"r>"

    def run(self, inner: bytes) -> bytes:
        """Return a run that looks like the one it comes from."""
        return self._tag + self._look + inner + self._closing

    def bare_run(self, inner: bytes) -> bytes:
        """Return a run without any look."""
        return self._element("r", b"", inner)

    def text(self, words: str, name: str = "t") -> bytes:
        """Return a text whose blanks count."""
        return self._element(name, b' xml:space="preserve"', escape(words, quote=False).encode())

    def change(self, name: str, id_: int, inner: bytes) -> bytes:
        """Return a tracked change round a run."""
        return self._element(
            name, b' %b:id="%d" %b:author="%b"' % (self._prefix, id_, self._prefix, AUTHOR.encode()), inner
        )

    def empty(self, name: str, id_: int) -> bytes:
        """Return an element that only marks a place."""
        return self._element(name, b' %b:id="%d"' % (self._prefix, id_), b"")

    def _element(self, name: str, attributes: bytes, inner: bytes) -> bytes:
        tag = self._prefix + b":" + name.encode()
        return b"<" + tag + self._declared + attributes + b">" + inner + b"</" + tag + b">"
