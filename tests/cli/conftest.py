"""Run the command line, in this process or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amanat.cli import group
from amanat.core import Document, Finding, Help, Review, Room, Severity, Span
from amanat.registers import Registers

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run() -> Run:
    """Call `amanat` in this process."""

    def call(*words: str | Path, **settings: object) -> Result:
        return CliRunner().invoke(group, [str(word) for word in words], prog_name="amanat", **settings)  # type: ignore[arg-type]

    return call


@pytest.fixture
def process() -> Process:
    """Call `amanat` as a process."""

    def call(*words: str | bytes | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "amanat", *words],
            input=stdin,
            capture_output=True,
            check=False,
            env=os.environ | environment,
        )

    return call


@pytest.fixture
def quiet_rooms(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the rooms say what a test needs: one finding of each severity given, and nothing else."""

    def say(severities: Iterable[Severity] = ()) -> None:
        found = tuple(
            Finding("D999", Room.DIGNITY, Span(0, 1), severity, "x", "What is wrong.", "What to do.")
            for severity in severities
        )

        def review(document: Document, registers: Registers, jurisdiction: str = "", *_: object) -> Review:
            law = registers.jurisdictions.chain(jurisdiction) if jurisdiction else ()
            size = len(document.text)
            nothing = Help(present=False, services=())
            return Review(document.digest, document.language, size, law, (), (), (), found, (), (), nothing)

        monkeypatch.setattr("amanat.cli.review.look", review)
        monkeypatch.setattr("amanat.publish.proof.left", lambda *_: ())

    say()
    return say
