"""A page never says what an unforeseen error says, and neither does the log."""

import logging
from typing import Any

import pytest

from amanat.core import DeskError, Refused, StoreError
from amanat.desk import opened
from amanat.desk.faults import coded, shown, status

NAME = "Zarmeena Testnamova"


def broken() -> None:
    raise KeyError(NAME)


def test_an_unforeseen_error_tells_its_place_and_none_of_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(KeyError) as caught:
        broken()
    said = shown(caught.value)
    assert said.startswith("X001")
    assert "test_faults.broken" in said
    assert NAME not in said + caplog.text


def test_errors_have_the_status_that_fits() -> None:
    codes = {Refused(): 404, StoreError("V012", ""): 409, StoreError("V018", ""): 429, DeskError("W009", ""): 401}
    assert {status(error): code for error, code in codes.items()} == {code: code for code in codes.values()}
    assert status(coded(ValueError())) == 500
    assert status(DeskError("W010", "")) == 422


def test_a_page_that_breaks_shows_no_word_of_the_story(
    running: Any, story: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(NAME)

    monkeypatch.setattr(opened, "decide", fail)
    running.state.forget()
    running.lead.get(f"/stories/{story}")
    answer = running.lead.live(f"/stories/{story}/rule", version="1", at="0", role="victim")
    assert answer.status_code == 500
    assert answer.json()["code"] == "X001"
    page = running.lead.post(f"/stories/{story}/rule", {"version": "1", "at": "0", "role": "victim"})
    assert page.status_code == 500
    assert NAME not in answer.text + page.text + caplog.text
