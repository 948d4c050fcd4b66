"""What is true of every value that travels."""

import dataclasses
import inspect

import pytest

import amanat
from amanat import core

VALUES = [v for name in core.__all__ if dataclasses.is_dataclass(v := getattr(core, name))]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: v.__name__)
def test_values_are_frozen_and_slotted(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(value)
    assert value.__doc__
    assert not value.__doc__.startswith(f"{value.__name__}("), "a docstring of its own, not the one dataclass makes"


def test_there_are_values() -> None:
    assert len(VALUES) > 20


@pytest.mark.parametrize("module", [amanat, core], ids=lambda m: m.__name__)
def test_all_is_what_is_there(module: object) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert list(names) == sorted(names)
    assert len(set(names)) == len(names)
    assert all(hasattr(module, name) for name in names)


def test_core_shows_everything_its_modules_define() -> None:
    defined = {
        name
        for path in ("claim", "document", "errors", "facts", "finding", "person", "review", "rule", "scene", "span")
        for name, thing in vars(getattr(core, path)).items()
        if not name.startswith("_")
        and getattr(thing, "__module__", "") == f"amanat.core.{path}"
        and (inspect.isclass(thing) or inspect.isfunction(thing))
    }
    assert defined <= set(core.__all__)


def test_the_front_door_says_its_version() -> None:
    assert amanat.__all__ == ["__version__"]
    assert amanat.__version__.count(".") >= 2
