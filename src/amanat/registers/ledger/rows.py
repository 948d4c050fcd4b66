"""One row of a table, its cells read one by one. A fault names row and column, never what stands there."""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TypeVar

from amanat.core import DataError

Word = TypeVar("Word", bound=StrEnum)

_UNKNOWN = frozenset({"", "-", "–", "n/a", "na", "unknown", "not known", "null", "none", "..", "نامعلوم"})
_COUNT = re.compile(r"\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}")  # 1,234,567 and 12,34,567
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_LARGEST = 10**12


class Row:
    """The cells of a row by column, and what is wrong with them so far."""

    def __init__(self, number: int, cells: Mapping[str, str], *, day_first: bool = False) -> None:
        """Take the cells.

        Args:
            number: line in the table, the heading being 1.
            cells: by column of ours; a column that is not there reads as empty.
            day_first: dates are written 31/12/2024; else only 2024-12-31 is read.
        """
        self.number = number
        self.faults: list[DataError] = []
        self._cells = {column: unicodedata.normalize("NFC", cell).strip() for column, cell in cells.items()}
        self._day_first = day_first

    def text(self, column: str, *, needed: bool = True, most: int = 200) -> str:
        """Return a cell as it stands."""
        cell = self._cells.get(column, "")
        if not cell and needed:
            self.faults.append(DataError("F003", f"row {self.number}: {column} is empty and must be given"))
        if len(cell) > most or any(unicodedata.category(c) == "Cc" for c in cell):
            self.faults.append(
                DataError("F007", f"row {self.number}: {column} is longer than {most} signs or holds control signs")
            )
            return ""
        if cell.startswith(("=", "+", "@")):
            self.faults.append(DataError("F007", f"row {self.number}: {column} begins as a formula of a spreadsheet"))
            return ""
        return cell

    def known_word(self, column: str, words: type[Word], *, needed: bool = True) -> Word | None:
        """Return a cell that must be one word of a list; None when it is empty or wrong."""
        cell = self.text(column, needed=needed).lower().replace(" ", "_").replace("-", "_")
        if not cell:
            return None
        known = {word.value.replace("-", "_"): word for word in words}
        if cell not in known:
            choice = ", ".join(word.value for word in words)
            self.faults.append(
                DataError("F006", f"row {self.number}: {column} is none of {choice}; map the source's words onto these")
            )
            return None
        return known[cell]

    def count(self, column: str, *, needed: bool = False) -> int | None:
        """Return a whole number of 0 or more; None when it is not known. Nought stays nought."""
        cell = self._cells.get(column, "")
        if cell.lower() in _UNKNOWN and not needed:
            return None
        plain = cell.removesuffix(".0").replace("٬", ",")
        number = int(plain.replace(",", "")) if _COUNT.fullmatch(plain) else -1
        if not 0 <= number < _LARGEST:
            self.faults.append(
                DataError(
                    "F005",
                    f"row {self.number}: {column} is no whole number of 0 or more; empty means not known",
                )
            )
            return None
        return number

    def day(self, column: str) -> date | None:
        """Return a day; None when it is missing or cannot be read."""
        cell = self.text(column)
        year_first, day_first = _YEAR_FIRST.fullmatch(cell), _DAY_FIRST.fullmatch(cell)
        parts: tuple[str, ...] = ()
        if year_first:
            parts = year_first.groups()
        elif day_first and self._day_first:
            parts = day_first.groups()[::-1]
        day = None
        with suppress(ValueError):
            day = date(*map(int, parts)) if parts else None
        if cell and day is None:
            self.faults.append(
                DataError(
                    "F004",
                    f"row {self.number}: {column} is no day that can be read without doubt; write 2024-12-31, "
                    "or say that days stand first with --day-first",
                )
            )
        return day
