"""Handing in, waiting, sharing, shredding."""

import re
import time
from dataclasses import replace
from typing import Any

import pytest

from amanat.core import Finding, Room, Severity, Span
from amanat.desk import opened
from amanat.desk.opened import About
from amanat.desk.pages import stories
from amanat.desk.paging import ROWS
from amanat.store import Duty, Kind, records, users

PHRASE = "seven quiet boats at dawn"


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


def test_a_story_of_twenty_megabytes_is_told_and_nothing_is_kept(running: Any) -> None:
    long = "Police freed Mehrunnisa Khatoon in Swat. " * 500_000
    answer = running.lead.post("/stories/new", {"text": long[: 20 * 1024 * 1024], "once": "long"})
    assert answer.status_code == 422
    assert re.search(r"\b(?:R0\d\d|W030)\b", answer.text)
    assert "No story is here" in running.lead.get("/stories").text


def test_two_thousand_findings_are_shown_two_hundred_at_a_time(running: Any, story: str) -> None:
    running.lead.get(f"/stories/{story}")
    read = running.state.remembered(story)
    found = tuple(
        Finding("D101", Room.DIGNITY, Span(n % 300, n % 300 + 1), Severity.WARNING, f"c{n}", "Why.", "What.")
        for n in range(2_000)
    )
    review = replace(read.review, findings=found)
    running.state.remember(story, replace(read, review=review, reading=replace(read.reading, review=review)))
    page = running.lead.get(f"/stories/{story}").text
    assert page.count('id="r') >= 200
    assert "1800" in page.partition("they come up as these are settled")[0][-200:]
    answer = running.lead.live(
        f"/stories/{story}/settle", version="1", key="D101.0-1.c0", how="keep", reason="so"
    ).json()
    assert "1799" in answer["pieces"]["more"]
    assert len(answer["lists"]["open"]) == 200
    assert len(answer["items"]) == 2, "the one that was settled, and the one that came up"


def test_a_story_too_long_to_be_read_while_others_wait_is_told(running: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "LONGEST", 100)
    assert "W030" in running.lead.post("/stories/new", {"text": "x " * 60, "once": "long"}).text
    assert "No story is here" in running.lead.get("/stories").text


def test_more_stories_than_fit_a_page_are_turned_over_and_found(running: Any) -> None:
    vault = running.state.open_vault()
    lead = users.everybody(vault)[0].user
    for n in range(ROWS + 3):
        parts = {"original": b"x", "about": About(f"kiln {n}", "a.txt").write(), "decisions": b""}
        records.create(vault, lead, Kind.STORY, parts)
    page = running.lead.get("/stories").text
    assert page.count('<th scope="row">') == ROWS
    assert running.lead.post("/stories", {"page": "2", "q": ""}).text.count('<th scope="row">') == 3
    found = running.lead.post("/stories", {"q": f"KILN {ROWS + 2}"}).text
    assert found.count('<th scope="row">') == 1
    assert "Nothing is found" in running.lead.post("/stories", {"q": "<b>river"}).text
