"""No fact of the aid survey is lost, and no number it hides is shipped as one to call."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amanat.packs import File, load

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "aid"
CONFIDENCE = {"high": "verified", "medium": "single-source", "low": "uncertain"}
TEXTS = (
    "name type coverage city phone route_via hours cost eligibility languages status safety_note conflict_group "
    "source_date source_kind last_verified verified_by display verify_note"
).split()
NO_HELP_BY_ITSELF = (
    "FIR_support adjudication advocacy burial fire guidance mapping outreach police_desk policy prevention "
    "registration relief_fund research technical_cooperation training various vocational"
)
HIDDEN = "(number on the call sheet)"


def services() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for file in load().of_kind("services") for row in content(file)["services"]}


def content(file: File) -> Any:
    return file.content


def survey(*names: str) -> Iterator[dict[str, str]]:
    if not FACTS.is_dir():
        pytest.skip("no survey beside the project: skipped")
    for name in names:
        with (FACTS / name).open(encoding="utf-8") as handle:
            yield from csv.DictReader(handle)


def numbers_of(text: str) -> set[str]:
    bare = re.sub(r"\([^()]*\)|-digit", "", text)
    return {re.sub(r"\D", "", found) for found in re.findall(r"\d[\d -]*\d", bare)}


def test_counts() -> None:
    rows = services().values()
    assert Counter(row["country"] for row in rows) == {"PK": 107, "BD": 14, "GB": 14, "NP": 13, "IN": 12}
    assert Counter(row["confidence"] for row in rows) == {"verified": 25, "single-source": 83, "uncertain": 52}
    assert Counter(row["display"] for row in rows) == {"confirm_first": 41, "no_number": 107, "route": 12}
    assert sum("phone" in row for row in rows) == 41
    (wrong,) = load().of_kind("contaminated")
    assert len(content(wrong)["numbers"]) == 35


def test_every_field_of_every_row_is_there() -> None:
    known = services()
    for fact in survey("pk_services.csv", "other_countries_services.csv"):
        row = known.pop(fact["id"])
        for field in TEXTS:
            kept = str(row.get(field, ""))
            if HIDDEN in kept:
                pattern = r"[\d -]+".join(re.escape(part) for part in kept.split(HIDDEN))
                assert re.fullmatch(pattern, fact[field]), (fact["id"], field)
            else:
                assert kept == fact[field], (fact["id"], field)
        for field in ("services", "population"):
            assert row[field] == [part.strip() for part in fact[field].split(";")]
        assert row["confidence"] == CONFIDENCE[fact["confidence"]]
        assert (row["stale"], row["publishable"]) == (fact["stale"] == "yes", fact["publishable"] == "yes")
    assert not known, "a row that the survey does not have"


def test_every_row_rests_on_its_own_source() -> None:
    (first, *_) = [f for f in load().of_kind("services") if f.pack == "PK"]
    sources: Any = first.content["sources"]
    for fact in survey("pk_services.csv"):
        source = sources[fact["id"]]
        assert source["url"] in (fact["source_url"], "")
        assert fact["source_date"] in source["title"]


def test_numbers_that_wait_for_a_call_are_not_in_the_directory() -> None:
    known = services()
    for fact in survey("numbers_to_verify.csv"):
        row = known[fact["service_id"]]
        shipped = {re.sub(r"\D", "", n) for value in row.values() for n in re.findall(r"\d[\d -]*\d", str(value))}
        hidden = numbers_of(fact["number_seen"])
        assert hidden
        assert not hidden & shipped, row["id"]


def test_the_wrong_numbers_are_the_survey_s() -> None:
    (file,) = load().of_kind("contaminated")
    rows: Any = file.content["numbers"]
    for row, fact in zip(rows, survey("contaminated_numbers.csv"), strict=True):
        assert row["countries"] == fact["country"].split("/")
        assert row["reason"] == fact["kind"]
        for field in ("number", "claim_seen", "where", "supported", "correct_or_current"):
            assert row[field] == fact[field]


def test_every_word_of_the_survey_has_a_meaning() -> None:
    """Each population belongs to a group; what no need takes up is work that helps nobody in a story."""
    (taxonomy,) = load().of_kind("needs")
    needs: Any = taxonomy.content["needs"]
    groups: Any = taxonomy.content["groups"]
    people = {word for group in groups for word in group["population"]}
    work = {word for need in needs for word in need["services"]}
    left_out = {"women without means", "prisoners without means", "their children", "women and their children"}
    rows = services().values()
    assert {p for row in rows for p in row["population"]} - people <= left_out
    untaken = {s for row in rows for s in row["services"]} - work
    assert untaken <= set(NO_HELP_BY_ITSELF.split())


def test_situations_name_needs_and_groups_that_exist() -> None:
    (taxonomy,) = load().of_kind("needs")
    (file,) = load().of_kind("situations")
    needs = {row["id"] for row in content(taxonomy)["needs"]}
    groups = {row["id"] for row in content(taxonomy)["groups"]}
    situations: Any = file.content["situations"]
    for situation in situations:
        assert set(situation["needs"]) <= needs, situation["id"]
        assert set(situation.get("groups", [])) <= groups, situation["id"]
