from amanat.core import Edition
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
