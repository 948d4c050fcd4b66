import os
import stat
from pathlib import Path

import pytest

from amanat.core import PublishError
from amanat.publish import files
from amanat.publish.files import OPEN, put


def test_the_content_arrives_and_only_the_user_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.html"
    put(target, b"abc")
    assert target.read_bytes() == b"abc"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [p.name for p in target.parent.iterdir()] == ["a.html"]


def test_an_edition_may_be_readable_by_others(tmp_path: Path) -> None:
    put(tmp_path / "a", b"abc", OPEN)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    put(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"old")
    (tmp_path / "a").symlink_to(tmp_path / "precious")
    put(tmp_path / "a", b"new")
    assert (tmp_path / "precious").read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_failure_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        real = os.fdopen

        def broken(handle: int, mode: str) -> object:
            file = real(handle, mode)
            file.close()
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(files.os, "fdopen", broken)
    with pytest.raises(PublishError) as caught:
        put(tmp_path / "a", b"new")
    assert caught.value.code == "P003"
    assert "No space left" in caught.value.message
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]


def test_a_call_that_is_stopped_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "a", b"new")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(PublishError) as caught:
        put(tmp_path / "a" / "b", b"new")
    assert caught.value.code == "P003"
