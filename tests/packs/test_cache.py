import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from amanat.packs import cache
from amanat.packs.cache import compiled

FILES = {"a.yaml": b"a: 1", "b.yaml": b"b: 2"}


class Builder:
    """Makes a value and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> dict[str, int | str]:
        self.asked += 1
        return {"value": 7, "name": "قانون"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "amanat"


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("packs-*.json"))


def test_the_second_time_nothing_is_built(folder: Path) -> None:
    build = Builder()
    assert compiled(FILES, build) == compiled(dict(reversed(FILES.items())), build) == {"value": 7, "name": "قانون"}
    assert build.asked == 1
    assert len(made(folder)) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {**FILES, "a.yaml": b"a: 2"},
        {**FILES, "c.yaml": b""},
        {"a.yaml": b"a: 1"},
        {"a.yaml": b"a: 1", "c.yaml": b"b: 2"},
        {"a.yaml": b"a: 1b.yaml\x00b: 2"},
    ],
)
@pytest.mark.usefixtures("folder")
def test_one_byte_or_name_changed_is_built_anew(changed: dict[str, bytes]) -> None:
    build = Builder()
    compiled(FILES, build)
    compiled(changed, build)
    assert build.asked == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"value": 8}', b"0\n[]"])
def test_a_damaged_copy_is_not_believed(folder: Path, damage: bytes) -> None:
    build = Builder()
    compiled(FILES, build)
    made(folder)[0].write_bytes(damage)
    assert compiled(FILES, build)["value"] == 7  # type: ignore[index,call-overload]
    assert build.asked == 2
    compiled(FILES, build)
    assert build.asked == 2, "the damaged copy was replaced"


def test_one_byte_turned_inside_a_copy_is_seen(folder: Path) -> None:
    build = Builder()
    compiled(FILES, build)
    (copy,) = made(folder)
    copy.write_bytes(copy.read_bytes().replace(b"7", b"9"))
    assert compiled(FILES, build) == {"value": 7, "name": "قانون"}


def test_without_a_folder_to_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("in the way of the folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    build = Builder()
    assert compiled(FILES, build) == compiled(FILES, build)
    assert build.asked == 2


def test_a_full_disk_leaves_nothing_half_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert compiled(FILES, Builder())
    assert list(folder.iterdir()) == []


def test_old_copies_go(folder: Path) -> None:
    for number in range(cache._KEEP + 3):
        compiled({"a.yaml": str(number).encode()}, Builder())
        for age, copy in enumerate(sorted(made(folder), key=lambda f: f.stat().st_mtime_ns, reverse=True)):
            os.utime(copy, (1_000_000 - age, 1_000_000 - age))
    assert len(made(folder)) == cache._KEEP
    again = Builder()
    compiled({"a.yaml": str(number).encode()}, again)
    assert again.asked == 0, "the newest stays"


def test_many_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        values = list(pool.map(lambda _: compiled(FILES, Builder()), range(32)))
    assert values == [{"value": 7, "name": "قانون"}] * 32
    assert [f.suffix for f in folder.iterdir()] == [".json"]
    json.loads(made(folder)[0].read_bytes().partition(b"\n")[2])
