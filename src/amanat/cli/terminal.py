"""A review as text for the terminal. It quotes the story: for the editor's eyes."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

from amanat.cli.stories import shown
from amanat.core import Document, Edition, Review, Severity, Span
from amanat.publish.overview import Actor, Overview, Remark, line_of, overview, verdict_in_words

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "green", Severity.NOTE: "blue"}
_PLACES = 3
_QUOTE = 60


def as_text(document: Document, review: Review, edition: Edition | None) -> str:
    """Return the whole review, in the order an editor needs it."""
    seen = overview(review)
    rows = (
        *_top(document, review, seen),
        *_remarks(document, seen),
        *_people(document, seen),
        *_law(document, seen),
        *_figures(document, seen),
        *_help(review),
        *_safe(edition, seen),
    )
    return "\n".join(rows) + "\n"


def _top(document: Document, review: Review, seen: Overview) -> Iterator[str]:
    yield click.style(shown(document.name), bold=True)
    counts = [f"{seen.count(s)} {s}{'s' if seen.count(s) != 1 else ''}" for s in _COLOURS if seen.count(s)]
    law = f"law of {', '.join(review.jurisdictions)}" if review.jurisdictions else "no place known, no law asked"
    people = f"{len(seen.hidden)} to protect, {len(seen.named)} stay named"
    yield " · ".join([", ".join(counts) or "no remarks", people, law])


def _remarks(document: Document, seen: Overview) -> Iterator[str]:
    yield from _title("What to look at")
    if not seen.remarks:
        yield "  No rule spoke. That is not the same as safe: a person must read the story before it is printed."
    for remark in seen.remarks:
        yield from _remark(document, remark)


def _remark(document: Document, remark: Remark) -> Iterator[str]:
    finding = remark.finding
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    yield f"{remark.number:>3}. {severity} {finding.code} {finding.room}"
    for place in remark.places[:_PLACES]:
        yield f"     {_quote(document, place)}"
    if len(remark.places) > _PLACES:
        yield f"     and {len(remark.places) - _PLACES} more"
    yield from _wrapped(finding.message, 5)
    if finding.remedy:
        label = "" if finding.remedy.startswith("For example:") else "Instead: "
        yield from _wrapped(f"{label}{finding.remedy}", 5)
    if finding.fixes:
        yield from _wrapped(f"Write: {' or '.join(fix.replacement or '(nothing)' for fix in finding.fixes)}", 5)
    for source in finding.sources[:2]:
        yield click.style(f"     {source.title}{f' <{source.url}>' if source.url else ''}", dim=True)


def _people(document: Document, seen: Overview) -> Iterator[str]:
    groups = (("Hidden in the safe version", seen.hidden), ("You decide", seen.open), ("Stay named", seen.named))
    for title, actors in groups:
        if actors:
            yield from _title(title)
            for actor in actors:
                yield from _actor(document, actor)


def _actor(document: Document, actor: Actor) -> Iterator[str]:
    quote = _quote(document, actor.first) if actor.first else ""
    label = f" → {actor.label}" if actor.label else ""
    child = ", a child" if actor.person.is_child and "child" not in actor.role else ""
    yield f"  {quote}{label}  ({actor.role}{child})"
    if actor.person.reason:
        yield from _wrapped(actor.person.reason, 5)


def _law(document: Document, seen: Overview) -> Iterator[str]:
    if seen.claims:
        yield from _title("Statements of law")
    for claim in seen.claims:
        yield f"  {_quote(document, claim.span)}"
        yield f"     {verdict_in_words(claim)}{f' ({claim.fact})' if claim.fact else ''}"


def _figures(document: Document, seen: Overview) -> Iterator[str]:
    if seen.figures:
        yield from _title("Figures of police and courts")
    for figure in seen.figures:
        where = " ".join(filter(None, (figure.place, figure.period))) or "no place or year said"
        stage = figure.stage.replace("_", " ")
        yield f"  line {line_of(document, figure.span.start):<4} {stage:<18} {figure.count:>7,} {figure.unit}, {where}"


def _help(review: Review) -> Iterator[str]:
    yield from _title("Help for readers")
    yield (
        "  The story says where to turn."
        if review.help.present
        else "  The story does not say where a victim can turn."
    )
    for service in review.help.services:
        yield f"  - {service.name}"
        for why in service.why:
            yield from _wrapped(why, 5)
        if service.number:
            yield from _wrapped(f"{service.number} ({service.called})", 5)
        if service.confirm_first:
            note = f" ({service.seen})" if service.seen else ""
            yield from _wrapped(f"CALL BEFORE PRINTING: {service.confirm_first}{note}", 5)


def _safe(edition: Edition | None, seen: Overview) -> Iterator[str]:
    yield from _title("The safe version")
    if edition is None:
        yield "  None could be proven. Edit the story by hand and review it again."
        return
    if not seen.hides_a_name:
        yield "  No name was found to hide: read this text as if nothing had been hidden."
    if seen.wrong_numbers:
        yield f"  Telephone numbers that are known to be wrong and were left out: {seen.wrong_numbers} (A002)."
    if seen.wrong_numbers or not seen.hides_a_name:
        yield ""
    for paragraph in edition.text.splitlines():
        yield from _wrapped(shown(paragraph.strip()), 2) or [""]


def _title(words: str) -> Iterable[str]:
    return "", click.style(words.upper(), bold=True)


def _quote(document: Document, span: Span) -> str:
    words = shown(" ".join(document.at(span).split()))
    cut = words if len(words) <= _QUOTE else f"{words[:_QUOTE].rsplit(' ', 1)[0]} …"
    return f"line {line_of(document, span.start):<4} “{cut}”"


def _wrapped(words: str, indent: int) -> list[str]:
    width = max(40, min(100, shutil.get_terminal_size().columns))
    blank = " " * indent
    return textwrap.wrap(words, width, initial_indent=blank, subsequent_indent=blank, break_on_hyphens=False)
