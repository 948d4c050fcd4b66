"""Needs and groups: closed lists, and a slip of the pen in them is told by file and word."""

from dataclasses import replace

import pytest

from amanat.core import PackError
from amanat.packs import File, Packs, load
from amanat.registers.providers import Providers
from amanat.registers.taxonomy import Taxonomy, linked


def changed(kind: str, old: str, new: str) -> Packs:
    """The packs with one word changed in every file of a kind."""

    def swap(value: object) -> object:
        if isinstance(value, dict):
            return {key: swap(inner) if key != "vocabulary" else inner for key, inner in value.items()}
        if isinstance(value, list):
            return [swap(inner) for inner in value]
        return new if value == old else value

    def file(given: File) -> File:
        content = swap(given.content) if given.kind == kind else given.content
        assert isinstance(content, dict)
        return replace(given, content=content)

    return Packs(tuple(map(file, load().files)))


def test_every_need_and_group_has_a_name_in_two_languages() -> None:
    taxonomy = Taxonomy.of(load())
    for entry in (*taxonomy.needs.values(), *taxonomy.groups.values()):
        assert entry.name
        assert entry.name_ur
        assert not entry.name_ur.isascii()


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("needs", "legal_panel", "legal_pannel"),
        ("needs", "bonded labourers", "bonded labourer"),
        ("services", "legal_advice", "legal_advise"),
        ("services", "women", "all women"),
        ("situations", "missing_child", "mising_child"),
        ("situations", "migrants", "migrant"),
    ],
)
def test_a_misspelt_word_is_an_error_and_names_it(kind: str, old: str, new: str) -> None:
    with pytest.raises(PackError, match="K011") as refused:
        Providers.over(changed(kind, old, new))
    assert repr(new) in refused.value.message


def test_an_unchanged_copy_is_taken() -> None:
    assert len(Providers.over(changed("needs", "no such word", "x")).by_id) == 160


def test_needs_are_linked_to_a_published_taxonomy() -> None:
    links = linked(load())
    assert links.keys() <= Taxonomy.of(load()).needs.keys()
    assert links["representation"] == ("open-eligibility:human_services:legal:representation",)


def test_words_in_which_people_ask_speak_of_needs_and_groups_that_exist() -> None:
    taxonomy = Taxonomy.of(load())
    (file,) = load().of_kind("need_words")
    assert file.content["needs"].keys() == taxonomy.needs.keys()  # type: ignore[union-attr]
    assert file.content["groups"].keys() <= taxonomy.groups.keys()  # type: ignore[union-attr]
