"""Files that mean harm: bombs of our own making, and good files bent at random."""

import contextlib
import copy
import io
import random
import zipfile
import zlib
from collections.abc import Iterator

from layered_docx import simple
from lxml import etree

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def with_parts(parts: dict[str, bytes], base: bytes | None = None) -> bytes:
    """Return a Word file with parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(base or simple(["A bus stopped."]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name, content in ({n: old.read(n) for n in old.namelist()} | parts).items():
            new.writestr(name, content)
    return out.getvalue()


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield endings and files; every one must be read or refused in bounded time and memory."""
    body = b"word/document.xml"
    main = body.decode()
    yield "docx", with_parts({main: f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]><a>&l9;</a>'.encode()})
    yield "docx", with_parts({main: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'})
    yield "docx", with_parts({main: b"<a>" * 200_000 + b"</a>" * 200_000})
    yield "docx", with_parts({main: b"<w:p " + b" ".join(b'a%d="x"' % n for n in range(200_000)) + b"/>"})
    yield "docx", with_parts({"word/media/zeros.bin": bytes(60 << 20)})
    yield "docx", with_parts({f"word/media/{n}.bin": bytes(9 << 20) for n in range(24)})
    yield "docx", with_parts({f"x/{n}.xml": b"<a/>" for n in range(3_000)})
    yield "docx", with_parts({"../../../tmp/evil.xml": b"<a/>"})
    yield "docx", with_parts({"customXml/item1.xml": b"<a b='" + b"Ab " * 4_000_000 + b"'/>"})
    yield "docx", with_parts({"customXml/item1.xml": b"<a b='" + b"A" * 12_000_000 + b"'/>"})
    yield "docx", with_parts({"word/embeddings/a.docx": _nested(6)})
    yield "docx", b"%PDF-1.7\n" + simple(["A bus."])
    yield "docx", b"PK\x03\x04" + bytes(1_000_000)
    yield "docx", simple(["x" * 5_000_000])
    table = "<w:tbl>" * 80 + "<w:tr><w:tc><w:p/></w:tc></w:tr>" + "</w:tbl>" * 80
    yield "docx", simple(["A bus."], table)
    yield "odt", zlib.compress(bytes(1 << 20))
    yield "odt", with_parts({"content.xml": b"<table-row>" * 250 + b"</table-row>" * 250})
    yield "html", b"<div>" * 500_000
    yield "html", b"<a href='" + b"x" * 3_000_000
    yield "html", b"<" * 2_000_000
    yield "html", b"<!--" * 500_000
    yield "html", b"&#x" * 500_000
    yield "html", ('<iframe srcdoc="' * 50).encode() + b"x"
    yield "eml", b"Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n" + b"--B\n\na\n" * 100_000
    yield "eml", b"Subject: " + b"=?utf-8?q?=41?= " * 100_000 + b"\n\na"
    yield "eml", b"A: b\n" * 300_000 + b"\na"
    mail = b"Subject: x\n\nend"
    for _ in range(60):
        mail = b"Subject: x\nContent-Type: message/rfc822\n\n" + mail
    yield "eml", mail


def _nested(depth: int) -> bytes:
    data = simple(["The innermost."])
    for _ in range(depth):
        data = with_parts({"word/embeddings/a.docx": data})
    return data


def bent(data: bytes, chance: random.Random) -> bytes:
    """Return a file with something wrong in it: bytes flipped, cut, doubled; in zips also inside a part."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        with (
            contextlib.suppress(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError),
            zipfile.ZipFile(io.BytesIO(data)) as file,
        ):
            name = chance.choice(file.namelist())
            return with_parts({name: _bent(file.read(name), chance)}, data)
    return _bent(data, chance)


def reshaped(data: bytes, chance: random.Random) -> bytes:
    """Return a zip of XML in which one part is well-formed still, but its elements stand where none belongs."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        name = chance.choice([each for each in file.namelist() if each.endswith((".xml", ".rels"))])
        root = etree.fromstring(file.read(name))
    for _ in range(chance.randint(1, 8)):
        every = [element for element in root.iter() if isinstance(element.tag, str)]
        one, other = chance.choice(every), chance.choice(every)
        match chance.randrange(5):
            case 0 if one is not root:
                one.getparent().remove(one)
            case 1:
                other.append(copy.deepcopy(one) if len(every) < 5_000 else etree.Element(one.tag))
            case 2:
                one.tag = other.tag
            case 3 if one.attrib:
                one.attrib[chance.choice(list(one.attrib))] = chance.choice(
                    ["", "-1", "99999999999", "x", "٣", "1.5", "true"]
                )
            case _:
                one.text = chance.choice([None, "", " ", "x" * 500, "\u202e", "٣"])
    return with_parts({name: etree.tostring(root)}, data)


def _bent(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(out) + 1)
        match chance.randrange(5):
            case 0 if out:
                out[min(at, len(out) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del out[at : at + chance.randrange(64)]
            case 2:
                out[at:at] = out[at : at + chance.randrange(400)]
            case 3:
                out[at:at] = chance.choice(
                    [b"<", b">", b"&", b"\0", b"\xff\xfe", b"&#0;", b"]]>", b"<w:p>", b"</w:p>", b'"', b"PK\x03\x04"]
                )
            case _:
                out[at : at + 8] = chance.randbytes(8)
    return bytes(out)
