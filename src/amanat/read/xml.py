"""XML from outside: no document type, no entity, no file or address is followed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from amanat.core import ReadError

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element  # noqa: SLF001 - its only public name is a function
else:
    Element = object  # at run time lxml is loaded in the cage only

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def prepare() -> None:
    """Load what parses XML."""
    from lxml import etree  # noqa: PLC0415 - heavy, and an extra

    etree.fromstring(b"<a/>", _parser())


def parse(data: bytes) -> "Element":
    """Return the root of an XML file; comments and instructions stay in, they may hold names.

    Raises:
        ReadError: R015 no well-formed XML, or nested too deeply, R017 it declares a document type or entities.
    """
    from lxml import etree  # noqa: PLC0415

    if any(mark in data.replace(b"\0", b"") for mark in _DECLARATIONS):
        raise ReadError("R017", "the file declares entities, as traps do and word processors do not")
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise ReadError("R015", "the file is damaged; open it in its program and save it again") from None
    return root


def _parser() -> object:
    from lxml import etree  # noqa: PLC0415

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )


def name(element: "Element") -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "Element", local: str) -> str:
    """Return an attribute by its name without namespace, empty when there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == local:
            return str(value)
    return ""


def child(element: "Element", local: str) -> "Element | None":
    """Return the first child of a name."""
    return next((c for c in element if name(c) == local), None)


def texts(root: "Element") -> Iterator[str]:
    """Yield every text between tags, and what stands in comments and instructions, each with letters in it."""
    for element in root.iter():
        for said in (element.text, element.tail):
            if said and any(map(str.isalpha, said)):
                yield said.strip()
