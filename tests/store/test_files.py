"""Small files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from amanat.core import StoreError
from amanat.store.files import put


def test_a_file_is_private_and_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "file"
    put(target, b"one")
    put(target, b"two")
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in target.parent.iterdir()] == ["file"]


def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "file", b"one")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match=r"V007.*No space left"):
        put(tmp_path / "file", b"two")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 1
