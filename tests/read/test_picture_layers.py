"""What a picture file says beside its pixels."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from amanat.read.picture_layers import segments

NAME = "Zovubaxi Noxandiru"


def jpeg(**how: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(out, "JPEG", **how)
    return out.getvalue()


def with_segment(marker: int, body: bytes) -> bytes:
    data = jpeg()
    return data[:2] + bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body + data[2:]


def exif(tag: int, value: object) -> bytes:
    made = Image.Exif()
    made[tag] = value
    return jpeg(exif=made)


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator who="{NAME}"/></x:xmpmeta>'.encode()
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x16\x1c\x02\x50\x00\x12" + NAME.encode()


def png(**chunks: str) -> bytes:
    info, out = PngImagePlugin.PngInfo(), io.BytesIO()
    for key, value in chunks.items():
        getattr(info, f"add_{key}")("Author", value)
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def zipped_png() -> bytes:
    info, out = PngImagePlugin.PngInfo(), io.BytesIO()
    info.add_itxt("Author", NAME * 3, zip=True)
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def webp() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "WEBP", xmp=XMP)
    return out.getvalue()


MADE = {
    "exif artist": exif(0x013B, NAME),
    "exif XP author, wide letters": exif(0x9C9D, (NAME + "\0").encode("utf-16-le")),
    "xmp": with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "iptc": with_segment(0xED, IPTC),
    "comment": with_segment(0xFE, NAME.encode()),
    "c2pa": with_segment(0xEB, b"JP\0\0\0\0\x00\x40jumbc2pa\0\0" + NAME.encode() + b"\0\0"),
    "a segment nobody knows": with_segment(0xE9, b"\1\2" + NAME.encode() + b"\3"),
    "behind the end": jpeg() + b"\0\0" + NAME.encode(),
    "progressive, behind the end": jpeg(progressive=True) + NAME.encode(),
    "png text": png(text=NAME),
    "png international text": png(itxt=NAME),
    "png packed text": zipped_png(),
    "png behind the end": png() + NAME.encode(),
    "webp xmp": webp(),
    "webp behind the end": webp() + NAME.encode(),
}


@pytest.mark.parametrize("kind", MADE)
def test_a_name_beside_the_pixels_is_seen(kind: str) -> None:
    assert NAME in "\n".join(segments.texts(MADE[kind]))


def test_pixels_alone_say_nothing() -> None:
    for data in (jpeg(), jpeg(progressive=True), png()):
        assert not list(segments.texts(data))


@given(st.sampled_from(sorted(MADE)), st.integers(0, 600), st.binary(min_size=1, max_size=4))
def test_damage_breaks_nothing(kind: str, place: int, damage: bytes) -> None:
    data = MADE[kind]
    assert all(isinstance(said, str) for said in segments.texts(data[:place] + damage + data[place + len(damage) :]))
    assert all(isinstance(said, str) for said in segments.texts(data[:place]))


def test_what_is_no_picture_has_no_segments() -> None:
    assert not list(segments.segments(b"hello")) + list(segments.segments(b""))
