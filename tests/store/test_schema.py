"""Tables: brought forward step by step, never back, and nothing bare in them that tells of a story."""

from pathlib import Path
from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import schema
from amanat.store.backup import _columns
from amanat.store.schema import STEPS, TABLES, migrate, version
from amanat.store.sqlcipher import SqlCipher


def test_every_step_is_taken_once(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert migrate(desk.vault.engine) == len(STEPS)
    monkeypatch.setattr(schema, "STEPS", (*STEPS, ("ALTER TABLE records ADD COLUMN colour TEXT",)))
    assert migrate(desk.vault.engine) == migrate(desk.vault.engine) == len(STEPS) + 1
    with desk.vault.task() as task:
        assert task.run("SELECT colour FROM records") == []


def test_a_step_that_fails_changes_nothing(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "STEPS", (*STEPS, ("CREATE TABLE half (x TEXT)", "CREATE TABLE half (x TEXT)")))
    with pytest.raises(StoreError):
        migrate(desk.vault.engine)
    with desk.vault.task() as task:
        assert version(task) == len(STEPS)
        task.run("CREATE TABLE half (x TEXT)")


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    engine = SqlCipher(tmp_path / "x.db", b"k" * 32)
    migrate(engine)
    with engine.work() as work:
        work.run("INSERT INTO versions (version) VALUES (99)")
    with pytest.raises(StoreError, match="V011"):
        migrate(engine)
    engine.close()


def test_the_columns_read_off_the_schema_are_those_of_the_database(embedded: Any) -> None:
    with embedded.vault.task() as task:
        for table in TABLES:
            assert _columns(table) == tuple(str(row[1]) for row in task.run(f"PRAGMA table_info({table})"))
        there = {str(row[0]) for row in task.run("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert there == {*TABLES, "versions"}
