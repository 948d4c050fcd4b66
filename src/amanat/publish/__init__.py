"""Where a document becomes an edition: the only door out.

Document + Review ──masking──▶ text with labels ──proof──▶ Edition ──exports──▶ txt · html · …

An edition leaves only after it was read again as a new story and nobody to protect could be found in it.
"""

from amanat.core import Document, Edition, Identifier, PublishError, Review
from amanat.publish import proof
from amanat.publish.masking import masked, masked_again, still_to_hide
from amanat.registers import Registers, shipped

TRIES = 3
"""How often what the proof pass still finds is hidden too, before the edition is refused."""


def publish(document: Document, review: Review, registers: Registers | None = None) -> Edition:
    """Make the text that may leave the house.

    Args:
        document: the sealed original.
        review: what was found in it; its masks are put in place.
        registers: what is known, as in the review; the shipped packs when left out.

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
    safe = masked(document.text, review.masks)
    for tries in range(TRIES + 1):
        edition = Edition(safe.text, review.language, document.digest, proven=True)
        more = still_to_hide(safe, proof.left(edition, known, jurisdiction))
        if not more:
            return edition
        if tries == TRIES:
            break
        safe = masked_again(safe, more)
    if any(mask.risk is Identifier.DIRECT for mask in more):
        raise PublishError("P001", "no safe version could be made: somebody is still named after three tries")
    return edition
