"""Pictures of a document: empty frames in its safe copy, and those that a person let go along, covered and checked."""

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Callable
from types import ModuleType

import illustrated as maker_
import layered_picture
import numpy as np
import pikepdf
import pytest
from illustrated import FORMATS, plain
from PIL import Image

from amanat.core import Document, Edition, Review
from amanat.publish import picture as covers
from amanat.publish import publish
from amanat.publish.forms import Forms
from amanat.publish.illustrated import Illustrated, illustrated, places
from amanat.publish.pdf_check import nothing_else
from amanat.publish.safe import safe_copy
from amanat.read import ocr, read_bytes
from amanat.read.picture_layers.segments import texts
from amanat.review import review

FORMS = ("docx", "odt", "html", "pdf")
NAME = "Mehrunnisa Khatoon"
GREY = plain((120, 130, 140))
reads = pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
Made = tuple[bytes, Document, Review, Edition]


def told(ending: str, drawn: maker_.Drawn, name: str = NAME) -> Made:
    data = FORMATS[ending](drawn, name)
    document = read_bytes(data, f"story.{ending}")
    found = review(document)
    return data, document, found, publish(document, found)


def with_pictures(made: Made, *numbers: int, no_words: bool = False) -> Illustrated:
    data, document, found, edition = made
    return illustrated(document, found, edition, data, numbers, no_words=no_words)


def copy(made: Made, edition: Edition, form: str) -> bytes:
    return safe_copy(made[1], made[2], edition, form)


def inside(content: bytes, form: str) -> list[bytes]:
    """Return the files of pictures in a safe copy."""
    if form == "html":
        return [b64decode(found) for found in re.findall(rb"data:image/jpeg;base64,([^\"]+)", content)]
    if form == "pdf":
        with pikepdf.open(io.BytesIO(content)) as file:
            streams = [value for value in file.objects if isinstance(value, pikepdf.Stream)]
            return [s.read_raw_bytes() for s in streams if s.get("/Subtype") == pikepdf.Name.Image]
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return [file.read(name) for name in file.namelist() if name.endswith(".jpg")]


