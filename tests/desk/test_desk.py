"""The application as a whole."""

from typing import Any


def test_an_unknown_address_is_a_plain_answer(running: Any) -> None:
    for path in ("/nowhere", "/stories/x/y/z", "/.env", "/static"):
        answer = running.lead.get(path)
        assert answer.status_code == 404
        assert answer.text == "W008: there is no such page"


def test_no_page_is_kept_by_the_browser(running: Any, story: str) -> None:
    for path in ("/stories", f"/stories/{story}", "/sign-in"):
        assert running.lead.get(path).headers["cache-control"] == "no-store"
