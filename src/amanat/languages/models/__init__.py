"""The models the package carries: nets that tag and that read roles, one that reads for harm and law, and a CRF.

Each net is an `.onnx` file, a `.vocabulary.xz` (two nets may share one) and a card, `NAME.json`, which holds both
files' SHA-256. Nothing is fetched and nothing is unpickled: a file that is missing or whose sum is off is refused.
How they were made stands in `training/README.md`; data, licences and figures in the card.
"""

import json
import lzma
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from typing import Any

from amanat.core import ModelError


class Script(StrEnum):
    """Which writing a net reads."""

    LATIN = "latin"
    URDU = "urdu"


@dataclass(frozen=True, slots=True)
class Card:
    """What the program needs to know of a net."""

    script: Script
    labels: tuple[str, ...]
    """Type of a piece, in the order of the net's first outputs: `O`, `B-PERSON`, `I-PERSON` …"""
    masks: tuple[str, ...]
    """What a second head says, in the order of the outputs after those: the masking decision `O`, `M` (mask), `N` (an
    entity that may stay), or another one's labels."""
    open: int
    """Piece that opens a window."""
    close: int
    """Piece that closes it."""
    pad: int
    unknown: int
    positions: int
    """Longest window in pieces, both edges counted."""
    decides: bool
    """True where the masking decision was trained; its outputs mean nothing otherwise."""
    markers: tuple[int, int] = (0, 0)
    """For the net that reads roles: number of the first piece that stands for a person, and how many there are."""


@dataclass(frozen=True, slots=True)
class Model:
    """One net, checked and read into memory."""

    card: Card
    net: bytes
    """The ONNX file."""
    vocabulary: tuple[str, ...]
    """One line for each piece; its place is its number. Unigram lines end in a tab and the piece's score."""


@lru_cache(maxsize=4)
def model(name: str) -> Model:
    """Read one net and check it against its card.

    Args:
        name: a script; `roles` or `roles_urdu`, whose labels are roles and whose masks are kinds of details; or
            `harm`, whose labels are categories of harm and whose masks are kinds of statements of law.

    Raises:
        ModelError: M001 when a file is missing, M002 when it is not the file the card speaks of.
    """
    told = said(name)
    net, book = (checked(told[part]["file"], told[part]["sha256"]) for part in ("net", "vocabulary"))
    card = Card(
        script=Script(told["script"]),
        labels=tuple(told["labels"]),
        masks=tuple(told["masks"]),
        open=int(told["open"]),
        close=int(told["close"]),
        pad=int(told["pad"]),
        unknown=int(told["unknown"]),
        positions=int(told["positions"]),
        decides=bool(told["decides"]),
        markers=tuple(told.get("markers", (0, 0))),
    )
    return Model(card, net, tuple(lzma.decompress(book).decode("utf-8").split("\n")))


def said(name: str) -> dict[str, Any]:
    """Read a model's card whole.

    Raises:
        ModelError: M001 when it is missing.
    """
    told: dict[str, Any] = json.loads(_file(f"{name}.json"))
    return told


def _file(name: str) -> bytes:
    return _carried(__name__, name)


def _carried(package: str, name: str) -> bytes:
    try:
        return resources.files(package).joinpath(name).read_bytes()
    except OSError:
        raise ModelError("M001", f"the model file {name} is missing: install the package again") from None


def checked(name: str, digest: str, package: str = __name__) -> bytes:
    """Read a file that a package carries.

    Args:
        name: the file's name.
        digest: its SHA-256 in hexadecimal.
        package: in which package it lies.

    Raises:
        ModelError: M001 when it is missing, M002 when it is another file.
    """
    found = _file(name) if package == __name__ else _carried(package, name)
    if sha256(found).hexdigest() != digest:
        raise ModelError("M002", f"the model file {name} is damaged (its SHA-256 is off): install the package again")
    return found
