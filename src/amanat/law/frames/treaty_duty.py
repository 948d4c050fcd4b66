"""A treaty that is invoked for what it asks: an article of it, a duty under it, a breach of it, or no duty at all."""

from collections.abc import Iterator

from amanat.core import ClaimKind, Confidence, Severity, Span, Verdict
from amanat.law.frames.treaty_wording import ARTICLES, DUTY, NO_DUTY, UNKNOWN_INSTRUMENT
from amanat.law.passage import Passage
from amanat.law.statement import Statement


def invoked(passage: Passage) -> Iterator[Statement]:
    """Find the treaties that a sentence invokes, for the state named before or the story's own."""
    unknown = [Span(*m.span()) for m in UNKNOWN_INSTRUMENT.finditer(passage.text, passage.span.start, passage.span.end)]
    places = [n.span for n in passage.treaties]
    places += [u for u in unknown if not any(u.overlaps(place) for place in places)]
    for place in places:
        low = max(passage.span.start, place.start - 60)
        cited = ARTICLES.search(passage.text, low, place.start) or DUTY.search(passage.text, low, place.start)
        if not cited:
            continue
        named = next((n for n in passage.treaties if n.span == place), None)
        treaty = passage.ground.treaties.by_id[named.ids[0]] if named else None
        before = [p.id for p in passage.parties if p.span.end <= cited.start()]
        bound = treaty.binding(before[-1] if before else passage.ground.country) if treaty else None
        sure = bound is not None and bound.fact.confidence is not Confidence.UNCERTAIN
        fact = bound.fact if bound else treaty.fact if treaty else None
        denied = NO_DUTY.search(passage.text, passage.span.start, cited.end())
        right = Verdict.CONTRADICTED if denied and "bligation" in cited.group() else Verdict.SUPPORTED
        verdict = right if sure else Verdict.UNKNOWN
        yield Statement(
            Span(cited.start(), place.end), ClaimKind.TREATY_STATUS, "duty", verdict, fact, Severity.WARNING
        )
