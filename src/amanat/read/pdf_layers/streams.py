"""Unpack the streams of a PDF with a limit at every step: a bomb is refused before it goes off."""

import binascii
import re
import zlib
from base64 import a85decode
from dataclasses import dataclass

import pikepdf
from pikepdf import Object

from amanat.core import ReadError

ONE = 50_000_000
"""Bytes one stream may unpack to."""
ALL = 400_000_000
"""Bytes all streams of a file may unpack to together."""
_LZW_PACKED = 40_000  # twelve bits may stand for 4,096 bytes: no more than this is handed to the decoder
_PICTURES = frozenset({"/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
_SHORT = {"/Fl": "/FlateDecode", "/A85": "/ASCII85Decode", "/AHx": "/ASCIIHexDecode", "/LZW": "/LZWDecode"}


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one file."""

    left: int = ALL

    def take(self, size: int) -> None:
        """Count bytes.

        Raises:
            ReadError: R031 when there are more than a file may have.
        """
        self.left -= size
        if size > ONE or self.left < 0:
            raise ReadError("R031", "the file unpacks to far more than a document needs; it may be made to do harm")


def unpacked(stream: Object, budget: Budget) -> bytes:
    """Return what a stream holds; pictures stay in their own format, what is damaged is read as far as it goes.

    Raises:
        ReadError: R031 the file unpacks to too much.
    """
    names = filters(stream)
    data = stream.read_raw_bytes()
    budget.take(len(data))
    for name in names:
        if name in _PICTURES or name == "/Crypt":
            return data
        if name == "/FlateDecode":
            data = inflated(data, budget)
        elif name == "/ASCII85Decode":
            data = _ascii85(data)
        elif name == "/ASCIIHexDecode":
            data = _hex(data)
        elif len(data) > _LZW_PACKED:
            raise ReadError("R031", "the file is packed in a way that can unpack to far more than a document needs")
        else:
            break
    else:
        if not _predicted(stream):
            return data
    try:
        data = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except pikepdf.PdfError:
        return data
    budget.take(len(data))
    return data


def inflated(data: bytes, budget: Budget) -> bytes:
    """Return zlib data unpacked, as far as it is sound.

    Raises:
        ReadError: R031 it unpacks to too much.
    """
    best = b""
    for window in (15, -15):
        worker, out = zlib.decompressobj(window), b""
        try:
            out = worker.decompress(data if window > 0 else data[2:], ONE + 1)
        except zlib.error:
            out = _piecewise(data if window > 0 else data[2:], window)
        best = max(best, out, key=len)
        if best:
            break
    budget.take(len(best))
    return best


def _piecewise(data: bytes, window: int) -> bytes:
    """Unpack what comes before the damage."""
    worker, out = zlib.decompressobj(window), bytearray()
    try:
        for start in range(0, len(data), 256):
            out += worker.decompress(data[start : start + 256], ONE + 1 - len(out))
            if len(out) > ONE:
                break
    except zlib.error:
        pass
    return bytes(out)


def named(value: object) -> str:
    """Return a name with its slash; one written in no known letters is read as Latin-1."""
    try:
        return str(value)
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1") if isinstance(value, Object) else ""


def filters(stream: Object) -> list[str]:
    """Return the names of a stream's filters, in the order in which they are undone."""
    given = stream.get("/Filter")
    names = [named(n) for n in given] if given is not None and _is_array(given) else [named(given)] if given else []
    return [_SHORT.get(name, name) for name in names][:8]


def _is_array(value: Object) -> bool:
    return isinstance(value, pikepdf.Array)


def _predicted(stream: Object) -> bool:
    return b"/Predictor" in bytes(repr(stream.get("/DecodeParms") or stream.get("/DP") or ""), "utf-8", "replace")


def _ascii85(data: bytes) -> bytes:
    body = re.sub(rb"\s+", b"", data).split(b"~>")[0].removeprefix(b"<~")
    try:
        return a85decode(body)
    except ValueError:
        return b""


def _hex(data: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.split(b">")[0])
    return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
