"""Unknown files are parsed in a process of their own that can do nothing else: the cage.

The bytes go in by a pipe, JSON (and files that we made) comes out by another. Inside there is no file, no network, no
new process, little memory and little time; whatever the bytes do to the parser happens there. Where the system has no
Landlock or seccomp those walls are missing, and `missing_walls` says so.
"""

import json
import os
import selectors
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import IO

from amanat.core import ReadError
from amanat.read.cage.walls import missing_walls

__all__ = ["Answer", "Bounds", "caged", "missing_walls"]

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
_START = "import sys; sys.path[:] = sys.argv[4:]; from amanat.read.cage.inside import main; main()"
_CHUNK = 1 << 16
_OUT_OF_TIME = 24  # SIGXCPU; the name is not on every system
_HEAD = 8  # bytes that tell how long the JSON before the rest is


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a job in the cage may use."""

    seconds: int = 12
    """Of processor time."""
    wait: int = 60
    """Of time: a machine with much else to do may give the cage little of its own."""
    memory: int = 1 << 30
    """Bytes of address space."""
    answer: int = 256 << 20
    """Bytes of what comes out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out of a cage; none of it is to be trusted."""

    data: Json
    files: tuple[bytes, ...] = ()


def caged(job: str, data: bytes, question: Json = None, bounds: Bounds | None = None) -> Answer:
    """Do a job on bytes from outside, in the cage.

    Args:
        job: `package.module:function`, a function `(data: bytes, question: Json) -> Json | tuple[Json, list[bytes]]`.
            If its module has a function `prepare(question)`, that is called before the walls go up and before any of
            the bytes is read: whatever the job imports or opens must be loaded there. Its `ReadError` is raised again
            here.
        data: the file's bytes.
        question: plain data that the job is told.
        bounds: what it may use; the usual bounds when left out.

    Raises:
        ReadError: R012 it took too long, R013 it broke down, R014 it needed too much memory, or what the job raised.
    """
    limits = bounds or Bounds()
    asked = json.dumps(question).encode()
    given = len(asked).to_bytes(_HEAD, "big") + asked + data
    words = [job, str(limits.seconds), str(limits.memory), *(os.path.abspath(path) for path in sys.path)]  # noqa: PTH100 - strings
    with subprocess.Popen(  # noqa: S603 - our own Python, our own words
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("AMANAT_DEBUG") else subprocess.DEVNULL,  # a traceback may quote the story
        env={},
        close_fds=True,
    ) as child:
        try:
            out = _talk(child, given, limits)
        finally:
            child.kill()
    if child.returncode == -_OUT_OF_TIME:
        raise _too_long(limits)
    return _answer(out, child.returncode)


def _talk(child: "subprocess.Popen[bytes]", given: bytes, limits: Bounds) -> bytes:
    """Write to and read from the child at the same time, no longer and no more than allowed."""
    ends: float = time.monotonic() + limits.wait
    out, sent, rest = bytearray(), 0, memoryview(given)
    with selectors.DefaultSelector() as pipes:
        pipes.register(_open(child.stdout), selectors.EVENT_READ)
        os.set_blocking(_open(child.stdin).fileno(), False)
        pipes.register(_open(child.stdin), selectors.EVENT_WRITE)
        while pipes.get_map():
            ready = pipes.select(max(0, ends - time.monotonic()))
            if not ready:
                raise _too_long(limits)
            for key, event in ready:
                if event & selectors.EVENT_WRITE:
                    try:
                        sent += os.write(key.fd, rest[sent : sent + _CHUNK])
                    except BrokenPipeError:  # it ended early; what it said, or its end, tells why
                        sent = len(given)
                    if sent >= len(given):
                        pipes.unregister(key.fileobj)
                        _open(child.stdin).close()
                else:
                    said = os.read(key.fd, _CHUNK)
                    out += said
                    if not said:
                        pipes.unregister(key.fileobj)
                    if len(out) > limits.answer:
                        raise ReadError("R013", "what was read from this file is larger than any story")
    try:
        child.wait(max(0.1, ends - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise _too_long(limits) from None
    return bytes(out)


def _too_long(limits: Bounds) -> ReadError:
    seconds = f"{limits.seconds} seconds of work or {limits.wait} seconds in all"
    return ReadError("R012", f"reading took longer than {seconds} and was stopped")


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ReadError("R013", "the cage has no door; please report it")
    return pipe


def _answer(out: bytes, status: int) -> Answer:
    size = int.from_bytes(out[:_HEAD], "big")
    try:
        said = json.loads(out[_HEAD : _HEAD + size])
    except (ValueError, RecursionError):
        said = None
    if status != 0 or not isinstance(said, dict):
        raise ReadError("R013", "the reader broke down over this file; save it again in Word or as text")
    match said:
        case {"error": [str(code), str(message)]}:
            kind = ReadError  # its code was given where it was raised, inside
            raise kind(code, message)
        case {"answer": data, "sizes": list(sizes)} if all(isinstance(n, int) and n >= 0 for n in sizes):
            return Answer(data, _files(out[_HEAD + size :], sizes))
    raise ReadError("R013", "the reader broke down over this file; save it again in Word or as text")


def _files(rest: bytes, sizes: list[int]) -> tuple[bytes, ...]:
    at, out = 0, []
    for size in sizes:
        out.append(rest[at : at + size])
        at += size
    return tuple(out)
