"""The nets: what they find, where they stand, and that a damaged one is refused."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core import Document, Identifier, ModelError, TraceKind
from amanat.languages import models
from amanat.languages.models import Script, model
from amanat.languages.models.windows import segments
from amanat.people.neural import Tag, Tagger, Word, find, tagger
from amanat.people.neural.traces import kind_of, score_of

chances = st.floats(0, 1)
STORY = (
    "Rahim Yar Khan: Shumaila Bibi, 14-year-old daughter of Ghulam Qadir, a resident of Basti Malook, was abducted "
    "on March 3, 2021. SHO Inspector Tariq Warraich said Shumaila had been recovered from the house of Nadeem Khosa "
    "in Korangi."
)
URDU = (
    "لاہور: شمائلہ بی بی دختر غلام قادر کو ندیم کھوسہ نے اغوا کر لیا۔ "
    "پولیس انسپکٹر طارق وڑائچ نے بتایا کہ ملزم گرفتار ہے۔"
)


def story(text: str, language: str = "en") -> Document:
    return Document(text, language, ())


def word(label: str, chance: float, mask: float) -> Word:
    return Word(0, 4, label, begins=True, probability=chance, chance=chance, mask=mask)


def named(text: str, threshold: float = 0.5) -> set[str]:
    return {text[t.start : t.end] for t in tagger().tag([text], threshold)[0] if t.label == "PERSON"}


def words_named(text: str) -> set[str]:
    return {word for name in named(text) for word in name.split()}


def test_people_of_a_police_report_are_found() -> None:
    assert {"Shumaila", "Ghulam", "Qadir", "Tariq", "Warraich", "Nadeem", "Khosa"} <= words_named(STORY)


def test_types_are_told_apart() -> None:
    found = {STORY[t.start : t.end]: t.label for t in tagger().tag([STORY])[0]}
    assert found["Basti Malook"] == "LOC"
    assert found["Korangi"] == "LOC"
    assert any("2021" in words and label == "DATETIME" for words, label in found.items())


def test_people_are_found_in_urdu_script() -> None:
    assert {"شمائلہ", "غلام", "قادر", "ندیم", "کھوسہ", "طارق", "وڑائچ"} <= words_named(URDU)


def test_people_are_found_in_roman_urdu() -> None:
    text = (
        "Multan: Shumaila Bibi ko aghwa kar liya gaya, uske walid Ghulam Qadir ne police ko bataya ke "
        "Nadeem Khosa ne dhamki di thi."
    )
    assert {"Shumaila", "Ghulam", "Qadir", "Nadeem", "Khosa"} <= words_named(text)


@pytest.mark.parametrize("change", [str.upper, str.title])
def test_capitals_hide_nobody(change: object) -> None:
    text = "Six men held over the murder of Shumaila Bibi, says Tariq Warraich"
    assert {"shumaila", "tariq", "warraich"} <= {w.lower() for w in words_named(change(text))}  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "The noor of the lamp fell on the wall; sabr and iman were all they had.",
        "Hope is what keeps the shelter open, the warden said, and faith does not pay the bill.",
        "HOW TO REPORT A MISSING CHILD",
    ],
)
def test_words_that_are_also_names_are_left_alone(text: str) -> None:
    assert not named(text, 0.6)


def test_each_language_of_a_mixed_story_is_read_by_its_own_net() -> None:
    text = f"{STORY}\n\n{URDU}\n"
    assert {"Warraich", "وڑائچ"} <= words_named(text)
    assert [s.script for s in segments(text)] == [Script.LATIN, Script.URDU]


def test_only_the_latin_net_decides_about_masks() -> None:
    latin, urdu = tagger().tag([STORY, URDU])
    assert all(t.mask is not None for t in latin)
    assert all(t.mask is None for t in urdu)


@given(st.text(max_size=300))
@settings(max_examples=40, deadline=None)
def test_tags_lie_in_the_text_in_order_and_apart(text: str) -> None:
    tags = tagger().tag([text], 0.2)[0]
    assert all(0 <= t.start < t.end <= len(text) for t in tags)
    assert all(a.end <= b.start for a, b in pairwise(tags))
    assert all(
        0 < t.chance <= t.probability + 0.001 <= 1.002 and (t.mask is None or 0 <= t.mask <= 1.001) for t in tags
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\ud800",
        "\u200f\u200e",
        "a" * 5_000,
        "۔۔۔",
        "👩🏽‍👧 🇵🇰",
        "\x00\x07",
        "ﷺ" * 50,
        "1" * 400,
        "e\u0301" * 200,
        "\u0640" * 300,
    ],
    ids=repr,
)
def test_hostile_text_is_read_without_a_stumble(text: str) -> None:
    assert isinstance(tagger().tag([text])[0], list)
    assert isinstance(find(story(text)), tuple)


def test_texts_read_together_name_the_people_they_name_alone() -> None:
    # Activations are quantised by batch, so a doubtful border may move by a word; people may not.
    texts = [STORY, "Nothing happened.", URDU]
    together = tagger().tag(texts)
    alone = [tagger().tag([text])[0] for text in texts]
    assert [[t.end for t in found if t.label == "PERSON"] for found in together] == [
        [t.end for t in found if t.label == "PERSON"] for found in alone
    ]


def test_a_long_story_is_read_to_its_end() -> None:
    filler = "The committee met again and nothing was decided about the road. " * 80
    text = filler + STORY
    assert {"Warraich", "Khosa"} <= words_named(text)


# --- traces ---


def test_names_become_direct_traces_and_places_quasi() -> None:
    found = {STORY[t.span.start : t.span.end]: t for t in find(story(STORY)) if t.score >= 0.5}
    assert found["Shumaila Bibi"].kind is TraceKind.NAME
    assert found["Shumaila Bibi"].identifier is Identifier.DIRECT


def test_a_name_found_once_is_marked_wherever_it_stands() -> None:
    text = STORY + " " + "Later shumaila-like rumours spread. Nobody spoke. " * 3 + "Khosa, Khosa and Khosa."
    marked = [t for t in find(story(text)) if t.score >= 0.5 and text[t.span.start : t.span.end] == "Khosa"]
    assert len(marked) >= 3


def test_traces_are_unique_and_in_order() -> None:
    found = find(story(STORY * 3))
    assert list(found) == sorted(found)
    assert len({(t.span, t.kind) for t in found}) == len(found)


@pytest.mark.parametrize(
    ("label", "words", "kind"),
    [
        ("PERSON", "Shumaila", TraceKind.NAME),
        ("LOC", "Basti Malook", TraceKind.VILLAGE),
        ("LOC", "Swat district", TraceKind.DISTRICT),
        ("LOC", "House No. 12, Street 5, G-9/1", TraceKind.ADDRESS),
        ("ORG", "Government Girls High School", TraceKind.SCHOOL),
        ("ORG", "Chenab Carpets", TraceKind.EMPLOYER),
        ("CODE", "0300-1234567", TraceKind.PHONE),
        ("CODE", "W.P. No. 1234/2020", TraceKind.CASE_NUMBER),
        ("CODE", "AB1234567", TraceKind.ID_NUMBER),
        ("DATETIME", "March 3", TraceKind.DATE),
        ("DEM", "14-year-old", TraceKind.AGE),
        ("DEM", "Christian", TraceKind.RELIGION),
        ("DEM", "Afghan", TraceKind.NATIONALITY),
        ("DEM", "Baloch", TraceKind.ETHNICITY),
        ("DEM", "rickshaw driver", TraceKind.OCCUPATION),
        ("QUANTITY", "Rs50,000", TraceKind.OTHER),
    ],
)
def test_kinds(label: str, words: str, kind: TraceKind) -> None:
    assert kind_of(label, words) is kind


@given(
    st.sampled_from(["PERSON", "LOC", "ORG", "DATETIME", "CODE", "DEM", "QUANTITY", "MISC"]), chances, chances, chances
)
def test_scores_rise_with_the_masking_decision(label: str, chance: float, low: float, high: float) -> None:
    low, high = sorted((low, high))
    less, more = (score_of([word(label, chance, mask)]) for mask in (low, high))
    assert 0 <= less <= more <= 1


@given(chances, chances)
def test_a_name_scores_at_least_its_chance_of_being_one(chance: float, mask: float) -> None:
    assert score_of([word("PERSON", chance, mask)]) >= chance


# --- the files ---


@pytest.fixture
def fresh() -> Iterator[None]:
    model.cache_clear()
    yield
    model.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("part", ["latin.onnx", "latin.vocabulary.xz"])
def test_a_damaged_file_is_refused(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = models._file

    def damaged(name: str) -> bytes:
        found = whole(name)
        return found if name != part else found[:-1] + bytes([found[-1] ^ 1])

    monkeypatch.setattr(models, "_file", damaged)
    with pytest.raises(ModelError) as refused:
        Tagger().tag([STORY])
    assert refused.value.code == "M002"
    assert part in refused.value.message


@pytest.mark.usefixtures("fresh")
def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "__name__", "amanat.core")
    with pytest.raises(ModelError, match=r"urdu\.json") as refused:
        model(Script.URDU)
    assert refused.value.code == "M001"


def test_nothing_heavy_is_loaded_before_a_text_is_read() -> None:
    heavy = {"onnxruntime", "torch", "huggingface_hub", "transformers"}
    code = f"import sys, amanat.people.neural; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_tag_says_nothing_of_the_words() -> None:
    assert "Shumaila" not in repr(Tag(0, 8, "PERSON", 0.9, 0.8, None))
