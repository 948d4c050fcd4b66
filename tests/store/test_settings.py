"""Settings that say something of the office are sealed, and kept only by who runs the desk."""

from typing import Any

import pytest

from amanat.core import Refused, StoreError
from amanat.store import Duty, settings


def test_a_setting_is_sealed_changed_and_taken_away(desk: Any) -> None:
    for plain in (b"kind: house", b"another", b""):
        settings.keep(desk.vault, desk.lead, "style", plain)
        assert settings.kept(desk.vault, "style") == plain
    settings.keep(desk.vault, desk.lead, "style", b"kind: house")
    with desk.vault.task() as task:
        assert "house" not in str(task.run("SELECT value FROM settings"))
        task.run("UPDATE settings SET name = 'other'")
    with pytest.raises(StoreError, match="V003"):
        settings.kept(desk.vault, "other")


def test_only_who_runs_the_desk_sets(desk: Any) -> None:
    with pytest.raises(Refused):
        settings.keep(desk.vault, desk.user("Editor", Duty.EDITOR), "style", b"x")
    assert settings.kept(desk.vault, "style") == b""


def test_what_the_desk_draws_is_drawn_once(desk: Any) -> None:
    assert settings.drawn_once(desk.vault, "key", b"first") == b"first"
    assert settings.drawn_once(desk.vault, "key", b"second") == b"first"
