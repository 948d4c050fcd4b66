import pytest

from amanat.packs import File, Packs
from amanat.registers import Registers
from amanat.registers.jurisdictions import Jurisdictions

KNOWN = Jurisdictions.over(
    Packs(
        (
            File(
                "xa/pack.yaml",
                "pack",
                "XA",
                {
                    "kind": "pack",
                    "id": "XA",
                    "name": "Atlantis",
                    "names": ["Kingdom of Atlantis"],
                    "adjectives": ["Atlantean"],
                    "capitals": ["Poseidonis"],
                    "parts": [{"id": "XA-N", "name": "North", "names": ["The North"], "population": 1200}],
                },
            ),
            File("xa/z/pack.yaml", "pack", "XA-Z", {"id": "XA-Z", "name": "Zone", "within": "XA-N"}),
        )
    )
)


@pytest.mark.parametrize(
    ("id_", "chain"),
    [
        ("XA", ("XA",)),
        ("XA-N", ("XA-N", "XA")),
        ("XA-Z", ("XA-Z", "XA-N", "XA")),
        ("XA-Q", ("XA-Q", "XA")),
        ("ZZ", ("ZZ",)),
        ("", ()),
    ],
)
def test_from_the_nearest_outwards(id_: str, chain: tuple[str, ...]) -> None:
    assert KNOWN.chain(id_) == chain


def test_what_they_are_called() -> None:
    north, land = KNOWN.by_id["XA-N"], KNOWN.by_id["XA"]
    assert land.names == ("Atlantis", "Kingdom of Atlantis")
    assert (land.adjectives, land.capitals) == (("Atlantean",), ("Poseidonis",))
    assert (north.within, north.names, north.population) == ("XA", ("North", "The North"), 1200)
    assert {j.id for j in KNOWN} == {"XA", "XA-N", "XA-Z"}


def test_every_shipped_one_lies_in_one_that_is_there() -> None:
    known = Registers().jurisdictions
    assert known.chain("PK-KP") == ("PK-KP", "PK")
    assert not [j.id for j in known if j.within and j.within not in known.by_id]
