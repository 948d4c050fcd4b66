"""Make a store, or open the one that is there."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import platformdirs

from amanat.core import Refused, StoreError
from amanat.store import audit, users
from amanat.store.access import Duty, User
from amanat.store.backup import LOCKS, Restored, newest_ring_writer, restore
from amanat.store.engine import Engine
from amanat.store.keys import Cost, Keys, Locks, load, new_locks, save
from amanat.store.postgres import Postgres
from amanat.store.schema import migrate
from amanat.store.sqlcipher import SqlCipher
from amanat.store.vault import Clock, Vault

DATABASE = "desk.db"


@dataclass(frozen=True, slots=True)
class Home:
    """Where a store lives."""

    folder: Path
    """Holds `vault.json`, and the database when it is embedded."""
    postgres: str = ""
    """Address of a PostgreSQL database; empty for the embedded one."""
    heads: Path | None = None
    """File for the audit log's signed head; by default in the user's state folder, apart from the data."""
    backups: Path | None = None
    cost: Cost = field(default_factory=Cost)

    @property
    def locks(self) -> Path:
        """The lock file."""
        return self.folder / LOCKS

    @property
    def exists(self) -> bool:
        """Whether there is a store."""
        return self.locks.exists()

    def engine(self, keys: Keys) -> Engine:
        """Open the database."""
        if self.postgres:
            return Postgres(self.postgres)
        return SqlCipher(self.folder / DATABASE, keys.of("database"))

    def head_of(self, locks: Locks) -> Path:
        """Return the file of the signed head."""
        return self.heads or Path(platformdirs.user_state_path("amanat")) / f"{locks.store}.head"


def usual_home() -> Home:
    """Return where the desk of this user lives."""
    data = Path(platformdirs.user_data_path("amanat"))
    return Home(data / "desk", backups=data / "backups")


def make(home: Home, name: str, passphrase: str, clock: Clock | None = None) -> tuple[Vault, User]:
    """Make a new store with its first user, who leads the desk.

    Raises:
        StoreError: V005 the passphrase is too short, V024 there is a store already.
    """
    if home.exists:
        raise StoreError("V024", "there is a store already; sign in, or choose another folder")
    locks, keys = new_locks()
    locks = locks.with_passphrase(keys, name, passphrase, home.cost)
    if not home.postgres and (home.folder / DATABASE).exists():
        raise StoreError("V004", "a database is here but its lock file (vault.json) is not; put it back from a backup")
    save(locks, home.locks)
    vault = _opened(home, locks, keys, clock)
    return vault, users.add(vault, None, name, locks.name_of(name), {Duty.LEAD})


def open_with(home: Home, name: str, passphrase: str, clock: Clock | None = None) -> tuple[Vault, User]:
    """Open a store by passphrase.

    Raises:
        StoreError: V002 wrong, V004 the lock file is damaged, V008 the database is.
    """
    locks = load(home.locks)
    vault = _opened(home, locks, locks.open(name, passphrase), clock)
    account = users.by_slot(vault, locks.name_of(name))
    if account is None and not users.everybody(vault):  # the first start was cut short
        return vault, users.add(vault, None, name, locks.name_of(name), {Duty.LEAD})
    if account is None or not account.user.active:
        vault.close()
        raise StoreError("V002", "this name and passphrase do not open the store")
    return vault, account.user


def open_by_keyring(home: Home, clock: Clock | None = None) -> Vault:
    """Open a store by the system's keyring; users then still sign in."""
    locks = load(home.locks)
    return _opened(home, locks, locks.open_by_keyring(), clock)


def add_user(home: Home, vault: Vault, by: User, name: str, passphrase: str, duty: frozenset[Duty]) -> User:
    """Add a user and the slot that their passphrase opens.

    Raises:
        Refused: V020 this user may not add users.
        StoreError: V005 the passphrase is too short, V014 the name is taken or the roles do not go together.
    """
    if not users.manages(vault, by):
        raise Refused
    locks = load(home.locks)
    slot = locks.name_of(name)
    if users.by_slot(vault, slot) is None:  # else `users.add` refuses, and the other's slot stays as it is
        save(locks.with_passphrase(vault.keys, name, passphrase, home.cost), home.locks)
    return users.add(vault, by, name, slot, duty)


def close_user(home: Home, vault: Vault, by: User, id_: str) -> None:
    """Close an account: sessions end, and the passphrase opens nothing any more.

    Raises:
        Refused: V020 this user may not.
        StoreError: V015 nobody would be left who can run the desk.
    """
    account = users.by_id(vault, id_)
    users.change(vault, by, id_, account.user.duties, active=False)
    save(load(home.locks).without(account.user.name), home.locks)


def open_user(home: Home, vault: Vault, by: User, id_: str, passphrase: str) -> None:
    """Open a closed account again, or give somebody who forgot it a new passphrase.

    Raises:
        Refused: V020 this user may not.
        StoreError: V005 the passphrase is too short.
    """
    if not users.manages(vault, by):
        raise Refused
    account = users.by_id(vault, id_)
    save(load(home.locks).with_passphrase(vault.keys, account.user.name, passphrase, home.cost), home.locks)
    users.change(vault, by, id_, account.user.duties, active=True)


def who_opens(home: Home, vault: Vault, name: str, passphrase: str) -> User:
    """Return whose passphrase this is, while the store is open.

    Raises:
        StoreError: V002 nobody's, or the account is closed.
    """
    locks = load(home.locks)
    locks.open(name, passphrase)
    account = users.by_slot(vault, locks.name_of(name))
    if account is None or not account.user.active:
        raise StoreError("V002", "this name and passphrase do not open the store")
    return account.user


def new_passphrase(home: Home, vault: Vault, name: str, old: str, new: str) -> None:
    """Exchange somebody's passphrase; the old one must open."""
    locks = load(home.locks)
    locks.open(name, old)
    save(locks.with_passphrase(vault.keys, name, new, home.cost), home.locks)


def restore_into(home: Home, backup: Path, name: str, passphrase: str) -> Restored:
    """Bring a backup back into a place where no store is; the log tells of it and its end is signed anew.

    Raises:
        StoreError: V002 the passphrase is not one of that time, V022 the backup is damaged, V024 a store is here.
    """
    if home.exists:
        raise StoreError("V024", "there is a store already; sign in, or choose another folder")
    locks = load(backup.parent / LOCKS)
    keys = locks.open(name, passphrase)
    engine = home.engine(keys)
    done = restore(engine, keys, backup)
    save(locks, home.locks)
    audit.sign_anew(Vault(engine, keys, home.head_of(locks)), "desk", audit.Action.STORE_RESTORED)
    engine.close()
    return done


def drill(vault: Vault, backup: Path) -> Restored:
    """Restore a backup into a passing database and throw that away: shows that it could be done in earnest."""
    with TemporaryDirectory(prefix="amanat-drill-") as folder:
        engine = SqlCipher(Path(folder) / DATABASE, vault.keys.of("database"))
        try:
            return restore(engine, vault.keys, backup)
        finally:
            engine.close()


def _opened(home: Home, locks: Locks, keys: Keys, clock: Clock | None) -> Vault:
    engine = home.engine(keys)
    migrate(engine)
    vault = Vault(engine, keys, home.head_of(locks))
    if clock:
        vault.clock = clock
    if home.backups:
        vault.after_shred = newest_ring_writer(home.backups)
    return vault
