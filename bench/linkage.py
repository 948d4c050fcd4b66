"""Link a million invented records of South Asian names and say how well, at what cost.

    python bench/linkage.py [RECORDS]

CPU seconds of preparing names, linking on one DuckDB thread, and finding components; peak memory; precision and recall
of pairs at four thresholds, against the truth that only invented records have.
"""

import resource
import sys

import duckdb
import numpy as np
from splink import DuckDBAPI

from amanat.linkage.link import link
from amanat.linkage.names import prepared
from amanat.linkage.synthetic import invent

SEED = 3


def cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def pairs(label: np.ndarray) -> int:
    counts = np.unique(label, return_counts=True)[1]
    return int((counts * (counts - 1) // 2).sum())


def linkage(records: int = 1_000_000) -> None:
    invented = invent(records, SEED)
    begun = cpu()
    table = prepared(invented.names, invented.fathers, invented.place.tolist(), invented.born.tolist())
    named = cpu()
    connection = duckdb.connect()
    connection.execute("SET threads=1")
    connection.execute("SET memory_limit='1500MB'")
    links = link(table, database=DuckDBAPI(connection))
    linked = cpu()
    links.people()
    done = cpu()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"\n{records:,} records of {len(np.unique(invented.person)):,} people")
    print(f"  CPU s: names {named - begun:.1f}, linking {linked - named:.1f}, components {done - linked:.1f}")
    print(f"  in all {done - begun:.1f} CPU s (goal 60), peak {peak:.2f} GB (goal 2.5)")
    for threshold in (0.9, 0.93, 0.95, 0.99):
        found = links.people(threshold)
        both = pairs(found * (int(invented.person.max()) + 1) + invented.person)
        precision, recall = both / pairs(found), both / pairs(invented.person)
        print(f"  from {threshold}: precision {precision:.4f} (goal 0.995), recall {recall:.4f} (goal 0.90)")


if __name__ == "__main__":
    linkage(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
