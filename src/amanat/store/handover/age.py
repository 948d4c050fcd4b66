"""Files sealed for one or several readers: the age format, version 1, with X25519 recipients (C2SP age.md).

Any age program can open what is sealed here, and the other way round. A file is authenticated against change, not
signed: whoever knows a reader's public key can seal for them. Who did is proven inside, with `common_key`.
"""

import hmac
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from amanat.core import DataError

_HEAD = b"age-encryption.org/v1\n"
_LABEL = b"age-encryption.org/v1/X25519"
_CHUNK = 64 * 1024
_TAG = 16
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_STANZA = re.compile(rb"-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n")


def make_key() -> str:
    """Return a new secret key, `AGE-SECRET-KEY-1…`. Keep it where nobody else reads."""
    return _bech32("age-secret-key-", os.urandom(32)).upper()


def public(secret: str) -> str:
    """Return the public key of a secret one, `age1…`: give it to whoever sends to you."""
    return _bech32("age", _nacl().crypto_scalarmult_base(_key(secret, "age-secret-key-")))


def common_key(secret: str, theirs: str, *, sends: bool) -> bytes:
    """Return a key that the holders of two key pairs can work out and nobody else (X25519, static keys on both sides).

    Args:
        secret: our own.
        theirs: the public key of the other.
        sends: whether we write to them; what goes one way is no answer that came the other way.

    Raises:
        DataError: H027, a key is none.
    """
    ours, other = _key(secret, "age-secret-key-"), _key(theirs, "age")
    mine = _nacl().crypto_scalarmult_base(ours)
    return _hkdf(_shared(ours, other), mine + other if sends else other + mine, b"amanat hand-over 1")


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Seal data for the holders of some public keys.

    Raises:
        DataError: H027, a key is none.
    """
    nacl = _nacl()
    file_key = os.urandom(16)
    head = _HEAD
    for recipient in recipients:
        theirs, ours = _key(recipient, "age"), os.urandom(32)
        share = nacl.crypto_scalarmult_base(ours)
        wrap = _hkdf(_shared(ours, theirs), share + theirs, _LABEL)
        body = nacl.crypto_aead_chacha20poly1305_ietf_encrypt(file_key, b"", bytes(12), wrap)
        head += b"-> X25519 " + _bare(share) + b"\n" + _bare(body) + b"\n"
    head += b"---"
    mac = hmac.new(_hkdf(file_key, b"", b"header"), head, sha256).digest()
    nonce = os.urandom(16)
    key = _hkdf(file_key, nonce, b"payload")
    chunks = (
        nacl.crypto_aead_chacha20poly1305_ietf_encrypt(piece, b"", _nonce(n, last=last), key)
        for n, piece, last in _pieces(data, _CHUNK)
    )
    return head + b" " + _bare(mac) + b"\n" + nonce + b"".join(chunks)


def unseal(sealed: bytes, secret: str) -> bytes:
    """Open what was sealed for the holder of a secret key.

    Raises:
        DataError: H028, it is no such file, was changed or cut off, or was sealed for somebody else; H027, the key
            is none.
    """
    head, mark, rest = sealed.partition(b"\n--- ")
    mac, _, payload = rest.partition(b"\n")
    if not sealed.startswith(_HEAD) or not mark or len(payload) < 16 + _TAG:
        raise DataError("H028", "this is no sealed file, or it was cut off")
    file_key = _file_key(head + b"\n", _key(secret, "age-secret-key-"))
    expected = hmac.new(_hkdf(file_key, b"", b"header"), head + b"\n---", sha256).digest()
    if not hmac.compare_digest(_bare(expected), mac):
        raise DataError("H028", "the sealed file was changed on the way; ask for it again")
    key = _hkdf(file_key, payload[:16], b"payload")
    nacl, out = _nacl(), []
    for n, piece, last in _pieces(payload[16:], _CHUNK + _TAG):
        try:
            out.append(nacl.crypto_aead_chacha20poly1305_ietf_decrypt(piece, b"", _nonce(n, last=last), key))
        except Exception:  # noqa: BLE001 - the library's own error, whatever it is, means one thing
            raise DataError("H028", "the sealed file was changed on the way; ask for it again") from None
    return b"".join(out)


def _file_key(head: bytes, secret: bytes) -> bytes:
    nacl = _nacl()
    ours = nacl.crypto_scalarmult_base(secret)
    for share_text, body_text in _STANZA.findall(head):
        share, body = b64decode(share_text + b"="), b64decode(body_text + b"=")
        wrap = _hkdf(_shared(secret, share), share + ours, _LABEL)
        try:
            key: bytes = nacl.crypto_aead_chacha20poly1305_ietf_decrypt(body, b"", bytes(12), wrap)
        except Exception:  # noqa: BLE001, S112 - sealed for somebody else: the next one may be for us
            continue
        return key
    raise DataError("H028", "this file was sealed for somebody else; send them your public key and ask again")


def _pieces(data: bytes, size: int) -> Iterator[tuple[int, bytes, bool]]:
    count = max(1, -(-len(data) // size))
    for n in range(count):
        yield n, data[n * size : (n + 1) * size], n == count - 1


def _nonce(n: int, *, last: bool) -> bytes:
    return n.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _shared(ours: bytes, theirs: bytes) -> bytes:
    try:
        shared: bytes = _nacl().crypto_scalarmult(ours, theirs)
    except Exception:  # noqa: BLE001 - a point of low order: no honest key is one
        raise DataError("H027", "this is no key one can seal for") from None
    return shared


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF (RFC 5869) with SHA-256, one block."""
    inner = hmac.new(salt or bytes(32), key, sha256).digest()
    return hmac.new(inner, info + b"\x01", sha256).digest()


