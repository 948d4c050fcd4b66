"""Who holds an office, in any apposition."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Governor of KP Faisal Karim Kundi signed the summary.", "supported"),
        ("Mr Kundi, KP's governor, had no comment.", "supported"),
        ("Kundi, sworn in as KP governor in May 2024, spoke last.", "supported"),
        ("Faisal Karim Kundi has been governor of Khyber Pakhtunkhwa since 2022.", "contradicted"),
        ("Qadir Bakhsh Wali, who is governor of Khyber Pakhtunkhwa, opened the shelter in 2025.", "contradicted"),
        ("Khyber Pakhtunkhwa's governor, Qadir Bakhsh Wali, opened the shelter in 2025.", "contradicted"),
        ("In 2025 the governor of Khyber Pakhtunkhwa was Qadir Bakhsh Wali.", "contradicted"),
        ("Qadir Bakhsh Wali, 70, the Governor of Khyber Pakhtunkhwa, opened it in 2025.", "contradicted"),
        ("Qadir Bakhsh Wali, then governor of Khyber Pakhtunkhwa, laid the stone in 2019.", "unknown"),
    ],
)
def test_the_name_is_compared_with_the_holder(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "office"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Qadir Bakhsh Wali told the Governor of Khyber Pakhtunkhwa in 2025 that he was tired.",
        "Zarmina Afridi met the KP governor on Monday.",
        "The Khyber Pakhtunkhwa governor's spokesman, Asad Wali, denied it.",
    ],
)
def test_who_stands_beside_an_office_does_not_hold_it(text: str, said: Said) -> None:
    assert [s for s in said(text) if s.topic == "office"] == []
