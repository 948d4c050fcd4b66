"""House style files are read like packs: strictly, with file and line."""

from pathlib import Path

import pytest

from amanat.core import PackError
from amanat.packs import house_style

GOOD = "kind: house\nname: The Valley Post\n"


def refused(path: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        house_style(path)
    return caught.value


def test_files_it_extends_come_first(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "b.yaml").write_text(GOOD + "extends: [a.yaml]\n")
    assert [file.name for file in house_style(tmp_path / "b.yaml")] == ["a.yaml", "b.yaml"]


def test_a_style_that_extends_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD + "extends: [b.yaml]\n")
    (tmp_path / "b.yaml").write_text(GOOD + "extends: [a.yaml]\n")
    assert refused(tmp_path / "a.yaml").code == "K022"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (GOOD + "loud: true\n", "K005", 3),
        (GOOD + "on: [d1]\n", "K005", 3),
        (GOOD + "off: {D301: ''}\n", "K005", 3),
        (GOOD + "name: again\n", "K002", 3),
        ("kind: pack\nname: x\n", "K005", 1),
        ("kind: [", "K001", 2),
    ],
)
def test_a_wrong_file_names_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "post.yaml"
    path.write_text(text)
    error = refused(path)
    assert error.code == code
    assert error.message.startswith(f"post.yaml:{line}:")


def test_a_bad_pattern_of_an_own_rule_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "post.yaml"
    rule = (
        "own:\n- kind: phrase\n  code: H001\n  lang: en\n  theme: house\n  title: t\n  form: text\n  category: stigma\n"
        "  severity: note\n  basis: editorial\n  pattern: '(a'\n  why: long enough\n  sources: {}\n  examples:\n"
        "    {wrong: [a], better: [], negative: [b, c, d]}\n"
    )
    path.write_text(GOOD + rule)
    error = refused(path)
    assert error.code == "K020"
    assert "post.yaml:13:" in error.message


def test_no_file_another_kind_or_another_encoding(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.yaml").code == "K008"
    (tmp_path / "latin.yaml").write_bytes(b"kind: house\nname: \xe9\xe9\n")
    assert refused(tmp_path / "latin.yaml").code == "K001"
    (tmp_path / "paper.yaml").write_text(GOOD + "extends:\n  - group.yaml\n")
    error = refused(tmp_path / "paper.yaml")
    assert (error.code, error.message) == ("K008", "paper.yaml:4: there is no file group.yaml to extend")


@pytest.mark.parametrize(("pattern", "code"), [("(a", "K020"), ("(?:a+)+$", "K021"), (".*", "K024")])
def test_a_bad_exception_that_a_house_adds_names_its_line(pattern: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "post.yaml"
    path.write_text(GOOD + f"change:\n  D301:\n    unless: ['{pattern}']\n")
    error = refused(path)
    assert error.code == code
    assert error.message.startswith("post.yaml:5: `unless`")
