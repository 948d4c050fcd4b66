import pytest

from amanat.core import Edition
from amanat.people.neural import Parts
from amanat.publish import proof
from amanat.registers import shipped


def test_an_edition_is_read_as_a_new_story() -> None:
    text = "\ufeffZunaira Tarkhan, 13, was abducted from her home on Monday, police said.\r\n"
    hidden = {m.span for m in proof.left(Edition(text, "en", "0", proven=False), shipped(), "PK-KP")}
    assert any(text[s.start : s.end] == "Zunaira Tarkhan" for s in hidden)
    safe = text.replace("Zunaira Tarkhan", "[girl 1]").replace("13", "[age withheld]")
    assert not [m for m in proof.left(Edition(safe, "en", "0", proven=False), shipped(), "PK-KP") if m.risk == "direct"]


def test_an_edition_without_words_hides_nobody() -> None:
    assert proof.left(Edition(" \n", "en", "0", proven=False), shipped(), "") == ()


def test_the_proof_asks_no_net_and_still_finds_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("a net was asked")

    monkeypatch.setattr("amanat.people.neural.find", asked)
    monkeypatch.setattr("amanat.people.neural.parts", lambda _, people: asked() if people else Parts((), ()))
    text = "Zunaira Tarkhan, 13, was raped in Swat, police said. The girl's father, Rahmat Tarkhan, went to court."
    hidden = {
        text[m.span.start : m.span.end] for m in proof.left(Edition(text, "en", "0", proven=False), shipped(), "")
    }
    assert {"Zunaira Tarkhan", "Rahmat Tarkhan"} <= hidden
