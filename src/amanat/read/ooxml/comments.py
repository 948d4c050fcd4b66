"""The comments part of a Word file: ours are added behind those of people, which stay to the byte. Runs in the cage."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from amanat.read.ooxml.package import Package
from amanat.read.splice import Indexed, index, spliced

AUTHOR = "Amanat"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said in the margin."""

    id: int
    lines: tuple[str, ...]


def first_free(package: Package) -> int:
    """Return an id that no comment of the file has, nor any after it."""
    part = _part_of(package)
    if not part:
        return 0
    taken = [
        node.attributes.get("id", "") for node in index(package.archive.read(part)).order if node.name == "comment"
    ]
    return max((int(id_) for id_ in taken if id_.isdecimal()), default=-1) + 1


def with_comments(package: Package, comments: Sequence[Comment]) -> dict[str, bytes]:
    """Return the parts that change when comments are added, by name."""
    part = _part_of(package)
    if part:
        there = index(package.archive.read(part))
        return {part: _added(there, b"".join(_written(c, there.root.namespace) for c in comments))}
    folder = posixpath.dirname(package.main)
    part = posixpath.join(folder, "comments.xml")
    while part in package.archive.names:
        part = part.replace(".xml", "_.xml")
    namespace = index(package.archive.read(package.main)).root.namespace or _MAIN
    inner = b"".join(_written(c, namespace) for c in comments)
    root = b'<w:comments xmlns:w="%b">' % escape(namespace).encode() + inner + b"</w:comments>"
    ties = posixpath.join(folder, "_rels", posixpath.basename(package.main) + ".rels")
    tie = '<Relationship xmlns="{}" Id="amanatComments" Type="{}" Target="{}"/>'
    row = tie.format(_TIES, _KIND, posixpath.basename(part)).encode()
    old = (
        package.archive.read(ties)
        if ties in package.archive.names
        else _HEAD + b'<Relationships xmlns="%b"/>' % _TIES.encode()
    )
    kind = f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{_CONTENT}"/>'.encode()
    types = "[Content_Types].xml"
    return {
        part: _HEAD + root,
        ties: _added(index(old), row),
        types: _added(index(package.archive.read(types)), kind),
    }


def _part_of(package: Package) -> str:
    found = (t for t in package.relations(package.main) if t.kind == "comments" and t.target in package.archive.names)
    return next((tie.target for tie in found), "")


def _added(indexed: Indexed, more: bytes) -> bytes:
    return spliced(indexed.data, [indexed.before_closing(indexed.root, more)])


def _written(comment: Comment, namespace: str) -> bytes:
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>' for line in comment.lines
    )
    who = f'w:id="{comment.id}" w:author="{AUTHOR}" w:initials="A"'
    return f'<w:comment xmlns:w="{escape(namespace)}" {who}>{lines}</w:comment>'.encode("utf-8", "replace")
