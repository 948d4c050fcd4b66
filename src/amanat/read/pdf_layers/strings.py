"""Bytes of a PDF as words: text strings, XML, programs, and whatever can be read in the rest."""

import html
import re
import unicodedata

_LANGUAGE_ESCAPE = re.compile("\x1b[^\x1b]{0,12}\x1b")
_TAG = re.compile(r"<(?:!--|\?|/|!\[CDATA\[)?|-->|\]\]>|\?>|>")
_ATTRIBUTE = re.compile(r"(?<![\w:])(?!xmlns)[\w:.-]{1,80}\s*=\s*(\"[^\"]*\"|'[^']*')")
_PROLOGUE = re.compile(r"<\?[^<>]*\?>")
_ELEMENT = re.compile(r"<[^<>]*>")
_ASCII_RUN = re.compile(rb"[\x20-\x7e\t\r\n]{4,}")
_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")
_HIGH_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}")
_WORDLIKE = re.compile(r"[^\W\d_]{3,}|\d{5,}")
_BLANKS = re.compile(r"[ \t\f\v]+")
_LONGEST = 1_000_000  # bytes that are looked at letter by letter
_NOISE = 0.15  # share of control characters from which on a string is data, not words
_PDF_DOC = {
    **{0x18 + n: c for n, c in enumerate("˘ˇˆ˙˝˛˚˜")},
    **{0x80 + n: c for n, c in enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")},
    0xA0: "€",
}
"""Where PDFDocEncoding differs from Latin-1 (ISO 32000-2, annex D.3)."""


def text_string(data: bytes) -> str:
    """Return what a text string says (ISO 32000-2, 7.9.2.2), or the readable runs in it when it is no text."""
    if len(data) > _LONGEST:
        return readable(data)
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        said = data.decode("utf-16", "replace")
    elif data.startswith(b"\xef\xbb\xbf"):
        said = data[3:].decode("utf-8", "replace")
    else:
        said = "".join(_PDF_DOC.get(byte) or chr(byte) for byte in data)
    said = _LANGUAGE_ESCAPE.sub("", said)
    noise = sum((c < " " and c not in "\t\r\n\f") or "\x7f" <= c < "\xa0" for c in said)
    return readable(data) if noise > _NOISE * len(said) else clean(said)


def markup(data: bytes) -> str:
    """Return the words of an XML text, values of attributes too; nothing is parsed, so nothing can be expanded."""
    said = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace")
    said = _PROLOGUE.sub("", said)
    values = (html.unescape(m.group(1)[1:-1]) for m in _ATTRIBUTE.finditer(said))
    told = (value for value in values if "://" not in value)
    words = _TAG.sub(" ", _ELEMENT.sub("\n", said))
    return clean("\n".join(dict.fromkeys([*html.unescape(words).splitlines(), *told])))


def plain(data: bytes) -> str:
    """Return a text of unknown encoding: a script, a text file inside the file."""
    if len(data) > _LONGEST:
        return readable(data)
    if data.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")):
        return text_string(data)
    try:
        said = data.decode("utf-8")
    except UnicodeDecodeError:
        return text_string(data)
    noise = sum(c < " " and c not in "\t\r\n\f" for c in said)
    return readable(data) if noise > _NOISE * len(said) else clean(said)


def readable(data: bytes) -> str:
    """Return the runs of bytes that could be words, in ASCII, UTF-8 or UTF-16."""
    runs = [m.group().decode("utf-8", "replace") for m in _HIGH_RUN.finditer(data)]
    runs += [m.group().decode("ascii") for m in _ASCII_RUN.finditer(data)]
    runs += [m.group().replace(b"\0", b"").decode("ascii") for m in _WIDE_RUN.finditer(data)]
    kept = (clean(run) for run in runs if _WORDLIKE.search(run))
    return "\n".join(dict.fromkeys(filter(None, kept)))


def clean(text: str) -> str:
    """Make every break a new line and drop control characters and blank lines."""
    lines = re.split(r"\r\n?|[\n\f\x0b\x85\u2028\u2029]", text)
    rows = ("".join(c if c.isprintable() or c in "\u200c\u200d\u200e\u200f" else " " for c in line) for line in lines)
    return "\n".join(row for raw in rows if (row := _BLANKS.sub(" ", raw).strip()))


def squashed(text: str) -> str:
    """Return the letters and digits alone, in one form: for asking whether two texts say the same."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
