"""The direction of the house is held by import-linter (`make check`). Here: that it bites on a wrong turn."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contracts and the Python of the house, in a folder where it may be broken."""
    there = tmp_path_factory.mktemp("contracts")
    shutil.copy(root / "pyproject.toml", there)
    skip = shutil.ignore_patterns("*.yaml", "*.txt", "*.json", "__pycache__")
    shutil.copytree(root / "src" / "amanat", there / "amanat", ignore=skip)
    return there


def lint(copy: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Hold the contracts to the copy: all of them, or those named by type."""
    if contracts:
        text = (copy / "pyproject.toml").read_text("utf-8")
        head, *given = text.split("[[tool.importlinter.contracts]]")
        kept = [c for c in given if any(f'type = "{kind}"' in c.partition("\n[tool.")[0] for kind in contracts)]
        config = "[[tool.importlinter.contracts]]".join([head, *(c.partition("\n[tool.")[0] + "\n" for c in kept)])
        (copy / "some.toml").write_text(config, "utf-8")
    else:
        shutil.copy(copy / "pyproject.toml", copy / "some.toml")
    line = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    return subprocess.run(
        [*line, "--no-logo", "--no-cache", "--config", "some.toml"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "line", "kind", "says"),
    [
        ("core/wrong.py", "import amanat.cli", "layers", "amanat.core is not allowed to import amanat.cli"),
        ("people/wrong.py", "from amanat.identity import ask", "layers", "amanat.people is not allowed to import"),
        ("read/wrong.py", "import amanat.registers", "layers", "amanat.read is not allowed to import amanat.registers"),
        (
            "law/wrong.py",
            "from amanat.aid import ask",
            "independence",
            "amanat.law is not allowed to import amanat.aid",
        ),
        ("dignity/wrong.py", "import yaml", "forbidden", "amanat.dignity is not allowed to import yaml"),
        ("identity/wrong.py", "from pathlib import Path", "forbidden", "is not allowed to import pathlib"),
        ("review/wrong.py", "import sqlite3", "forbidden", "amanat.review is not allowed to import sqlite3"),
        ("annex/__init__.py", "", "layers", "annex"),
        ("core/a_one.py", "import amanat.core.a_two", "acyclic_siblings", "a_two"),
    ],
)
def test_a_wrong_turn_is_caught(copy: Path, module: str, line: str, kind: str, says: str) -> None:
    wrong = copy / "amanat" / module
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text(line)
    back = copy / "amanat/core/a_two.py"
    if kind == "acyclic_siblings":
        back.write_text("import amanat.core.a_one")
    try:
        outcome = lint(copy, kind)
    finally:
        back.unlink(missing_ok=True)
        wrong.unlink()
        if module == "annex/__init__.py":
            shutil.rmtree(wrong.parent)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert says in " ".join(outcome.stdout.split())


def test_the_house_as_it_is_keeps_them(copy: Path) -> None:
    outcome = lint(copy)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "0 broken" in outcome.stdout


def test_they_are_part_of_the_check(root: Path) -> None:
    check = (root / "Makefile").read_text("utf-8").partition("\ncheck:")[2].partition("\n\n")[0]
    for tool in ("ruff check", "ruff format", "mypy", "lint-imports"):
        assert f"$(BIN)/{tool}" in check
    assert "check" in (root / "Makefile").read_text("utf-8").partition("\ntest:")[2].partition("##")[0].split()
