"""The pieces the PDF reader is made of: strings, packed streams, drawn text, what is left in the bytes."""

import io
import zlib
from types import ModuleType

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import GapKind, ReadError
from amanat.read.pdf_layers import content, remains, streams, strings
from amanat.read.pdf_layers.lines import turned_back
from amanat.read.pdf_layers.pages import garbled

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=3, max_size=30)


@given(WORDS)
def test_text_strings_in_every_encoding(words: str) -> None:
    wide = strings.text_string(b"\xfe\xff" + words.encode("utf-16-be"))
    narrow = strings.text_string(b"\xef\xbb\xbf" + words.encode("utf-8"))
    little = strings.text_string(b"\xff\xfe" + words.encode("utf-16-le"))
    assert wide == narrow == little == strings.clean(words)


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_words(data: bytes) -> None:
    for way in (strings.text_string, strings.markup, strings.plain, strings.readable, content.loose_text):
        said = way(data)
        assert all(c.isprintable() or c in "\n\u200c\u200d\u200e\u200f" for c in said)


@given(st.binary(max_size=40), st.text("abcXYZ", min_size=3), st.binary(max_size=40))
def test_words_in_binary_are_found(before: bytes, word: str, after: bytes) -> None:
    assert word in strings.readable(before + b"\0" + word.encode() + word.encode() + b"\0" + after)
    assert word in strings.readable(b"\xff\xff" + (word + word).encode("utf-16-le") + b"\xff\xff")


def test_markup_says_words_and_values_only() -> None:
    page = b'<?xpacket id="W5"?><x:a xmlns:x="adobe:ns:meta/" x:who="Zovubaxi &amp; son"><b>told <i>us</i></b></x:a>'
    assert strings.markup(page).split() == "told us Zovubaxi & son".split()
    assert "boom" not in strings.markup(b'<!DOCTYPE a [<!ENTITY b "bo"><!ENTITY c "&b;om">]><a>&c;</a>')


_PDF = pikepdf.Pdf.new()


def stream(data: bytes, *filters: str) -> pikepdf.Object:
    made = _PDF.make_stream(b"")
    made.write(data, filter=pikepdf.Array([pikepdf.Name("/" + name) for name in filters]))
    return made


@pytest.mark.parametrize(
    ("data", "filters"),
    [
        (zlib.compress(b"Zovubaxi" * 9), ["FlateDecode"]),
        (zlib.compress(zlib.compress(b"Zovubaxi" * 9)), ["FlateDecode", "FlateDecode"]),
        ((b"Zovubaxi" * 9).hex().encode() + b">", ["ASCIIHexDecode"]),
        (zlib.compress((b"Zovubaxi" * 9).hex().encode() + b">"), ["FlateDecode", "ASCIIHexDecode"]),
        (zlib.compress(b"Zovubaxi" * 9)[:-4], ["FlateDecode"]),
        (bytes([71]) + b"Zovubaxi" * 9 + bytes([128]), ["RunLengthDecode"]),
    ],
)
def test_streams_are_unpacked(data: bytes, filters: list[str]) -> None:
    assert streams.unpacked(stream(data, *filters), streams.Budget()) == b"Zovubaxi" * 9


