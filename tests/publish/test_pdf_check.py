"""What is asked of a PDF before it is handed over: each layer that may leak is caught, a broken checker is no pass."""

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
from amanat.publish import pdf_check, scan
from amanat.publish.forms import Forms, folded
from amanat.publish.pdf_check import Words, looked_at, normal, nothing_else, second_tool
from amanat.read import read_bytes

NOBODY = Forms(frozenset(), frozenset(), frozenset())


@pytest.fixture(scope="module")
def layered_pdf(maker: Callable[[str], ModuleType]) -> ModuleType:
    return maker("read/layered_pdf")


def hidden(word: str) -> Forms:
    return Forms(frozenset({word.lower()}), frozenset({word.lower()}), frozenset())


def test_a_leak_in_any_layer_is_stopped(layered_pdf: ModuleType) -> None:
    passed = []
    for layer in layered_pdf.EVERY:
        secret = layered_pdf.names(3)[0]
        data = layered_pdf.make({layer: secret})
        if nothing_else(data, NOBODY):
            passed.append(layer)
            text = folded(read_bytes(data, "safe.pdf").text).encode()
            assert scan.found(data, hidden(secret)) or scan.found(text, hidden(secret)), layer
    assert 5 < len(passed) < len(layered_pdf.EVERY) - 5, "both the list and the scan have something to stop"


def test_older_revisions_and_pictures_may_not_be(layered_pdf: ModuleType) -> None:
    assert nothing_else(layered_pdf.make({}), NOBODY)
    for layer in ("old_revision", "raster_image", "embedded_text", "annotation", "xmp", "script", "hidden_group"):
        assert not nothing_else(layered_pdf.make({layer: "Zovubaxi"}), NOBODY), layer
    with pikepdf.open(io.BytesIO(layered_pdf.make({}))) as pdf:
        pdf.docinfo["/Title"] = "Zovubaxi"
        out = io.BytesIO()
        pdf.save(out)
    assert not nothing_else(out.getvalue(), NOBODY)


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not here")
def test_what_only_a_look_tells_is_seen(layered_pdf: ModuleType) -> None:
    data = layered_pdf.make({"raster_image": "Zovubaxi"})
    assert not scan.found(data, hidden("Zovubaxi"))
    assert not looked_at(data, hidden("Zovubaxi"))
    assert looked_at(data, hidden("Mehrandiru"))


def test_a_second_tool_is_asked_and_its_end_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, ends = [], [0, 1, 2, 3, -11]

    def run(line: list[str], **how: object) -> subprocess.CompletedProcess[bytes]:
        asked.append((line, how["input"]))
        return subprocess.CompletedProcess(line, ends.pop(0))

    monkeypatch.setattr(pdf_check.importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(pdf_check.subprocess, "run", run)
    assert [second_tool(b"%PDF-", hidden("Zovubaxi")) for _ in range(3)] == [True, True, False]
    for _ in range(2):
        with pytest.raises(PublishError) as caught:
            second_tool(b"%PDF-", hidden("Zovubaxi"))
        assert caught.value.code == "P021"
    line, given_to_it = asked[0]
    assert given_to_it == b"zovubaxi"
    assert "zovubaxi" not in " ".join(line), "others on the machine can see a command line"


def test_the_second_tool_itself_finds_what_it_should(layered_pdf: ModuleType) -> None:
    pytest.importorskip("pdf_redaction_check")
    assert second_tool(layered_pdf.make({"simple_text": "Mehrandiru"}), hidden("Zovubaxi"))
    for layer in ("under_a_box", "annotation", "embedded_text"):
        assert not second_tool(layered_pdf.make({layer: "Zovubaxi"}), hidden("Zovubaxi")), layer


def test_without_the_second_tool_the_others_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_check.importlib.util, "find_spec", lambda _: None)
    assert second_tool(b"", hidden("Zovubaxi"))


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
