"""What is done in the cage in these tests. Each line tries what a hostile file could try."""
# ruff: noqa: ARG001, PTH208, S606 - jobs of one shape that try forbidden things

import ctypes
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

from amanat.core import ReadError

Asked = dict[str, str]


def break_out(data: bytes, question: Asked) -> Asked:
    """Try every way out and tell what became of each."""
    del data
    there = question["file"]
    tries: dict[str, Callable[[], object]] = {
        "open a socket": socket.socket,
        "open a local socket": lambda: socket.socket(socket.AF_UNIX),
        "read a file": lambda: Path(there).read_bytes(),
        "read a system file": lambda: Path("/etc/hostname").read_bytes(),
        "write a file": lambda: Path(there).write_text("x"),
        "list a folder": lambda: os.listdir("/"),
        "start a program": lambda: os.execv("/bin/true", ["true"]),
        "fork": os.fork,
        "start a thread": lambda: threading.Thread(target=int).start(),
        "signal the parent": lambda: os.kill(os.getppid(), 0),
        "trace": lambda: _call(101),
        "remove a file": lambda: Path(there).unlink(),
        "load a module": lambda: __import__("sqlite3"),
    }
    return {name: _outcome(attempt) for name, attempt in tries.items()}


def _call(number: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, 0, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except (OSError, RuntimeError, ImportError):
        return "refused"
    return "done"


def count(data: bytes, question: object) -> tuple[object, list[bytes]]:
    """Say how much came in, and hand some of it back."""
    return {"size": len(data), "question": question}, [data[:3], b"", data[3:5]]


def eat(data: bytes, question: object) -> int:
    """Take more memory than there is."""
    del question
    return len(data * (3 << 30))


def spin(data: bytes, question: object) -> None:
    """Never end."""
    del data, question
    while True:
        pass


def sleep(data: bytes, question: object) -> None:
    """Never end, without working."""
    del data, question
    threading.Event().wait(60)


def crash(data: bytes, question: object) -> None:
    """Read where nothing is."""
    del data, question
    ctypes.string_at(0)


def nest(data: bytes, question: object) -> object:
    """Go deeper than the stack of calls."""
    return nest(data, question)


def refuse(data: bytes, question: object) -> None:
    """Say why not."""
    raise ReadError("R015", "this is no file of ours")


def need(data: bytes, question: object) -> None:
    """Ask for a library that is not there."""
    raise ModuleNotFoundError(name=str(question or "pikepdf.of_another_kind"))


def leave(data: bytes, question: object) -> None:
    """End without a word."""
    os._exit(0)


def answer(data: bytes, question: int) -> str:
    """Say very much."""
    del data
    return "x" * question
