"""The parts of a Word file and how they hang together (ECMA-376 part 2)."""

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from amanat.core import ReadError
from amanat.read.archive import Archive
from amanat.read.xml import Element, attribute, parse

_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from one part to another, or to an address outside."""

    id: str
    kind: str
    """Last word of its type: `header`, `hyperlink`, `comments` …"""
    target: str
    """Name of the part, or the address."""
    outside: bool


@dataclass(frozen=True)
class Package:
    """A Word file, opened."""

    archive: Archive
    _roots: dict[str, "Element"] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes) -> "Package":
        """Open a file's bytes.

        Raises:
            ReadError: as `Archive`; R016 for an old or sealed Word file.
        """
        if data.startswith(_OLE):
            raise ReadError("R016", "this is an old .doc or is protected by a password; save it as .docx without one")
        return cls(Archive(data))

    @cached_property
    def main(self) -> str:
        """The part that holds the running text.

        Raises:
            ReadError: R015 there is none.
        """
        found = [r.target for r in self.relations("") if r.kind == "officeDocument" and r.target in self.archive.names]
        if not found and "word/document.xml" in self.archive.names:
            found = ["word/document.xml"]
        if not found:
            raise ReadError("R015", "there is no Word text in this file; save it again as .docx")
        return found[0]

    def root(self, part: str) -> "Element":
        """Return the XML of a part; it is parsed once.

        Raises:
            ReadError: as `parse`.
        """
        if part not in self._roots:
            self._roots[part] = parse(self.archive.read(part))
        return self._roots[part]

    def is_xml(self, part: str) -> bool:
        """Tell whether a part holds XML, by its ending or its first bytes."""
        return part.endswith((".xml", ".rels", ".vml")) or self.archive.read(part)[:200].lstrip(
            b"\xef\xbb\xbf"
        ).startswith(b"<?xml")

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the ties of a part, of the whole file for an empty name."""
        folder, _, file = part.rpartition("/")
        ties = posixpath.join(folder, "_rels", f"{file}.rels")
        if ties not in self.archive.names:
            return ()
        return tuple(_relation(element, folder) for element in self.root(ties) if isinstance(element.tag, str))


def _relation(element: "Element", folder: str) -> Relation:
    target, outside = attribute(element, "Target"), attribute(element, "TargetMode") == "External"
    if not outside:
        path = unquote(target)
        target = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
    return Relation(attribute(element, "Id"), attribute(element, "Type").rpartition("/")[2], target, outside)
