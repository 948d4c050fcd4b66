"""How severe sentences were, set against what the law allows.

A conviction that ends in a fine where the law asks for prison is a conviction in the statistics and something else to
the victim. Sentences are compared with the range of the law they were passed under, and with nothing else.

Source: the measures follow UNODC, Global Report on Trafficking in Persons, chapter on criminal justice responses, and
the minimum standards of the Trafficking Victims Protection Act, 22 U.S.C. 7106(a)(3) ("sufficiently stringent to
deter"); intervals as in `funnel`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from amanat.core import DataError
from amanat.numbers.funnel import Share, jeffreys, wilson


@dataclass(frozen=True, slots=True)
class Range:
    """What the law allows for one offence."""

    minimum: float
    """Months of prison at least; 0 where the law names no minimum."""
    maximum: float | None
    """Months at most; None for life or where the law names no maximum."""
    fine_instead: bool = False
    """Whether the court may impose a fine and no prison."""

    def __post_init__(self) -> None:
        if self.minimum < 0 or (self.maximum is not None and self.maximum < self.minimum):
            raise DataError("N051", "a statutory range begins at 0 months or more and does not end before it begins")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one court imposed on one person."""

    months: float | None
    """Months of prison; 0 for none, None when not known."""
    fine: bool = False
    """Whether a fine was imposed."""
    suspended: bool = False
    """Whether the prison term was suspended: then nobody goes to prison, however long it is."""

    def __post_init__(self) -> None:
        if self.months is not None and self.months < 0:
            raise DataError("N052", "months of prison are 0 or more, or None where they are not known")


@dataclass(frozen=True, slots=True)
class Severity:
    """Sentences for one offence against its range."""

    known: int
    """Sentences whose length is known."""
    unknown: int
    """Sentences whose length is not known; they are in no share."""
    below_minimum: Share | None
    """Below the statutory minimum, fines alone and suspended terms included; None when none is known."""
    fine_only: Share | None
    """A fine and no prison."""
    suspended: Share | None
    """Prison terms that were suspended, of all known sentences."""
    above_maximum: int
    """More than the law allows: look for a wrong entry or a second offence before you print it."""
    middle: float | None
    """Median months of those who go to prison; None when nobody does."""
    law: Range

    @property
    def sentence(self) -> str:
        """What a reporter may write, with its caveat."""
        missing = f" The length of {self.unknown} more is not known." if self.unknown else ""
        if self.below_minimum is None or self.fine_only is None:
            return f"No sentence of known length, so nothing can be said of its severity.{missing}"
        if self.law.minimum:
            below = f"Below the statutory minimum of {self.law.minimum:g} months: {self.below_minimum.sentence}"
        else:
            below = "The law names no minimum."
        fined = self.fine_only.part
        allowed = "which the law allows" if self.law.fine_instead else "which the law does not allow"
        fines = f" {fined} ended in a fine without prison, {allowed}." if fined else " None ended in a fine alone."
        middle = "" if self.middle is None else f" Half of those sent to prison got {self.middle:g} months or less."
        caveat = "Courts weigh what is not in the register, and appeals may change a sentence."
        return f"{below}{fines}{middle}{missing} {caveat}"


def severity(sentences: Sequence[Sentence], law: Range) -> Severity:
    """Set sentences for one offence against its statutory range.

    ``share below = #(months to serve < minimum) / #(months known)``, a suspended term serving 0 months; Wilson and
    Jeffreys intervals. All sentences must be for the same offence under the same version of the law.

    Raises:
        DataError: N053 when there is no sentence.
    """
    if not sentences:
        raise DataError("N053", "there is no sentence to set against the law")
    known = [(0.0 if s.suspended else s.months, s) for s in sentences if s.months is not None]
    served = [months for months, _ in known if months > 0]
    maximum = law.maximum
    return Severity(
        known=len(known),
        unknown=len(sentences) - len(known),
        below_minimum=_share(sum(months < law.minimum for months, _ in known), len(known)),
        fine_only=_share(sum(months == 0 and s.fine and not s.suspended for months, s in known), len(known)),
        suspended=_share(sum(s.suspended for _, s in known), len(known)),
        above_maximum=0 if maximum is None else sum((s.months or 0) > maximum for _, s in known),
        middle=median(served) if served else None,
        law=law,
    )


def _share(part: int, whole: int) -> Share | None:
    return Share(part, whole, wilson(part, whole), jeffreys(part, whole)) if whole else None
