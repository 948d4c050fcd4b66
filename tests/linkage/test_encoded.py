"""Encoded records: no name in them, the same secret gives the same codes, near names give near filters."""

import pyarrow as pa
import pytest

from amanat.core import DataError
from amanat.linkage.encoded import BLOOM, encode
from amanat.linkage.names import prepared

SECRET = bytes(range(32))


@pytest.fixture(scope="module")
def records() -> pa.Table:
    return prepared(["Asif Khan", "Aasif Khan", "Nadeem Gul"] * 10, ["Ali"] * 30, ["p"] * 30, [1990] * 30)


def test_a_short_secret_is_refused(records: pa.Table) -> None:
    with pytest.raises(DataError, match="F107"):
        encode(records, b"salt")


def test_another_secret_gives_other_codes(records: pa.Table) -> None:
    one, other = encode(records.slice(0, 20), SECRET), encode(records.slice(0, 20), SECRET[::-1])
    assert one.column("name_key") != other.column("name_key")
    assert one.column("name_b0") != other.column("name_b0")
    assert encode(records.slice(0, 20), SECRET) == one


def test_near_names_share_bits_and_others_few(records: pa.Table) -> None:
    hidden = encode(records, SECRET).to_pylist()

    def bits(row: int) -> int:
        return sum((hidden[row][f"name_{part}"] & (1 << 64) - 1) << 64 * n for n, part in enumerate(BLOOM))

    def dice(one: int, other: int) -> float:
        return 2 * (bits(one) & bits(other)).bit_count() / (bits(one).bit_count() + bits(other).bit_count())

    assert dice(0, 1) > 0.75 > dice(0, 2)
    assert dice(0, 3) == 1


def test_unknown_stays_unknown() -> None:
    hidden = encode(prepared(["Asif", ""], ["", "Ali"], ["p", ""], [0, 1990]), SECRET).to_pylist()
    assert hidden[0]["father_b0"] is None
    assert hidden[0]["born"] is None
    assert hidden[1]["name_key"] is None
