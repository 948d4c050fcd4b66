"""Ages and times that a sentence names."""

import pytest

from amanat.law.measures import ages, times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nobody under 15 may work", [(15, True)]),
        ("a girl of sixteen may wed", [(16, False)]),
        ("a 17-year-old is a child", [(17, False)]),
        ("until her eighteenth birthday", [(18, True)]),
        ("on her eighteenth birthday", [(18, False)]),
        ("stops protecting her on her sixteenth birthday", [(16, True)]),
        ("the Act draws the line at 12", [(12, True)]),
        ("the Act sets the age at 21", [(21, True)]),
        ("the line at 12 rupees", []),
        ("who has yet to complete her twelfth year", [(12, True)]),
        ("not yet turned fourteen", [(14, True)]),
        ("ten accused under section 3 got at least 14 years in prison", []),
        ("at 12 days of age", []),
    ],
)
def test_ages(text: str, found: list[tuple[int, bool]]) -> None:
    assert [(age.years, age.below) for age in ages(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within 24 hours", [1.0]),
        ("in three months", [90.0]),
        ("half a year", [180.0]),
        ("two years in prison", []),
        ("a 90-day limit", [90.0]),
    ],
)
def test_times(text: str, found: list[float]) -> None:
    assert list(times(text, 0, len(text))) == found
