"""Text drawn by one content stream, read by ourselves: for what no page shows and no text engine looks at.

A form nobody draws, an appearance of a note, a page of an older revision: each is a content stream (ISO 32000-2, 7.8).
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from fontTools.agl import toUnicode
from pikepdf import Object

from amanat.read.pdf_layers.streams import Budget, named, unpacked
from amanat.read.pdf_layers.strings import clean, text_string

_LONGEST = 8_000_000  # bytes of one content stream that are read operator by operator
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|" + _HEX)
_WIDEST = 70_000  # codes of one map


@dataclass(frozen=True, slots=True)
class Font:
    """How the codes of a font turn into letters."""

    wide: bool
    """Whether a code has two bytes."""
    letters: dict[int, str] = field(default_factory=dict)

    def decode(self, codes: bytes) -> str:
        """Return the letters of a shown string."""
        if not self.wide:
            return "".join(self.letters.get(code) or bytes([code]).decode("cp1252", "ignore") for code in codes)
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return "".join(self.letters.get(high << 8 | low, "") for high, low in pairs)


def text_of(stream: Object, fonts: dict[str, Font]) -> str:
    """Return the text a content stream draws, line by line, with what it says of itself in marked content.

    Args:
        stream: the stream (or a page) that holds the operators.
        fonts: the fonts it may name.
    """
    out: list[str] = []
    font = Font(wide=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a stream that ends too early is read as far as it goes
            steps = pikepdf.parse_content_stream(stream)
    except (pikepdf.PdfError, TypeError):
        return ""
    for step in steps:
        try:
            operator, operands = str(step.operator), list(step.operands)
        except UnicodeDecodeError:  # no operator is written in such letters
            continue
        if operator == "Tf" and operands:
            font = fonts.get(named(operands[0]), Font(wide=False))
        elif operator in {"Tj", "'", '"', "TJ"}:
            out.append(("" if operator in {"Tj", "TJ"} else "\n") + _drawn(operands, font))
        elif operator in {"T*", "ET", "Tm", "BT"} or (operator in {"Td", "TD"} and _moves_down(operands)):
            out.append("\n" if operator != "Tm" else "\v")
        elif operator in {"BDC", "DP"} and len(operands) > 1:
            out += [f"\n{said}\n" for said in _strings(operands[1])]
    return clean(re.sub(r"\v+", _between, "".join(out)))


def _between(moves: re.Match[str]) -> str:
    """Text set letter by letter moves before each letter; text set line by line moves before each line."""
    before, after = moves.string[max(0, moves.start() - 2) : moves.start()], moves.string[moves.end() : moves.end() + 2]
    single = (len(before) < 2 or before[0] in "\v\n") and (len(after) < 2 or after[1] in "\v\n")  # noqa: PLR2004
    return "" if single else "\n"


def _moves_down(operands: list[Object]) -> bool:
    try:
        return len(operands) > 1 and float(operands[1]) != 0
    except (TypeError, ValueError):
        return False


def _drawn(operands: list[Object], font: Font) -> str:
    out = []
    for operand in operands:
        for piece in operand if isinstance(operand, pikepdf.Array) else (operand,):
            if isinstance(piece, pikepdf.String):
                out.append(font.decode(bytes(piece)))
            elif _is_gap(piece):
                out.append(" ")
    return "".join(out)


def _is_gap(piece: object) -> bool:
    try:
        return float(str(piece)) < -180  # noqa: PLR2004 - thousandths of an em: wider than any kerning
    except ValueError:
        return False


def _strings(value: Object, depth: int = 4) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield text_string(bytes(value))
    elif depth and isinstance(value, pikepdf.Dictionary):
        for child in value.values():
            yield from _strings(child, depth - 1)


def fonts_of(resources: Object | None, budget: Budget, seen: dict[tuple[int, int], Font]) -> dict[str, Font]:
    """Return the fonts of a resource dictionary by their names; `seen` keeps those read before."""
    found: dict[str, Font] = {}
    given = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(given, pikepdf.Dictionary):
        return found
    for name, font in given.items():
        if not isinstance(font, pikepdf.Dictionary):
            continue
        if not font.is_indirect or font.objgen not in seen:
            seen[font.objgen if font.is_indirect else (-1, len(seen))] = read = _font(font, budget)
        else:
            read = seen[font.objgen]
        found[str(name)] = read
    return found


def _font(font: Object, budget: Budget) -> Font:
    wide = named(font.get("/Subtype")) == "/Type0"
    letters: dict[int, str] = {}
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        letters.update(_differences(encoding.get("/Differences")))
    mapped = font.get("/ToUnicode")
    if isinstance(mapped, pikepdf.Stream):
        letters.update(code_map(unpacked(mapped, budget)))
    return Font(wide, letters)


def _differences(given: Object | None) -> dict[int, str]:
    out: dict[int, str] = {}
    code = 0
    for entry in given if isinstance(given, pikepdf.Array) else ():
        if isinstance(entry, pikepdf.Name):
            out[code] = toUnicode(named(entry)[1:])
            code += 1
        else:
            code = int(entry) & 0xFF
    return out


def code_map(data: bytes) -> dict[int, str]:
    """Return the letters of a ToUnicode map (ISO 32000-2, 9.10.3) by code."""
    out: dict[int, str] = {}
    for section in _SECTION.finditer(data):
        if section.group(1) == b"bfchar":
            for code, letters in _CHAR.findall(section.group(2)):
                out[_number(code)] = _utf16(letters)
        else:
            for low, high, first, each in _RANGE.findall(section.group(2)):
                _fill(out, _number(low), _number(high), _utf16(first), each)
        if len(out) > _WIDEST:
            break
    return out


def _fill(out: dict[int, str], low: int, high: int, first: str, each: bytes) -> None:
    listed = [_utf16(m) for m in re.findall(_HEX, each)] if each else []
    for n in range(min(high - low + 1, _WIDEST - len(out))):
        if listed:
            if n < len(listed):
                out[low + n] = listed[n]
        elif first:
            out[low + n] = first[:-1] + chr(min(ord(first[-1]) + n, 0x10FFFF))


def _number(digits: bytes) -> int:
    return int(re.sub(rb"\s", b"", digits)[:8] or b"0", 16)


def _utf16(digits: bytes) -> str:
    packed = re.sub(rb"\s", b"", digits)[:64]
    return bytes.fromhex(packed[: len(packed) // 4 * 4].decode("ascii")).decode("utf-16-be", "ignore")


def loose_text(data: bytes) -> str:
    """Return the strings a content stream shows, without its fonts: for pieces no table of the file leads to."""
    return clean("\n".join(text_string(s) for s in loose_strings(data)))


def loose_strings(data: bytes) -> Iterable[bytes]:
    """Return the bytes of every literal and hexadecimal string in a stretch of a PDF."""
    for literal, digits in _SHOWN.findall(data[:_LONGEST]):
        if literal:
            yield _unescaped(literal)
        elif len(digits) > 1:
            packed = re.sub(rb"\s", b"", digits)
            yield bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def _unescaped(literal: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        code = found.group(1)
        return bytes([int(code, 8) & 0xFF]) if code[:1].isdigit() and code[:1] < b"8" else _ESCAPES.get(code, code)

    return _ESCAPE.sub(letter, literal)
