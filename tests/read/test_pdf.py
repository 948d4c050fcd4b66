"""PDF: every layer is read, locked and harmful files are refused, pixels are looked at or named as unread."""

import io
import zlib
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from amanat.core import BlockKind, Gap, GapKind, Layer, ReadError
from amanat.read import ocr, read, read_bytes


@pytest.mark.parametrize("seed", [1, 2])
def test_a_name_in_every_layer_is_seen(layered_pdf: ModuleType, seed: int) -> None:
    secrets = dict(zip(layered_pdf.EVERY, layered_pdf.names(seed), strict=False))
    assert len(secrets) == len(layered_pdf.EVERY) >= 45
    data = layered_pdf.make(secrets, seed)
    text = read_bytes(data, "story.pdf").text
    wanted = {layer for layer in secrets if ocr.languages() or layer not in layered_pdf.PIXELS_ONLY}
    assert not [layer for layer in wanted if secrets[layer] not in text]
    assert "The labour court in the city heard the case on Monday." in text
    bytes_show = layered_pdf.leaks(data, secrets.values(), look=True)
    assert len(bytes_show) > len(secrets) - 4, "the scanner sees what the maker hid, else it would prove nothing"


def test_each_layer_on_its_own(layered_pdf: ModuleType) -> None:
    """Six at a time: what one layer does must not help another to be read."""
    every = [layer for layer in layered_pdf.EVERY if layer not in layered_pdf.PIXELS_ONLY]
    for number in range(0, len(every), 6):
        secrets = dict(zip(every[number : number + 6], layered_pdf.names(number), strict=False))
        text = read_bytes(layered_pdf.make(secrets, number), "story.pdf").text
        assert not [layer for layer in secrets if secrets[layer] not in text]


HIDDEN = "invisible_mode white_text under_a_box off_the_page hidden_group".split()


@pytest.mark.parametrize(
    ("layer", "stands_in"),
    [
        ("simple_text", Layer.BODY),
        ("letter_by_letter", Layer.BODY),
        ("remapped_font", Layer.BODY),
        *((name, Layer.HIDDEN) for name in HIDDEN),
        ("form_field", Layer.FORM),
        ("annotation", Layer.COMMENT),
        ("annotation_author", Layer.COMMENT),
        ("outline", Layer.NAME),
        ("group_name", Layer.NAME),
        ("page_label", Layer.NAME),
        ("info_author", Layer.PROPERTY),
        ("xmp", Layer.PROPERTY),
        ("image_exif", Layer.PROPERTY),
        ("link_address", Layer.LINK),
        ("script", Layer.DATA),
        ("structure_alt", Layer.ALT_TEXT),
        ("embedded_text", Layer.EMBEDDED),
        ("old_revision", Layer.DELETION),
        ("orphan_object", Layer.DELETION),
    ],
)
def test_a_layer_is_called_by_its_name(
    in_process: ModuleType, layered_pdf: ModuleType, layer: str, stands_in: Layer
) -> None:
    secret = layered_pdf.names(5)[0]
    told = in_process.flow(layered_pdf.make({layer: secret}))
    assert {p.layer for p in told.paragraphs if secret in p.text} == {stands_in}


def test_what_nobody_sees_stands_behind_what_is_shown(layered_pdf: ModuleType) -> None:
    secrets = dict(zip(HIDDEN, layered_pdf.names(3), strict=False))
    document = read_bytes(layered_pdf.make(secrets), "story.pdf")
    assert "heard the case" in document.text[: document.shown]
    assert not [name for name in secrets.values() if name in document.text[: document.shown]]
    assert not [name for name in secrets.values() if name not in document.text]


def paragraphs_of(told: object) -> list[tuple[str, BlockKind]]:
    return [(p.text, p.kind) for p in told.paragraphs if p.layer is Layer.BODY]  # type: ignore[attr-defined]


def drawn(*lines: tuple[int, int, str]) -> bytes:
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(400, 400))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    text = "\n".join(f"BT /F1 {size} Tf 40 {row} Td ({words}) Tj ET" for size, row, words in lines)
    page.obj.Contents = pdf.make_stream(text.encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_lines_are_joined_to_paragraphs(in_process: ModuleType) -> None:
    first = "The women walked for a day and a night before the"
    joined = f"{first} Border Police of the district stopped them and took them home."
    told = in_process.flow(
        drawn(
            (20, 350, "A long road"),
            (12, 320, first),
            (12, 306, "Border Police of the district stopped them and took"),
            (12, 292, "them home."),
            (12, 264, "A second paragraph stands apart."),
        )
    )
    assert paragraphs_of(told) == [
        ("A long road", BlockKind.HEADING),
        (
            joined,
            BlockKind.PARAGRAPH,
        ),
        ("A second paragraph stands apart.", BlockKind.PARAGRAPH),
    ]


def test_numbers_in_right_to_left_lines_are_turned_back(in_process: ModuleType) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    words = "اس کا کارڈ نمبر 35202-1234567-1 اور فون 0300-1234567 [لڑکی] ہے۔"
    page = f'<p lang=ur dir=rtl style="font-family: Noto Naskh Arabic">{words}</p>'
    (said, *_) = paragraphs_of(in_process.flow(weasyprint.HTML(string=page).write_pdf()))
    assert "35202-1234567-1" in said[0]
    assert "0300-1234567" in said[0]
    assert "[لڑکی]" in said[0]


def scan(words: str, angle: int = 0) -> bytes:
    """Return a PDF of one page that holds nothing but a picture of words."""
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 34)
    sheet = Image.new("L", (1240, 600), 255)
    ImageDraw.Draw(sheet).multiline_text((80, 100), words, fill=0, font=font, spacing=20)
    out = io.BytesIO()
    sheet.rotate(angle, fillcolor=255).save(out, "PDF", resolution=150)
    return out.getvalue()


