"""Word lists of languages."""

from amanat.languages.lexicon import lexicon


def test_english_knows_names_words_and_titles() -> None:
    words = lexicon("en")
    assert words.given["zainab"] == "f"
    assert "police" in words.common
    assert words.role_of("titles", "inspector") == "police"
    assert words.role_of("titles", "window") == ""


def test_roman_urdu_borrows_english_lists_and_unknown_languages_are_empty() -> None:
    assert lexicon("ur-Latn").given == lexicon("en").given
    assert lexicon("xx").given == {}
    assert lexicon("xx").words("speech") == frozenset()
    assert lexicon("xx").roles("titles") == {}


def test_lists_are_in_small_letters() -> None:
    words = lexicon("en")
    assert all(w == w.lower() for w in (*words.common, *words.given, *words.family, *words.all_titles))
