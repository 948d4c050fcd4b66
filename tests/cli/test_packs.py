import json
from collections.abc import Callable

import pytest

from amanat.cli.packs import Shelf
from amanat.packs import File


def test_facts_are_counted_by_how_sure_they_are_and_the_oldest_look_is_kept() -> None:
    shelf = Shelf("PK", "law")
    content = {
        "kind": "law",
        "as_of": "2026-11-23",
        "works": [
            {"id": "a", "confidence": "verified", "checked_on": "2025-01-01"},
            {"id": "b", "confidence": "uncertain", "versions": [{"confidence": "verified"}]},
        ],
    }
    shelf.take(File("pk/law/a.yaml", "law", "PK", content))
    assert shelf.files == 1
    assert shelf.confidence == {"verified": 2, "uncertain": 1}
    assert shelf.oldest == "2025-01-01"


def test_what_was_looked_at_long_ago_is_marked(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    old = File("pk/a.yaml", "law", "PK", {"kind": "law", "as_of": "2020-01", "confidence": "verified"})

    class Few:
        files = (old,)

    monkeypatch.setattr("amanat.cli.packs.load", Few)
    assert "2020-01  (over a year ago)" in run("packs").stdout


def test_the_shipped_packs_are_shown(run: Callable) -> None:
    result = run("packs")
    assert result.exit_code == 0, result.output
    assert {line.split()[0] for line in result.stdout.splitlines()} >= {"PK", "WORLD"}


def test_one_pack_as_json(run: Callable) -> None:
    records = [json.loads(line) for line in run("packs", "pk", "--format", "json").stdout.splitlines()]
    assert {record["pack"] for record in records} == {"PK"}
    assert all(set(record["confidence"]) == {"verified", "single-source", "uncertain"} for record in records)


def test_an_unknown_pack_is_a_wrong_call(run: Callable) -> None:
    result = run("packs", "XX")
    assert result.exit_code == 2
    assert "U006: no pack XX" in result.stderr


def test_what_somebody_should_look_at(run: Callable) -> None:
    result = run("packs", "check")
    assert result.exit_code == 0, result.output
    assert "give an address to open" in result.stdout
    assert "conflict (" in result.stdout
    notices = [
        json.loads(line) for line in run("packs", "check", "--days", "0", "--format", "json").stdout.splitlines()
    ]
    assert {"conflict", "stale"} <= {notice["what"] for notice in notices}


def test_the_table_and_the_check_live_side_by_side(run: Callable) -> None:
    assert "check" in run("packs", "--help").stdout
    assert run("packs", "show", "PK").stdout == run("packs", "PK").stdout
