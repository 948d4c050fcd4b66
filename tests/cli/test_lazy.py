import json
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from amanat.cli import COMMANDS

HEAVY = ("re2", "jinja2", "jsonschema", "yaml", "regex", "importlib.metadata", "email", "asyncio", "amanat.core")


def loaded(*words: str) -> set[str]:
    """Name the modules that a call has loaded when it ends."""
    code = (
        f"import sys; sys.argv = ['amanat', *{words!r}]\n"
        "try:\n from amanat.cli import group; group(prog_name='amanat')\nexcept SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("LOADED ")[2].split())


def test_help_loads_no_command_and_nothing_heavy() -> None:
    found = loaded("--help")
    assert not [name for name in HEAVY if name in found]
    assert not [name for name in COMMANDS if f"amanat.cli.{name}" in found]


def test_packs_load_no_room_and_nothing_heavy() -> None:
    loaded("packs")  # the first call may have to compile the packs
    found = loaded("packs")
    assert not [name for name in ("re2", "jinja2", "jsonschema", "amanat.people", "amanat.review") if name in found]


def test_json_loads_no_template_engine(tmp_path: object) -> None:
    found = loaded("review", "--format", "json", f"{tmp_path}/none.txt")
    assert "amanat.review" in found
    assert "jinja2" not in found


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_names_every_command(run: Callable, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert [name for name in COMMANDS if name not in result.output] == [], result.exc_info


@pytest.mark.parametrize("command", [(name,) for name in COMMANDS] + [("rules", "list"), ("rules", "explain")])
def test_every_command_has_a_help_with_an_example(run: Callable, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n +amanat {command[0]}", result.output)
    if len(command) == 1:
        assert run("--help").output.count(command[0])


def test_version(run: Callable) -> None:
    assert run("--version").output == f"amanat {version('amanat')}\n"


def test_an_unknown_command_is_a_wrong_call(run: Callable) -> None:
    result = run("publish")
    assert result.exit_code == 2
    assert "publish" in result.stderr


def test_the_module_is_the_same_as_the_command(process: Callable) -> None:
    assert process("--version").stdout.startswith(b"amanat ")


def test_output_is_whole_when_the_process_ends_at_once(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text("Police freed a girl of 12.\n" * 400)
    done = subprocess.run(
        [sys.executable, "-m", "amanat", "review", "--format", "json", story], check=False, capture_output=True
    )
    assert json.loads(done.stdout)["document"]["characters"] == len(story.read_text())
    assert done.returncode in {0, 1}
