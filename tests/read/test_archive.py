import io
import zipfile

import pytest

from amanat.core import ReadError
from amanat.read import archive
from amanat.read.archive import Archive


def packed(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
        file.comment = comment
    return out.getvalue()


def test_members_and_notes() -> None:
    opened = Archive(packed({"a": b"1", "b/": b"", "b/c": b"23"}, b"a note"))
    assert opened.names == ("a", "b/c")
    assert opened.read("b/c") == b"23"
    assert opened.note.startswith(b"a note")


def test_a_member_larger_than_it_says_is_refused() -> None:
    data = packed({"a": b"x" * 1000})
    small = data.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(ReadError, match=r"R01[15]"):
        Archive(small).read("a")


def test_what_is_read_again_and_again_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL", 5_000)
    opened = Archive(packed({"a": b"x" * 4_000}))
    for _ in range(2):
        opened.read("a")
    with pytest.raises(ReadError, match="R011"):
        opened.read("a")


def test_a_sealed_member_is_refused() -> None:
    data = bytearray(packed({"a": b"1"}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ReadError, match="R016"):
        Archive(bytes(data))


def test_a_damaged_member_is_refused() -> None:
    data = bytearray(packed({"a": bytes(range(256)) * 20}))
    data[60] ^= 0xFF
    with pytest.raises(ReadError, match="R015"):
        Archive(bytes(data)).read("a")


def test_two_members_of_one_name_are_refused() -> None:
    data = packed({"aa": b"1", "ab": b"2"}).replace(b"ab", b"aa")
    with pytest.raises(ReadError, match="R018"):
        Archive(data)


def test_a_member_without_a_name_is_refused() -> None:
    data = packed({"ab": b"1"})
    at = data.index(b"PK\x01\x02")
    with pytest.raises(ReadError, match="R018"):
        Archive(data[:at] + data[at:].replace(b"ab", b"\0b"))
