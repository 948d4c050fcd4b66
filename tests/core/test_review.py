import pytest

from amanat.core import Finding, Help, Review, Room, Severity


def of(*severities: Severity) -> Review:
    findings = tuple(Finding("D101", Room.DIGNITY, None, s, "x", "m", "r") for s in severities)
    return Review("d", "en", 5, (), (), (), (), findings, (), (), Help(present=False, services=()))


@pytest.mark.parametrize(
    ("severities", "worst"),
    [
        ((), None),
        ((Severity.NOTE,), Severity.NOTE),
        ((Severity.WARNING, Severity.ERROR, Severity.NOTE), Severity.ERROR),
        ((Severity.SUGGESTION, Severity.WARNING), Severity.WARNING),
    ],
)
def test_the_worst_is_by_harm_not_by_alphabet(severities: tuple[Severity, ...], worst: Severity | None) -> None:
    assert of(*severities).worst is worst
