"""A story on the desk: read once, decided often, the same after a restart."""

from typing import Any

import pytest

from amanat.core import DeskError, PublishError, StoreError
from amanat.desk import opened
from amanat.desk.decided import rule
from amanat.desk.opened import About, add, stories, story_of, undo
from amanat.store import users


@pytest.fixture
def lead(running: Any) -> Any:
    return users.everybody(running.state.open_vault())[0].user


def test_a_story_is_read_once_and_again_after_a_restart_with_every_decision(
    running: Any, lead: Any, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = story_of(running.state, lead, story)
    monkeypatch.setattr(opened, "begin", None)  # a second reading would fail
    assert story_of(running.state, lead, story) is first
    at = first.review.people[0].mentions[0].span.start
    decided = add(running.state, lead, story, first.version, rule(at, "official", "name", "", lead.id))
    assert decided.version == 2
    monkeypatch.undo()
    running.state.forget()
    again = story_of(running.state, lead, story)
    assert again.review == decided.review
    assert again.log == decided.log
    back = undo(running.state, lead, story, 2)
    assert back.review == first.review
    with pytest.raises(DeskError, match="W012"):
        undo(running.state, lead, story, 3)


def test_a_decision_that_cannot_be_kept_changes_nothing_in_memory(running: Any, lead: Any, story: str) -> None:
    first = story_of(running.state, lead, story)
    with pytest.raises(StoreError, match="V012"):
        add(running.state, lead, story, 7, rule(0, "victim", "", "", lead.id))
    assert story_of(running.state, lead, story).log == first.log


def test_what_a_story_came_with_is_sealed_and_out_of_logs(running: Any, lead: Any, story: str) -> None:
    about = About("Title", "Zarmeena.docx", "PK-KP")
    assert About.read(about.write()) == about
    assert "Zarmeena" not in repr(about)
    assert "Mehrunnisa" not in repr(story_of(running.state, lead, story))
    assert [record.id for record, _ in stories(running.state, lead)] == [story]


def test_a_proof_that_fails_is_told_in_words(
    running: Any, lead: Any, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PublishError("P001", "somebody is still named")

    monkeypatch.setattr(opened, "publish", refuse)
    assert story_of(running.state, lead, story).proof(running.state) == (None, "P001: somebody is still named")
