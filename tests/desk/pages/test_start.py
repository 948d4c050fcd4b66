"""First start, signing in and out, second step, language."""

import re
from typing import Any

import pyotp

from amanat.desk.pages.start import right_step
from amanat.store.sessions import IDLE

PHRASE = "seven quiet boats at dawn"


def test_a_new_desk_begins_with_a_passphrase(empty: Any) -> None:
    assert empty.get("/").headers["location"] == "/start"
    assert empty.get("/stories").headers["location"] == "/start"
    again = empty.post("/start", {"name": 'a"b', "passphrase": PHRASE, "again": "x"})
    assert again.status_code == 422
    assert "W014" in again.text
    assert 'value="a&#34;b"' in again.text, "the form is there again, with the name in it"
    assert PHRASE not in again.text
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


def test_a_session_ends_and_the_work_is_kept(version_of: Any, anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    running.lead.live(
        f"/stories/{story}/rule", version=version_of(page), at=anchor_of(page, "Gul Nawaz"), role="witness"
    )
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
    assert "W031" in running.lead.post("/account/step", {"secret": secret, "code": "000000"}).text
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
