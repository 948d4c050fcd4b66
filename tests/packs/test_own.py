"""The office's own record of calls: lines are added, none is lost, and what it holds is checked like any pack."""

import threading
from pathlib import Path

import pytest

from amanat.core import PackError
from amanat.packs import folder, load
from amanat.packs.own import own_folder, record_call


def call(service: str, note: str = "") -> dict[str, str]:
    row = {
        "service": service,
        "number": "1099",
        "called_on": "2026-11-20",
        "called_by": "A: {x} # [",
        "result": "wrong",
    }
    return {**row, "note": note} if note else row


def services(there: Path) -> list[str]:
    (file,) = folder(there)
    return [row["service"] for row in file.content["calls"]]  # type: ignore[index,union-attr,misc]


def test_lines_are_added(tmp_path: Path) -> None:
    there = tmp_path / "packs"
    record_call(there, call("a-1", 'said "no": \u2028 نمبر'))
    record_call(there, call("a-2"))
    assert services(there) == ["a-1", "a-2"]
    assert (there / "calls.yaml").stat().st_mode & 0o077 == 0, "for this user only"


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    threads = [threading.Thread(target=record_call, args=(tmp_path, call(f"a-{n}"))) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(services(tmp_path)) == sorted(f"a-{n}" for n in range(12))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PackError, match="K012"):
        record_call(tmp_path / "file", call("a-1"))


def test_the_own_folder_is_loaded_with_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert not load().of_kind("calls")
    record_call(own_folder(), call("pk-002"))
    assert [file.name for file in load().of_kind("calls")] == ["calls.yaml"]
