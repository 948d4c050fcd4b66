"""`amanat estimate`: both forms, the exit statuses, and what the public never sees."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

TABLE = """\
A,B,C,count
1,0,0,30
0,1,0,40
0,0,1,50
1,1,0,6
1,0,1,9
0,1,1,8
1,1,1,2
"""
QUICK = ("--method", "stepwise", "--method", "graphs", "--replicates", "40")


@pytest.fixture
def overlaps(tmp_path: Path) -> Path:
    path = tmp_path / "overlaps.csv"
    path.write_text(TABLE)
    return path


def test_a_page_for_people(run: Callable, overlaps: Path) -> None:
    outcome = run("estimate", *QUICK, "--version", "May edition", overlaps)
    assert outcome.exit_code == 0, outcome.output
    for words in (
        "about 140 people; data: May edition",
        "the choice of the model counted in",
        "if the model chosen were certain (too narrow)",
        "Who disputes such estimates",
        "What no table can show",
        "What a reporter may write",
        "kept back",
    ):
        assert words in outcome.output
    assert "145" not in outcome.output


def test_a_line_for_programs(run: Callable, overlaps: Path) -> None:
    outcome = run("estimate", *QUICK, "--format", "json", overlaps)
    found = json.loads(outcome.stdout)
    assert [row["method"] for row in found["methods"]] == ["stepwise", "graphs"]
    assert found["cells"]["A & B & C"] is None
    assert list(found["cells"].values()).count(None) == 2
    assert (found["observed"], found["observed_exact"]) == (140, False)
    for row in found["methods"]:
        low, high = row["interval"]
        assert low <= row["estimate"] <= high
    assert len(found["critics"]) >= 3
    assert "not a count" in found["sentence"]


def test_the_desk_may_ask_for_every_cell(run: Callable, overlaps: Path) -> None:
    found = json.loads(run("estimate", *QUICK, "--all-cells", "--format", "json", overlaps).stdout)
    assert (found["cells"]["A & B & C"], found["observed"]) == (2, 145)


def test_lists_that_carry_no_estimate_end_with_1(run: Callable, tmp_path: Path) -> None:
    thin = tmp_path / "thin.csv"
    thin.write_text("A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n")
    outcome = run("estimate", thin)
    assert outcome.exit_code == 1
    assert "N008" in outcome.output
    assert "What each method says" not in outcome.output
    found = json.loads(run("estimate", "--format", "json", thin).stdout)
    assert (found["methods"], found["red"], found["refusals"][0]["code"]) == ([], True, "N008")


def test_groups(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    rows = TABLE.splitlines()
    path.write_text("\n".join([f"sex,{rows[0]}", *(f"{sex},{row}" for sex in "fm" for row in rows[1:])]))
    outcome = run("estimate", *QUICK, "--group", "sex", "--format", "json", path)
    lines = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert [line["group"] for line in lines] == ["f", "m", "all groups added"]
    assert lines[2]["interval"][0] < lines[2]["estimate"] < lines[2]["interval"][1]
    assert "All groups added" in run("estimate", *QUICK, "--group", "sex", path).output


@pytest.mark.parametrize(
    ("code", "data"),
    [("N005", b"A,B,C,n\n1,0,0,x\n"), ("N001", b""), ("N019", b"A,B,C,n\n1,0,0,\xff\n"), ("N004", b"A,B,n\n")],
)
def test_bad_tables_end_with_2_and_a_code(run: Callable, tmp_path: Path, code: str, data: bytes) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    outcome = run("estimate", path)
    assert outcome.exit_code == 2
    assert code in outcome.output
    assert "bad.csv" not in outcome.output


def test_a_missing_file_and_a_table_from_a_pipe(run: Callable, process: Callable, tmp_path: Path) -> None:
    outcome = run("estimate", tmp_path / "none.csv")
    assert (outcome.exit_code, "U301" in outcome.output) == (2, True)
    piped = process("estimate", *QUICK, "-", stdin=TABLE.encode())
    assert (piped.returncode, b"What a reporter may write" in piped.stdout) == (0, True)
