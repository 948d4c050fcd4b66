"""The embedded engine: encrypted, private, and closed to other keys."""

from pathlib import Path
from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store.sqlcipher import SqlCipher


def test_another_key_or_another_file_is_refused(tmp_path: Path) -> None:
    SqlCipher(tmp_path / "a.db", b"k" * 32).close()
    engine = SqlCipher(tmp_path / "b.db", b"k" * 32)
    with engine.work() as work:
        work.run("CREATE TABLE t (x TEXT)")
    engine.close()
    with pytest.raises(StoreError, match="V008"):
        SqlCipher(tmp_path / "b.db", b"l" * 32)
    (tmp_path / "c.db").write_bytes(b"SQLite format 3\0" + b"x" * 5_000)
    with pytest.raises(StoreError, match="V008"):
        SqlCipher(tmp_path / "c.db", b"k" * 32)


def test_the_file_is_encrypted_and_private(embedded: Any) -> None:
    file = embedded.home.folder / "desk.db"
    assert not file.read_bytes().startswith(b"SQLite format 3")
    assert file.stat().st_mode & 0o777 == 0o600
    with embedded.vault.engine.work() as work:
        asked = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema", "auto_vacuum")
        found = {name: work.run(f"PRAGMA {name}")[0][0] for name in asked}
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "trusted_schema": 0,
        "auto_vacuum": 1,
    }  # fmt: skip
    assert embedded.vault.engine.check()
