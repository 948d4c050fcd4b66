"""Makes PDFs with an invented name in every layer we know of, and tells which words can still be dug out of a file.

The scanner shares no code with the reader: it looks at raw bytes, inflated streams, objects, what PDFium and qpdf
give, and the picture of each page.
"""

# long because: one list of layers, read as one, and the scanner that holds them to account

import io
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw, ImageFont

Layer = Callable[[Pdf, str], None]
LAYERS: dict[str, Layer] = {}
PUBLIC = "The labour court in the city heard the case on Monday."
_DRAWN = 0.3  # points for each pixel of a picture with words: a sentence of 80 letters ends before the page does
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_WIDTHS = {
    0.222: "ijl", 0.278: "ft I,.", 0.333: "r-", 0.5: "cksvxyzJ", 0.556: "abdeghnopquL0123456789", 0.611: "FTZ",
    0.722: "wCDHNRU", 0.778: "GOQ", 0.833: "mM", 0.944: "W",
}  # fmt: skip
"""How wide letters of Helvetica are, in ems; the others 0.667."""
_STARTS = "Zov Mehr Gul Nox Tam Shir Paz Dil Hur Yas Kir Vel".split()
_ENDS = "eenavo ubaxi ishoda andiru oranqi elimtu apurzo inavesh".split()


def names(seed: int) -> list[str]:
    """Return invented names, all different, none inside another."""
    made = [a + b for a, b in product(_STARTS, _ENDS)]
    Random(seed).shuffle(made)  # noqa: S311 - the same names for the same seed
    return made


def layer(make: Layer) -> Layer:
    LAYERS[make.__name__] = make
    return make


def make(secrets: dict[str, str], seed: int = 0) -> bytes:
    """Return a PDF that holds the public sentence and, in each layer named, its secret."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(Font=Dictionary(F1=_font(pdf)), XObject=Dictionary(), Properties=Dictionary())
    page.obj.Annots, page.obj.Contents = Array(), Array()
    draw(pdf, f"BT /F1 12 Tf 60 780 Td ({PUBLIC}) Tj ET")
    draw(pdf, f"BT /F1 12 Tf 60 760 Td (This page, made with seed {seed}, tells of nobody.) Tj ET")
    late = [name for name in LATE if name in secrets]
    for name, secret in secrets.items():
        if name not in LATE:
            LAYERS[name](pdf, secret)
    data = _saved(pdf)
    for name in late:
        data = LATE[name](data, secrets[name])
    return data


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _font(pdf: Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )


def draw(pdf: Pdf, operators: str) -> None:
    """Add operators to the first page."""
    pdf.pages[0].obj.Contents.append(pdf.make_stream(operators.encode("latin-1")))


_place = 740


def _row() -> int:
    """Return a fresh height on the page."""
    global _place  # noqa: PLW0603 - a counter for the maker only
    _place = _place - 16 if _place > 200 else 740
    return _place


@layer
def info_author(pdf: Pdf, secret: str) -> None:
    pdf.docinfo["/Author"] = secret


@layer
def info_subject(pdf: Pdf, secret: str) -> None:
    pdf.docinfo["/Subject"] = f"Statement of {secret}"


@layer
def info_custom(pdf: Pdf, secret: str) -> None:
    pdf.docinfo["/CaseOf"] = String(secret)


@layer
def xmp(pdf: Pdf, secret: str) -> None:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
        f"{secret}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


@layer
def simple_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 12 Tf 60 {_row()} Td (She is {secret}.) Tj ET")


@layer
def kerned_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 12 Tf 60 {_row()} Td [({secret[:3]}) 40 ({secret[3:]})] TJ ET")


@layer
def letter_by_letter(pdf: Pdf, secret: str) -> None:
    row, at, out = _row(), 60.0, []
    for letter in secret:
        out.append(f"BT /F1 12 Tf 1 0 0 1 {at:.1f} {row} Tm ({letter}) Tj ET")
        at += 12 * next((width for width, letters in _WIDTHS.items() if letter in letters), 0.667)
    draw(pdf, "\n".join(out))


@layer
def hexadecimal_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 12 Tf 60 {_row()} Td <{secret.encode().hex()}> Tj ET")


@layer
def remapped_font(pdf: Pdf, secret: str) -> None:
    """Codes that mean nothing without the font's own map."""
    letters = "".join(dict.fromkeys(secret))
    codes = {letter: n + 65 for n, letter in enumerate(letters)}
    rows = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar endcmap end"
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=pdf.make_stream(cmap.encode())
    )
    pdf.pages[0].obj.Resources.Font["/F9"] = pdf.make_indirect(font)
    coded = bytes(codes[letter] for letter in secret).hex()
    draw(pdf, f"BT /F9 12 Tf 60 {_row()} Td <{coded}> Tj ET")


