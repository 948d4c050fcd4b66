"""Who investigates and which court tries: each clause is asked by itself."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]
ACT = "under the Prevention of Trafficking in Persons Act"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (f"The FIA investigates cross-border trafficking {ACT}.", ["supported"]),
        (f"The police investigate cross-border trafficking {ACT}.", ["contradicted"]),
        (f"The police investigate {ACT} unless the victim is taken across a border.", ["supported"]),
        (f"The FIA investigates {ACT} unless the victim is taken across a border.", ["contradicted"]),
        (
            f"Domestic cases fall to the police, while the FIA takes over when a border is crossed, {ACT}.",
            ["supported", "supported"],
        ),
        (
            f"Cross-border cases are handled by the police while the FIA handles domestic ones {ACT}.",
            ["contradicted"] * 2,
        ),
        (f"The FIA investigates {ACT}.", ["unknown"]),
        ("The FIA investigates offences under the Prevention of Smuggling of Migrants Act.", ["supported"]),
        ("The police investigate the theft of a boat abroad.", []),
    ],
)
def test_each_clause_names_its_own_agency(text: str, verdicts: list[str], said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "agency"] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"Cases are tried by a magistrate {ACT}.", "supported"),
        (f"Trials go to the sessions court {ACT}.", "unverified"),
        (f"Anti-terrorism courts try such cases {ACT}.", "contradicted"),
        ("Bonded labour is tried by a first-class magistrate.", "supported"),
        ("Under the Sindh Child Marriages Restraint Act, 2013 such cases go to the high court.", "contradicted"),
    ],
)
def test_the_court_is_compared_with_the_act(text: str, verdict: str, said: Said) -> None:
    (found,) = [s for s in said(text, "PK") if s.topic == "court"]
    assert found.verdict.value == verdict
    assert found.fact


@pytest.mark.parametrize(
    "text",
    [
        "The girl was produced before a magistrate.",
        "The men will appear before the high court on Monday.",
        "He was tried by an anti-terrorism court for murder.",
    ],
)
def test_where_one_case_stands_is_no_statement_of_law(text: str, said: Said) -> None:
    assert [s for s in said(text, "PK") if s.topic == "court"] == []
