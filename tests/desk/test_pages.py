"""Every page, asked as a browser asks: who gets in, what a form does, what is refused."""

import json
import re
import time
from typing import Any

import pyotp
import pytest

from amanat.desk.pages import stories
from amanat.desk.pages.start import right_step
from amanat.store import Duty, audit
from amanat.store.audit import Action
from amanat.store.sessions import IDLE

PHRASE = "seven quiet boats at dawn"


def version(page: str) -> str:
    found = re.search(r'data-version="(\d+)"', page)
    assert found, page[:500]
    return found[1]


def anchor(page: str, name: str) -> str:
    """Return the place by which a person is decided about."""
    cards = re.findall(r'<div class="card.*?</form>', page, re.DOTALL)
    found = next(c for c in cards if name in c.partition("</p>")[0])
    match = re.search(r'name="at" value="(\d+)"', found)
    assert match
    return match[1]


# --- starting, signing in and out ---


def test_a_new_desk_begins_with_a_passphrase(empty: Any) -> None:
    assert empty.get("/").headers["location"] == "/start"
    assert empty.get("/stories").headers["location"] == "/start"
    assert "W014" in empty.post("/start", {"name": "a", "passphrase": PHRASE, "again": "x"}).text
    assert "V005" in empty.post("/start", {"name": "a", "passphrase": "short", "again": "short"}).text
    made = empty.post("/start", {"name": "Nadia", "passphrase": PHRASE, "again": PHRASE})
    assert made.headers["location"] == "/stories"
    assert empty.get("/stories").status_code == 200
    assert empty.get("/start").headers["location"] == "/sign-in"
    again = empty.post("/start", {"name": "thief", "passphrase": PHRASE, "again": PHRASE})
    assert "V024" in again.text


def test_the_session_cookie_is_strict_and_long(running: Any) -> None:
    answer = running.browser().post("/sign-in", {"name": "lead", "passphrase": PHRASE})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert len(re.search(r"amanat=([^;]+)", cookie)[1]) >= 43  # type: ignore[index]
    running.state.tls = True
    assert "Secure" in running.browser().post("/sign-in", {"name": "lead", "passphrase": PHRASE}).headers["set-cookie"]


def test_wrong_passphrases_slow_down_whether_the_desk_is_open_or_locked(running: Any) -> None:
    for locked in (False, True):
        if locked:
            running.state.lock()
        wrong = {"name": "lead", "passphrase": "x" * 20}
        codes = [running.browser().post("/sign-in", wrong) for _ in range(5)]
        assert [a.status_code for a in codes] == [401, 401, 401, 429, 429]
        assert "wait" in codes[-1].text
        running.clock.time += 60
        running.state._wrong.clear()


def test_nobody_in_particular_sees_nothing(running: Any, story: str) -> None:
    stranger = running.browser()
    for path in ("/stories", f"/stories/{story}", f"/stories/{story}/export", "/run", "/account"):
        answer = stranger.get(path)
        assert answer.headers["location"] == "/sign-in", path
    assert "W009" in stranger.post(f"/stories/{story}/undo", {"version": "1"}).text
    assert stranger.live(f"/stories/{story}/undo", version="1").json()["code"] == "W009"


