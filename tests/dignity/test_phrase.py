"""Every rule file is its own test; and nothing that was collected got lost on the way into the house."""

import re
import time
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from amanat.core import Scene, Severity
from amanat.dignity.pattern import compiled, without_looks
from amanat.dignity.phrase import Phrase, phrases
from amanat.dignity.rulebook import Rulebook
from amanat.dignity.scan import hits
from amanat.dignity.shelf import pattern_of
from amanat.packs import house_folder
from amanat.read import read_bytes
from amanat.registers import shipped

AROUND = "\n\nThe desk reports on trafficking, kidnapping and abuse."
SPOKEN = [p for p in phrases() if p.speaks]
LACKS = [p for p in phrases() if p.form == "missing"]
CONTRACT = {
    *("blame", "sensational", "stigma", "conflation", "illegal", "consent", "graphic", "guilt", "minimize"),
    "dehumanize",
}
FINER = {"figures", "identity", "image", "law-words", "method", "missing"}
COLLECTED = {
    "CH": 19,
    "MG": 15,
    "CF": 11,
    "SX": 18,
    "LB": 8,
    "RS": 8,
    "VB": 13,
    "SN": 12,
    "AG": 7,
    "PI": 7,
    "ID": 10,
    "MD": 5,
    "NM": 5,
    "LW": 5,
    "ST": 8,
    "PR": 15,
    "IM": 14,
    "UR": 40,
    "PS": 12,
}


@lru_cache(maxsize=1)
def alone(phrase: Phrase) -> Rulebook:
    return Rulebook((phrase,))


def speaks(phrase: Phrase, sentence: str) -> bool:
    """Tell whether a rule hears its words in a sentence; captions say so, and a story stands around."""
    caption = phrase.form == "caption" and not sentence.startswith(("Photo", "!["))
    text = f"Photo: {sentence}" if caption else sentence
    around = " یہ خبر اغوا اور جنسی استحصال کے بارے میں ہے۔" if phrase.lang != "en" else AROUND
    document = read_bytes((text + around).encode())
    found = hits(document, Scene((), (), (), ()), alone(phrase), shipped())
    return any(h.phrase.code == phrase.code and h.span.end <= len(text) for h in found)


def name(phrase: Phrase) -> str:
    return phrase.code


@pytest.mark.parametrize("phrase", SPOKEN, ids=name)
def test_a_rule_flags_its_wrong_sentences_and_passes_the_others(phrase: Phrase) -> None:
    assert all(speaks(phrase, sentence) for sentence in phrase.wrong)
    assert not [s for s in (*phrase.better, *phrase.negative) if speaks(phrase, s)]


@pytest.mark.parametrize("phrase", LACKS, ids=name)
def test_what_is_missing_is_missed_only_where_it_is_missing(phrase: Phrase) -> None:
    def lacks(text: str) -> bool:
        return bool(compiled(phrase.trigger).search(text)) and not compiled(phrase.satisfied_by).search(text)

    assert all(lacks(sentence) for sentence in phrase.wrong)
    assert not [s for s in (*phrase.better, *phrase.negative) if lacks(s)]


def test_nothing_collected_was_lost() -> None:
    origins = [str(f.content["origin"]) for f in house_folder("dignity/phrases") if "origin" in f.content]
    assert len(origins) == len(set(origins)) == sum(COLLECTED.values())
    for prefix, count in COLLECTED.items():
        assert sum(o.startswith(f"{prefix}-") for o in origins) == count, prefix


def test_the_rules_beside_the_project_are_all_here(root: Path) -> None:
    facts = root.parent / "shared" / "facts" / "dignity"
    if not facts.is_dir():
        pytest.skip("no collected rules beside the project: skipped")
    given = {r["id"]: r for r in yaml.safe_load((facts / "rules.yaml").read_text("utf-8"))["rules"]}
    drafts = {t["id"] for t in yaml.safe_load((facts / "rules_ur_ps.yaml").read_text("utf-8"))["terms"]}
    ours = {str(f.content["origin"]): f.content for f in house_folder("dignity/phrases") if "origin" in f.content}
    assert set(ours) == set(given) | drafts
    for id_, record in given.items():
        kept = ours[id_]["sources"]
        assert isinstance(kept, dict)
        assert {s["key"]: s["url"] for s in record["sources"]} == {
            k: v["url"] for k, v in kept.items() if isinstance(v, dict)
        }
        assert ours[id_]["basis"] == record["basis"], id_


def test_codes_and_places_agree() -> None:
    codes = [p.code for p in phrases()]
    assert len(codes) == len(set(codes))
    for file in house_folder("dignity/phrases"):
        lang, theme, leaf = file.name.split("/")
        assert (lang, theme) == (file.content["lang"], file.content["theme"]), file.name
        assert re.fullmatch(rf"{file.content['code']}-[a-z-]+\.yaml", leaf), file.name


def test_categories_are_those_of_the_contract_or_known_finer_ones() -> None:
    assert {p.category for p in phrases()} <= CONTRACT | FINER
    assert {p.category for p in phrases()} >= CONTRACT


def test_drafts_never_speak_louder_than_a_suggestion() -> None:
    drafts = [p for p in phrases() if p.draft]
    assert len(drafts) >= 52
    assert {p.lang for p in drafts} == {"ur", "ps"} == {p.lang for p in phrases()} - {"en"}
    assert all(p.severity.rank <= Severity.SUGGESTION.rank for p in drafts)


def test_a_rule_left_to_the_newsroom_says_why() -> None:
    for file in house_folder("dignity/phrases"):
        assert ("house" in file.content) == (file.content.get("voice") == "house"), file.name


def test_every_published_rule_has_a_source_and_an_address() -> None:
    for phrase in phrases():
        assert phrase.sources, phrase.code
        assert phrase.draft or all(source.url.startswith("http") for source in phrase.sources), phrase.code


@pytest.mark.parametrize("phrase", [p for p in SPOKEN if p.pattern], ids=name)
def test_no_pattern_takes_long_on_hostile_text(phrase: Phrase) -> None:
    # Blocks are never longer than 2,000 code points, so this is the worst a pattern can meet.
    pattern = compiled(pattern_of(phrase, "en"), exact_case=phrase.exact_case)
    first = re.sub(r"\W+", " ", phrase.wrong[0])
    for hostile in ("a" * 2000, "a " * 1000, "girls " * 333, (first + " ") * (2000 // (len(first) + 1)), "the " * 500):
        begin = time.process_time()
        for _ in pattern.finditer(hostile):
            pass
        assert time.process_time() - begin < 0.25


def test_look_arounds_are_all_that_is_cut_for_the_sieve() -> None:
    for phrase in SPOKEN:
        if phrase.pattern:
            plain = without_looks(phrase.pattern)
            assert not re.search(r"\(\?[=!<]", plain)
            assert ("(?=" in phrase.pattern or "(?!" in phrase.pattern or "(?<" in phrase.pattern) or (
                plain == phrase.pattern
            )
