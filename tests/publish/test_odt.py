import re

from layered_docx import docx

from amanat.core import BlockKind, Edition, Emphasis
from amanat.publish.odt import write
from amanat.read import read_bytes


def edition() -> Edition:
    document = read_bytes(docx({"first_header": "Kiran Awan"}), "a.docx")
    assert document.layout is not None
    return Edition(document.text[: document.shown], "en", "", proven=True, blocks=document.layout.shown)


def test_layout_survives() -> None:
    before = edition()
    after = read_bytes(write(before), "safe.odt")
    assert after.layout is not None
    shown = after.layout.shown
    assert {b.kind for b in shown} == set(BlockKind)
    assert any(Emphasis.BOLD in run.emphasis for b in shown for run in b.runs)
    assert [r.link for b in shown for r in b.runs if r.link] == ["https://news.example/nothing"]
    assert sorted(re.findall(r"\w+", after.text[: after.shown])) == sorted(re.findall(r"\w+", before.text))


def test_the_same_edition_is_the_same_bytes_and_the_kind_stands_first() -> None:
    data = write(edition())
    assert data == write(edition())
    assert data[30:38] == b"mimetype"
    assert b"dc:creator" not in data
