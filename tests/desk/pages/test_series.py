"""Stories beside one another: labels stay through a series, and what two stories give away together is told."""

import re
from typing import Any

from amanat.desk import series
from amanat.store import Duty, records
from amanat.store.access import Kind

FIRST = "A girl, 9, was rescued from traffickers in Nokundi on Monday, police said."
SECOND = "A girl rescued from traffickers in Nokundi last week is in school again."
ALERT = "Together with earlier stories"


def let_stand(browser: Any, story: str) -> None:
    """Lift every detail that is hidden in a story."""
    for _ in range(9):
        page = browser.get(f"/stories/{story}").text
        found = re.search(r'name="start" value="(\d+)"><input type="hidden" name="end" value="(\d+)"', page)
        if not found:
            return
        version = re.search(r'data-version="(\d+)"', page)[1]  # type: ignore[index]
        browser.live(f"/stories/{story}/lift", version=version, start=found[1], end=found[2], reason="for the test")
    raise AssertionError


def test_what_an_earlier_story_left_open_is_told_beside_a_new_one_and_goes_when_it_is_closed(running: Any) -> None:
    lead = running.lead
    first, second = lead.hand_in(FIRST), lead.hand_in(SECOND)
    lead.get(f"/stories/{first}")
    let_stand(lead, second)
    assert ALERT not in lead.get(f"/stories/{second}").text, "the age is still hidden in the first"
    let_stand(lead, first)
    page = lead.get(f"/stories/{second}").text
    assert ALERT in page
    assert "I008" in page
    for _ in range(9):
        version = re.search(r'data-version="(\d+)"', lead.get(f"/stories/{first}").text)[1]  # type: ignore[index]
        if "error" in lead.live(f"/stories/{first}/undo", version=version).json():
            break
    assert ALERT not in lead.get(f"/stories/{second}").text


def test_only_stories_one_may_read_are_looked_at(running: Any) -> None:
    lead, other = running.lead, running.user("Other", Duty.REPORTER)
    first, second = lead.hand_in(FIRST), other.hand_in(SECOND)
    let_stand(lead, first)
    let_stand(other, second)
    assert ALERT not in other.get(f"/stories/{second}").text
    lead.post(f"/stories/{first}/share", {"who": running.id_of("Other"), "right": "read"})
    assert ALERT in other.get(f"/stories/{second}").text


def test_a_series_shows_what_each_story_leaves_open_and_can_be_left(running: Any) -> None:
    lead = running.lead
    first, second = lead.hand_in(FIRST, title="Before"), lead.hand_in(SECOND, title="After")
    lead.get(f"/stories/{second}")
    let_stand(lead, first)
    assert lead.post(f"/stories/{second}/series", {"with": first}).status_code == 303
    page = lead.get(f"/stories/{second}/series").text
    assert "Before" in page
    assert "After" in page
    assert "Nokundi" in page
    assert "<td>9</td>" in page
    lead.post(f"/stories/{second}/series", {"with": ""})
    assert "This story is in no series yet." in lead.get(f"/stories/{second}/series").text


def test_a_series_is_joined_only_by_who_may_change_both(running: Any) -> None:
    lead, other = running.lead, running.user("Other", Duty.REPORTER)
    first, second = lead.hand_in(FIRST), other.hand_in(SECOND)
    assert other.post(f"/stories/{second}/series", {"with": first}).status_code == 404
    lead.post(f"/stories/{first}/share", {"who": running.id_of("Other"), "right": "read"})
    assert other.post(f"/stories/{second}/series", {"with": first}).status_code == 404
    assert other.get(f"/stories/{first}/series").status_code == 200


def test_a_person_keeps_their_label_through_a_series(running: Any) -> None:
    lead = running.lead
    first = lead.hand_in(
        "Sawera Bibi, a 13-year-old girl, was freed from a brick kiln in Swat. "
        "Police also freed Mehrunnisa Khatoon, a 12-year-old girl."
    )
    second = lead.hand_in("Mehrunnisa Khatoon, a 12-year-old girl, spoke to the court in Swat.")
    page = lead.get(f"/stories/{first}").text
    assert "[girl 2]" in page
    lead.post(f"/stories/{first}/series", {"with": second})
    lead.get(f"/stories/{first}")
    page = lead.get(f"/stories/{second}").text
    assert "[girl 2]" in page
    assert "[girl 1]" not in page
    safe = lead.post(f"/stories/{second}/export/safe", {"form": "txt"}).text
    assert "[girl 2]" in safe.lower()
    assert "Mehrunnisa" not in safe


def test_a_profile_holds_no_word_of_the_story(running: Any, story: str) -> None:
    running.lead.get(f"/stories/{story}")
    vault = running.state.open_vault()
    from amanat.store import users  # noqa: PLC0415

    lead = users.everybody(vault)[0].user
    (kept,) = records.part_of_each(vault, lead, Kind.STORY, series.PART).values()
    assert series.read(kept)
    for word in (b"Mehrunnisa", b"Khatoon", b"kiln", b"Chak"):
        assert word not in kept