def test_a_damaged_stream_is_read_as_far_as_it_goes() -> None:
    packed = zlib.compress(b"".join(b"Zovubaxi %d " % n for n in range(2000)), 1)
    broken = packed[: len(packed) // 2] + b"\xff" * 50
    assert streams.unpacked(stream(broken, "FlateDecode"), streams.Budget()).startswith(b"Zovubaxi 0 Zovubaxi 1")


@pytest.mark.parametrize("filters", [["FlateDecode"], ["FlateDecode", "FlateDecode"]])
def test_a_bomb_costs_no_more_than_the_limit(filters: list[str]) -> None:
    data = bytes(streams.ONE + 10)
    for _ in filters:
        data = zlib.compress(data)
    with pytest.raises(ReadError) as caught:
        streams.unpacked(stream(data, *filters), streams.Budget())
    assert caught.value.code == "R031"


def test_many_streams_have_one_budget() -> None:
    budget, one = streams.Budget(1000), stream(zlib.compress(bytes(400)), "FlateDecode")
    streams.unpacked(one, budget)
    streams.unpacked(one, budget)
    with pytest.raises(ReadError):
        streams.unpacked(one, budget)


def test_a_packing_we_do_not_bound_is_refused_when_large() -> None:
    with pytest.raises(ReadError) as caught:
        streams.unpacked(stream(bytes(60_000), "LZWDecode"), streams.Budget())
    assert caught.value.code == "R031"


@pytest.mark.parametrize(
    ("operators", "says"),
    [
        ("BT /F1 9 Tf (Zovubaxi) Tj ET", "Zovubaxi"),
        ("BT [(Zov) 20 (ubaxi)] TJ ET", "Zovubaxi"),
        ("BT [(Zov) -400 (ubaxi)] TJ ET", "Zov ubaxi"),
        ("BT (one) Tj 0 -12 Td (two) Tj T* (three) Tj (four) ' ET", "one\ntwo\nthree\nfour"),
        ("BT 1 0 0 1 5 5 Tm (Z) Tj 1 0 0 1 9 5 Tm (o) Tj 1 0 0 1 12 5 Tm (v) Tj ET", "Zov"),
        ("BT <5a6f76> Tj ET", "Zov"),
        (r"BT (Zov\(u\)\142axi) Tj ET", "Zov(u)baxi"),
        ("/Span <</ActualText (Zovubaxi)>> BDC BT (a girl) Tj ET EMC", "Zovubaxi\na girl"),
        ("q q q Q", ""),
    ],
)
def test_drawn_text(operators: str, says: str) -> None:
    pdf = pikepdf.Pdf.new()
    assert content.text_of(pdf.make_stream(operators.encode()), {}) == says


def test_a_map_of_letters() -> None:
    data = b"2 beginbfchar <01> <0041> <02> <00660066> endbfchar 2 beginbfrange <10> <12> <0061> "
    data += b"<20> <21> [<0058> <0059>] endbfrange"
    letters = content.code_map(data)
    assert letters == {1: "A", 2: "ff", 0x10: "a", 0x11: "b", 0x12: "c", 0x20: "X", 0x21: "Y"}
    assert len(content.code_map(b"1 beginbfrange <0000> <ffffffff> <0041> endbfrange")) <= 70_000


def test_two_bytes_a_letter() -> None:
    font = content.Font(wide=True, letters={0x0102: "Z", 0x0304: "ا"})
    assert font.decode(b"\x01\x02\x03\x04\x09") == "Zا"


def test_revisions_are_found_and_linearised_heads_are_none() -> None:
    body = b"%PDF-1.4\n" + b"x" * 80
    first = body + b"startxref\n0\n%%EOF\n"
    second = first + b"y" * 80 + b"startxref\n99\n%%EOF\n"
    third = second + b"z" * 80 + b"startxref\n199\n%%EOF\n"
    assert remains.revisions(third) == (len(second),)
    assert remains.revisions(second) == ()
    many = body + b"".join(b"z" * 80 + b"startxref\n199\n%%EOF\n" for _ in range(500))
    assert len(remains.revisions(many)) == remains.MOST_REVISIONS


def test_objects_left_behind() -> None:
    packed = zlib.compress(b"BT (Zovubaxi spoke) Tj ET")
    data = (
        b"1 0 obj\n<< /A (live) >>\nendobj\n7 0 obj\n<< /Filter /FlateDecode >>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n"
    )
    data += b"8 0 obj\n(Mehrandiru)\nendobj\n"
    said = " ".join(remains.left_behind(data, {(1, 0)}, streams.Budget()))
    assert "Zovubaxi spoke" in said
    assert "Mehrandiru" in said
    assert "live" not in said
    twice = data + b"1 0 obj\n<< /A (newer) >>\nendobj\n"
    assert "live" in " ".join(remains.left_behind(twice, {(1, 0)}, streams.Budget()))


def test_words_between_objects_and_none_inside_streams() -> None:
    data = b"Received: Zovubaxi\n%PDF-1.4\n% by Mehrandiru\n1 0 obj <<>> stream\n\n% Gulelimtu\n"
    data += b"endstream\nendobj\n%%EOF\nNoxapurzo"
    said = " ".join(remains.between(data))
    assert all(name in said for name in ("Zovubaxi", "Mehrandiru", "Noxapurzo"))
    assert "Gulelimtu" not in said


def test_garbled_letters() -> None:
    assert garbled("سآے ا āٹ F ƂȐŇ وόƞ")
    assert garbled("\ue001\ue002 \ue003 plain")
    assert not garbled("پولیس نے لڑکی کو آزاد کرایا")
    assert not garbled("The café in Łódź and Αθήνα")
    assert not garbled("")


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("نمبر 1-1234567-35202 ہے", "نمبر 35202-1234567-1 ہے"),
        ("فون 1234567-0300", "فون 0300-1234567"),
        ("]لڑکی 1[ ملی", "[لڑکی 1] ملی"),
        ("[لڑکی 1] ملی", "[لڑکی 1] ملی"),
        ("card 1-1234567-35202", "card 1-1234567-35202"),
    ],
)
def test_turned_back(shown: str, meant: str) -> None:
    assert turned_back(shown) == meant


