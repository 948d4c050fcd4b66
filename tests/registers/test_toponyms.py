"""The table of names: longest first, word edges, capitals, and names that need a word beside them."""

import pytest

from amanat.registers.toponyms import Gazetteer, Toponym, folded

TABLE = Gazetteer.of(
    [
        Toponym("Nar", ("n",)),
        Toponym("Nar Sahib", ("ns",)),
        Toponym("Kel", ("k",), cue=True),
        Toponym("UX", ("ux",), exact=True),
        Toponym("Vale, Ostland", ("vo",)),
        Toponym("کِیل", ("ur",), cue=True),
        Toponym("نار", ("un",)),
    ]
)


def found(text: str) -> list[str]:
    return [hit.name.areas[0] for hit in TABLE.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nar Sahib and Nar", ["ns", "n"]),
        ("Nar-Sahib", ["ns"]),
        ("Nar\nSahib", ["ns"]),
        ("Nar, Sahib said", ["n"]),
        ("Nar. Sahib", ["ns"]),
        ("Narrow, nar, Snar", []),
        ("NAR SAHIB", ["ns"]),
        ("nar sahib in small letters only", ["ns"]),
        ("He is in Kel.", ["k"]),
        ("Kel district", ["k"]),
        ("the city of Kel", ["k"]),
        ("a friend of Kel", []),
        ("in Kel Ahmed's house", []),
        ("Mr Kel", []),
        ("Upper Kel area", []),
        ("the UX and the Ux", ["ux"]),
        ("Vale, Ostland", ["vo"]),
        ("ضلع کیل میں", ["ur"]),
        ("کیل کے علاقے سے", ["ur"]),
        ("کیل ٹھونک دی", []),
        ("نار سے", ["un"]),
        ("", []),
        ("Nar", ["n"]),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_letters_that_typists_mix_up_are_one() -> None:
    assert folded("كيل") == folded("کیل") == folded("کِیل")
    assert folded("Nar") == "nar"
