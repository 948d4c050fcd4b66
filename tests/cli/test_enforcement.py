"""`amanat enforcement`: figures are shown with all that belongs to them, and a table comes in whole or not at all."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from amanat.cli.enforcement import COMMAND

DEMO = Path(__file__).resolve().parents[2] / "examples" / "ledger" / "cases.csv"
HEAD = "jurisdiction,from,to,stage,count,unit,law,exploitation,source_title\n"
GOOD = HEAD + "PK,2024-01-01,2024-12-31,arrested,{},persons,mixed,mixed,Letter\n"


def run(*arguments: object) -> tuple[int, str]:
    outcome = CliRunner().invoke(COMMAND, [str(a) for a in arguments])
    return outcome.exit_code, outcome.output


def test_figures_carry_law_unit_days_and_source() -> None:
    status, said = run("figures", "pk", "--stage", "convicted", "--period", "2020/2023", "--format", "json")
    (figure,) = [json.loads(line) for line in said.splitlines()]
    assert (status, figure["count"], figure["law"], figure["iccs"]) == (0, 364, "PSMA 2018", "08051")
    assert figure["sources"][0]["url"].startswith("https://")
    assert "364 persons (law: PSMA 2018)" in run("figures", "PK", "--law", "psma")[1]


def test_contradictions_stand_side_by_side() -> None:
    pairs = [json.loads(line)["figures"] for line in run("contradictions", "PK", "--format", "json")[1].splitlines()]
    assert {8125, 364} in [{one["count"], other["count"]} for one, other in pairs]
    assert "against" in run("contradictions", "PK")[1]


def test_a_table_of_cases_goes_in_and_out(tmp_path: Path) -> None:
    desk, out = tmp_path / "desk.duckdb", tmp_path / "out.csv"
    assert run("import", DEMO, "--into", desk) == (0, "3,565 rows of cases: 3,565 good, 3,565 kept\n")
    status, said = run("import", DEMO, "--into", desk)
    assert (status, "F019" in said) == (2, True)
    assert run("export", "PK-SD", "--ledger", desk, "--cases", "--output", out)[0] == 0
    assert out.read_text().count("PK-SD") == out.read_text().count("\n") - 1


def test_a_desks_own_figures_stand_beside_the_published_ones(tmp_path: Path) -> None:
    table, desk = tmp_path / "t.csv", tmp_path / "desk.duckdb"
    table.write_text(GOOD.format(1999))
    assert run("import", table, "--into", desk)[0] == 0
    said = run("figures", "PK", "--stage", "arrested", "--period", "2024", "--ledger", desk)[1]
    assert "1,999 persons" in said
    assert "1,638 persons" in said


def test_rejected_rows_are_told_and_nothing_is_kept(tmp_path: Path) -> None:
    table, desk = tmp_path / "t.csv", tmp_path / "desk.duckdb"
    table.write_text(GOOD.format("Zulekha"))
    status, said = run("import", table, "--into", desk)
    assert status == 2
    assert "F005  row 2: count" in said
    assert "F016" in said
    assert "Zulekha" not in said
    assert not desk.exists()
    status, said = run("import", table, "--dry-run", "--format", "json")
    assert status == 2
    assert json.loads(said)["rejected"][0]["code"] == "F005"


def test_the_good_rows_alone_when_asked(tmp_path: Path) -> None:
    table, desk = tmp_path / "t.csv", tmp_path / "desk.duckdb"
    table.write_text(GOOD.format(5) + "PK,2024-01-01,2024-12-31,charged,x,persons,mixed,mixed,Letter\n")
    status, said = run("import", table, "--into", desk, "--skip-rejected")
    assert (status, said.splitlines()[-1]) == (1, "2 rows of figures: 1 good, 1 kept")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("import", DEMO), "F201"),
        (("export", "--cases"), "F202"),
        (("figures", "PK", "--ledger", "/nowhere.duckdb"), "F203"),
        (("import", DEMO, "--dry-run", "--map", "count"), "F204"),
        (("export", "XX"), "F018"),
    ],
)
def test_a_wrong_call_is_told_kindly(arguments: tuple[object, ...], code: str) -> None:
    status, said = run(*arguments)
    assert (status, code in said) == (2, True)


@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_a_report_is_written_with_what_cannot_be_known(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"report.{suffix}"
    assert run("report", "pk", "--cases", DEMO, "--output", target)[0] == 0
    content = target.read_bytes()
    assert content.startswith(b"%PDF" if suffix == "pdf" else b"<!DOCTYPE html>")
    if suffix == "html":
        assert "Pakistan" in content.decode()
        assert content.count(b"<svg") == 9


@pytest.mark.parametrize(("place", "name", "code"), [("PK", "report.doc", "F205"), ("XX", "report.html", "F206")])
def test_a_report_that_cannot_be_is_refused(tmp_path: Path, place: str, name: str, code: str) -> None:
    status, said = run("report", place, "--output", tmp_path / name)
    assert (status, code in said) == (2, True)
