"""What the state did: published figures (`figures`) and, where a desk keeps them, single cases (`cases`).

::

    packs ────────────▶ figures.Ledger ─┐
    CSV · XLSX · JSON ─▶ intake ────────┼─▶ leave (CSV, Parquet, FollowTheMoney) · store (DuckDB)
                          └─▶ cases ────┘

Only `figures` is imported here: a story needs no more, and reading tables costs time.
"""

from amanat.registers.ledger.figures import WORLD, Crime, Entry, Ledger, years_of

__all__ = ["WORLD", "Crime", "Entry", "Ledger", "years_of"]
