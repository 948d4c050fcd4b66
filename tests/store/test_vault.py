"""An opened store: the head is signed when what it tells of is on the disk, and never moved back."""

from typing import Any

import pytest

from amanat.store import Kind, audit, records


def test_each_change_moves_the_signed_head(desk: Any) -> None:
    before = desk.vault.kept()
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    assert desk.vault.kept().seq == before.seq + 1


def half(desk: Any) -> None:
    with desk.vault.task() as task:
        audit.note(desk.vault, task, "x", audit.Action.EXPORTED)
        raise RuntimeError


def test_what_is_undone_moves_nothing(desk: Any) -> None:
    before = desk.vault.heads.read_bytes()
    with pytest.raises(RuntimeError):
        half(desk)
    assert desk.vault.heads.read_bytes() == before


def test_a_key_is_in_no_representation(desk: Any) -> None:
    assert desk.vault.keys.master.hex() not in repr(desk.vault)
    assert str(desk.vault.keys.master) not in repr(desk.vault)
