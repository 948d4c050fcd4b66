"""Who is hidden, who stays, and what the edition gives away."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Answer, Document, Identifier
from amanat.people import look
from amanat.publish import publish
from amanat.read import read_bytes
from amanat.registers import shipped
from amanat.review import review

Asked = Callable[[str], tuple[Document, Answer]]
Hidden = Callable[[str], dict[str, str]]

GIRLS = ["Zunaira", "Iman", "Noor", "Palwasha", "Rukhsana", "Tashiguri", "Zeb-un-Nisa", "Umm-e-Kulsoom", "Mehrunnisa"]
FAMILIES = ["Tarkhan", "Misaal", "Chughtai", "Masih", "Bheel", "Tamang", "O'Connor", "Brown", "Khan"]
FRAMES = [
    "Police said {name}, 13, was abducted from her home in Sukkur on Monday. {first} was found two days later.",
    "The girl, {name}, told the court that she was sold. The mother of {name} wept.",
    "LAHORE: A 14-year-old girl identified as {name} was raped by two men, police said. {name}'s uncle lodged an FIR.",
]


def safe(words: str) -> str:
    document = read_bytes(words.encode())
    return publish(document, review(document)).text


@given(st.sampled_from(GIRLS), st.sampled_from(FAMILIES), st.sampled_from(FRAMES))
def test_every_mention_of_a_protected_name_is_hidden(first: str, family: str, frame: str) -> None:
    edition = safe(frame.format(name=f"{first} {family}", first=first))
    assert first not in edition
    assert family not in edition


@given(st.sampled_from(GIRLS[:6]), st.sampled_from(GIRLS[:6]), st.sampled_from(FRAMES))
def test_stories_that_differ_in_the_name_only_have_one_safe_text(one: str, other: str, frame: str) -> None:
    texts = [safe(frame.format(name=f"{first} Tarkhan", first=first)) for first in (one, other)]
    assert texts[0] == texts[1]


@given(st.sampled_from(FRAMES), st.sampled_from(["Inspector", "Minister", "Judge", "Advocate", "DSP"]))
def test_a_kept_name_is_never_touched(frame: str, title: str) -> None:
    words = frame.format(name="Zunaira Tarkhan", first="Zunaira") + f" {title} Farhad Qureshi spoke. Mr Qureshi left."
    edition = safe(words)
    assert "Farhad Qureshi" in edition
    assert "Mr Qureshi" in edition


@given(st.sampled_from(GIRLS), st.sampled_from(FRAMES))
def test_masks_end_at_edges_and_do_not_overlap(first: str, frame: str) -> None:
    document = read_bytes(frame.format(name=f"{first} Tarkhan", first=first).encode())
    masks = review(document).masks
    assert all(a.span.end <= b.span.start for a, b in pairwise(masks))


def test_a_minister_with_the_name_of_the_girl_stays(asked: Asked) -> None:
    document, answer = asked(
        "Police said Iman Tarkhan, 12, was raped in Swat. The law minister, Noor Durrani, spoke. Durrani left."
    )
    hidden = {document.at(m.span) for m in answer.masks}
    assert "Iman Tarkhan" in hidden
    assert not any("Durrani" in words for words in hidden)


def test_officials_and_institutions_are_named_as_kept(asked: Asked) -> None:
    document, answer = asked("Inspector Farhad Qureshi of the Federal Investigation Agency said a girl was raped.")
    kept = {document.at(k.span) for k in answer.keeps}
    assert {"Farhad Qureshi", "Federal Investigation Agency"} <= kept


@pytest.mark.parametrize(
    "words",
    [
        "The assembly passed a bill against child abuse. Speaker Farrukh Alvani formed a committee of 13 members.",
        "A report by the university estimated that 7,500 women were trafficked. “A crime,” said Dr Robin Pembroke.",
        "Call the helpline 1099 or 0800-12345 if you know of a case.",
    ],
)
def test_where_nobody_is_to_protect_nothing_is_hidden(hidden: Hidden, words: str) -> None:
    assert hidden(words) == {}


def test_private_numbers_are_hidden_in_every_story(hidden: Hidden) -> None:
    assert hidden("His CNIC is 35202-1234567-1, the buyer said.") == {"35202-1234567-1": "[number withheld]"}


def test_what_attaches_to_somebody_else_stays(hidden: Hidden) -> None:
    found = hidden("Police arrested Yawar Chughtai, 44, for abducting a nine-year-old girl from her school in Swat.")
    assert "44" not in found
    assert "nine-year-old" in found


def test_a_village_is_hidden_wherever_it_is_named(hidden: Hidden) -> None:
    words = "A girl of 12 from village Kot Sabzal was raped, police said.\n\nNeighbours in Kot Sabzal said nothing."
    assert "Kot Sabzal" in hidden(words)


def test_a_hashtag_with_the_name_inside_is_hidden(hidden: Hidden) -> None:
    found = hidden("Zunaira Tarkhan, 13, was abducted, police said. People write #JusticeForZunaira and #Justice.")
    assert "#JusticeForZunaira" in found
    assert "#Justice" not in found


def test_a_second_pass_over_the_edition_finds_nobody() -> None:
    words = "Police said Zunaira Tarkhan, 13, of village Kot Sabzal was abducted on March 3. Her father, Dilawar, wept."
    edition = safe(words)
    again = review(read_bytes(edition.encode()))
    assert not [m for m in again.masks if m.risk is Identifier.DIRECT]
    assert safe(edition) == edition


def test_urdu_is_hidden_with_urdu_labels(hidden: Hidden) -> None:
    found = hidden("سوات: پولیس کے مطابق 14 سالہ پلوشہ مثال کو اغوا کیا گیا۔ پلوشہ مثال گھر سے نکلی تھی۔")
    assert found["پلوشہ مثال"].startswith("[بچ") or found["پلوشہ مثال"].startswith("[لڑک")


def test_the_scene_is_left_as_it_was() -> None:
    document = read_bytes(b"Police said Zunaira Tarkhan, 13, was abducted.")
    assert look(document, shipped()) == look(document, shipped())


@given(st.sampled_from(GIRLS[:8]), st.sampled_from(["Inspector", "Minister", "Judge", "DSP"]))
def test_a_public_name_that_a_girl_bears_too_stays_whole_and_the_editor_is_told(first: str, title: str) -> None:
    document = read_bytes(
        f"Police said {first}, 12, was raped in Swat. {title} {first} Qureshi spoke of the case.".encode()
    )
    found = review(document)
    at = document.text.index(f"{first} Qureshi")
    assert not any(m.span.start < at + len(first) + 8 and at < m.span.end for m in found.masks)
    assert "I009" in {f.code for f in found.findings}
