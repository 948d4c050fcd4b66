"""Amanat: one pass over a story about trafficking or smuggling.

>>> from amanat.read import read_bytes
>>> from amanat.review import review
>>> from amanat.publish import publish
>>> document = read_bytes(b"A bus stopped at the border.")
>>> publish(document, review(document)).text
'A bus stopped at the border.'

The doors are verbs (`read`, `review`, `publish`): each package of that name exports the function of that name.
"""

__version__: str
__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """Look the version up when it is asked for: reading it costs more than the rest of `amanat --help`."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("amanat")
    raise AttributeError(f"module 'amanat' has no attribute {name!r}")
