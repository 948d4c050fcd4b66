"""The engine of a newsroom, when its server fails."""

import pytest

from amanat.core import StoreError
from amanat.store.postgres import Postgres


def test_a_server_that_is_not_there_is_told_without_its_address() -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(StoreError, match="V009") as caught:
        Postgres("postgresql://desk:secretword@127.0.0.1:9/none")
    assert "secretword" not in str(caught.value)


def test_a_lost_connection_is_replaced(empty_postgres: str) -> None:
    engine = Postgres(empty_postgres, links=1)
    with engine.work() as work:
        own = work.run("SELECT pg_backend_pid()")[0][0]
    other = Postgres(empty_postgres, links=1)
    with other.work() as work:
        work.run("SELECT pg_terminate_backend(?)", (own,))
    with pytest.raises(StoreError, match="V009"), engine.work() as work:
        work.run("SELECT 1")
    with engine.work() as work:
        assert work.run("SELECT 1") == [(1,)]
    engine.close()
    other.close()
