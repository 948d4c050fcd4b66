"""Requests as they come: broken forms, many fields, bytes that are no text."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nrubbish"),
        ("multipart/form-data", b"no boundary"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(3_000))),
        ("application/json", b"{"),
        ("text/plain", b"\xff\xfe"),
    ],
)
def test_a_form_that_is_not_whole_is_no_fault(running: Any, kind: str, body: bytes) -> None:
    for path in ("/stories/new", "/language", "/sign-in"):
        answer = running.lead.ask("POST", path, headers={"content-type": kind}, content=body)
        assert answer.status_code < 500, (path, answer.text)


@pytest.mark.parametrize("cookie", ["", "x" * 5_000, "amanat=\x00", "null"])
def test_a_cookie_that_is_not_ours_is_nobody(running: Any, cookie: str) -> None:
    answer = running.browser().get("/stories", headers={"cookie": f"amanat={cookie!r}"})
    assert answer.status_code in {303, 400}
