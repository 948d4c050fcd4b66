"""One click must leave a right sentence."""

from collections.abc import Callable

import pytest

from amanat.core import Finding
from amanat.dignity.wording import is_many


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Police met a child prostitute.", "Police met a child victim of sexual exploitation."),
        ("Police met an underage prostitute.", "Police met a child victim of sexual exploitation."),
        ("Police met two underage prostitutes.", "Police met two child victims of sexual exploitation."),
        ("Illegal migrants were held.", "Undocumented migrants were held."),
        ("He met an illegal migrant.", "He met an undocumented migrant."),
        ("A human smuggler fled.", "A migrant smuggler fled."),
        ("She met a slave there.", "She met an enslaved person there."),
        ("The slaves were freed.", "The enslaved people were freed."),
        ("The housemaids were locked in.", "The domestic workers were locked in."),
        ("Child pornography was found.", "Child sexual abuse material was found."),
    ],
)
def test_the_first_alternative_fits(before: str, after: str, remarks: Callable[[str], list[Finding]]) -> None:
    fix = next(f.fixes[0] for f in remarks(before) if f.fixes)
    assert before[: fix.span.start] + fix.replacement + before[fix.span.end :] == after


@pytest.mark.parametrize(
    ("words", "many"),
    [("slaves", True), ("slave", False), ("child brides", True), ("women", True), ("harness", False), ("maid", False)],
)
def test_number_is_seen(words: str, *, many: bool) -> None:
    assert is_many(words) is many
