"""Every rule file is its own test; and nothing that was collected got lost on the way into the house."""

import re
import time
from pathlib import Path

import pytest
import yaml

from amanat.core import Severity
from amanat.dignity.pattern import compiled, without_looks
from amanat.dignity.phrase import Phrase, phrases
from amanat.dignity.trial import trial
from amanat.packs import house_folder
from amanat.registers import shipped

SPOKEN = [p for p in phrases() if p.speaks]
LACKS = [p for p in phrases() if p.form == "missing"]
FRAMES = [p for p in phrases() if p.form == "frame"]
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


def name(phrase: Phrase) -> str:
    return phrase.code


@pytest.mark.parametrize("phrase", SPOKEN + LACKS + FRAMES, ids=name)
def test_a_rule_flags_its_wrong_sentences_and_passes_the_others(phrase: Phrase) -> None:
    tried = trial(phrase, shipped())
    assert not tried.missed
    assert not tried.marked
    assert phrase.wrong
    assert len(phrase.negative) >= 3


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
    pattern = compiled(phrase.pattern, exact_case=phrase.exact_case)
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
