"""From errors to words and exit statuses."""

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from amanat.core import AmanatError, fault_of

P = ParamSpec("P")
T = TypeVar("T")


class Coded(click.ClickException):
    """Shown as `Error: CODE: sentence`, with the exit status of the contract."""

    exit_code = AmanatError.exit_status

    def __init__(self, error: AmanatError) -> None:
        """Take over an error of the house."""
        super().__init__(f"{error.code}: {error.message}")


def coded(call: Callable[P, T]) -> Callable[P, T]:
    """Make a command end with the sentence of an AmanatError instead of a traceback."""

    @wraps(call)
    def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return call(*args, **kwargs)
        except AmanatError as error:
            raise Coded(error) from error

    return inner


def as_fault(error: Exception) -> AmanatError:
    """Turn an unforeseen error into one that may be printed: its type and place, never its words.

    An exception's message may quote the story it broke on, and error output is often pasted into a public tracker.
    """
    if os.environ.get("AMANAT_DEBUG") and not isinstance(error, AmanatError):
        raise error
    return fault_of(error)
