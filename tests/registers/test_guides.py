"""What somebody in a situation can be told: tied to facts, readable, in two languages."""

import re
from pathlib import Path

import pytest

from amanat.core import Confidence, PackError, UsageError
from amanat.languages.readability import grade
from amanat.packs import load
from amanat.registers import Registers
from amanat.registers.guides import PARTS, Guides
from amanat.registers.situations import Situations

REGISTERS = Registers()
GUIDES = REGISTERS.guides
SITUATIONS = {s.id for s in Situations.over(REGISTERS.packs).all}
EVERY = sorted(GUIDES.by_id)


def test_the_situations_that_come_up_most_have_a_guide() -> None:
    assert {id_.partition(".")[2] for id_ in EVERY} >= {
        "debt-abroad",
        "child-domestic",
        "kiln-family",
        "forced-marriage-border",
        "smuggled-deported",
        "asked-to-testify",
        "journalist-notice",
        "missing-child",
    }


@pytest.mark.parametrize("id_", EVERY)
def test_every_sentence_stands_on_a_fact_with_a_source(id_: str) -> None:
    for line in GUIDES.by_id[id_].lines:
        assert line.facts
        assert all(f.sources and f.confidence is not Confidence.UNCERTAIN for f in line.facts), line.text["en"]


@pytest.mark.parametrize("id_", EVERY)
def test_a_guide_reads_easily_and_stands_in_both_languages(id_: str) -> None:
    guide = GUIDES.by_id[id_]
    assert grade(guide.words("en")) < 8
    assert all(re.search(r"[\u0600-\u06ff]", line.text["ur"]) for line in guide.lines)
    assert guide.review["ur"] == "needs native review"
    assert set(guide.situations) <= SITUATIONS
    assert [part for part, _ in guide.parts] == [part for part in PARTS if part in dict(guide.parts)]


def test_terms_of_years_in_a_sentence_are_those_of_its_facts() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    number = {word: str(n) for n, word in enumerate(words, 1)}
    for guide in GUIDES.by_id.values():
        for line in guide.lines:
            told = re.findall(r"\b(\w+)(?: (?:to|or) (\w+))? years\b", line.text["en"])
            facts = " ".join(f.statement for f in line.facts)
            for pair in told:
                for one in filter(None, pair):
                    assert re.search(rf"\b{number.get(one, one)}\b|\b{one}\b", facts), (guide.id, one, facts)


def test_a_guide_is_found_by_what_happened() -> None:
    found = [g.id for g in GUIDES.for_situations(("bonded_labour", "trafficking"), "PK")]
    assert found[0] in {"pk.kiln-family", "pk.child-domestic"}
    assert GUIDES.for_situations(("bonded_labour",), "NP") == ()
    assert GUIDES.for_situations((), "PK") == ()


def test_an_unknown_guide_is_a_wrong_call() -> None:
    assert GUIDES.guide("kiln-family") is GUIDES.guide("pk.kiln-family")
    with pytest.raises(UsageError, match="kiln-family"):
        GUIDES.guide("no-such")


@pytest.mark.parametrize("facts", ["pk.no.such", "pk.ptpa.2018.s6, pk.no.such"])
def test_a_sentence_on_a_fact_that_is_not_held_is_refused(facts: str, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(
        "kind: guide\nas_of: 2026-11-24\njurisdiction: PK\nid: pk.bad\n"
        "title: {en: A, ur: ا}\nsituations: [trafficking]\n"
        "review: {en: x, ur: y}\nparts:\n  - part: rights\n    lines:\n"
        f"      - {{en: You have a right., ur: آپ کا حق ہے۔, facts: [{facts}]}}\n",
        "utf-8",
    )
    with pytest.raises(PackError, match="name a fact") as caught:
        Guides.over(load(tmp_path), REGISTERS.laws)
    assert caught.value.code == "K031"
