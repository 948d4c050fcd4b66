"""The safe version as a Word file: what it keeps, and that it can be opened."""

import io
import re
import zipfile

import docx as python_docx
from layered_docx import LAYERS, docx

from amanat.core import BlockKind, Edition
from amanat.publish.docx import write
from amanat.read import read_bytes

RICH = docx({"first_header": "Kiran Awan"})  # else both headers would say the same and stand once


def edition() -> Edition:
    """Everything that a layered file shows, as if it had nothing to hide."""
    document = read_bytes(RICH, "a.docx")
    assert document.layout is not None
    return Edition(document.text[: document.shown], "en", "", proven=True, blocks=document.layout.shown)


def test_layout_survives() -> None:
    before = edition()
    after = read_bytes(write(before), "safe.docx")
    assert after.layout is not None
    count = {kind: sum(b.kind is kind for b in after.layout.shown) for kind in BlockKind}
    first = {kind: sum(b.kind is kind for b in before.blocks) for kind in BlockKind}
    assert count == first
    assert [r.link for b in after.layout.shown for r in b.runs if r.link] == ["https://news.example/nothing"]
    words = sorted(re.findall(r"\w+", before.text))
    assert sorted(re.findall(r"\w+", after.text[: after.shown])) == words


def test_nothing_but_words_looks_and_links_is_in_it() -> None:
    after = read_bytes(write(edition()), "safe.docx")
    assert after.layout is not None
    assert {after.at(b.span) for b in after.layout.blocks if not b.layer.shown} <= {
        "https://news.example/nothing",
        "Note",
        "Box",
        "Item",
        "Link",
        "Grid",
    }
    with zipfile.ZipFile(io.BytesIO(write(edition()))) as file:
        assert not [name for name in file.namelist() if "docProps" in name or "comments" in name or "media" in name]
        assert "author" not in "".join(file.read(name).decode() for name in file.namelist()).lower()


def test_the_same_edition_is_the_same_bytes() -> None:
    assert write(edition()) == write(edition())
    assert len(LAYERS) > 32


def test_python_docx_opens_it() -> None:
    file = python_docx.Document(io.BytesIO(write(edition())))
    assert file.paragraphs[0].style.name == "Heading 1"
    assert len(file.tables) == 1
    assert file.sections[0].header.paragraphs[0].text == "The kiln was closed."


def test_urdu_runs_from_right_to_left() -> None:
    text = "پولیس نے ایک بچی کو بازیاب کرایا اور دو گرفتار ہوئے۔"
    with zipfile.ZipFile(io.BytesIO(write(Edition(text, "ur", "", proven=True)))) as file:
        main = file.read("word/document.xml").decode()
    assert "<w:bidi/>" in main
    assert "<w:rtl/>" in main


def test_signs_that_are_markup_are_written_as_signs() -> None:
    text = "One <w:t> & two\tthree\nfour"
    after = read_bytes(write(Edition(text, "en", "", proven=True)), "a.docx")
    assert after.text[: after.shown] == text
