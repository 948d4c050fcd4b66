"""Sealed fields: they open with their key at their place, whole, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import StoreError
from amanat.store.sealing import seal, unseal

KEY = bytes(range(32))


@given(st.binary(max_size=500), st.text(max_size=30).filter(lambda t: t.encode("utf-8", "ignore").decode() == t))
def test_what_is_sealed_comes_back(plain: bytes, bound: str) -> None:
    assert unseal(KEY, seal(KEY, plain, bound), bound) == plain


@given(st.binary(max_size=200), st.integers(0, 10_000), st.integers(1, 255))
def test_one_changed_byte_is_seen(plain: bytes, place: int, flip: int) -> None:
    sealed = bytearray(seal(KEY, plain, "r:p"))
    sealed[place % len(sealed)] ^= flip
    with pytest.raises(StoreError, match="V003"):
        unseal(KEY, bytes(sealed), "r:p")


@pytest.mark.parametrize(
    ("key", "bound"), [(KEY, "r:q"), (KEY, "s:p"), (bytes(range(1, 33)), "r:p")], ids=["part", "record", "key"]
)
def test_another_place_or_key_opens_nothing(key: bytes, bound: str) -> None:
    with pytest.raises(StoreError, match="V003"):
        unseal(key, seal(KEY, b"x", "r:p"), bound)


@pytest.mark.parametrize("sealed", [b"", b"short", b"\0" * 64])
def test_rubbish_is_refused(sealed: bytes) -> None:
    with pytest.raises(StoreError, match="V003"):
        unseal(KEY, sealed, "r:p")


def test_lengths_of_names_do_not_show() -> None:
    assert len(seal(KEY, b"Ali", "r:p")) == len(seal(KEY, b"Mehrunnisa Khatoon of a long name", "r:p"))
    assert seal(KEY, b"Ali", "r:p") != seal(KEY, b"Ali", "r:p")
