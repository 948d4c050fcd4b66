"""Word files: what the words look like and where they came from. The layers are in `test_layers`."""

import io
import zipfile

import docx as python_docx
import pytest
from layered_docx import simple

from amanat.core import Block, BlockKind, Cell, Document, Emphasis, GapKind, Layer, ReadError
from amanat.read import read_bytes

TRACKED = """<w:p><w:r><w:t xml:space="preserve">Police </w:t></w:r><w:del w:id="1" w:author="A"><w:r>
<w:delText xml:space="preserve">rescued </w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r>
<w:t xml:space="preserve">freed </w:t></w:r></w:ins><w:r><w:t>her.</w:t></w:r></w:p>"""


def read(paragraphs: list[str], more: str = "") -> Document:
    return read_bytes(simple(paragraphs, more), "a.docx")


def blocks(document: Document) -> tuple[Block, ...]:
    assert document.layout is not None
    return document.layout.blocks


def made_by_python_docx() -> bytes:
    file = python_docx.Document()
    file.add_heading("Girl freed", 1)
    line = file.add_paragraph("Police freed ")
    line.add_run("a girl").bold = True
    line.add_run(" of 13").italic = True
    file.add_paragraph("First", style="List Number")
    file.add_paragraph("Second", style="List Bullet")
    table = file.add_table(2, 2)
    table.cell(1, 1).text = "Corner"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_looks_are_kept() -> None:
    document = read_bytes(made_by_python_docx(), "a.docx")
    seen = [b for b in blocks(document) if b.layer.shown]
    assert [(b.kind, b.level, b.ordered, b.cell) for b in seen] == [
        (BlockKind.HEADING, 1, False, None),
        (BlockKind.PARAGRAPH, 0, False, None),
        (BlockKind.ITEM, 0, True, None),
        (BlockKind.ITEM, 0, False, None),
        (BlockKind.CELL, 0, False, Cell(0, 1, 1)),
    ]
    assert [(document.at(run.span), set(run.emphasis)) for run in seen[1].runs] == [
        ("Police freed ", set()),
        ("a girl", {Emphasis.BOLD}),
        (" of 13", {Emphasis.ITALIC}),
    ]


def test_a_picture_that_nobody_read_is_told() -> None:
    document = read_bytes(made_by_python_docx(), "a.docx")  # its template has a thumbnail
    assert document.layout is not None
    assert [(gap.kind, gap.count) for gap in document.layout.gaps] == [(GapKind.PICTURE, 1)]


def test_tracked_changes_are_read_as_they_stand_and_as_they_stood() -> None:
    document = read([], TRACKED)
    told = [(b.layer, document.at(b.span)) for b in blocks(document) if b.layer is not Layer.PROPERTY]
    assert told == [(Layer.BODY, "Police freed her."), (Layer.DELETION, "Police rescued her.")]


def test_a_run_leads_back_to_its_element() -> None:
    document = read(["One.", "Two."], TRACKED)
    nodes = [run.node for block in blocks(document) if block.layer is Layer.BODY for run in block.runs]
    assert nodes == [0, 1, 2, 4, 5]  # the third is what was deleted
    assert {block.part for block in blocks(document) if block.layer is Layer.BODY} == {"word/document.xml"}


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>", "co\u2011op"),
        ('<w:t>a</w:t><w:sym w:font="X" w:char="0041"/>', "aA"),
        ('<w:t>a</w:t><w:sym w:font="X" w:char="F0E0"/><w:sym w:char="zz"/>', "a"),
        ("<w:t>a\nb</w:t>", "a b"),
        ("<w:t>لڑکی</w:t>", "لڑکی"),
    ],
)
def test_small_signs(run: str, text: str) -> None:
    document = read([], f"<w:p><w:r>{run}</w:r></w:p>")
    assert document.text[: document.shown] == text


def test_nested_fields_keep_their_results() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    inner = f"{mark('begin')}{code}{mark('separate')}<w:r><w:t>inner</w:t></w:r>{mark('end')}"
    document = read([], f"<w:p>{mark('begin')}{inner}{mark('separate')}<w:r><w:t>shown</w:t></w:r>{mark('end')}</w:p>")
    assert document.text[: document.shown] == "shown"
    assert "inner" in document.text


def edited(change: dict[str, bytes | None]) -> bytes:
    """Return a plain file with parts replaced, added or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(simple(["A bus."]))) as old, zipfile.ZipFile(out, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()} | change
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 broken", "R015"),
        (b"%PDF-1.7 then " + simple(["A bus."]), "R020"),
        (b"\xd0\xcf\x11\xe0 an old or sealed file", "R016"),
        (edited({"word/document.xml": None}), "R015"),
        (edited({"word/document.xml": b"<w:document"}), "R015"),
        (edited({"word/document.xml": b""}), "R015"),
        (edited({"word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "R017"),
        (edited({"word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "R017"),
        (edited({"../../evil.xml": b"<a/>"}), "R018"),
        (edited({"/etc/evil.xml": b"<a/>"}), "R018"),
        (edited({"word\\evil.xml": b"<a/>"}), "R018"),
        (edited({"word/bomb.bin": b"0" * (60 << 20)}), "R011"),
        (edited({f"x{n}": b"" for n in range(2_100)}), "R011"),
        (edited({"word/document.xml": b"<a>" * 5_000 + b"</a>" * 5_000}), "R015"),
        (edited({"word/document.xml": b"<w:document xmlns:w='x'/>"}), "R004"),
    ],
)
def test_hostile_and_broken_files_get_a_code(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.docx")
    assert caught.value.code == code


def test_a_bomb_of_many_parts_is_seen_before_it_goes_off() -> None:
    with pytest.raises(ReadError, match="R011"):
        read_bytes(_packed({f"word/{n}.bin": b"0" * (5 << 20) for n in range(30)}), "a.docx")


def _packed(change: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in change.items():
            file.writestr(name, content)
    return out.getvalue()


def test_a_broken_part_beside_the_text_is_refused_too() -> None:
    """Who cannot read all of it cannot say what is in it."""
    with pytest.raises(ReadError, match="R015"):
        read_bytes(edited({"docProps/core.xml": b"<broken"}), "a.docx")
