"""SARIF: places that other tools find, and no word of a story."""

import json

import pytest

from amanat.core import Document, ReadError, Review
from amanat.publish.contract import line
from amanat.publish.sarif import sarif
from amanat.read import read_bytes
from amanat.review import review, rule_cards

STORY = """\
Zarmeena's street\u00a0– اغوا

Police held “the illegal migrants” of Gulbahar Colony near the camp. The illegal migrants had paid a smuggler.
A prostitute was found. <!-- amanat: keep D201 reason="title of the Act" -->
"""


@pytest.fixture(scope="module")
def pair() -> tuple[Document, Review]:
    document = read_bytes(STORY.encode(), "story.txt")
    return document, review(document)


def test_a_sarif_log_points_at_the_words(pair: tuple[Document, Review]) -> None:
    log = json.loads(line(sarif([pair], rule_cards(), "1.0.0")))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    rows = STORY.split("\n")
    seen = 0
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result.get("level") in {"error", "warning", "note"} or "suppressions" in result
        region = result["locations"][0]["physicalLocation"].get("region")
        if result["ruleId"] == "D301" and "suppressions" not in result:
            seen += 1
            words = rows[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words == "illegal migrants"
            assert STORY[region["charOffset"] : region["charOffset"] + region["charLength"]] == words
            assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]
    assert seen == 2


def test_what_an_editor_keeps_is_a_suppressed_result(pair: tuple[Document, Review]) -> None:
    results = json.loads(line(sarif([pair], rule_cards(), "1.0.0")))["runs"][0]["results"]
    (kept,) = [r for r in results if "suppressions" in r]
    assert kept["ruleId"] == "D201"
    assert kept["suppressions"] == [{"kind": "inSource", "justification": "law"}]


def test_a_file_that_could_not_be_read_is_told() -> None:
    log = json.loads(line(sarif([], (), "1.0.0", [("x.txt", ReadError("R001", "no such file"))])))
    (told,) = log["runs"][0]["invocations"]
    assert not told["executionSuccessful"]
    assert "R001" in told["toolExecutionNotifications"][0]["message"]["text"]


def test_a_log_holds_no_word_that_only_the_story_has(pair: tuple[Document, Review]) -> None:
    log = line(sarif([pair], rule_cards(), "1.0.0"))
    assert "Gulbahar" not in log
    assert "Zarmeena" not in log
