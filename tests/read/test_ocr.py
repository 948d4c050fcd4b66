"""Words in pictures: what Tesseract says is put in order, and its absence is said."""

import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont

from amanat.read import ocr
from amanat.read.ocr import TRUSTED, Glimpse, Pixels, Unread, glimpses, paragraphs, sureness

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def picture(words: str, size: int = 32) -> Pixels:
    sheet = Image.new("L", (900, 300), 255)
    ImageDraw.Draw(sheet).multiline_text((40, 40), words, fill=0, font=ImageFont.truetype(FONT, size), spacing=16)
    return Pixels(sheet.width, sheet.height, sheet.tobytes())


@pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
def test_words_and_where_they_stand() -> None:
    seen = glimpses(picture("The witness Zovubaxi\nlives near the well"))
    assert paragraphs(seen) == ("The witness Zovubaxi lives near the well",)
    assert sureness(seen) >= TRUSTED
    name = next(word for word in seen if word.text == "Zovubaxi")
    assert 200 < name.left < name.right < 450
    assert 35 < name.top < name.bottom < 85
    assert name.line != seen[-1].line


@pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
def test_an_empty_picture_says_nothing() -> None:
    assert glimpses(Pixels(200, 200, bytes([255]) * 40_000)) == ()


def test_without_the_program_there_is_no_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ocr.languages.cache_clear()
    try:
        assert ocr.languages() == ()
        with pytest.raises(Unread):
            glimpses(picture("anything"))
    finally:
        ocr.languages.cache_clear()


@pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
def test_pixels_of_the_wrong_size_are_refused() -> None:
    with pytest.raises(Unread):
        glimpses(Pixels(500, 500, b"short"))


def test_sureness_weighs_long_words() -> None:
    one, two = (Glimpse(text, 0, 0, 1, 1, (1, 1, 1), sure) for text, sure in (("aaaaaaaaa", 100.0), ("b", 0.0)))
    assert sureness((one, two)) == 90
    assert sureness(()) == 0
