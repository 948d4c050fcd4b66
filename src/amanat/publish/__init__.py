"""Where a document becomes an edition: the only door out.

Document + Review ──masking──▶ text with labels ──proof──▶ Edition ──exports──▶ txt · html · …

Of a file with layers only what its readers see goes into the edition. It leaves only after it was read again as a new
story and nobody to protect could be found in it.
"""

from collections.abc import Iterable
from dataclasses import replace

from amanat.core import Document, Edition, Identifier, Mask, PublishError, Review, Span
from amanat.publish import proof
from amanat.publish.forms import hidden_words, public_words
from amanat.publish.masking import masked, masked_again, still_to_hide, without_comments
from amanat.publish.moving import moved, without_telling_alts, without_telling_links
from amanat.registers import Registers, shipped

TRIES = 3
"""How often what the proof pass still finds is hidden too, before the edition is refused."""


def publish(
    document: Document, review: Review, registers: Registers | None = None, settled: frozenset[str] = frozenset()
) -> Edition:
    """Make the text that may leave the house.

    Args:
        document: the sealed original.
        review: what was found in it; its masks are put in place.
        registers: what is known, as in the review; the shipped packs when left out.
        settled: words, in small letters, that an editor decided to leave readable: the proof pass lets them stand.

    Returns:
        A proven edition.

    Raises:
        PublishError: P001 a direct identifier is still there after three tries, P002 the review is of another text.
        ReadError: the masked text cannot be read again.
    """
    if review.digest != document.digest:
        raise PublishError("P002", "this review speaks of another text; review this one first")
    known = registers or shipped()
    jurisdiction = review.jurisdictions[0] if review.jurisdictions else ""
    seen = document.text[: document.shown]
    safe = masked(seen, _on(document, without_comments(review.masks, review.kept)))
    blocks = moved(document.layout.shown, safe) if document.layout else ()
    names = hidden_words(document, review)
    stay = settled | public_words(document, review)
    for tries in range(TRIES + 1):
        quiet = without_telling_alts(without_telling_links(blocks, names), names)
        edition = Edition(safe.text, review.language, document.digest, proven=True, blocks=quiet)
        more = still_to_hide(safe, proof.left(edition, known, jurisdiction, stay))
        if not more:
            return edition
        if tries == TRIES:
            break
        safe = masked_again(safe, more)
        blocks = moved(blocks, safe)
    if any(mask.risk is Identifier.DIRECT for mask in more):
        raise PublishError("P001", "no safe version could be made: somebody is still named after three tries")
    return edition


def _on(document: Document, masks: Iterable[Mask]) -> list[Mask]:
    """Return the masks on what a reader of the document sees."""
    end = document.shown
    return [
        mask if mask.span.end <= end else replace(mask, span=Span(mask.span.start, end))
        for mask in masks
        if mask.span.start < end
    ]
