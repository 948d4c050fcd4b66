"""The small files that fuzzing kept (`bench/fuzz.py`), without the cage: what is no ReadError shows as itself."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.core import ReadError
from amanat.read import read_bytes
from amanat.read.formats import readers
from amanat.read.picture_layers import inside

CORPUS = Path(__file__).parent / "corpus"
COLLAPSED = (RecursionError, MemoryError)
"""What the cage answers with R011 and R014."""


def reader_of(form: str) -> Callable[[bytes], object]:
    if form == "txt":
        return read_bytes
    if form == "picture":
        return inside.told
    reader = readers()[f".{form}"]
    if hasattr(reader, "prepare"):
        reader.prepare()
    return lambda data: (reader.flow(data, 0), list(getattr(reader, "pictures", lambda _: ())(data)))


@pytest.mark.parametrize("form", ["docx", "eml", "html", "odt", "pdf", "picture", "txt"])
def test_each_is_read_or_refused_with_a_code(form: str) -> None:
    read, said = reader_of(form), Counter[str]()
    for path in sorted((CORPUS / form).iterdir()):
        try:
            read(path.read_bytes())
            said["read"] += 1
        except ReadError as error:
            said[error.code] += 1
        except COLLAPSED as error:
            said[type(error).__name__] += 1
    assert said["read"], "and not all of them are refused"
    assert said.total() >= 5


def test_pictures_in_each_are_found_or_refused_with_a_code() -> None:
    for form in ("docx", "eml", "html", "odt"):
        reader = readers()[f".{form}"]
        for path in sorted((CORPUS / form).iterdir()):
            try:
                assert all(isinstance(picture, bytes) for picture in reader.pictures(path.read_bytes()))
            except ReadError as error:
                assert error.code.startswith("R0")  # noqa: PT017 - both outcomes are right
