"""The editor's report: one self-contained page with the marked original. For the desk only, never for readers."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from amanat.core import Direction, Document, Edition, PartKind, Protection, Review, Severity, Source, Span
from amanat.publish.markup import Mark, block, on_parts
from amanat.publish.overview import Overview, line_of, overview, verdict_in_words
from amanat.read.parts import parts_of

if TYPE_CHECKING:
    from jinja2 import Environment

_PAGE = Path(__file__).parent / "page"
_QUOTE = 240  # code points of the story that a note repeats
_TAGS = {PartKind.HEADLINE: "h3"}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a story, ready for the page."""

    tag: str
    kind: str
    language: str
    direction: str
    words: Markup


def report(document: Document, review: Review, edition: Edition | None) -> bytes:
    """Return the report in UTF-8.

    Args:
        document: the sealed original; the page quotes it.
        review: what was found in it.
        edition: the safe version; None when none could be proven, which the page says.
    """
    seen = overview(review)
    style = (_PAGE / "report.css").read_text("utf-8")
    page = (
        _environment()
        .get_template("report.html")
        .render(
            style=Markup(style),  # noqa: S704 - a file of ours
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            name=_title(document),
            review=review,
            seen=seen,
            severities=[(s, seen.count(s)) for s in sorted(Severity, key=lambda s: -s.rank) if seen.count(s)],
            story=list(_marked(document, _marks(review, seen))),
            safe=_safe(edition) if edition else None,
            quote=lambda span: _quote(document, span),
            line=lambda span: line_of(document, span.start),
            verdict=verdict_in_words,
            linked=_linked,
        )
    )
    return page.encode("utf-8", "replace")


def _title(document: Document) -> str:
    """Return the file's own name; the folders it lies in are nobody's business."""
    name = "standard input" if document.name == "-" else PurePath(document.name).name
    return "".join(c if c.isprintable() else "�" for c in name)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - 0.1 s for those who need a page

    made = Environment(
        loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["mixed"] = lambda words: block(str(words), Direction.LTR)
    return made


def _marks(review: Review, seen: Overview) -> list[Mark]:
    """Say what stands out in the story, and which note in the lists belongs to it."""
    hidden = {person.id for person in review.people if person.protection is not Protection.NAME}
    marks = [
        Mark(mask.span, "hide", f'<span class="label" dir="auto">{escape(mask.label)}</span>') for mask in review.masks
    ]
    marks += [Mark(keep.span, "keep") for keep in review.keeps if keep.person not in hidden]
    for remark in seen.remarks:
        marks += [Mark(place, str(remark.finding.room), _reference("r", "", remark.number)) for place in remark.places]
    marks += [Mark(claim.span, "claim", _reference("c", "§", n)) for n, claim in enumerate(seen.claims, 1)]
    marks += [Mark(figure.span, "figure", _reference("f", "№", n)) for n, figure in enumerate(seen.figures, 1)]
    return sorted(marks, key=lambda mark: mark.span)


def _reference(list_: str, sign: str, number: int, nth: int = 1) -> str:
    """Return a link to a note; the note links back to where it stands by `at-` and the number of the place."""
    here = f"at-{list_}{number}-{nth}"
    return f'<a class="ref" dir="ltr" id="{here}" href="#{list_}{number}">{sign}{number}</a>'


def _marked(document: Document, marks: list[Mark]) -> Iterator[Block]:
    """Cut the story into its blocks, each with the marks that fall on it."""
    for part, own in on_parts(document, marks):
        words = block(document.at(part.span), part.direction, own)
        yield Block(_TAGS.get(part.kind, "p"), part.kind, part.language, part.direction, words)


def _safe(edition: Edition) -> list[Block]:
    return [
        Block(
            _TAGS.get(part.kind, "p"),
            part.kind,
            part.language,
            part.direction,
            block(edition.text[part.span.start : part.span.end], part.direction),
        )
        for part in parts_of(edition.text)[1]
    ]


def _quote(document: Document, span: Span) -> Markup:
    """Return words of the story, set apart from the English frame around them."""
    part = document.part_at(span.start)
    language, direction = (part.language, part.direction) if part else (document.language, Direction.LTR)
    said = document.at(span)
    if len(said) > _QUOTE:
        said = said[:_QUOTE].rsplit(maxsplit=1)[0] + " …"
    words = block(said, direction)
    return Markup('<bdi class="words" lang="{}" dir="{}">{}</bdi>').format(language, direction, words)


def _linked(sources: Iterable[Source]) -> list[tuple[str, str]]:
    """Return title and address of each source; addresses that are no web page are left out."""
    return [(s.title, s.url if s.url.startswith(("https://", "http://")) else "") for s in sources]
