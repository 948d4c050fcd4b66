"""The pictures of a Word file: in which order they come, where each stands, what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from amanat.read.archive import PICTURES
from amanat.read.ooxml.package import Package
from amanat.read.xml import Element, attribute, name

_TIES = {"blip": "embed", "imagedata": "id"}
"""Elements that draw a picture, each with the attribute that names its tie (ECMA-376, 20.1.8.13)."""
_APART = frozenset({"txbxContent", "Fallback"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture that stands in the text."""

    tie: str
    alt: str
    """What somebody wrote that it shows."""


def order(package: Package) -> tuple[str, ...]:
    """Return the names of all picture parts: first those that the text shows, in its order, then the others."""
    main = package.main
    parts = [main, *(tie.target for tie in package.relations(main) if tie.target.endswith(".xml") and not tie.outside)]
    known = dict.fromkeys(part for part in package.archive.names if PurePosixPath(part).suffix.lower() in PICTURES)
    used: list[str] = []
    for part in parts:
        if part in package.archive.names:
            ties = {tie.id: tie.target for tie in package.relations(part) if tie.kind == "image"}
            used += [ties[id_] for id_ in map(_tie, package.root(part).iter()) if id_ in ties] if ties else []
    return tuple(dict.fromkeys([*(part for part in used if part in known), *known]))


def placed(drawing: "Element") -> Iterator[Placed]:
    """Yield the pictures in a drawing; those in a text box of it stand in that box, those for old programs again."""
    alt = _alt(drawing)
    for element in _here(drawing):
        tie = _tie(element)
        if tie:
            yield Placed(tie, alt)


def _tie(element: "Element") -> str:
    kind = name(element)
    return attribute(element, _TIES[kind]) if kind in _TIES else ""


def _alt(drawing: "Element") -> str:
    said = (attribute(element, "descr") or attribute(element, "alt") for element in _here(drawing))
    return next(filter(None, said), "")


def _here(element: "Element") -> "Iterator[Element]":
    yield element
    for inner in element:
        if name(inner) not in _APART:
            yield from _here(inner)
