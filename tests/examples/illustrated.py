"""Stories with pictures in them, in every format that may hold some: a text, then one picture, then the next text …

The parts of a file stand in another order than the pictures in its text, as in files that were worked on for long.
"""

import io
import zipfile
from base64 import b64encode
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape

import docx as python_docx
import pikepdf
from PIL import Image

STORY = (
    "Police freed {}, 13, from a brick kiln on Monday, where she was held as a bonded worker.",
    "The labour court heard the case.",
    "The next hearing is in June.",
)
"""What stands before each picture; the first has a place for a name."""
Drawn = Sequence[tuple[bytes, str]]
"""A JPEG file and what is said of it, for each picture."""


def plain(colour: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG", quality=95)
    return out.getvalue()


def docx(drawn: Drawn, name: str) -> bytes:
    made, out = python_docx.Document(), io.BytesIO()
    for text, (picture, alt) in zip(STORY, drawn, strict=False):
        made.add_paragraph(text.format(name))
        made.add_picture(io.BytesIO(picture), width=python_docx.shared.Inches(3))
        made.inline_shapes[-1]._inline.docPr.set("descr", alt)
    made.save(out)
    return turned_round(out.getvalue(), "word/media/")


def odt(drawn: Drawn, name: str) -> bytes:
    uses = "".join(
        f"<text:p>{text.format(name)}</text:p><text:p><draw:frame><draw:image xlink:href='Pictures/p{number}.jpg'/>"
        f"<svg:desc>{escape(alt)}</svg:desc></draw:frame></text:p>"
        for number, (text, (_, alt)) in enumerate(zip(STORY, drawn, strict=False))
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0" '
        f'xmlns:draw="{space}:drawing:1.0" xmlns:svg="{space}:svg-compatible:1.0" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>{uses}</office:text></office:body>'
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for number, (picture, _) in reversed([*enumerate(drawn)]):
            file.writestr(f"Pictures/p{number}.jpg", picture)
        file.writestr("content.xml", content)
    return out.getvalue()


def html(drawn: Drawn, name: str) -> bytes:
    uses = "".join(
        f'<p>{text.format(name)}<img alt="{escape(alt)}" src="data:image/jpeg;base64,{b64encode(picture).decode()}"></p>'
        for text, (picture, alt) in zip(STORY, drawn, strict=False)
    )
    return f"<html><body>{uses}</body></html>".encode()


def eml(drawn: Drawn, name: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "A story"
    mail.set_content("\n\n".join(STORY).format(name))
    for number, (picture, _) in enumerate(drawn):
        mail.add_attachment(picture, maintype="image", subtype="jpeg", filename=f"{number}.jpg")
    return mail.as_bytes()


def pdf(drawn: Drawn, name: str) -> bytes:
    made = pikepdf.Pdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = made.add_blank_page(page_size=(595, 842))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary())
    orders = []
    for number, (text, (picture, _)) in reversed([*enumerate(zip(STORY, drawn, strict=False))]):
        width, height = Image.open(io.BytesIO(picture)).size
        page.obj.Resources.XObject[f"/P{number}"] = made.make_stream(
            picture, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width, Height=height,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        top = 800 - number * 250
        orders.insert(0, f"BT /F1 11 Tf 40 {top} Td ({text.format(name)}) Tj ET")
        orders.append(f"q {width / 2} 0 0 {height / 2} 40 {top - 30 - height / 2} cm /P{number} Do Q")
    page.obj.Contents = made.make_stream("\n".join(orders).encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


FORMATS: dict[str, Callable[[Drawn, str], bytes]] = {"docx": docx, "odt": odt, "html": html, "eml": eml, "pdf": pdf}


def turned_round(data: bytes, folder: str) -> bytes:
    """Return a zip file in which the parts of a folder stand in reverse order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for member in [
            *(n for n in names if not n.startswith(folder)),
            *reversed([n for n in names if n.startswith(folder)]),
        ]:
            new.writestr(member, old.read(member))
    return out.getvalue()
