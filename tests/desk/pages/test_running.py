"""Users, keeping, backups, log, facts, and one's own account."""

import re
from typing import Any

import pytest

from amanat.store import Duty

PHRASE = "seven quiet boats at dawn"


def test_users_are_added_changed_and_closed(running: Any) -> None:
    new = {"name": "Bilal", "passphrase": PHRASE + "!", "again": PHRASE + "!", "duty": ["editor"]}
    assert running.lead.post("/run/users", {**new, "again": "x"}).status_code == 422
    assert running.lead.post("/run/users", new).status_code == 303
    bilal = running.browser().sign_in("bilal", PHRASE + "!")
    assert bilal.get("/run/users").status_code == 404
    assert bilal.post("/run/users", new).status_code == 404
    who = running.id_of("Bilal")
    running.lead.post("/run/users/change", {"who": who, "act": "roles", "duty": ["reporter"]})
    assert bilal.get("/stories").headers["location"] == "/sign-in"
    running.lead.post("/run/users/change", {"who": who, "act": "close"})
    assert running.browser().post("/sign-in", {"name": "bilal", "passphrase": PHRASE + "!"}).status_code == 401
    running.lead.post("/run/users/change", {"who": who, "act": "open", "passphrase": "a new one for Bilal"})
    running.browser().sign_in("bilal", "a new one for Bilal")
    assert running.lead.post("/run/users/change", {"who": who, "act": "burn"}).status_code == 422


def test_terms_backups_log_and_facts(running: Any, story: str) -> None:
    assert running.lead.post("/run/keeping", {"story": "30", "case": "400"}).status_code == 303
    assert 'value="30"' in running.lead.get("/run/keeping").text
    assert running.lead.post("/run/keeping", {"story": "0"}).status_code == 422
    assert "W018" in running.lead.post("/run/backups", {"act": "drill"}).text
    assert ".backup" in running.lead.post("/run/backups", {"act": "now"}).text
    assert "every table with the hash" in running.lead.post("/run/backups", {"act": "drill"}).text
    log = running.lead.get("/run/log").text
    assert 'class="good"' in log
    assert "record made" in log
    assert story[:8] in log
    running.state.open_vault().heads.unlink()
    assert "signed end is missing" in running.lead.get("/run/log").text
    running.lead.post("/run/log")
    assert 'class="good"' in running.lead.get("/run/log").text
    assert "PK" in running.lead.get("/run/packs").text
    assert running.lead.get("/run/nowhere").status_code == 404


def test_a_passphrase_is_changed_by_who_knows_it(running: Any) -> None:
    form = {"old": PHRASE, "new": "an entirely new one", "again": "an entirely new one"}
    assert running.lead.post("/account/passphrase", {**form, "again": "x"}).status_code == 422
    assert running.lead.post("/account/passphrase", {**form, "old": "wrong"}).status_code == 401
    assert running.lead.post("/account/passphrase", form).status_code == 303
    running.browser().sign_in("lead", "an entirely new one")


def test_no_page_holds_a_script_or_a_style_of_its_own(running: Any, story: str) -> None:
    for path in ("/stories", "/stories/new", f"/stories/{story}", f"/stories/{story}/export", "/run/users", "/account"):
        page = running.lead.get(path).text
        assert not re.search(r"<script(?! src=)|<style|\son\w+=|\sstyle=|javascript:", page), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!\S)', page)


STYLE = """\
kind: house
name: The Valley Post
off:
  D101: A test of the desk.
"""


def test_a_house_style_speaks_in_every_story_outlives_a_lock_and_can_be_taken_away(running: Any, story: str) -> None:
    assert "D101" in running.lead.get(f"/stories/{story}").text
    assert running.lead.post("/run/house", {"style": STYLE}).status_code == 303
    assert "The Valley Post" in running.lead.get("/run/house").text
    assert "D101" not in running.lead.get(f"/stories/{story}").text
    running.state.lock()
    running.lead.sign_in()
    assert "D101" not in running.lead.get(f"/stories/{story}").text
    running.lead.post("/run/house", {"style": " "})
    assert "D101" in running.lead.get(f"/stories/{story}").text


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("kind: house\nname: X\noff:\n  D999: why\n", "K0"),
        ("kind: laws\n", "K0"),
        ("{", "K001"),
        ("kind: house\nname: X\nextends: [../../secret.yaml]\n", "W026"),
        ("kind: house\nname: X\n'extends': [/etc/passwd]\n", "W026"),
        ("x" * 200_001, "W027"),
    ],
)
def test_a_house_style_that_is_wrong_is_told_and_the_one_before_stays(running: Any, style: str, code: str) -> None:
    running.lead.post("/run/house", {"style": STYLE})
    answer = running.lead.post("/run/house", {"style": style})
    assert answer.status_code == 422
    assert code in answer.text
    assert "The Valley Post" in running.lead.get("/run/house").text


def test_a_house_style_is_for_who_runs_the_desk(running: Any) -> None:
    editor = running.user("Editor", Duty.EDITOR)
    assert editor.post("/run/house", {"style": STYLE}).status_code == 404
    assert editor.get("/run/house").status_code == 404