def pixels(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


@pytest.fixture(scope="module")
def drawn(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("publish/drawn_pictures")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tesseract that sees no words: for what has nothing to do with words."""
    monkeypatch.setattr("amanat.read.picture_layers.turned.words", lambda *_: ())
    monkeypatch.setattr(ocr, "glimpses", lambda *_, **__: ())


@pytest.fixture(scope="module")
def story() -> Made:
    return told(
        "docx",
        [(GREY, "A kiln near the river"), (plain((90, 90, 90)), f"{NAME} at home"), (plain((9, 99, 9)), "Zovubaxi")],
    )


@pytest.mark.parametrize("form", FORMS)
def test_without_a_word_from_a_person_a_frame_stands_for_each_picture(story: Made, form: str) -> None:
    edition = story[3]
    assert places(edition) == (1, 2, 3)
    content = copy(story, edition, form)
    assert inside(content, form) == []
    again = read_bytes(content, f"safe.{form}").text
    assert [again.count(mark) for mark in ("[picture 1] A kiln near the river", "[picture 2]", "[picture 3]")] == [
        1
    ] * 3


def test_what_is_said_of_a_picture_stays_only_when_it_is_plain_words(story: Made) -> None:
    said = [block.alt for block in story[3].blocks if block.picture]
    assert said == ["A kiln near the river", "", ""], "neither a hidden name nor a word that may be one"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("form", FORMS)
def test_a_picture_that_a_person_let_go_along_is_bare_pixels_in_its_place(story: Made, form: str) -> None:
    made = with_pictures(story, 3)
    assert made.refused == ()
    (content,) = inside(copy(story, made.edition, form), form)
    assert not list(texts(content))
    assert np.abs(pixels(content) - (9, 99, 9)).max() < 8
    assert content == made.edition.pictures[0].content


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("ending", FORMATS)
def test_the_number_means_the_same_picture_in_every_format(ending: str) -> None:
    colours = [(200, 40, 40), (40, 200, 40), (40, 40, 200)]
    made = told(ending, [(plain(colour), "") for colour in colours])
    assert places(made[3]) == (1, 2, 3)
    found = with_pictures(made, 1, 2, 3)
    assert not found.refused
    for picture, colour in zip(found.edition.pictures, colours, strict=True):
        middle = pixels(picture.content)[picture.height // 2, picture.width // 2]
        assert np.abs(middle - colour).max() < 12, picture.number


@reads
def test_faces_and_names_are_covered_and_the_name_changes_no_byte(drawn: ModuleType) -> None:
    """A name of the story is covered where the picture alone would not tell that it is to be hidden."""

    def safe(name: str) -> bytes:
        sheet = drawn.caption(drawn.face(drawn.empty(), 400, 280, 80), f"{name} at the shelter")
        made = told("docx", [(drawn.saved(sheet), name)], name)
        found = with_pictures(made, 1)
        assert not found.refused
        seen = pixels(found.edition.pictures[0].content)
        for covered in (seen[240:320, 370:430], seen[540:560, 40:200]):
            assert np.abs(covered - covers.COVER).max() < 12
        return copy(made, found.edition, "docx")

    assert safe(NAME) == safe("Rukhsana Wazir")


@pytest.mark.usefixtures("quick")
def test_nothing_beside_the_pixels_goes_along() -> None:
    layers = [layer for layer in layered_picture.LAYERS if layer != "pixels"]
    made = told("odt", [(layered_picture.picture(dict.fromkeys(layers, NAME)), "")])
    found = with_pictures(made, 1)
    assert not found.refused
    assert all(name not in found.edition.pictures[0].content for name in (b"Mehrunnisa", b"Khatoon"))


@pytest.mark.usefixtures("quick")
def test_a_picture_that_cannot_go_keeps_no_other_back(monkeypatch: pytest.MonkeyPatch) -> None:
    card = ocr.Glimpse("CNIC", 9, 9, 60, 30, (1, 1, 1), 95.0)
    monkeypatch.setattr(
        "amanat.read.picture_layers.turned.words", lambda width, *_: (card,) if width == layered_picture.WIDTH else ()
    )
    made = told("odt", [(layered_picture.picture({}), ""), (b"GIF89a", ""), (GREY, "")])
    found = with_pictures(made, 1, 2, 4, 3)
    assert [(number, error.code) for number, error in found.refused] == [(1, "P024"), (2, "R035"), (4, "P030")]
    assert [picture.number for picture in found.edition.pictures] == [3]


def test_words_that_could_not_be_read_wait_for_a_person(monkeypatch: pytest.MonkeyPatch, story: Made) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    (refused,) = with_pictures(story, 1).refused
    assert refused[1].code == "P025"
    assert len(with_pictures(story, 1, no_words=True).edition.pictures) == 1


@reads
def test_a_picture_that_still_says_the_name_is_stopped(monkeypatch: pytest.MonkeyPatch, drawn: ModuleType) -> None:
    """Whatever went wrong while it was covered: it is looked at again."""
    caption = drawn.saved(drawn.caption(drawn.empty(), f"{NAME} at the shelter"))
    made = told("docx", [(caption, "")])
    monkeypatch.setattr(covers, "_lines", lambda *_: iter(()))
    (refused,) = with_pictures(made, 1).refused
    assert refused[1].code == "P026"


@pytest.mark.usefixtures("quick")
def test_a_pdf_may_hold_those_pictures_and_no_other(story: Made) -> None:
    edition = with_pictures(story, 1).edition
    content = copy(story, edition, "pdf")
    nobody = Forms(frozenset(), frozenset(), frozenset())
    assert not nothing_else(content, nobody)
    assert not nothing_else(content, Forms(frozenset(), frozenset(), frozenset(), (b"another",)))
