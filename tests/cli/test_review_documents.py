"""`amanat review` on files with layers: the copy with comments, safe copies, folders, bad files among good ones."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from illustrated import FORMATS, plain
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


@pytest.fixture
def pictured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with two pictures, without words in them."""
    monkeypatch.setattr("amanat.read.picture_layers.turned.words", lambda *_: ())
    monkeypatch.setattr("amanat.read.ocr.glimpses", lambda *_, **__: ())
    file = tmp_path / "story.odt"
    file.write_bytes(FORMATS["odt"]([(plain((200, 9, 9)), ""), (plain((9, 9, 200)), "")], "Zunaira Tarkhan"))
    return file


def test_pictures_stay_out_of_the_safe_copy_until_a_person_names_them(run: Callable, pictured: Path) -> None:
    kept = pictured.parent / "story.safe.odt"
    result = run("review", pictured, "--safe")
    assert "Empty frames for pictures: 1, 2 (look with `amanat picture`, keep with --pictures)." in result.stdout
    assert b"\xff\xd8\xff" not in kept.read_bytes()
    result = run("review", pictured, "--safe", "--pictures", "2")
    assert "Pictures kept, faces and protected words covered: 2. Empty frames for pictures: 1" in result.stdout
    assert kept.read_bytes().count(b"\xff\xd8\xff") == 1
    assert "Empty" not in run("review", pictured, "--safe", "--pictures", "all").stdout
    assert kept.read_bytes().count(b"\xff\xd8\xff") == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--pictures", "3", "--safe"], "story.odt, picture 3: P030"),
        (["--pictures", "one", "--safe"], "like 1,3, or all"),
        (["--pictures", "all"], "U033"),
        (["--pictures", "all", "--safe", "html", "another.odt"], "U033"),
    ],
)
def test_a_call_about_pictures_that_makes_no_sense_is_refused(
    run: Callable, pictured: Path, more: list[str], said: str
) -> None:
    result = run("review", pictured, *more)
    assert result.exit_code == 2
    assert said in result.stderr


def test_pictures_of_a_story_without_any(run: Callable, word: Path) -> None:
    result = run("review", word, "--safe", "--pictures", "all")
    assert (result.exit_code, "P030" in result.stderr) == (2, True)
    assert (word.parent / "kiln.safe.docx").exists(), "the safe copy is written all the same"
