"""Records without names in them: keyed hashes, and Bloom filters of letter pairs, so that lists need not be shown.

Each agency encodes its own list with the same secret and hands over the encoded table. Known weakness, to be said
wherever this is used: Bloom filters of names can be read back by how often patterns occur, without the secret
(Christen, Schnell, Vatsalan and Ranbaduge, PAKDD 2017, "Efficient cryptanalysis of Bloom filters for PPRL"). Encoded
records are still personal data: link them on one machine, hand on nothing but the overlap table, throw secret and
encoded tables away. Years of birth are hashed, so a year off by one counts as another year.

Source of the filters: Schnell, Bachteler and Reiher, BMC Medical Informatics 9 (2009) 41; Dice coefficient of two
filters as similarity.
"""

import hmac
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from amanat.core import DataError

if TYPE_CHECKING:
    import pyarrow as pa

BLOOM = ("b0", "b1", "b2", "b3")
"""Four columns of 64 bits hold one filter: databases count bits of whole numbers quickly."""
_BITS, _HASHES = 256, 12
_SECRET = 16  # bytes; shorter ones can be tried out

_SHARED = " + ".join(f'cast(bit_count("{{item}}_{part}_l" & "{{item}}_{part}_r") as int)' for part in BLOOM)
_BOTH = " + ".join(f'cast(bit_count("{{item}}_{part}_{side}") as int)' for part in BLOOM for side in "lr")
DICE = f"2.0 * ({_SHARED}) >= 0.75 * ({_BOTH})"
"""SQL: the Dice coefficient of two filters is 0.75 or more."""


def encode(records: "pa.Table", secret: bytes) -> "pa.Table":
    """Return the records without names: keyed hashes of keys, places and years, Bloom filters of names.

    Args:
        records: as `link` takes them.
        secret: at least 16 random bytes, the same for every list of one linkage and for no other.

    Raises:
        DataError: F107 the secret is too short.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if len(secret) < _SECRET:
        raise DataError("F107", f"a secret of at least {_SECRET} random bytes is needed")
    columns = {"id": records.column("id")}
    for column in ("name_key", "name_head", "father_key", "place", "born"):
        hashed = {value: _hashed(secret, column, value) for value in set(records.column(column).to_pylist())}
        columns[column] = pa.array([hashed[value] for value in records.column(column).to_pylist()], pa.string())
    for item in ("name", "father"):
        filters = [_filter(secret, value) for value in records.column(item).to_pylist()]
        for part, values in zip(BLOOM, zip(*filters, strict=True), strict=True):
            columns[f"{item}_{part}"] = pa.array(values, pa.int64())
    return pa.table(columns)


def _hashed(secret: bytes, column: str, value: object) -> str | None:
    if value is None:
        return None
    return hmac.new(secret, f"{column}:{value}".encode(), "sha256").hexdigest()[:16]


def _filter(secret: bytes, name: str | None) -> tuple[int | None, ...]:
    """Return a filter as four signed numbers; None for an unknown name."""
    if not name:
        return (None,) * len(BLOOM)
    padded, bits = f" {name} ", 0
    for start in range(len(padded) - 1):
        bits |= _positions(secret, padded[start : start + 2])
    words = (bits >> 64 * place & (1 << 64) - 1 for place in range(len(BLOOM)))
    return tuple(word - (1 << 64) if word >> 63 else word for word in words)


@lru_cache(maxsize=8192)
def _positions(secret: bytes, pair: str) -> int:
    """Return the bits that a pair of letters sets: twelve of 256, drawn by the keyed hash."""
    digest = blake2b(pair.encode(), key=secret[:64], digest_size=_HASHES).digest()
    bits = 0
    for byte in digest:
        bits |= 1 << byte % _BITS
    return bits