def _bare(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _nacl() -> Any:  # noqa: ANN401 - an extra, loaded when something is sealed
    try:
        from nacl import bindings  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("H027", "sealing needs a further package: pip install 'amanat[desk]'") from None
    return bindings


def _bech32(prefix: str, data: bytes) -> str:
    """Write bytes as Bech32 (BIP 173)."""
    digits = _regroup(data, 8, 5, pad=True)
    check = _polymod([*_spread(prefix), *digits, *[0] * 6]) ^ 1
    return f"{prefix}1{''.join(_LETTERS[d] for d in [*digits, *((check >> 5 * (5 - n)) & 31 for n in range(6))])}"


def _key(text: str, prefix: str) -> bytes:
    """Read a key of a kind.

    Raises:
        DataError: H027, it is none.
    """
    given = text.strip()
    lower = given.lower()
    head, _, body = lower.rpartition("1")
    whole = given in (lower, given.upper()) and head == prefix and set(body) <= set(_LETTERS)
    digits = [_LETTERS.index(c) for c in body] if whole else []
    if len(digits) < 6 or _polymod([*_spread(head), *digits]) != 1:  # noqa: PLR2004 - letters of the check
        raise DataError("H027", f"this is no key: one begins with {prefix}1 and has a check at its end")
    data = bytes(_regroup(digits[:-6], 5, 8, pad=False))
    if len(data) != 32:  # noqa: PLR2004 - bytes of a key
        raise DataError("H027", "this is no key: it is too short or too long")
    return data


def _spread(prefix: str) -> list[int]:
    return [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]


def _polymod(values: Sequence[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for n, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= part if top >> n & 1 else 0
    return check


def _regroup(values: Sequence[int], size: int, to: int, *, pad: bool) -> list[int]:
    held, bits, out = 0, 0, []
    for value in values:
        held, bits = held << size | value, bits + size
        while bits >= to:
            bits -= to
            out.append(held >> bits & (1 << to) - 1)
    if pad and bits:
        out.append(held << to - bits & (1 << to) - 1)
    return out
