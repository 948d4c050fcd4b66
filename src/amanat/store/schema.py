"""The tables, as a list of steps that only grows. A store of an older version is brought forward when it is opened.

Columns that could tell of a story or a person are sealed; what stands bare is random ids, times, states and counts.
"""

from amanat.core import StoreError
from amanat.store.engine import Engine, Work, number

STEPS: tuple[tuple[str, ...], ...] = (
    (
        (
            "CREATE TABLE records (id TEXT PRIMARY KEY, kind TEXT NOT NULL, owner TEXT NOT NULL, series TEXT NOT NULL, "
            "made BIGINT NOT NULL, touched BIGINT NOT NULL, expires BIGINT NOT NULL, version BIGINT NOT NULL)"
        ),
        "CREATE INDEX records_expire ON records (expires)",
        "CREATE INDEX records_series ON records (series)",
        "CREATE TABLE record_keys (record TEXT PRIMARY KEY REFERENCES records (id), wrapped {blob} NOT NULL)",
        (
            "CREATE TABLE parts (record TEXT NOT NULL REFERENCES records (id), name TEXT NOT NULL, "
            "sealed {blob} NOT NULL, PRIMARY KEY (record, name))"
        ),
        (
            "CREATE TABLE digests (digest TEXT NOT NULL, record TEXT NOT NULL REFERENCES records (id), "
            "PRIMARY KEY (digest, record))"
        ),
        (
            "CREATE TABLE users (id TEXT PRIMARY KEY, slot TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, "
            "active BIGINT NOT NULL, made BIGINT NOT NULL, sealed {blob} NOT NULL)"
        ),
        (
            "CREATE TABLE grants (record TEXT NOT NULL REFERENCES records (id), holder TEXT NOT NULL REFERENCES users (id), "
            "may TEXT NOT NULL, PRIMARY KEY (record, holder))"
        ),
        "CREATE INDEX grants_holder ON grants (holder)",
        (
            "CREATE TABLE sessions (token TEXT PRIMARY KEY, holder TEXT NOT NULL REFERENCES users (id), "
            "made BIGINT NOT NULL, seen BIGINT NOT NULL)"
        ),
        "CREATE TABLE attempts (name TEXT PRIMARY KEY, failures BIGINT NOT NULL, until BIGINT NOT NULL)",
        (
            "CREATE TABLE labels (series TEXT NOT NULL, person TEXT NOT NULL, word TEXT NOT NULL, number BIGINT NOT NULL, "
            "PRIMARY KEY (series, person, word), UNIQUE (series, word, number))"
        ),
        (
            "CREATE TABLE audit (seq BIGINT PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, "
            "subject TEXT NOT NULL, detail TEXT NOT NULL, chain TEXT NOT NULL)"
        ),
        (
            "CREATE TABLE releases (id TEXT PRIMARY KEY, record TEXT NOT NULL REFERENCES records (id), what TEXT NOT NULL, "
            "asker TEXT NOT NULL, asked BIGINT NOT NULL, used BIGINT NOT NULL)"
        ),
        (
            "CREATE TABLE approvals (release TEXT NOT NULL REFERENCES releases (id), holder TEXT NOT NULL, "
            "at BIGINT NOT NULL, PRIMARY KEY (release, holder))"
        ),
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        (
            "CREATE TABLE drafts (holder TEXT PRIMARY KEY REFERENCES users (id), at BIGINT NOT NULL, "
            "sealed {blob} NOT NULL)"
        ),
    ),
)
TABLES = "users records record_keys parts digests grants labels releases approvals settings attempts audit sessions drafts".split()
"""Every table, in an order in which rows can be put back."""


def migrate(engine: Engine) -> int:
    """Bring the tables to the newest version, in one transaction, and return it.

    Raises:
        StoreError: V011 the store was written by a newer Amanat.
    """
    with engine.work() as work:
        work.alone("schema")
        work.run("CREATE TABLE IF NOT EXISTS versions (version BIGINT PRIMARY KEY)")
        done = version(work)
        if done > len(STEPS):
            raise StoreError("V011", "this store was written by a newer Amanat; install that one to open it")
        for step, statements in enumerate(STEPS[done:], done + 1):
            for statement in statements:
                work.run(statement.format(blob=engine.blob))
            work.run("INSERT INTO versions (version) VALUES (?)", (step,))
    return len(STEPS)


def version(work: Work) -> int:
    """Return the version of the tables, 0 for none."""
    return number(work.run("SELECT max(version) FROM versions")[0][0])
