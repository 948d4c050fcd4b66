import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Direction, Span
from amanat.languages import Language, detect, language, languages, not_english

ALL = pytest.mark.parametrize("known", languages(), ids=lambda g: g.tag)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The girl was found at the border and taken home.", "en"),
        ("لڑکی سرحد کے پاس ملی اور گھر بھیج دی گئی۔", "ur"),
        ("Larki border ke paas mili aur ghar bhej di gayi hai.", "ur-Latn"),
        ("Main accused held", "en"),
        ("", "en"),
        ("12 345 — !", "en"),
        ("\ufeff", "en"),
        ("Le garçon a été retrouvé près de la frontière.", "en"),
        ("پولیس نے FIR نمبر 12 درج کی", "ur"),
    ],
)
def test_guessing(text: str, tag: str) -> None:
    assert detect(text).tag == tag


@given(st.lists(st.sampled_from(["main", "se", "ki", "the", "of", "hai", "1st", "AMINA", "_", "x-ray"]), max_size=12))
def test_a_mark_outside_ascii_changes_nothing(words: list[str]) -> None:
    text = " ".join(words)
    assert detect(text) == detect(f"{text} —")


def test_the_answer_for_an_unknown_tag_is_english() -> None:
    assert language("tlh").tag == "en"
    assert language("ur").tag == "ur"


def test_languages_are_found_by_folder_and_named_after_it() -> None:
    assert [g.tag for g in languages()] == sorted(g.tag for g in languages())
    assert {"en", "ur", "ur-Latn"} <= {g.tag for g in languages()}


@ALL
def test_each_language_recognises_its_own_words(known: Language) -> None:
    assert detect(" ".join(sorted(known.marker_words))).tag == known.tag
    assert known.name
    assert known.direction in Direction
    assert all(word == word.lower() for word in known.marker_words | known.abbreviations)


@ALL
@given(st.data())
def test_sentences_cover_their_stretch(known: Language, data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from('aDr mr.?!…۔؟”’")( \n1کہ'), min_size=1, max_size=60))
    edges = data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda e: e[0] != e[1]))
    span = Span(min(edges), max(edges))
    cut = known.sentences(text, span)
    assert (cut[0].start, cut[-1].end) == (span.start, span.end)
    assert all(a.end == b.start for a, b in pairwise(cut))


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("en", "He left. She stayed. “Why?” They asked.", 4),
        ("en", "Dr. Kamal Shah of St. Mary met Mr. Iqbal at 5 p.m. He left.", 1),
        ("en", "S. M. Tariq wrote it. It was read.", 2),
        ("en", "It cost Rs. 2.5 million. Nobody paid.", 2),
        ("en", "He said no.\n\nShe said yes.", 2),
        ("ur", "وہ گیا۔ وہ آئی۔ کیوں؟", 3),
        ("ur-Latn", "Wo gaya. Wo aayi.", 2),
    ],
)
def test_sentences_by_example(tag: str, text: str, count: int) -> None:
    assert len(language(tag).sentences(text, Span(0, len(text)))) == count


@ALL
@pytest.mark.parametrize("unit", [".", "a. ", "!?", ". \n", "۔", "۔ ", '."'])
def test_hostile_punctuation_costs_no_more_than_its_length(known: Language, unit: str) -> None:
    text = unit * 100_000
    before = time.process_time()
    assert known.sentences(text, Span(0, len(text)))
    assert time.process_time() - before < 5, "time grows faster than the text"


@given(
    st.lists(st.sampled_from(["main", "se", "ki", "the", "x", "Hai", "1st", "se2", "-", "é", "İ", "\n"]), max_size=14)
)
def test_a_piece_of_ascii_without_doubtful_words_is_english(words: list[str]) -> None:
    text = " ".join(words)
    doubtful = not_english(text)
    start = 0
    for line in text.split("\n"):
        if line.isascii() and not any(start <= place < start + len(line) for place in doubtful):
            assert detect(line).tag == "en"
        start += len(line) + 1


def test_doubtful_words_are_told_by_their_places() -> None:
    assert not_english("Larki border ke paas, MAIN — ki.") == [13, 22, 29]
