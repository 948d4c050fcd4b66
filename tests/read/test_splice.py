import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import ReadError
from amanat.read.splice import Change, index, spliced

XML = (
    '<?xml version="1.0"?>\r\n<a:r xmlns:a="urn:a" k=\'>"\'>t<b /><a:c a:d="é">ü &amp; &#x6e;</a:c><!-- <x> --></a:r>\n'
)


def test_every_element_knows_its_bytes() -> None:
    indexed = index(XML.encode())
    assert [(n.name, n.namespace) for n in indexed.order] == [("r", "urn:a"), ("b", ""), ("c", "urn:a")]
    root, empty, inner = indexed.order
    assert indexed.raw(empty) == b"<b />"
    assert indexed.raw(inner) == '<a:c a:d="é">ü &amp; &#x6e;</a:c>'.encode()
    assert indexed.opening(root) == b'<a:r xmlns:a="urn:a" k=\'>"\'>'
    assert (inner.text, inner.attributes, root.text) == ("ü & n", {"d": "é"}, "t")
    assert indexed.raw(root).endswith(b"</a:r>")
    assert root.child("c") is inner
    assert root.child("z") is None
    assert inner.within(frozenset({"r"}))
    assert not root.within(frozenset({"r"}))


@pytest.mark.parametrize(
    ("xml", "out"),
    [("<a><b/></a>", "<a><b/>!</a>"), ("<a/>", "<a>!</a>"), ("<x:a xmlns:x='u' />", "<x:a xmlns:x='u'>!</x:a>")],
)
def test_something_can_be_added_at_the_end(xml: str, out: str) -> None:
    indexed = index(xml.encode())
    assert spliced(indexed.data, [indexed.before_closing(indexed.root, b"!")]) == out.encode()


@given(st.binary(max_size=60), st.data())
def test_what_is_not_changed_stays(data: bytes, draw: st.DataObject) -> None:
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(data)), min_size=2, max_size=2)))
    new = draw.draw(st.binary(max_size=5))
    assert spliced(data, [Change(cuts[0], cuts[1], new)]) == data[: cuts[0]] + new + data[cuts[1] :]
    assert spliced(data, []) == data


def test_other_encodings_and_marks_of_order_are_read() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><a>é</a>'
    assert index(text.encode("utf-16")).root.text == "é"
    assert index(b"\xef\xbb\xbf<a>b</a>").root.text == "b"


@pytest.mark.parametrize(
    ("data", "code"), [(b"<a>", "R015"), (b"", "R015"), (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "R017")]
)
def test_broken_and_hostile_files_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError, match=code):
        index(data)