@layer
def invisible_mode(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 12 Tf 3 Tr 60 {_row()} Td ({secret}) Tj ET")


@layer
def white_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"q 1 1 1 rg BT /F1 12 Tf 60 {_row()} Td ({secret}) Tj ET Q")


@layer
def under_a_box(pdf: Pdf, secret: str) -> None:
    row = _row()
    draw(pdf, f"BT /F1 12 Tf 60 {row} Td ({secret}) Tj ET q 0 g 50 {row - 4} 200 15 re f Q")


@layer
def off_the_page(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 12 Tf -400 -300 Td ({secret}) Tj ET")


@layer
def tiny_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"BT /F1 0.2 Tf 60 {_row()} Td ({secret}) Tj ET")


def _form(pdf: Pdf, secret: str, height: int = 20) -> pikepdf.Object:
    return pdf.make_stream(
        f"BT /F1 12 Tf 2 4 Td ({secret}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 475, height],
        Resources=Dictionary(Font=Dictionary(F1=_font(pdf))),
    )


@layer
def form_object(pdf: Pdf, secret: str) -> None:
    pdf.pages[0].obj.Resources.XObject["/Fm1"] = _form(pdf, secret)
    draw(pdf, f"q 1 0 0 1 60 {_row()} cm /Fm1 Do Q")


@layer
def undrawn_form(pdf: Pdf, secret: str) -> None:
    pdf.pages[0].obj.Resources.XObject["/Fm2"] = _form(pdf, secret)


@layer
def unused_object(pdf: Pdf, secret: str) -> None:
    pdf.Root["/AmanatTest"] = pdf.make_indirect(Dictionary(Note=String(secret)))


def pixels_saying(secret: str, size: int = 40) -> Image.Image:
    """Return a picture of a word."""
    font = ImageFont.truetype(FONT, size)
    picture = Image.new("L", (int(font.getlength(secret)) + 60, size * 2), 255)
    ImageDraw.Draw(picture).text((30, size // 3), secret, fill=0, font=font)
    return picture


def _image(pdf: Pdf, picture: Image.Image) -> pikepdf.Object:
    return pdf.make_stream(
        zlib.compress(picture.tobytes()),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )


@layer
def raster_image(pdf: Pdf, secret: str) -> None:
    picture = pixels_saying(secret)
    pdf.pages[0].obj.Resources.XObject["/Im1"] = _image(pdf, picture)
    wide, tall = picture.width * _DRAWN, picture.height * _DRAWN
    draw(pdf, f"q {wide} 0 0 {tall} 60 100 cm /Im1 Do Q")


@layer
def image_exif(pdf: Pdf, secret: str) -> None:
    picture, out = Image.new("RGB", (16, 16), "grey"), io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = secret
    picture.save(out, "JPEG", exif=exif)
    stream = pdf.make_stream(
        out.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=16,
        Height=16,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    pdf.pages[0].obj.Resources.XObject["/Im2"] = stream
    draw(pdf, "q 16 0 0 16 500 60 cm /Im2 Do Q")


@layer
def outline(pdf: Pdf, secret: str) -> None:
    with pdf.open_outline() as made:
        made.root.append(pikepdf.OutlineItem(f"Chapter of {secret}", 0))


@layer
def link_address(pdf: Pdf, secret: str) -> None:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=[60, 60, 100, 70],
        A=Dictionary(S=Name.URI, URI=String(f"https://example.org/{secret}")),
    )
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))


@layer
def form_field(pdf: Pdf, secret: str) -> None:
    _field(
        pdf,
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("victim"),
            V=String(secret),
            Rect=[60, 80, 535, 100],
            AP=Dictionary(N=_form(pdf, secret)),
        ),
    )


