"""A newsroom's house style: what it turns on and off, words otherwise, and adds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from amanat.core import Finding, PackError, Scene, Severity
from amanat.dignity import ask
from amanat.dignity.rulebook import everything, ours, rulebook
from amanat.packs import File, house_style
from amanat.read import read_bytes
from amanat.registers import Registers

STYLE = """\
kind: house
name: The Valley Post
on: [D701]
off: {D301: We follow another guide here., D881: Our lawyer reads for this.}
change:
  D110:
    severity: note
    fixes: [{one: man accused of abuse}]
    unless: [museum]
own:
  - kind: phrase
    code: H001
    lang: en
    theme: house
    title: Kiln rats
    form: text
    category: dehumanize
    severity: warning
    basis: editorial
    pattern: '\\bkiln rats?\\b'
    why: Children who work are children.
    remedy: Say who they are.
    sources: {own: {title: Our style book, url: 'https://example.org/style'}}
    examples:
      wrong: [The kiln rats were taken home.]
      better: [The children were taken home.]
      negative: [There were rats in the kiln., A kiln was lit., The cat caught a rat.]
"""
AROUND = " The desk reports on trafficking, kidnapping and abuse."


@pytest.fixture
def styled(tmp_path: Path) -> Callable[[str], tuple[File, ...]]:
    def made(text: str) -> tuple[File, ...]:
        path = tmp_path / "house.yaml"
        path.write_text(text, "utf-8")
        return house_style(path)

    return made


def heard(text: str, house: tuple[File, ...]) -> dict[str, Finding]:
    document = read_bytes((text + AROUND).encode())
    return {f.code: f for f in ask(document, Scene((), (), (), ()), Registers(house=house)).findings}


def test_a_house_turns_rules_on_and_off(styled: Callable[[str], tuple[File, ...]]) -> None:
    house = styled(STYLE)
    text = "Police rescued eleven women. The illegal migrants were held."
    assert "D701" not in heard(text, ())
    assert "D701" in heard(text, house)
    assert "D301" in heard(text, ())
    assert "D301" not in heard(text, house)


def test_a_house_turns_off_rules_in_code(styled: Callable[[str], tuple[File, ...]]) -> None:
    text = "Police arrested two men on Monday. The traffickers had promised the girls work in a shop."
    assert "D881" in heard(text, ())
    assert "D881" not in heard(text, styled(STYLE))


def test_a_house_has_its_own_words_severity_and_exceptions(styled: Callable[[str], tuple[File, ...]]) -> None:
    house = styled(STYLE)
    found = heard("A paedophile was named.", house)["D110"]
    assert found.severity is Severity.NOTE
    assert [fix.replacement for fix in found.fixes] == ["man accused of abuse"]
    assert "D110" not in heard("The museum shows how the word paedophile was used.", house)


def test_a_house_has_rules_of_its_own(styled: Callable[[str], tuple[File, ...]]) -> None:
    assert heard("The kiln rats were taken home.", styled(STYLE))["H001"].severity is Severity.WARNING


def test_a_house_builds_on_another_and_speaks_last(tmp_path: Path) -> None:
    (tmp_path / "group.yaml").write_text("kind: house\nname: Group\non: [D701]\noff: {D301: Group style.}\n")
    (tmp_path / "paper.yaml").write_text("kind: house\nname: Paper\nextends: [group.yaml]\non: [D301]\n")
    book = rulebook(house_style(tmp_path / "paper.yaml"))
    assert {"D701", "D301"} <= {phrase.code for phrase in book.phrases}


@pytest.mark.parametrize(
    ("style", "code", "line"),
    [
        ("kind: house\nname: Post\noff:\n  D999: never mind\n", "K023", 4),
        ("kind: house\nname: Post\non:\n  - D101\n  - D998\n", "K023", 5),
        ("kind: house\nname: Post\nchange:\n  D997: {cap: 1}\n", "K023", 4),
        (STYLE.replace("H001", "D101"), "K009", 12),
    ],
)
def test_a_wrong_code_names_file_and_line(
    style: str, code: str, line: int, styled: Callable[[str], tuple[File, ...]]
) -> None:
    with pytest.raises(PackError) as caught:
        rulebook(styled(style))
    assert caught.value.code == code
    assert f"house.yaml:{line}:" in caught.value.message


def test_without_a_house_ours_speak_and_made_once() -> None:
    assert rulebook(()) is ours()
    assert len(ours().phrases) < len(everything().phrases)
    assert not any(phrase.house for phrase in ours().phrases)


def test_a_style_is_worked_out_once(styled: Callable[[str], tuple[File, ...]]) -> None:
    house = styled(STYLE)
    assert rulebook(house) is rulebook(house)
