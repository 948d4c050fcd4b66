import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.core import Document, PublishError, Review, Severity
from amanat.registers import Registers

Say = Callable[..., None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kiln.txt"
    path.write_text("Girl freed from kiln\n\nPolice freed a girl on Monday.\n", "utf-8")
    return path


@pytest.mark.usefixtures("quiet_rooms")
class TestText:
    def test_prints_the_review_and_writes_the_report_beside_the_story(self, run: Callable, file: Path) -> None:
        result = run("review", file)
        assert result.exit_code == 0, result.output
        report = file.with_name("kiln.review.html")
        assert f"Report: {report}" in result.stdout
        assert "THE SAFE VERSION" in result.stdout
        assert report.read_bytes().startswith(b"<!doctype html>")
        assert sorted(p.name for p in file.parent.iterdir()) == ["kiln.review.html", "kiln.txt"]

    def test_writes_into_the_folder_asked_for(self, run: Callable, file: Path, tmp_path: Path) -> None:
        assert run("review", "--output", tmp_path / "a/b", file).exit_code == 0
        assert (tmp_path / "a/b/kiln.review.html").exists()
        assert not file.with_name("kiln.review.html").exists()

    def test_standard_input_has_no_report_unless_a_folder_is_named(self, run: Callable, tmp_path: Path) -> None:
        result = run("review", "-", input="A girl was freed.")
        assert result.exit_code == 0
        assert "Report" not in result.stdout
        result = run("review", "-", "--output", tmp_path, input="A girl was freed.")
        assert [p.name for p in tmp_path.iterdir()] == ["standard-input.review.html"]

    def test_no_path_reads_standard_input(self, run: Callable) -> None:
        assert "A girl was freed." in run("review", input="A girl was freed.").stdout

    def test_the_safe_version_is_written_where_asked(self, run: Callable, file: Path) -> None:
        result = run("review", "--safe", "txt", "--safe", "html", file)
        assert file.with_name("kiln.safe.txt").read_text("utf-8") == file.read_text("utf-8")
        assert b"<h1" in file.with_name("kiln.safe.html").read_bytes()
        assert "Safe version: " in result.stdout

    def test_stories_of_the_same_name_do_not_overwrite_one_another(self, run: Callable, tmp_path: Path) -> None:
        for folder in "ab":
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "story.txt").write_text(f"Story {folder}.")
        run("review", "--output", tmp_path / "out", tmp_path / "a/story.txt", tmp_path / "b/story.txt")
        out = tmp_path / "out"
        assert sorted(p.name for p in out.iterdir()) == ["story-2.review.html", "story.review.html"]
        assert b"Story b." in (out / "story-2.review.html").read_bytes()

    def test_a_report_that_cannot_be_written_is_said_and_is_a_failure(self, run: Callable, file: Path) -> None:
        file.with_name("out").touch()
        result = run("review", "--output", file.with_name("out") / "x", file)
        assert result.exit_code == 2
        assert "P003" in result.stderr
        assert "THE SAFE VERSION" in result.stdout

    def test_colours_only_where_they_are_wanted(
        self, run: Callable, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "\x1b[" in run("review", file, color=True).stdout
        assert "\x1b[" not in run("review", file).stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run("review", file, color=True).stdout


@pytest.mark.usefixtures("quiet_rooms")
class TestHtml:
    def test_one_story_goes_to_standard_output(self, run: Callable, file: Path) -> None:
        result = run("review", "--format", "html", file)
        assert result.stdout.startswith("<!doctype html>")
        assert [p.name for p in file.parent.iterdir()] == ["kiln.txt"]

    def test_several_are_written_beside_their_stories(self, run: Callable, file: Path) -> None:
        other = file.with_name("other.txt")
        other.write_text("Another.")
        result = run("review", "--format", "html", file, other)
        assert result.stdout.splitlines() == [
            f"Report: {file.with_name('kiln.review.html')}",
            f"Report: {file.with_name('other.review.html')}",
        ]


@pytest.mark.usefixtures("quiet_rooms")
class TestJson:
    def test_one_line_a_story_in_the_order_given(self, run: Callable, file: Path) -> None:
        result = run("review", "--format", "json", file, "nowhere.txt", file)
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        assert [line["document"]["path"] for line in lines] == [str(file), "nowhere.txt", str(file)]
        assert lines[1] == {
            "document": {"path": "nowhere.txt"},
            "error": {"code": "R001", "message": "there is no such file"},
        }
        assert result.exit_code == 2
        assert [p.name for p in file.parent.iterdir()] == ["kiln.txt"]

    def test_with_a_folder_the_line_is_kept_there_too(self, run: Callable, file: Path, tmp_path: Path) -> None:
        result = run("review", "--format", "json", "--output", tmp_path / "out", file)
        kept = (tmp_path / "out/kiln.review.json").read_text()
        assert kept == result.stdout

    def test_an_edition_that_cannot_be_proven_is_null(
        self, run: Callable, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(document: Document, review: Review, registers: Registers) -> None:
            assert document.digest == review.digest
            assert registers
            raise PublishError("P001", "no safe version")

        monkeypatch.setattr("amanat.cli.review.publish", refuse)
        result = run("review", "--format", "json", "--safe", "txt", file)
        assert json.loads(result.stdout)["edition"]["text"] is None
        assert "P001" in result.stderr
        assert result.exit_code == 2
        assert not file.with_name("kiln.safe.txt").exists()

    def test_a_fault_of_ours_stops_one_story_and_tells_nothing_of_it(
        self, run: Callable, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def break_down(document: Document, *_: object) -> None:
            raise ValueError(document.text)

        monkeypatch.setattr("amanat.cli.review.look", break_down)
        result = run("review", "--format", "json", file, file)
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        assert [line["error"]["code"] for line in lines] == ["X001", "X001"]
        assert "ValueError in" in lines[0]["error"]["message"]
        assert "Monday" not in result.output
        assert result.exit_code == 2


@pytest.mark.parametrize(
    ("found", "fail_on", "status"),
    [
        ((), "error", 0),
        ((Severity.WARNING,), "error", 0),
        ((Severity.ERROR,), "error", 1),
        ((Severity.NOTE, Severity.WARNING), "warning", 1),
        ((Severity.SUGGESTION,), "warning", 0),
        ((Severity.ERROR,), "warning", 1),
        ((Severity.ERROR,), "never", 0),
    ],
)
def test_the_exit_status(  # noqa: PLR0917 - fixtures and one row of the table
    run: Callable, file: Path, quiet_rooms: Say, found: tuple[Severity, ...], fail_on: str, status: int
) -> None:
    quiet_rooms(found)
    assert run("review", "--format", "json", "--fail-on", fail_on, file).exit_code == status


def test_the_worst_of_all_stories_decides(run: Callable, file: Path, quiet_rooms: Say) -> None:
    quiet_rooms((Severity.ERROR,))
    assert run("review", "--format", "json", "--fail-on", "never", file, "nowhere").exit_code == 2


@pytest.mark.usefixtures("quiet_rooms")
class TestJurisdiction:
    @pytest.mark.parametrize("id_", ["PK-KP", "pk-kp"])
    def test_a_known_one_is_asked(self, run: Callable, file: Path, id_: str) -> None:
        result = run("review", "--format", "json", "--jurisdiction", id_, file)
        assert json.loads(result.stdout)["document"]["jurisdictions"] == ["PK-KP", "PK"]

    def test_an_unknown_one_is_refused_before_anything_is_read(self, run: Callable, file: Path) -> None:
        result = run("review", "--jurisdiction", "PK-XX", file)
        assert result.exit_code == 2
        assert "U001" in result.stderr
        assert "PK-KP" in result.stderr
        assert result.stdout == ""


def bad_files(folder: Path) -> dict[str, tuple[bytes | Path, str]]:
    """Name, path and expected code of every input that is no story."""
    contents = {
        "binary.txt": (b"\x7fELF\0\0\0", "R007"),
        "latin.txt": ("Café".encode("latin-1"), "R003"),
        "empty.txt": (b"", "R004"),
        "blank.txt": (b" \n\t\n", "R004"),
        "scan.pdf": (b"%PDF-1.7", "R032"),
        "sheet.xls": (b"a,b", "R006"),
    }
    for name, (content, _) in contents.items():
        (folder / name).write_bytes(content)
    with (folder / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe.txt")
    codes = {name: code for name, (_, code) in contents.items()}
    codes |= {"large.txt": "R005", "folder": "R002", "pipe.txt": "R002", "missing.txt": "R001"}
    return {name: (folder / name, code) for name, code in codes.items()}


@pytest.mark.parametrize("command", ["review", "identify"])
def test_bad_files_are_named_by_code_and_the_good_one_is_read(process: Callable, tmp_path: Path, command: str) -> None:
    bad = bad_files(tmp_path)
    good = tmp_path / "good.txt"
    good.write_text("A bus stopped at the border.")
    paths = [path for path, _ in bad.values()]
    done = process(command, "--format", "json", *paths[:4], good, *paths[4:])
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    said = {Path(line["document"]["path"]).name: line.get("error", {}).get("code") for line in lines}
    assert said == {name: code for name, (_, code) in bad.items()} | {"good.txt": None}
    assert done.returncode == 2
    assert done.stderr == b""
    assert not [p for p in tmp_path.iterdir() if "review" in p.name or p.name.startswith(".")]


@pytest.mark.parametrize(
    "content",
    [
        "A girl was freed in the city today, police said.\nپولیس نے شہر میں ایک بچی کو بازیاب کرایا۔\n",
        "A\x1b[31mgirl\x07 was\x00 freed.\x9b",
        "A \u202egirl\u202c was \u2067freed\u2069.",
        "\ufeffA girl 🚔👩‍👧 was fre\u0301ed.\r\n\r\nTwo held.\r",
        "a" * 60_000,
        "\n" * 5000 + "x",
        "(" * 3000 + "[" * 3000,
        "a@" * 3000 + "0-" * 3000,
    ],
    ids=[
        "two languages",
        "controls",
        "bidi",
        "emoji and bom",
        "one long word",
        "blank lines",
        "brackets",
        "almost codes",
    ],
)
def test_strange_texts_are_reviewed(run: Callable, tmp_path: Path, content: str) -> None:
    path = tmp_path / "strange.txt"
    path.write_bytes(content.encode())
    json_result = run("review", "--format", "json", "--fail-on", "never", path)
    record = json.loads(json_result.stdout)
    if "\0" in content:
        assert record["error"]["code"] == "R007"
        return
    assert json_result.exit_code == 0, json_result.output
    assert record["document"]["characters"] == len(content)
    text = run("review", "--fail-on", "never", "--output", tmp_path, path)
    assert text.exit_code == 0, text.output
    assert not set(text.stdout) & set("\x1b\x07\x9b\u202e\u2067")


def test_a_name_that_is_no_utf8_comes_back_as_it_was(process: Callable, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/st\xffry.txt"
    Path(os.fsdecode(name)).write_text("A bus stopped.")
    done = process("review", "--format", "json", name)
    assert done.stdout.isascii()
    assert os.fsencode(json.loads(done.stdout)["document"]["path"]) == name
    text = process("review", name, PYTHONIOENCODING="utf-8")
    assert text.returncode == 0, text.stderr
    assert "st�ry.txt" in text.stdout.decode()
    assert os.path.exists(name.removesuffix(b".txt") + b".review.html")  # noqa: PTH110 - a name of bytes


def test_machine_output_never_holds_words_of_the_story(run: Callable, root: Path) -> None:
    result = run("review", "--format", "json", "--fail-on", "never", root / "examples/story.txt")
    record = json.loads(result.stdout)
    del record["edition"], record["document"]
    text = json.dumps(record, ensure_ascii=False)
    assert not [w for w in ("Palwasha", "Misaal", "Sheraz", "Zarina", "Farzi", "Farzand", "Tamseel") if w in text]


def test_what_is_written_is_utf8_on_a_terminal_that_is_not(process: Callable, tmp_path: Path) -> None:
    path = tmp_path / "ur.txt"
    path.write_text("پولیس نے شہر میں ایک بچی کو بازیاب کرایا۔", "utf-8")
    done = process("review", "--fail-on", "never", path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ur.review.html").exists()


@pytest.mark.usefixtures("quiet_rooms")
class TestOtherTools:
    def test_lines_tell_one_finding_each_and_no_report_is_written(
        self, run: Callable, file: Path, quiet_rooms: Callable[..., None]
    ) -> None:
        quiet_rooms([Severity.WARNING])
        result = run("review", "--format", "lines", "--fail-on", "warning", file, file)
        assert result.exit_code == 1, result.output
        first, second = result.stdout.splitlines()
        assert first == second
        assert first.startswith(f"{file}:")
        assert ": warning: " in first
        assert [p.name for p in file.parent.iterdir()] == ["kiln.txt"]

    @pytest.mark.parametrize("form", ["sarif", "rdjson"])
    def test_all_stories_come_at_once_and_no_report_is_written(
        self, form: str, run: Callable, file: Path, quiet_rooms: Callable[..., None]
    ) -> None:
        quiet_rooms([Severity.WARNING])
        result = run("review", "--format", form, file, file)
        assert result.exit_code == 0, result.output
        assert result.stdout.count("\n") == 1
        told = json.loads(result.stdout)
        found = told["runs"][0]["results"] if form == "sarif" else told["diagnostics"]
        assert len(found) == 2
        assert [p.name for p in file.parent.iterdir()] == ["kiln.txt"]

    def test_a_file_that_cannot_be_read_is_in_the_log(self, run: Callable, tmp_path: Path) -> None:
        result = run("review", "--format", "sarif", tmp_path / "none.txt")
        assert result.exit_code == 2
        assert not json.loads(result.stdout)["runs"][0]["invocations"][0]["executionSuccessful"]

    def test_a_house_style_is_read_before_any_story(self, run: Callable, file: Path, tmp_path: Path) -> None:
        style = tmp_path / "house.yaml"
        style.write_text("kind: house\nname: Post\non: [D998]\n")
        result = run("review", "--house", style, file)
        assert result.exit_code == 2
        assert "K023: house.yaml:3:" in result.output
        assert run("review", "--house", tmp_path / "none.yaml", file).exit_code == 2
