import pytest

from amanat.core import ReadError
from amanat.read.xml import attribute, child, name, parse, prepare, texts


def test_names_and_words() -> None:
    prepare()
    root = parse(b"<a xmlns:x='urn:x' x:k='v'><!-- said --><x:b>one</x:b> two <?pi three?></a>")
    assert (name(root), attribute(root, "k"), attribute(root, "none")) == ("a", "v", "")
    inner = child(root, "b")
    assert inner is not None
    assert name(inner) == "b"
    assert child(root, "c") is None
    assert list(texts(root)) == ["said", "one", "two", "three"]


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
        b"<!DOCTYPE a SYSTEM 'http://x.example/a.dtd'><a/>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_no_file_declares_entities(data: bytes) -> None:
    with pytest.raises(ReadError, match="R017"):
        parse(data)


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a/><b/>", b"<a>\x00</a>", b"<a>&x;</a>", b"<a>" * 400 + b"</a>" * 400]
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="R015"):
        parse(data)
