"""Records cut into entries: nothing is lost, and what was told in the same words before is not told again."""

import json
import pickle

from amanat.store.directory.entries import Cutter, entry
from amanat.store.directory.pieces import split
from amanat.store.directory.shaping import Plain, Provenance, shaped
from amanat.store.hsds.model import Record

SOURCE = Provenance("test", "https://example.org/t", "2026-11-01", "single-source")


def service(key: str, organization: str, run_by: str = "") -> Record:
    plain = Plain(key, f"Invented {key}", organization, ("legal_advice",), ("women",), (("pk-kasur", "Kasur"),),
                  phones=("+92 42 1111111",), city="Kasur", point=(31.1, 74.4), run_by=run_by)  # fmt: skip
    return shaped(plain, SOURCE)


def test_entries_say_what_the_pieces_say() -> None:
    record = service("1", "Office")
    cut = Cutter("PK").cut("service", record)
    assert [(one.kind, json.loads(one.doc)) for one in cut] == split("service", record)
    *_, last = cut
    assert last.facts is not None
    assert (last.facts.needs, last.spots, last.dialled) == (("legal_advice",), ((31.1, 74.4),), ("0421111111",))
    assert "invented" in last.words.split()


def test_an_organisation_told_in_the_same_words_is_cut_once() -> None:
    cutter = Cutter("PK")
    told = [service("1", "Office"), service("2", "Office"), service("3", "Office", "the town"), service("4", "Office")]
    kinds = [[one.kind for one in cutter.cut("service", record)] for record in told]
    assert ["organization" in cut for cut in kinds] == [True, False, True, True], "A, A, B, and A again"
    assert all(cut[-1] == "service" for cut in kinds)


def test_entries_go_from_one_process_to_another_unchanged() -> None:
    cut = Cutter("PK").cut("service", service("1", "Office"))
    assert pickle.loads(pickle.dumps(cut)) == cut  # noqa: S301 - what was packed a moment before


def test_a_place_without_a_point_has_none() -> None:
    place: Record = {"id": "x", "latitude": 31.1, "name": "Desk"}
    assert entry("location", place, "PK").spots == ()
    assert entry("location", {**place, "longitude": 74}, "PK").spots == ((31.1, 74.0),)
