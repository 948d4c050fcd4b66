import pytest

from amanat.read import txt


def test_bytes_are_decoded_and_left_alone() -> None:
    assert txt.text(b"\xef\xbb\xbfa\r\nb \xd9\x87", "utf-8") == "\ufeffa\r\nb ه"


def test_wrong_bytes_are_told_not_guessed() -> None:
    with pytest.raises(UnicodeDecodeError):
        txt.text(b"word \xe9", "utf-8")
