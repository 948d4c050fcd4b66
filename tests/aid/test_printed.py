"""Printed numbers are held against the register, inside their country."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from amanat.core import Answer, Fix, Severity
from amanat.packs.own import own_folder, record_call
from amanat.publish import publish
from amanat.publish.overview import overview
from amanat.read import read_bytes
from amanat.registers import Registers
from amanat.review import review
from amanat.review.decide import Decisions, begin, decide

Asked = Callable[[str], Answer]


def doubts(answer: Answer) -> list[tuple[str, Severity]]:
    return [(f.category, f.severity) for f in answer.findings if f.code == "A002"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Lahore the Ministry of Human Rights helpline is 1099.", []),
        ("The modern slavery helpline in London is 0800 0121 700.", []),
        ("The modern slavery helpline in London is 08000 121 700.", []),
        ("In Dhaka the helpline against violence is 10921.", [("circulates_wrong", Severity.WARNING)]),
        ("In Lahore Rozan's helpline is 0345-2222222.", [("circulates_wrong", Severity.WARNING)]),
        ("In Peshawar the helpline of Sahil is 0800-22227.", [("circulates_wrong", Severity.WARNING)]),
        ("In Peshawar the BOLO helpline is 0800-22227.", []),
        ("In Lahore the NCCIA helpline is 1777.", [("differs", Severity.SUGGESTION)]),
        ("In London the Childline helpline is 0800 1112.", [("differs", Severity.WARNING)]),
        ("In Karachi a helpline, 0800-98765, has been opened.", [("unknown", Severity.NOTE)]),
        ("In Lagos, Nigeria, the helpline is 627.", []),
        ("Nepal's women's helpline is 1145; the girls were bound for India, India, India.", []),
    ],
)
def test_doubt(asked: Asked, text: str, expected: list[tuple[str, Severity]]) -> None:
    assert doubts(asked(text)) == expected


def test_no_register_fact_is_fresh_so_nothing_is_an_error(asked: Asked) -> None:
    text = "In Lahore the Punjab Women Protection Authority helpline is 1738 and the NCCIA helpline is 1777."
    assert all(severity.rank < Severity.ERROR.rank for _, severity in doubts(asked(text)))


TODAY = datetime.now(tz=UTC).date()


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str, date], None]:
    """Records calls of an office of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def record(service: str, number: str, result: str, on: date = TODAY) -> None:
        row = {"service": service, "number": number, "called_on": on.isoformat(), "called_by": "A. E."}
        record_call(own_folder(), {**row, "result": result})

    return record


def found(text: str, registers: Registers) -> list[tuple[str, Severity, tuple[str, ...]]]:
    review_ = review(read_bytes(text.encode()), registers)
    return [
        (f.category, f.severity, tuple(x.replacement for x in f.fixes)) for f in review_.findings if f.code == "A002"
    ]


def edition(text: str, registers: Registers) -> str:
    document = read_bytes(text.encode())
    return publish(document, review(document, registers), registers).text


CHECKED = "[number being checked]"


def test_a_number_somebody_found_wrong_is_an_error_and_stays_out_of_the_edition(
    calls: Callable[..., None], registers: Registers
) -> None:
    number = registers.providers.by_id["pk-023"].phone
    name = registers.providers.by_id["pk-023"].name
    text = f"In Lahore the helpline of the {name} is {number}."
    assert found(text, registers) == []
    assert number in edition(text, registers)
    calls("pk-023", number, "wrong")
    assert found(text, registers) == [("found_wrong", Severity.ERROR, (CHECKED,))]
    assert number not in edition(text, registers)
    assert CHECKED in edition(text, registers)


def test_where_a_call_proves_the_right_number_the_fix_writes_it(
    calls: Callable[..., None], registers: Registers
) -> None:
    calls("pk-023", registers.providers.by_id["pk-023"].phone, "wrong", TODAY - timedelta(days=1))
    calls("pk-023", "0800-98712", "confirmed")
    name = registers.providers.by_id["pk-023"].name
    text = f"In Lahore the helpline of the {name} is 0800-11198."
    assert found(text, registers) == [("differs", Severity.ERROR, ("0800-98712", CHECKED))]
    assert edition(text, registers) == f"In Lahore the helpline of the {name} is {CHECKED}."
    document = read_bytes(text.encode())
    reading = begin(document, registers)
    fix = next(f.fixes[0] for f in reading.review.findings if f.code == "A002")
    assert fix == Fix(fix.span, "0800-98712")
    chosen = decide(document, reading, registers, Decisions(fixes=(fix,)))
    assert publish(document, chosen, registers).text == f"In Lahore the helpline of the {name} is 0800-98712."


@pytest.mark.parametrize(("result", "ago"), [("no_answer", 0), ("confirmed", 170)])
def test_a_number_whose_proof_has_ended_is_told_and_stays(
    calls: Callable[..., None], registers: Registers, result: str, ago: int
) -> None:
    hotline = next(p for p in registers.providers if p.hotline and p.editor_number() and p.country == "GB")
    calls(hotline.id, hotline.phone, result, TODAY - timedelta(days=ago))
    text = f"In London the helpline of {hotline.name} is {hotline.phone}."
    assert found(text, registers) == [("unproven", Severity.WARNING, (CHECKED,))]
    assert hotline.phone in edition(text, registers)


def test_what_is_only_suspected_stays_and_what_is_known_goes(registers: Registers) -> None:
    assert "0345-2222222" not in edition("In Lahore Rozan's helpline is 0345-2222222.", registers)
    assert "0800-98765" in edition("In Karachi a helpline, 0800-98765, has been opened.", registers)
    assert "0800-58888" in edition("In Lahore the Dastageer helpline is 0800-58888.", registers)
    urdu = edition("لاہور میں روزن کی ہیلپ لائن 0345-2222222 ہے۔", registers)
    assert "[نمبر کی تصدیق ہو رہی ہے]" in urdu


def test_both_reports_say_that_a_number_was_left_out(registers: Registers) -> None:
    document = read_bytes(b"In Lahore Rozan's helpline is 0345-2222222.", "story.txt")
    seen = overview(review(document, registers))
    assert (seen.wrong_numbers, seen.hides_a_name) == (1, False)
    assert (
        overview(review(read_bytes(b"In Karachi a helpline, 0800-98765, has been opened."), registers)).wrong_numbers
        == 0
    )


def test_no_fix_ever_writes_a_number_that_nobody_called(registers: Registers) -> None:
    for text in ("In Lahore the NCCIA helpline is 1777.", "In London the Childline helpline is 0800 1112."):
        assert [fixes for *_, fixes in found(text, registers)] == [(CHECKED,)]