def test_a_session_ends_and_the_work_is_kept(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    running.lead.live(f"/stories/{story}/rule", version=version(page), at=anchor(page, "Gul Nawaz"), role="witness")
    running.clock.time += IDLE + 1
    ended = running.lead.live(f"/stories/{story}/undo", version="2")
    assert ended.status_code == 401
    assert "your work is kept" in ended.json()["error"]
    running.lead.sign_in()
    assert 'data-version="2"' in running.lead.get(f"/stories/{story}").text


def test_signing_out_and_hiding_end_the_session(running: Any) -> None:
    other = running.browser().sign_in()
    running.lead.post("/sign-out")
    assert running.lead.get("/stories").headers["location"] == "/sign-in"
    assert running.state.vault is not None
    assert other.post("/hide").status_code == 204
    assert running.state.vault is None
    assert other.get("/stories").headers["location"] == "/sign-in"


def test_a_second_step_is_asked_for_and_its_code_taken_once(running: Any) -> None:
    secret = pyotp.random_base32()
    code = pyotp.TOTP(secret).at(running.clock.time)
    assert "W008" in running.lead.post("/account/step", {"secret": secret, "code": "000000"}).text
    assert running.lead.post("/account/step", {"secret": secret, "code": code}).status_code == 303
    running.clock.time += 60
    other = running.browser()
    assert other.post("/sign-in", {"name": "lead", "passphrase": PHRASE}).headers["location"] == "/sign-in/step"
    assert other.get("/stories").headers["location"] == "/sign-in"
    code = pyotp.TOTP(secret).at(running.clock.time)
    assert other.post("/sign-in/step", {"code": code}).headers["location"] == "/"
    assert other.get("/stories").status_code == 200
    third = running.browser()
    third.post("/sign-in", {"name": "lead", "passphrase": PHRASE})
    assert third.post("/sign-in/step", {"code": code}).status_code == 401
    assert third.get("/stories").headers["location"] == "/sign-in"
    running.clock.time += 60
    away = {"act": "away", "code": pyotp.TOTP(secret).at(running.clock.time)}
    assert running.lead.post("/account/step", away).status_code == 303
    assert running.browser().post("/sign-in", {"name": "lead", "passphrase": PHRASE}).headers["location"] == "/"


def test_codes_of_the_second_step_cannot_be_guessed_on(running: Any) -> None:
    secret = pyotp.random_base32()
    running.lead.post("/account/step", {"secret": secret, "code": pyotp.TOTP(secret).at(running.clock.time)})
    other = running.browser()
    other.post("/sign-in", {"name": "lead", "passphrase": PHRASE})
    codes = [other.post("/sign-in/step", {"code": f"{n:06}"}).status_code for n in range(6)]
    assert codes[-1] == 429


def test_a_code_of_a_moment_ago_is_right_and_an_old_one_is_not() -> None:
    secret = pyotp.random_base32()
    then = pyotp.TOTP(secret).at(1_000_000)
    assert right_step(secret, then, 1_000_000) == right_step(secret, f" {then[:3]} {then[3:]}", 1_000_029) == 33_333
    assert right_step(secret, then, 1_000_120) is None
    assert right_step("", then, 1_000_000) is None


def test_the_language_is_chosen_and_leads_back_into_the_desk_only(running: Any) -> None:
    assert running.lead.post("/language", {"language": "ur", "back": "/stories"}).headers["location"] == "/stories"
    page = running.lead.get("/stories").text
    assert '<html lang="ur" dir="rtl">' in page
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", ""):
        assert running.lead.post("/language", {"language": "en", "back": back}).headers["location"] == "/"
    assert running.lead.post("/language", {"language": "xx"}).status_code == 422
    assert '<html lang="ur"' in running.browser().get("/sign-in", headers={"accept-language": "ur-PK,en"}).text


# --- stories ---


def test_a_story_is_handed_in_as_text_or_file_and_once(running: Any) -> None:
    lead = running.lead
    assert "W015" in lead.post("/stories/new", {"text": " "}).text
    assert "W010" in lead.post("/stories/new", {"text": "A story.", "jurisdiction": "XX"}).text
    first = lead.post("/stories/new", {"text": "A story of one line.", "once": "same"}).headers["location"]
    assert lead.post("/stories/new", {"text": "A story of one line.", "once": "same"}).headers["location"] == first
    files = {"file": ("Zarmeena.txt", b"Farida spoke.", "text/plain")}
    sent = lead.ask("POST", "/stories/new", data={"title": "A file"}, files=files)
    assert sent.status_code == 303
    page = lead.get("/stories").text
    assert "A file" in page
    assert "Zarmeena" not in page


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("x.exe", b"MZ", "R006"), ("x.txt", b"\x00\x01", "R007"), ("x.txt", b"   ", "R004"), ("", b"\xff\xfe\xff", "R00")],
)
def test_what_cannot_be_read_is_told_and_not_kept(running: Any, name: str, data: bytes, code: str) -> None:
    answer = running.lead.ask(
        "POST", "/stories/new", data={"once": "x"}, files={"file": (name or "a.txt", data, "a/b")}
    )
    assert answer.status_code == 422
    assert code in answer.text
    assert "No story is here" in running.lead.get("/stories").text


def test_a_long_story_shows_how_far_it_is(running: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "_QUICK", 1_000)
    answer = running.lead.post("/stories/new", {"text": "Police said so on Monday in Swat. " * 60, "once": "long"})
    where = answer.headers["location"]
    assert where.endswith("/wait")
    for _ in range(300):
        time.sleep(0.02)
        told = running.lead.get(where, headers={"x-amanat": "live"}).json()
        if told["done"]:
            break
    assert told == {"step": "done", "done": True, "failed": ""}
    assert running.lead.get(where.removesuffix("/wait")).status_code == 200


def test_a_story_is_shared_and_taken_back(running: Any, story: str) -> None:
    editor = running.user("Editor", Duty.EDITOR)
    assert editor.get(f"/stories/{story}").status_code == 404
    assert "V020" in editor.get(f"/stories/{story}/share").text
    who = running.id_of("Editor")
    running.lead.post(f"/stories/{story}/share", {"who": who, "right": "read"})
    assert editor.get(f"/stories/{story}").status_code == 200
    assert editor.live(f"/stories/{story}/settle", version="1", how="keep", key="x", reason="y").status_code == 404
    running.lead.post(f"/stories/{story}/share", {"who": who, "right": ""})
    assert editor.get(f"/stories/{story}").status_code == 404


