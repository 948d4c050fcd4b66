"""Links on invented lists: few false, most found, the same each time, with names or without them."""

import logging

import numpy as np
import pyarrow as pa
import pytest

from amanat.core import DataError
from amanat.linkage import Links, link
from amanat.linkage.encoded import encode
from amanat.linkage.names import prepared
from amanat.linkage.synthetic import Invented, Spoiled, invent

SECRET = bytes(range(32))
CAREFUL = Spoiled(0.1, 0.01, 0.3, 0.02, 0.03, 0.03, 0.01, 0.02, 0.02, 0.01)


@pytest.fixture(scope="module")
def invented() -> Invented:
    return invent(6_000, seed=5, spoiled=CAREFUL)


@pytest.fixture(scope="module")
def records(invented: Invented) -> pa.Table:
    return prepared(invented.names, invented.fathers, invented.place.tolist(), invented.born.tolist())


@pytest.fixture(scope="module")
def links(records: pa.Table) -> Links:
    return link(records)


def pairs(label: np.ndarray) -> int:
    counts = np.unique(label, return_counts=True)[1]
    return int((counts * (counts - 1) // 2).sum())


def quality(found: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    both = pairs(found * (truth.max() + 1) + truth)
    return both / pairs(found), both / pairs(truth)


def test_few_links_are_false_and_most_are_found(links: Links, invented: Invented) -> None:
    precision, recall = quality(links.people(), invented.person)
    assert precision > 0.99
    assert recall > 0.85


def test_probabilities_mean_what_they_say(links: Links, invented: Invented) -> None:
    true = invented.person[links.left] == invented.person[links.right]
    sure = links.probability > 0.99
    assert true[sure].mean() > 0.99
    assert true[links.probability < 0.2].mean() < 0.4


def test_without_names_the_links_are_nearly_as_good(records: pa.Table, invented: Invented) -> None:
    hidden = encode(records, SECRET)
    assert not {"name", "father"} & set(hidden.column_names)
    assert "asif" not in str(hidden.to_pylist()).lower()
    precision, recall = quality(link(hidden, encoded=True).people(), invented.person)
    assert precision > 0.98
    assert recall > 0.75


def test_splink_says_nothing_of_the_records(records: pa.Table, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        link(records.slice(0, 1000))
    assert not [r for r in caplog.records if r.name.startswith("splink")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda t: t.drop_columns(["born"]), "F102"),
        (lambda t: t.slice(0, 50), "F103"),
        (lambda t: t.slice(5, 200), "F104"),
    ],
)
def test_what_cannot_be_linked_is_refused(records: pa.Table, change: object, code: str) -> None:
    with pytest.raises(DataError, match=code):
        link(change(records))  # type: ignore[operator]
