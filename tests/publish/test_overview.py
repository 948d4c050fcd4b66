from dataclasses import replace

from amanat.core import Document, Review, Severity, TraceKind, Verdict
from amanat.publish.overview import VERDICTS, line_of, overview, role_name, verdict_in_words


def test_the_gravest_remark_comes_first(found: Review) -> None:
    assert [r.finding.code for r in overview(found).remarks] == ["I101", "D101", "A101"]
    assert [r.number for r in overview(found).remarks] == [1, 2, 3]


def test_the_same_remark_on_many_places_is_said_once(found: Review) -> None:
    twice = replace(found.findings[1], span=found.masks[1].span)
    remarks = overview(replace(found, findings=(*found.findings, twice))).remarks
    (remark,) = [r for r in remarks if r.finding.code == "D101"]
    assert remark.places == tuple(sorted({found.findings[1].span, twice.span}))
    assert overview(replace(found, findings=(*found.findings, twice))).count(Severity.WARNING) == 3


def test_people_stand_under_what_follows_for_them(found: Review) -> None:
    seen = overview(found)
    assert [(a.person.id, a.label, a.role) for a in seen.hidden] == [
        ("p1", "[girl 1]", "child victim"),
        ("p2", "[her father]", "victim's family"),
    ]
    assert [(a.person.id, a.label, a.role) for a in seen.named] == [("p3", "", "police")]
    assert not seen.open


def test_lines_count_from_one(story: Document) -> None:
    assert line_of(story, 0) == 1
    assert line_of(story, story.text.index("Mehrunnisa")) == 3


def test_every_role_and_verdict_has_words(found: Review) -> None:
    assert all("_" not in role_name(person.role) for person in found.people)
    assert set(VERDICTS) == set(Verdict)
    assert verdict_in_words(found.claims[0]).startswith("✗")


def test_it_knows_whether_any_name_is_hidden(found: Review) -> None:
    assert overview(found).hides_a_name
    village_only = tuple(mask for mask in found.masks if mask.kind is TraceKind.VILLAGE)
    assert not overview(replace(found, masks=village_only)).hides_a_name
