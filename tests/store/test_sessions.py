"""Sessions end, guesses slow down, and the store holds no token."""

from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Duty, sessions, users
from amanat.store.engine import text


def test_a_session_is_its_holders_and_ends(desk: Any) -> None:
    token = sessions.begin(desk.vault, desk.lead)
    assert len(token) >= 43  # 256 bits
    assert sessions.whose(desk.vault, token) == desk.lead
    assert sessions.whose(desk.vault, token + "x") is None
    with desk.vault.task() as task:
        assert token not in text(task.run("SELECT token FROM sessions")[0][0])
    sessions.end(desk.vault, token)
    assert sessions.whose(desk.vault, token) is None


def test_half_an_hour_idle_or_twelve_hours_in_all(desk: Any) -> None:
    token = sessions.begin(desk.vault, desk.lead)
    for _ in range(24):
        desk.clock.time += sessions.IDLE
        assert sessions.whose(desk.vault, token)
    desk.clock.time += sessions.IDLE
    assert sessions.whose(desk.vault, token) is None
    token = sessions.begin(desk.vault, desk.lead)
    desk.clock.time += sessions.IDLE + 1
    assert sessions.whose(desk.vault, token) is None


def test_a_changed_or_closed_account_is_out_at_once(desk: Any) -> None:
    editor = desk.user("editor", Duty.EDITOR)
    token = sessions.begin(desk.vault, editor)
    users.change(desk.vault, desk.lead, editor.id, {Duty.REPORTER}, active=True)
    assert sessions.whose(desk.vault, token) is None


def test_guesses_slow_down_to_42_seconds_and_a_right_one_clears(desk: Any) -> None:
    assert [sessions.delay(n) for n in range(9)] == [0, 0, 0, 2, 4, 8, 16, 32, 42]
    for _ in range(3):
        sessions.may_try(desk.vault, "Lead")
        sessions.failed(desk.vault, "Lead")
    with pytest.raises(StoreError, match=r"V018.*wait 2 seconds"):
        sessions.may_try(desk.vault, " lead")
    sessions.may_try(desk.vault, "somebody else")
    desk.clock.time += 2
    sessions.may_try(desk.vault, "lead")
    sessions.succeeded(desk.vault, "lead")
    sessions.failed(desk.vault, "lead")
    sessions.may_try(desk.vault, "lead")
