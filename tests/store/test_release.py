"""Two people, or it does not leave: with every way one person might try to be two."""

from typing import Any

import pytest

from amanat.core import Refused, StoreError
from amanat.store import Duty, Kind, Right, records, release, users
from amanat.store.release import WITHIN, What


@pytest.fixture
def pair(desk: Any) -> Any:
    desk.editor = desk.user("editor", Duty.EDITOR)
    desk.story = records.create(desk.vault, desk.lead, Kind.STORY, {"original": b"x"})
    records.grant(desk.vault, desk.lead, desk.story, desk.editor.id, Right.READ)
    desk.asked = release.ask(desk.vault, desk.lead, desk.story, What.ORIGINAL)
    return desk


def refused(desk: Any, what: What = What.ORIGINAL) -> None:
    with pytest.raises(StoreError, match="V019"):
        release.use(desk.vault, desk.lead, desk.story, what)


def test_two_open_it_once(pair: Any) -> None:
    refused(pair)
    release.approve(pair.vault, pair.editor, pair.asked)
    assert release.open_for(pair.vault, pair.lead, pair.story)[0].ready
    refused(pair, What.CASE_FILE)
    release.use(pair.vault, pair.lead, pair.story, What.ORIGINAL)
    refused(pair)
    with pytest.raises(Refused):
        release.approve(pair.vault, pair.editor, pair.asked)


def test_the_same_person_twice_is_one(pair: Any) -> None:
    release.approve(pair.vault, pair.lead, pair.asked)
    release.approve(pair.vault, pair.lead, pair.asked)
    release.ask(pair.vault, pair.lead, pair.story, What.ORIGINAL)
    refused(pair)


def test_two_halves_of_two_requests_are_not_one_whole(pair: Any) -> None:
    release.revoke(pair.vault, pair.lead, pair.asked)
    release.approve(pair.vault, pair.editor, pair.asked)
    release.ask(pair.vault, pair.lead, pair.story, What.ORIGINAL)
    refused(pair)


def test_revoked_late_or_without_a_grant_does_not_count(pair: Any) -> None:
    release.approve(pair.vault, pair.editor, pair.asked)
    release.revoke(pair.vault, pair.editor, pair.asked)
    refused(pair)
    release.approve(pair.vault, pair.editor, pair.asked)
    records.grant(pair.vault, pair.lead, pair.story, pair.editor.id, None)
    refused(pair)
    records.grant(pair.vault, pair.lead, pair.story, pair.editor.id, Right.READ)
    pair.clock.time += WITHIN
    refused(pair)
    assert release.open_for(pair.vault, pair.lead, pair.story) == ()


def test_a_closed_account_or_a_smaller_role_does_not_count(pair: Any) -> None:
    release.approve(pair.vault, pair.editor, pair.asked)
    users.change(pair.vault, pair.lead, pair.editor.id, {Duty.REPORTER}, active=True)
    refused(pair)
    users.change(pair.vault, pair.lead, pair.editor.id, {Duty.EDITOR}, active=False)
    refused(pair)
    users.change(pair.vault, pair.lead, pair.editor.id, {Duty.EDITOR}, active=True)
    release.use(pair.vault, pair.lead, pair.story, What.ORIGINAL)


def test_strangers_and_reporters_cannot_approve(pair: Any) -> None:
    stranger, reporter = pair.user("stranger", Duty.EDITOR), pair.user("reporter", Duty.REPORTER)
    with pytest.raises(Refused):
        release.approve(pair.vault, stranger, pair.asked)
    records.grant(pair.vault, pair.lead, pair.story, reporter.id, Right.WRITE)
    with pytest.raises(Refused):
        release.approve(pair.vault, reporter, pair.asked)
    asked = release.ask(pair.vault, reporter, pair.story, What.CASE_FILE)
    assert next(r for r in release.open_for(pair.vault, reporter, pair.story) if r.id == asked).approvals == frozenset()
    with pytest.raises(Refused):
        release.approve(pair.vault, pair.lead, "no such release")
