import inspect
import re

import pytest

from amanat.core import AmanatError, errors

FAMILY = [e for _, e in inspect.getmembers(errors, inspect.isclass) if issubclass(e, AmanatError)]


def test_an_error_has_code_and_sentence() -> None:
    error = errors.ReadError("R001", "there is no such file")
    assert (error.code, error.message, str(error)) == ("R001", "there is no such file", "R001: there is no such file")
    assert error.exit_status == 2


@pytest.mark.parametrize("kind", FAMILY, ids=lambda e: e.__name__)
def test_the_drawing_shows_the_whole_family(kind: type) -> None:
    assert re.search(rf"\b{kind.__name__}\b", errors.__doc__ or "")
    assert kind is AmanatError or AmanatError in kind.__mro__


def test_the_family_stays_small() -> None:
    assert 1 < len(FAMILY) <= 10
