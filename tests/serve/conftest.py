"""The served program, called in this process without a socket."""

from collections.abc import Callable
from functools import lru_cache

import httpx
import pytest
from apart import finished
from starlette.applications import Starlette

from amanat.registers import shipped
from amanat.serve import Setting, application

Call = Callable[..., httpx.Response]


@lru_cache(maxsize=1)
def program() -> Starlette:
    return application(Setting(shipped(), address="http://test", rate=1_000_000))


def caller(app: Starlette) -> Call:
    def call(method: str, path: str, **given: object) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
                return await client.request(method, path, **given)  # type: ignore[arg-type]

        return finished(once())

    return call


@pytest.fixture(scope="session")
def call() -> Call:
    return caller(program())


@pytest.fixture(scope="session")
def calling() -> Callable[[Starlette], Call]:
    return caller
