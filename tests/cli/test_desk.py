"""`amanat desk` from the command line: what it needs, what it refuses, and that nobody else pays for it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from amanat.cli.desk import desk


def run(*words: str) -> Any:
    return CliRunner().invoke(desk, list(words))


def test_the_demo_has_a_store_of_its_own(tmp_path: Path) -> None:
    answer = run("--demo", "--folder", str(tmp_path))
    assert answer.exit_code == 2
    assert "U031" in answer.output


def test_a_missing_part_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [m for m in sys.modules if m.startswith("amanat.desk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette", None)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    answer = run("--no-browser")
    assert answer.exit_code == 2
    assert "pip install 'amanat[desk]'" in answer.output


def test_options_reach_the_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("uvicorn", reason="the desk's extra is not installed")
    from amanat.desk import serving  # noqa: PLC0415

    seen: dict[str, Any] = {}

    def remember(state: Any, host: str, port: int, names: Any = (), *, browse: bool = True) -> None:
        seen.update(home=state.home, tls=state.tls, host=host, port=port, names=names, browse=browse)

    monkeypatch.setattr(serving, "serve", remember)
    words = ["--folder", str(tmp_path / "d"), "--backups", str(tmp_path / "b"), "--head", str(tmp_path / "h")]
    answer = run(*words, "--port", "9999", "--name", "desk.example.org", "--behind-tls", "--no-browser")
    assert answer.exit_code == 0, answer.output
    assert seen["host"] == "127.0.0.1"
    assert (seen["port"], seen["names"], seen["tls"], seen["browse"]) == (9999, ("desk.example.org",), True, False)
    assert seen["home"].folder == tmp_path / "d"
    assert seen["home"].heads == tmp_path / "h"


def test_other_commands_load_nothing_of_it() -> None:
    code = (
        "import sys; from amanat.cli import group; "
        "group(['--help'], standalone_mode=False); "
        "print([m for m in sys.modules if m.split('.')[0] in {'starlette','uvicorn','nacl','argon2','sqlcipher3'}"
        " or m.startswith(('amanat.desk','amanat.store'))])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")
