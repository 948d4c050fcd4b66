"""Three looks at a PDF before it is handed over: each layer that may leak is caught, a broken checker is no pass."""

import io
import shutil
import subprocess
from collections.abc import Callable
from types import ModuleType

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import PublishError
from amanat.publish import pdf_check
from amanat.publish.pdf_check import Words, checked, normal


@pytest.fixture(scope="module")
def layered_pdf(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("read/layered_pdf")


def code(content: bytes, text: str, forms: list[str]) -> str:
    with pytest.raises(PublishError) as caught:
        checked(content, text, forms)
    assert not [form for form in forms if form in str(caught.value)]
    return caught.value.code


def test_a_leak_in_any_layer_is_stopped(layered_pdf: ModuleType) -> None:
    passed = []
    for layer in layered_pdf.EVERY:
        if layer in layered_pdf.PIXELS_ONLY and not shutil.which("tesseract"):
            continue
        secret = layered_pdf.names(3)[0]
        try:
            pdf_check._only_what_may_be(layered_pdf.make({layer: secret}))
        except PublishError:
            continue
        passed.append(layer)
    for layer in passed:
        secret = layered_pdf.names(4)[0]
        with pytest.raises(PublishError) as caught:
            pdf_check._scanned(layered_pdf.make({layer: secret}), {secret})
        assert caught.value.code == "P020", layer
    assert 5 < len(passed) < len(layered_pdf.EVERY) - 5, "both the list and the scan have something to stop"


def test_a_clean_file_passes_and_a_public_namesake_is_no_leak(layered_pdf: ModuleType) -> None:
    clean = layered_pdf.make({})
    checked(clean, "", ["Zovubaxi", "Mehrandiru Gulelimtu", "0300-1234567", "x"])
    checked(clean, "The labour court spoke.", ["labour"])
    assert code(clean, "Another text.", ["labour court"]) == "P020"


def test_a_second_tool_is_asked_and_its_end_counts(monkeypatch: pytest.MonkeyPatch, layered_pdf: ModuleType) -> None:
    asked = []

    def run(line: list[str], **how: object) -> subprocess.CompletedProcess[bytes]:
        asked.append((line, how["input"]))
        return subprocess.CompletedProcess(line, ends.pop())

    clean = layered_pdf.make({})
    monkeypatch.setattr(pdf_check.importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(pdf_check, "_looked_at", lambda *_: None)
    monkeypatch.setattr(pdf_check, "_scanned", lambda *_: None)
    monkeypatch.setattr(pdf_check.subprocess, "run", run)
    for status, outcome in ((0, ""), (1, ""), (2, "P020"), (3, "P021"), (-11, "P021")):
        ends = [status]
        if outcome:
            assert code(clean, "", ["Zovubaxi"]) == outcome
        else:
            checked(clean, "", ["Zovubaxi"])
    line, given_to_it = asked[0]
    assert given_to_it == b"Zovubaxi"
    assert "Zovubaxi" not in " ".join(line), "others on the machine can see a command line"


def test_a_checker_that_breaks_down_is_a_failed_check(monkeypatch: pytest.MonkeyPatch, layered_pdf: ModuleType) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Zovubaxi")

    monkeypatch.setattr(pdf_check, "_scanned", broken)
    assert code(layered_pdf.make({}), "", ["Zovubaxi"]) == "P021"
    assert code(b"no pdf", "", ["Zovubaxi"]) == "P021"


def test_older_revisions_and_pictures_may_not_be(layered_pdf: ModuleType) -> None:
    for layer in ("old_revision", "raster_image", "embedded_text", "annotation", "xmp", "script", "hidden_group"):
        assert code(layered_pdf.make({layer: "Zovubaxi"}), "", []) == "P022", layer
    with pikepdf.open(io.BytesIO(layered_pdf.make({}))) as pdf:
        pdf.docinfo["/Title"] = "Zovubaxi"
        out = io.BytesIO()
        pdf.save(out)
    assert code(out.getvalue(), "", []) == "P022"


@given(st.text(st.characters(categories=["L"]), min_size=6, max_size=20).filter(lambda t: len(normal(t)) >= 6))
def test_a_long_form_is_found_however_it_is_broken_up(form: str) -> None:
    assert Words("before", form[:3], form[3:], "after").say(form)
    assert Words(f"a {' '.join(form)} b").say(form)
    assert Words(f"({form})").say(form.casefold())


def test_short_forms_are_words_of_their_own() -> None:
    assert not Words("The quality of goals").say("Ali")
    assert Words("Then Ali, 13, spoke").say("ali")
    assert Words("احمد نے کہا").say("احمد")
    assert Words("Café Zoë").say("cafe zoe")
    assert not Words("").say("Ali")
