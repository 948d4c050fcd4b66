"""Numbers of an import: which may be taken, and those that stand where an address of a page belongs.

Feeds write a number as an address, `tel:+92-42-…` (RFC 3966), in `url` or `website`. There no rule for numbers would
hold it: it becomes a telephone of the service, organisation or place in which it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from amanat.registers.numbers_seen import Contaminated, digits
from amanat.store.hsds.formats import made_id
from amanat.store.hsds.model import Json, Record, entities

_DIALLED = range(2, 16)  # digits of a number one can dial
_SCHEME = re.compile(r"\s*(?P<scheme>tel|callto|sms):/{0,2}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ADDRESSES = ("url", "website", "uri")
_HOLDERS = ("service", "organization", "location", "service_at_location", "contact")
"""Objects of HSDS that have telephones."""


@dataclass(frozen=True, slots=True)
class Called:
    """A number written as an address."""

    number: str
    extension: int | None
    type: str
    """As HSDS has it: `voice`, or `sms`."""


def called(address: str) -> Called | None:
    """Read an address of the kind `tel:` (RFC 3966), `sms:` (RFC 5724) or `callto:`; None for any other."""
    match = _SCHEME.fullmatch(address)
    if match is None:
        return None
    number, *parameters = unquote(match["rest"]).partition("?")[0].split(";")
    said = {name.strip().lower(): value.strip() for name, _, value in (p.partition("=") for p in parameters)}
    context, extension = said.get("phone-context", ""), said.get("ext", "")
    whole = f"{context}{number}" if context.startswith("+") and not number.strip().startswith("+") else number
    known = int(extension) if extension.isascii() and extension.isdigit() and len(extension) < 10 else None  # noqa: PLR2004
    return Called(whole.strip(), known, "sms" if match["scheme"].lower() == "sms" else "voice")


@dataclass(frozen=True)
class Telephones:
    """The numbers of one country, as an import takes them."""

    country: str
    contaminated: tuple[Contaminated, ...]

    @cached_property
    def _wrong(self) -> frozenset[str]:
        rows = (row for row in self.contaminated if row.faulty and self.country in row.countries)
        return frozenset(number for row in rows for number in row.numbers)

    def refused(self, number: str) -> str:
        """Say why a number is left out; empty for one that may be taken."""
        dialled = digits(number, self.country)
        if len(dialled) not in _DIALLED:
            return "has a number that nobody can dial; left out"
        return "has a number known to circulate wrongly; left out" if dialled in self._wrong else ""

    def settled(self, kind: str, record: Record) -> tuple[Record, list[str]]:
        """Return a record of HSDS with its numbers in their place, and what was left out.

        Args:
            kind: `service`, `organization` …
            record: as it came; it is not changed.
        """
        why: list[str] = []
        whole, strays = self._settled(kind, record, why)
        if strays:  # an object that has no telephones itself and stands in none that has
            why.append("has a number where no telephone belongs; left out")
        return whole, why

    def _settled(self, kind: str, record: Record, why: list[str]) -> tuple[Record, list[Called]]:
        out: Record = {}
        strays: list[Called] = []
        parts = {part.name: part.object for part in entities()[kind].parts}
        for key, value in record.items():
            if key in _ADDRESSES and isinstance(value, str) and (found := called(value)):
                strays.append(found)
            elif key not in parts or parts[key] == "phone":
                out[key] = value
            else:
                kept, inner = self._inside(parts[key], value, why)
                strays += inner
                if kept is not None:
                    out[key] = kept
        if kind in _HOLDERS and ("phones" in record or strays):
            out["phones"] = list(self._phones(record, strays, why))
            if not out["phones"]:
                del out["phones"]
            strays = []
        return out, strays

    def _inside(self, kind: str, value: Json, why: list[str]) -> tuple[Json, list[Called]]:
        """Go into one object or a list of them; a page whose address was a number is no page any more."""
        if isinstance(value, dict):
            return self._settled(kind, value, why)
        if not isinstance(value, list):
            return value, []
        out: list[Json] = []
        strays: list[Called] = []
        for one in value:
            if not isinstance(one, dict):
                out.append(one)
                continue
            kept, inner = self._settled(kind, one, why)
            strays += inner
            if not (kind == "url" and inner):
                out.append(kept)
        return (out or None) if strays else out, strays

    def _phones(self, record: Record, strays: list[Called], why: list[str]) -> Iterator[Json]:
        given = record.get("phones")
        seen: set[str] = set()
        for phone in given if isinstance(given, list) else ():
            number = str(phone.get("number", "")) if isinstance(phone, dict) else ""
            found = called(number)
            plain = found.number if found else number
            if says := self.refused(plain):
                why.append(says)
                continue
            seen.add(digits(plain, self.country))
            yield {**phone, "number": plain} if isinstance(phone, dict) and found else phone
        for stray in strays:
            dialled = digits(stray.number, self.country)
            if says := self.refused(stray.number):
                why.append(says)
            elif dialled not in seen:
                seen.add(dialled)
                id_ = made_id("phone", f"{record.get('id')}:{dialled}")
                more: Record = {} if stray.extension is None else {"extension": stray.extension}
                yield {"id": id_, "number": stray.number, "type": stray.type, **more}
