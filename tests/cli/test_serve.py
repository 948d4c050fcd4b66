"""`amanat serve`, as a process, and `amanat aid conformance` held against it."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from urllib.request import urlopen

import pytest
from click.testing import Result

Run = Callable[..., Result]
TOKEN = "t0ken-of-this-test"  # noqa: S105


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "amanat", "serve", "--port", str(port), "--rate", "100000"]
    env = {**os.environ, "AMANAT_TOKEN": TOKEN}
    with subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
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
        assert "Gulnaz" not in said
        assert TOKEN not in said


def test_it_answers_and_conforms(address: str, run: Run) -> None:
    urlopen(f"{address}/services?search=zorab", timeout=30).close()  # noqa: S310 - our own
    outcome = run("aid", "conformance", address)
    assert outcome.exit_code == 0, outcome.output
    assert re.search(r"^\d+ pass, 1 warning, 0 fail, 1 not tested$", outcome.output, re.MULTILINE), outcome.output
    assert '"verdict": "pass"' in run("aid", "conformance", "--format", "json", address).output


def test_what_is_no_api_is_told(run: Run) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    assert "U022" in run("aid", "conformance", f"http://127.0.0.1:{port}").output
    assert "U021" in run("aid", "conformance", "file:///etc/hostname").output


def test_the_thin_clients_reach_the_real_desk(
    address: str, superdesk: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    monkeypatch.setenv("AMANAT_URL", address)
    monkeypatch.setenv("AMANAT_TOKEN", TOKEN)
    monkeypatch.setenv("AMANAT_BLOCK", "identity")
    text = "Gulnaz, 13, was rescued.\n\nThe illegal migrants were held by the smuggler."
    told = superdesk.errors(text, superdesk.review(text))
    assert ("illegal migrants", "undocumented migrants") in {
        (e["text"], s["text"]) for e in told for s in e["suggestions"]
    }
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine: the panel was not run")
    script = """
const panel = require(process.argv[1]);
panel.ask(process.argv[2], process.argv[3], process.argv[4]).then(
  (found) => console.log(JSON.stringify(panel.rows(process.argv[4], found).map((row) => [row.code, row.words]))));
"""
    line = [node, "-e", script, str(root / "integrations/wordpress/amanat-desk/panel.js"), address, TOKEN, text]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=60)
    assert ["D301", "illegal migrants"] in json.loads(done.stdout)


def test_a_house_style_with_an_unknown_code_is_told_before_anything_listens(run: Run, tmp_path: Path) -> None:
    house = tmp_path / "post.yaml"
    house.write_text("kind: house\nname: The Valley Post\noff: {D000: not for us here}\n", "utf-8")
    outcome = run("serve", "--house", str(house))
    assert outcome.exit_code == 2
    assert "K023" in outcome.output
