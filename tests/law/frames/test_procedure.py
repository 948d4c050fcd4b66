"""Bail, arrest without warrant and settlement, in the words of the law and in those of the street."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


def verdicts(found: tuple[Statement, ...]) -> list[str]:
    return [s.verdict.value for s in found if s.topic == "procedure"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Under the PTPA bail is a matter of right.", "contradicted"),
        ("Bail cannot be had as of right by those charged under the PTPA.", "supported"),
        ("There is no right to bail under the Sindh Child Marriages Restraint Act.", "supported"),
        ("Bail is out of the question for a trafficker, the PTPA says.", "supported"),
        ("The PTPA lets police arrest a trafficker without a warrant.", "supported"),
        ("Police need a magistrate's warrant before they can touch a trafficker under the PTPA.", "contradicted"),
        ("Under the PTPA police cannot arrest a suspect without a warrant.", "contradicted"),
        ("No warrant is needed to arrest a smuggler of migrants under the PSMA.", "supported"),
        ("The families cannot settle a case under the PSMA out of court.", "supported"),
        ("Migrant smuggling, under the PSMA, may be settled between the parties.", "contradicted"),
        ("The Sindh Child Marriages Restraint Act lets the groom off, for the victim may pardon him.", "contradicted"),
        ("Under the 1992 Act on bonded labour bail is available as of right.", "supported"),
        ("He is out since trafficking, by the Pakistani Act of 2018, is a bailable offence.", "contradicted"),
        ("No one held under the Bonded Labour System (Abolition) Act, 1992 has a right to bail.", "contradicted"),
        ("Bail under the PTPA is at the discretion of the court.", "supported"),
        ("The police station itself can give bail under the PTPA.", "contradicted"),
        ("Under the PTPA police have to get a warrant before any arrest.", "contradicted"),
        ("The police can act under the PTPA without waiting for a magistrate's order.", "supported"),
        ("No arrest under the PTPA is lawful unless a magistrate has issued a warrant.", "contradicted"),
        ("The PSMA lets the families strike a deal out of court.", "contradicted"),
        ("No settlement between the families can end a case under the PSMA.", "supported"),
        ("An offence over a child bride in Sindh is one for which there is no bail as of right.", "supported"),
    ],
)
def test_a_trait_is_read_in_plain_words(text: str, verdict: str, said: Said) -> None:
    assert verdicts(said(text, "PK")) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "The agents were granted bail in a case under the PTPA.",
        "Police arrested the trafficker on a warrant issued in March; he is charged under the PTPA.",
        "The families want to settle the matter out of court, though the PTPA was invoked.",
        "An arrest warrant was issued under the PTPA.",
        "Her parents cannot forgive the agent, who is being tried under the PTPA.",
        "Bail is a matter of right in theft cases.",
    ],
)
def test_news_of_one_case_says_nothing_of_the_law(text: str, said: Said) -> None:
    assert verdicts(said(text, "PK")) == []


def test_a_paraphrase_never_raises_an_error(said: Said) -> None:
    (plain,) = [s for s in said("Offences under the PTPA are bailable.", "PK") if s.topic == "procedure"]
    (told,) = [s for s in said("Under the PTPA bail is a matter of right.", "PK") if s.topic == "procedure"]
    assert (plain.ceiling.value, told.ceiling.value) == ("error", "warning")
