import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

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


def test_export_writes_a_style_and_what_is_lost(run: Callable, tmp_path: Path) -> None:
    result = run("rules", "export", "--to", "vale", "--output", tmp_path)
    assert result.exit_code == 0, result.output
    rule = yaml.safe_load((tmp_path / "Amanat" / "D301.yml").read_text("utf-8"))
    assert rule["level"] == "error"
    assert "D901: a draft" in (tmp_path / "Amanat" / "LOST.md").read_text("utf-8")


def test_answers_are_counted_and_shown_and_forgotten(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert "Nobody has answered" in run("rules", "stats").stdout
    for _ in range(25):
        assert run("rules", "count", "d101", "reject", "--reason", "title of the Act by Gulmina").exit_code == 0
    text = run("rules", "stats").stdout
    assert "D101  taken    0  not   25  0.00  law 25" in text
    assert "make it quieter" in text
    assert json.loads(run("rules", "stats", "--format", "json").stdout)["demote"] is True
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and "Gulmina" in p.read_text()]
    assert "deleted" in run("rules", "stats", "--forget").stdout
    assert "Nobody has answered" in run("rules", "stats").stdout


def test_an_answer_to_no_rule_is_refused(run: Callable) -> None:
    result = run("rules", "count", "D998", "accept")
    assert result.exit_code == 2
    assert "U005" in result.output


RULE = """\
kind: phrase
code: D999
lang: en
theme: stigma
title: Animal words for children
form: text
category: dehumanize
severity: warning
basis: editorial
pattern: '{pattern}'
why: Children who work are children; an animal's name takes their dignity away.
sources: {{style: {{title: A guide and its page, url: 'https://example.org/guide'}}}}
examples:
  wrong: [The kiln rats were taken home.]
  better: [The children were taken home.]
  negative: [There were rats in the kiln., A kiln was lit at dawn., The cat caught a rat.]
"""


@pytest.mark.parametrize(
    ("pattern", "status", "says"),
    [
        (r"\bkiln rats?\b", 0, "keeps its word on 5 sentences"),
        (r"\brats?\b", 1, "Marked, though it is fine: The cat caught a rat."),
        (r"\bkiln mice\b", 1, "Not marked: The kiln rats were taken home."),
        (r"\bkiln (rats", 2, "K020"),
    ],
)
def test_try_a_rule_before_it_lies_in_its_folder(
    run: Callable, tmp_path: Path, pattern: str, status: int, says: str
) -> None:
    path = tmp_path / "D999-kiln-rat.yaml"
    path.write_text(RULE.format(pattern=pattern), "utf-8")
    result = run("rules", "try", str(path))
    assert result.exit_code == status
    assert says in result.output


def test_try_the_own_rules_of_a_house_style(run: Callable, tmp_path: Path) -> None:
    rule = RULE.format(pattern=r"\bkiln mice\b").replace("D999", "H001").replace("\n", "\n    ")
    path = tmp_path / "post.yaml"
    path.write_text(f"kind: house\nname: The Valley Post\nown:\n  - {rule}", "utf-8")
    result = run("rules", "try", str(path))
    assert result.exit_code == 1
    assert result.output.startswith("H001")
    path.write_text("kind: house\nname: The Valley Post\n", "utf-8")
    assert "no rule of its own" in run("rules", "try", str(path)).output


def test_try_tells_that_a_code_is_taken_and_which_is_free(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "D101-kiln-rat.yaml"
    path.write_text(RULE.format(pattern=r"\bkiln mice\b").replace("D999", "D101"), "utf-8")
    result = run("rules", "try", str(path))
    assert result.exit_code == 2
    assert "K009: D101-kiln-rat.yaml:2: the code D101 is taken by en/child-terms/D101-" in result.stderr
    free = result.stderr.split("; ")[1].split()[0]
    path.write_text(path.read_text("utf-8").replace("D101", free), "utf-8")
    assert run("rules", "try", str(path)).output.startswith(free)


def test_a_rule_in_its_folder_does_not_take_its_own_code(run: Callable, house: Path) -> None:
    (path,) = (house / "dignity/phrases").rglob("D101-*.yaml")
    assert run("rules", "try", str(path)).exit_code == 0
