"""Rules with named values as readers read them."""

from typing import Any

import pytest

from amanat.packs import Record, load
from amanat.packs.checks import SCHEMAS
from amanat.packs.strict_yaml import parse
from amanat.registers.rule_words import in_words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"bailable": False, "compoundable": False}, "non-bailable; not compoundable"),
        ({"compoundable": "not stated"}, "compoundable: not stated"),
        ({"court": "Magistrate", "decision_within_days": 90}, "tried by: Magistrate; decision within 90 days"),
        ({"marriage_age_female": 16, "marriage_age_male": 18}, "women may marry from 16; men may marry from 18"),
    ],
)
def test_a_rule_is_written_for_readers(rule: Record, words: str) -> None:
    assert in_words(rule) == words


def test_every_named_value_that_the_schema_allows_has_words() -> None:
    schema: Any = parse((SCHEMAS / "law.yaml").read_text("utf-8"), "law.yaml")[0]
    samples = {"boolean": True, "integer": 3}
    for key, shape in schema["$defs"]["values"]["properties"].items():
        for kind in shape.get("anyOf", [shape]):
            told = in_words({key: samples.get(kind.get("type"), "x")})
            assert told
            assert "True" not in told
            assert "_" not in told


def test_no_rule_of_a_pack_shows_its_keys() -> None:
    content: list[Any] = [file.content for file in load().of_kind("law")]
    provisions = [provision for one in content for provision in one.get("provisions", ())]
    rules = [provision["rule"] for provision in provisions if isinstance(provision.get("rule"), dict)]
    assert rules
    assert not any(word in in_words(rule) for rule in rules for word in ("_", "True", "False"))