SCANNED = "The statement was taken in the court.\nThe witness Zovubaxi Noxandiru lives\nnear the old well."


@pytest.mark.skipif("eng" not in ocr.languages(), reason="Tesseract is not here")
def test_a_page_of_pixels_is_looked_at() -> None:
    document = read_bytes(scan(SCANNED), "scan.pdf")
    assert "The witness Zovubaxi Noxandiru lives" in document.text[: document.shown]
    assert document.layout is not None
    assert not document.layout.gaps


def test_without_tesseract_a_page_is_named(monkeypatch: pytest.MonkeyPatch, layered_pdf: ModuleType) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: ())
    with pytest.raises(ReadError) as caught:
        read_bytes(scan(SCANNED), "scan.pdf")
    assert caught.value.code == "R034"
    secret = layered_pdf.names(7)[0]
    document = read_bytes(layered_pdf.make({"raster_image": secret}), "story.pdf")
    assert document.layout is not None
    assert Gap(GapKind.PICTURE, 1) in document.layout.gaps


URDU = "پولیس نے لڑکی کو بھٹے سے آزاد کرایا۔ مقدمہ عدالت میں پیش کیا گیا۔"


def in_urdu(font: str) -> bytes:
    weasyprint = pytest.importorskip("weasyprint")
    page = f'<p lang=ur dir=rtl style="font: 14pt {font}">{URDU}</p>'
    return bytes(weasyprint.HTML(string=page).write_pdf())


def test_nastaliq_is_named_as_not_read(in_process: ModuleType) -> None:
    """Its fonts map glyphs to anything, and Tesseract only guesses: no guess may pass for what the page says."""
    data = in_urdu("Noto Nastaliq Urdu")
    assert in_process.flow(data).gaps == (Gap(GapKind.PAGE, 1),)
    document = read_bytes(data, "story.pdf") if "urd" in ocr.languages() else None
    if document:
        assert document.layout is not None
        assert document.layout.gaps == (Gap(GapKind.PAGE, 1),)
        assert document.shown == 0
        assert document.text


@pytest.mark.skipif("urd" not in ocr.languages(), reason="Tesseract with Urdu is not here")
def test_a_scan_in_naskh_is_read(in_process: ModuleType) -> None:
    sizes, (grey,) = in_process.drawn(in_urdu("Noto Naskh Arabic"), [1])
    out = io.BytesIO()
    Image.frombytes("L", tuple(sizes[0]), grey).save(out, "PDF", resolution=in_process.DOTS)
    document = read_bytes(out.getvalue(), "scan.pdf")
    assert document.text[: document.shown] == URDU


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "story.pdf")
    return caught.value.code


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_locked_file_says_so(layered_pdf: ModuleType) -> None:
    with pikepdf.open(io.BytesIO(layered_pdf.make({}))) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b"))
        open_to_all = saved(pdf, encryption=pikepdf.Encryption(owner="a", user=""))
    assert refused(locked) == "R030"
    assert "heard the case" in read_bytes(open_to_all, "story.pdf").text


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"hello", b"PK\x03\x04" + bytes(60), b"\0" * 300])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refused(data) == "R032"


def test_a_bomb_is_refused_before_it_goes_off(layered_pdf: ModuleType) -> None:
    once = zlib.compress(bytes(60_000_000), 9)
    with pikepdf.open(io.BytesIO(layered_pdf.make({}))) as pdf:
        stream = pdf.make_stream(zlib.compress(once, 9))
        stream.write(zlib.compress(once, 9), filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
        pdf.Root.Bomb = stream
        data = saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert len(data) < 70_000
    assert refused(data) == "R031"


def test_too_many_pixels_are_refused(layered_pdf: ModuleType) -> None:
    with pikepdf.open(io.BytesIO(layered_pdf.make({"raster_image": "Zovubaxi"}))) as pdf:
        image = pdf.pages[0].obj.Resources.XObject.Im1
        image.Width, image.Height = 100_000, 100_000
        data = saved(pdf)
    assert refused(data) == "R033"


def test_loops_come_to_an_end(layered_pdf: ModuleType) -> None:
    with pikepdf.open(io.BytesIO(layered_pdf.make({"simple_text": "Zovubaxi"}))) as pdf:
        one, two = pdf.make_indirect(pikepdf.Dictionary()), pdf.make_indirect(pikepdf.Dictionary())
        one.Next, two.Next, one.Title = two, one, pikepdf.String("Mehrandiru")
        pdf.Root.Outlines = pdf.make_indirect(pikepdf.Dictionary(First=one, Last=one))
        form = pdf.make_stream(b"/Me Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Me=form)
        pdf.pages[0].obj.Contents.append(pdf.make_stream(b"/Me Do"))
        data = saved(pdf)
    text = read_bytes(data, "story.pdf").text
    assert "Zovubaxi" in text
    assert "Mehrandiru" in text


def test_a_file_is_read_from_the_disk(tmp_path: Path, layered_pdf: ModuleType) -> None:
    file = tmp_path / "STORY.PDF"
    file.write_bytes(layered_pdf.make({}))
    assert read(file).text.startswith("The labour court")
