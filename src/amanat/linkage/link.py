"""Probabilistic linkage by Splink (Fellegi and Sunter, JASA 64 (1969) 1183) on DuckDB, or on Spark with the same code.

What is learned: how often two records of one person agree on each item (m, by expectation maximisation) and how often
two strangers do (u, from random pairs). What comes out: for each pair that could be one person, how likely it is.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amanat.core import DataError
from amanat.linkage.model import SURE, TRAINED_ON, settings
from amanat.linkage.overlap import Overlap, connected, draws, overlap

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray
    from splink.internals.database_api import DatabaseAPISubClass

COLUMNS = ("id", "name", "name_key", "name_head", "father", "father_key", "place", "born")
"""What a table of records holds; `id` counts from 0. An encoded table has Bloom filters instead of names."""
SURE_LINK = 0.93
"""From this probability on a link is taken for true where no draws are made."""
_POSSIBLE = 0.01  # pairs less likely than this are no links in any draw that matters
_FEWEST = 100
_PAIRS = 2_000_000  # for learning; more costs memory (4 GB at a million records) and changes nothing


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of records that may be one person, each with its probability."""

    records: int
    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    probability: "NDArray[np.float64]"

    def people(self, threshold: float = SURE_LINK) -> "NDArray[np.int64]":
        """Return for each record the smallest id of its person, all links above a threshold being true."""
        sure = self.probability >= threshold
        return connected(self.records, self.left[sure], self.right[sure])

    def overlap(self, lists: Sequence[str], of_list: "NDArray[np.int64]", threshold: float = SURE_LINK) -> Overlap:
        """Return how many people stand on which lists, at one threshold; see `overlap.overlap`."""
        return overlap(lists, self.people(threshold), of_list)

    def draws(
        self, lists: Sequence[str], of_list: "NDArray[np.int64]", times: int = 100, seed: int = 0
    ) -> Iterator[Overlap]:
        """Yield overlap tables in which each link holds with its own probability; see `overlap.draws`."""
        return draws(lists, of_list, (self.left, self.right, self.probability), times, seed)


def link(records: "pa.Table", *, encoded: bool = False, database: "DatabaseAPISubClass | None" = None) -> Links:
    """Find the pairs of records that may be one person.

    Args:
        records: a table with `COLUMNS` (`names.prepared` makes it), or an encoded one (`encoded.encode`).
        encoded: the records are encoded.
        database: a Splink database; DuckDB in memory when left out. `splink.SparkAPI` runs the same on a cluster.

    Raises:
        DataError: F101 the extra is missing, F102 a column is missing, F103 fewer than 100 records, F104 ids are not
            0, 1, 2 …
    """
    try:
        from splink import DuckDBAPI, Linker, block_on  # noqa: PLC0415 - an extra
    except ImportError:
        raise DataError("F101", "linking lists needs more: pip install 'amanat[linkage]'") from None
    _check(records, encoded=encoded)
    with _quiet():
        api = database or DuckDBAPI()
        linker = Linker(api.register(records), settings(encoded=encoded), log_level=None)
        training = linker.training
        training.estimate_probability_two_random_records_match([block_on(*columns) for columns in SURE], recall=0.4)
        training.estimate_u_using_random_sampling(max_pairs=_PAIRS, seed=1)
        for columns in TRAINED_ON:
            training.estimate_parameters_using_expectation_maximisation(block_on(*columns), max_pairs=_PAIRS)
        pairs = linker.inference.predict(threshold_match_probability=_POSSIBLE)
        found = pairs.as_pyarrow_table()  # type: ignore[no-untyped-call]
        if database is None:
            api.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]
    left, right, probability = (
        found.column(name).to_numpy(zero_copy_only=False) for name in ("id_l", "id_r", "match_probability")
    )
    return Links(records.num_rows, left, right, probability)


def _check(records: "pa.Table", *, encoded: bool) -> None:
    from amanat.linkage.encoded import BLOOM  # noqa: PLC0415 - only names of columns

    needed = [c for c in COLUMNS if not (encoded and c in {"name", "father"})]
    needed += [f"{item}_{part}" for item in ("name", "father") for part in BLOOM] if encoded else []
    missing = [column for column in needed if column not in records.column_names]
    if missing:
        raise DataError("F102", f"the records have no column {', '.join(missing)}")
    if records.num_rows < _FEWEST:
        raise DataError("F103", f"from fewer than {_FEWEST} records nothing can be learned; link them by hand")
    ids = records.column("id").to_numpy()
    if not (ids == range(records.num_rows)).all():
        raise DataError("F104", "ids must be 0, 1, 2 … in order")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Splink from writing to the terminal: its messages may show values of records."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
