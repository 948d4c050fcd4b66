"""A draft: one for each user, sealed, bound to its place, over the one before."""

from typing import Any

import pytest

from amanat.core import StoreError
from amanat.store import Duty, drafts


def test_the_newest_draft_of_each_user_is_kept_sealed(desk: Any) -> None:
    other = desk.user("Other", Duty.REPORTER)
    for plain in (b"Zarmeena spoke", b"Zarmeena wept"):
        drafts.keep(desk.vault, desk.lead, plain)
    assert drafts.kept(desk.vault, desk.lead) == b"Zarmeena wept"
    assert drafts.kept(desk.vault, other) == b""
    with desk.vault.task() as task:
        rows = task.run("SELECT * FROM drafts")
        assert len(rows) == 1
        assert b"Zarmeena" not in bytes(rows[0][2])
    drafts.keep(desk.vault, desk.lead, b"")
    assert drafts.kept(desk.vault, desk.lead) == b""


def test_a_draft_put_under_another_user_does_not_open(desk: Any) -> None:
    other = desk.user("Other", Duty.REPORTER)
    drafts.keep(desk.vault, desk.lead, b"Zarmeena spoke")
    with desk.vault.task() as task:
        task.run("UPDATE drafts SET holder = ?", (other.id,))
    with pytest.raises(StoreError, match="V003"):
        drafts.kept(desk.vault, other)
