"""The drawn screen: a decision changes the pieces that depend on it, and nothing else is sent."""

import re
from typing import Any

MANY = "Kilns of the valley\n\n" + "\n".join(
    f"Police freed {name} Khatoon, {age}, from a kiln in Swat. A neighbour called her a child prostitute."
    for name, age in zip(
        "Sawera Zarmeena Gulnaz Shabana Nasreen Samina Tahira Palwasha".split(), range(9, 17), strict=True
    )
)


def test_a_remark_that_is_kept_sends_itself_and_its_numbers_alone(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    remark = next(r for r in page.split('<li id="')[1:] if ">D101<" in r)
    id_, key = remark.partition('"')[0], re.search(r'name="key" value="([^"]+)"', remark)[1]  # type: ignore[index]
    answer = running.lead.live(f"/stories/{story}/settle", version="1", how="keep", key=key, reason="known").json()
    assert set(answer["items"]) == {id_}
    assert 'value="2"' in answer["items"][id_]
    assert answer["lists"]["settled"] == [id_]
    assert id_ not in answer["lists"]["open"]
    assert "cards" not in answer["lists"]
    assert {"status", "settled-count"} <= set(answer["pieces"])
    assert not {"help", "law", "series"} & set(answer["pieces"])


def test_a_ruling_in_a_story_of_many_sends_few_of_them(anchor_of: Any, running: Any) -> None:
    id_ = running.lead.hand_in(MANY)
    page = running.lead.get(f"/stories/{id_}").text
    at = anchor_of(page, "Palwasha")
    answer = running.lead.live(f"/stories/{id_}/rule", version="1", at=at, role="official")
    cards = [item for item in answer.json()["items"] if item.startswith("p-")]
    assert 1 <= len(cards) < 8
    assert len(answer.text) < len(page) / 4


def test_another_view_sends_the_texts_and_no_person(running: Any, story: str) -> None:
    running.lead.get(f"/stories/{story}")
    answer = running.lead.get(f"/stories/{story}?view=side&from=marked", headers={"x-amanat": "live"}).json()
    assert set(answer["lists"]) == {"safe"}
    assert all(item.startswith("s") for item in answer["items"])
    assert answer["pieces"] == {}


def test_two_things_said_of_one_place_are_two_remarks(running: Any, story: str) -> None:
    page = running.lead.get(f"/stories/{story}").text
    numbers = re.findall(r'<li id="(r\d+)"', page)
    assert len(numbers) == len(set(numbers)) > 4
