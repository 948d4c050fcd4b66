"""Backups: both engines, into each other; damaged ones are refused; what was shredded stays shredded in all of them."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Home, Kind, audit, backup, open_with, records
from amanat.store.engine import Engine
from amanat.store.opening import restore_into
from amanat.store.sqlcipher import SqlCipher

NAME = b"Zarmeena Testnamova"
PHRASE = "seven quiet boats at dawn"


@pytest.fixture
def saved(desk: Any) -> Path:
    for _ in range(5):
        desk.story = records.create(desk.vault, desk.lead, Kind.STORY, {"original": NAME}, words="x")
    return backup.back_up(desk.vault, desk.home.backups, desk.home.locks)


def fresh(desk: Any, tmp_path: Path) -> Engine:
    return SqlCipher(tmp_path / "new.db", desk.vault.keys.of("database"))


def test_a_backup_of_either_engine_comes_back_with_the_same_hashes(desk: Any, saved: Path, tmp_path: Path) -> None:
    new = Home(tmp_path / "restored", heads=tmp_path / "new.head", cost=desk.home.cost)
    done = restore_into(new, saved, "Lead", PHRASE)
    assert done.same
    assert done.rows > 20
    assert done.forgotten == 0
    vault, lead = open_with(new, "lead", PHRASE)
    assert records.opened(vault, lead, desk.story).parts == {"original": NAME}
    assert audit.check(vault).sound
    vault.close()


def test_what_was_shredded_is_gone_from_every_generation(desk: Any, saved: Path, tmp_path: Path) -> None:
    records.shred(desk.vault, desk.lead, desk.story)
    done = backup.restore(fresh(desk, tmp_path), desk.vault.keys, saved)
    assert done.forgotten == 1
    assert done.same
    ring = (saved.parent / backup.RING).read_bytes()
    from amanat.store.sealing import unseal  # noqa: PLC0415

    assert desk.story.encode() not in unseal(desk.vault.keys.of("backup"), ring, "ring")


@pytest.mark.parametrize("where", ["head", "early", "late", "cut", "empty", "ring", "no ring"])
def test_a_damaged_backup_is_refused_and_nothing_is_kept(desk: Any, saved: Path, tmp_path: Path, where: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(saved.parent, folder)
    damaged, ring = folder / saved.name, folder / backup.RING
    data = bytearray(damaged.read_bytes())
    match where:
        case "cut":
            del data[-40:]
        case "empty":
            data.clear()
        case "ring":
            lock = ring.read_bytes()
            ring.write_bytes(lock[:-1] + bytes([lock[-1] ^ 1]))
        case "no ring":
            ring.unlink()
        case _:
            data[{"head": 3, "early": 60, "late": -20}[where]] ^= 1
    damaged.write_bytes(bytes(data))
    engine = fresh(desk, tmp_path)
    with pytest.raises(StoreError, match="V022"):
        backup.restore(engine, desk.vault.keys, damaged)
    with engine.work() as work:
        assert work.run("SELECT count(*) FROM users") == [(0,)]
        assert work.run("SELECT count(*) FROM audit") == [(0,)]
    engine.close()


def test_a_store_that_is_not_empty_is_left_alone(desk: Any, saved: Path) -> None:
    with pytest.raises(StoreError, match="V023"):
        backup.restore(desk.vault.engine, desk.vault.keys, saved)
    assert records.opened(desk.vault, desk.lead, desk.story).parts


def test_another_stores_keys_open_nothing(desk: Any, saved: Path, embedded_again: Any, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="V022"):
        backup.restore(fresh(desk, tmp_path), embedded_again.keys, saved)


def test_only_the_newest_generations_stay_and_all_are_private(desk: Any, saved: Path) -> None:
    for _ in range(backup.KEPT + 2):
        desk.clock.time += 60
        backup.back_up(desk.vault, desk.home.backups, desk.home.locks)
    kept = backup.generations(desk.home.backups)
    assert len(kept) == backup.KEPT
    assert not saved.exists()
    assert {path.stat().st_mode & 0o777 for path in desk.home.backups.iterdir()} == {0o600}


def test_a_backup_holds_no_word_of_a_story(desk: Any, saved: Path) -> None:
    del desk
    for path in saved.parent.iterdir():
        assert NAME not in path.read_bytes()


def test_a_folder_that_cannot_be_written_is_told(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="V007"):
        backup.back_up(desk.vault, tmp_path / "file", desk.home.locks)


def test_the_wrong_passphrase_restores_nothing(desk: Any, saved: Path, tmp_path: Path) -> None:
    del desk
    new = Home(tmp_path / "restored", heads=tmp_path / "new.head")
    with pytest.raises(StoreError, match="V002"):
        restore_into(new, saved, "Lead", "not the passphrase")
    assert not new.exists
