"""Everything that could identify somebody, under fire: names that are words, capitals, broken lines, both digits."""

import pytest

from amanat.people import identifiers
from amanat.read import read_bytes
from amanat.registers import shipped


def marked(text: str, floor: float = 0.5) -> str:
    """The text with everything marked blotted out."""
    document = read_bytes(text.encode())
    out = list(document.text)
    for trace in identifiers(document, shipped()):
        if trace.score >= floor:
            out[trace.span.start : trace.span.end] = "#" * len(trace.span)
    return "".join(out)


@pytest.mark.parametrize("name", ["Iman", "Noor", "Sabr", "Hope", "Sahar", "Zindagi"])
def test_a_name_that_is_a_word_is_marked(name: str) -> None:
    left = marked(f"The girl, {name} Tarkhan, 13, was abducted in Swat. {name} is safe, police said.")
    assert name not in left
    assert "Tarkhan" not in left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GIRL ZUNAIRA TARKHAN FREED IN SWAT\n\nZunaira Tarkhan, 13, was freed.", ["Zunaira", "Tarkhan", "ZUNAIRA"]),
        ("Police freed Zunaira Tar-\nkhan, 13, on Monday. Tarkhan went home.", ["Zunaira"]),
        ("“Zunaira Tarkhan came to us,” said the nurse.", ["Zunaira", "Tarkhan"]),
        ("By Rahmat Tarkhan\n\nThe court met in Swat on Monday.", ["Rahmat", "Tarkhan"]),
        ("Haji Rahmat Khan Tarkhan, CNIC 35202-1234567-1, was heard.", ["Rahmat", "Tarkhan", "1234567"]),
        ("لڑکی زنیرہ بی بی کا شناختی کارڈ 35202-1234567-1 اور فون 0300-5550123 ہے۔", ["زنیرہ", "1234567", "5550123"]),
        ("لڑکی زنیرہ بی بی کا فون ۰۳۰۰-۵۵۵۰۱۲۳ ہے۔", ["زنیرہ", "۵۵۵۰۱۲۳"]),
    ],
)
def test_what_identifies_is_marked(text: str, words: list[str]) -> None:
    left = marked(text)
    assert not [word for word in words if word in left]


@pytest.mark.parametrize(
    "text",
    [
        "Patience is sabr, and iman is faith.",
        "Article 6, section 4 and Protocol No. 11 apply.",
        "The law was amended, and hope returned.",
    ],
)
def test_words_that_are_names_elsewhere_stay(text: str) -> None:
    assert "#" not in marked(text)


def test_a_lower_threshold_never_marks_less() -> None:
    text = "Zunaira Tarkhan, 13, of village Kot Sabzal, was freed on Monday; her father is a farmer."
    counts = [marked(text, floor).count("#") for floor in (0.9, 0.7, 0.5, 0.3, 0.1)]
    assert counts == sorted(counts)
