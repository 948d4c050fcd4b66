"""Statements of penalty in sentences as a desk would print them (`penalties.yaml`)."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from amanat.law.statement import Statement

ROWS = yaml.safe_load((Path(__file__).parents[1] / "penalties.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["t"][:50])
def test_a_penalty_gets_the_verdict_of_the_register(
    row: dict[str, str], said: Callable[..., tuple[Statement, ...]]
) -> None:
    found = [s.verdict.value for s in said(row["t"], row["at"]) if s.topic == "penalty"]
    assert found == ([] if row["v"] == "none" else [row["v"]])
