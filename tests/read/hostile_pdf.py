"""PDFs made to do harm: bombs and loops written by hand, and mutants of sound files."""

import zlib
from collections.abc import Iterator
from functools import cache
from random import Random

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def file(*objects: bytes, root: int = 1, size: int | None = None, trailer: bytes = b"") -> bytes:
    """Return a PDF of numbered objects with a sound table."""
    out, places = bytearray(HEAD), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole = len(objects) + 1 if size is None else size
    out += b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (whole, root, trailer, table)
    return bytes(out)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def page(contents: bytes, resources: bytes = b"", box: bytes = b"0 0 300 300", *more: bytes) -> bytes:
    """Return a PDF of one page; `more` objects are numbered from 6."""
    return file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
        % (box, resources),
        contents,
        FONT,
        *more,
    )


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def _image(width: int, height: int, data: bytes = b"x", form: bytes = b"/FlateDecode") -> bytes:
    keys = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter %s"
    return stream(data, keys % (width, height, form))


@cache
def bombs() -> dict[str, bytes]:
    """Return files written by hand to break a reader, by what they try."""
    zeros = bytes(80_000_000)
    text = stream(b"BT /F1 12 Tf 20 200 Td (A bus stopped.) Tj ET")
    draws_six = b"/XObject << /X 6 0 R >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>"
    fan = stream(b"/X Do " * 60, form.replace(b"6 0 R", b"7 0 R"))
    return {
        "packed content": page(stream(packed(zeros), b"/Filter /FlateDecode")),
        "packed twice": page(stream(packed(zeros, 2), b"/Filter [/FlateDecode /FlateDecode]")),
        "packed in hexadecimal": page(stream(packed(zeros).hex().encode(), b"/Filter [/ASCIIHexDecode /FlateDecode]")),
        "packed by a predictor": page(
            stream(packed(zeros), b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 99999999 >>")
        ),
        "many packed streams": page(
            text, b"", b"0 0 9 9", *(stream(packed(zeros[:45_000_000]), b"/Filter /Fl") for _ in range(15))
        ),
        "lzw": page(stream(b"\x80\x0b\x60\x50" * 90_000, b"/Filter /LZWDecode")),
        "run length": page(stream(b"\x81a" * 400_000, b"/Filter /RunLengthDecode")),
        "a form that draws itself": page(stream(b"/X Do"), draws_six, b"0 0 9 9", stream(b"/X Do", form)),
        "forms that fan out": page(stream(b"/X Do " * 60), draws_six, b"0 0 9 9", fan, fan, fan),
        "a picture of a terapixel": page(
            stream(b"q 9 0 0 9 0 0 cm /X Do Q"), draws_six, b"0 0 9 9", _image(10**6, 10**6)
        ),
        "a picture that unpacks": page(
            stream(b"q 9 0 0 9 0 0 cm /X Do Q"), draws_six, b"0 0 9 9", _image(30_000, 30_000, packed(zeros))
        ),
        "a broken jpeg": page(
            stream(b"/X Do"), draws_six, b"0 0 9 9", _image(9, 9, b"\xff\xd8\xff\xe0\xff\xff", b"/DCTDecode")
        ),
        "a broken jbig2": page(stream(b"/X Do"), draws_six, b"0 0 9 9", _image(9999, 9999, bytes(99), b"/JBIG2Decode")),
        "a broken jpx": page(
            stream(b"/X Do"), draws_six, b"0 0 9 9", _image(9999, 9999, b"\0\0\0\x0cjP  ", b"/JPXDecode")
        ),
        "a broken fax": page(
            stream(b"/X Do"), draws_six, b"0 0 9 9", _image(60_000, 60_000, bytes(99), b"/CCITTFaxDecode")
        ),
        "a page of a kilometre": page(text, b"", b"0 0 99999999 99999999"),
        "a page turned inside out": page(text, b"", b"300 300 0 0"),
        "a page of nothing": page(text, b"", b"0 0 0 0"),
        "a page that is its own parent": file(
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999 >>"
        ),
        "pages by the million": file(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 200000 /Kids [%s] >>" % (b"3 0 R " * 200_000),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ),
        "deep arrays": page(stream(b"[" * 200_000 + b"]" * 200_000 + b" TJ")),
        "deep dictionaries": page(text, b"/A " + b"<< /A " * 20_000 + b"1 " + b">> " * 20_000),
        "deep saves": page(stream(b"q " * 900_000)),
        "operators by the million": page(stream(packed(b"0 0 m 9 9 l S\n" * 2_000_000), b"/Filter /FlateDecode")),
        "letters by the million": page(
            stream(packed(b"BT /F1 1 Tf (" + b"a" * 3_000_000 + b") Tj ET"), b"/Filter /FlateDecode")
        ),
        "a string without end": page(stream(b"BT (" + b"(" * 300_000)),
        "outlines in a ring": file(
            b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            b"<< /First 5 0 R /Last 5 0 R >>",
            b"<< /Title (a) /Next 6 0 R /Parent 4 0 R >>",
            b"<< /Title (b) /Next 5 0 R /Parent 4 0 R /First 4 0 R >>",
        ),
        "names in a ring": file(
            b"<< /Type /Catalog /Pages 2 0 R /Names << /Dests 4 0 R /EmbeddedFiles 4 0 R >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            b"<< /Kids [4 0 R 4 0 R] >>",
        ),
        "a length that points to itself": page(b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        "a length that lies": page(b"<< /Length 999999999 >>\nstream\nBT ET\nendstream"),
        "a table that points to itself": HEAD
        + b"xref\n0 0\ntrailer << /Prev 15 /Root 1 0 R >>\nstartxref\n15\n%%EOF\n",
        "a table of a billion": file(
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", size=10**9
        ),
        "a table that starts late": HEAD
        + b"xref\n2147483647 2\n0000000000 65535 f \ntrailer << >>\nstartxref\n15\n%%EOF\n",
        "object streams in a ring": file(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [] /Count 0 >>",
            stream(b"4 0 << /A 4 0 R >>", b"/Type /ObjStm /N 999999999 /First 4 /Extends 3 0 R"),
        ),
        "a map of four billion letters": page(
            stream(b"BT /F9 12 Tf (aa) Tj ET"),
            b"/Font << /F9 6 0 R >>",
            b"0 0 99 99",
            b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 7 0 R >>",
            stream(b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"),
        ),
        "revisions by the thousand": page(text) + b"startxref\n9\n%%EOF\n".join([b" " * 70] * 3000),
        "objects by the hundred thousand": file(
            b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", *[b"(a)"] * 320_000
        ),
        "a locked file that lies": file(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [] /Count 0 >>",
            b"<< /Filter /Standard /V 5 /R 6 /Length 99999 /O () /U () /OE () /UE () /Perms () /P -1 >>",
            trailer=b"/Encrypt 3 0 R /ID [() ()]",
        ),
        "two files in one": b"PK\x03\x04" + bytes(40) + page(text) + b"<html><script>alert(1)</script></html>",
    }


def mutants(sound: list[bytes], wanted: int, seed: int = 0) -> Iterator[bytes]:
    """Return sound files with damage: bytes turned, pieces cut, doubled or swapped, numbers blown up."""
    chance = Random(seed)  # noqa: S311 - the same damage again
    for _ in range(wanted):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.choice((1, 2, 8, 40))):
            at = chance.randrange(len(data))
            match chance.randrange(6):
                case 0:
                    data[at] ^= 1 << chance.randrange(8)
                case 1:
                    del data[at : at + chance.randrange(1, 200)]
                case 2:
                    data[at:at] = data[at : at + chance.randrange(1, 400)]
                case 3:
                    data[at : at + 1] = chance.choice((b"<<", b">>", b"[", b"]", b"(", b" 0 R", b"endobj", b"stream\n"))
                case 4:
                    data[at : at + 2] = str(chance.choice((-1, 0, 2**31, 2**63, 10**20))).encode()
                case _:
                    del data[at if chance.random() < 0.2 else len(data) - 1 :]
            if len(data) < 2:
                break
        yield bytes(data)
