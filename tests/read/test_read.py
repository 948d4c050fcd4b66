"""What the file says: every input, good and bad."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import ReadError
from amanat.read import LIMIT, read, read_bytes, suffixes


def code(error: pytest.ExceptionInfo[ReadError]) -> str:
    assert error.value.message[0].islower(), "messages go on after `R001: `"
    return error.value.code


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_reading_moves_no_offset(text: str) -> None:
    data = text.encode()
    try:
        document = read_bytes(data)
    except ReadError as error:
        assert error.code == "R004"  # noqa: PT017 - nothing to see in it
        assert not any(letter.isalnum() for letter in text)
    else:
        assert document.text == data.decode("utf-8")
        assert all(document.at(p.span) and p.span.end <= len(text) for p in document.parts)


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\rthree\nfour",
        "\ufeffWith a mark of byte order",
        "\u2067لڑکی\u2069 (girl) \u200f\u200d\u200c .",
        "e\u0301 is not é, and ﬁ is no fi",
        "tab\tbell\x07form\x0c null-free control",
        "🚔🇵🇰 before a name",
        "trailing blanks   \n\n\n",
    ],
)
def test_nothing_is_normalised(text: str) -> None:
    assert read_bytes(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "cp1252", "cp1256"])
def test_other_encodings_by_name(encoding: str) -> None:
    text = "لڑکا" if encoding == "cp1256" else "Café near the border"
    assert read_bytes(text.encode(encoding), encoding=encoding).text == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_by_their_mark(encoding: str) -> None:
    assert read_bytes("لڑکی ملی".encode(encoding)).text == "لڑکی ملی"


@pytest.mark.parametrize(
    ("data", "name", "encoding", "expected"),
    [
        (b"", "a.txt", "", "R004"),
        (b" \n\t\r\n ", "a.txt", "", "R004"),
        ("\ufeff\n".encode(), "a.txt", "", "R004"),
        ("\u200f\u200d\u2067 \n".encode(), "a.txt", "", "R004"),
        (b"\xff\xfe", "a.txt", "", "R004"),
        ("ہاں".encode("cp1256", "ignore") + b"\xe1 word \xe9", "a.txt", "", "R003"),
        (b"story\xed\xa0\x80", "a.txt", "", "R003"),
        (b"story", "a.txt", "no-such-encoding", "R003"),
        (b"story", "a.txt", "hex", "R003"),
        (b"xn--99999999999", "a.txt", "idna", "R003"),
        (b"story", "a.txt", "utf\0", "R003"),
        (b"abc", "a.txt", "utf-16", "R003"),
        (b"MZ\0\0\1\2 program", "a.txt", "", "R007"),
        (b"%PDF-1.7\n%abc", "a.txt", "", "R007"),
        (b"PK\x03\x04word", "-", "", "R007"),
        (b"\x89PNG\r\n\x1a\n", "a", "", "R007"),
        (b"story", "a.xyz", "", "R006"),
        (b"story", "a.exe", "", "R006"),
    ],
)
def test_bad_bytes(data: bytes, name: str, encoding: str, expected: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, name, encoding)
    assert code(error) == expected


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "ascii", "punycode", "idna", "zip"]))
def test_any_bytes_give_a_document_or_a_coded_error(data: bytes, encoding: str) -> None:
    try:
        document = read_bytes(data, "story.txt", encoding)
    except ReadError as error:
        assert error.code in {"R003", "R004", "R007"}  # noqa: PT017 - both outcomes are right
    else:
        assert document.text


def test_too_large_is_said_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    with pytest.raises(ReadError) as error:
        read(file)
    assert code(error) == "R005"
    with pytest.raises(ReadError, match="R005"):
        read_bytes(b"a" * (LIMIT + 1))


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as missing:
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError) as odd_name:
        read("a\0b.txt")
    with pytest.raises(ReadError) as long_name:
        read(tmp_path / ("a" * 5000))
    with pytest.raises(ReadError) as folder:
        read(tmp_path)
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(ReadError) as not_regular:
        read(pipe)
    assert [code(e) for e in (missing, odd_name)] == ["R001"] * 2
    assert [code(e) for e in (long_name, folder, not_regular)] == ["R002"] * 3


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "closed.txt"
    file.write_text("story")
    monkeypatch.setattr(Path, "open", refuse)  # root, under whom containers test, may read any file
    with pytest.raises(ReadError) as error:
        read(file)
    assert code(error) == "R002"


def test_no_message_names_the_file(tmp_path: Path) -> None:
    """A file is often called after the person it is about."""
    with pytest.raises(ReadError) as missing:
        read(tmp_path / "mehrunnisa.txt")
    with pytest.raises(ReadError) as broken:
        read_bytes(b"mehrunnisa \xff", "mehrunnisa.txt")
    assert "mehrunnisa" not in f"{missing.value}{broken.value}"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("کہانی\r\n".encode())))
    document = read("-")
    assert (document.text, document.name) == ("کہانی\r\n", "-")


def test_a_path_keeps_its_name_and_case_of_ending_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "Story.TXT"
    file.write_bytes(b"A bus stopped.\r\n")
    document = read(file)
    assert document.name == str(file)
    assert document.text == "A bus stopped.\r\n"


def test_endings_are_listed_with_their_dot() -> None:
    assert {".txt", ".md"} <= set(suffixes())
    assert all(suffix.startswith(".") for suffix in suffixes())
