"""What is done to the bytes is done in the cage; the parent only waits, a bounded time."""

import sys
import time
from pathlib import Path

import pytest

from amanat.core import ReadError
from amanat.read.cage import Answer, Bounds, caged, missing_walls


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def code(job: str, question: object = None, **bounds: int) -> str:
    with pytest.raises(ReadError) as caught:
        caged(f"jobs:{job}", b"x", question, Bounds(**bounds))  # type: ignore[arg-type]
    return caught.value.code


def test_bytes_go_in_and_plain_data_come_out() -> None:
    data = b"12345" * 200_000
    assert caged("jobs:count", data, {"a": [1, None]}) == Answer(
        {"size": len(data), "question": {"a": [1, None]}}, (b"123", b"", b"45")
    )


@pytest.mark.skipif(bool(missing_walls()), reason=f"this system has no {', '.join(missing_walls())}")
def test_nothing_gets_out(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("secret")
    outcome = caged("jobs:break_out", b"", {"file": str(file)}).data
    assert isinstance(outcome, dict)
    assert len(outcome) == 13
    assert set(outcome.values()) == {"refused"}, outcome
    assert file.read_text() == "secret"


@pytest.mark.parametrize(("job", "bounds"), [("spin", {"seconds": 1}), ("sleep", {"wait": 2}), ("spin", {"wait": 2})])
def test_time_is_bounded(job: str, bounds: dict[str, int]) -> None:
    begin = time.monotonic()
    assert code(job, **bounds) == "R012"
    assert time.monotonic() - begin < 30, "far less on a machine with nothing else to do"


@pytest.mark.parametrize(
    ("job", "says"),
    [("eat", "R014"), ("crash", "R013"), ("nest", "R011"), ("refuse", "R015"), ("need", "R010"), ("leave", "R013")],
)
def test_whatever_happens_inside_comes_out_as_a_code(job: str, says: str) -> None:
    assert code(job) == says


@pytest.mark.parametrize(
    ("library", "extra"),
    [("lxml.etree", "documents"), ("pikepdf", "pdf"), ("fontTools.agl", "pdf"), ("PIL.Image", "pictures")],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(library: str, extra: str) -> None:
    with pytest.raises(ReadError, match=rf"pip install 'amanat\[{extra}\]'"):
        caged("jobs:need", b"", library)


def test_what_comes_out_is_bounded() -> None:
    assert code("answer", 300_000, answer=200_000) == "R013"
    assert caged("jobs:answer", b"", 100_000, Bounds(answer=200_000)).data == "x" * 100_000


def test_the_parent_keeps_its_own_path_out_of_the_environment() -> None:
    assert "jobs" not in sys.modules
