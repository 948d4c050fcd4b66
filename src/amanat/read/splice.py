"""Where the elements of an XML file stand in its bytes, so that some can be replaced and all others stay as they are.

Writing a file anew from a tree changes quotes, entities and declarations of every element. Here only the bytes of what
is touched change. Runs in the cage.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from amanat.core import ReadError

_SEPARATOR = " "


@dataclass(slots=True, eq=False)
class Node:
    """One element and the bytes it takes."""

    namespace: str
    name: str
    attributes: dict[str, str]
    """By name without namespace."""
    start: int
    """First byte of its opening tag."""
    inner: int = 0
    """First byte after its opening tag."""
    end: int = 0
    """First byte after it."""
    text: str = ""
    """Text directly inside it."""
    children: "list[Node]" = field(default_factory=list)
    above: "Node | None" = None

    @property
    def closed(self) -> int:
        """First byte of its closing tag; the same as `inner` where it has none."""
        return max((child.end for child in self.children), default=self.inner)

    def child(self, name: str) -> "Node | None":
        """Return the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def within(self, names: frozenset[str]) -> bool:
        """Tell whether an element of one of these names holds it."""
        above = self.above
        while above is not None:
            if above.name in names:
                return True
            above = above.above
        return False


@dataclass(frozen=True, slots=True)
class Indexed:
    """An XML file in UTF-8 with the places of its elements."""

    data: bytes
    root: Node
    order: tuple[Node, ...]
    """All elements as they open."""

    def raw(self, node: Node) -> bytes:
        """Return the bytes of an element, tags included."""
        return self.data[node.start : node.end]

    def opening(self, node: Node) -> bytes:
        """Return the bytes of its opening tag."""
        return self.data[node.start : node.inner]

    def before_closing(self, node: Node, more: bytes) -> "Change":
        """Return the change that adds bytes as the last thing inside an element."""
        tag = self.opening(node)
        if not tag.endswith(b"/>"):
            end = self.data.rindex(b"</", node.start, node.end)
            return Change(end, end, more)
        name = tag[1:-2].split(None, 1)[0]
        return Change(node.start, node.end, tag[:-2].rstrip() + b">" + more + b"</" + name + b">")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Bytes that take the place of others."""

    start: int
    end: int
    new: bytes


def index(data: bytes) -> Indexed:
    """Find the elements of an XML file.

    Raises:
        ReadError: R015 not well-formed, R017 it declares a document type.
    """
    plain = _in_utf8(data)
    order: list[Node] = []
    open_: list[Node] = []
    parser = expat.ParserCreate("UTF-8", _SEPARATOR)
    parser.buffer_text = True

    def begin(tag: str, given: dict[str, str]) -> None:
        space, _, name = tag.rpartition(_SEPARATOR)
        start = parser.CurrentByteIndex
        node = Node(space, name, {key.rpartition(_SEPARATOR)[2]: value for key, value in given.items()}, start)
        node.inner = node.end = _tag_end(plain, start)
        if open_:
            node.above = open_[-1]
            open_[-1].children.append(node)
        order.append(node)
        open_.append(node)

    def finish(_: str) -> None:
        node = open_.pop()
        if not plain.endswith(b"/>", node.start, node.inner):
            node.end = plain.index(b">", parser.CurrentByteIndex) + 1

    def say(text: str) -> None:
        if open_:
            open_[-1].text += text

    def refuse(*_: object) -> None:
        raise ReadError("R017", "the file declares entities, as traps do and word processors do not")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, say
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(plain, True)  # noqa: FBT003 - it takes no name
    except (expat.ExpatError, ValueError):
        raise ReadError("R015", "the file is damaged; open it in its program and save it again") from None
    return Indexed(plain, order[0], tuple(order))


def spliced(data: bytes, changes: list[Change]) -> bytes:
    """Return bytes with changes made; they must not overlap."""
    out: list[bytes] = []
    at = 0
    for change in sorted(changes, key=lambda c: (c.start, c.end)):
        out += (data[at : change.start], change.new)
        at = change.end
    return b"".join((*out, data[at:]))


def _tag_end(data: bytes, start: int) -> int:
    """Return the place after an opening tag; a `>` in quotes does not end it."""
    at, quote = start, 0
    while True:
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return at + 1
        at += 1


def _in_utf8(data: bytes) -> bytes:
    """Return a file as UTF-8; Word writes no other encoding, other programs may."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        head, _, rest = text.partition("?>")
        return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + rest).encode() if rest else head.encode()
    return data.removeprefix(b"\xef\xbb\xbf")
