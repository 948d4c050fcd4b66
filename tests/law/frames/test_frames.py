"""The frames that press sentences with verdicts do not cover: figures, helplines, offences named without a law."""

from collections.abc import Callable

import pytest

from amanat.core import ClaimKind
from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


def kinds(found: tuple[Statement, ...]) -> list[str]:
    return [s.topic for s in found if s.kind]


@pytest.mark.parametrize(
    "text",
    [
        "A total of 3,412 cases of child labour were reported in 2019, the survey said.",
        "Some 3.1 million boys work in tanneries.",
        "Complaints have nearly tripled over the past decade.",
        "It was the first conviction under the new ordinance, the first case of its kind.",
        "Forty per cent of workers were in debt, the survey found.",
        "The hostel took in about 640 migrants in 2022.",
    ],
)
def test_a_figure_of_the_world_at_large_is_a_statistic(text: str, said: Said) -> None:
    (found,) = said(text, "PK")
    assert (found.kind, found.topic, found.fact) == (ClaimKind.STATISTIC, "statistic", None)


@pytest.mark.parametrize(
    "text",
    [
        "The 12 men were held at the kiln.",
        "She paid Rs200,000 to the agent in 2019.",
        "The village lies 40 km from the border.",
        "The boy was 11 years old when 20 people came.",
        "Police had registered 27 cases of kidnapping this year.",
        "In 2016 the family moved.",
    ],
)
def test_a_number_of_the_case_is_not(text: str, said: Said) -> None:
    assert "statistic" not in kinds(said(text, "PK"))


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("Call the ZARRA helpline 1099.", True),
        ("Dial the hotline 1099 at any hour.", True),
        ("The helpline can be reached at 0800-99999.", False),
        ("Its toll-free number: 0800-11223.", False),
    ],
)
def test_a_helpline_is_compared_with_the_register(text: str, supported: bool, said: Said) -> None:  # noqa: FBT001
    (found,) = [s for s in said(text, "PK") if s.topic == "helpline"]
    assert found.kind is ClaimKind.AGENCY
    assert bool(found.fact) is supported
    assert len(found.span) < 45


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("In Pakistan bonded labour was outlawed in 1992.", "pk.blsaa.1992"),
        ("Forced marriage is a criminal offence in Pakistan.", ""),
        ("Child labour was criminalised in 2016.", ""),
    ],
)
def test_an_offence_may_be_named_without_its_law(text: str, fact: str, said: Said) -> None:
    (found,) = [s for s in said(text, "PK") if s.topic == "outlawed"]
    assert (found.fact.id if found.fact else "") == fact


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Pakistan has yet to ratify the Palermo Protocol.", False),
        ("Pakistan was asked to ratify the Palermo Protocol.", True),
        ("Pakistan refused to ratify the Palermo Protocol.", False),
        ("Pakistan will not sign the Palermo Protocol.", True),
        ("Pakistan, after acceding to the Palermo Protocol, changed its rules.", False),
        ("Pakistan is considering acceding to the Palermo Protocol.", True),
    ],
)
def test_a_plan_is_no_statement_and_a_refusal_is(text: str, plan: bool, said: Said) -> None:  # noqa: FBT001
    assert ("status" not in kinds(said(text, "PK"))) is plan


def test_an_urdu_penalty_is_read_with_its_law(said: Said) -> None:
    text = "تارکین وطن کی اسمگلنگ کی روک تھام کے قانون کے تحت اسمگلر کو پانچ سال تک قید ہو سکتی ہے۔"
    (found,) = [s for s in said(text, "PK") if s.topic == "penalty"]
    assert found.fact
    assert found.fact.id == "pk.psma.2018.s3@2018"


@pytest.mark.parametrize(
    ("text", "topic", "supported"),
    [
        ("The raid violated Pakistan's obligations under the Convention on the Rights of the Child.", "duty", True),
        ("Article 8 of the International Covenant on Civil and Political Rights forbids slavery.", "duty", False),
        ("The legal age of marriage is 18 in the province.", "rule", False),
        ("The law prohibits the employment of children in kilns.", "rule", False),
        ("The Child Protection Bureau is responsible for such children.", "task", False),
        ("She called the Modern Slavery Helpline.", "helpline", False),
        ("Parliament adopted the law in March 2019.", "enactment", False),
    ],
)
def test_law_may_be_invoked_without_a_statute(text: str, topic: str, supported: bool, said: Said) -> None:  # noqa: FBT001
    (found,) = [s for s in said(text, "PK") if s.topic == topic]
    assert found.kind
    assert (found.verdict.value == "supported") is supported
