"""Treaty status in the words a reporter may choose: waits, refusals, cabinets, capitals, `we`."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bangladesh, for which the Palermo Protocol has been binding since October 2019, sat there.", "supported"),
        ("The Palermo Protocol has been binding on Bangladesh since 2012.", "contradicted"),
        ("India put its signature to the UN crime convention in December 2002.", "supported"),
        ("Geneva is still waiting for Pakistan's ratification of the Forced Labour Protocol.", "contradicted"),
        ("Pakistan's ratification of the 2014 Forced Labour Protocol is still awaited in Geneva.", "contradicted"),
        ("The refusal of Pakistan to accede to the Refugee Convention leaves Afghans without papers.", "supported"),
        ("Pakistan is the only country in the region not to have joined the Palermo Protocol.", "contradicted"),
        ("Pakistan is no longer a party to the Palermo Protocol.", "contradicted"),
        ("Pakistan's signature is missing from the Refugee Convention of 1951.", "supported"),
        ("The 1951 Refugee Convention is one to which Pakistan has never been a party.", "supported"),
        ("Not until March 2025 did Pakistan ratify the Forced Labour Protocol.", "supported"),
        ("Not until March 2023 did Pakistan ratify the Forced Labour Protocol.", "contradicted"),
        ("CEDAW has bound Pakistan since 12 March 1996.", "supported"),
        ("Pakistan, which came into the Palermo Protocol in 2022, has now to report on it.", "supported"),
        ("Whitehall ratified the ILO's Forced Labour Protocol in 2016.", "supported"),
        ("Sixty-odd states have ratified the forced labour protocol, among them Pakistan.", "supported"),
        ("Sixty-odd states have ratified the forced labour protocol, but not Pakistan.", "contradicted"),
        ("It was only in May 2011 that India ratified the Palermo Protocol.", "unverified"),
        ("Britain acceded to the Palermo Protocol in 2006.", "imprecise"),
        ("In the roll of parties to the Palermo Protocol one looks in vain for Bangladesh.", "contradicted"),
        ("Pakistan has kept clear of the Refugee Convention.", "supported"),
        ("The Palermo Protocol (Pakistan: acceded November 2022) was on the wall.", "supported"),
        ("Pakistan is a mere signatory of the Convention on the Rights of the Child.", "imprecise"),
        ("Bangladesh, for which the Palermo Protocol has been binding since 2019, must report.", "supported"),
        ("The Migrant Workers Convention does not bind Pakistan.", "supported"),
        ("The Palermo Protocol counts Bangladesh among its parties since 2019.", "supported"),
        ("Twenty-two years it took Islamabad to accede to the Palermo Protocol.", "supported"),
        ("Bangladesh may plead the Palermo Protocol, to which it has been a party for seven years.", "supported"),
        ("Smuggling goes on, but Pakistan never joined the protocol on smuggling.", "supported"),
        ("Pakistan's instrument ratifying the ILO protocol on forced labour went out in 2025.", "supported"),
        ("Spain has ratified the Convention on the Law of the Sea.", "unknown"),
        ("The Convention on the Law of the Sea was ratified by Spain in 1997.", "unknown"),
    ],
)
def test_a_state_and_a_treaty_in_other_words(text: str, verdict: str, said: Said) -> None:
    assert {s.verdict.value for s in said(text) if s.topic == "status"} == {verdict}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The federal cabinet gave its approval to joining the trafficking protocol in September 2022.", "supported"),
        ("The Palermo Protocol was ratified by the cabinet in September 2022.", "imprecise"),
        ("On 15 September 2022, when its cabinet nodded, Pakistan acceded to the Palermo Protocol.", "imprecise"),
        ("Pakistan, its cabinet having agreed, acceded to the Palermo Protocol in November 2022.", "supported"),
    ],
)
def test_what_a_cabinet_does_is_not_what_the_state_does(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text, "PK") if s.topic == "status"] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Bangladesh has ratified the Forced Labour Protocol and so has Pakistan.", ["supported", "supported"]),
        ("Bangladesh has ratified the Forced Labour Protocol but Pakistan has not.", ["supported", "contradicted"]),
        ("Bangladesh is a party to the Forced Labour Protocol; Pakistan is not.", ["supported", "contradicted"]),
        ("Pakistan never ratified the Domestic Workers Convention, nor has Britain.", ["supported", "unknown"]),
    ],
)
def test_a_state_that_only_points_back_says_the_same(text: str, verdicts: list[str], said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "status"] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The Forced Labour Protocol? Pakistan is in: it ratified in 2025.", ["supported"]),
        ("The Forced Labour Protocol is ten years old. Pakistan ratified it in 2019.", ["contradicted"]),
        ("The Forced Labour Protocol is ten years old. They met in Lahore. Pakistan ratified it in 2019.", []),
        ("The Law of the Sea Convention is old. Pakistan ratified it in 2019.", []),
    ],
)
def test_it_is_the_treaty_of_the_sentence_before(text: str, verdicts: list[str], said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "status"] == verdicts


def test_it_is_a_foreign_state_where_that_was_named_last(said: Said) -> None:
    text = "Pakistan sent a ship. Libya did not. It has ratified the UN protocol against the smuggling of migrants."
    assert [s.verdict.value for s in said(text) if s.topic == "status"] == ["unknown"]


def test_what_was_not_so_at_the_time_is_nothing_of_today(said: Said) -> None:
    assert said("Pakistan was not a party to the Palermo Protocol at the time.") == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Pakistan has no obligation under the Palermo Protocol.", "contradicted"),
        ("Bangladesh has obligations under the Palermo Protocol.", "supported"),
    ],
)
def test_a_duty_under_a_treaty_is_that_of_the_state_named(text: str, verdict: str, said: Said) -> None:
    assert [s.verdict.value for s in said(text) if s.topic == "duty"] == [verdict]


def test_we_are_the_country_of_the_story(said: Said) -> None:
    text = "Unlike India, we acceded to the Palermo Protocol in 2019, she said."
    assert [s.verdict.value for s in said(text, "BD")] == ["supported"]
    assert [s.verdict.value for s in said(text, "PK")] == ["contradicted"]


def test_a_state_that_is_not_named_leaves_it_open(said: Said) -> None:
    assert [s.verdict.value for s in said("The kingdom has not ratified the Domestic Workers Convention.")] == [
        "unknown"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Should Pakistan accede to the Smuggling of Migrants Protocol?",
        "The day may come when Islamabad joins the smuggling protocol.",
        "Pakistan accepted the money under the Palermo Protocol fund.",
        "The speech bound Pakistan and India in grief, and the Palermo Protocol was not named.",
    ],
)
def test_wishes_and_other_uses_of_the_words_say_nothing(text: str, said: Said) -> None:
    assert [s for s in said(text) if s.topic == "status"] == []
