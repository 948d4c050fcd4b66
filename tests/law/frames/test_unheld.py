"""What a law is said to say that the register does not hold."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Sindh's home workers statute of 2018 gives every stitcher a registration card.",
        "Under Sindh's tenancy law a landlord may not evict a hari without notice.",
        "Visitors on a seasonal visa have ninety days to leave under the immigration rules.",
        "No labour agent in Kerala may charge a nurse more than a month's pay.",
        "Nobody under 21 may marry in Nepal, a registrar in Dang said.",
        "By law every school in the province must have a counsellor.",
        "Under India's wage code overtime is to be paid double.",
        "Every kiln in Punjab must by law keep a register of its hands.",
        "Companies with a mill in India must publish a yearly report on their hands.",
        "The mines rules of Balochistan oblige the owner to keep a doctor.",
        "Since 2023 nobody under 18 can marry in Wales.",
        "Companies in Britain with many hands must tell the public each year what they buy under section 54.",
        "Balochistan's bonded labour statute of 1999 sets a fine of 3,000 rupees.",
        "England raised the marriage age to eighteen.",
        "A child marriage in India can be set aside by the court.",
    ],
)
def test_what_no_file_holds_is_owned_up_to(said: Said, text: str) -> None:
    assert [s.verdict.value for s in said(text)] == ["unknown"]


@pytest.mark.parametrize(
    "text",
    [
        "The law lets them down.",
        "Her legs gave way, and nobody may say who hit her.",
        "No police officer can be everywhere, a superintendent said.",
        "The bill would let a magistrate order the husband out under the provincial rules.",
        "A bill to raise the age of marriage in Punjab to eighteen was laid on Tuesday.",
        "Under the proposed tenancy law a landlord may not evict a hari.",
        "The law minister gives a talk at the bar on Friday.",
        "The new rules let in more dust than light, he joked.",
        'She would like the law to say "at least ten years", full stop.',
        "Companies with contracts have to deliver by May.",
        "Her brave act lets others hope.",
        "Law enforcement agencies must move faster, the widow said.",
    ],
)
def test_news_and_wishes_say_nothing_of_a_law(said: Said, text: str) -> None:
    assert said(text) == ()


def test_what_is_known_of_the_matter_takes_its_place(said: Said) -> None:
    told = said("Under Pakistan's bonded labour law of 1992 the debt is extinguished and nobody may recover it.")
    assert told
    assert "rule" not in {s.topic for s in told}
