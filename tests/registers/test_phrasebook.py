"""Phrases in a list of words."""

from hypothesis import given
from hypothesis import strategies as st

from amanat.registers.phrasebook import Phrasebook, words_of

WORDS = st.lists(st.sampled_from("kiln kilns brick bricks child ki br".split()), max_size=8)


@given(WORDS, st.lists(st.sampled_from("kiln kiln* brick brick* child ki* br*".split()), min_size=1, max_size=3))
def test_found_is_what_a_plain_look_finds(words: list[str], phrase: list[str]) -> None:
    book = Phrasebook.of([(" ".join(phrase), 1)])
    plain = [
        at
        for at in range(len(words) - len(phrase) + 1)
        if all(
            word.startswith(key[:-1]) if key.endswith("*") else word == key
            for word, key in zip(words[at:], phrase, strict=False)
        )
    ]
    assert [said.first for said in book.find(words)] == plain


def test_words_are_folded() -> None:
    assert words_of("Dar-ul-Aman, كراچي") == ["dar", "ul", "aman", "کراچی"]
