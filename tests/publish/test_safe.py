"""A safe copy leaves only when every check has passed; and it tells nothing, not even how long a name was."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace

import layered_others as others
import pytest
from invented import names
from layered_docx import LAYERS, docx

from amanat.core import Document, Edition, PublishError, ReadError, Review
from amanat.publish import publish, safe, scan
from amanat.publish.exports import exports
from amanat.publish.forms import Forms
from amanat.publish.safe import safe_copy
from amanat.read import read_bytes
from amanat.review import review

FORMATS: dict[str, tuple[Mapping[str, bool], Callable[[Mapping[str, str]], bytes]]] = {
    "docx": (LAYERS, docx),
    "odt": (others.ODT, others.odt),
    "html": (others.HTML, others.html),
    "eml": (others.EML, others.eml),
}
FORMS = ("docx", "odt", "html", "txt")


def copies(ending: str, skip: int) -> tuple[list[str], dict[str, bytes], Edition]:
    layers, make = FORMATS[ending]
    given = names(len(layers), skip)
    document = read_bytes(make(dict(zip(layers, given, strict=True))), f"story.{ending}")
    found = review(document)
    edition = publish(document, found)
    return given, {form: safe_copy(document, found, edition, form) for form in FORMS}, edition


@pytest.mark.parametrize("ending", FORMATS)
def test_no_layer_leaks_and_the_name_changes_no_byte(ending: str) -> None:
    given, first, edition = copies(ending, 0)
    assert copies(ending, 400)[1] == first
    hidden = Forms(
        frozenset(name.replace(" ", "").lower() for name in given),
        frozenset(word.lower() for name in given for word in name.split()),
        frozenset(),
    )
    assert {form: scan.found(content, hidden) for form, content in first.items()} == dict.fromkeys(FORMS, frozenset())
    assert "[" in edition.text


def test_what_is_still_in_the_file_stops_it(story: Document, found: Review) -> None:
    leaking = Edition("[Girl 1], that is Mehrunnisa Khatoon, was freed.", "en", story.digest, proven=True)
    for form in FORMS:
        with pytest.raises(PublishError) as caught:
            safe_copy(story, found, leaking, form)
        assert caught.value.code == "P010"
        assert "Mehrunnisa" not in caught.value.message


def test_a_check_that_breaks_down_has_failed(story: Document, found: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = Edition("[Girl 1] was freed.", "en", story.digest, proven=True)
    assert safe_copy(story, found, edition, "docx")

    def broken(*_: object) -> frozenset[str]:
        raise ReadError("R013", "broken")

    monkeypatch.setattr(safe, "read_bytes", broken)
    with pytest.raises(PublishError, match=r"P011.*R013"):
        safe_copy(story, found, edition, "docx")

    monkeypatch.undo()

    def fallen(*_: object) -> frozenset[str]:
        raise ZeroDivisionError

    form = SimpleNamespace(write=exports()["txt"].write, CHECKS=(fallen,))
    monkeypatch.setattr(safe, "exports", lambda: {"txt": form})
    with pytest.raises(PublishError, match=r"P011.*ZeroDivisionError"):
        safe_copy(story, found, edition, "txt")


def test_the_checks_of_a_form_are_asked(story: Document, found: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = Edition("[Girl 1] was freed.", "en", story.digest, proven=True)
    form = SimpleNamespace(write=exports()["txt"].write, CHECKS=(lambda *_: False,))
    monkeypatch.setattr(safe, "exports", lambda: {"txt": form})
    with pytest.raises(PublishError, match="P010"):
        safe_copy(story, found, edition, "txt")


def test_a_person_called_like_a_style_is_no_leak() -> None:
    """`Heading` and `Calibri` stand in every Word file."""
    hidden = safe._not_of_the_form(
        Forms(frozenset(), frozenset({"heading", "calibri", "zunaira"}), frozenset()), "docx"
    )
    assert hidden.words == {"zunaira"}
