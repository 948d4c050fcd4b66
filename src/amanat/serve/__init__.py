"""What is asked over HTTP: one program that only reads and keeps nothing, put together from the parts that lie here.

A part is a module or folder here that exposes `PART`: adding one is adding a file. Nothing that a caller sends is
logged.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from amanat.serve.limits import RateLimit
from amanat.serve.part import Part, Setting
from amanat.serve.problems import HANDLERS

__all__ = ["Part", "Setting", "application", "parts"]

_SMALLEST = 1000  # bytes; packing less makes it larger


def parts() -> Iterator[Part]:
    """Yield every part of this folder, by name."""
    for found in iter_modules(__path__):
        part = getattr(import_module(f"{__name__}.{found.name}"), "PART", None)
        if isinstance(part, Part):
            yield part


def application(setting: Setting) -> Starlette:
    """Return the program that answers.

    Raises:
        DataError: H020, the directory cannot be opened.
    """
    routes = [route for part in parts() for route in part.routes(setting)]
    middleware = [
        Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["*"],
            allow_private_network=True,  # a page of the newsroom asks the desk beside it; /review looks at the origin
            expose_headers=["ETag", "Link", "Retry-After"],
        ),
        Middleware(RateLimit, most=setting.rate),
        Middleware(GZipMiddleware, minimum_size=_SMALLEST),
    ]
    return Starlette(routes=routes, middleware=middleware, exception_handlers=HANDLERS)
