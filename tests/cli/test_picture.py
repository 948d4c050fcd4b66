"""`amanat picture`: nothing is covered before a person said so, nothing found is never called safe."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from illustrated import FORMATS, plain
from PIL import Image

from amanat.cli.picture import COMMAND
from amanat.read import ocr


@pytest.fixture(scope="module")
def drawn(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("publish/drawn_pictures")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tesseract that sees no words: for what has nothing to do with words."""
    from amanat.read.picture_layers import turned  # noqa: PLC0415 - an extra

    monkeypatch.setattr(turned, "words", lambda *_: ())


def run(*line: object) -> Result:
    return CliRunner().invoke(COMMAND, [str(word) for word in line])


@pytest.fixture
def crowd(tmp_path: Path, drawn: ModuleType) -> Path:
    file = tmp_path / "crowd.jpg"
    sheet = drawn.face(drawn.face(drawn.empty(), 200, 200, 60), 600, 400, 60)
    file.write_bytes(drawn.saved(sheet, author="Mehrandiru Zovubaxi"))
    return file


@pytest.mark.usefixtures("quick")
def test_without_a_word_from_a_person_there_is_only_a_report(crowd: Path) -> None:
    before = crowd.read_bytes()
    outcome = run(crowd)
    assert outcome.exit_code == 1, outcome.output
    assert "1. face" in outcome.output
    assert "2. face" in outcome.output
    assert "may still be there" in outcome.output
    assert "words in 1 places" in outcome.output
    assert "Zovubaxi" not in outcome.output
    assert {file.name for file in crowd.parent.iterdir()} == {"crowd.jpg", "crowd.review.png"}
    assert (crowd.parent / "crowd.review.png").stat().st_mode & 0o077 == 0, "it shows everything: for the editor only"
    assert crowd.read_bytes() == before


@pytest.mark.usefixtures("quick")
def test_a_person_says_yes_keeps_one_and_draws_one(crowd: Path) -> None:
    outcome = run("--yes", "--keep", "2", "--box", "10,500,100,50", crowd)
    assert outcome.exit_code == 0, outcome.output
    with Image.open(crowd.parent / "crowd.safe.jpg") as made:
        assert not made.getexif()
        covered = [max(abs(a - 64) for a in made.getpixel(place)) < 12 for place in ((200, 200), (600, 400), (60, 525))]
    assert covered == [True, False, True]
    assert b"Zovubaxi" not in (crowd.parent / "crowd.safe.jpg").read_bytes()


@pytest.mark.usefixtures("quick")
def test_nothing_found_is_not_called_safe(tmp_path: Path, drawn: ModuleType) -> None:
    file = tmp_path / "field.png"
    file.write_bytes(drawn.saved(drawn.empty(), "PNG"))
    outcome = run(file)
    assert outcome.exit_code == 0
    assert "That does not make the picture safe." in outcome.output
    told = json.loads(run("--format", "json", file).output)
    assert told["places"] == []
    assert "may still be there" in told["warning"]


@pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
def test_a_card_waits_for_drawn_boxes(tmp_path: Path, drawn: ModuleType) -> None:
    file = tmp_path / "card.png"
    file.write_bytes(drawn.saved(drawn.card(), "PNG"))
    outcome = run("--yes", file)
    assert outcome.exit_code == 2
    assert "P024" in outcome.output
    assert not (tmp_path / "card.safe.png").exists()
    outcome = run("--yes", "--format", "json", "--box", "250,270,900,560", file)
    told = json.loads(outcome.output)
    assert told["words"]["card"] is True
    assert Path(told["written"]).exists()


def test_without_tesseract_a_person_must_say_that_there_are_no_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, drawn: ModuleType
) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    file = tmp_path / "field.png"
    file.write_bytes(drawn.saved(drawn.empty(), "PNG"))
    assert "nobody looked for them" in run(file).output
    outcome = run("--yes", file)
    assert outcome.exit_code == 2
    assert "P025" in outcome.output
    assert run("--yes", "--no-words", file).exit_code == 0
    assert (tmp_path / "field.safe.png").exists()