def _field(pdf: Pdf, field: pikepdf.Object) -> None:
    made = pdf.make_indirect(field)
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = Dictionary(Fields=Array())
    pdf.Root.AcroForm.Fields.append(made)
    pdf.pages[0].obj.Annots.append(made)


@layer
def field_hint(pdf: Pdf, secret: str) -> None:
    _field(
        pdf,
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("hint"),
            TU=String(secret),
            Rect=[300, 80, 400, 96],
        ),
    )


def _note(pdf: Pdf, **keys: object) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[500, 700, 520, 720], **keys)
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))


@layer
def annotation(pdf: Pdf, secret: str) -> None:
    _note(pdf, Contents=String(f"Ask {secret} again"))


@layer
def annotation_author(pdf: Pdf, secret: str) -> None:
    _note(pdf, Contents=String("Seen"), T=String(secret))


@layer
def annotation_rich(pdf: Pdf, secret: str) -> None:
    _note(pdf, RC=String(f"<body><p>{secret}</p></body>"))


@layer
def annotation_wide(pdf: Pdf, secret: str) -> None:
    _note(pdf, Contents=String(b"\xfe\xff" + f"{secret} ہے".encode("utf-16-be")))


@layer
def appearance_of_note(pdf: Pdf, secret: str) -> None:
    _note(pdf, AP=Dictionary(N=_form(pdf, secret)), F=2)


def _group(pdf: Pdf, name: str, *, hidden: bool) -> pikepdf.Object:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
    if "/OCProperties" not in pdf.Root:
        pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array(), Order=Array()))
    pdf.Root.OCProperties.OCGs.append(group)
    if hidden:
        pdf.Root.OCProperties.D.OFF.append(group)
    return group


@layer
def group_name(pdf: Pdf, secret: str) -> None:
    _group(pdf, f"Notes of {secret}", hidden=False)


@layer
def hidden_group(pdf: Pdf, secret: str) -> None:
    pdf.pages[0].obj.Resources.Properties["/MC1"] = _group(pdf, "draft", hidden=True)
    draw(pdf, f"/OC /MC1 BDC BT /F1 12 Tf 60 {_row()} Td ({secret}) Tj ET EMC")


@layer
def actual_text(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"/Span <</ActualText ({secret})>> BDC BT /F1 12 Tf 60 {_row()} Td (a girl) Tj ET EMC")


@layer
def structure_alt(pdf: Pdf, secret: str) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Alt=String(f"Photo of {secret}"))
    root.K = pdf.make_indirect(figure)
    pdf.Root.StructTreeRoot = root


@layer
def embedded_text(pdf: Pdf, secret: str) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, f"{secret} told us".encode())


@layer
def embedded_name(pdf: Pdf, secret: str) -> None:
    pdf.attachments[f"{secret}.bin"] = pikepdf.AttachedFileSpec(pdf, bytes(range(200)))


@layer
def script(pdf: Pdf, secret: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{secret}')"))


@layer
def script_stream(pdf: Pdf, secret: str) -> None:
    code = pdf.make_stream(f"var who = '{secret}';".encode())
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS=code))


@layer
def page_label(pdf: Pdf, secret: str) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D, P=String(f"{secret}-"))])


@layer
def named_place(pdf: Pdf, secret: str) -> None:
    tree = Dictionary(Names=[String(secret), Array([pdf.pages[0].obj, Name.Fit])])
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.Dests = pdf.make_indirect(tree)


@layer
def old_named_place(pdf: Pdf, secret: str) -> None:
    pdf.Root.Dests = Dictionary({f"/{secret}": Array([pdf.pages[0].obj, Name.Fit])})


@layer
def piece_info(pdf: Pdf, secret: str) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(Editor=Dictionary(Private=Dictionary(Who=String(secret))))


@layer
def form_data_xml(pdf: Pdf, secret: str) -> None:
    packet = f'<?xml version="1.0"?><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><name>{secret}</name></xdp:xdp>'
    pdf.Root["/XfaTest"] = pdf.make_stream(packet.encode())