def test_a_page_turned_and_cropped_is_seen_right() -> None:
    from amanat.read.pdf_layers import inside  # noqa: PLC0415 - heavy

    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(600, 600))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(b"BT /F1 12 Tf 220 300 Td (shown) Tj ET BT /F1 12 Tf 20 300 Td (outside) Tj ET")
    page.obj.CropBox, page.obj.Rotate = [200, 200, 400, 400], 90
    out = io.BytesIO()
    pdf.save(out)
    told = inside.flow(out.getvalue())
    assert [(p.text, p.layer.shown) for p in told.paragraphs] == [("shown", True), ("outside", False)]
    assert GapKind.PAGE not in {gap.kind for gap in told.gaps}


def with_actual_text(said: str, drawn: str, *, listed: bool = False) -> bytes:
    """Return a page that draws some letters and tells others in their place."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(400, 400))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    told = pikepdf.Dictionary(ActualText=pikepdf.String(said))
    page.obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F1=font), Properties=pikepdf.Dictionary(MC0=pdf.make_indirect(told))
    )
    opens = "/Span /MC0 BDC" if listed else f"/Span <</ActualText ({said})>> BDC"
    page.obj.Contents = pdf.make_stream(
        f"BT /F1 12 Tf 40 300 Td (Police freed ) Tj {opens} ({drawn}) Tj EMC ( today.) Tj ET".encode()
    )
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("listed", [False, True])
def test_what_is_told_in_the_place_of_letters_is_a_hidden_layer(in_process: ModuleType, listed: bool) -> None:  # noqa: FBT001
    told = in_process.flow(with_actual_text("Zovubaxi", "a girl", listed=listed))
    assert [p.text for p in told.paragraphs if p.layer.shown] == ["Police freed a girl today."]
    assert any("Zovubaxi" in p.text for p in told.paragraphs if not p.layer.shown)


@pytest.mark.parametrize(("said", "drawn"), [("girls", "gir-ls"), ("ffi", "x"), ("girl", "girl")])
def test_what_is_told_as_it_is_drawn_stays(in_process: ModuleType, said: str, drawn: str) -> None:
    told = in_process.flow(with_actual_text(said, drawn))
    assert [p.text for p in told.paragraphs if p.layer.shown] == [f"Police freed {said} today."]
