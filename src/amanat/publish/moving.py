"""Carry blocks and runs through the masks: the layout of the original becomes the layout of the edition.

Links go where they could tell who somebody is: an address stays only under words that nothing was hidden in, and is cut
down to its site unless its path is plain words. What is said of a picture stays only when it is plain words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from amanat.core import Block, BlockKind, Edition, Layer, PartKind, Run, Span
from amanat.languages import detect
from amanat.languages.lexicon import lexicon
from amanat.publish.masking import Masked
from amanat.read.parts import parts_of

_TELLING = 20  # letters needed to tell a block's language
_WEB = re.compile(r"(?P<site>https?://[a-z0-9.-]+(?::\d+)?)(?P<path>/\S*)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{5}")
"""The number of a page, a case or a person; a year is shorter."""


def moved(blocks: Iterable[Block], masked: Masked) -> tuple[Block, ...]:
    """Return blocks of the text before as they stand in the masked text.

    A label belongs to the block in which the hidden words began, without any emphasis of theirs; blocks of which
    nothing is left go. The language of a block is told anew, from what is left of it.
    """
    out = (_moved(block, masked) for block in blocks)
    return tuple(block for block in out if block is not None)


def _moved(block: Block, masked: Masked) -> Block | None:
    first, last = (bisect_left(masked.began, edge) for edge in (block.span.start, block.span.end))
    labels = [Run(label.span) for label in masked.labels[first:last]]
    kept = [new for run in block.runs for new in _kept(run, masked, masked.began[first:last])]
    runs = _joined(sorted((*labels, *kept), key=lambda run: run.span))
    if not runs:
        return None
    span = Span(runs[0].span.start, runs[-1].span.end)
    words = masked.text[span.start : span.end]
    told = detect(words) if sum(map(str.isalpha, words)) >= _TELLING else None
    return replace(
        block,
        span=span,
        runs=runs,
        part="",
        language=told.tag if told else block.language,
        direction=told.direction if told else block.direction,
    )


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Make one run of neighbours that look alike: where the original cut them may tell how long a name was."""
    out: list[Run] = []
    for run in runs:
        alike = bool(out) and (out[-1].emphasis, out[-1].link, out[-1].span.end) == (
            run.emphasis,
            run.link,
            run.span.start,
        )
        if alike:
            out[-1] = replace(out[-1], span=Span(out[-1].span.start, run.span.end))
        else:
            out.append(run)
    return tuple(out)


def _kept(run: Run, masked: Masked, began: Sequence[int]) -> Iterator[Run]:
    """Return what is left of a run; a link goes when words were hidden in what it underlines."""
    link = "" if any(run.span.start <= place < run.span.end for place in began) else run.link
    at = bisect_right(masked.kept, run.span.start, key=lambda pair: pair[0].end)
    while at < len(masked.kept) and masked.kept[at][0].start < run.span.end:
        old, new = masked.kept[at]
        there = Span(max(old.start, run.span.start), min(old.end, run.span.end))
        yield Run(there.shift(new - old.start), -1, run.emphasis, link)
        at += 1


def without_telling_links(blocks: Iterable[Block], forms: Sequence[str]) -> tuple[Block, ...]:
    """Cut every address down to what tells nothing of anybody.

    An address stays whole when its path is made of dictionary words; any other word may be a name that nobody knows, so
    the link then leads to the site alone. It goes when it is no web address or its site holds a word of `forms` (in
    small letters).
    """
    return tuple(
        replace(
            block, runs=tuple(replace(run, link=_harmless(run.link, forms)) if run.link else run for run in block.runs)
        )
        for block in blocks
    )


def without_telling_alts(blocks: Iterable[Block], forms: Sequence[str]) -> tuple[Block, ...]:
    """Leave out what is said of a picture unless it is plain words: any other word may be a name nobody knows."""
    return tuple(
        replace(block, alt=block.alt if _plain(block.alt, forms) else "") if block.alt else block for block in blocks
    )


def _harmless(link: str, forms: Sequence[str]) -> str:
    parts = _WEB.fullmatch(link)
    if not parts or any(form in parts["site"].casefold() for form in forms):
        return ""
    return link if _plain(unquote(parts["path"] or ""), forms) else f"{parts['site']}/"


def _plain(text: str, forms: Sequence[str]) -> bool:
    """Tell whether a text is dictionary words without a name, a long number or a word of `forms`."""
    known = lexicon(detect(text).tag)
    words = [word.lower() for word in _WORD.findall(text)]
    ours = (word in known.common and word not in known.given and word not in forms for word in words)
    return all(ours) and not _NUMBER.search(text)


def laid_out(edition: Edition) -> tuple[Block, ...]:
    """Return the blocks of an edition: those it brings, or those that plain text shows by itself."""
    if edition.blocks:
        return edition.blocks
    return tuple(
        Block(
            part.span,
            layer=Layer.BODY,
            language=part.language,
            direction=part.direction,
            runs=(Run(part.span),),
            kind=BlockKind.HEADING if part.kind is PartKind.HEADLINE else BlockKind.PARAGRAPH,
            level=int(part.kind is PartKind.HEADLINE),
        )
        for part in parts_of(edition.text)[1]
    )
