"""That a law has ended, that another took its place, or that it has not."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("PACHTO was swept away by the Act of 2018.", "supported"),
        ("PACHTO was never repealed.", "contradicted"),
        ("PACHTO, the ordinance of 2002, ceased to apply when the PTPA came in 2018.", "supported"),
        ("The PTPA did away with PACHTO.", "supported"),
        ("The PTPA never repealed the Prevention and Control of Human Trafficking Ordinance, 2002.", "contradicted"),
        ("The Indian Penal Code gave place to the Bharatiya Nyaya Sanhita on 1 July 2024.", "supported"),
        ("The Indian Penal Code was replaced by the Bharatiya Nyaya Sanhita in 2021.", "contradicted"),
        ("The Indian Penal Code was replaced by the Modern Slavery Act.", "contradicted"),
        ("India has not replaced its Penal Code of 1860.", "contradicted"),
        ("The Prevention of Trafficking in Persons Act stands repealed, the clerk told her.", "contradicted"),
        ("The Modern Slavery Act has not lapsed.", "supported"),
        ("Nobody has ever repealed the Foreigners Act of 1946.", "supported"),
        ("With the new code in force since 2024 India's IPC passed into history.", "supported"),
        ("Section 369A of the Penal Code was deleted in 2018.", "supported"),
        ("Section 369A of the Penal Code has never been repealed.", "contradicted"),
        (
            "In Khyber Pakhtunkhwa the federal Bonded Labour System (Abolition) Act, 1992 has been replaced.",
            "supported",
        ),
    ],
)
def test_an_end_is_compared_with_the_register(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "repeal"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Charges under the PTPA were withdrawn after the families settled.",
        "The PTPA case was dropped in March.",
        "At the end of the Anti-Rape Act training the officers got certificates.",
        "Lawmakers want to repeal the Child Marriage Restraint Act, 1929.",
        "The Modern Slavery Act should be scrapped, the member said.",
        "Scrapping the Modern Slavery Act would be a mistake.",
        "In Punjab the Child Marriage Restraint Act, 1929 was replaced.",
        "Section 3 of the PTPA was dropped from the charge sheet.",
    ],
)
def test_a_wish_a_case_or_a_part_is_no_end_of_a_law(text: str, said: Said) -> None:
    assert [s for s in said(text, "PK") if s.topic == "repeal"] == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bangladesh repealed its Prevention and Suppression of Human Trafficking Act, 2012.", "repeal"),
        ("The Prevention and Suppression of Human Trafficking Act, 2012 is still in force.", "in-force"),
        (
            "The Human Trafficking and Smuggling of Migrants Ordinance 2026 has been in force since January 2026.",
            "enactment",
        ),
    ],
)
def test_a_repeal_by_an_ordinance_nobody_saw_confirmed_is_not_certain(text: str, topic: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "BD") if s.topic == topic] == ["unverified"]
