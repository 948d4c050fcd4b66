"""The safe version as a PDF: same words, same bytes, nothing else in it, nothing fetched."""

import io
import os
import socket
import subprocess
import sys

import pikepdf
import pypdfium2
import pytest

from amanat.core import Document, Edition, PublishError
from amanat.publish import pdf, publish
from amanat.publish.exports import export
from amanat.publish.forms import Forms
from amanat.publish.safe import safe_copy
from amanat.read import read_bytes
from amanat.review import review

URDU = "پولیس نے [لڑکی 1] کو بھٹے سے آزاد کرایا۔ مدد کے لیے 1099 پر فون کریں۔"
TEXT = f"Girl freed from kiln\n\nPolice freed [girl 1], 13, near a kiln. Call 1099.\n\n{URDU}\n"


def edition(text: str) -> Edition:
    return Edition(text, "en", "0" * 64, proven=True)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return export(edition(TEXT), "pdf")


def test_the_words_are_there_and_in_their_fonts(printed: bytes) -> None:
    with pypdfium2.PdfDocument(printed) as opened:
        said = " ".join(opened[0].get_textpage().get_text_range().split())
    assert "Girl freed from kiln Police freed [girl 1], 13, near a kiln. Call 1099." in said
    with pikepdf.open(io.BytesIO(printed)) as opened_again:
        fonts = {str(o.get("/BaseFont")) for o in opened_again.objects if isinstance(o, pikepdf.Dictionary)}
    assert any("Nastaliq" in font for font in fonts)


def test_the_same_edition_gives_the_same_bytes_in_another_process(printed: bytes) -> None:
    line = "import sys\nfrom amanat.core import Edition\nfrom amanat.publish import pdf\n"
    line += f"sys.stdout.buffer.write(pdf.write(Edition({TEXT!r}, 'en', 'f' * 64, proven=True)))"
    room = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Karachi", "USER": "zovubaxi", "LANG": "C"}
    again = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, env=room)
    assert again.stdout == printed, "nor does the digest of the original stand in it"


def test_nothing_of_its_own(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as opened:
        assert set(opened.docinfo.keys()) == {"/Producer", "/Title"}
        assert str(opened.docinfo.Title) == "Safe version"
        assert "/Metadata" not in opened.Root
        assert "/ID" not in opened.trailer
    assert b"0" * 64 not in printed


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "create_connection", called)
    monkeypatch.setattr(socket.socket, "connect", called)
    text = '<img src="https://example.org/a.png"> <link rel=stylesheet href="https://example.org/a.css"> [girl 1]'
    with pypdfium2.PdfDocument(export(edition(text), "pdf")) as opened:
        assert "https://example.org/a.png" in opened[0].get_textpage().get_text_range(), "it is text, no picture"


def hidden(*words: str) -> Forms:
    return Forms(frozenset(word.replace(" ", "") for word in words), frozenset(), frozenset())


def test_its_own_checks_let_it_pass(printed: bytes) -> None:
    assert [check(printed, hidden("mehrandiru zovubaxi")) for check in pdf.CHECKS] == [True] * 3


def test_a_story_leaves_as_a_pdf_without_its_names(story: Document) -> None:
    found = review(story)
    content = safe_copy(story, found, publish(story, found), "pdf")
    with pypdfium2.PdfDocument(content) as opened:
        said = opened[0].get_textpage().get_text_range()
    assert "Farhad Qureshi" in said
    assert "Mehrunnisa" not in said


def test_two_stories_that_differ_only_in_the_name_give_the_same_bytes() -> None:
    def copy(given: str, family: str) -> bytes:
        text = f"Police freed {given} {family}, 13, from a brick kiln on Monday, her father Dilawar {family} said."
        document = read_bytes(text.encode())
        found = review(document)
        return safe_copy(document, found, publish(document, found), "pdf")

    assert copy("Mehrunnisa", "Khatoon") == copy("Zarmina", "Achakzai")


def test_without_weasyprint_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PublishError) as caught:
        pdf.write(edition("x"))
    assert caught.value.code == "P023"
    assert "pip install 'amanat[pdf]'" in caught.value.message
