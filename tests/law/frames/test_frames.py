"""The frames that press sentences with verdicts do not cover: figures, helplines, offences named without a law."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from amanat.core import ClaimKind, Scene
from amanat.law.frames import found as found_by_hint
from amanat.law.frames import frames
from amanat.law.passage import passages
from amanat.law.statement import Statement
from amanat.read import read_bytes
from amanat.registers import Registers

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
        "Every fifth household of the town has sent a child to a kiln.",
        "A local body puts the number of women brought in by agents at 30,000.",
        "It was only the seventh conviction in the division since the law was passed.",
        "Sixty-four officials were dismissed in 2021, the minister informed the house.",
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
        "Sixty-four guests came to the wedding.",
        "The largest number of them sat in the yard.",
        "She was sold for $2m.",
        "In the district 60 boys sang.",
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
        ("Forced marriage is a criminal offence in Pakistan.", "pk.ppc.498B@2011-12-26"),
        ("Begging is a criminal offence on the moon.", None),
        ("Slavery is a criminal offence in Pakistan.", ""),
        ("Child labour was criminalised in 2016.", ""),
    ],
)
def test_an_offence_may_be_named_without_its_law(text: str, fact: str | None, said: Said) -> None:
    found = [s.fact.id if s.fact else "" for s in said(text, "PK") if s.topic == "outlawed"]
    assert found == ([] if fact is None else [fact])


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Bonded labour is a crime in Pakistan.", ["supported"]),
        ("Bonded labour is not a crime in Pakistan.", ["contradicted"]),
        ("Forced labour is no longer an offence in Pakistan.", ["contradicted"]),
        ("Bonded labour is not a crime of the past: it thrives in Sindh.", []),
        ("Human trafficking is no ordinary crime, said the minister.", []),
        ("Until 2018 human trafficking was not an offence in the village.", []),
    ],
)
def test_what_is_said_to_be_no_offence_is_held_against_the_law(text: str, verdicts: list[str], said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "outlawed"] == verdicts


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
        ("The legal age of marriage is 18 in the province.", "age", False),
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


@pytest.mark.parametrize(
    ("text", "at", "verdict"),
    [
        ("The legal age of marriage is 18.", "PK-SD", "supported"),
        ("The legal age of marriage for girls is 15.", "PK-SD", "contradicted"),
        ("The legal age of marriage for girls is 16.", "PK-PB", "supported"),
        ("The legal age of marriage is 18.", "PK-PB", "imprecise"),
        ("Boys and girls alike have to be 18 to marry.", "PK-SD", "supported"),
        ("The age of marriage is 18 for both sexes.", "PK-SD", "supported"),
        ("A girl must be fourteen before she can be married.", "PK-SD", "contradicted"),
        ("The minimum age for employment is 14 years.", "PK", "supported"),
        ("The legal age of marriage is 18.", "NP", "unknown"),
    ],
)
def test_an_age_is_compared_with_the_nearest_law(text: str, at: str, verdict: str, said: Said) -> None:
    (found,) = [s for s in said(text, at) if s.topic == "age"]
    assert found.verdict.value == verdict


@pytest.mark.parametrize("at", ["PK-PB", "PK-SD"])
def test_an_age_that_a_bill_would_set_is_no_statement(at: str, said: Said) -> None:
    text = "The assembly is to debate a bill that would raise the marriage age to 18."
    assert [s for s in said(text, at) if s.topic == "age"] == []


def test_a_bare_section_speaks_of_the_act_named_before(said: Said) -> None:
    text = (
        "The man was booked under the Sindh Child Marriages Restraint Act, 2013."
        " Section 3 states that the offence is punishable with up to nine years in prison."
    )
    (found,) = [s for s in said(text, "PK-SD") if s.topic == "penalty"]
    assert (found.verdict.value, found.fact.id if found.fact else "") == (
        "contradicted",
        "pk-sd.cmra.2013.s3@2014-06-11",
    )


def test_the_law_may_be_named_by_its_matter_only(said: Said) -> None:
    text = "On bonded labour the law prescribes two to five years in prison."
    (found,) = [s for s in said(text, "PK") if s.topic == "penalty"]
    assert found.fact
    assert found.fact.id.startswith("pk.blsaa.1992.s1")


def test_a_hint_never_hides_what_a_frame_would_find() -> None:
    registers = Registers()
    for name in ("press_first", "press_second", "press_third", "press_fourth"):
        for row in yaml.safe_load((Path(__file__).parents[1] / f"{name}.yaml").read_text("utf-8")):
            scene = Scene(registers.jurisdictions.chain(row["at"]) if "at" in row else (), (), (), ())
            cut = passages(read_bytes(row["t"].encode()), scene, registers)
            every = {s for frame in frames() for passage in cut for s in frame.find(passage)}
            assert set(found_by_hint(cut)) == every, row["t"]


@pytest.mark.parametrize(
    ("text", "at", "verdict"),
    [
        ("Victims may ring the women’s helpline 1145 of the National Women Commission.", "NP", "supported"),
        ("Victims may ring the florists’ helpline 1145.", "NP", "unknown"),
        ("Victims may ring the women’s helpline 1146.", "NP", "unknown"),
    ],
)
def test_a_number_is_supported_only_under_its_own_name(text: str, at: str, verdict: str, said: Said) -> None:
    (found,) = [s for s in said(text, at) if s.topic == "helpline"]
    assert found.verdict.value == verdict
    assert not found.fact or "1145" not in found.fact.statement


def test_after_an_act_that_is_not_held_the_law_means_none_of_ours(said: Said) -> None:
    text = "He was tried under the Coastal Nets Ordinance, 1971. The law prescribes two years in prison."
    (found,) = [s for s in said(text, "PK") if s.topic == "penalty"]
    assert (found.verdict.value, found.fact) == ("unknown", None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bangladesh has no law against human trafficking.", "contradicted"),
        ("Pakistan is still without a law of its own on human trafficking.", "contradicted"),
        ("Bangladesh has had a law against human trafficking since 2012.", "supported"),
        ("Bangladesh has had a law against human trafficking since 2002.", "contradicted"),
        ("Bangladesh's trafficking law, in place since 2012, is seldom used.", "supported"),
        ("Nepal put its trafficking law on the books in 2017.", "contradicted"),
        ("The Balochistan Child Protection Act has still not been passed.", "contradicted"),
        ("There is no Zainab Alert Act in Pakistan.", "contradicted"),
        ("No such thing as a Modern Slavery Act exists in Britain, the ferryman laughed.", "contradicted"),
        ("The Modern Slavery Act is still a bill before the Lords.", "contradicted"),
        ("Nepal legislated against trafficking in 2007.", "supported"),
        ("Nepal legislated against trafficking only in 2017.", "contradicted"),
        ("Pakistan's smuggling law came into being in 2018.", "supported"),
    ],
)
def test_that_there_is_a_law_and_since_when(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "enactment"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "The amendment bill to the PTPA was passed by the Senate in February 2025.",
        "The Senate passed the PTPA amendment bill on 14 February 2025.",
    ],
)
def test_a_bill_to_amend_an_act_is_not_the_act(text: str, said: Said) -> None:
    assert [s.topic for s in said(text, "PK")] == ["mention"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Child Marriage Restraint Act, 1929 came into force in April 1930.", "supported"),
        ("The Bharatiya Nyaya Sanhita came into effect on 1 January 2022.", "contradicted"),
        ("The Anti-Rape Act, an ordinance of December 2020 and passed by parliament in 2021, stands.", "supported"),
        ("The Modern Slavery Act reached the statute book in March 2017.", "contradicted"),
        ("The Pakistan Penal Code is of 1860 and has outlived three constitutions.", "supported"),
        ("The Sindh Child Marriages Restraint Act never got the governor's assent.", "contradicted"),
    ],
)
def test_each_step_of_a_law_has_its_year(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "enactment"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Call 1099, the ministry of human rights helpline.",
        "Child missing? Dial 1099 for the Zainab Alert agency.",
        "The agency's number is 1099.",
    ],
)
def test_a_number_to_call_is_known_without_the_word_helpline(text: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "helpline"] == ["supported"]


def test_a_body_with_one_number_has_no_other(said: Said) -> None:
    text = "The helpline of the agency for missing children, set up two years later, is 1{}."
    assert [s.verdict.value for s in said(text.format("121"), "PK") if s.topic == "helpline"] == ["contradicted"]
    assert [s.verdict.value for s in said(text.format("099"), "PK") if s.topic == "helpline"] == ["supported"]
    assert [s.verdict.value for s in said(text.format("121"), "IN") if s.topic == "helpline"] == ["unknown"]


def test_an_unknown_number_to_call_is_left_alone(said: Said) -> None:
    assert said("Call 4471 for a taxi, said the clerk, whose number is 20055.", "PK") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Sindh Bonded Labour System (Abolition) Act, 2016, was cited.",
        "The Bharatiya Nyaya Sanhita, 2024, was handed out.",
    ],
)
def test_a_title_with_the_year_of_its_passing_or_force_is_nearly_right(text: str, said: Said) -> None:
    assert [(s.topic, s.verdict.value) for s in said(text)] == [("title-year", "imprecise")]


def test_that_there_is_no_case_under_a_law_does_not_say_that_there_is_no_law(said: Said) -> None:
    found = said("There is no PTPA desk at the airport.", "PK")
    assert [(s.topic, s.verdict.value) for s in found] == [("mention", "supported")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Brides in Islamabad are governed by the Child Marriage Restraint Act of 1929.", "outdated"),
        ("Islamabad's registrars go by the Child Marriage Restraint Act of 1929.", "outdated"),
        ("ISLAMABAD: The Senate spoke of the Child Marriage Restraint Act of 1929.", "supported"),
        ("Islamabad has not amended the Child Marriage Restraint Act of 1929.", "supported"),
    ],
)
def test_a_capital_is_a_territory_where_it_is_spoken_of_as_one(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "mention"] == [verdict]


def test_a_bill_whose_assent_was_not_found_is_not_known_to_be_law(said: Said) -> None:
    text = "The President's assent of 2025 turned the Prevention of Trafficking in Persons (Amendment) Bill into law."
    assert [s.verdict.value for s in said(text, "PK")] == ["unverified"]


def test_the_day_before_is_no_history_of_a_law(said: Said) -> None:
    found = said("Held in 2026 for a theft of the day before, he was charged under the Indian Penal Code.", "IN")
    assert [s.verdict.value for s in found if s.topic == "mention"] == ["outdated"]


def test_a_federal_act_is_out_of_date_where_a_province_has_its_own(said: Said) -> None:
    text = "The Child Marriage Restraint Act of 1929 governs marriages in Sindh."
    assert [(s.topic, s.verdict.value) for s in said(text)] == [("mention", "outdated")]


@pytest.mark.parametrize(
    ("text", "at", "verdicts"),
    [
        ("India did away with bonded labour in 1976.", "IN", ["supported"]),
        ("Bonded labour was never abolished in India.", "IN", []),
        ("Forcing someone to marry has been a crime in England and Wales since 16 June 2014.", "GB", ["supported"]),
    ],
)
def test_what_was_made_a_crime_is_told_by_the_conduct(
    text: str, at: str, verdicts: list[str], said: Callable[..., tuple[Statement, ...]]
) -> None:
    assert [s.verdict.value for s in said(text, at) if s.topic == "outlawed"] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Nobody may marry in Nepal before the age of twenty.",
        "No one under eighteen in England can marry.",
        "Firms must publish a slavery statement.",
        "A child marriage in India can be annulled.",
    ],
)
def test_a_rule_that_the_register_does_not_hold_is_told_as_unknown(
    text: str, said: Callable[..., tuple[Statement, ...]]
) -> None:
    assert {s.verdict.value for s in said(text, "NP") if s.topic in {"age", "rule"}} == {"unknown"}
