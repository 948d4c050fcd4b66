import json
from collections.abc import Callable

import pytest

from amanat.core import Room, RuleCard, Severity, Source

CARDS = (
    RuleCard(
        "D101",
        Room.DIGNITY,
        "Child and a trade word",
        Severity.WARNING,
        "A child cannot consent.",
        (Source("A guide", "https://guide.example"),),
        ("wrong words",),
        ("better words",),
        ("like words",),
    ),
    RuleCard("L101", Room.LAW, "Treaty joined or not", Severity.ERROR, "Law.", (Source("A book", ""),), status="draft"),
)


@pytest.fixture(autouse=True)
def cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amanat.cli.rules.rule_cards", lambda: CARDS)


def test_list(run: Callable) -> None:
    lines = run("rules", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["D101", "L101"]
    assert lines[1].endswith("(draft)")


def test_explain(run: Callable) -> None:
    text = run("rules", "explain", "d101").stdout
    for words in (
        "A child cannot consent.",
        "Flagged: wrong words",
        "Better: better words",
        "Fine as it is: like words",
    ):
        assert words in text
    assert "Source: A guide <https://guide.example>" in text


@pytest.mark.parametrize("words", [("list",), ("explain", "D101", "L101")])
def test_json(run: Callable, words: tuple[str, ...]) -> None:
    records = [json.loads(line) for line in run("rules", *words, "--format", "json").stdout.splitlines()]
    assert [record["code"] for record in records] == ["D101", "L101"]
    assert records[0]["sources"] == [{"title": "A guide", "url": "https://guide.example"}]


def test_an_unknown_code_is_a_wrong_call(run: Callable) -> None:
    result = run("rules", "explain", "D101", "D999")
    assert result.exit_code == 2
    assert "U005: no rule D999" in result.stderr
    assert result.stdout == ""
