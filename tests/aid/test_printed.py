"""Printed numbers are held against the register, inside their country."""

from collections.abc import Callable

import pytest

from amanat.core import Answer, Severity

Asked = Callable[[str], Answer]


def doubts(answer: Answer) -> list[tuple[str, Severity]]:
    return [(f.category, f.severity) for f in answer.findings if f.code == "A002"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Lahore the Ministry of Human Rights helpline is 1099.", []),
        ("The modern slavery helpline in London is 0800 0121 700.", []),
        ("The modern slavery helpline in London is 08000 121 700.", []),
        ("In Dhaka the helpline against violence is 10921.", [("circulates_wrong", Severity.WARNING)]),
        ("In Lahore Rozan's helpline is 0345-2222222.", [("circulates_wrong", Severity.WARNING)]),
        ("In Peshawar the helpline of Sahil is 0800-22227.", [("circulates_wrong", Severity.WARNING)]),
        ("In Peshawar the BOLO helpline is 0800-22227.", []),
        ("In Lahore the NCCIA helpline is 1777.", [("differs", Severity.SUGGESTION)]),
        ("In London the Childline helpline is 0800 1112.", [("differs", Severity.WARNING)]),
        ("In Karachi a helpline, 0800-98765, has been opened.", [("unknown", Severity.NOTE)]),
        ("In Lagos, Nigeria, the helpline is 627.", []),
        ("Nepal's women's helpline is 1145; the girls were bound for India, India, India.", []),
    ],
)
def test_doubt(asked: Asked, text: str, expected: list[tuple[str, Severity]]) -> None:
    assert doubts(asked(text)) == expected


def test_no_register_fact_is_fresh_so_nothing_is_an_error(asked: Asked) -> None:
    text = "In Lahore the Punjab Women Protection Authority helpline is 1738 and the NCCIA helpline is 1777."
    assert all(severity.rank < Severity.ERROR.rank for _, severity in doubts(asked(text)))
