import json
from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.core import Document, Identifier, Span, Trace, TraceKind


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def found(document: Document, *_: object) -> tuple[Trace, ...]:
        start = document.text.index("0300")
        return (
            Trace(Span(0, 4), TraceKind.NAME, Identifier.DIRECT, 0.4),
            Trace(Span(start, start + 12), TraceKind.PHONE, Identifier.DIRECT, 0.99),
        )

    monkeypatch.setattr("amanat.cli.identify.identifiers", found)
    path = tmp_path / "a.txt"
    path.write_text("Noor\nsaid 0300-0000000 is hers.")
    return path


@pytest.mark.parametrize(("threshold", "kinds"), [((), ["PHONE"]), (("--threshold", "0.4"), ["NAME", "PHONE"])])
def test_json_holds_what_is_sure_enough(
    run: Callable, file: Path, threshold: tuple[str, ...], kinds: list[str]
) -> None:
    result = run("identify", "--format", "json", *threshold, file)
    record = json.loads(result.stdout)
    assert [span["kind"] for span in record["spans"]] == kinds
    assert record["spans"][-1] == {"start": 10, "end": 22, "kind": "PHONE", "identifier": "direct", "score": 0.99}
    assert result.exit_code == 0


def test_text_shows_line_and_words(run: Callable, file: Path) -> None:
    assert "line 2    direct  PHONE        0.99  0300-0000000" in run("identify", file).stdout


def test_a_bad_file_does_not_stop_the_others(run: Callable, file: Path) -> None:
    result = run("identify", "nowhere.txt", file)
    assert result.exit_code == 2
    assert "nowhere.txt: R001: there is no such file" in result.stderr
    assert "PHONE" in result.stdout


@pytest.mark.parametrize("threshold", ["-0.1", "1.1", "x"])
def test_a_threshold_is_between_0_and_1(run: Callable, file: Path, threshold: str) -> None:
    assert run("identify", "--threshold", threshold, file).exit_code == 2
