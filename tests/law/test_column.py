"""The sample column, where it lies beside the project: what a good review of its statements of law says."""

from collections import Counter
from pathlib import Path

import pytest

from amanat import law
from amanat.core import Answer, ClaimKind, Document, Scene, Severity, Span, Verdict
from amanat.law.statement import Statement
from amanat.read import read_bytes
from amanat.registers import Registers

COLUMN = Path(__file__).parents[3] / "shared" / "eval" / "column" / "column.txt"
WHOLE = Scene((), (), (), ())


@pytest.fixture(scope="module")
def column() -> Document:
    if not COLUMN.is_file():
        pytest.skip("no sample column beside the project: skipped")
    return read_bytes(COLUMN.read_bytes())


@pytest.fixture(scope="module")
def found(column: Document, registers: Registers) -> tuple[Statement, ...]:
    return law.statements(column, WHOLE, registers)


@pytest.fixture(scope="module")
def answer(column: Document, registers: Registers) -> Answer:
    return law.ask(column, WHOLE, registers)


def test_the_tier_is_supported(found: tuple[Statement, ...]) -> None:
    tiers = [s for s in found if s.kind is ClaimKind.TIER]
    assert [(s.verdict, s.fact.id if s.fact else "", s.year) for s in tiers] == [
        (Verdict.SUPPORTED, "us.tip.2024#PK", 2024)
    ]


def test_both_acts_of_2018_are_supported(found: tuple[Statement, ...]) -> None:
    acts = {s.fact.id for s in found if s.kind is ClaimKind.STATUTE and s.verdict is Verdict.SUPPORTED and s.fact}
    assert acts == {"pk.ptpa.2018", "pk.psma.2018"}


def test_ratification_is_imprecise_and_the_fix_says_accession(found: tuple[Statement, ...], answer: Answer) -> None:
    imprecise = [s for s in found if s.verdict is Verdict.IMPRECISE]
    assert [(s.subject, s.year) for s in imprecise] == [("PK un.tip_protocol.2000", 2022)]
    fixes = [fix.replacement for finding in answer.findings if finding.code == "L003" for fix in finding.fixes]
    assert fixes == ["accession to"]


def test_not_yet_joined_is_contradicted(found: tuple[Statement, ...]) -> None:
    wrong = [s for s in found if s.verdict is Verdict.CONTRADICTED]
    assert [(s.subject, s.value) for s in wrong] == [("PK un.tip_protocol.2000", "no")]


def test_the_story_contradicts_itself_and_the_finding_names_both_readings(answer: Answer) -> None:
    clash = [f for f in answer.findings if f.code == "L002"]
    assert [f.severity for f in clash] == [Severity.ERROR]
    assert "stale" in clash[0].remedy
    assert "Smuggling of Migrants Protocol" in clash[0].remedy


def test_the_governor_is_supported_and_kept(found: tuple[Statement, ...], answer: Answer) -> None:
    offices = [s for s in found if s.topic == "office"]
    assert offices
    assert all(s.verdict is Verdict.SUPPORTED for s in offices)
    assert {keep.span for keep in answer.keeps} == {s.span for s in offices}


def test_nothing_else_is_called_wrong_and_nothing_is_masked(answer: Answer) -> None:
    codes = Counter(f.code for f in answer.findings if f.severity is Severity.ERROR)
    assert codes == {"L001": 1, "L002": 1, "L003": 1}
    assert answer.masks == ()


def test_statements_are_clauses_not_paragraphs(column: Document, answer: Answer) -> None:
    assert all(len(claim.span) < 130 for claim in answer.claims)
    assert all(isinstance(c.span, Span) and c.span.end <= len(column.text) for c in answer.claims)
