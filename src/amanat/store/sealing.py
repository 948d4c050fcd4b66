"""Seal single fields: XChaCha20-Poly1305 (libsodium), bound to where they stand, padded so that length tells little.

Source: draft-irtf-cfrg-xchacha-03; libsodium's `crypto_aead_xchacha20poly1305_ietf`. A nonce of 192 bits is drawn at
random for every seal.
"""

from amanat.core import StoreError
from amanat.store.extras import needed

KEY = 32
"""Length of every key, in bytes."""
_NONCE = 24
_BLOCK = 64


def seal(key: bytes, plain: bytes, bound: str) -> bytes:
    """Return the sealed form of some bytes.

    Args:
        key: 32 bytes.
        plain: what to seal.
        bound: where it belongs (`record:part`); it opens nowhere else, so rows cannot be exchanged.
    """
    sodium = needed("nacl.bindings")
    nonce: bytes = needed("nacl.utils").random(_NONCE)
    padded = sodium.sodium_pad(plain, _BLOCK)
    return nonce + bytes(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, bound.encode(), nonce, key))


def unseal(key: bytes, sealed: bytes, bound: str) -> bytes:
    """Return what was sealed.

    Raises:
        StoreError: V003 it was changed, belongs elsewhere, or the key is another.
    """
    sodium = needed("nacl.bindings")
    crypto_error = needed("nacl.exceptions").CryptoError
    try:
        padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes(sealed[_NONCE:]), bound.encode(), bytes(sealed[:_NONCE]), key
        )
        return bytes(sodium.sodium_unpad(padded, _BLOCK))
    except (crypto_error, ValueError, TypeError):
        raise StoreError(
            "V003", "a sealed field does not open: it was changed or belongs to another store; restore a backup"
        ) from None
