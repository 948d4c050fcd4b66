"""Areas and names come out of packs whole: sums, spellings, and whose a shared name is."""

from pathlib import Path

from amanat.packs import load
from amanat.registers.areas import AreaKind, read

AREAS, NAMES = read(load())


def test_provinces_are_the_sum_of_their_districts() -> None:
    for province in ("PK-PB", "PK-SD", "PK-KP", "PK-BA", "PK-IS"):
        inside = [a for a in AREAS.values() if a.jurisdiction == province and a.kind is AreaKind.DISTRICT]
        # a former district is the sum of its parts and would be counted twice
        counted = [a for a in inside if a.within != province or a.population is None]
        assert AREAS[province].population == sum(a.population or 0 for a in counted), province


def test_what_nobody_counted_has_no_count() -> None:
    assert AREAS["pk-gilgit"].population is None
    assert AREAS["pk-swat.mingora"].population is None
    assert AREAS["AF"].population is None


def test_a_former_district_is_the_sum_of_its_parts() -> None:
    parts = [AREAS["pk-upper-dir"], AREAS["pk-lower-dir"]]
    assert AREAS["pk-dir"].population == sum(p.population or 0 for p in parts)
    assert AREAS["pk-dir"].female == sum(p.female or 0 for p in parts)


def test_a_district_takes_the_name_before_its_tehsil() -> None:
    bearers = {name.text: name.areas for name in NAMES if not name.people}
    assert bearers["Attock"] == ("pk-attock",)
    assert bearers["Islamabad"] == ("pk-islamabad",)
    assert len(bearers["Khanpur"]) == 3


def test_every_district_is_written_in_urdu() -> None:
    counted = [a for a in AREAS.values() if a.kind is AreaKind.DISTRICT and a.id.startswith("pk-") and a.population]
    without = {a.id for a in counted if all(name.isascii() for name in a.names)}
    karachi = {"pk-karachi-central", "pk-karachi-east", "pk-karachi-south", "pk-karachi-west"}
    assert without <= karachi


def test_a_country_is_one_folder(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "pack.yaml").write_text(
        "kind: pack\nas_of: 2026-11-23\nid: XY\nname: Testland\nlevel: country\n", "utf-8"
    )
    (tmp_path / "geo" / "names.yaml").write_text(
        "kind: place_names\nas_of: 2026-11-23\nchecked_on: 2026-11-23\nsources:\n  o: {title: Own list, url: ''}\n"
        "source: [o]\nconfidence: single-source\nbig_towns: {within: XY, names: [Testville]}\n",
        "utf-8",
    )
    areas, names = read(load(tmp_path))
    assert areas["XY"].kind is AreaKind.COUNTRY
    assert areas["xy-testville"].jurisdiction == "XY"
    assert "Testville" in {name.text for name in names}
