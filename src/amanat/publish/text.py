"""The safe version as plain text."""

from amanat.core import Edition

SUFFIX = "txt"


def write(edition: Edition) -> bytes:
    """Return the text in UTF-8."""
    return edition.text.encode("utf-8", "replace")
