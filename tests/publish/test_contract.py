import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Document, Edition, Identifier, Kept, KeptReason, ReadError, Review, Span, Trace, TraceKind
from amanat.publish.contract import error_record, identify_record, line, review_record

FIELDS = {
    "document": {"path", "digest", "language", "jurisdictions", "characters"},
    "people": {"id", "role", "protection", "is_child", "mentions"},
    "masks": {"start", "end", "person", "kind", "risk", "label"},
    "keeps": {"start", "end", "person"},
    "kept": {"code", "reason", "comment", "places"},
    "findings": {
        "code",
        "room",
        "start",
        "end",
        "severity",
        "category",
        "message",
        "remedy",
        "sources",
        "fixes",
    },
    "claims": {"start", "end", "kind", "verdict", "fact"},
    "figures": {"start", "end", "stage", "count", "unit", "place", "period"},
    "help": {"present", "services"},
    "edition": {"text"},
}


def test_every_field_of_the_contract_is_there(found: Review, safe: Edition) -> None:
    kept = Kept("D103", KeptReason.LAW, Span(0, 4), (Span(5, 9),))
    record = json.loads(line(review_record("a/story.txt", replace(found, kept=(kept,)), safe)))
    assert set(record) == set(FIELDS)
    for name, fields in FIELDS.items():
        one = record[name][0] if isinstance(record[name], list) else record[name]
        assert fields <= set(one), name
    assert set(record["findings"][0]["fixes"][0]) == {"start", "end", "replacement"}
    assert set(record["findings"][0]["sources"][0]) == {"title", "url"}
    assert {"id", "name", "why"} == set(record["help"]["services"][0])
    assert record["document"]["path"] == "a/story.txt"


def test_a_remark_on_the_whole_story_has_no_place(found: Review, safe: Edition) -> None:
    record = json.loads(line(review_record("x", found, safe)))
    (whole,) = [f for f in record["findings"] if f["code"] == "A101"]
    assert whole["start"] is None
    assert whole["end"] is None


def test_a_number_to_be_confirmed_first_is_not_for_machines(found: Review, safe: Edition) -> None:
    assert "042-0000000" not in line(review_record("x", found, safe))


def test_nothing_but_the_edition_quotes_the_story(story: Document, found: Review) -> None:
    text = line(review_record("x", found, None))
    assert not [word for word in ("Khatoon", "Mehrunnisa", "Chak", "Qureshi", "kiln", "Dilawar") if word in text]
    assert "Mehrunnisa" in story.text


def test_without_an_edition_the_text_is_null(found: Review) -> None:
    assert json.loads(line(review_record("x", found, None)))["edition"] == {"text": None, "proven": False}


def test_traces() -> None:
    trace = Trace(Span(2, 5), TraceKind.PHONE, Identifier.DIRECT, 0.987654, "x")
    assert identify_record("x", [trace]) == {
        "document": {"path": "x"},
        "spans": [{"start": 2, "end": 5, "kind": "PHONE", "identifier": "direct", "score": 0.9877}],
    }


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
def test_any_path_makes_one_line_of_ascii_and_comes_back(path: str) -> None:
    out = line(error_record(path, ReadError("R001", "there is no such file")))
    assert out.isascii()
    assert "\n" not in out
    record = json.loads(out)
    assert record["error"] == {"code": "R001", "message": "there is no such file"}
    assert record["document"]["path"].encode("utf-16", "surrogatepass") == path.encode("utf-16", "surrogatepass")
