"""The same person, the same number, through a series; and no name in it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amanat.store.labels import LabelVault, normalised


def test_a_person_keeps_the_number(desk: Any) -> None:
    one = LabelVault(desk.vault, "event-1")
    girl = one.person_key("Mehrunnisa Khatoon")
    assert [one.number(girl, "girl"), one.number(one.person_key("Shabnam Z"), "girl")] == [1, 2]
    assert one.number(one.person_key(" mehrunnisa  KHATOON "), "girl") == 1
    assert one.number(girl, "woman") == 1


def test_another_series_begins_anew_and_cannot_be_compared(desk: Any) -> None:
    one, two = LabelVault(desk.vault, "a"), LabelVault(desk.vault, "b")
    assert one.person_key("Mehrunnisa Khatoon") != two.person_key("Mehrunnisa Khatoon")
    one.number(one.person_key("x"), "girl")
    assert two.number(two.person_key("y"), "girl") == 1
    with desk.vault.task() as task:
        assert "mehrunnisa" not in repr(task.run("SELECT * FROM labels")).lower()


def test_the_codes_of_one_urdu_letter_are_one_letter() -> None:
    assert normalised("عائشہ بی بی") == normalised("عائشه بي بي")
    assert normalised("فرحت‌کَوثر") == normalised("فرحت کوثر")
    assert normalised("Zoé-Ann") == "zoe ann"


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(name: str) -> None:
    assert normalised(normalised(name)) == normalised(name)
