import ctypes
import sys

import pytest

from amanat.read.cage import walls


def test_every_machine_lists_each_call_once() -> None:
    for _, calls in walls._ALLOWED.values():
        names = [word for word in calls.split() if not word.isdigit()]
        assert len(walls.numbers(calls)) == len(set(walls.numbers(calls))) == len(names) == 38


@pytest.mark.parametrize(("system", "missing"), [("darwin", 2), ("win32", 3)])
def test_a_system_without_walls_says_so(system: str, missing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert len(walls.missing_walls()) == missing


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has them")
def test_an_old_kernel_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        def syscall(self, *_: object) -> int:
            return -1

        def prctl(self, *_: object) -> int:
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Old())
    assert walls.missing_walls() == ("Landlock", "seccomp")
