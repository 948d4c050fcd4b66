"""Bad days: killed at any moment, the disk full, bytes changed on the disk, and somebody who reads the disk."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Home, Kind, User, Vault, audit, backup, make, open_with, records
from amanat.store.keys import Cost

PHRASE = "seven quiet boats at dawn"
WRITER = """
import sys
from pathlib import Path
from amanat.store import Home, Kind, open_with, records
home = Home(Path(sys.argv[1]), heads=Path(sys.argv[1] + ".head"))
vault, lead = open_with(home, "lead", sys.argv[2])
while True:
    print(records.create(vault, lead, Kind.STORY, {"original": b"x" * 500}), flush=True)
"""
NAMES = ("Zarmeena Testnamova", "زرمینہ آزمائش", "Quetta Chak 9998")


def kill_once(home: Home, after: int) -> list[str]:
    """Let a writer write, kill it with no warning, and return what it had been told is stored."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home.folder), PHRASE], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert child.stdout
    told = [child.stdout.readline().strip() for _ in range(after)]
    os.kill(child.pid, signal.SIGKILL)
    told += [line.strip() for line in child.stdout if len(line) == 33]
    child.wait()
    child.stdout.close()
    return told


def test_killed_again_and_again_nothing_acknowledged_is_lost(embedded: Any) -> None:
    home = Home(embedded.home.folder, heads=Path(str(embedded.home.folder) + ".head"), cost=embedded.home.cost)
    embedded.home.heads.rename(home.heads)
    embedded.vault.close()
    told: list[str] = []
    for round_ in range(5):
        told += kill_once(home, 3 + 9 * round_)
    vault, lead = open_with(home, "lead", PHRASE)
    with vault.task() as task:
        there = {row[0] for row in task.run("SELECT id FROM records")}
    assert len(told) > 90
    assert set(told) <= there
    assert all(records.opened(vault, lead, id_).parts for id_ in told[::10])
    assert vault.engine.check()
    assert audit.check(vault).sound
    vault.close()


def fill(vault: Vault, lead: User, stored: list[str]) -> None:
    for _ in range(5_000):
        id_ = records.create(vault, lead, Kind.STORY, {"original": os.urandom(8_000)})
        stored += [id_]


@pytest.mark.skipif(os.geteuid() != 0 or not Path("/proc/mounts").exists(), reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_what_was_stored_is_there() -> None:
    with tempfile.TemporaryDirectory() as folder:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False)
        if mounted.returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        try:
            home = Home(Path(folder) / "d", heads=Path(folder) / "head", cost=Cost(1, 8192))
            vault, lead = make(home, "lead", PHRASE)
            stored: list[str] = []
            with pytest.raises(StoreError, match="V007"):
                fill(vault, lead, stored)
            assert len(stored) > 20
            assert {r.id for r in records.listing(vault, lead, Kind.STORY)} >= set(stored)
            vault.close()
            vault, lead = open_with(home, "lead", PHRASE)
            assert all(records.opened(vault, lead, id_).parts for id_ in stored)
            assert vault.engine.check()
            vault.close()
        finally:
            subprocess.run(["umount", folder], check=True)


def test_changed_bytes_are_refused_with_a_way_out(embedded: Any) -> None:
    for _ in range(30):
        records.create(embedded.vault, embedded.lead, Kind.STORY, {"original": os.urandom(4_000)})
    embedded.vault.close()
    file = embedded.home.folder / "desk.db"
    whole = file.read_bytes()
    for place in (20, len(whole) // 2, len(whole) - 100):
        data = bytearray(whole)
        data[place] ^= 1
        file.write_bytes(bytes(data))
        assert refused_or_seen(embedded.home)
    file.write_bytes(whole)


def refused_or_seen(home: Home) -> bool:
    """Tell whether a damaged store is refused with a way out, or its check says that it is not whole."""
    try:
        vault, _ = open_with(home, "lead", PHRASE)
    except StoreError as error:
        return error.code == "V008" and "restore" in error.message
    whole = vault.engine.check()
    vault.close()
    return not whole


def test_no_protected_name_is_anywhere_on_the_disk(desk: Any, tmp_path: Path) -> None:
    plain = "\n".join(NAMES).encode()
    id_ = records.create(desk.vault, desk.lead, Kind.STORY, {"original": plain, "decisions": plain}, words=NAMES[0])
    records.change(desk.vault, desk.lead, id_, 1, {"draft": plain})
    backup.back_up(desk.vault, desk.home.backups, desk.home.locks)
    gone = records.create(desk.vault, desk.lead, Kind.STORY, {"original": plain})
    records.shred(desk.vault, desk.lead, gone)
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert len(files) >= 5
    if desk.home.postgres:
        with desk.vault.task() as task:
            task.run("SELECT pg_switch_wal()")
        folder = Path(desk.home.postgres.partition("host=")[2])
        files += [p for p in folder.rglob("*") if p.is_file()]
    found = [p.name for p in files for name in NAMES if hidden(name, p.read_bytes())]
    assert found == []


def hidden(name: str, data: bytes) -> bool:
    """Tell whether a name stands in some bytes in any of the ways text is written."""
    import base64  # noqa: PLC0415

    forms = [name.encode(e) for e in ("utf-8", "utf-16-le", "utf-16-be")]
    forms += [name.encode().hex().encode(), name.encode("unicode_escape"), base64.b64encode(name.encode())[:12]]
    return any(form in data for form in forms)


def test_the_search_is_not_blind() -> None:
    assert all(hidden(name, b"..." + name.encode("utf-16-le")) for name in NAMES)
