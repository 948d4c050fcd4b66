"""Whether a table can carry an estimate at all, and what to tell the reader before any number."""

from collections.abc import Iterator
from itertools import combinations

from amanat.core import DataError, Source
from amanat.numbers.estimate.table import Table

FEW_SHARED = 30
"""Persons on two lists or more below which a few missed links change everything."""

CRITICS = (
    Source(
        "Whitehead, Jackson, Balch and Francis, On the unreliability of multiple systems estimation for estimating the "
        "number of potential victims of modern slavery in the UK, J. Human Trafficking 7 (2021) 1",
        "",
    ),
    Source(
        "Binette and Steorts, On the reliability of multiple systems estimation for the quantification of modern "
        "slavery, J. R. Statist. Soc. A 185 (2022) 640",
        "https://arxiv.org/abs/2112.01594",
    ),
    Source(
        "Jones et al., on multiple systems estimation where lists have little overlap, Crime & Delinquency",
        "https://doi.org/10.1177/0011128720951429",
    ),
)
"""They stand beside every estimate."""

ASSUMPTIONS = (
    "The lists are about the same people, place and time, and nobody enters or leaves that group meanwhile.",
    "Every person on two lists was recognised as the same person. Each missed link makes the estimate larger.",
    "Nobody is on a list who does not belong there.",
    "People whom no list could ever reach are not in the estimate at all.",
)
"""What every method takes for granted and no table can show."""


def refusals(table: Table) -> tuple[DataError, ...]:
    """Return why no number may be given for this table, each with a code; none when it may be tried."""
    return tuple(_refusals(table))


def _refusals(table: Table) -> Iterator[DataError]:
    if len(table.lists) < 3:  # noqa: PLR2004 - with two lists dependence and a dark figure look the same
        yield DataError("N007", f"an estimate needs three lists or more, this table has {len(table.lists)}")
        return
    singles = [1 << i for i in range(len(table.lists))]
    empty = [table.words(i) for i in singles if table.total(i) == 0]
    if empty:
        yield DataError("N006", f"nobody is on {' or '.join(empty)}: leave that list out")
    same = [
        f"{table.words(i)} and {table.words(j)}"
        for i, j in combinations(singles, 2)
        if table.total(i) == table.total(j) == table.total(i | j) > 0
    ]
    if same:
        yield DataError("N010", f"{', '.join(same)} hold exactly the same people: they are one list, merge them")
    if not any(table.total(i | j) for i, j in combinations(singles, 2)):
        yield DataError("N009", "no two lists share anybody, so nothing says how many are on none")
    elif not table.triples:
        yield DataError(
            "N008",
            "there are no three lists of which every two share somebody, so dependence between lists cannot be told "
            "from more hidden people",
        )


def warnings(table: Table) -> tuple[str, ...]:
    """Return what a reader must know of the table before any number, in plain words."""
    return tuple(_warnings(table))


def _warnings(table: Table) -> Iterator[str]:
    singles = [1 << i for i in range(len(table.lists))]
    shared = sum(table.degrees[1:])
    if shared < FEW_SHARED:
        yield (
            f"Fewer than {FEW_SHARED} people are on two lists or more. The estimate hangs on these few: one link "
            "missed or made in error changes it a lot."
        )
    if not sum(table.degrees[2:]):
        yield "Nobody is on three lists or more, so dependence between lists is hardly checked by the data."
    none = [f"{table.words(i)} and {table.words(j)}" for i, j in combinations(singles, 2) if not table.total(i | j)]
    if none:
        yield f"These lists share nobody: {'; '.join(none)}. That may be how they work and not chance."
    for i, j in combinations(singles, 2):
        small, large = sorted((i, j), key=table.total)
        if 0 < table.total(small) == table.total(i | j) < table.total(large):
            yield (
                f"Everybody on {table.words(small)} is also on {table.words(large)}: one may feed the other, then they "
                "are one list."
            )
