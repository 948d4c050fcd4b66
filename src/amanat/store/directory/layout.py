"""The tables of a directory, for both engines. Integers stand for needs, areas and languages: `code` says which.

`offer` and `near` repeat what a question filters by, clustered in the order in which answers are read, so that the
first rows that pass are the answer: no sort over a whole city, no look at the record itself.
"""

KINDS = ("organization", "service", "location", "service_at_location", "taxonomy", "taxonomy_term")
"""Objects of HSDS that are published on their own; each has a table of its name."""
SEARCHED = tuple(kind for kind in KINDS if kind != "location")
"""Those found by words; a place is found by its postcode and its point."""

TABLES = """
CREATE TABLE organization (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL,
    name TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE service (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL,
    organization TEXT NOT NULL, local TEXT NOT NULL, visible INTEGER NOT NULL, name TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE location (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL,
    lat DOUBLE PRECISION, lon DOUBLE PRECISION, postcode TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE service_at_location (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL,
    service TEXT NOT NULL, location TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE taxonomy (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL, doc TEXT NOT NULL);
CREATE TABLE taxonomy_term (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, modified TEXT NOT NULL, run INTEGER NOT NULL,
    taxonomy TEXT NOT NULL, parent TEXT NOT NULL, doc TEXT NOT NULL);
CREATE TABLE tagged (term TEXT NOT NULL, kind TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (term, kind, n));
CREATE TABLE code (kind TEXT NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE opening (
    pattern INTEGER NOT NULL, day INTEGER NOT NULL, opens INTEGER NOT NULL, closes INTEGER NOT NULL,
    PRIMARY KEY (day, opens, closes, pattern));
CREATE TABLE offer (
    need INTEGER NOT NULL, area INTEGER NOT NULL, tier INTEGER NOT NULL, service INTEGER NOT NULL,
    people BIGINT NOT NULL, youngest INTEGER NOT NULL, oldest INTEGER NOT NULL, tongues BIGINT NOT NULL,
    accusable BIGINT NOT NULL, cautions BIGINT NOT NULL, independent INTEGER NOT NULL, pattern INTEGER NOT NULL,
    lat DOUBLE PRECISION, lon DOUBLE PRECISION, PRIMARY KEY (need, area, tier, service));
CREATE TABLE near (
    need INTEGER NOT NULL, cell INTEGER NOT NULL, service INTEGER NOT NULL,
    people BIGINT NOT NULL, accusable BIGINT NOT NULL, cautions BIGINT NOT NULL,
    lat DOUBLE PRECISION NOT NULL, lon DOUBLE PRECISION NOT NULL, PRIMARY KEY (need, cell, service));
CREATE TABLE dialled (
    country TEXT NOT NULL, digits TEXT NOT NULL, service TEXT NOT NULL, PRIMARY KEY (country, digits, service));
CREATE TABLE history (
    kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
    action TEXT NOT NULL, run INTEGER NOT NULL);
CREATE TABLE conflict (
    kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, kept TEXT NOT NULL, offered TEXT NOT NULL,
    run INTEGER NOT NULL);
CREATE TABLE run (
    n INTEGER PRIMARY KEY, digest TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, seen TEXT NOT NULL,
    confidence TEXT NOT NULL, began TEXT NOT NULL, lines INTEGER NOT NULL, state TEXT NOT NULL);
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
STATEMENTS = tuple(statement.strip() for statement in TABLES.split(";") if statement.strip())
CLUSTERED = frozenset({"offer", "near", "tagged", "opening", "code", "dialled", "about"})
"""Tables whose rows lie in the order of their key (SQLite: WITHOUT ROWID; PostgreSQL reads the index alone)."""
INDEXES = {
    "service_by_organization": "service (organization, n)",
    "service_by_modified": "service (modified, n)",
    "sal_by_service": "service_at_location (service, n)",
    "sal_by_location": "service_at_location (location, n)",
    "location_by_postcode": "location (postcode) WHERE postcode <> ''",
    "term_by_taxonomy": "taxonomy_term (taxonomy, n)",
    "history_by_record": "history (kind, id)",
}
"""Name of an index to what it holds. Made after a large import: kept up row by row they cost more than they save."""
LATE = {"offer": 4, "near": 3, "tagged": 3, "dialled": 3}
"""Clustered tables that a large import fills at its end, in the order of their keys, to how many columns those have."""


def index(name: str) -> str:
    """Return the statement that makes an index, unless it is there."""
    return f"CREATE INDEX IF NOT EXISTS {name} ON {INDEXES[name]}"
