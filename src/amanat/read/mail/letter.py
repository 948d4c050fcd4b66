"""Mail: subject and text, every header, every part, and the files that hang on it."""

import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePosixPath

from amanat.core import BlockKind, Gap, GapKind, Layer, ReadError
from amanat.read import html
from amanat.read.flow import Flow, Paragraph, Piece
from amanat.read.formats import readers
from amanat.read.strings import beside_pixels

_PARTS = 500
_LONGEST_HEADER = 200_000  # letters; a mail that went through a hundred hands has 20,000 of them
_DEEPEST = 3
_ENDINGS = {
    "text/html": ".html",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_WARM = (
    b"Subject: =?utf-8?q?a?=\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\na"
)
_LINE = re.compile(r"\r\n?|\n")


def prepare() -> None:
    """Load the readers of what may hang on a mail, as far as they are installed."""
    for reader in set(readers().values()):
        if hasattr(reader, "flow") and hasattr(reader, "prepare") and ".eml" not in reader.SUFFIXES:
            try:
                reader.prepare()
            except ImportError:
                continue  # a mail without such a file can still be read; with one, the gap is told
    email.message_from_bytes(_WARM).get_payload(decode=True)


def flow(data: bytes, depth: int) -> Flow:
    """Return everything a mail says.

    Raises:
        ReadError: R011 more parts than any mail, R015 no mail.
    """
    mail = email.message_from_bytes(data, policy=email.policy.compat32)
    if not mail.keys():
        raise ReadError("R015", "the file is no mail; save it again from the mail program")
    return _Mail(depth).read(mail)


def pictures(data: bytes) -> Iterator[bytes]:
    """Yield the pictures in a mail and in the mails that hang on it."""
    for part in _pictured(email.message_from_bytes(data, policy=email.policy.compat32)):
        content = part.get_payload(decode=True)
        yield content if isinstance(content, bytes) else b""


def _pictured(mail: "Message[str, str]") -> "Iterator[Message[str, str]]":
    """Yield the parts that are pictures, in the order in which they are numbered."""
    return (part for part in mail.walk() if part.get_content_maintype() == "image")


class _Mail:
    """One mail while it is read."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._parts = 0
        self._body = ""
        self._pictures: dict[int, int] = {}
        self.out: list[Paragraph] = []
        self.gaps: list[Gap] = []

    def read(self, mail: "Message[str, str]") -> Flow:
        """Return the whole flow."""
        if self._depth == 0:
            self._pictures = {id(part): number for number, part in enumerate(_pictured(mail), 1)}
        for key, value in mail.items():
            words = _decoded(value)
            if key.lower() == "subject":
                self.out.append(Paragraph((Piece(words),), kind=BlockKind.HEADING, level=1))
            else:
                self._aside([f"{words}"], Layer.PROPERTY)
        self._part(mail)
        self._aside([mail.preamble or "", mail.epilogue or ""], Layer.HIDDEN)
        return Flow(tuple(self.out), tuple(self.gaps))

    def _part(self, part: "Message[str, str]") -> None:
        self._parts += 1
        if self._parts > _PARTS:
            raise ReadError("R011", f"the mail has more than {_PARTS} parts; it is damaged or a trap")
        if part.is_multipart():
            for inner in part.get_payload():
                if isinstance(inner, Message):
                    if part.get_content_type() == "message/rfc822":
                        self._mail(inner)
                    else:
                        self._headers(inner)
                        self._part(inner)
            return
        data = part.get_payload(decode=True)
        kind, ending = part.get_content_type(), PurePosixPath(part.get_filename() or "").suffix.lower()
        if not isinstance(data, bytes):
            return
        attached = "attachment" in str(part.get("content-disposition", "")).lower() or part.get_filename()
        if kind in {"text/plain", "text/html"} and not attached:
            self._text(data, kind, part.get_content_charset() or "utf-8")
        elif kind.startswith("image/"):
            self.gaps.append(Gap(GapKind.PICTURE))
            if id(part) in self._pictures:
                self.out.append(Paragraph((), picture=self._pictures[id(part)]))
            self._aside(beside_pixels(data), Layer.EMBEDDED)
        else:
            self._file(data, ending if ending in readers() and ending else _ENDINGS.get(kind, ending))

    def _mail(self, mail: "Message[str, str]") -> None:
        """Read a mail that hangs on this one."""
        if self._depth >= _DEEPEST:
            self.gaps.append(Gap(GapKind.EMBEDDED))
            return
        found = _Mail(self._depth + 1).read(mail)
        self.out += [Paragraph((Piece(p.text),), Layer.EMBEDDED) for p in found.paragraphs]
        self.gaps += found.gaps

    def _headers(self, part: "Message[str, str]") -> None:
        self._aside([part.get_filename() or "", str(part.get("content-description", ""))], Layer.NAME)
        told = {
            "content-type",
            "content-disposition",
            "content-transfer-encoding",
            "mime-version",
            "content-description",
        }
        self._aside([_decoded(value) for key, value in part.items() if key.lower() not in told], Layer.PROPERTY)

    def _text(self, data: bytes, kind: str, charset: str) -> None:
        """The first form of the text is shown; the other forms of the same text are told as hidden."""
        if kind == "text/html":
            found = html.flow(_bytes_as(data, charset).encode("utf-8"), self._depth)
            paragraphs = [p for p in found.paragraphs if not p.picture]  # numbered in the page, not in the mail
            self.gaps += found.gaps
        else:
            lines = _LINE.split(_bytes_as(data, charset))
            paragraphs = [Paragraph((Piece(line),)) for line in _joined(lines)]
        if self._body and self._body != kind:
            paragraphs = [Paragraph(p.pieces, Layer.HIDDEN if p.layer.shown else p.layer) for p in paragraphs]
        self._body = self._body or kind
        self.out += paragraphs

    def _file(self, data: bytes, ending: str) -> None:
        """Read a file that hangs on the mail by the same readers, one level deeper."""
        reader = readers().get(ending)
        if reader is not None and hasattr(reader, "flow") and self._depth < _DEEPEST:
            try:
                found = reader.flow(data, self._depth + 1)
            except (ReadError, ImportError):
                self.gaps.append(Gap(GapKind.EMBEDDED))
            else:
                self.out += [Paragraph((Piece(p.text),), Layer.EMBEDDED) for p in found.paragraphs]
                self.gaps += found.gaps
        elif ending in {".txt", ".md", ".csv", ".text", ".ics", ".vcf"}:
            self._aside(_LINE.split(data.decode("utf-8", "replace")), Layer.EMBEDDED)
        else:
            self.gaps.append(Gap(GapKind.EMBEDDED))

    def _aside(self, words: list[str], layer: Layer) -> None:
        self.out += [Paragraph((Piece(said.strip()),), layer) for said in words if said.strip()]


def _joined(lines: list[str]) -> list[str]:
    """Join lines into paragraphs at empty lines; line ends inside stay."""
    out: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            out[-1].append(line)
        elif out[-1]:
            out.append([])
    return ["\n".join(each) for each in out if each]


def _decoded(value: object) -> str:
    """Return a header in words; broken encodings stay as they are.

    Raises:
        ReadError: R011 it is longer than any; the time to decode it grows with the square of its length.
    """
    if len(str(value)) > _LONGEST_HEADER:
        raise ReadError("R011", "a header of the mail is longer than any; it is damaged or a trap")
    try:
        return str(email.header.make_header(email.header.decode_header(str(value))))
    except (ValueError, LookupError, email.errors.MessageError):
        return str(value)


def _bytes_as(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")
