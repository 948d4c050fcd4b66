"""What every provision says, held against sentences: the rows of `points_*.yaml` are the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from amanat.law.statement import Statement
from amanat.registers import shipped

HERE = Path(__file__).parents[1]
ROWS: list[dict[str, str]] = [
    row for path in sorted(HERE.glob("points_*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))
]
WORST = ["contradicted", "outdated", "unverified", "supported"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["t"][:60])
def test_a_sentence_is_held_against_the_point_it_speaks_of(
    row: dict[str, str], said: Callable[..., tuple[Statement, ...]]
) -> None:
    found = [s.verdict.value for s in said(row["t"], row.get("at", "")) if s.topic == "content"]
    assert min(found, key=WORST.index, default="none") == row["v"]


def test_every_point_is_made_of_sorts_that_exist() -> None:
    laws = shipped().laws
    points = [told.point for work in laws.works for told in laws.told(work)]
    used = {sort for q in points for sort in (*q.about, *q.who, *q.unless, *q.not_even, *q.not_with)}
    assert used <= laws.words.sorts
