"""The desk on a real port: it answers there, writes nothing about who asked for what, and locks when it ends."""

import logging
import socket
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from amanat.core import DeskError
from amanat.desk.serving import serve


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_it_answers_on_loopback_and_locks_at_the_end(running: Any, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    import uvicorn  # noqa: PLC0415

    servers: list[Any] = []
    made = uvicorn.Server.__init__

    def remember(self: Any, config: Any) -> None:
        made(self, config)
        servers.append(self)

    monkeypatch.setattr(uvicorn.Server, "__init__", remember)
    monkeypatch.setattr(logging, "basicConfig", lambda **_: None)
    port = free_port()
    thread = threading.Thread(target=serve, args=(running.state, "127.0.0.1", port), kwargs={"browse": False})
    thread.start()
    for _ in range(200):
        if servers and servers[0].started:
            break
        time.sleep(0.02)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in?name=Zarmeena") as answer:
        assert answer.status == 200
        assert "server" not in answer.headers
    servers[0].should_exit = True
    thread.join(10)
    assert running.state.vault is None
    said = capfd.readouterr()
    assert "Zarmeena" not in said.out + said.err
    assert "/sign-in" not in said.out + said.err


def test_a_port_that_is_taken_is_told(running: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "basicConfig", lambda **_: None)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with ThreadPoolExecutor(1) as apart:  # a browser test of the same run may hold this thread's loop
            done = apart.submit(serve, running.state, "127.0.0.1", taken.getsockname()[1], browse=False)
            with pytest.raises(DeskError, match="W019"):
                done.result()
