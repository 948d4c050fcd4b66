"""Making and opening a store, also when the first start was cut short."""

from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Duty, Home, Kind, backup, make, open_by_keyring, open_with, records, users
from amanat.store.keys import new_locks, save
from amanat.store.opening import drill, usual_home

PHRASE = "seven quiet boats at dawn"


def test_a_store_is_made_once(embedded: Any) -> None:
    with pytest.raises(StoreError, match="V024"):
        make(embedded.home, "again", PHRASE)


def test_the_first_user_leads(desk: Any) -> None:
    vault, lead = open_with(desk.home, "LEAD", PHRASE)
    assert lead.duties == {Duty.LEAD}
    vault.close()


def test_a_first_start_that_was_cut_short_goes_on(home: Home) -> None:
    locks, keys = new_locks()
    save(locks.with_passphrase(keys, "lead", PHRASE, home.cost), home.locks)
    vault, lead = open_with(home, "lead", PHRASE)
    assert lead.has(Duty.LEAD)
    assert users.manages(vault, lead)
    vault.close()


def test_a_database_without_its_locks_is_not_overwritten(embedded: Any) -> None:
    embedded.vault.close()
    before = (embedded.home.folder / "desk.db").read_bytes()
    embedded.home.locks.unlink()
    with pytest.raises(StoreError, match="V004"):
        make(embedded.home, "lead", PHRASE)
    with pytest.raises(StoreError, match="V004"):
        open_with(embedded.home, "lead", PHRASE)
    assert (embedded.home.folder / "desk.db").read_bytes() == before


def test_without_a_keyring_slot_the_keyring_opens_nothing(embedded: Any) -> None:
    with pytest.raises(StoreError, match="V006"):
        open_by_keyring(embedded.home)


def test_a_drill_shows_that_a_backup_can_be_restored_and_leaves_no_file(desk: Any) -> None:
    records.create(desk.vault, desk.lead, Kind.STORY, {"original": b"x"})
    made = backup.back_up(desk.vault, desk.home.backups, desk.home.locks)
    assert drill(desk.vault, made).same


def test_data_and_signed_head_lie_apart() -> None:
    home = usual_home()
    locks, _ = new_locks()
    assert home.folder not in home.head_of(locks).parents
    assert locks.store in home.head_of(locks).name
