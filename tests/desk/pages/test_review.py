"""The review screen: each decision changes what depends on it, and only that."""

import re
from typing import Any

import pytest

PHRASE = "seven quiet boats at dawn"


def safe(answer: Any) -> str:
    """The blocks of the safe version that an answer changes."""
    return "".join(html for item, html in answer["items"].items() if item.startswith("s"))


def test_the_screen_shows_people_remarks_law_and_help(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    for words in (
        "Mehrunnisa Khatoon",
        "[girl 1]",
        "Protected",
        "D101",
        "L001",
        "Palermo Protocol",
        "people fit",
        "63",
    ):
        assert words in page, words
    assert page.count("<mark") > 8


def test_a_role_changes_masks_at_once_and_undo_brings_them_back(anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    at = anchor_of(page, "Dilawar Khatoon")
    answer = running.lead.live(
        f"/stories/{story}/rule", version="1", at=at, role="official", protection="", view="side"
    ).json()
    assert answer["version"] == 2
    assert "Dilawar" in safe(answer)
    assert "Mehrunnisa" not in safe(answer)
    assert "b0" not in answer["pieces"]
    back = running.lead.live(f"/stories/{story}/undo", version="2", view="side").json()
    assert "Dilawar" not in safe(back)
    assert running.lead.live(f"/stories/{story}/undo", version="3").json()["code"] == "W012"


def test_an_accused_is_hidden_when_the_editor_says_so(anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    assert "Gul Nawaz" in re.search(r'id="safe".*?</article>', page, re.DOTALL)[0]  # type: ignore[index]
    at = anchor_of(page, "Gul Nawaz")
    answer = running.lead.live(
        f"/stories/{story}/rule", version="1", at=at, role="accused", protection="protect", view="side"
    ).json()
    assert "Gul Nawaz" not in safe(answer)


def test_two_editors_the_second_is_told_and_nothing_is_lost(anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    at = anchor_of(page, "Gul Nawaz")
    running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="witness")
    late = running.lead.live(f"/stories/{story}/rule", version="1", at=at, role="judge")
    assert late.status_code == 409
    assert late.json()["code"] == "V012"
    assert 'value="witness" selected' in running.lead.get(f"/stories/{story}").text


def test_a_missed_name_is_added_by_words_or_by_place(running: Any) -> None:
    text = "🚔 A note.\n\nIn the lane xalumira spoke, and xalumira wept. A child was sold.\n"
    story = running.lead.hand_in(text)
    answer = running.lead.live(
        f"/stories/{story}/missed", version="1", words="xalumira", role="victim", view="side"
    ).json()
    assert "xalumira" not in safe(answer)
    running.lead.live(f"/stories/{story}/undo", version="2", view="side")
    place = {"block": "1", "from": "12", "to": "20", "kind": "NAME", "role": "victim", "words": "x"}
    answer = running.lead.live(f"/stories/{story}/missed", version="3", view="side", **place).json()
    assert "xalumira" not in safe(answer)
    for wrong in ({"words": "not there"}, {"words": ""}, {"words": "x", "block": "99", "from": "0", "to": "3"}):
        assert running.lead.live(f"/stories/{story}/missed", version="4", **wrong).json()["code"] == "W013"
    assert running.lead.live(f"/stories/{story}/missed", version="4", words="lane", kind="??").json()["code"] == "W010"


def test_a_wording_is_taken_over_kept_with_a_reason_and_opened_again(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}?view=side").text
    remark = next(r for r in page.split('<li id="r')[1:] if ">D101<" in r)
    key = re.search(r'name="key" value="([^"]+)"', remark)[1]  # type: ignore[index]
    where = f"/stories/{story}/settle"
    fixed = running.lead.live(f"{where}?choice=1", version="1", how="fix", key=key, view="side").json()
    assert "child who was sexually exploited" in safe(fixed)
    assert running.lead.live(where, version="2", how="keep", key=key, reason=" ").json()["code"] == "W011"
    kept = running.lead.live(where, version="2", how="keep", key=key, reason="a court said so", view="side").json()
    assert "child prostitute" in safe(kept)
    assert "a court said so" in str(kept["items"])
    opened = running.lead.live(where, version="3", how="open", key=key, view="side").json()
    assert "a court said so" not in str(opened["items"])
    assert opened["lists"]["settled"] == []
    assert running.lead.live(where, version="4", how="burn", key=key).json()["code"] == "W010"


def test_without_a_script_every_form_still_works(anchor_of: Any, running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    answer = running.lead.post(
        f"/stories/{story}/rule", {"version": "1", "at": anchor_of(page, "Gul Nawaz"), "role": "judge"}
    )
    assert answer.headers["location"] == f"/stories/{story}?view=marked"
    assert 'value="judge" selected' in running.lead.get(f"/stories/{story}").text


@pytest.mark.parametrize(
    "wrong", [{"version": "x"}, {"version": "1", "at": "-1"}, {"version": "1", "at": "0", "role": "king"}]
)
def test_a_form_with_foreign_words_is_refused(running: Any, story: str, wrong: dict[str, str]) -> None:
    assert running.lead.live(f"/stories/{story}/rule", **wrong).json()["code"] == "W010"
