"""Covered pictures: nothing under a cover comes back, nothing beside the pixels goes along, a look never says safe."""

import io
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import layered_picture
import numpy as np
import pytest
from PIL import Image

from amanat.core import ModelError, PublishError
from amanat.publish import picture
from amanat.publish.picture import COVER, Kind, Place, check, covered, framed, plan
from amanat.read import ocr
from amanat.read.ocr import Glimpse
from amanat.read.picture import Photo, Sight, photo_of, sight, written
from amanat.read.picture_layers.segments import texts
from amanat.review import review

detector = import_module("amanat.publish.picture.faces")
"""The module; its function has the same name."""
reads = pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")


@pytest.fixture(scope="module")
def drawn(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("publish/drawn_pictures")


def photo(sheet: Image.Image) -> Photo:
    return Photo(sheet.width, sheet.height, sheet.convert("RGB").tobytes(), ())


def looked(sheet: Image.Image, *words: Glimpse) -> Sight:
    return Sight(photo(sheet), words, looked=True)


@pytest.mark.parametrize("size", [20, 60, 180])
def test_a_face_is_offered_with_room_around_it(drawn: ModuleType, size: int) -> None:
    (place,) = plan(looked(drawn.face(drawn.empty(), 400, 280, size))).places
    assert place.kind is Kind.FACE
    assert place.left < 400 - 0.5 * size < 400 + 0.5 * size < place.right
    assert place.top < 280 - 0.5 * size < 280 + 0.6 * size < place.bottom


def test_several_faces_at_the_edge_and_none(drawn: ModuleType) -> None:
    sheet = drawn.face(drawn.face(drawn.empty(), 40, 60, 60), 700, 500, 60)
    found = plan(looked(sheet)).places
    assert [place.number for place in found] == [1, 2]
    assert found[0].left == 0
    assert plan(looked(drawn.empty())).places == ()


def test_a_damaged_net_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    detector._net.cache_clear()
    monkeypatch.setattr(detector, "DIGEST", "0" * 64)
    with pytest.raises(ModelError) as caught:
        detector.faces(np.zeros((64, 64, 3), np.uint8))
    assert caught.value.code == "M002"


def test_the_net_comes_with_its_notice(house: Path) -> None:
    notice = (house / "publish/picture/NOTICE.md").read_text("utf-8")
    assert "MIT License" in notice
    assert detector.DIGEST in notice


@pytest.mark.parametrize("form", ["png", "jpg", "webp"])
def test_nothing_under_a_cover_comes_back(drawn: ModuleType, form: str) -> None:
    """Two pictures that differ only under the cover give the same bytes: there is nothing to undo."""
    place = Place(1, Kind.FACE, 300, 150, 500, 420)
    one = covered(photo(drawn.face(drawn.empty(), 400, 280, 80)), [place], form)
    two = covered(photo(drawn.face(drawn.empty(), 405, 285, 60)), [place], form)
    assert one == two
    check(one, [place], [])
    assert not list(texts(one))
    inside = np.asarray(Image.open(io.BytesIO(one)))[200:380, 340:460]
    assert np.abs(inside.astype(int) - np.array(COVER)).max() < 4


def test_a_check_stops_what_is_not_covered(drawn: ModuleType) -> None:
    place = Place(1, Kind.FACE, 300, 150, 500, 420)
    bare = covered(photo(drawn.face(drawn.empty(), 400, 280, 80)), [], "png")
    for content in (bare, drawn.saved(drawn.empty(), "JPEG", author="Mehrandiru Zovubaxi")):
        with pytest.raises(PublishError) as caught:
            check(content, [place], [])
        assert caught.value.code == "P026"


def test_a_check_that_breaks_down_is_a_failed_check(monkeypatch: pytest.MonkeyPatch, drawn: ModuleType) -> None:
    def broken(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(picture, "photo_of", broken)
    with pytest.raises(PublishError) as caught:
        check(covered(photo(drawn.empty()), [], "png"), [], [])
    assert caught.value.code == "P021"


def glimpse(text: str, left: int, right: int, line: int) -> Glimpse:
    return Glimpse(text, left, line * 40, right, line * 40 + 20, (1, 1, line), 95.0)


def test_what_jpeg_leaves_around_letters_is_covered_too() -> None:
    """Faint waves in the blocks around a name tell it from another."""

    def shown(name: str) -> bytes:
        seen = photo_of(layered_picture.picture({"pixels": name}))
        line = (glimpse("Police", 41, 130, 0), Glimpse("worker.", 840, 188, 950, 216, (1, 1, 0), 95.0))
        places = plan(Sight(seen, line, looked=True), {1}).places
        return covered(seen, places, "png")

    assert len({shown(name) for name in ("Mumtaz Wazir", "Gulnaz Afridi", "Zarmina Marri", "Kiran Jakhrani")}) == 1


@reads
def test_a_name_in_a_caption_is_covered(drawn: ModuleType) -> None:
    words = "Mehrandiru Khatoon, 13, was freed from a brick kiln, the police said."
    seen = sight(drawn.saved(drawn.caption(drawn.empty(), words), "PNG"))
    document = written(seen, "a.png")
    found = review(document)
    places = plan(seen, picture.protected_words(document, found)).places
    assert [place.kind for place in places] == [Kind.WORDS]
    forms = picture.protected_forms(document, found)
    assert any("Mehrandiru" in form for form in forms)
    content = covered(seen.photo, places, "png")
    check(content, places, forms)
    assert "Mehrandiru" not in " ".join(word.text for word in sight(content).words)
    with pytest.raises(PublishError):
        check(covered(seen.photo, [], "png"), [], forms)


@reads
def test_a_card_is_called_a_card_and_covered_whole(drawn: ModuleType) -> None:
    seen = sight(drawn.saved(drawn.card()))
    found = plan(seen)
    assert found.card
    content = covered(seen.photo, found.places, "png")
    left = " ".join(word.text for word in sight(content).words)
    assert not [value for _, value in drawn.CARD if any(part in left for part in value.split())]


@pytest.mark.parametrize(
    "text", ["35202-1234567-1", "35202 - 12345", "3520212345671", "CNIC", "شناختی کارڈ", "Passport"]
)
def test_parts_of_a_card_number_are_enough(drawn: ModuleType, text: str) -> None:
    assert plan(looked(drawn.empty(), glimpse(text, 10, 90, 1))).card
    assert not plan(looked(drawn.empty(), glimpse("1099 Monday 2026", 10, 90, 1))).card


def test_frames_are_numbered_and_change_no_place(drawn: ModuleType) -> None:
    sheet = drawn.empty()
    shown = Image.open(io.BytesIO(framed(photo(sheet), [Place(1, Kind.DRAWN, 300, 200, 500, 400)])))
    assert shown.size == sheet.size
    assert shown.getpixel((400, 300)) == sheet.getpixel((400, 300))
    assert shown.getpixel((300, 300)) != sheet.getpixel((300, 300))


def test_no_word_of_it_says_safe() -> None:
    assert "safe" not in picture.WARNING
    assert "may still be there" in picture.WARNING


def test_the_pixels_are_those_of_the_file(drawn: ModuleType) -> None:
    sheet = drawn.face(drawn.empty(), 400, 280, 80)
    again = photo_of(covered(photo(sheet), [], "png"))
    assert again.rgb == sheet.tobytes()
