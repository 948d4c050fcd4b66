"""Calls on record: the newest call to a number decides, and proves nothing about another number."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from amanat.core import DataError, PackError
from amanat.packs import load
from amanat.registers.calls import Call, Outcome, checked
from amanat.registers.providers import Display, Provider, Providers

DAY = date(2026, 11, 20)
FILE = "kind: calls\nas_of: 2026-11-20\ncalls:\n"


def called(tmp_path: Path, *calls: tuple[str, str, str, str]) -> Providers:
    rows = "".join(
        f"- {{service: {id_}, number: '{number}', called_on: '{on}', called_by: A. Editor, result: {result}}}\n"
        for id_, number, on, result in calls
    )
    (tmp_path / "calls.yaml").write_text(FILE + rows, "utf-8")
    return Providers.over(load(tmp_path))


def one(tmp_path: Path, *calls: tuple[str, str, str, str]) -> Provider:
    return called(tmp_path, *calls).by_id["pk-002"]


NUMBER = Providers.over(load()).by_id["pk-002"].phone


def test_a_confirmed_call_lets_the_number_out_for_its_time(tmp_path: Path) -> None:
    provider = one(tmp_path, ("pk-002", NUMBER, "2026-11-20", "confirmed"))
    assert (provider.display, provider.verified_by) == (Display.SHOW, "A. Editor")
    assert provider.public_number(DAY) == NUMBER
    assert provider.public_number(DAY + timedelta(90))
    assert not provider.public_number(DAY + timedelta(91))


def test_a_wrong_number_is_hidden_even_from_the_editor(tmp_path: Path) -> None:
    provider = one(tmp_path, ("pk-002", NUMBER, "2026-11-18", "confirmed"), ("pk-002", NUMBER, "2026-11-20", "wrong"))
    assert not provider.public_number(DAY)
    assert not provider.editor_number()


def test_no_answer_takes_back_what_an_earlier_call_proved(tmp_path: Path) -> None:
    provider = one(
        tmp_path, ("pk-002", NUMBER, "2026-11-18", "confirmed"), ("pk-002", NUMBER, "2026-11-20", "no_answer")
    )
    assert not provider.public_number(DAY)
    assert provider.editor_number() == NUMBER


def test_a_call_to_another_number_proves_nothing(tmp_path: Path) -> None:
    provider = one(tmp_path, ("pk-002", "0800999", "2026-11-20", "confirmed"))
    assert not provider.public_number(DAY)


def test_a_confirmed_number_takes_the_place_of_one_found_wrong(tmp_path: Path) -> None:
    own, other = ("pk-002", NUMBER, "2026-11-19", "wrong"), ("pk-002", "0800999", "2026-11-20", "confirmed")
    for folder in ("moved", "gone", "back"):
        (tmp_path / folder).mkdir()
    moved = one(tmp_path / "moved", own, other)
    assert (moved.display, moved.public_number(DAY), moved.editor_number()) == (Display.SHOW, "0800999", "0800999")
    gone = one(tmp_path / "gone", own, other, ("pk-002", "0800999", "2026-11-20", "wrong"))
    assert (gone.display, gone.public_number(DAY), gone.editor_number()) == (Display.HIDDEN, "", "")
    back = one(tmp_path / "back", own, other, ("pk-002", NUMBER, "2026-11-20", "confirmed"))
    assert back.public_number(DAY) == NUMBER


def test_a_number_of_the_body_itself_may_be_confirmed_though_others_are_said_to_have_it() -> None:
    known = Providers.over(load())
    body = known.by_id["pk-037"]
    call = Call(body.id, body.phone, DAY, "A. Editor", Outcome.CONFIRMED)
    assert checked(call, body.country, DAY, known.contaminated, own=body.phone) is call
    with pytest.raises(DataError, match="H003"):
        checked(call, body.country, DAY, known.contaminated, own="0800-11111")
    dead = Call("bd-004", "16430", DAY, "A. Editor", Outcome.CONFIRMED)
    with pytest.raises(DataError, match="H003"):
        checked(dead, "BD", DAY, known.contaminated, own="16430")


def test_digits_are_compared_not_writing(tmp_path: Path) -> None:
    spaced = " ".join(NUMBER)
    assert one(tmp_path, ("pk-002", spaced, "2026-11-20", "confirmed")).public_number(DAY)


def test_a_number_that_only_a_call_gave_is_good(tmp_path: Path) -> None:
    provider = called(tmp_path, ("pk-004", "042000", "2026-11-20", "confirmed")).by_id["pk-004"]
    assert provider.public_number(DAY) == "042000"


def test_a_body_that_ended_shows_no_number_whatever_was_called(tmp_path: Path) -> None:
    provider = called(tmp_path, ("pk-105", "042000", "2026-11-20", "confirmed")).by_id["pk-105"]
    assert not provider.public_number(DAY)


def test_a_call_without_a_caller_is_refused(tmp_path: Path) -> None:
    row = "- {service: pk-002, number: '1', called_on: '2026-11-20', called_by: '', result: confirmed}\n"
    (tmp_path / "calls.yaml").write_text(FILE + row, "utf-8")
    with pytest.raises(PackError, match="K005"):
        load(tmp_path)
