"""Masks side by side."""

from amanat.core import Identifier, TraceKind
from amanat.identity.masks import keeps_of, masks_of
from amanat.people import look
from amanat.read import read_bytes
from amanat.registers import shipped


def test_where_a_name_stands_inside_a_detail_nothing_comes_bare() -> None:
    document = read_bytes(b"The girl's father, Dilawar Tarkhan, spoke. Police said the girl of 12 was raped.")
    masks = masks_of(document, look(document, shipped()))
    hidden = {n for m in masks for n in range(m.span.start, m.span.end)}
    at = document.text.index("Dilawar Tarkhan")
    assert set(range(at, at + len("Dilawar Tarkhan"))) <= hidden


def test_a_helpline_is_left_alone() -> None:
    document = read_bytes(b"Zunaira Tarkhan, 13, was raped, police said. Call the helpline 0300-5550123 for help.")
    masks = masks_of(document, look(document, shipped()))
    assert TraceKind.PHONE not in {m.kind for m in masks}


def test_case_numbers_lead_to_people() -> None:
    document = read_bytes(b"A girl of 12 was raped, police said.\n\nThe petition was filed as FIR No. 312/24 there.")
    masks = masks_of(document, look(document, shipped()))
    assert {m.risk for m in masks if m.kind is TraceKind.CASE_NUMBER} == {Identifier.QUASI}


def test_keeps_are_names_in_public_roles() -> None:
    document = read_bytes(b"Judge Farrukh Alvi convicted him.")
    assert [document.at(k.span) for k in keeps_of(look(document, shipped()))] == ["Farrukh Alvi"]


def test_a_day_that_becomes_a_month_brings_its_preposition() -> None:
    document = read_bytes(b"Nine-year-old Kiran Misaal was abducted on 3 March in Swat, police said.", "story.txt")
    scene = look(document, shipped())
    dated = [m for m in masks_of(document, scene) if m.kind is TraceKind.DATE]
    assert [(document.at(m.span), m.label) for m in dated] == [("on 3 March", "[in March]")]
