"""What the room owes to every document, whatever stands in it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat import law
from amanat.core import Answer, Confidence, Scene, Severity, Verdict
from amanat.read import read_bytes
from amanat.registers import Registers

REGISTERS = Registers()
PIECES = [
    "Pakistan",
    "has not",
    "ratified",
    "acceded to",
    "the Palermo Protocol",
    "Tier 2",
    "Watch List",
    "in 2022",
    "in 2018",
    "section 371A",
    "of the PPC",
    "up to seven years",
    "the Prevention of Trafficking in Persons Act, 2018",
    ".",
    "\n\n",
    "but",
    "while",
    "1,204 girls",
    "per cent of",
    "helpline 1099",
    "((((",
    "\u202e",
    "پاکستان",
    "دفعہ 371",
    "🙂",
    "'s",
    "—",
    "KP Governor",
    "Zarmina Achakzai",
    "Faisal Karim Kundi",
    "non-bailable",
    "death penalty",
    "Rs1 million",
    "fine of",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_every_span_lies_in_the_text_and_holds_something(pieces: list[str]) -> None:
    text = "Story: " + " ".join(pieces)
    document = read_bytes(text.encode())
    answer = law.ask(document, Scene(("PK",), (), (), ()), REGISTERS)
    spans = [c.span for c in answer.claims] + [f.span for f in answer.findings if f.span]
    spans += [fix.span for f in answer.findings for fix in f.fixes]
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.text)


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_at_all_is_answered(text: str) -> None:
    document = read_bytes(("Story: " + text.replace("\0", " ")).encode())
    answer = law.ask(document, Scene((), (), (), ()), REGISTERS)
    assert all(claim.span.end <= len(document.text) for claim in answer.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Section " * 4000,
        "((" * 9000 + "Act 2018",
        "The " + "Very " * 5000 + "Long Act, 2018 was passed in 2019.",
        "1,000 " * 6000 + "cases",
        "Pakistan and " * 4000 + "ratified the Palermo Protocol.",
        "ratified " * 5000 + "the Palermo Protocol in Pakistan",
    ],
)
def test_hostile_repetition_is_answered_within_seconds(text: str) -> None:
    document = read_bytes(text.encode())
    answer = law.ask(document, Scene(("PK",), (), (), ()), REGISTERS)
    assert len(answer.claims) <= text.count("Act") + text.count("Protocol") + text.count("cases")


def test_messages_quote_nothing_of_the_story(answered: Callable[..., Answer]) -> None:
    story = (
        "Zarmina Achakzai of Kandhkot said Pakistan is not a party to the Palermo Protocol, contrary to Gulalai Noon."
    )
    answer = answered(story, "PK")
    assert answer.findings
    for finding in answer.findings:
        told = finding.message + finding.remedy + " ".join(fix.replacement for fix in finding.fixes)
        assert not {"Zarmina", "Achakzai", "Kandhkot", "Gulalai", "Noon"} & set(told.replace(".", " ").split())


def test_an_uncertain_fact_is_at_most_a_note(answered: Callable[..., Answer], registers: Registers) -> None:
    uncertain = [
        e for t in registers.treaties.by_id.values() for e in t.status if e.fact.confidence is Confidence.UNCERTAIN
    ]
    assert uncertain
    for event in uncertain:
        treaty = registers.treaties.treaty(event.fact.id.partition("#")[0])
        country = registers.jurisdictions.by_id[event.party].name
        answer = answered(f"{country} never ratified the {treaty.short}.", event.party)
        assert all(f.severity is Severity.NOTE for f in answer.findings), treaty.short


def test_a_single_source_is_at_most_a_warning(answered: Callable[..., Answer]) -> None:
    answer = answered("Pakistan ratified the Smuggling of Migrants Protocol.", "PK")
    assert [(f.code, f.severity) for f in answer.findings] == [("L001", Severity.WARNING)]


def test_a_year_can_be_put_right_by_one_fix(answered: Callable[..., Answer]) -> None:
    text = "Pakistan acceded to the Palermo Protocol in 2010."
    fix = answered(text, "PK").findings[0].fixes[0]
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert mended == "Pakistan acceded to the Palermo Protocol in 2022."
    assert [c.verdict for c in answered(mended, "PK").claims] == [Verdict.SUPPORTED]


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan ratified the Palermo Protocol in 2022.",
        "Pakistan's ratification of the Palermo Protocol in 2022 was welcomed.",
        "Nepal was put on Tier 2 in the 2024 report.",
        "Parliament passed the Prevention of Trafficking in Persons Act in 2015.",
        "The men were tried under the Modern Slavery Act 2014.",
    ],
)
def test_what_a_fix_leaves_is_supported(text: str, answered: Callable[..., Answer]) -> None:
    fixes = [fix for finding in answered(text, "PK").findings for fix in finding.fixes]
    assert len(fixes) == 1
    mended = text[: fixes[0].span.start] + fixes[0].replacement + text[fixes[0].span.end :]
    assert {c.verdict for c in answered(mended, "PK").claims} == {Verdict.SUPPORTED}


def test_the_story_without_law_has_no_statement(answered: Callable[..., Answer]) -> None:
    answer = answered("The girl sold vegetables with her aunt. A neighbour saw the van leave at noon.", "PK")
    assert (answer.findings, answer.claims, answer.keeps) == ((), (), ())
