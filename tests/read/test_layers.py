"""Every name in every layer of every format is seen, and it is known which of them a reader of the file sees."""

from collections.abc import Callable, Mapping

import layered_others as others
import pytest
from invented import names
from layered_docx import LAYERS, docx

from amanat.core import Document, Layer, PartKind
from amanat.read import read_bytes

Make = Callable[[Mapping[str, str]], bytes]
FORMATS: dict[str, tuple[Mapping[str, bool], Make]] = {
    "docx": (LAYERS, docx),
    "odt": (others.ODT, others.odt),
    "html": (others.HTML, others.html),
    "eml": (others.EML, others.eml),
}


def place(document: Document, name: str) -> int:
    """Return where a name stands first, in any of the forms that a name of a file or an address has; -1 for nowhere."""
    found = [document.text.find(name.replace(" ", blank)) for blank in " _-."]
    return min((at for at in found if at >= 0), default=-1)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_name_in_every_layer_is_read(ending: str) -> None:
    layers, make = FORMATS[ending]
    given = dict(zip(layers, names(len(layers)), strict=True))
    document = read_bytes(make(given), f"story.{ending}")
    places = {layer: place(document, name) for layer, name in given.items()}
    assert not [layer for layer, at in places.items() if at < 0]
    assert {layer: at < document.shown for layer, at in places.items()} == dict(layers)


@pytest.mark.parametrize("ending", FORMATS)
def test_layers_are_named_and_blocks_are_in_order(ending: str) -> None:
    layers, make = FORMATS[ending]
    document = read_bytes(make(dict(zip(layers, names(len(layers)), strict=True))), f"story.{ending}")
    assert document.layout is not None
    blocks = document.layout.blocks
    assert [b.layer.shown for b in blocks] == sorted((b.layer.shown for b in blocks), reverse=True)
    assert {Layer.BODY, Layer.PROPERTY} <= {b.layer for b in blocks}
    assert {p.kind is PartKind.HIDDEN for p, b in zip(document.parts, blocks, strict=True) if not b.layer.shown} == {
        True
    }


def test_there_are_enough_layers() -> None:
    assert len(LAYERS) >= 32
    assert [len(layers) for layers, _ in FORMATS.values()] == [71, 35, 27, 19]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_layer_without_a_name_is_there_all_the_same(ending: str) -> None:
    """Else two files that differ in a name would differ in more."""
    make = FORMATS[ending][1]
    document = read_bytes(make({}), f"story.{ending}")
    assert "nothing" in document.text
    assert "The kiln was closed." in document.text