@layer
def content_comment(pdf: Pdf, secret: str) -> None:
    draw(pdf, f"% drawn for {secret}\nq Q")


def _old_revision(data: bytes, secret: str) -> bytes:
    """Save again behind the same bytes, with an object of the same number in the place of the one with the secret."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        pdf.Root["/OldPage"] = pdf.make_stream(f"BT /F1 12 Tf 60 300 Td (Then {secret} spoke) Tj ET".encode())
        first = _saved(pdf)
    with Pdf.open(io.BytesIO(first)) as pdf:
        number, root, size = pdf.Root.OldPage.objgen[0], pdf.Root.objgen[0], len(pdf.objects) + 1
    table = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    at = len(first)
    update = b"%d 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n" % number
    xref = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    tail = b"trailer << /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return first + update + xref + tail % (size, root, table, at + len(update))


def _orphan(data: bytes, secret: str) -> bytes:
    """Put an object between the others that no table leads to."""
    at = data.rindex(b"startxref")
    packed = zlib.compress(f"BT /F1 12 Tf ({secret}) Tj ET".encode())
    orphan = b"9000 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % (
        len(packed),
        packed,
    )
    return data[:at] + orphan + data[at:]


def _behind_the_end(data: bytes, secret: str) -> bytes:
    return data + f"\nmailed by {secret}\n".encode()


def _before_the_start(data: bytes, secret: str) -> bytes:
    return f"From: {secret}\n".encode() + data


def _between(data: bytes, secret: str) -> bytes:
    at = data.index(b"\n", data.index(b"endobj")) + 1
    return data[:at] + f"% typed by {secret}\n".encode() + data[at:]


LATE: dict[str, Callable[[bytes, str], bytes]] = {
    "old_revision": _old_revision,
    "comment_between": _between,
    "orphan_object": _orphan,
    "behind_the_end": _behind_the_end,
    "before_the_start": _before_the_start,
}
"""Layers that are put into the bytes of the finished file, in this order."""

EVERY = (*LAYERS, *LATE)
PIXELS_ONLY = frozenset({"raster_image"})
"""Layers that only a look at the page tells."""


def leaks(data: bytes, secrets: Iterable[str], *, look: bool = False) -> set[str]:
    """Return which words can be dug out of a file by any means we have.

    Args:
        data: a PDF.
        secrets: the words looked for.
        look: also read the picture of each page (Tesseract).
    """
    wanted = set(secrets)
    found = {secret for text in _dug(data) for secret in wanted if secret.casefold() in text}
    if look and shutil.which("tesseract"):
        seen = _looked(data)
        found |= {secret for secret in wanted if secret.casefold() in seen}
    return found


def _dug(data: bytes) -> Iterable[str]:
    def forms(piece: bytes) -> Iterable[str]:
        yield piece.decode("latin-1").casefold()
        yield piece.replace(b"\0", b"").decode("latin-1").casefold()
        hexed = b"".join(re.findall(rb"<([0-9A-Fa-f]{4,})>", piece))
        yield bytes.fromhex(hexed[: len(hexed) // 2 * 2].decode()).decode("latin-1").casefold()
        yield re.sub(rb"[^(]*\(([^)]*)\)|.", rb"\1", piece, flags=re.DOTALL).decode("latin-1").casefold()

    yield from forms(data)
    for opened in re.finditer(rb"stream\r?\n", data):
        try:
            yield from forms(zlib.decompressobj().decompress(data[opened.end() :]))
        except zlib.error:
            continue
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield page.get_textpage().get_text_range().casefold()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.pdf"
        file.write_bytes(data)
        for tool in (["pdftotext", "-raw", file, "-"], ["pdfinfo", file], ["strings", "-el", file]):
            if shutil.which(tool[0]):
                yield (
                    subprocess.run(tool, capture_output=True, check=False).stdout.decode("utf-8", "replace").casefold()
                )


def _looked(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415

    out = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            sheet = io.BytesIO()
            page.render(scale=200 / 72).to_pil().convert("L").save(sheet, "PNG")
            line = ["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "11"]
            out.append(subprocess.run(line, input=sheet.getvalue(), capture_output=True, check=True).stdout.decode())
    return " ".join(out).casefold()
