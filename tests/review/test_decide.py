"""What the desk decides is laid over what was found; a room that is not asked again would have said the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import Document, Fix, Protection, Role, Span, TraceKind
from amanat.publish import publish
from amanat.publish.masking import masked
from amanat.read import read, read_bytes
from amanat.registers import shipped
from amanat.review import ROOMS, review
from amanat.review.decide import (
    ASK_FOR_PEOPLE,
    Decisions,
    Missed,
    Reading,
    Ruling,
    _people,
    begin,
    decide,
    settled_words,
)
from amanat.review.gather import gather

KNOWN = shipped()


@pytest.fixture(scope="module")
def told(root: Any) -> tuple[Document, Reading]:
    document = read(root / "examples" / "story.txt")
    return document, begin(document, KNOWN)


def at(document: Document, reading: Reading, name: str) -> int:
    """Return the place of the first mention of who is called so."""
    start = document.text.index(name)
    person = next(p for p in reading.scene.people if any(m.span.start == start for m in p.mentions))
    return person.mentions[0].span.start


def safe(document: Document, found: Any) -> str:
    return masked(document.text, found.masks).text


def test_without_decisions_it_is_the_review(told: Any) -> None:
    document, reading = told
    assert reading.review == review(document, KNOWN)
    assert decide(document, reading, KNOWN, Decisions()) == reading.review


def test_each_step_is_told(root: Any) -> None:
    steps: list[str] = []
    begin(read(root / "examples" / "story-ur.txt"), KNOWN, told=steps.append)
    assert steps == ["people", *(room.__name__.rpartition(".")[2] for room in ROOMS)]


@settings(max_examples=25)
@given(
    who=st.integers(0, 8),
    role=st.sampled_from([None, *Role]),
    protection=st.sampled_from([None, *Protection]),
    child=st.sampled_from([None, True, False]),
)
def test_rooms_that_are_not_asked_again_would_have_said_the_same(
    told: Any,
    who: int,
    role: Role | None,
    protection: Protection | None,
    child: bool | None,  # noqa: FBT001
) -> None:
    document, reading = told
    person = reading.scene.people[who % len(reading.scene.people)]
    decisions = Decisions({person.mentions[0].span.start: Ruling(role, protection, child)})
    quick = decide(document, reading, KNOWN, decisions)
    from dataclasses import replace  # noqa: PLC0415

    scene = replace(reading.scene, people=_people(document, reading.scene, decisions))
    assert quick == gather(document, scene, [room.ask(document, scene, KNOWN) for room in ROOMS])
    changed = next(p for p in quick.people if p.id == person.id)
    if protection:
        assert changed.protection is protection
    elif changed.is_child and role:
        assert changed.protection is Protection.PROTECT


def test_most_rooms_and_the_look_for_people_are_spared() -> None:
    assert len(ASK_FOR_PEOPLE) < len(ROOMS)
    assert set(ASK_FOR_PEOPLE) <= set(ROOMS)


def test_a_role_that_is_set_as_it_was_changes_no_protection(told: Any) -> None:
    document, reading = told
    for person in reading.scene.people:
        decisions = Decisions({person.mentions[0].span.start: Ruling(person.role, None, person.is_child)})
        same = next(p for p in decide(document, reading, KNOWN, decisions).people if p.id == person.id)
        assert same.protection is person.protection or person.is_child


def test_who_becomes_an_official_is_named_and_who_becomes_a_victim_is_not(told: Any) -> None:
    document, reading = told
    father, officer = at(document, reading, "Sheraz Misaal"), at(document, reading, "Tariq Farzand")
    decisions = Decisions({father: Ruling(Role.OFFICIAL), officer: Ruling(Role.VICTIM)})
    text = safe(document, decide(document, reading, KNOWN, decisions))
    assert "Sheraz Misaal" in text
    assert "Tariq Farzand" not in text
    assert "Palwasha" not in text


def test_what_was_missed_is_hidden_wherever_it_stands() -> None:
    document = read_bytes(b"A girl was sold. xalumira wept. Then xalumira left for Qanodar.", "a.txt")
    reading = begin(document, KNOWN)
    name, town = Span(17, 25), Span(55, 62)
    decisions = Decisions(missed=(Missed(name), Missed(town, TraceKind.VILLAGE)))
    found = decide(document, reading, KNOWN, decisions)
    text = safe(document, found)
    assert "xalumira" not in text
    assert "Qanodar" not in text
    assert any(p.id == "a1" and len(p.mentions) == 2 for p in found.people)


def test_a_mask_is_lifted_and_only_that(told: Any) -> None:
    document, reading = told
    mask = reading.review.masks[0]
    found = decide(document, reading, KNOWN, Decisions(bare=(mask.span,)))
    assert set(reading.review.masks) - set(found.masks) == {mask}


def test_a_wording_waits_where_something_is_hidden(told: Any) -> None:
    document, reading = told
    mask = reading.review.masks[0]
    fix = next(f for finding in reading.review.findings if finding.code == "D101" for f in finding.fixes)
    over = Fix(mask.span, "words over a mask")
    text = safe(document, decide(document, reading, KNOWN, Decisions(fixes=(fix, over, fix))))
    assert fix.replacement in text
    assert "words over a mask" not in text


def test_the_proof_pass_lets_stand_what_was_settled_and_nothing_else(told: Any) -> None:
    document, reading = told
    father = at(document, reading, "Sheraz Misaal")
    decisions = Decisions({father: Ruling(Role.OFFICIAL, Protection.NAME)})
    found = decide(document, reading, KNOWN, decisions)
    words = settled_words(document, found, decisions)
    assert "sheraz misaal" in words
    assert "misaal" not in words  # the child's name too
    text = publish(document, found, KNOWN, words).text
    assert "Sheraz Misaal" in text
    assert "Palwasha" not in text
