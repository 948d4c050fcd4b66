"""No fact of geography is lost: the packs hold every row and value of the survey."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amanat.packs import File, load

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "geo"
COLUMNS = {
    "male": "male_2023",
    "female": "female_2023",
    "transgender": "transgender_2023",
    "population": "population_2023",
    "population_2017": "population_2017",
    "area_sqkm": "area_sqkm",
}
DISTRICT_COLUMNS = COLUMNS | {
    "growth_pct": "annual_growth_pct",
    "households": "households_2023",
    "household_size": "avg_household_size",
    "tehsils": "n_tehsils",
    "lat": "lat",
    "lon": "lon",
}


def rows(kind: str, key: str) -> list[dict[str, Any]]:
    return [row for file in load().of_kind(kind) for row in content(file)[key]]


def content(file: File) -> Any:
    return file.content


def survey(name: str) -> Iterator[dict[str, str]]:
    if not FACTS.is_dir():
        pytest.skip("no survey beside the project: skipped")
    with (FACTS / name).open(encoding="utf-8") as handle:
        yield from csv.DictReader(handle)


def agree(row: dict[str, Any], fact: dict[str, str], columns: dict[str, str]) -> bool:
    return all(
        (fact[c] == "" and k not in row) or float(fact[c]) == pytest.approx(float(row[k])) for k, c in columns.items()
    )


def test_counts() -> None:
    assert len(rows("districts", "districts")) == 136
    assert len(rows("tehsils", "tehsils")) == 590
    speakers = [content(file)["speakers"] for file in load().of_kind("mother_tongues")]
    assert sum(len(s) for many in speakers for s in many.values()) == 1777
    assert len(rows("countries", "countries")) == 197
    assert sum("lat" in row for row in rows("districts", "districts")) == 123


def test_the_population_is_that_of_the_census() -> None:
    assert sum(row["population"] for row in rows("districts", "districts")) == 241_499_431


def test_districts_hold_every_value() -> None:
    known = {row["id"]: row for row in rows("districts", "districts")}
    for fact in survey("pk_districts.csv"):
        row = known[fact["district_id"]]
        assert agree(row, fact, DISTRICT_COLUMNS), row["id"]
        assert (row["name"], row["jurisdiction"], row["division"]) == (
            fact["district"],
            fact["iso_3166_2"],
            fact["division"],
        )
        for key, column in (("name_ur", "name_ur"), ("town", "reference_town"), ("coord_precision", "coord_precision")):
            assert row.get(key, "") == fact[column]
        assert bool(row.get("note")) == bool(fact["note"])


def test_tehsils_hold_every_value() -> None:
    known = rows("tehsils", "tehsils")
    facts = list(survey("pk_tehsils.csv"))
    for row, fact in zip(known, facts, strict=True):
        assert (row["name"], row["within"], row["unit"]) == (fact["tehsil"], fact["district_id"], fact["admin_unit"])
        assert agree(row, fact, COLUMNS | {"density": "density_per_sqkm"}), row["id"]


def test_mother_tongues_hold_every_value() -> None:
    (file,) = load().of_kind("mother_tongues")
    speakers: Any = file.content["speakers"]
    codes = {row["name"]: row["iso_639_3"] for row in rows("mother_tongues", "languages")}
    for fact in survey("pk_district_languages.csv"):
        assert speakers[fact["district_id"]][fact["language"]] == int(fact["speakers_2023"])
        assert codes[fact["language"]] == fact["iso_639_3"]


def test_every_file_says_where_it_is_from() -> None:
    for file in load().of_kind("districts", "tehsils", "mother_tongues", "place_names", "countries"):
        assert file.content["source"], file.name
        assert file.content["confidence"] == "single-source", file.name
