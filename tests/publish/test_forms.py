import pytest

from amanat.core import Document, Edition, Review
from amanat.publish.forms import folded, forms, hidden_words, public_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZUNAIRA", "zunaira"),
        ("Zuna\u200bira", "zunaira"),
        ("Zunaïra", "zunaira"),
        ("ﬁ", "fi"),
        ("لڑکیِ", "لڑکی"),
        ("Ｚｕ", "zu"),
    ],
)
def test_letters_that_read_alike_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_names_of_protected_people_and_direct_masks_are_looked_for(story: Document, found: Review) -> None:
    edition = Edition("[Girl 1] was freed.", "en", story.digest, proven=True)
    hidden = forms(story, found, edition)
    assert hidden.whole == {"mehrunnisakhatoon", "dilawarkhatoon"}
    assert hidden.words == {"mehrunnisa", "khatoon", "dilawar"}
    assert hidden.numbers == frozenset()
    assert hidden_words(story, found) == ("dilawar", "khatoon", "mehrunnisa")


def test_a_word_that_the_edition_shows_is_another_person_too(story: Document, found: Review) -> None:
    edition = Edition("Judge Amna Khatoon wrote to [girl 1].", "en", story.digest, proven=True)
    assert "khatoon" not in forms(story, found, edition).words
    assert "mehrunnisakhatoon" in forms(story, found, edition).whole


def test_public_names_stay_unless_a_protected_person_shares_them(story: Document, found: Review) -> None:
    public = public_words(story, found)
    assert {"farhad qureshi", "qureshi"} <= public
    assert not public & {"mehrunnisa", "khatoon", "dilawar"}
