"""`amanat aid import`, `export` and `check`: what goes in comes out, as HSDS, without a number nobody called."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amanat.cli import group
from amanat.store.hsds.faults import faults

Run = Callable[..., Result]
MAPPING = """\
source: {name: partner-a, url: "https://example.org/a", seen: "2026-11-01", confidence: single-source}
country: PK
columns: {key: Nr, name: Name, needs: What, people: For, places: Where, phones: Tel}
"""
TABLE = """\
Nr,Name,What,For,Where,Tel
1,Invented Law Desk,legal advice,everyone,Kasur,042-1111111
2,Invented Law Desk of Kasur,legal advice,women,Kasur,042-1111111
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "partner.csv").write_text(TABLE, "utf-8")
    (tmp_path / "partner.yaml").write_text(MAPPING, "utf-8")

    def call(*words: str | Path) -> Result:
        return CliRunner().invoke(group, ["aid", *map(str, words)], prog_name="amanat")

    return call


def test_in_and_out_again(run: Run, tmp_path: Path) -> None:
    outcome = run("import", tmp_path / "partner.csv", "--mapping", tmp_path / "partner.yaml")
    assert outcome.exit_code == 0, outcome.output
    assert "2 read: 2 new, 0 changed, 0 as before" in outcome.output
    assert run("export", tmp_path / "out.json").output == "162 services written\n"
    services = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert not [fault for service in services for fault in faults("service", service)]
    assert '"phones"' not in (tmp_path / "out.json").read_text("utf-8"), "nobody has called any of them"
    assert run("export", tmp_path / "out.json").exit_code == 2, "nothing is overwritten"


def test_the_package_of_tables_can_be_taken_in_elsewhere(run: Run, tmp_path: Path) -> None:
    assert run("export", "--format", "csv", tmp_path / "package").exit_code == 0
    assert (tmp_path / "package" / "datapackage.json").is_file()
    other = ("--source", "office-b", "--url", "https://example.org/b", "--country", "PK")
    outcome = run("import", tmp_path / "package", *other, "--directory", tmp_path / "other.db")
    assert outcome.exit_code == 0, outcome.output
    assert "160 as before" in outcome.output, "the same bodies under the same ids"


def test_lines(run: Run, tmp_path: Path) -> None:
    assert run("export", "--format", "ndjson", tmp_path / "out.ndjson").exit_code == 0
    lines = (tmp_path / "out.ndjson").read_text("utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 160


def test_check_tells_what_is_not_settled(run: Run, tmp_path: Path) -> None:
    run("import", tmp_path / "partner.csv", "--mapping", tmp_path / "partner.yaml")
    outcome = run("check")
    assert outcome.exit_code == 0
    assert "numbers: 0 fit to print, 41 to be called" in outcome.output
    assert "(number)" in outcome.output, "two names behind one telephone"
    assert "1111111" not in outcome.output
    assert "older than a year" in outcome.output
    assert "that no program can open" in outcome.output


def test_what_lacks_an_origin_or_is_bad_changes_nothing(run: Run, tmp_path: Path) -> None:
    assert "H033" in run("import", tmp_path / "partner.csv").output
    (tmp_path / "partner.csv").write_text(TABLE + "3,,legal advice,everyone,Kasur,\n", "utf-8")
    outcome = run("import", tmp_path / "partner.csv", "--mapping", tmp_path / "partner.yaml")
    assert outcome.exit_code == 1
    assert "row 3 has no name" in outcome.output
    assert not (tmp_path / "data" / "amanat" / "directory.db").exists()
    assert "H026" in run("export", tmp_path / "no" / "such" / "folder.json").output


def test_coverage_is_told_and_drawn(run: Run, tmp_path: Path) -> None:
    assert "the search for a missing child" in run("coverage").output
    outcome = run("coverage", "--need", "shelter", "--svg", tmp_path / "map.svg")
    assert outcome.exit_code == 0, outcome.output
    drawn = (tmp_path / "map.svg").read_text("utf-8")
    assert drawn.count("<circle") > 120
    assert "U023" in run("coverage", "--need", "dragons").output
    assert "U023" in run("coverage", "--country", "GB").output
