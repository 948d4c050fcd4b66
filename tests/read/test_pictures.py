"""Words in the pictures of a document are read, behind what is shown; a look that is not sure closes no gap."""

import zlib
from base64 import b64encode
from collections.abc import Callable

import layered_others as others
import layered_picture
import pytest
from hostile import with_parts

from amanat.core import Document, GapKind, Layer
from amanat.read import ocr, pictures, read_bytes
from amanat.read.picture_layers.within import LONGEST, drawn, prepare

reads = pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
NAME = "Zunaira Tarkhan"
CARD = layered_picture.picture({"pixels": NAME})


def mail(picture: bytes) -> bytes:
    coded = b64encode(picture)
    return b"Subject: A bus stopped\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n" + coded


def page(picture: bytes) -> bytes:
    return b"<p>A bus stopped.</p><img alt='' src='data:image/jpeg;base64," + b64encode(picture) + b"'>"


INTO: dict[str, Callable[[bytes], bytes]] = {
    "docx": lambda picture: with_parts({"word/media/image1.jpg": picture}),
    "odt": lambda picture: with_parts({"Pictures/image1.jpg": picture}, others.odt({})),
    "html": page,
    "eml": mail,
}


def unread(document: Document) -> int:
    assert document.layout is not None
    return sum(gap.count for gap in document.layout.gaps if gap.kind is GapKind.PICTURE)


@reads
@pytest.mark.parametrize("ending", INTO)
def test_a_name_in_a_picture_is_seen(ending: str) -> None:
    document = read_bytes(INTO[ending](CARD), f"story.{ending}")
    at = document.text.index(NAME)
    assert at >= document.shown
    assert document.layout is not None
    (block,) = (block for block in document.layout.blocks if block.span.start <= at < block.span.end)
    assert block.layer is Layer.PICTURE
    assert unread(document) == unread(read_bytes(INTO[ending](b"no picture"), f"story.{ending}")) - 1


@pytest.mark.parametrize("ending", INTO)
def test_without_tesseract_each_picture_is_named_as_not_read(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    document = read_bytes(INTO[ending](CARD), f"story.{ending}")
    assert NAME not in document.text
    assert unread(document) >= 1


def test_a_guess_closes_no_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed = ocr.Glimpse("Zunaira", 0, 0, 9, 9, (1, 1, 1), ocr.TRUSTED - 1)
    monkeypatch.setattr(ocr, "languages", lambda: ("eng",))
    monkeypatch.setattr(ocr, "glimpses", lambda *_, **__: (guessed,))
    document = read_bytes(INTO["docx"](CARD), "story.docx")
    assert "Zunaira" in document.text
    assert unread(document) == 1


def test_no_more_pictures_are_looked_at_than_a_file_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[ocr.Pixels] = []

    def look(pixels: ocr.Pixels, **_: bool) -> tuple[ocr.Glimpse, ...]:
        looks.append(pixels)
        raise ocr.Unread

    monkeypatch.setattr(ocr, "languages", lambda: ("eng",))
    monkeypatch.setattr(ocr, "glimpses", look)
    monkeypatch.setattr(pictures, "MOST", 6)
    many = {f"word/media/image{n}.jpg": CARD for n in range(9)}
    assert unread(read_bytes(with_parts(many), "story.docx")) == 9
    assert 6 <= len(looks) <= 8, "as many as may be, in visits of four"


def test_large_pictures_are_made_smaller_and_broken_ones_are_nothing() -> None:
    question: list[object] = ["amanat.read.docx", 0, 9]
    prepare(question)
    large = png(4_000, 1_000)
    sizes, files = drawn(with_parts({"word/media/a.png": large, "word/media/b.png": large[:40]}), question)
    assert sizes == [[LONGEST, LONGEST // 4], [0, 0]]
    assert [len(file) for file in files] == [LONGEST * LONGEST // 4, 0]


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0"
    rows = zlib.compress(bytes((width + 1) * height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
