"""Names in capitals: what is one, and what only looks like one."""

import pytest

from amanat.languages.lexicon import lexicon
from amanat.people.names import find_names


def names(words: str) -> list[str]:
    return [words[c.span.start : c.span.end] for c in find_names(words, lexicon("en"), frozenset()).people]


def bodies(words: str) -> list[str]:
    return [words[b.start : b.end] for b in find_names(words, lexicon("en"), frozenset()).bodies]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The girl, Zunaira Tarkhan, was found.", "Zunaira Tarkhan"),
        ("She was sold to Ghulam-e-Mustafa for money.", "Ghulam-e-Mustafa"),
        ("The boy, Abd al-Rahman, spoke.", "Abd al-Rahman"),
        ("The child, Zeb un Nisa, was freed.", "Zeb un Nisa"),
        ("said R. Gideon Pembroke, who led the study", "R. Gideon Pembroke"),
        ("The victim, Mary-Jane O'Connor, told the court.", "Mary-Jane O'Connor"),
        ("Three children identified as Hadi, Tashqal and Basim were freed.", "Tashqal"),
        ("Judge Barnaby Ashworth said so.", "Barnaby Ashworth"),
        ("Judicial magistrate (South) Ghulam Haider Dilbar ruled.", "Ghulam Haider Dilbar"),
        ("One of them, Tashiguri, 16, herds goats.", "Tashiguri"),
        ("Fourteen-year-old Noor Velida of the camp was freed.", "Noor Velida"),
    ],
)
def test_is_a_name(words: str, name: str) -> None:
    assert name in names(words)


@pytest.mark.parametrize(
    "words",
    [
        "Women leave because of the war.",
        "On Tuesday the Supreme Court adjourned the hearing.",
        "Child Abuse is a crime.",
        "A raid in village Sabzalabad began at noon.",
        "She said Islam and the Quran forbid it.",
        "The Danish charity paid.",
        "Hope is what keeps them going, and Grace was never shown.",
        "Tk 40,000 was paid, Rs 5,000 more was owed.",
    ],
)
def test_is_no_name(words: str) -> None:
    assert names(words) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Federal Investigation Agency raided it.", "Federal Investigation Agency"),
        ("said Wanda Tarkhan of Sabzal Women's Association", "Sabzal Women's Association"),
        ("The FIA raided it.", "FIA"),
    ],
)
def test_is_a_body(words: str, body: str) -> None:
    assert body in bodies(words)


def test_a_title_is_cut_off_and_kept_apart() -> None:
    found = find_names("Punjab Police Inspector Yawar Chughtai spoke.", lexicon("en"), frozenset()).people
    assert [(c.title, c.span.start) for c in found] == [("inspector", len("Punjab Police Inspector "))]


def test_a_name_broken_over_lines_is_one_name() -> None:
    words = "the committee\nled by speaker\nFarrukha\nAlvani\nwill meet\nthe press\nand say\nmore about it"
    assert any("Farrukha" in n and "Alvani" in n for n in names(words))


def test_what_is_known_as_a_place_is_no_person() -> None:
    words = "The girl from Zunaira came."
    assert not [c for c in find_names(words, lexicon("en"), frozenset({(14, 21)})).people if c.span.start == 14]
