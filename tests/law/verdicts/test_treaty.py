"""What the register answers on treaty status, case by case and without any sentence."""

import pytest

from amanat.core import Scene, Span, Verdict
from amanat.law.passage import Passage, passages
from amanat.law.verdicts.treaty import Saying, judge
from amanat.read import read_bytes
from amanat.registers import Registers

TIP, CRC, SOM = "un.tip_protocol.2000", "un.crc.1989", "un.som_protocol.2000"


@pytest.fixture(scope="module")
def passage(registers: Registers) -> Passage:
    (only,) = passages(read_bytes(b"It ratified it in 2010 for good."), Scene(("PK",), (), (), ()), registers)
    return only


@pytest.mark.parametrize(
    ("party", "treaty", "kind", "negative", "year", "verdict"),
    [
        ("PK", TIP, "accession", False, 2022, Verdict.SUPPORTED),
        ("PK", TIP, "join", False, None, Verdict.SUPPORTED),
        ("PK", TIP, "ratification", False, 2022, Verdict.IMPRECISE),
        ("PK", TIP, "ratification", False, 2010, Verdict.CONTRADICTED),
        ("PK", TIP, "signature", False, None, Verdict.IMPRECISE),
        ("PK", TIP, "signature", True, None, Verdict.IMPRECISE),
        ("PK", TIP, "join", True, None, Verdict.CONTRADICTED),
        ("PK", TIP, "join", True, 2019, Verdict.SUPPORTED),
        ("PK", TIP, "join", True, 2023, Verdict.CONTRADICTED),
        ("PK", SOM, "join", True, None, Verdict.SUPPORTED),
        ("PK", SOM, "ratification", False, 2020, Verdict.CONTRADICTED),
        ("PK", CRC, "signature", False, 1990, Verdict.SUPPORTED),
        ("PK", CRC, "signature", True, None, Verdict.CONTRADICTED),
        ("PK", "un.untoc.2000", "ratification", False, None, Verdict.SUPPORTED),
        ("PK", "un.untoc.2000", "ratification", False, 2010, Verdict.UNVERIFIED),
        ("PK", "un.untoc.2000", "ratification", False, 2003, Verdict.UNVERIFIED),
        ("PK", "coe.budapest.2001", "join", False, None, Verdict.UNVERIFIED),
        ("IN", TIP, "signature", False, 2002, Verdict.SUPPORTED),
        ("IN", TIP, "join", True, None, Verdict.UNVERIFIED),
        ("BD", TIP, "accession", False, 2019, Verdict.SUPPORTED),
        ("GB", CRC, "ratification", False, None, Verdict.UNKNOWN),
        ("ZZ", TIP, "join", True, None, Verdict.UNKNOWN),
    ],
)
def test_the_register_answers(
    passage: Passage, *, party: str, treaty: str, kind: str, negative: bool, year: int | None, verdict: Verdict
) -> None:
    saying = Saying(party, treaty, kind, negative, year, None, cabinet=False)
    made = judge(passage, saying, Span(0, 10), Span(3, 11), Span(18, 22) if year else None)
    assert made.verdict is verdict
    assert made.subject == f"{party} {treaty}"


def test_the_cabinet_is_no_depositary(passage: Passage) -> None:
    said = Saying("PK", TIP, "ratification", False, 2022, 9, cabinet=True)  # noqa: FBT003 - negative
    made = judge(passage, said, Span(0, 10), Span(3, 11), Span(18, 22))
    assert made.verdict is Verdict.SUPPORTED
    assert made.fact
    assert made.fact.id.endswith("#PK.cabinet-approval")


def test_a_wrong_month_warns_only(passage: Passage) -> None:
    said = Saying("PK", TIP, "accession", False, 2022, 3, cabinet=False)  # noqa: FBT003 - negative
    made = judge(passage, said, Span(0, 10), Span(3, 11), Span(18, 22))
    assert (made.verdict, made.ceiling.value) == (Verdict.CONTRADICTED, "warning")
