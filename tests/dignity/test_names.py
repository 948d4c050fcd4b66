"""Titles of laws and names of bodies keep their wording; they come from the packs, not from the rules."""

from collections.abc import Callable

from amanat.core import Finding, Scene, Span
from amanat.dignity.names import Proper
from amanat.registers import shipped

Remarks = Callable[..., list[Finding]]


def test_the_title_of_a_law_is_no_harmful_word() -> None:
    text = "They were tried under the Prevention of Smuggling of Migrants Act 2018, and the slaves spoke."
    proper = Proper.of(text, Scene((), (), (), ()), shipped())
    whole = Span(0, len(text))
    at = text.index("Smuggling")
    assert proper.covers(Span(at, at + len("Smuggling of Migrants")), whole)
    slaves = text.index("slaves")
    assert not proper.covers(Span(slaves, slaves + 6), whole)


def test_every_law_of_the_register_can_be_named_without_a_remark(remarks: Remarks) -> None:
    for work in shipped().laws.works.values():
        text = f"The court applied the {work.title} on Monday."
        inside = [
            f.code
            for f in remarks(text)
            if f.span
            and text.index(work.title) <= f.span.start
            and f.span.end <= text.index(work.title) + len(work.title)
        ]
        assert not inside, (work.id, inside)


def test_every_body_of_the_aid_directory_can_be_named_without_a_remark(remarks: Remarks) -> None:
    for body in shipped().providers:
        if " " in body.name:
            text = f"The office of {body.name} is open."
            assert not [f for f in remarks(text) if f.severity.rank > 1], body.id
