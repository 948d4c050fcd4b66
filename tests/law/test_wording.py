"""A sentence as words with their sorts: turns, clauses, what is set apart."""

import pytest

from amanat.core import Span
from amanat.law.wording import Wording
from amanat.registers import shipped


def read(text: str) -> Wording:
    return Wording.of(text.lower(), Span(0, len(text)), shipped().laws.words)


def test_a_longer_turn_swallows_the_words_it_is_made_of() -> None:
    wording = read("The paper may not name her, nor may it hint.")
    assert [wording.span(p.first, p.end) for p in wording.said["forbids"]] == [Span(10, 17)]
    assert [wording.words[p.first] for p in wording.said["allows"]] == ["may"]
    assert [wording.words[p.first] for p in wording.said["not"]] == ["nor"]


def test_a_clause_ends_at_commas_quotes_and_turning_words() -> None:
    wording = read("A child, said the lawyer, may not work but an adult may.")
    work = next(p for p in wording.said["work"])
    first, end = wording.clause(work.first, work.end)
    assert wording.words[first:end] == ["may", "not", "work"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The test has no worth and is banned in law.", ["is", "banned", "in", "law"]),
        ("No test of force and strength is banned.", "no test of force and strength is banned".split()),
    ],
)
def test_a_clause_begins_at_and_where_both_sides_have_a_verb(text: str, clause: list[str]) -> None:
    wording = read(text)
    banned = next(p for p in wording.said["forbids"] if wording.words[p.first] == "banned")
    first, end = wording.clause(banned.first, banned.end)
    assert wording.words[first:end] == [*clause]


def test_who_is_set_apart_is_not_meant() -> None:
    wording = read("Adults, unlike children, must agree.")
    assert [wording.words[p.first] for p in wording.meant("adult")] == ["adults"]
    assert wording.meant("child") == []


def test_places_are_those_of_the_whole_text() -> None:
    text = "First. The debt is void."
    wording = Wording.of(text.lower(), Span(7, len(text)), shipped().laws.words)
    debt = wording.said["debt"][0]
    span = wording.span(debt.first, debt.end)
    assert text[span.start : span.end] == "debt"


def test_words_of_a_title_say_nothing_of_their_own() -> None:
    text = "The Prohibition of Child Marriage Act binds him."
    wording = Wording.of(text.lower(), Span(0, len(text)), shipped().laws.words, [Span(4, 37)])
    assert not {"forbids", "child", "marry"} & wording.said.keys()
    assert "requires" in wording.said


def test_a_clause_about_somebody_stands_by_itself() -> None:
    assert read("It spares no helper, who is banned.").breaks == [4]
    assert read("It is the agent, not the passenger, who is banned.").breaks == []
    assert read("A helper, who is young, is banned.").breaks == []
