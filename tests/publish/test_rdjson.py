"""rdjson: places that reviewdog finds, and no word of a story."""

import json

import pytest
from jsonschema import Draft202012Validator

from amanat.core import Document, Review
from amanat.publish.contract import line
from amanat.publish.rdjson import rdjson
from amanat.read import read_bytes
from amanat.review import review

STORY = """\
Zarmeena's street\u00a0– اغوا

Police held “the illegal migrants” of Gulbahar Colony near the camp. The illegal migrants had paid a smuggler.
"""


SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
WORDS = {"type": "string"}


def shape(required: list[str], **properties: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


POSITION = shape(["line"], line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
RANGE = shape(["start"], start=POSITION, end=POSITION)
SOURCE = shape(["name"], name=WORDS, url=WORDS)
RDJSON = shape(
    ["diagnostics"],
    source=SOURCE,
    severity=SEVERITY,
    diagnostics={
        "type": "array",
        "minItems": 1,
        "items": shape(
            ["message", "location"],
            message=WORDS,
            location=shape(["path"], path=WORDS, range=RANGE),
            severity=SEVERITY,
            source=SOURCE,
            code=shape(["value"], value=WORDS, url=WORDS),
            suggestions={"type": "array", "items": shape(["range", "text"], range=RANGE, text=WORDS)},
            original_output=WORDS,
        ),
    },
)
"""The fields of reviewdog's diagnostic format (its README and `reviewdog.proto`, seen 2026-11-29), and no others."""


def test_a_result_has_the_fields_that_the_format_names_and_no_others(pair: tuple[Document, Review]) -> None:
    Draft202012Validator(RDJSON).validate(json.loads(line(rdjson([pair]))))


@pytest.fixture(scope="module")
def pair() -> tuple[Document, Review]:
    document = read_bytes(STORY.encode(), "story.txt")
    return document, review(document)


def test_rdjson_counts_columns_in_bytes(pair: tuple[Document, Review]) -> None:
    found = json.loads(line(rdjson([pair])))["diagnostics"]
    rows = STORY.split("\n")
    hits = [d for d in found if d["code"]["value"] == "D301"]
    assert len(hits) == 2
    for hit in hits:
        start, end = hit["location"]["range"]["start"], hit["location"]["range"]["end"]
        words = rows[start["line"] - 1].encode()[start["column"] - 1 : end["column"] - 1]
        assert words.decode() == "illegal migrants"
        assert hit["severity"] in {"ERROR", "WARNING"}
        assert hit["suggestions"][0]["text"]
    assert all(d["message"] and d["location"]["path"] == "story.txt" for d in found)


def test_a_result_holds_no_word_that_only_the_story_has(pair: tuple[Document, Review]) -> None:
    told = line(rdjson([pair]))
    assert "Gulbahar" not in told
    assert "Zarmeena" not in told
