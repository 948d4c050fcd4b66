"""How editors answer each rule: counts and nothing else, so that a rule that mostly annoys is found out.

One JSON file in the user's own data folder: code of the rule, how often its advice was taken, how often not, and why
not in one of a few words. No text, no file name, no date, no person: the file may be shared with those who keep the
rules. It is written whole and put in place in one step; two desks that write at the same moment may lose one count.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from amanat.core import KeptReason, UsageError

ENOUGH = 20
"""Answers; with fewer a rule is not judged."""
FLOOR = 0.80
"""Share of advice taken under which a rule is reported for demotion."""
ANSWERS = ("accept", "reject")


@dataclass(frozen=True, slots=True)
class Tally:
    """What editors answered to one rule."""

    code: str
    accepted: int = 0
    rejected: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    """Kind of reason for a no, and how often, most frequent first."""

    @property
    def answers(self) -> int:
        """How often anybody answered."""
        return self.accepted + self.rejected

    @property
    def acceptance(self) -> float:
        """Share of advice taken, 0 to 1; 1 where nobody answered."""
        return self.accepted / self.answers if self.answers else 1.0

    @property
    def demote(self) -> bool:
        """Whether enough editors answered and too few agreed."""
        return self.answers >= ENOUGH and self.acceptance < FLOOR


@dataclass(frozen=True, slots=True)
class Tallies:
    """The counts of one desk."""

    path: Path = field(
        default_factory=lambda: Path(platformdirs.user_data_dir("amanat", appauthor=False)) / "rules.json"
    )

    def count(self, code: str, answer: str, reason: KeptReason = KeptReason.NONE, times: int = 1) -> None:
        """Count an answer.

        Raises:
            UsageError: U060 for an answer that is neither `accept` nor `reject`, U061 when the file cannot be written.
        """
        if answer not in ANSWERS:
            raise UsageError("U060", "an answer to a rule is `accept` or `reject`")
        found = self._read()
        row = found.setdefault(code, {})
        row[answer] = row.get(answer, 0) + times
        if answer == "reject" and reason is not KeptReason.NONE:
            row[f"why:{reason.value}"] = row.get(f"why:{reason.value}", 0) + times
        self._write(found)

    def all(self) -> tuple[Tally, ...]:
        """Return the counts by code.

        Raises:
            UsageError: U062 when the file is damaged.
        """
        return tuple(_tally(code, row) for code, row in sorted(self._read().items()))

    def forget(self) -> None:
        """Delete the counts."""
        self.path.unlink(missing_ok=True)

    def _read(self) -> dict[str, dict[str, int]]:
        try:
            given = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            raise UsageError(
                "U062", "the counts of this desk cannot be read; `amanat rules stats --forget` starts anew"
            ) from None
        rows = given.items() if isinstance(given, dict) else ()
        return {str(code): {str(k): int(v) for k, v in row.items()} for code, row in rows if _is_row(row)}

    def _write(self, found: dict[str, dict[str, int]]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix="rules-", suffix=".part")
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump(found, file, sort_keys=True)
            Path(temporary).replace(self.path)
        except OSError as error:
            raise UsageError("U061", f"the counts of this desk cannot be written ({error.strerror})") from None


def demoted(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Return the rules to be looked at again, the least liked first."""
    return tuple(sorted((tally for tally in tallies if tally.demote), key=lambda t: (t.acceptance, t.code)))


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and all(isinstance(n, int) for n in row.values())


def _tally(code: str, row: dict[str, int]) -> Tally:
    reasons = sorted(
        ((k.removeprefix("why:"), n) for k, n in row.items() if k.startswith("why:")), key=lambda r: (-r[1], r)
    )
    return Tally(code, row.get("accept", 0), row.get("reject", 0), tuple(reasons))
