"""`amanat lsp` as a command; what it says to an editor is in tests/lsp."""

import builtins
from collections.abc import Callable
from pathlib import Path

import pytest


def test_help_shows_examples(run: Callable) -> None:
    result = run("lsp", "--help")
    assert result.exit_code == 0
    assert "amanat lsp --house post.yaml" in result.stdout


def test_a_wrong_house_style_is_told_before_anything_is_served(run: Callable, tmp_path: Path) -> None:
    style = tmp_path / "house.yaml"
    style.write_text("kind: house\nname: Post\non: [D998]\n")
    result = run("lsp", "--house", style)
    assert result.exit_code == 2
    assert "K023: house.yaml:3:" in result.output


def test_without_the_extra_the_command_says_how_to_get_it(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("amanat.lsp"):
            raise ModuleNotFoundError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    result = run("lsp")
    assert result.exit_code == 2
    assert "U063" in result.output
    assert "pip install 'amanat[lsp]'" in result.output
