"""Pictures: words in the pixels, however the picture lies, and words beside them; harmful files are refused."""

import io
import struct
import zlib
from collections.abc import Callable
from types import ModuleType

import layered_picture
import pytest
from invented import names
from PIL import Image

from amanat.core import Gap, GapKind, Layer, ReadError
from amanat.read import ocr, read_bytes
from amanat.read.picture import photo_of, sight, written
from amanat.read.picture_layers.inside import told

reads = pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")


@pytest.fixture(scope="module")
def drawn(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("publish/drawn_pictures")


@reads
@pytest.mark.parametrize("angle", [0, 13])
def test_a_card_is_read_however_it_lies(drawn: ModuleType, angle: int) -> None:
    document = read_bytes(drawn.saved(drawn.card(angle)), "card.jpg")
    assert "Mehrandiru Zovubaxi" in document.text[: document.shown]
    assert "35202-1234567-1" in document.text
    assert document.layout is not None
    assert not document.layout.gaps


@reads
def test_each_word_knows_its_place(drawn: ModuleType) -> None:
    seen = sight(drawn.saved(drawn.caption(drawn.empty(), "Told by Mehrandiru", size=30), "PNG"))
    document = written(seen, "a.png")
    assert document.layout is not None
    runs = [run for block in document.layout.blocks for run in block.runs if run.node >= 0]
    assert [document.at(run.span) for run in runs] == [seen.words[run.node].text for run in runs]
    name = next(word for word in seen.words if word.text == "Mehrandiru")
    assert 120 < name.left < name.right < 400
    assert 535 < name.top < name.bottom < 585


@pytest.mark.parametrize(("form", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("JPEG", "jpeg")])
def test_metadata_are_a_hidden_layer(drawn: ModuleType, form: str, suffix: str) -> None:
    document = read_bytes(drawn.saved(drawn.empty(64, 64), form, author="Mehrandiru Zovubaxi"), f"a.{suffix}")
    assert "Mehrandiru Zovubaxi" in document.text
    assert document.shown == 0
    assert document.layout is not None
    assert {block.layer for block in document.layout.blocks} == {Layer.PROPERTY}


def test_turned_and_transparent_pictures_are_as_a_viewer_shows_them() -> None:
    tall = Image.new("RGB", (40, 20), "white")
    tall.paste((255, 0, 0), (0, 0, 10, 20))
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = 6
    tall.save(out, "PNG", exif=exif)
    photo = photo_of(out.getvalue())
    assert (photo.width, photo.height) == (20, 40)
    assert photo.rgb[:3] == b"\xff\0\0"
    out = io.BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG")
    assert set(photo_of(out.getvalue()).rgb) == {255}


def test_other_frames_are_told() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    assert photo_of(out.getvalue()).frames_left_out


def refused(data: bytes, name: str = "a.png") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return caught.value.code


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_a_picture_of_too_many_pixels_is_refused_unopened() -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(9_000_000))) + chunk(b"IEND", b"")
    assert len(bomb) < 20_000
    assert refused(bomb) == "R036"


@pytest.mark.parametrize("data", [b"hello", b"\xff\xd8\xff", b"GIF89a" + bytes(40), b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data) == "R035"


def test_half_a_picture_is_refused(drawn: ModuleType) -> None:
    data = drawn.saved(drawn.card())
    assert refused(data[: len(data) // 2], "a.jpg") == "R035"


def test_without_tesseract_it_says_so(monkeypatch: pytest.MonkeyPatch, drawn: ModuleType) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    assert refused(drawn.saved(drawn.card()), "a.jpg") == "R034"
    document = read_bytes(drawn.saved(drawn.card(), author="Dilawar Zovubaxi"), "a.jpg")
    assert document.layout is not None
    assert document.layout.gaps == (Gap(GapKind.PICTURE, 1),)


@reads
def test_a_name_in_every_layer_is_seen() -> None:
    given = dict(zip(layered_picture.LAYERS, names(len(layered_picture.LAYERS)), strict=True))
    document = read_bytes(layered_picture.picture(given), "photo.jpg")
    assert not [layer for layer, name in given.items() if name not in document.text]
    shown = document.text[: document.shown]
    assert {layer: name in shown for layer, name in given.items()} == layered_picture.LAYERS


def test_a_damaged_note_on_how_it_is_turned_keeps_no_picture_shut() -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112], exif[0x011A] = 6, 72.0
    Image.new("RGB", (40, 20), "teal").save(out, "JPEG", exif=exif)
    sound, opened = out.getvalue(), set()
    start = sound.index(b"Exif")
    for at in range(start, sound.index(b"\xff\xdb")):  # each byte of the note in turn
        for value in (0x00, 0x05, 0xFF):
            photo = told(sound[:at] + bytes([value]) + sound[at + 1 :])[0]
            opened.add(tuple(photo[:2]))  # type: ignore[index]
    assert opened == {(20, 40), (40, 20)}, "turned as the note says, or as it lies; never refused"