@pytest.mark.usefixtures("quick")
def test_a_bad_file_stops_no_other(tmp_path: Path, drawn: ModuleType) -> None:
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    good.write_bytes(drawn.saved(drawn.empty(), "PNG"))
    bad.write_bytes(b"no picture")
    outcome = run("--yes", "--format", "json", bad, tmp_path / "none.png", tmp_path / "a.txt", good)
    lines = [json.loads(line) for line in outcome.output.splitlines()]
    assert [line.get("error", {}).get("code") for line in lines] == ["R035", "R001", "R037", None]
    assert outcome.exit_code == 2
    assert (tmp_path / "good.safe.png").exists()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("line", "says"),
    [
        (["--keep", "7", "--yes"], "P027"),
        (["--box", "900,0,10,10", "--yes"], "P028"),
        (["--box", "1,2,3"], "left,top,width,height"),
        (["--keep", "a"], "numbers of places"),
    ],
)
def test_wrong_calls(crowd: Path, line: list[str], says: str) -> None:
    outcome = run(*line, crowd)
    assert outcome.exit_code == 2
    assert says in outcome.output
    assert not (crowd.parent / "crowd.safe.jpg").exists()


def test_places_belong_to_one_picture(crowd: Path) -> None:
    outcome = run("--keep", "1", crowd, crowd)
    assert outcome.exit_code == 2
    assert "P029" in outcome.output


@pytest.mark.usefixtures("quick")
def test_files_go_into_a_folder(crowd: Path, tmp_path: Path) -> None:
    assert run("--yes", "--output", tmp_path / "out", crowd).exit_code == 0
    made = (tmp_path / "out" / "crowd.safe.jpg").read_bytes()
    assert Image.open(io.BytesIO(made)).size == (800, 600)


@pytest.mark.usefixtures("quick")
def test_a_folder_is_walked_for_pictures_alone(crowd: Path, drawn: ModuleType) -> None:
    (crowd.parent / "in").mkdir()
    (crowd.parent / "in" / "field.png").write_bytes(drawn.saved(drawn.empty(), "PNG"))
    (crowd.parent / "story.txt").write_text("A bus stopped.")
    for _ in range(2):  # the second time the frames drawn by the first lie there
        outcome = run("--format", "json", crowd.parent)
        assert [json.loads(line)["document"]["path"] for line in outcome.output.splitlines()] == [
            str(crowd),
            str(crowd.parent / "in" / "field.png"),
        ]


@pytest.mark.usefixtures("quick")
def test_every_picture_in_a_document_is_looked_at_and_none_written_from_here(tmp_path: Path, drawn: ModuleType) -> None:
    file = tmp_path / "story.odt"
    pictures = [(drawn.saved(drawn.face(drawn.empty(), 400, 280, 80)), ""), (b"GIF89a", ""), (plain((9, 9, 9)), "")]
    file.write_bytes(FORMATS["odt"](pictures, "Mehrunnisa Khatoon"))
    outcome = run(file)
    assert outcome.exit_code == 2, "one of them cannot be opened"
    assert "picture 1: 800 by 600 pixels\n    1. face" in outcome.output
    assert "picture 2: R035" in outcome.output
    assert "picture 3: 320 by 240 pixels" in outcome.output
    written = {f"story.picture-{number}.review.png" for number in (1, 3)}
    assert {each.name for each in tmp_path.iterdir()} == {"story.odt", *written}
    refused = run("--yes", file)
    assert refused.exit_code == 2
    assert "P031" in refused.output
    assert "amanat review FILE --safe --pictures N" in refused.output


def test_a_document_without_pictures_says_so(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<p>A bus stopped.</p>")
    outcome = run(tmp_path / "story.html")
    assert (outcome.exit_code, "no picture" in outcome.output) == (0, True)
