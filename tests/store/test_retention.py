"""The clock: what nobody touches is shredded in its time, and an odd clock shreds nothing."""

from typing import Any

import pytest

from amanat.core import Refused, StoreError
from amanat.store import Duty, Kind, audit, records, retention
from amanat.store.audit import Action
from amanat.store.records import DAY


def stories(desk: Any) -> int:
    return len(records.listing(desk.vault, desk.lead, Kind.STORY))


def pass_days(desk: Any, days: int) -> None:
    """Let days pass with the desk running, a round each week."""
    for _ in range(days // 7):
        desk.clock.time += 7 * DAY
        retention.sweep(desk.vault)
    desk.clock.time += days % 7 * DAY
    retention.sweep(desk.vault)


def test_drafts_go_after_90_days_without_a_touch(desk: Any) -> None:
    retention.sweep(desk.vault)
    kept = records.create(desk.vault, desk.lead, Kind.STORY, {})
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    pass_days(desk, 60)
    records.change(desk.vault, desk.lead, kept, 1, {})
    pass_days(desk, 29)
    assert stories(desk) == 2
    pass_days(desk, 1)
    assert stories(desk) == 1
    assert Action.RECORD_SHREDDED in {e.action for e in audit.entries(desk.vault)}


def test_the_term_is_set_by_who_runs_the_desk_and_holds_at_once(desk: Any) -> None:
    editor = desk.user("editor", Duty.EDITOR)
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    retention.sweep(desk.vault)
    with pytest.raises(Refused):
        retention.keep_for(desk.vault, editor, Kind.STORY, 1)
    for wrong in (0, -1, 4000):
        with pytest.raises(StoreError, match="V021"):
            retention.keep_for(desk.vault, desk.lead, Kind.STORY, wrong)
    retention.keep_for(desk.vault, desk.lead, Kind.STORY, 3)
    assert retention.terms(desk.vault)[Kind.STORY] == 3
    pass_days(desk, 4)
    assert stories(desk) == 0


def test_a_leap_of_the_clock_is_not_believed_until_somebody_says_so(desk: Any) -> None:
    retention.sweep(desk.vault)
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    desk.clock.time += 400 * DAY
    assert retention.sweep(desk.vault).held
    assert retention.sweep(desk.vault).held
    assert [e.action for e in audit.entries(desk.vault)].count(Action.CLOCK_ODD) == 1
    assert stories(desk) == 1
    assert retention.sweep(desk.vault, confirmed=True).shredded == 1


def test_a_clock_set_back_lengthens_no_life(desk: Any) -> None:
    retention.sweep(desk.vault)
    records.create(desk.vault, desk.lead, Kind.STORY, {})
    pass_days(desk, 89)
    audit.sign_anew(desk.vault, "desk")  # the log has seen this day
    desk.clock.time -= 80 * DAY
    retention.sweep(desk.vault)
    desk.clock.time += 81 * DAY
    assert retention.sweep(desk.vault).shredded == 1
