"""Published overlap tables and golden results where they are at hand, and small cases of our own that always are."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.numbers import estimate

SHARED = Path(__file__).resolve().parents[4] / "shared" / "eval" / "mse"
HAND = """\
A,B,C,count
1,0,0,30
0,1,0,40
0,0,1,50
1,1,0,6
1,0,1,9
0,1,1,8
1,1,1,2
"""
"""An invented table on which everything can be worked out."""


@pytest.fixture(scope="session")
def golden() -> dict:
    """Results of the R packages SparseMSE, MultipleSystemsEstimation, dga and LCMCR on published tables."""
    if not (SHARED / "golden.json").exists():
        pytest.skip("the golden results (../shared/eval/mse) are not beside this checkout")
    return json.loads((SHARED / "golden.json").read_text("utf-8"))


def read(name: str) -> estimate.Table:
    """Read one of the published tables, or skip where they are not at hand."""
    path = SHARED / f"{name}.csv"
    if not path.exists():
        pytest.skip("the published overlap tables (../shared/eval/mse) are not beside this checkout")
    return estimate.read_table(path.read_text("utf-8"), version=name)


@pytest.fixture(scope="session")
def published_table() -> Callable[[str], estimate.Table]:
    return read


@pytest.fixture(scope="session")
def published_rows() -> Callable[[str], list[int]]:
    """The histories of a published table, in the order of its rows (golden replicates are stored so)."""

    def rows(name: str) -> list[int]:
        lines = (SHARED / f"{name}.csv").read_text("utf-8").split()[1:]
        return [sum(int(bit) << i for i, bit in enumerate(row.split(",")[:-1])) for row in lines]

    return rows


@pytest.fixture
def hand() -> estimate.Table:
    return estimate.read_table(HAND)
