import io
import zipfile

import pytest
from layered_others import odt

from amanat.core import BlockKind, Cell, Emphasis, Layer, ReadError
from amanat.read import read_bytes


def test_looks_are_kept() -> None:
    document = read_bytes(odt({"span": "Zunaira Tarkhan", "item": "Kiran Awan"}), "a.odt")
    assert document.layout is not None
    shown = document.layout.shown
    assert [b.level for b in shown if b.kind is BlockKind.HEADING] == [1, 2]
    assert [(b.level, b.ordered) for b in shown if b.kind is BlockKind.ITEM] == [(0, True)]
    assert [b.cell for b in shown if b.kind is BlockKind.CELL] == [Cell(0, 0, 0), Cell(0, 0, 1)]
    bold = [document.at(run.span) for b in shown for run in b.runs if Emphasis.BOLD in run.emphasis]
    assert bold == ["aira"]
    assert [run.link for b in shown for run in b.runs if run.link] == ["https://news.example/nothing"]


def changed(part: str, content: bytes | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt({}))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        if content is not None:
            new.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (changed("content.xml", None), "R015"),
        (changed("content.xml", b"<a"), "R015"),
        (changed("META-INF/manifest.xml", b"<manifest:encryption-data/>"), "R016"),
        (changed("meta.xml", b"<!DOCTYPE x [<!ENTITY a 'aaa'>]><x>&a;</x>"), "R017"),
        (b"PK\x03\x04", "R015"),
        (b"words", "R020"),
    ],
)
def test_broken_files_get_a_code(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.odt")
    assert caught.value.code == code


def test_what_was_deleted_is_hidden() -> None:
    document = read_bytes(odt({"deletion": "Zunaira Tarkhan"}), "a.odt")
    assert document.layout is not None
    (block,) = [b for b in document.layout.blocks if b.layer is Layer.DELETION and "Zunaira" in document.at(b.span)]
    assert block.span.start >= document.shown
