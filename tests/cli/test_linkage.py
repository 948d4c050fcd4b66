"""`amanat linkage`: three invented lists, with names and without; small cells stay with the desk."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from amanat.linkage.synthetic import invent
from amanat.numbers import estimate

NAMES = ("police", "hospital", "shelter")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists")
    invented = invent(1200, seed=9)
    which = np.random.default_rng(1).integers(0, 3, len(invented.names))
    for number, name in enumerate(NAMES):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["name", "father", "place", "born"])
            for at in np.flatnonzero(which == number):
                place = int(invented.place[at])
                year = int(invented.born[at]) or ""
                rows.writerow([invented.names[at], invented.fathers[at], "" if place < 0 else place, year])
    (folder / "secret").write_bytes(bytes(range(32)))
    return folder


def asked(run: Callable, folder: Path, suffix: str) -> tuple[str, estimate.Table, Path]:
    target = folder / f"overlaps-{suffix}.csv"
    paths = [folder / f"{name}.{suffix}" for name in NAMES]
    outcome = run("linkage", "overlap", *paths, "--times", "5", "--output", target)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output, estimate.read_table(target.read_text("utf-8")), target


def test_the_table_goes_straight_into_an_estimate(run: Callable, lists: Path) -> None:
    page, table, target = asked(run, lists, "csv")
    assert table.lists == NAMES
    assert 700 < table.observed < 1000
    assert "over 5 draws" in page
    assert "never for the public" in page
    assert oct(target.stat().st_mode & 0o777) == "0o600"
    small = [table.words(w) for w, count in enumerate(table.counts) if 0 < count < 3]
    assert all(f"{name:<60} kept back" in page for name in small)


def test_lists_without_names_are_linked_too(run: Callable, lists: Path) -> None:
    for name in NAMES:
        to = lists / f"{name}.parquet"
        outcome = run("linkage", "encode", lists / f"{name}.csv", "--secret", lists / "secret", "--output", to)
        assert outcome.exit_code == 0, outcome.output
        assert "can be read back" in " ".join(outcome.output.split())
    page, hidden, _ = asked(run, lists, "parquet")
    assert 700 < hidden.observed < 1000
    assert "personal data" in page


def test_wrong_calls_are_told_by_code(run: Callable, lists: Path, tmp_path: Path) -> None:
    good, out = lists / "police.csv", tmp_path / "x.csv"
    torn, latin = tmp_path / "torn.parquet", tmp_path / "latin.csv"
    torn.write_bytes(b"PAR1")
    latin.write_bytes(b"name\n\xe9\n")
    for other, code in ((tmp_path / "no.csv", "U303"), (good, "F105"), (torn, "F110"), (latin, "N019")):
        outcome = run("linkage", "overlap", good, other, "--output", out)
        assert outcome.exit_code == 2
        assert code in outcome.output
    assert not out.exists()
