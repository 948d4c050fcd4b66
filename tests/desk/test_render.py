"""Pages are escaped, whatever is put into them, and speak one language at a time."""

from typing import Any

from amanat.desk.render import asset, environment

EVIL = "<script>alert(1)</script>\" onload='x' \u202e"


def test_what_people_write_is_never_taken_for_markup(running: Any) -> None:
    story = running.lead.hand_in(f"A story. {EVIL} Police said so.", title=EVIL)
    running.lead.live(f"/stories/{story}/missed", version="1", words="Police", role="victim")
    for path in ("/stories", f"/stories/{story}", f"/stories/{story}?view=side", f"/stories/{story}?view=difference"):
        page = running.lead.get(path).text
        assert "<script>alert" not in page
        assert "onload='x'" not in page
        assert "&lt;script&gt;" in page


def test_a_missing_value_is_a_fault_and_not_an_empty_place() -> None:
    assert environment().undefined.__name__ == "StrictUndefined"
    assert environment().autoescape is True


def test_an_address_of_a_file_changes_with_its_content(running: Any) -> None:
    for name in ("desk.css", "desk.js"):
        answer = running.browser().get(asset(name))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert running.browser().get(f"/static/000000000000/{name}").status_code == 404
    assert running.browser().get("/static/x/../__init__.py").status_code == 404


def test_first_page_is_small(running: Any) -> None:
    who = running.browser()
    size = sum(len(who.get(path).content) for path in ("/sign-in", asset("desk.css"), asset("desk.js"), "/favicon.ico"))
    assert size <= 150_000
