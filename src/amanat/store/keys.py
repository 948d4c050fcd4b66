"""The keys of a store, and the file beside it that holds them locked.

One master key of 32 random bytes; every other key is derived from it (BLAKE2b, keyed, one name for each purpose). The
master is never written: `vault.json` holds it once for each way in (slot), sealed under a key made from a passphrase
(Argon2id, RFC 9106, 128 MiB and 3 passes) or kept by the system's keyring.
"""

import base64
import json
import os
import unicodedata
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from amanat.core import StoreError
from amanat.store.extras import needed
from amanat.store.files import put
from amanat.store.sealing import KEY, seal, unseal

SHORTEST = 12
"""Fewest letters of a passphrase. NIST SP 800-63B-4 asks for 15 where nothing else is asked, 8 beside a second step."""
_KEYRING = "amanat-desk"


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess of a passphrase is."""

    passes: int = 3
    memory: int = 128 * 1024
    """KiB."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a store is opened with. Kept out of `repr`, so no log line can carry it."""

    master: bytes = field(repr=False)

    def of(self, purpose: str) -> bytes:
        """Return the key of one purpose: `database`, `records`, `index`, `audit`, `head`, `backup` …"""
        return blake2b(key=self.master, digest_size=KEY, person=purpose.encode()[:16]).digest()

    def index(self, purpose: str, words: str) -> str:
        """Return a keyed hash, for finding a row by words that must not stand in it."""
        plain = unicodedata.normalize("NFC", words)
        return blake2b(plain.encode("utf-8", "surrogatepass"), key=self.of("i:" + purpose), digest_size=20).hexdigest()


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in."""

    name: str
    """Keyed hash of a sign-in name, or `keyring`."""
    kind: str
    salt: str
    passes: int
    memory: int
    wrapped: str
    """The master key, sealed; base64."""


@dataclass(frozen=True, slots=True)
class Locks:
    """All ways into one store: the content of `vault.json`. Nothing in it opens anything by itself."""

    store: str
    """Random id of the store: binds the slots and salts their names."""
    slots: tuple[Slot, ...] = ()

    def with_passphrase(self, keys: Keys, who: str, passphrase: str, cost: Cost) -> "Locks":
        """Add a way in, or replace the one of the same name.

        Raises:
            StoreError: V005 the passphrase is too short.
        """
        if len(passphrase.strip()) < SHORTEST:
            raise StoreError("V005", f"a passphrase needs {SHORTEST} letters or more; five random words are good")
        salt = os.urandom(16)
        wrapped = seal(_stretched(passphrase, salt, cost), keys.master, self._bound(who))
        made = Slot(self.name_of(who), "passphrase", _text(salt), cost.passes, cost.memory, _text(wrapped))
        return replace(self, slots=(*self._others(made.name), made))

    def with_keyring(self, keys: Keys) -> "Locks":
        """Let the system's keyring open the store.

        Raises:
            StoreError: V006 this machine has no keyring; a passphrase it must be, never a plain file.
        """
        keyring = needed("keyring")
        secret = os.urandom(KEY)
        try:
            keyring.set_password(_KEYRING, self.store, _text(secret))
        except keyring.errors.KeyringError:
            raise StoreError("V006", "this machine keeps no keyring; open the store with a passphrase") from None
        made = Slot("keyring", "keyring", "", 0, 0, _text(seal(secret, keys.master, self._bound("keyring"))))
        return replace(self, slots=(*self._others("keyring"), made))

    def without(self, who: str) -> "Locks":
        """Take a way in away."""
        return replace(self, slots=self._others(self.name_of(who)))

    def open(self, who: str, passphrase: str) -> Keys:
        """Open by passphrase.

        Raises:
            StoreError: V002 the name or the passphrase is wrong; which of the two is not said, nor does time tell.
        """
        name = self.name_of(who)
        slot = next((s for s in self.slots if s.name == name and s.kind == "passphrase"), None)
        cost = Cost(slot.passes, slot.memory) if slot else self._usual_cost()
        key = _stretched(passphrase, _bytes(slot.salt) if slot else b"\0" * 16, cost)
        try:
            if slot:
                return Keys(unseal(key, _bytes(slot.wrapped), self._bound(who)))
        except StoreError:
            pass
        raise StoreError("V002", "this name and passphrase do not open the store")

    def open_by_keyring(self) -> Keys:
        """Open by the system's keyring.

        Raises:
            StoreError: V006 there is none, or it holds nothing for this store.
        """
        slot = next((s for s in self.slots if s.kind == "keyring"), None)
        if slot is None:
            raise StoreError("V006", "the keyring of this machine does not open this store; use a passphrase")
        keyring = needed("keyring")
        try:
            secret = keyring.get_password(_KEYRING, self.store)
        except keyring.errors.KeyringError:
            secret = None
        if not secret:
            raise StoreError("V006", "the keyring of this machine does not open this store; use a passphrase")
        return Keys(unseal(_bytes(secret), _bytes(slot.wrapped), self._bound("keyring")))

    def name_of(self, who: str) -> str:
        """Return the name of somebody's slot. Whoever holds the file can test a guess of a sign-in name."""
        return blake2b(_folded(who).encode(), key=bytes.fromhex(self.store), digest_size=16).hexdigest()

    def _bound(self, who: str) -> str:
        return f"{self.store}:{_folded(who)}"

    def _others(self, name: str) -> tuple[Slot, ...]:
        return tuple(s for s in self.slots if s.name != name)

    def _usual_cost(self) -> Cost:
        first = next((s for s in self.slots if s.kind == "passphrase"), None)
        return Cost(first.passes, first.memory) if first else Cost()


def new_locks() -> tuple[Locks, Keys]:
    """Return the locks of a new store, with no way in yet, and its keys."""
    return Locks(os.urandom(16).hex()), Keys(os.urandom(KEY))


def save(locks: Locks, path: Path) -> None:
    """Write the locks, whole or not at all."""
    slots = [{f: getattr(s, f) for f in Slot.__slots__} for s in locks.slots]
    put(path, json.dumps({"format": 1, "store": locks.store, "slots": slots}, indent=1).encode())


def load(path: Path) -> Locks:
    """Read the locks of a store.

    Raises:
        StoreError: V004 the file is missing or damaged.
    """
    try:
        content = json.loads(path.read_bytes())
        slots = tuple(_slot(slot) for slot in content["slots"])
        bytes.fromhex(content["store"])
        return Locks(str(content["store"]), slots)
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError(
            "V004", "the lock file of the store (vault.json) is missing or damaged; put its copy from a backup back"
        ) from None


def _slot(given: dict[str, object]) -> Slot:
    words = {name: str(given[name]) for name in ("name", "kind", "salt", "wrapped")}
    return Slot(**words, passes=int(str(given["passes"])), memory=int(str(given["memory"])))


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id, version 1.3, one lane (RFC 9106)."""
    low_level = needed("argon2.low_level")
    words = unicodedata.normalize("NFKC", passphrase).strip().encode("utf-8", "surrogatepass")
    made: bytes = low_level.hash_secret_raw(
        words, salt, time_cost=cost.passes, memory_cost=cost.memory, parallelism=1, hash_len=KEY, type=low_level.Type.ID
    )
    return made


def _folded(who: str) -> str:
    return unicodedata.normalize("NFKC", who).strip().casefold()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
