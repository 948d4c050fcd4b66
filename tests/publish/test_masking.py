from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Identifier, Mask, Span, TraceKind
from amanat.publish.masking import Masked, masked, masked_again, still_to_hide


def mask(text: str, words: str, label: str, risk: Identifier = Identifier.DIRECT) -> Mask:
    start = text.index(words)
    return Mask(Span(start, start + len(words)), "p1", TraceKind.NAME, risk, label)


def hidden(text: str, *changes: tuple[str, str]) -> str:
    return masked(text, [mask(text, words, label) for words, label in changes]).text


def test_a_label_takes_the_place_of_the_words() -> None:
    assert hidden("They met Noor Jahan there.", ("Noor Jahan", "[girl 1]")) == "They met [girl 1] there."


def test_a_label_that_starts_a_sentence_gets_a_capital() -> None:
    assert hidden("Noor left. Gul stayed.", ("Noor", "[girl 1]"), ("Gul", "[her sister]")) == (
        "[Girl 1] left. [Her sister] stayed."
    )
    assert hidden("He said: “Noor left.”", ("Noor", "[girl 1]")) == "He said: “[girl 1] left.”"
    assert hidden("Gone.\n\nNoor left.", ("Noor", "[girl 1]")) == "Gone.\n\n[Girl 1] left."


def test_the_stop_of_an_abbreviation_starts_no_sentence() -> None:
    assert hidden("FIR No. 000 of Dr. Noor.", ("000", "[number]"), ("Noor", "[a doctor]")) == (
        "FIR No. [number] of Dr. [a doctor]."
    )


def test_an_article_goes_when_the_label_has_its_own() -> None:
    assert hidden("in the Farzi Kalay area", ("Farzi Kalay", "[a village]")) == "in [a village] area"
    assert hidden("in the Farzi Kalay area", ("Farzi Kalay", "[village 1]")) == "in the [village 1] area"
    assert hidden("data Farzi", ("Farzi", "[a village]")) == "data [a village]"


def test_the_same_label_twice_in_a_row_stands_once() -> None:
    assert hidden("met Noor Jahan there", ("Noor", "[girl 1]"), ("Jahan", "[girl 1]")) == "met [girl 1] there"
    assert hidden("Noor and Jahan", ("Noor", "[girl 1]"), ("Jahan", "[girl 1]")) == "[Girl 1] and [girl 1]"


def test_words_that_the_label_says_again_go() -> None:
    assert hidden("and her father Gul said", ("Gul", "[her father]")) == "and [her father] said"
    assert hidden("Her father Gul said", ("Gul", "[her father]")) == "[Her father] said"
    assert hidden("and father Gul said", ("Gul", "[her father]")) == "and father [her father] said"
    assert hidden("after her-father Gul", ("Gul", "[father]")) == "after her-[father]"
    assert hidden("godfather Gul", ("Gul", "[father]")) == "godfather [father]"


def test_urdu_labels_stand_as_they_are() -> None:
    assert hidden("پولیس نے گلمینہ کو پایا۔", ("گلمینہ", "[بچی 1]")) == "پولیس نے [بچی 1] کو پایا۔"


def test_masks_inside_a_label_say_nothing_new() -> None:
    before = masked("They met Noor.", [mask("They met Noor.", "Noor", "[girl 1]")])
    inside = mask(before.text, "girl 1", "[girl 7]")
    assert still_to_hide(before, [inside]) == []


def test_words_in_brackets_are_hidden_unless_they_are_that_label() -> None:
    text = "“She [Noor] left,” he said of [girl 1]."
    assert still_to_hide(Masked(text), [mask(text, "girl 1", "[girl 1]")]) == []
    assert len(still_to_hide(Masked(text), [mask(text, "Noor", "[girl 1]")])) == 1


def test_a_mask_across_a_label_takes_the_whole_label() -> None:
    before = masked("Noor of Farzi", [mask("Noor of Farzi", "Farzi", "[a village]")])
    more = still_to_hide(before, [mask(before.text, "Noor of [a", "[girl 1]")])
    assert masked_again(before, more).text == "[Girl 1]"


def test_masks_that_overlap_by_widening_become_one_and_the_graver_speaks() -> None:
    before = masked("Noor of Farzi now", [mask("Noor of Farzi now", "Farzi", "[a village]")])
    left = mask(before.text, "of [a", "[place]", Identifier.QUASI)
    right = mask(before.text, "village] now", "[girl 1]")
    more = still_to_hide(before, [left, right])
    assert [m.label for m in more] == ["[girl 1]"]
    assert masked_again(before, more).text == "Noor [girl 1]"


WORDS = ["Noor", "Farzi", "police", "said", "a", "the", "گلمینہ", "in", "2024", "met"]
SECRET = {"Noor": "[girl 1]", "Farzi": "[a village]", "گلمینہ": "[بچی 1]"}


def look(text: str) -> list[Mask]:
    """A stand-in for the rooms: finds every secret word, by exact letters."""
    out, at = [], 0
    for word in text.split(" "):
        bare = word.strip(".")
        if bare in SECRET:
            out.append(Mask(Span(at, at + len(bare)), "p", TraceKind.NAME, Identifier.DIRECT, SECRET[bare]))
        at += len(word) + 1
    return out


@given(st.lists(st.sampled_from([*WORDS, *(w + "." for w in WORDS)]), max_size=30))
def test_masking_twice_changes_nothing(words: list[str]) -> None:
    text = " ".join(words)
    once = masked(text, look(text))
    assert not any(secret in once.text for secret in SECRET)
    again = masked_again(once, still_to_hide(once, look(once.text)))
    assert again == once


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_labels_stand_where_they_are_said_to_stand(words: list[str]) -> None:
    text = " ".join(words)
    once = masked(text, look(text))
    assert [once.text[m.span.start : m.span.end] for m in once.labels] == [m.label for m in once.labels]


@given(st.text(max_size=60))
def test_without_masks_not_a_letter_changes(text: str) -> None:
    assert masked(text, []).text == text


def test_a_hidden_kinship_goes_with_the_hidden_name_behind_it() -> None:
    text = "Her father, Dilawar, spoke. Her mother left."
    masks = (
        Mask(Span(0, 10), "p1", TraceKind.RELATION, Identifier.QUASI, "[a relative]"),
        Mask(Span(12, 19), "p2", TraceKind.NAME, Identifier.DIRECT, "[father 1]"),
        Mask(Span(28, 38), "p1", TraceKind.RELATION, Identifier.QUASI, "[a relative]"),
    )
    assert masked(text, masks).text == "[Father 1], spoke. [A relative] left."
