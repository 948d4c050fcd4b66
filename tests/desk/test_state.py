"""What a running desk holds in memory, and that it lets go of it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amanat.packs.own import own_folder, record_call
from amanat.registers import shipped
from amanat.store import Kind, records, users
from amanat.store.backup import generations
from amanat.store.records import DAY
from amanat.store.sessions import IDLE


def test_an_idle_desk_locks_itself_and_forgets_every_story(running: Any, story: str) -> None:
    running.lead.get(f"/stories/{story}")
    assert running.state.remembered(story) is not None
    running.state.round()
    assert running.state.vault is not None
    running.clock.time += IDLE + 1
    running.state.round()
    assert running.state.vault is None
    assert running.state.remembered(story) is None
    assert not running.state.drawn
    running.state.round()
    running.lead.sign_in()
    assert running.lead.get(f"/stories/{story}").status_code == 200


def test_a_round_shreds_what_is_past_its_time_and_backs_up_once_a_day(running: Any, story: str) -> None:
    lead = users.everybody(running.state.open_vault())[0].user
    for _ in range(14):
        running.clock.time += 7 * DAY
        running.lead.sign_in()
        running.state.round()
    assert records.listing(running.state.open_vault(), lead, Kind.STORY) == ()
    assert running.lead.get(f"/stories/{story}").status_code == 404
    made = len(generations(running.state.home.backups))
    assert made >= 1
    running.state.round()
    assert len(generations(running.state.home.backups)) >= made


def test_a_number_found_wrong_elsewhere_is_gone_from_the_box_of_a_story_in_memory(
    running: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "office"))
    service, number, today = "pk-049", shipped().providers.by_id["pk-049"].phone, datetime.now(tz=UTC).date()

    def called(result: str) -> None:
        row = {"service": service, "number": number, "called_on": str(today), "called_by": "A. E."}
        record_call(own_folder(), {**row, "result": result})

    called("confirmed")
    told = "Two sisters were sold in marriage in Lahore last week. Officers said no arrest was made."
    story = running.lead.hand_in(told)
    running.lead.get(f"/stories/{story}")
    assert number in running.lead.post(f"/stories/{story}/export/help").text
    assert running.state.remembered(story) is not None
    called("wrong")
    assert number not in running.lead.post(f"/stories/{story}/export/help").text


def test_only_so_many_stories_stay_in_memory(running: Any) -> None:
    for number in range(60):
        running.state.remember(str(number), number)
    assert running.state.remembered("0") is None
    assert running.state.remembered("59") == 59


def test_every_fact_a_statement_may_rest_on_is_found_by_its_id(running: Any) -> None:
    facts = running.state.facts
    assert len(facts) > 200
    assert all(id_ == fact.id for id_, fact in facts.items())
    assert "pk.ptpa.2018" in facts


def test_half_a_sign_in_is_worth_five_minutes(running: Any) -> None:
    running.state.half_way("token", "user")
    assert running.state.who_half_way("token") == "user"
    assert running.state.who_half_way("other") == ""
    running.state.whole_way("token")
    assert running.state.who_half_way("token") == ""
