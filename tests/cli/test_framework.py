"""`amanat framework`: gap, plan, compare."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from amanat.registers import shipped
from amanat.registers.framework import Status


def test_the_gap_of_a_country_is_told_with_evidence_and_next_step(run: Callable) -> None:
    told = run("framework", "gap", "pk").stdout
    assert "law: not met" in told
    assert "pk.ptpa.2018.no_media_ban" in told
    assert "next step:" in told
    assert "not legal advice" in told


def test_only_some_states_can_be_asked_for(run: Callable) -> None:
    rows = [
        json.loads(r)
        for r in run("framework", "gap", "PK", "--only", "not-met,met", "--format", "json").stdout.splitlines()
    ]
    assert {row["law"] for row in rows} == {"not met", "met"}


@pytest.mark.parametrize("form", ["html", "csv", "docx"])
def test_every_form_can_be_written(form: str, run: Callable, tmp_path: Path) -> None:
    target = tmp_path / f"gap.{form}"
    assert run("framework", "gap", "NP", "--format", form, "--output", str(target)).exit_code == 0
    content = target.read_bytes()
    if form == "docx":
        assert docx.Document(io.BytesIO(content)).tables
    else:
        assert b"Palermo Protocol" in content


@pytest.mark.parametrize("country", ["PK", "IN", "BD", "NP", "GB"])
def test_all_five_countries_have_a_table(country: str, run: Callable) -> None:
    assert len(run("framework", "gap", country, "--format", "json").stdout.splitlines()) == 77


def test_a_plan_names_action_body_and_indicator(run: Callable) -> None:
    told = run("framework", "plan", "PK").stdout
    assert told.count("by whom:") >= 8
    assert "privacy (law not met, practice unknown)" in told
    assert run("framework", "plan", "BD").stdout.startswith("The Act of 2012 is marked as repealed")
    assert all(run("framework", "plan", country).stdout.count("by whom:") >= 5 for country in ("BD", "GB", "IN", "NP"))


def test_every_gap_that_was_assessed_has_a_next_step() -> None:
    for country in ("BD", "GB", "IN", "NP", "PK"):
        rows = [row for row in shipped().frameworks.table(country) if row.says.strip() and row.gap]
        assessed = [row for row in rows if not row.says.startswith("A provision answers it")]
        assert assessed
        assert [row.duty.id for row in assessed if Status.MET not in {row.law, row.practice} and row.step is None] == []


def test_practice_names_its_source_and_what_nobody_looked_into_stands_at_the_end(run: Callable) -> None:
    told = run("framework", "gap", "GB").stdout
    assert "in practice: 19,125 potential victims" in told
    assert "gov.uk" in told
    assert told.index("Not looked into yet") > told.index("next step")


def test_what_must_be_known_first_and_the_sources_are_printed(run: Callable) -> None:
    told = run("framework", "gap", "BD").stdout
    assert told.index("Whether parliament confirmed it was not seen") < told.index("== A gap here puts victims at risk")
    assert "In practice: " in told.splitlines()[1]
    assert "https://" in told[told.index("\nSources") :]


def test_two_countries_side_by_side(run: Callable, tmp_path: Path) -> None:
    assert "not met/unknown" in run("framework", "compare", "PK", "GB").stdout
    target = tmp_path / "both.html"
    run("framework", "compare", "PK", "GB", "--format", "html", "-o", str(target))
    assert b"GB: practice" in target.read_bytes()


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("framework", "gap", "XX"), "U006"),
        (("framework", "gap", "PK-SD"), "U006"),
        (("framework", "gap", "PK", "--only", "perhaps"), "U021"),
        (("framework", "gap", "PK", "-o", "/no/such/folder/x.html", "--format", "html"), "U022"),
    ],
)
def test_a_wrong_call_gets_a_code(call: tuple[str, ...], code: str, run: Callable) -> None:
    result = run(*call)
    assert result.exit_code == 2
    assert code in result.stderr
