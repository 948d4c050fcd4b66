"""What is being written is sealed as it is written, and is there again after a session ended."""

import json
from typing import Any

import pytest

from amanat.store import Duty, Home, backup, drafts, retention
from amanat.store.users import everybody

FIELDS = json.dumps({"text": "Zarmeena spoke.", "title": "Kiln"})


def test_a_draft_outlives_the_session_and_the_lock(running: Any, home: Home) -> None:
    assert running.lead.live("/draft", form="story", fields=FIELDS).json() == {"kept": True}
    running.clock.time += 3_600
    running.state.round()
    assert running.state.vault is None
    answer = running.lead.live("/draft", form="story", fields=FIELDS)
    assert answer.json()["code"] == "W009"
    assert answer.status_code == 401
    page = running.lead.sign_in().get("/stories/new").text
    assert "Zarmeena spoke." in page
    assert 'id="kept"' in page
    for file in home.folder.rglob("*"):
        assert not file.is_file() or b"Zarmeena" not in file.read_bytes()


def test_a_draft_is_gone_when_it_was_handed_in_or_emptied(running: Any) -> None:
    running.lead.live("/draft", form="story", fields=FIELDS)
    running.lead.hand_in()
    assert 'id="kept"' not in running.lead.get("/stories/new").text
    running.lead.live("/draft", form="story", fields=FIELDS)
    assert running.lead.live("/draft", form="story", fields='{"text": " "}').json() == {"kept": False}
    assert 'id="kept"' not in running.lead.get("/stories/new").text


def test_everybody_has_their_own(running: Any) -> None:
    other = running.user("Other", Duty.REPORTER)
    running.lead.live("/draft", form="story", fields=FIELDS)
    assert "Zarmeena" not in other.get("/stories/new").text


def test_of_a_case_nothing_is_kept_before_consent(running: Any) -> None:
    told = {"prs_FirstName": "Zarmeena", "call_name": "River"}
    assert running.lead.live("/draft", form="case", fields=json.dumps(told)).json() == {"kept": False}
    assert "Zarmeena" not in running.lead.get("/cases/new").text
    assert running.lead.live("/draft", form="case", fields=json.dumps({**told, "agreed": "yes"})).json()["kept"]
    assert "Zarmeena" in running.lead.get("/cases/new").text
    assert running.lead.live("/draft", form="case", fields=json.dumps({"agreed": "yes"})).json() == {"kept": False}


@pytest.mark.parametrize(
    ("form", "fields", "code"),
    [
        ("other", "{}", "W010"),
        ("story", "[1]", "W010"),
        ("story", "{", "W010"),
        ("story", "[" * 5_000, "W010"),
        ("story", '"' + "x" * 2_000_001 + '"', "W028"),
    ],
)
def test_what_is_no_draft_is_refused(running: Any, form: str, fields: str, code: str) -> None:
    assert running.lead.live("/draft", form=form, fields=fields).json()["code"] == code


def test_a_draft_is_in_no_backup_and_goes_after_a_week(running: Any, home: Home) -> None:
    running.lead.live("/draft", form="story", fields=FIELDS)
    vault = running.state.open_vault()
    lead = everybody(vault)[0].user
    assert b"Zarmeena" in drafts.kept(vault, lead)
    assert home.backups
    made = backup.back_up(vault, home.backups, home.locks)
    assert "drafts" not in backup.restore(_fresh(home, vault.keys), vault.keys, made).hashes
    retention.sweep(vault)
    running.clock.time += drafts.KEPT + 1
    retention.sweep(vault)
    assert drafts.kept(vault, lead) == b""


def _fresh(home: Home, keys: Any) -> Any:
    from amanat.store.sqlcipher import SqlCipher  # noqa: PLC0415

    return SqlCipher(home.folder / "fresh.db", keys.of("database"))
