"""From errors to words and exit statuses."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from amanat.core import AmanatError

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
    if isinstance(error, AmanatError):
        return error
    if os.environ.get("AMANAT_DEBUG"):
        raise error
    trace, place = error.__traceback__, ""
    while trace:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return AmanatError(
        "X001", f"a fault of ours ({type(error).__name__} in {place}); please report it, without the story"
    )
