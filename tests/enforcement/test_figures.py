"""From readings to figures: each once, totals before their parts, Urdu and English in one story."""

from amanat.core import Document
from amanat.enforcement.figures import all_readings, once, read_figures
from amanat.read import read_bytes


def story(words: str) -> Document:
    return read_bytes(words.encode(), "story.txt")


def told(words: str) -> list[str]:
    return [f"{reading.stage} {reading.count}" for reading in read_figures(story(words))]


def test_one_known_man_is_no_new_count_beside_a_larger_one() -> None:
    assert told("Police arrested three men. Nadeem Gul was arrested first.\n") == ["arrested 3"]
    assert told("Police arrested three men. A woman was arrested later.\n") == ["arrested 3", "arrested 1"]


def test_a_case_of_the_story_stands_beside_the_cases_of_the_year() -> None:
    assert told("An FIR was registered. Nine cases were registered this year.\n") == [
        "case_registered 1",
        "case_registered 9",
    ]


def test_parts_of_a_reported_total_are_left_to_the_reader() -> None:
    words = "A total of 900 child abuse cases were reported in 2019. Some 40 cases were reported in one city.\n"
    assert told(words) == ["victims_identified 900"]


def test_a_story_in_two_languages_is_read_in_both() -> None:
    words = (
        "Police in the city arrested two men in the case on Friday.\n\nپولیس نے بعد میں پانچ ملزمان کو گرفتار کر لیا۔\n"
    )
    assert told(words) == ["arrested 2", "arrested 5"]


def test_every_statement_is_kept_for_the_rules() -> None:
    readings, sentences = all_readings(story("Police arrested two men. Two men were arrested.\n"))
    assert (len(readings), len(once(readings)), len(sentences)) == (2, 1, 2)


def test_a_conviction_stands_beside_those_of_others() -> None:
    words = "Nadeem Gul was convicted on Monday. In 2010 courts in the city convicted five men.\n"
    assert told(words) == ["convicted 1", "convicted 5"]
