"""Stories on one event: which they are, what each leaves open, and who keeps which label through all of them.

What a story leaves open about the people in it (`Profile`) holds no name; it is sealed beside the story, so that no
story need be read again to be laid beside another. Only stories that this user may read are looked at.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from amanat.core import Document, Review, TraceKind
from amanat.review import Profile
from amanat.store import Kind, User, Vault, records
from amanat.store.labels import LabelVault

PART = "profile"
_NUMBERED = re.compile(r"\[(\D+) (\d+)\]")


def write(profiles: Iterable[Profile]) -> bytes:
    """Return profiles as they are sealed."""
    return json.dumps([asdict(p) for p in profiles]).encode()


def read(data: bytes) -> tuple[Profile, ...]:
    """Read profiles as `write` made them."""
    return tuple(Profile(**{**p, "places": tuple(p["places"])}) for p in json.loads(data))


def profiles(vault: Vault, user: User) -> dict[str, tuple[Profile, ...]]:
    """Return what each story that this user may read leaves open, by the id of its record."""
    return {id_: read(data) for id_, data in records.part_of_each(vault, user, Kind.STORY, PART).items()}


def join(vault: Vault, user: User, id_: str, other: str) -> None:
    """Put a story into the series of another, which begins one if it is in none; an empty id takes it out.

    Raises:
        Refused: V020 no grant to write on both.
    """
    name = ""
    if other:
        name = records.opened(vault, user, other).record.series or os.urandom(8).hex()
        records.in_series(vault, user, other, name)
    records.in_series(vault, user, id_, name)


def labels(document: Document, review: Review, vault: Vault, series: str) -> dict[str, str]:
    """Return the labels that the people of a story keep through a series, by those they have in this story."""
    kept: dict[str, str] = {}
    known = LabelVault(vault, series)
    for mask in review.masks:
        numbered = _NUMBERED.fullmatch(mask.label)
        if mask.kind is TraceKind.NAME and numbered and mask.label not in kept:
            name = _longest(document, review, mask.person)
            kept[mask.label] = f"[{numbered[1]} {known.number(known.person_key(name), numbered[1])}]"
    return kept


def _longest(document: Document, review: Review, person: str) -> str:
    names: Sequence[str] = [document.at(s) for p in review.people if p.id == person for s in p.names]
    return max(names, key=len, default=person)
