"""The loader of packs: strict, and every refusal names file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import PackError
from amanat.packs import Packs, folder, load
from amanat.packs.checks import kinds
from amanat.packs.strict_yaml import parse

PACK = """\
kind: pack
as_of: 2026-11-23
id: XA
name: Atlantis
level: country
names: [NO, Atlantida]
sources:
  atlas: {title: An atlas, url: https://example.org/atlas, basis: seen-full}
  memory: {title: Common knowledge, url: '', basis: background}
source: [atlas]
confidence: verified
"""


def pack(root: Path, text: str | bytes = PACK, name: str = "xa/pack.yaml") -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def test_a_good_pack(tmp_path: Path) -> None:
    (file,) = folder(pack(tmp_path))
    assert (file.name, file.kind, file.pack) == ("xa/pack.yaml", "pack", "XA")
    assert file.content["names"] == ["NO", "Atlantida"], "the country code NO is no boolean"
    assert file.content["as_of"] == "2026-11-23", "dates stay text"


def test_files_belong_to_the_pack_of_their_folder(tmp_path: Path) -> None:
    pack(tmp_path)
    pack(tmp_path, PACK.replace("XA", "XA-B"), "xa/b/pack.yaml")
    pack(tmp_path, PACK.replace("XA", "ZZ"), "world/deep/er/pack.yaml")
    assert {f.name: f.pack for f in folder(tmp_path)} == {
        "xa/pack.yaml": "XA",
        "xa/b/pack.yaml": "XA-B",
        "world/deep/er/pack.yaml": "ZZ",
    }


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("name: Atlantis", "name: Atlantis\nname: Thule", "K002", 5),
        ("name: Atlantis", "[a]: Thule", "K002", 4),
        ("name: Atlantis", "name: Atlantis\nnickname: Blue", "K005", 5),
        ("name: Atlantis\n", "", "K005", 1),
        ("level: country", "level: planet", "K005", 5),
        ("as_of: 2026-11-23", "as_of: yesterday", "K005", 2),
        ("as_of: 2026-11-23", "as_of: 23 November", "K005", 2),
        ("url: https://example.org/atlas, ", "", "K005", 8),
        ("source: [atlas]", "source: [atlas, map]", "K006", 1),
        ("source: [atlas]", "source: []", "K007", 1),
        ("source: [atlas]\n", "", "K007", 1),
        ("source: [atlas]", "source: [memory]", "K007", 1),
        ("name: Atlantis", "name: !!python/name:os.system x", "K003", 4),
        ("name: Atlantis", "name: !island Atlantis", "K003", 4),
        ("[NO, Atlantida]", "!!set {NO, Atlantida}", "K003", 6),
        ("[NO, Atlantida]", "!list [NO, Atlantida]", "K003", 6),
        ("[NO, Atlantida]", "&n [NO]\nadjectives: *n", "K003", 6),
        ("[NO, Atlantida]", "&n [*n]", "K003", 6),
        ("name: Atlantis", "<<: {name: Atlantis}", "K003", 4),
        ("kind: pack", "kind: parcel", "K004", 1),
        ("kind: pack\n", "", "K004", 1),
        ("[NO, Atlantida]", "[NO, Atlantida", "K001", 7),
        ("name: Atlantis", "name: 'Atlantis", "K001", 12),
        ("name: Atlantis", "name: \x07Atlantis", "K001", 4),
        ("name: Atlantis", "name: Atlantis\n---\nname: Thule", "K001", 5),
    ],
)
def test_a_wrong_pack_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert PACK.count(old) == 1
    with pytest.raises(PackError) as error:
        folder(pack(tmp_path, PACK.replace(old, new)))
    assert str(error.value).startswith(f"{code}: xa/pack.yaml:{line}: "), error.value


@pytest.mark.parametrize("text", ["", "- a list", "just words", "# only a comment\n"])
def test_what_is_no_pack_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(PackError, match=r"K004: xa/pack.yaml:1: "):
        folder(pack(tmp_path, text))


def test_wrong_encoding_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"K001: xa/pack.yaml:4: not UTF-8"):
        folder(pack(tmp_path, PACK.replace("Atlantis", "Atlantís").encode("cp1252")))


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"K001: xa/pack.yaml:1: nested too deeply"):
        folder(pack(tmp_path, "[" * 2_000 + "]" * 2_000))


def test_a_file_called_yml_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"K004: xa/pack.yml:1: name it .yaml"):
        folder(pack(tmp_path, PACK, "xa/pack.yml"))


def test_uncertain_facts_need_no_source(tmp_path: Path) -> None:
    text = PACK.replace("source: [atlas]\n", "").replace("confidence: verified", "confidence: uncertain")
    assert folder(pack(tmp_path, text))


def test_background_and_a_seen_source_together_may_verify(tmp_path: Path) -> None:
    assert folder(pack(tmp_path, PACK.replace("[atlas]", "[memory, atlas]")))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="K008"):
        load(tmp_path / "none")


def test_the_same_pack_twice(tmp_path: Path) -> None:
    pack(tmp_path)
    pack(tmp_path, PACK, "other/pack.yaml")
    with pytest.raises(PackError, match=r"K009: xa/pack.yaml:1: the pack XA is already defined in other/pack.yaml"):
        load(tmp_path)


def test_packs_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANAT_PACKS", str(pack(tmp_path)))
    assert "XA" in load().ids


def test_packs_of_a_distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = tmp_path / "installed"
    told = away / "amanat_xa-1.0.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: amanat-xa\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[amanat.packs]\nxa = amanat_xa_packs:FOLDER\n")
    pack(tmp_path / "packs")
    (away / "amanat_xa_packs.py").write_text(f"FOLDER = {str(tmp_path / 'packs')!r}\n")
    assert "XA" not in load().ids
    monkeypatch.syspath_prepend(away)
    assert "XA" in load().ids


def test_the_shipped_packs_load_and_are_found_by_kind() -> None:
    known = load()
    assert {"PK", "IN", "BD", "NP", "GB"} <= set(known.ids)
    assert all(file.kind in kinds() for file in known.files)
    assert known.of_kind("pack") == tuple(f for f in known.files if f.kind == "pack")
    assert known.of_kind("no such") == ()
    assert Packs(()).ids == ()


# --- the YAML itself ---


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: true", True),
        ("a: false", False),
        ("a: True", "True"),
        ("a: yes", "yes"),
        ("a: NO", "NO"),
        ("a: on", "on"),
        ("a:", None),
        ("a: ~", None),
        ("a: 'null'", "null"),
        ("a: 12", 12),
        ("a: -12", -12),
        ("a: 0", 0),
        ("a: 012", "012"),
        ("a: 0x1F", "0x1F"),
        ("a: 1_000", "1_000"),
        ("a: 12:30", "12:30"),
        ("a: 1:30.5", "1:30.5"),
        ("a: 2.5", 2.5),
        ("a: .inf", ".inf"),
        ("a: .nan", ".nan"),
        ("a: '2.5'", "2.5"),
        ("a: 2018-06-02", "2018-06-02"),
        ("a: 2018-06-02 10:00:00", "2018-06-02 10:00:00"),
        ("a: 0300-1234567", "0300-1234567"),
        ("a: +92", "+92"),
    ],
)
def test_nothing_is_guessed(text: str, value: object) -> None:
    (got,) = parse(text, "x.yaml")[0].values()  # type: ignore[union-attr]
    assert got == value
    assert type(got) is type(value)


def test_every_value_has_its_line() -> None:
    _, lines = parse("a: 1\nb:\n  - x\n  - c:\n      d: y\n", "x.yaml")
    assert lines == {(): 1, ("a",): 1, ("b",): 3, ("b", 0): 3, ("b", 1): 4, ("b", 1, "c"): 5, ("b", 1, "c", "d"): 5}


@given(st.text(st.sampled_from("ab:- \n[]{}&*!'\"#|>%@`?,~<0.1e\t\x07"), max_size=40))
def test_any_text_is_read_or_refused_with_a_code(text: str) -> None:
    try:
        parse(text, "x.yaml")
    except PackError as error:
        assert error.code in {"K001", "K002", "K003"}  # noqa: PT017 - both outcomes are right
        assert error.message.startswith("x.yaml:")  # noqa: PT017
