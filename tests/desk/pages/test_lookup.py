"""Look up: law, help and language; a question stands in no address and in no log."""

from typing import Any

import pytest

from amanat.store import Duty, audit


def test_the_law_is_found_with_source_date_and_how_sure(running: Any) -> None:
    page = running.lead.post("/look/law", {"words": "prevention trafficking persons act", "place": "PK"}).text
    assert "pk.ptpa.2018" in page
    assert "verified" in page
    assert "https://" in page
    empty = running.lead.post("/look/law", {"words": "xalumira"}).text
    assert "That does not mean there is no such law" in empty
    assert running.lead.post("/look/law", {"words": "act", "place": "XX"}).status_code == 422


def test_help_is_matched_with_reasons_and_no_number_without_a_warning(running: Any) -> None:
    page = running.lead.post("/look/aid", {"words": "bonded family, Tharparkar, legal aid"}).text
    assert "Understood:" in page
    assert "Tharparkar" in page
    assert '<ul class="services">' in page
    wrong = running.lead.post("/look/aid", {"words": "xalumira"}).text
    assert 'class="wrong"' in wrong
    assert "H01" in wrong


def test_rules_of_language_are_found_by_word_and_code(running: Any) -> None:
    for words in ("D101", "child prostitute"):
        assert "D101" in running.lead.post("/look/language", {"words": words}).text
    assert "No rule speaks of this" in running.lead.post("/look/language", {"words": "xalumira"}).text


@pytest.mark.parametrize("tab", ["", "/law", "/aid", "/language"])
def test_empty_tabs_are_shown_to_whoever_sees_content(running: Any, tab: str) -> None:
    assert running.lead.get(f"/look{tab}").status_code == 200
    assert running.user("Reporter", Duty.REPORTER).get(f"/look{tab}").status_code == 200
    assert running.lead.get("/look/nowhere").status_code == 404


def test_what_was_asked_is_kept_nowhere(running: Any) -> None:
    before = len(audit.entries(running.state.open_vault()))
    answer = running.lead.post("/look/aid", {"words": "legal aid for Zarmeena, Quetta"})
    assert "location" not in answer.headers
    assert len(audit.entries(running.state.open_vault())) == before


def test_a_hidden_detail_is_lifted_with_a_reason(running: Any, story: str) -> None:
    import re  # noqa: PLC0415

    page = running.lead.get(f"/stories/{story}?view=side").text
    item = re.search(r'/lift".*?name="start" value="(\d+)".*?name="end" value="(\d+)"', page, re.DOTALL)
    assert item
    place = {"start": item[1], "end": item[2]}
    where = f"/stories/{story}/lift"
    assert running.lead.live(where, version="1", reason=" ", **place).json()["code"] == "W011"
    answer = running.lead.live(where, version="1", reason="public record", view="side", **place).json()
    assert answer["version"] == 2
    assert f'name="start" value="{item[1]}"' not in answer["pieces"]["people"]
