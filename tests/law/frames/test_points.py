"""What every provision says, held against sentences: the rows of `points_*.yaml` are the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from amanat.core import Answer, Severity
from amanat.law.statement import Statement
from amanat.registers import shipped

Said = Callable[..., tuple[Statement, ...]]
HERE = Path(__file__).parents[1]
ROWS: list[dict[str, str]] = [
    row for path in sorted(HERE.glob("points_*.yaml")) for row in yaml.safe_load(path.read_text("utf-8"))
]
WORST = ["contradicted", "outdated", "unverified", "supported"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["t"][:60])
def test_a_sentence_is_held_against_the_point_it_speaks_of(row: dict[str, str], said: Said) -> None:
    found = [s.verdict.value for s in said(row["t"], row.get("at", "")) if s.topic == "content"]
    assert min(found, key=WORST.index, default="none") == row["v"]


def test_every_point_is_made_of_sorts_that_exist() -> None:
    laws = shipped().laws
    points = [told.point for work in laws.works for told in laws.told(work)]
    used = {sort for q in points for sort in (*q.about, *q.who, *q.unless, *q.not_even, *q.not_with)}
    assert used <= laws.words.sorts


def verdicts(found: tuple[Statement, ...]) -> list[str]:
    return [statement.verdict.value for statement in found if statement.topic == "content"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Under the Prevention of Trafficking in Persons Act a child's consent is no defence.",
            "Under the Prevention of Trafficking in Persons Act a child's consent is a complete defence.",
        ),
        (
            "The Prevention of Trafficking in Persons Act contains no offence of publishing a victim's name.",
            "The Prevention of Trafficking in Persons Act makes it an offence to publish a victim's name.",
        ),
        (
            "Under the Bonded Labour System (Abolition) Act, 1992 the debt is extinguished.",
            "Under the Bonded Labour System (Abolition) Act, 1992 the debt must still be repaid.",
        ),
        (
            "Section 16 of the Anti-Rape (Investigation and Trial) Act wants trials concluded within four months.",
            "Section 16 of the Anti-Rape (Investigation and Trial) Act wants trials concluded within thirty days.",
        ),
        (
            "A child, says the Employment of Children Act, 1991, is anyone under fourteen.",
            "A child, says the Employment of Children Act, 1991, is anyone under sixteen.",
        ),
        (
            "Under the Sexual Offences (Amendment) Act 1992 a victim's anonymity is for life.",
            "Under the Sexual Offences (Amendment) Act 1992 a victim's anonymity ends with an acquittal.",
        ),
    ],
)
def test_a_point_is_held_against_the_register(right: str, wrong: str, said: Said) -> None:
    assert verdicts(said(right, "PK")) == ["supported"]
    assert verdicts(said(wrong, "PK")) == ["contradicted"]


def test_what_came_into_an_act_later_makes_the_opposite_outdated(said: Said) -> None:
    text = "Domestic work is not covered by the Employment of Children Act in Islamabad."
    assert verdicts(said(text, "PK")) == ["outdated"]


@pytest.mark.parametrize(
    "text",
    [
        "Consent of the court is needed under the Prevention of Trafficking in Persons Act.",
        "Section 72 of the Bharatiya Nyaya Sanhita lets a victim allow her name to be printed, in writing.",
        "A victim's consent is no defence, the columnist wrote.",
    ],
)
def test_what_states_no_point_gets_no_answer(text: str, said: Said) -> None:
    assert "contradicted" not in verdicts(said(text, "PK"))


def test_it_warns_at_most(answered: Callable[..., Answer]) -> None:
    text = "The Prevention of Trafficking in Persons Act makes it an offence to publish a victim's name."
    assert {f.severity for f in answered(text, "PK").findings} == {Severity.WARNING}
