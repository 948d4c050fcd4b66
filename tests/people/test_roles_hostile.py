"""Roles under fire: names that are words, offices beside victims, capitals, broken lines, quotes, other digits."""

import pytest

from amanat import identity, people
from amanat.core import Protection
from amanat.read import read_bytes
from amanat.registers import shipped


def seen(text: str) -> dict[str, Protection]:
    scene = people.look(read_bytes(text.encode()), shipped())
    return {text[s.start : s.end]: p.protection for p in scene.people for s in p.names}


def hidden(text: str) -> str:
    document = read_bytes(text.encode())
    scene = people.look(document, shipped())
    out = list(text)
    for mask in identity.ask(document, scene, shipped()).masks:
        out[mask.span.start : mask.span.end] = "#" * len(mask.span)
    return "".join(out)


@pytest.mark.parametrize("name", ["Iman", "Noor", "Sabr", "Hope", "Faith", "Sahar", "Zindagi"])
def test_a_name_that_is_a_word_is_still_a_name(name: str) -> None:
    text = f"The girl, {name} Tarkhan, 13, was raped by a neighbour in Swat. {name}'s mother went to the police."
    assert name not in hidden(text)


def test_a_minister_named_like_the_victim_stays() -> None:
    text = (
        "The girl, Zunaira Tarkhan, 13, was abducted in Swat, police said.\n\n"
        "Federal minister Zunaira Wassan said the government would pay for her treatment."
    )
    masked = hidden(text)
    assert "Wassan" in masked
    assert "Tarkhan" not in masked


@pytest.mark.parametrize(
    ("text", "victim", "public"),
    [
        (
            "POLICE RESCUE ZUNAIRA TARKHAN, 13\n\nSHO Dilawar Misaal said Zunaira Tarkhan was rescued from a brothel.",
            "Tarkhan",
            "Misaal",
        ),
        (
            "SHO Dilawar Misaal said that Zunai-\nra Tarkhan, 13, was rescued from a brothel. Zunaira is safe.",
            "Tarkhan",
            "Misaal",
        ),
        (
            "“They sold me,” said Zunaira Tarkhan, 13, who was rescued from a brothel. Judge Dilawar Misaal heard her.",
            "Tarkhan",
            "Misaal",
        ),
        (
            "By Dilawar Misaal\n\nZunaira Tarkhan, 13, was raped in Swat. The girl is in hospital.",
            "Tarkhan",
            "Misaal",
        ),
    ],
)
def test_capitals_breaks_quotes_and_bylines(text: str, victim: str, public: str) -> None:
    masked = hidden(text)
    assert victim not in masked
    assert public in masked


@pytest.mark.parametrize("digits", ["13", "۱۳"])
def test_urdu_with_either_digits(digits: str) -> None:
    text = f"سوات میں {digits} سالہ لڑکی زنیرہ ترخان کو اغوا کر لیا گیا۔ زنیرہ کے والد نے مقدمہ درج کرایا۔"
    assert "زنیرہ" not in hidden(text)


@pytest.mark.parametrize(
    "number",
    ["Rs 3520112345671", "population 35,201,123", "section 365-B", "12345-6789012-3456", "2019-20"],
)
def test_a_number_that_looks_like_a_card_is_no_card(number: str) -> None:
    text = f"The report counts {number} in Punjab."
    assert "#" not in hidden(text)


def test_the_answer_does_not_hang_on_the_name() -> None:
    story = "{v}, 13, was sold by {a}, police said. SP {p} arrested {a}. A court sent {v} to a shelter."
    one = seen(story.format(v="Zunaira Tarkhan", a="Yawar Chughtai", p="Dilawar Misaal"))
    other = seen(story.format(v="Chloe Hartwell", a="Nigel Braddock", p="Ngozi Adeyemi"))
    assert list(one.values()) == list(other.values())
    assert one["Zunaira Tarkhan"] is Protection.PROTECT
    assert one["Dilawar Misaal"] is Protection.NAME


def test_a_kept_person_is_never_masked_unless_two_share_the_words() -> None:
    text = (
        "Zunaira Tarkhan, 13, was raped by a teacher. "
        "Her lawyer, Dilawar Misaal, and Judge Farah Meerani were in court."
    )
    masked = hidden(text)
    assert "Dilawar Misaal" in masked
    assert "Farah Meerani" in masked
