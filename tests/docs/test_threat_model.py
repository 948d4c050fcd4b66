"""Beside each promise of the threat model stands a test, and it is there."""

import re
from pathlib import Path

ROW = re.compile(r"^\| (?!promise|---)(.+?) \| (.+?) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")


def test_each_promise_names_tests_that_exist(root: Path) -> None:
    page = (root / "docs" / "safety" / "threat-model.md").read_text("utf-8").partition("## What we promise")[2]
    promises = ROW.findall(page.partition("## What we cannot promise")[0])
    assert len(promises) > 25
    for promise, tests in promises:
        named = NAMED.findall(tests)
        assert named, f"no test beside: {promise}"
        for file, test in named:
            path = root / "tests" / file
            assert path.exists(), file
            assert not test or re.search(rf"(?:def |^){test}\b", path.read_text("utf-8"), re.MULTILINE), (
                f"{file}::{test}"
            )


def test_what_cannot_be_promised_is_said(root: Path) -> None:
    page = (root / "docs" / "safety" / "threat-model.md").read_text("utf-8")
    assert page.partition("## What we cannot promise")[2].count("\n- ") >= 8


def test_every_picture_of_the_desk_is_small_and_shown(root: Path) -> None:
    pages = "".join(p.read_text("utf-8") for p in (root / "docs").rglob("*.md"))
    pictures = sorted((root / "docs" / "images").glob("desk-*.png"))
    assert len(pictures) > 10
    assert not [p.name for p in pictures if p.stat().st_size > 100_000]
    assert not [p.name for p in pictures if f"images/{p.name}" not in pages]
