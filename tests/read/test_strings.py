from layered_docx import jpeg

from amanat.read.strings import beside_pixels, printable


def test_words_among_bytes() -> None:
    data = b"\x00\x01Zunaira Tarkhan\x00\xff" + "Kiran Awan".encode("utf-16-le") + b"\x00\x00" + "لڑکی کا نام".encode()
    assert set(printable(data)) == {"Zunaira Tarkhan", "Kiran Awan", "لڑکی کا نام"}
    assert printable(bytes(range(256)) * 4) == printable(bytes(range(256)))


def test_letters_by_chance_are_no_words() -> None:
    assert printable(b"\x00%$&/()=?ab\x00!!x!!y!!\x00") == []


def test_a_picture_is_asked_for_what_stands_beside_its_pixels() -> None:
    pixels = b"\xff\xda\x00\x02Notread Pixels" + b"\xff\xd9Trailing Words"
    picture = jpeg("Zunaira Tarkhan").partition(b"\xff\xda")[0] + pixels
    assert set(beside_pixels(picture)) == {"Zunaira Tarkhan", "Trailing Words"}
    chunk = (12).to_bytes(4, "big") + b"tEXtAuthor Words" + b"\0\0\0\0"
    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk
        + (5).to_bytes(4, "big")
        + b"IDATPixel\0\0\0\0"
        + b"\0\0\0\0IEND\0\0\0\0"
        + b"After Words"
    )
    assert set(beside_pixels(png)) == {"Author Words", "After Words"}
    assert "Said Something" in beside_pixels(b"RIFF....WEBPVP8 Notread Pixels\0EXIF\x10\0\0\0Said Something\0")
    assert beside_pixels(b"unknown\0kind of picture") == ["unknown", "kind of picture"]
