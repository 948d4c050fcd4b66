"""Law that cannot be so is refused, with file and line."""

from pathlib import Path

import pytest

from amanat.core import PackError
from amanat.packs import Packs, folder
from amanat.registers.laws import Laws

LAW = """\
kind: law
as_of: 2026-11-29
jurisdiction: XA
currency: XAD
sources:
  gazette: {title: Gazette of Atlantis, url: 'https://example.org/gazette', basis: seen-full}
works:
  - id: xa.act.2001
    title: Kelp Act, 2001
    assent: 2001-05-02
    source: [gazette]
    confidence: verified
provisions:
  - id: xa.act.2001.s1
    of: xa.act.2001
    section: '1'
    kind: offence
    title: Forced diving
    versions:
      - from: 2001-05-02
        to: {between: [2010-01-01, 2010-12-31]}
        imprisonment: {min_years: 2, max_years: 5}
        source: [gazette]
        confidence: verified
      - from: {between: [2010-01-01, 2010-12-31]}
        imprisonment: {max_years: 9}
        fine: {min: 10, max: 20}
        source: [gazette]
        confidence: verified
      - from: 2010-12-31
        extent: Reef
        imprisonment: {max_years: 10}
        source: [gazette]
        confidence: verified
      - from: 2010-12-31
        enacted: not-confirmed
        imprisonment: {max_years: 12}
        source: [gazette]
        confidence: verified
"""


def law(root: Path, text: str = LAW, name: str = "xa/law/kelp.yaml") -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return root


def test_neighbours_with_uncertain_edges_parts_of_a_country_and_bills_may_stand_together(tmp_path: Path) -> None:
    laws = Laws.over(Packs(folder(law(tmp_path))))
    assert len(laws.provisions["xa.act.2001.s1"].versions) == 4


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("assent: 2001-05-02", "assent: 2001-02-30", "K013", 10),
        ("assent: 2001-05-02", "assent: 2001-13", "K013", 10),
        ("to: {between: [2010-01-01, 2010-12-31]}", "to: {between: [2010-12-31, 2010-01-01]}", "K013", 21),
        ("to: {between: [2010-01-01, 2010-12-31]}", "to: 2000-01-01", "K014", 20),
        ("to: {between: [2010-01-01, 2010-12-31]}", "to: 2011-06-01", "K014", 25),
        ("        to: {between: [2010-01-01, 2010-12-31]}\n", "", "K014", 24),
        ("min_years: 2", "min_years: 6", "K014", 22),
        ("{min: 10, max: 20}", "{min: 30, max: 20}", "K014", 27),
        ("id: xa.act.2001.s1", "id: xa.act.2001", "K014", 14),
    ],
)
def test_what_cannot_be_so_is_refused_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert LAW.count(old) == 1
    with pytest.raises(PackError) as error:
        folder(law(tmp_path, LAW.replace(old, new)))
    assert str(error.value).startswith(f"{code}: xa/law/kelp.yaml:{line}: "), error.value


def test_a_section_of_a_law_that_no_file_has(tmp_path: Path) -> None:
    packs = Packs(folder(law(tmp_path, LAW.replace("of: xa.act.2001", "of: xa.act.1999"))))
    with pytest.raises(PackError, match=r"K014: xa/law/kelp.yaml:15: xa.act.2001.s1 stands in xa.act.1999"):
        Laws.over(packs)


def test_two_files_with_the_same_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from amanat.packs import load  # noqa: PLC0415

    law(law(tmp_path), name="xa/law/other.yaml")
    monkeypatch.setenv("AMANAT_PACKS", str(tmp_path))
    with pytest.raises(PackError, match=r"K009: xa/law/other.yaml:8: xa.act.2001 is already defined in xa/law/kelp"):
        load()


def test_an_empty_register_knows_nothing_and_says_so() -> None:
    laws = Laws.over(Packs(()))
    assert not laws.works
    assert laws.mentions("The PTPA was passed in 2018.") == ()
