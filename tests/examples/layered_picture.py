"""A photograph (JPEG) with one invented name in each of its layers: in the pixels, and in every place beside them.

As in `layered_docx`: a table of layers with whether a viewer shows them, and a function that makes the file.
"""

import io
from collections.abc import Mapping

from PIL import Image, ImageDraw, ImageFont

LAYERS = {
    "pixels": True, "exif_artist": False, "exif_wide": False, "exif_thumbnail": False, "xmp": False, "iptc": False,
    "comment": False, "profile": False, "c2pa": False, "unknown_segment": False, "behind_the_end": False,
}  # fmt: skip
"""Every layer, and whether somebody who looks at the picture sees it."""
WIDTH = 1280
"""Pixels."""
_ARTIST, _WIDE_AUTHOR = 0x013B, 0x9C9D


def picture(names: Mapping[str, str]) -> bytes:
    """Return a JPEG with the names given in the layers given; all other layers hold words without a name."""

    def raw(layer: str) -> str:
        assert layer in LAYERS
        return names.get(layer, "nothing")

    said = names.get("pixels")
    sheet = Image.new("RGB", (WIDTH, 320), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(30)
    pen.text((40, 60), "The labour court in the city heard the case on Monday.", fill="black", font=font)
    line = f"Police freed {said}, 13, who was held as a bonded worker." if said else "The kiln was closed."
    pen.text((40, 180), line, fill="black", font=font)
    exif, out = Image.Exif(), io.BytesIO()
    exif[_ARTIST], exif[_WIDE_AUTHOR] = raw("exif_artist"), (raw("exif_wide") + "\0").encode("utf-16-le")
    sheet.save(out, "JPEG", quality=92, exif=exif)
    data = out.getvalue()
    thumbnail = b"Exif\0\0MM\0*\0\0\0\x08" + _segment(0xFE, raw("exif_thumbnail").encode())
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator who="{raw("xmp")}"/></x:xmpmeta>'
    iptc = raw("iptc").encode()
    segments = [
        _segment(0xE1, thumbnail),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()),
        _segment(0xED, b"Photoshop 3.0\08BIM\4\4\0\0\0\0\0\x22\x1c\x02\x50" + len(iptc).to_bytes(2, "big") + iptc),
        _segment(0xFE, raw("comment").encode()),
        _segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(40) + b"desc" + raw("profile").encode()),
        _segment(0xEB, b"JP\0\1\0\0\0\1" + b"jumbc2pa" + raw("c2pa").encode()),
        _segment(0xE7, raw("unknown_segment").encode()),
    ]
    return data[:2] + b"".join(segments) + data[2:] + b"\n" + raw("behind_the_end").encode()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body
