"""A folder of tables is held against the published description; our own export keeps it."""

import csv
from pathlib import Path

import pytest

from amanat.registers import shipped
from amanat.store.directory.exporting import export
from amanat.store.directory.from_packs import in_memory
from amanat.store.directory.questions import Catalogue
from amanat.store.hsds.package import package_faults


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "ours"
    export(Catalogue(in_memory(shipped()), lambda *_: False), "csv", folder)
    return folder


def test_our_package_keeps_the_description(ours: Path) -> None:
    assert package_faults(ours) == []
    with (ours / "schedules.csv").open(encoding="utf-8") as handle:
        assert {row["closes_at"] for row in csv.DictReader(handle)} >= {"00:00:00"}, "the end of the day"


def test_no_package_is_told(tmp_path: Path) -> None:
    assert package_faults(tmp_path) == ["there is no table of HSDS in the folder"]


@pytest.mark.parametrize(
    ("head", "row", "says"),
    [
        ("id,name,status", "x,A,active", "id is no uuid"),
        ("id,name,status", ",A,active", "id is missing"),
        ("id,name,status", "ID1,,active", "name is missing"),
        ("id,name,status", "ID1,A,open", "status is none of the values allowed"),
        ("id,name,status,nickname", "ID1,A,active,x", "columns that HSDS has not"),
        ("id,name,status,minimum_age", "ID1,A,active,young", "minimum_age is no number"),
        ("id,name,status,organization_id", "ID1,A,active,ID2", "organization_id leads to no row"),
        ("id,name,status", "ID1,A,active\nID1,A,active", "an id twice"),
    ],
)
def test_each_way_of_being_wrong_is_told(tmp_path: Path, head: str, row: str, says: str) -> None:
    ids = {"ID1": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "ID2": "2989d3ed-c547-48f8-8f9d-432d81c7892e"}
    text = f"{head}\n{row}\n"
    for short, id_ in ids.items():
        text = text.replace(short, id_)
    (tmp_path / "services.csv").write_text(text, "utf-8")
    (tmp_path / "organizations.csv").write_text("id,name,description\n", "utf-8")
    found = package_faults(tmp_path)
    assert any(says in fault for fault in found), found
    assert not any(id_ in fault for fault in found for id_ in ids.values())
