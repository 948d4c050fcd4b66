import click
import pytest

from amanat.cli.faults import Coded, as_fault, coded
from amanat.core import ReadError


def test_an_error_of_the_house_ends_a_command_with_its_sentence() -> None:
    @coded
    def command() -> None:
        raise ReadError("R001", "there is no such file")

    with pytest.raises(Coded) as caught:
        command()
    assert isinstance(caught.value, click.ClickException)
    assert caught.value.message == "R001: there is no such file"
    assert caught.value.exit_code == 2


def test_errors_of_the_house_stay_as_they_are() -> None:
    error = ReadError("R001", "x")
    assert as_fault(error) is error


def test_a_fault_tells_type_and_place_but_not_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMANAT_DEBUG", raising=False)
    try:
        int("Gulmina")
    except ValueError as error:
        fault = as_fault(error)
    assert fault.code == "X001"
    assert "ValueError in test_faults.test_a_fault_tells" in fault.message
    assert "Gulmina" not in str(fault)


def test_a_developer_may_see_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANAT_DEBUG", "1")
    with pytest.raises(KeyError):
        as_fault(KeyError("x"))
