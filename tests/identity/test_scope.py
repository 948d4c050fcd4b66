"""Which sentences speak of somebody to protect."""

from amanat.core import Document, Scene
from amanat.identity.scope import about, others, protected, sentences
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped

STORY = (
    "Zunaira Tarkhan, 13, was abducted in Swat, police said. She was found on Monday. "
    "Inspector Farhad Qureshi of the district police spoke at a press conference about traffic on the motorway."
)


def scene() -> tuple[Document, Scene]:
    document = read_bytes(STORY.encode())
    return document, look(document, shipped())


def test_a_pronoun_carries_on_and_a_new_subject_ends_it() -> None:
    document, seen = scene()
    told = [document.at(s).strip() for s, _ in about(document, seen)]
    assert told[:2] == ["Zunaira Tarkhan, 13, was abducted in Swat, police said.", "She was found on Monday."]
    assert not any("motorway" in t for t in told)


def test_sentences_cover_the_blocks() -> None:
    document, _ = scene()
    assert "".join(document.at(s) for s in sentences(document)) == STORY


def test_protected_and_others_share_nobody() -> None:
    document, seen = scene()
    hidden = {document.at(s) for p in protected(seen) for s in p.names}
    assert hidden == {"Zunaira Tarkhan"}
    assert {document.at(s) for s in others(seen)} == {"Farhad Qureshi"}


def test_where_nobody_is_protected_no_sentence_is_about_anybody() -> None:
    document = read_bytes(b"The minister opened a road.")
    assert about(document, look(document, shipped())) == ()
