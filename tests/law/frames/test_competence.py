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


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The moment a frontier is crossed, the PTPA calls in the FIA.", "supported"),
        ("Whether or not a border is crossed, the PTPA makes the FIA the investigator.", "contradicted"),
        ("The police have no say in cross-border cases under the PTPA.", "supported"),
        ("As nobody was taken abroad, the case stays with the local police under the trafficking Act.", "supported"),
        (
            "Since she was never taken out of Pakistan, only the FIA could investigate under the PTPA, the SHO said.",
            "contradicted",
        ),
        ("Inter-provincial trafficking goes to the FIA under the PTPA.", "contradicted"),
        ("Trafficking within a province is police work under the PTPA.", "supported"),
        ("The FIA alone may investigate under the PTPA, wherever the victim is found.", "contradicted"),
        ("A domestic case under the PTPA is for the police, not the FIA, to investigate.", "supported"),
        ("A domestic case under the PTPA is for the FIA, not the police, to investigate.", "contradicted"),
        ("The Prevention of Smuggling of Migrants Act leaves investigation to the local police.", "contradicted"),
        (
            "FIRs under the Prevention of Smuggling of Migrants Act are the preserve of the district police.",
            "contradicted",
        ),
    ],
)
def test_a_matter_is_given_to_a_body_in_many_words(text: str, verdict: str, said: Said) -> None:
    assert {s.verdict.value for s in said(text, "PK") if s.topic == "agency"} == {verdict}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("PTPA offences are cognisable by the military courts.", "contradicted"),
        ("No magistrate may try an offence under the PTPA.", "contradicted"),
        ("The trying of PTPA offences is beyond the powers of a magistrate.", "contradicted"),
        ("Trafficking cases under the PTPA lie within a magistrate's reach.", "supported"),
        ("You need no family court for a PTPA trial: a first-class magistrate will do.", "supported"),
        ("The kiln owner will face a magistrate, as the bonded labour Act of 1992 provides.", "supported"),
        ("Child marriage cases in Sindh go straight to the anti-terrorism court.", "contradicted"),
        ("Bangladesh's Act of 2012 sends traffickers before the Anti-Human Trafficking Offence Tribunal.", "supported"),
    ],
)
def test_a_matter_is_given_to_a_court_in_many_words(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "court"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "The FIA registered a case under the PTPA and took the women to Islamabad.",
        "Police have lodged an FIR under the PTPA against all nine and the work of tracing the rest goes on.",
        "The FIA is investigating the case of two brothers under the PTPA.",
        "In every district police were given copies of the PTPA.",
        "The sessions court rejected the bail plea of the man charged under the PTPA.",
        "The matter went to the high court, which asked why the PTPA had not been invoked.",
        "Police handed the agent over to the FIA, which has booked him under the PTPA.",
        "He was hauled before an anti-terrorism court under the PTPA.",
    ],
)
def test_news_of_one_case_says_nothing_of_who_is_competent(text: str, said: Said) -> None:
    assert [s for s in said(text, "PK") if s.topic in {"agency", "court"}] == []
