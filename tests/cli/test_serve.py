"""`amanat serve`, as a process, and `amanat aid conformance` held against it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "amanat", "serve", "--port", str(port), "--rate", "100000"]
    with subprocess.Popen(line, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        where = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                urlopen(where, timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, "the server stopped"
                time.sleep(0.1)
        yield where
        server.terminate()
        assert server.stdout
        said = server.stdout.read().decode()
        assert "zorab" not in said, "what callers ask for is not logged"


def test_it_answers_and_conforms(address: str, run: Run) -> None:
    urlopen(f"{address}/services?search=zorab", timeout=30).close()  # noqa: S310 - our own
    outcome = run("aid", "conformance", address)
    assert outcome.exit_code == 0, outcome.output
    assert re.search(r"^\d+ pass, 1 warning, 0 fail, 0 not tested$", outcome.output, re.MULTILINE), outcome.output
    assert '"verdict": "pass"' in run("aid", "conformance", "--format", "json", address).output


def test_what_is_no_api_is_told(run: Run) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    assert "U022" in run("aid", "conformance", f"http://127.0.0.1:{port}").output
    assert "U021" in run("aid", "conformance", "file:///etc/hostname").output
