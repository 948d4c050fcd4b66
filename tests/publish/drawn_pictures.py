"""Makes pictures of nobody: faces drawn from ovals, invented identity cards, captions."""

import io

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
CARD = (
    ("Name", "Mehrandiru Zovubaxi"),
    ("Father Name", "Dilawar Zovubaxi"),
    ("Identity Number", "35202-1234567-1"),
    ("Date of Birth", "04.05.1999"),
)


def empty(width: int = 800, height: int = 600) -> Image.Image:
    return Image.new("RGB", (width, height), (120, 140, 160))


def face(sheet: Image.Image, x: int, y: int, size: int) -> Image.Image:
    """Draw a face; `size` is some half of its height."""
    layer = Image.new("RGB", (size * 3, size * 3), (120, 140, 160))
    pen, middle = ImageDraw.Draw(layer), size * 1.5

    def oval(left: float, top: float, right: float, bottom: float, colour: object) -> None:
        pen.ellipse([middle + edge * size for edge in (left, top, right, bottom)], fill=colour)

    oval(-0.62, -0.95, 0.62, 0.6, (50, 35, 28))
    pen.rectangle([middle + edge * size for edge in (-0.25, 0.5, 0.25, 1.1)], fill=(205, 160, 130))
    oval(-0.5, -0.7, 0.5, 0.75, (224, 180, 150))
    for side in (-0.2, 0.2):
        oval(side - 0.1, -0.15, side + 0.1, -0.04, "white")
        oval(side - 0.045, -0.145, side + 0.045, -0.045, (40, 25, 20))
        brow = [middle + edge * size for edge in (side - 0.12, -0.22, side + 0.12, -0.24)]
        pen.line(brow, fill=(50, 35, 28), width=max(1, int(0.035 * size)))
    nose = (-0.02, -0.05, -0.09, 0.2, 0.09, 0.2)
    pen.polygon([middle + edge * size for edge in nose], fill=(200, 150, 125))
    oval(-0.17, 0.33, 0.17, 0.45, (175, 80, 80))
    sheet.paste(layer.filter(ImageFilter.GaussianBlur(size / 60)), (x - size * 3 // 2, y - size * 3 // 2))
    return sheet


def caption(sheet: Image.Image, words: str, x: int = 30, y: int = 540, size: int = 20) -> Image.Image:
    ImageDraw.Draw(sheet).text((x, y), words, fill="white", font=ImageFont.truetype(FONT, size))
    return sheet


def card(angle: float = 0) -> Image.Image:
    """Draw an invented identity card on a table."""
    made = Image.new("RGBA", (900, 560), (214, 232, 214, 255))
    pen = ImageDraw.Draw(made)
    large, small = ImageFont.truetype(FONT, 34), ImageFont.truetype(FONT, 24)
    pen.text((40, 30), "NATIONAL IDENTITY CARD", fill="black", font=large)
    for number, (label, value) in enumerate(CARD):
        pen.text((40, 120 + number * 100), label, fill=(60, 60, 60), font=small)
        pen.text((40, 152 + number * 100), value, fill="black", font=large)
    turned = made.rotate(angle, expand=True)
    table = Image.new("RGB", (1400, 1100), (120, 95, 80))
    table.paste(turned, ((1400 - turned.width) // 2, (1100 - turned.height) // 2), turned)
    return table


def saved(sheet: Image.Image, form: str = "JPEG", author: str = "") -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    if author:
        exif[0x013B] = author
    sheet.save(out, form, exif=exif)
    return out.getvalue()
