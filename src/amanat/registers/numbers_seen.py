"""Telephone numbers as digits, and the wrong ones that circulate.

A number is known by country and digits together: 1098 is four services in four countries.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from amanat.packs import Packs, Record
from amanat.registers.records import records, texts_at

_CALLING_CODE = {"PK": "92", "IN": "91", "BD": "880", "NP": "977", "GB": "44"}
_UNIVERSAL = re.compile(r"0\d{2}(111\d{6})")
_NUMBER = re.compile(r"\+?\d[\d \u00a0-]*\d")
_FAULTY = (
    "superseded",
    "wrong_attribution",
    "fabricated",
    "invalid_format",
    "typo",
    "probably_transposed",
    "suspected_ended",
    "wrong_audience",
    "unsupported",
    "body_reorganised",
)
_SURE = ("superseded", "wrong_attribution", "fabricated", "invalid_format", "typo", "wrong_audience")
_DECIMAL = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


@lru_cache(maxsize=4096)
def digits(number: str, country: str = "") -> str:
    """Return the digits one dials inside the country: `+92 800 22227` and `0800-22227` become equal.

    Args:
        number: as written, with blanks, hyphens, a calling code, or Urdu digits.
        country: whose number it is (`PK`); without it a calling code stays.
    """
    bare = re.sub(r"[^\d+]|(?<=[\d+])\+", "", number.translate(_DECIMAL))
    code = _CALLING_CODE.get(country, "")
    for prefix in (f"+{code}", f"00{code}"):
        if code and bare.startswith(prefix):
            bare = "0" + bare.removeprefix(prefix).removeprefix("0")
    bare = bare.replace("+", "")
    universal = _UNIVERSAL.fullmatch(bare)
    return universal[1] if universal and country == "PK" else bare


@dataclass(frozen=True, slots=True)
class Contaminated:
    """A number seen with a claim that does not hold, or not surely."""

    countries: tuple[str, ...]
    numbers: tuple[str, ...]
    """Digits only; more than one where two pages contradict each other."""
    claim_seen: str
    """What the page said it was."""
    supported: str
    reason: str

    @property
    def faulty(self) -> bool:
        """True when the claim is known or likely to be wrong, not merely ambiguous or differently written."""
        return self.reason.rstrip("?").startswith(_FAULTY)

    @property
    def dead_for_all(self) -> bool:
        """True when the digits help nobody under any name, so that no claim needs to be compared."""
        return self.faulty and not self.reason.startswith("wrong_attribution") and not self.supported.startswith("unkn")

    @property
    def surely(self) -> bool:
        """True when the claim is known to be wrong, not only suspected: a reader must not dial it on that claim."""
        return self.reason.startswith(_SURE) and not self.reason.endswith("?") and not self.supported.startswith("unkn")

    def holds(self, number: str, country: str) -> bool:
        """Tell whether a number as written is this one."""
        return country in self.countries and digits(number, country) in self.numbers


def contaminated(packs: Packs) -> tuple[Contaminated, ...]:
    """Read the wrong numbers from the packs."""
    files = packs.of_kind("contaminated")
    return tuple(_read(row) for file in files for row in records(file.content, "numbers"))


def _read(row: Record) -> Contaminated:
    countries = texts_at(row, "countries")
    home = countries[0] if countries else ""
    numbers = tuple(digits(found, home) for found in _NUMBER.findall(str(row["number"])))
    return Contaminated(countries, numbers, str(row["claim_seen"]), str(row["supported"]), str(row["reason"]))
