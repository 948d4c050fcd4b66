"""The two databases behave alike: whole transactions, errors in words, one after the other where it matters."""

import threading
from typing import Any

import pytest

from amanat.core import StoreError


def half(desk: Any) -> None:
    with desk.vault.task() as task:
        task.run("INSERT INTO settings (name, value) VALUES ('a', 'b')")
        raise RuntimeError


def test_what_is_raised_undoes_everything(desk: Any) -> None:
    with pytest.raises(RuntimeError):
        half(desk)
    with desk.vault.task() as task:
        assert task.run("SELECT * FROM settings") == []


def test_a_contradiction_tells_no_value(desk: Any) -> None:
    def twice() -> None:
        with desk.vault.task() as task:
            for _ in range(2):
                task.run("INSERT INTO settings (name, value) VALUES ('Zarmeena', 'b')")

    with pytest.raises(StoreError, match="V010") as caught:
        twice()
    assert "Zarmeena" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_threads_wait_for_one_another(desk: Any) -> None:
    def add() -> None:
        for _ in range(10):
            with desk.vault.task() as task:
                task.alone("count")
                rows = task.run("SELECT value FROM settings WHERE name = 'n'")
                value = int(str(rows[0][0])) + 1 if rows else 1
                task.run("DELETE FROM settings WHERE name = 'n'")
                task.run("INSERT INTO settings (name, value) VALUES ('n', ?)", (str(value),))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.vault.task() as task:
        assert task.run("SELECT value FROM settings") == [("40",)]