def test_an_administrator_runs_the_desk_and_sees_no_story(running: Any, story: str) -> None:
    admin = running.user("Admin", Duty.ADMINISTRATOR)
    assert admin.get("/run").status_code == 200
    assert admin.get("/").headers["location"] == "/run"
    assert running.lead.get("/run").status_code == 404
    for page in ("", "/share", "/export", "/wait"):
        assert admin.get(f"/stories/{story}{page}").status_code == 404
    assert "Mehrunnisa" not in admin.get("/run/log").text
    running.lead.post(f"/stories/{story}/share", {"who": running.id_of("Admin"), "right": "read"})
    assert admin.get(f"/stories/{story}").status_code == 404


def test_shredding_asks_and_forgets(running: Any, story: str) -> None:
    assert "W016" in running.lead.post(f"/stories/{story}/shred").text
    assert running.lead.post(f"/stories/{story}/shred", {"sure": "yes"}).status_code == 303
    assert running.lead.get(f"/stories/{story}").status_code == 404
    assert running.state.remembered(story) is None


# --- review ---


def test_the_screen_shows_people_remarks_law_and_help(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    for words in (
        "Mehrunnisa Khatoon",
        "[girl 1]",
        "Protected",
        "D101",
        "L001",
        "Palermo Protocol",
        "people fit",
        "63",
    ):
        assert words in page, words
    assert page.count("<mark") > 8


def test_a_role_changes_masks_at_once_and_undo_brings_them_back(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    at = anchor(page, "Dilawar Khatoon")
    answer = running.lead.live(
        f"/stories/{story}/rule", version="1", at=at, role="official", protection="", view="side"
    ).json()
    assert answer["version"] == 2
    assert "Dilawar" in answer["pieces"]["safe"]
    assert "Mehrunnisa" not in answer["pieces"]["safe"]
    assert "b0" not in answer["pieces"]
    back = running.lead.live(f"/stories/{story}/undo", version="2", view="side").json()
    assert "Dilawar" not in back["pieces"]["safe"]
    assert running.lead.live(f"/stories/{story}/undo", version="3").json()["code"] == "W012"


def test_an_accused_is_hidden_when_the_editor_says_so(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    assert "Gul Nawaz" in re.search(r'id="safe".*?</article>', page, re.DOTALL)[0]  # type: ignore[index]
    at = anchor(page, "Gul Nawaz")
    answer = running.lead.live(
        f"/stories/{story}/rule", version="1", at=at, role="accused", protection="protect", view="side"
    ).json()
    assert "Gul Nawaz" not in answer["pieces"]["safe"]


def test_two_editors_the_second_is_told_and_nothing_is_lost(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    at = anchor(page, "Gul Nawaz")
    running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="witness")
    late = running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="judge")
    assert late.status_code == 409
    assert late.json()["code"] == "V012"
    assert 'value="witness" selected' in running.lead.get(f"/stories/{story}").text


def test_a_missed_name_is_added_by_words_or_by_place(running: Any) -> None:
    text = "🚔 A note.\n\nIn the lane xalumira spoke, and xalumira wept. A child was sold.\n"
    story = running.lead.hand_in(text)
    answer = running.lead.live(
        f"/stories/{story}/missed", version="1", words="xalumira", role="victim", view="side"
    ).json()
    assert "xalumira" not in answer["pieces"]["safe"]
    running.lead.live(f"/stories/{story}/undo", version="2", view="side")
    place = {"block": "1", "from": "12", "to": "20", "kind": "NAME", "role": "victim", "words": "x"}
    answer = running.lead.live(f"/stories/{story}/missed", version="3", view="side", **place).json()
    assert "xalumira" not in answer["pieces"]["safe"]
    for wrong in ({"words": "not there"}, {"words": ""}, {"words": "x", "block": "99", "from": "0", "to": "3"}):
        assert running.lead.live(f"/stories/{story}/missed", version="4", **wrong).json()["code"] == "W013"
    assert running.lead.live(f"/stories/{story}/missed", version="4", words="lane", kind="??").json()["code"] == "W010"


def test_a_wording_is_taken_over_kept_with_a_reason_and_opened_again(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    remark = next(r for r in page.split('<li id="r')[1:] if ">D101<" in r)
    key = re.search(r'name="key" value="([^"]+)"', remark)[1]  # type: ignore[index]
    where = f"/stories/{story}/settle"
    fixed = running.lead.live(f"{where}?choice=1", version="1", how="fix", key=key, view="side").json()
    assert "child who was sexually exploited" in fixed["pieces"]["safe"]
    assert running.lead.live(where, version="2", how="keep", key=key, reason=" ").json()["code"] == "W011"
    kept = running.lead.live(where, version="2", how="keep", key=key, reason="a court said so", view="side").json()
    assert "child prostitute" in kept["pieces"]["safe"]
    assert "a court said so" in kept["pieces"]["remarks"]
    opened = running.lead.live(where, version="3", how="open", key=key, view="side").json()
    assert "a court said so" not in opened["pieces"]["remarks"]
    assert running.lead.live(where, version="4", how="burn", key=key).json()["code"] == "W010"


def test_without_a_script_every_form_still_works(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    answer = running.lead.post(
        f"/stories/{story}/rule", {"version": "1", "at": anchor(page, "Gul Nawaz"), "role": "judge"}
    )
    assert answer.headers["location"] == f"/stories/{story}?view=marked"
    assert 'value="judge" selected' in running.lead.get(f"/stories/{story}").text


@pytest.mark.parametrize(
    "wrong", [{"version": "x"}, {"version": "1", "at": "-1"}, {"version": "1", "at": "0", "role": "king"}]
)
def test_a_form_with_foreign_words_is_refused(running: Any, story: str, wrong: dict[str, str]) -> None:
    assert running.lead.live(f"/stories/{story}/rule", **wrong).json()["code"] == "W010"


# --- export ---


def test_what_leaves_is_proven_and_logged(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}/export").text
    assert 'class="good" id="proof"' in page
    for form in ("txt", "html"):
        answer = running.lead.post(f"/stories/{story}/export/safe", {"form": form})
        assert "Mehrunnisa" not in answer.text
        assert answer.headers["content-disposition"].startswith('attachment; filename="story-')
    assert "[girl 1]" in answer.text
    assert running.lead.post(f"/stories/{story}/export/safe", {"form": "exe"}).status_code == 422
    record = json.loads(running.lead.post(f"/stories/{story}/export/json").text)
    assert record["edition"]["proven"]
    assert "Mehrunnisa" not in json.dumps(record)
    box = running.lead.post(f"/stories/{story}/export/help").text
    assert "Works in" in box
    exported = [e.detail for e in audit.entries(running.state.open_vault()) if e.action == Action.EXPORTED]
    assert sorted(exported) == ["help.txt", "review.json", "safe.html", "safe.txt"]


def test_a_decision_of_the_editor_holds_in_the_proof_pass(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    at = anchor(page, "Dilawar Khatoon")
    running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="official", protection="name")
    safe = running.lead.post(f"/stories/{story}/export/safe", {"form": "txt"}).text
    assert "Dilawar Khatoon" in safe
    assert "Mehrunnisa" not in safe


def test_a_blocked_export_says_why(running: Any, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from amanat.core import PublishError  # noqa: PLC0415
    from amanat.desk import opened  # noqa: PLC0415

    def refuse(*_: object) -> None:
        raise PublishError("P001", "somebody is still named")

    monkeypatch.setattr(opened, "publish", refuse)
    page = running.lead.get(f"/stories/{story}/export").text
    assert 'class="wrong" id="proof"' in page
    assert "P001" in page
    assert "/export/safe" not in page
    assert running.lead.post(f"/stories/{story}/export/safe", {"form": "txt"}).status_code == 422


def test_names_leave_only_with_two_people(running: Any, story: str) -> None:
    assert "Mehrunnisa" in running.lead.post(f"/stories/{story}/export/names").text  # a desk of one
    editor = running.user("Editor", Duty.EDITOR)
    refused = running.lead.post(f"/stories/{story}/export/names")
    assert refused.status_code == 422
    assert "V019" in refused.text
    assert "Mehrunnisa" not in refused.text
    running.lead.post(f"/stories/{story}/share", {"who": running.id_of("Editor"), "right": "read"})
    assert "W010" in running.lead.post(f"/stories/{story}/ask", {"what": "everything"}).text
    running.lead.post(f"/stories/{story}/ask", {"what": "original"})
    asked = re.search(r'name="release" value="(\w+)"', editor.get(f"/stories/{story}/share").text)[1]  # type: ignore[index]
    running.lead.post(f"/stories/{story}/approve", {"release": asked})
    assert "V019" in running.lead.post(f"/stories/{story}/export/names").text
    editor.post(f"/stories/{story}/approve", {"release": asked})
    assert "Mehrunnisa" in running.lead.post(f"/stories/{story}/export/names").text
    assert "V019" in running.lead.post(f"/stories/{story}/export/names").text


# --- run it ---


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
