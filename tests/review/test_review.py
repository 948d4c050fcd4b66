"""One pass over one document."""

import json
from dataclasses import asdict
from itertools import permutations

import pytest

from amanat import review as room
from amanat.core import Document, Room
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import ROOMS, review, rule_cards

# Invented people. The words a review must never hold: names, village, school, numbers, and a turn of phrase.
SECRETS = ["Mehrunnisa", "Khatoon", "Dilawar", "Zarghuna", "Chak", "9999", "Noor-ul-Falah", "35202", "0300"]
STORY = """\
Minor girl Mehrunnisa Khatoon recovered from kiln

Mehrunnisa Khatoon, 13, a student of Noor-ul-Falah Public School in Chak 9999, was rescued from a brick kiln in Swat \
on Monday. Her father Dilawar Khatoon (CNIC 35202-1234567-1, phone 0300-1234567) said she was sold by an aunt, \
Zarghuna Bibi. The girl, a child prostitute according to neighbours, was produced before a magistrate.

Deputy Superintendent Farhad Qureshi said two men were arrested under the Prevention of Trafficking in Persons Act, \
2018. "Pakistan never ratified the Palermo Protocol," he said. Police arrested 40 people and convicted 2.
"""


@pytest.fixture(scope="module")
def known() -> Registers:
    return Registers()


def written(document: Document, known: Registers) -> str:
    return json.dumps(asdict(review(document, known)), ensure_ascii=False, default=str)


def test_a_review_quotes_nothing(known: Registers) -> None:
    document = read_bytes(STORY.encode(), "mehrunnisa-khatoon.txt")
    kept = written(document, known)
    found = [word for word in SECRETS if word.lower() in kept.lower()]
    assert not found
    assert repr(review(document, known)).count("Mehrunnisa") == 0


def test_the_words_of_a_review_do_not_depend_on_the_names(known: Registers) -> None:
    """Two stories that differ only in the names of one length give the same review but for the digest."""
    one = read_bytes(STORY.encode())
    other = read_bytes(STORY.replace("Mehrunnisa", "Zaibunnisa").encode())
    assert written(one, known).replace(one.digest, "") == written(other, known).replace(other.digest, "")


def test_the_order_of_rooms_does_not_change_it(known: Registers, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_bytes(STORY.encode())
    usual = review(document, known)
    for order in list(permutations(ROOMS))[1::29]:
        monkeypatch.setattr(room, "ROOMS", order)
        assert review(document, known) == usual


def test_it_is_the_same_every_time(known: Registers) -> None:
    assert review(read_bytes(STORY.encode()), known) == review(read_bytes(STORY.encode()), Registers())


def test_it_speaks_of_its_document(story: Document, known: Registers) -> None:
    found = review(story, known)
    assert (found.digest, found.language, found.characters) == (story.digest, "en", len(story.text))


def test_the_jurisdiction_may_be_given(story: Document, known: Registers) -> None:
    assert review(story, known, "PK-KP").jurisdictions[:2] == ("PK-KP", "PK")


def test_each_room_is_asked_once_and_has_its_own_question() -> None:
    assert [module.__name__.rpartition(".")[2] for module in ROOMS] == [room.value for room in Room]


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "۔",
        "\u202e\u2067 [ ] \u2069 Ali",
        "A\u0301\u0301\u0301 " * 50,
        "🇵🇰" * 31,
        "<mark>Ali</mark> & {{ name }}",
        "٣ ٤٥٦ 12,34,567 %",
        "Ali " * 500,
        "\r\n\r\nAli\r\rsaid\n",
        "پولیس نے 0300-1234567 پر فون کیا۔ The girl, 13, left.",
        "((((((((((" * 200,
        "\x07\x0b\x0c Ali \x1b[31m",
    ],
)
def test_hostile_text_gives_a_review(text: str, known: Registers) -> None:
    document = read_bytes(text.encode())
    found = review(document, known)
    assert found.characters == len(text)
    assert all(mask.span.end <= len(text) for mask in found.masks)


# --- the rules ---


def test_codes_are_unique_and_say_their_room() -> None:
    letter = {Room.IDENTITY: "I", Room.DIGNITY: "D", Room.LAW: "L", Room.ENFORCEMENT: "E", Room.AID: "A"}
    cards = rule_cards()
    codes = [card.code for card in cards]
    assert codes == sorted(set(codes))
    for card in cards:
        assert card.code[0] == letter[card.room]
        assert card.code[1:].isdecimal()
        assert len(card.code) == 4


@pytest.mark.parametrize("module", ROOMS, ids=lambda m: m.__name__)
def test_every_rule_says_why_on_what_ground_and_shows_it(module: object) -> None:
    for card in module.cards():  # type: ignore[attr-defined]
        assert card.title, card.code
        assert len(card.why) >= 10, card.code
        assert card.sources, card.code
        assert all(source.title for source in card.sources), card.code
        assert card.wrong, f"{card.code} shows no sentence it flags"


def test_findings_have_a_card(known: Registers) -> None:
    codes = {card.code for card in rule_cards()}
    found = {finding.code for finding in review(read_bytes(STORY.encode()), known).findings}
    assert found <= codes
