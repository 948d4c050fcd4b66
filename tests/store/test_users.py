"""Accounts: names sealed, roles that go together, somebody left to run the desk."""

from typing import Any

import pytest

from amanat.core import Refused, StoreError
from amanat.store import Duty, open_with, users
from amanat.store.opening import add_user, close_user, new_passphrase, open_user

PHRASE = "seven quiet boats at dawn"


def test_names_are_sealed_and_found(desk: Any) -> None:
    desk.user("Quratulain Namewala", Duty.REPORTER)
    assert [a.user.name for a in users.everybody(desk.vault)] == ["Lead", "Quratulain Namewala"]
    with desk.vault.task() as task:
        assert "Quratulain" not in repr(task.run("SELECT * FROM users"))
    assert "Quratulain" not in repr(users.everybody(desk.vault))


def test_an_administrator_sees_no_content(desk: Any) -> None:
    with pytest.raises(StoreError, match="V014"):
        desk.user("both", Duty.ADMINISTRATOR, Duty.LEAD)
    with pytest.raises(StoreError, match="V014"):
        desk.user("none")


def test_the_lead_runs_the_desk_until_there_is_an_administrator(desk: Any) -> None:
    assert users.manages(desk.vault, desk.lead)
    admin = desk.user("admin", Duty.ADMINISTRATOR)
    assert users.manages(desk.vault, admin)
    assert not users.manages(desk.vault, desk.lead)
    with pytest.raises(Refused):
        desk.user("late", Duty.EDITOR)
    add_user(desk.home, desk.vault, admin, "in time", PHRASE, frozenset({Duty.EDITOR}))


def test_somebody_is_left(desk: Any) -> None:
    with pytest.raises(StoreError, match="V015"):
        users.change(desk.vault, desk.lead, desk.lead.id, {Duty.EDITOR}, active=True)
    with pytest.raises(StoreError, match="V015"):
        close_user(desk.home, desk.vault, desk.lead, desk.lead.id)


def test_a_taken_name_is_refused_and_its_passphrase_stays(desk: Any) -> None:
    desk.user("editor", Duty.EDITOR)
    with pytest.raises(StoreError, match="V014"):
        add_user(desk.home, desk.vault, desk.lead, " EDITOR ", "a thief's passphrase", frozenset({Duty.EDITOR}))
    again, user = open_with(desk.home, "editor", f"{PHRASE} editor")
    assert user.name == "editor"
    again.close()


def test_somebody_who_may_not_add_changes_no_passphrase(desk: Any) -> None:
    editor = desk.user("editor", Duty.EDITOR)
    before = desk.home.locks.read_bytes()
    for call in (
        lambda: add_user(desk.home, desk.vault, editor, "new", PHRASE, frozenset({Duty.LEAD})),
        lambda: open_user(desk.home, desk.vault, editor, desk.lead.id, "a thief's passphrase"),
        lambda: close_user(desk.home, desk.vault, editor, desk.lead.id),
    ):
        with pytest.raises(Refused):
            call()
    assert desk.home.locks.read_bytes() == before


def test_a_closed_account_opens_nothing_until_it_is_opened_again(desk: Any) -> None:
    editor = desk.user("editor", Duty.EDITOR)
    close_user(desk.home, desk.vault, desk.lead, editor.id)
    with pytest.raises(StoreError, match="V002"):
        open_with(desk.home, "editor", f"{PHRASE} editor")
    open_user(desk.home, desk.vault, desk.lead, editor.id, "a new passphrase of hers")
    again, _ = open_with(desk.home, "editor", "a new passphrase of hers")
    again.close()


def test_a_passphrase_is_exchanged_by_who_knows_the_old_one(desk: Any) -> None:
    with pytest.raises(StoreError, match="V002"):
        new_passphrase(desk.home, desk.vault, "Lead", "not the old one", "a new long passphrase")
    new_passphrase(desk.home, desk.vault, "Lead", PHRASE, "a new long passphrase")
    again, _ = open_with(desk.home, "lead", "a new long passphrase")
    again.close()


def test_a_code_is_taken_once(desk: Any) -> None:
    account = users.by_id(desk.vault, desk.lead.id)
    assert not account.second_step
    users.took_step(desk.vault, account, 7)
    for step in (7, 6):
        with pytest.raises(StoreError, match="V017"):
            users.took_step(desk.vault, account, step)
