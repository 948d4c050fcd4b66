"""A store for each test, on both engines: a file of SQLCipher, and a throw-away PostgreSQL run as nobody important."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from amanat.store import Duty, Home, User, Vault, make
from amanat.store.keys import Cost
from amanat.store.opening import add_user

CHEAP = Cost(passes=1, memory=8 * 1024)
PHRASE = "seven quiet boats at dawn"
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = 1_800_000_000

    def __call__(self) -> int:
        return self.time


@dataclass
class Desk:
    """A store and the people in it."""

    home: Home
    vault: Vault
    lead: User
    clock: Clock
    others: list[User] = field(default_factory=list)

    def user(self, name: str, *duties: Duty) -> User:
        made = add_user(self.home, self.vault, self.lead, name, f"{PHRASE} {name}", frozenset(duties))
        self.others.append(made)
        return made


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own; skips where there is none."""
    if not BINARIES:
        pytest.skip("no PostgreSQL on this machine: only the embedded store was tried")
    binaries, folder = BINARIES[-1].parent, Path(tempfile.mkdtemp(prefix="amanat-pg-"))
    who = {"user": "postgres"} if os.geteuid() == 0 else {}
    if who:
        shutil.chown(folder, "postgres")
    data = folder / "data"

    def call(*words: str) -> None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **who)  # type: ignore[call-overload]

    call(
        f"{binaries}/initdb",
        "-D",
        str(data),
        "-U",
        "desk",
        "-A",
        "trust",
        "--no-sync",
        "--data-checksums",
        "-E",
        "UTF8",
    )
    call(
        f"{binaries}/pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o",
        f"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=40", "start",
    )  # fmt: skip
    try:
        yield f"postgresql://desk@/postgres?host={folder}"
    finally:
        call(f"{binaries}/pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_postgres(postgres: str) -> str:
    """The server, with no table in it."""
    import psycopg  # noqa: PLC0415 - only where there is a server

    with psycopg.connect(postgres, autocommit=True) as link:
        link.execute("DROP SCHEMA public CASCADE")
        link.execute("CREATE SCHEMA public")
    return postgres


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data", heads=tmp_path / "elsewhere" / "head", backups=tmp_path / "backups", cost=CHEAP)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def embedded(home: Home, clock: Clock) -> Iterator[Desk]:
    """A store on the embedded engine."""
    vault, lead = make(home, "Lead", PHRASE, clock)
    yield Desk(home, vault, lead, clock)
    vault.close()


@pytest.fixture(params=["sqlcipher", "postgres"])
def desk(request: pytest.FixtureRequest, home: Home, clock: Clock) -> Iterator[Desk]:
    """A store on each engine."""
    if request.param == "postgres":
        home = replace(home, postgres=request.getfixturevalue("empty_postgres"))
    vault, lead = make(home, "Lead", PHRASE, clock)
    yield Desk(home, vault, lead, clock)
    vault.close()


@pytest.fixture
def embedded_again(tmp_path: Path) -> Iterator[Vault]:
    """Another store."""
    vault, _ = make(Home(tmp_path / "two", heads=tmp_path / "two.head", cost=CHEAP), "x", PHRASE)
    yield vault
    vault.close()
