import sys
from types import SimpleNamespace

import pytest

from amanat.read.flow import Flow, Paragraph, Piece, as_data
from amanat.read.told import prepare, told


def test_a_reader_is_prepared_and_asked_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    ready: list[str] = []
    reader = SimpleNamespace(
        prepare=lambda: ready.append("yes"), flow=lambda data, depth: Flow((Paragraph((Piece(f"{data!r} {depth}"),)),))
    )
    monkeypatch.setitem(sys.modules, "reader_of_ours", reader)  # type: ignore[arg-type]
    prepare("reader_of_ours")
    assert ready == ["yes"]
    assert told(b"x", "reader_of_ours") == as_data(Flow((Paragraph((Piece("b'x' 0"),)),)))
    prepare("json")
