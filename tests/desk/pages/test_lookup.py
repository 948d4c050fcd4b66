"""Look up: law, help and language; a question stands in no address and in no log."""

from pathlib import Path
from typing import Any

import pytest

from amanat.desk.pages.lookup import _TABS
from amanat.registers.calls import Calls
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


@pytest.mark.parametrize("tab", ["", *(f"/{tab}" for tab in _TABS)])
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
    assert f"m-{item[1]}" not in answer["lists"]["masks"]


def test_the_law_is_shown_as_it_stood_on_a_day(running: Any) -> None:
    asked = {"words": "prevention trafficking persons act", "place": "PK"}
    before = running.lead.post("/look/law", {**asked, "on": "2017-06-01"}).text
    after = running.lead.post("/look/law", {**asked, "on": "2019-06-01"}).text
    assert "pk.ptpa.2018<" not in before
    assert "pk.ptpa.2018<" in after
    assert "was last checked on" in running.lead.post("/look/law", {**asked, "on": "2999-01-01"}).text
    assert "U020" in running.lead.post("/look/law", {**asked, "on": "June"}).text
    assert "held on that day" in running.lead.post("/look/law", {"words": "", "place": "PK", "on": "2019-06-01"}).text


def test_who_may_be_named_says_what_binds_and_why(running: Any) -> None:
    asked = {"place": "PK", "role": "victim", "age": "13", "sex": "female", "medium": "print"}
    page = running.lead.post("/look/naming", asked).text
    assert "A ban may bind" in page
    assert "one of the offences it lists" in page
    page = running.lead.post("/look/naming", {**asked, "offence": "pk.ppc.376"}).text
    assert "The law forbids to make this person known." in page
    assert "binds" in page
    assert "https://" in page
    for wrong in (
        {"place": ""},
        {"role": "cousin"},
        {"age": "x"},
        {"medium": "radio"},
        {"offence": "x"},
        {"stage": "x"},
    ):
        assert running.lead.post("/look/naming", {**asked, **wrong}).status_code == 422


def test_gaps_and_countries_stand_side_by_side_with_evidence(running: Any) -> None:
    page = running.lead.post("/look/gaps", {"country": "PK"}).text
    assert page.count('<th scope="row">') > 50
    assert "✗ not met" in page
    assert "Next step:" in page
    both = running.lead.post("/look/compare", {"country": "PK", "other": "NP"}).text
    assert both.count('<td class="status">') == 4 * page.count('<th scope="row">')
    assert running.lead.post("/look/compare", {"country": "PK", "other": "XX"}).status_code == 422


def test_figures_have_their_caveats_and_a_plot_stands_beside_its_table(running: Any) -> None:
    page = running.lead.post("/look/enforcement", {"place": "PK"}).text
    assert "not averaged" in page
    assert "contradict" in page
    pytest.importorskip("matplotlib", reason="the extra for plots is not installed")
    assert '<img class="plot" src="/look/plot/PK/0" alt="' in page
    picture = running.lead.get("/look/plot/PK/0")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    for wrong in ("/look/plot/PK/99", "/look/plot/XX/0", "/look/plot/PK/x"):
        assert running.lead.get(wrong).status_code == 404
    assert running.lead.post("/look/enforcement", {"place": "XX"}).status_code == 404


def test_who_was_left_out_is_said_with_the_reason(running: Any) -> None:
    page = running.lead.post("/look/aid", {"words": "legal advice, Karachi"}).text
    assert "left out" in page
    assert "It does not do what is needed." in page


def test_a_call_is_written_down_and_lets_the_number_be_printed(
    running: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    asked = {"words": "legal advice, Karachi"}
    page = running.lead.post("/look/aid", asked).text
    form = page.split('action="/look/aid/confirm"')[1]
    given = {name: form.split(f'name="{name}" value="')[1].partition('"')[0] for name in ("service", "number")}
    assert running.lead.post("/look/aid/confirm", {**asked, **given, "result": "perhaps"}).status_code == 422
    assert "H002" in running.lead.post("/look/aid/confirm", {**given, "number": "x", "result": "confirmed"}).text
    assert "W010" in running.lead.post("/look/aid/confirm", {**given, "service": "none", "result": "wrong"}).text
    answer = running.lead.post("/look/aid/confirm", {**asked, **given, "result": "confirmed"})
    assert 'id="recorded"' in answer.text, answer.text
    calls: Calls = running.state.registers.providers.calls
    assert [(c.service, c.by) for c in calls.all if c.service == given["service"]][-1:] == [(given["service"], "Lead")]
    assert running.user("Adm", Duty.ADMINISTRATOR).post("/look/aid/confirm", given).status_code == 404
