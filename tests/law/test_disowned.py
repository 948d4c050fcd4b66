"""A statement that its own sentence denies: the answer is turned round, or nothing is said."""

from collections.abc import Callable

import pytest

from amanat.core import Answer, Severity
from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]
JOINED = "Bangladesh has acceded to the Palermo Protocol"
NOT = "Bangladesh has not acceded to the Palermo Protocol"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (f"{NOT}.", ["contradicted"]),
        (f"It is wrong to say that {NOT}.", ["supported"]),
        (f"The excuse that {NOT} has run out.", ["supported"]),
        (f"The claim that {NOT} is out of date.", ["supported"]),
        (f"Contrary to the belief that {NOT}, it did so in 2019.", ["supported"]),
        (f"He wrongly told the court that {NOT}.", []),
        (f"He wrongly told the court that {JOINED}.", ["contradicted"]),
        (f"Critics allege that {NOT}, which is untrue.", []),
        (f"He said that {NOT}, a claim which the desk rated as false.", []),
        (f"It is not true that {JOINED}.", ["contradicted"]),
        (f"It is not true that {NOT}.", ["supported"]),
        (f"Critics allege that {JOINED}, which is untrue.", ["contradicted"]),
        (f"Whoever thinks that {NOT} has slept since 2019.", []),
        (f"Those who say that {JOINED} have read the list.", ["supported"]),
        (f"The spokesman denied that {JOINED}.", ["contradicted"]),
        (f"Nobody denied that {JOINED}.", ["supported"]),
        (f"It is untrue that fees were paid; {JOINED}.", ["supported"]),
        (f"The claim that {NOT} was repeated on Monday.", ["contradicted"]),
        (f"It is wrong that {NOT}, the paper said of its shame.", ["contradicted"]),
    ],
)
def test_a_denied_statement_is_turned_round(text: str, verdicts: list[str], said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "status"] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It is wrong to say that a victim may be punished under the PTPA.", "supported"),
        ("It is false that no victim may be punished under the PTPA.", "contradicted"),
        ("The claim that a bonded debt must be repaid under the Bonded Labour Act is false.", "supported"),
    ],
)
def test_what_an_act_says_is_turned_round_as_well(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "content"] == [verdict]


def test_a_law_named_in_what_is_denied_is_still_named(said: Said) -> None:
    found = said("It is untrue that he was booked under the PTPA.", "PK")
    assert [(s.topic, s.verdict.value) for s in found] == [("mention", "supported")]


def test_what_is_turned_round_raises_no_error_and_no_fix(answered: Callable[..., Answer]) -> None:
    (finding,) = answered(f"It is not true that {JOINED}.").findings
    assert finding.severity is Severity.WARNING
    assert finding.fixes == ()
