"""Look for words in every byte, stream and layer of a file, in every way they could be written there.

The first of the independent checks of a safe copy. It knows nothing of how the file was made: it unpacks whatever can
be unpacked, reads what comes out in every encoding, and looks for the words with letters spaced, reversed, split by
markup, escaped, or coded.
"""

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from amanat.publish.forms import Forms, folded

_DEEPEST = 4
_LARGEST = 64 << 20  # bytes unpacked from one stream
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W_]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}(?:\r?\n[A-Za-z0-9+/_-]+={0,2})*")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}[\s:]?){4,}")
_NUMBERS = re.compile(rb"(?:\d{2,6}[\s,;]+){3,}\d{2,6}")
_ESCAPE = re.compile(rb"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([0-7]{3})")
_QUOTED = re.compile(rb"=[0-9A-F]{2}")
_ZLIB = re.compile(rb"x[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_PLAIN = re.compile(rb"[A-Za-z]?[a-z/]+")
"""An ordinary word; the base64 of letters in any script has capitals or digits."""
_PACKED = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda", b"PK", b"\x1f\x8b")
_PRINTED = re.compile(rb"[\x00\x20-\x7e\xc0-\xff]")
_MOSTLY = 0.6
_ENTITY = re.compile(rb"&#?\w{2,8};")


def found(content: bytes, forms: Forms) -> frozenset[str]:
    """Return which of the forms a file holds, in any layer of it.

    Args:
        content: the file.
        forms: what must not be in it.
    """
    if not (forms.whole or forms.words or forms.numbers):
        return frozenset()
    seen: set[str] = set()
    for layer in layers(content):
        for text in _texts(layer):
            seen |= _in(text, forms)
    return frozenset(seen)


def layers(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield a file's bytes and everything that can be unpacked or decoded from them, layer by layer."""
    yield content
    if depth >= _DEEPEST:
        return
    for inner in filter(None, (*_members(content), *_streams(content), *_coded(content))):
        yield from layers(inner, depth + 1)


def _members(content: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" not in content:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        yield file.comment
        for member in file.infolist():
            yield member.filename.encode() + b"\n" + member.comment + b"\n" + member.extra
            if member.compress_type != zipfile.ZIP_STORED:
                yield file.read(member)


def _streams(content: bytes) -> Iterator[bytes]:
    """Yield what is deflated anywhere in the bytes, whatever file they belong to."""
    for match in _ZLIB.finditer(content):
        try:
            unpacked = zlib.decompressobj(wbits=47).decompress(content[match.start() :], _LARGEST)
        except zlib.error:
            continue
        if unpacked:
            yield unpacked


def _coded(content: bytes) -> Iterator[bytes]:
    """Yield what is written in codes: base64, hexadecimal, escapes, percent signs, quoted-printable."""
    said: list[bytes] = []
    for decoded in _from_base64(content):
        if decoded.startswith(_PACKED):
            yield decoded
        said.append(decoded)
    yield b"\n".join(said)
    for match in _HEX.finditer(content):
        digits = re.sub(rb"[\s:]", b"", match.group())
        yield from (bytes.fromhex(digits[at : at + (len(digits) - at) // 2 * 2].decode()) for at in (0, 1))
    if _ESCAPE.search(content):
        yield _ESCAPE.sub(_unescaped, content)
    if b"%" in content:
        yield unquote_to_bytes(content)
    if _QUOTED.search(content):
        yield binascii.a2b_qp(content)
    for match in _NUMBERS.finditer(content):
        yield "".join(chr(int(n)) for n in re.findall(rb"\d+", match.group()) if int(n) < 0xD800).encode()  # noqa: PLR2004


def _from_base64(content: bytes) -> Iterator[bytes]:
    for match in _BASE64.finditer(content):
        if _PLAIN.fullmatch(match.group()):
            continue
        coded = re.sub(rb"\s", b"", match.group()).rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        for skipped in range(4):  # a run of letters before it may belong to something else
            part = coded[skipped:]
            try:
                decoded = base64.b64decode(part[: len(part) - len(part) % 4] + _rest(part), validate=True)
            except binascii.Error:
                continue
            if _wordy(decoded):
                yield decoded


def _rest(part: bytes) -> bytes:
    """Return the last letters of base64 that make no full group, filled up."""
    left = part[len(part) - len(part) % 4 :]
    return left + b"=" * (-len(left) % 4) if len(left) > 1 else b""


def _wordy(data: bytes) -> bool:
    """Tell bytes that could be words, or a stream, from letters that only look like base64."""
    return len(_PRINTED.findall(data)) >= _MOSTLY * len(data) or data.startswith(_PACKED)


def _unescaped(match: re.Match[bytes]) -> bytes:
    wide, narrow, octal = match.groups()
    number = int(wide or narrow, 16) if wide or narrow else int(octal, 8)
    return chr(number).encode("utf-8", "replace")


def _texts(layer: bytes) -> Iterator[str]:
    """Yield a layer's bytes as text in every encoding, as it stands and without markup and entities."""
    said = [layer.decode("utf-8", "replace")]
    if b"\0" in layer:
        said += [layer[at:].decode(code, "replace") for code in ("utf-16-le", "utf-16-be") for at in (0, 1)]
    elif any(byte >= 0x80 for byte in layer):  # noqa: PLR2004 - the first byte beyond ASCII
        said += [layer.decode("cp1256", "replace"), layer.decode("cp1252", "replace")]
    for text in said:
        yield text
        if "<" in text or _ENTITY.search(layer):
            yield html.unescape(_TAG.sub("", text))
            yield html.unescape(_TAG.sub(" ", text))
            yield " ".join(html.unescape(value) for value in re.findall(r"=\s*[\"']([^\"']*)[\"']", text))


def _in(text: str, forms: Forms) -> set[str]:
    plain = folded(text)
    words = _WORD.findall(plain)
    letters = "".join(words)
    backwards = letters[::-1]
    seen = {form for form in forms.whole if form in letters or form in backwards}
    here = set(words)
    seen |= {word for word in forms.words if word in here or word[::-1] in here}
    if forms.numbers:
        digits = re.sub(r"(?<=\d)[\s().,/–-]{1,3}(?=\d)", "", plain)
        seen |= {number for number in forms.numbers if number in digits or number in digits[::-1]}
    return seen
