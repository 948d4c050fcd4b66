"""The scanner finds a name however it is written, and nothing where there is none."""

import base64
import gzip
import html
import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import names

from amanat.publish.forms import Forms
from amanat.publish.scan import found

NAME = "Zunaira Tarkhan"
FORMS = Forms(frozenset({"zunairatarkhan"}), frozenset({"zunaira", "tarkhan"}), frozenset({"3520212345671"}))


def zipped(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("a.xml", data)
    return out.getvalue()


def named(name: str, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, b"x")
        file.comment = comment
    return out.getvalue()


WRITTEN = {
    "plain": NAME.encode(),
    "capitals": NAME.upper().encode(),
    "utf-16": b"\xff\xfe" + NAME.encode("utf-16-le"),
    "utf-16, odd place": b"x" + NAME.encode("utf-16-be"),
    "entities": "".join(f"&#x{ord(c):x};" for c in NAME).encode(),
    "markup between": "".join(f"<w:t>{c}</w:t>" for c in NAME).encode(),
    "attribute": b'<a b="Zunaira&#32;Tarkhan"/>',
    "spaced": " ".join(NAME).encode(),
    "dotted": ".".join(NAME).encode(),
    "zero width": "\u200b".join(NAME).encode(),
    "accents": "Zúnáirä Tárkhan".encode(),
    "reversed": NAME[::-1].encode(),
    "base64": b"data:;base64," + base64.b64encode(b"x " + NAME.encode()),
    "base64 in lines": base64.encodebytes(b"some words before it, then " + NAME.encode() * 3),
    "hex": NAME.encode().hex().encode(),
    "hex, spaced": NAME.encode().hex(" ").encode(),
    "escapes": "".join(f"\\u{ord(c):04x}" for c in NAME).encode(),
    "octal": "".join(f"\\{ord(c):03o}" for c in NAME).encode(),
    "percent": "".join(f"%{ord(c):02X}" for c in NAME).encode(),
    "quoted printable": "".join(f"={ord(c):02X}" for c in NAME).encode(),
    "code points": " ".join(str(ord(c)) for c in NAME).encode(),
    "deflated": b"stream\n" + zlib.compress(NAME.encode()),
    "gzip": gzip.compress(NAME.encode()),
    "zip": zipped(NAME.encode()),
    "zip, stored": zipped(NAME.encode(), zipfile.ZIP_STORED),
    "zip in zip": zipped(zipped(NAME.encode())),
    "zip of utf-16": zipped(NAME.encode("utf-16")),
    "name in the zip": named("Zunaira_Tarkhan.jpg"),
    "comment of the zip": named("a", NAME.encode()),
    "base64 of a zip": base64.b64encode(zipped(NAME.encode())),
    "one part of the name": b"<p>Miss Tarkhan</p>",
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_name_is_found_however_it_is_written(way: str) -> None:
    assert found(WRITTEN[way], FORMS)
    assert found(b"\x00\x01 before " + WRITTEN[way], FORMS) or way in {"gzip", "utf-16"}


@pytest.mark.parametrize("said", ["35202-1234567-1", "35202 1234567 1", "3520212345671"])
def test_a_number_is_found_with_and_without_its_groups(said: str) -> None:
    assert found(f"card {said}.".encode(), FORMS) == {"3520212345671"}


def test_urdu_is_found() -> None:
    forms = Forms(frozenset({"زنیراترخان"}), frozenset(), frozenset())
    for code in ("utf-8", "utf-16", "cp1256"):
        assert found("نام زنیرا ترخان تھا".encode(code, "ignore"), forms) or code == "cp1256"


@given(st.binary(max_size=400))
def test_any_bytes_can_be_scanned(data: bytes) -> None:
    if b"PK\x03\x04" not in data:
        assert isinstance(found(data, FORMS), frozenset)


def test_other_names_are_not_found() -> None:
    page = "".join(
        f"<p>{html.escape(name)} said so.</p>" for name in names(300, 40) if not set(name.split()) & set(NAME.split())
    )
    assert not found(zipped(page.encode()), FORMS)
    assert not found(NAME.encode(), Forms(frozenset(), frozenset(), frozenset()))


def test_a_broken_zip_breaks_the_check() -> None:
    with pytest.raises(zipfile.BadZipFile):
        found(b"PK\x03\x04 is no zip", FORMS)
