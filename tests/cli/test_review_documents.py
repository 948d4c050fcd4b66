"""`amanat review` on files with layers: the copy with comments, safe copies, folders, bad files among good ones."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from layered_docx import docx, simple
from layered_others import eml

from amanat.read import read_bytes
from amanat.read.cage import walls

STORY = [
    "Girl freed from kiln",
    "Police freed Zunaira Tarkhan, 13, from a brick kiln near Lahore on Monday, her father Dilawar Tarkhan said.",
]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "kiln.docx"
    path.write_bytes(simple(STORY))
    return path


def test_a_word_file_comes_back_with_comments_and_as_safe_copies(run: Callable, word: Path) -> None:
    result = run("review", word, "--safe", "html", "--safe")
    assert result.exit_code == 1, result.output
    folder = word.parent
    names = ["kiln.docx", "kiln.review.docx", "kiln.review.html", "kiln.safe.docx", "kiln.safe.html"]
    assert sorted(p.name for p in folder.iterdir()) == names
    assert word.read_bytes() == simple(STORY)
    assert f"Copy with comments: {folder / 'kiln.review.docx'}" in result.stdout
    assert (folder / "kiln.review.docx").stat().st_mode & 0o077 == 0
    safe = read_bytes((folder / "kiln.safe.docx").read_bytes(), "kiln.safe.docx")
    assert "Tarkhan" not in safe.text
    assert "brick kiln" in safe.text


def test_json_writes_no_copy(run: Callable, word: Path) -> None:
    result = run("review", "--format", "json", word)
    record = json.loads(result.stdout)
    assert record["edition"]["text"].startswith("Girl freed from kiln")
    assert sorted(p.name for p in word.parent.iterdir()) == ["kiln.docx"]


def test_a_folder_goes_into_a_folder_and_a_bad_file_stops_nothing(run: Callable, tmp_path: Path) -> None:
    desk, out = tmp_path / "desk", tmp_path / "out"
    (desk / "in").mkdir(parents=True)
    (desk / "a.docx").write_bytes(simple(STORY))
    (desk / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (desk / "in" / "mail.eml").write_bytes(eml({}))
    result = run("review", "--output", out, "--safe", "same", "--fail-on", "never", desk)
    assert result.exit_code == 2
    assert "broken.docx: R015" in result.stderr
    assert sorted(p.name for p in out.iterdir()) == [
        "a.review.docx",
        "a.review.html",
        "a.safe.docx",
        "mail.review.html",
        "mail.safe.docx",
    ]
    assert len(list(desk.rglob("*"))) == 4


def test_what_was_not_read_is_said(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx({}))
    result = run("review", path)
    assert "I020" in result.stdout
    assert "picture(s) in the file were not read" in result.stdout


def test_a_system_without_walls_says_so_once(run: Callable, word: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amanat.read.cage.missing_walls", lambda: ("Landlock", "seccomp"))
    result = run("review", "--fail-on", "never", word, word)
    assert result.stderr.count("this system has no Landlock, seccomp") == 1
    assert walls.missing_walls is not None
    assert sys.platform


def test_identify_reads_documents_too(run: Callable, word: Path) -> None:
    result = run("identify", "--format", "json", word)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["spans"]
