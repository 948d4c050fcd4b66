import io
import sys
from pathlib import Path

import pytest

from amanat.cli.stories import Story, named, opened, shown, stories
from amanat.core import ReadError, UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_paths_are_taken_as_given() -> None:
    assert named(("b", "a", "-")) == ("b", "a", "-")


def test_folders_are_walked_by_name_and_what_is_ours_is_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "in/c.html", ".git/d.txt", "e.exe", "a.review.docx", "a.safe.docx", ".f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    found = named((str(tmp_path), "z.txt"))
    assert [Path(path).relative_to(tmp_path).as_posix() for path in found[:-1]] == ["a.docx", "b.txt", "in/c.html"]
    assert found[-1] == "z.txt"


def test_a_folder_without_stories_is_told_in_its_turn(tmp_path: Path) -> None:
    (story,) = stories(named((str(tmp_path),)), "")
    with pytest.raises(ReadError, match="R002"):
        opened(story)


def test_nothing_named_on_a_terminal_is_a_wrong_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    with pytest.raises(UsageError, match="U002"):
        named(())


def test_nothing_named_and_something_piped_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("x"))
    assert named(()) == ("-",)


def test_standard_input_can_be_read_once() -> None:
    with pytest.raises(UsageError, match="U003"):
        named(("-", "a", "-"))


def test_each_path_becomes_a_document_or_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A bus.")
    good, bad = stories([str(tmp_path / "a.txt"), "nowhere"], "")
    assert opened(good).text == "A bus."
    with pytest.raises(ReadError, match="R001"):
        opened(bad)
    assert bad == Story("nowhere", None, bad.error)


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café".encode("latin-1"))
    (story,) = stories([str(tmp_path / "a.txt")], "latin-1")
    assert opened(story).text == "Café"


@pytest.mark.parametrize(
    ("terminal", "several", "bar"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_progress_shows_on_a_terminal_for_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, terminal: bool, several: bool, bar: bool
) -> None:
    (tmp_path / "a.txt").write_text("A bus.")
    errors = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", errors)
    paths = [str(tmp_path / "a.txt")] * (3 if several else 1)
    assert len(list(stories(paths, ""))) == len(paths)
    assert bool(errors.getvalue()) is bar


def test_paths_are_shown_without_signs_that_act() -> None:
    assert shown("a\x1b[31m\udcff\u202eb") == "a�[31m��b"
