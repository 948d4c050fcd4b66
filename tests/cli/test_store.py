"""`amanat store`: check, back up, drill and restore from a terminal."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from amanat.cli.store import store

pytest.importorskip("nacl", reason="the desk's extra is not installed")

from amanat.store import Home, Kind, make, records
from amanat.store.keys import Cost

PHRASE = "seven quiet boats at dawn"


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    home = Home(tmp_path / "data", heads=tmp_path / "head", backups=tmp_path / "backups", cost=Cost(1, 8192))
    vault, lead = make(home, "lead", PHRASE)
    records.create(vault, lead, Kind.STORY, {"original": b"x"})
    vault.close()
    return ["--folder", str(home.folder), "--head", str(home.heads), "--backups", str(home.backups)]


def run(*words: str, phrase: str = PHRASE) -> Any:
    return CliRunner().invoke(store, [*words, "--as", "lead", "--passphrase", phrase])


def test_a_whole_store_is_called_whole(places: list[str]) -> None:
    answer = run("check", *places)
    assert answer.exit_code == 0
    assert "database: whole" in answer.output
    assert "rows, whole" in answer.output


def test_a_touched_log_is_told_by_the_exit_status(places: list[str], tmp_path: Path) -> None:
    (tmp_path / "head").unlink()
    answer = run("check", *places)
    assert answer.exit_code == 1
    assert "signed end: missing" in answer.output


def test_backup_drill_and_restore(places: list[str], tmp_path: Path) -> None:
    assert "U032" in run("drill", *places).output
    assert run("backup", *places).exit_code == 0
    answer = run("drill", *places)
    assert answer.exit_code == 0
    assert "the hash it had" in answer.output
    made = next((tmp_path / "backups").glob("*.backup"))
    new = ["--folder", str(tmp_path / "new"), "--head", str(tmp_path / "new.head")]
    assert "rows restored" in run("restore", str(made), *new).output
    assert run("check", *new).exit_code == 0
    again = run("restore", str(made), *new)
    assert again.exit_code == 2
    assert "V024" in again.output


def test_the_wrong_passphrase_is_one_sentence(places: list[str]) -> None:
    answer = run("check", *places, phrase="x" * 20)
    assert answer.exit_code == 2
    assert answer.output.strip() == "Error: V002: this name and passphrase do not open the store"
