"""From hits to findings: one voice for one place, and nobody repeats themselves."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from amanat.core import Document, Finding, Room, Severity, Span
from amanat.dignity.quotes import Quotes
from amanat.dignity.scan import Hit
from amanat.dignity.tone import LOWER, OWN_VOICE, QUOTED
from amanat.dignity.usage import laid_in_a_mouth
from amanat.dignity.wording import fixes

_BREATH = 80
"""Code points between two remarks of one sentence and one kind that are told as one."""
DRAFT = "Draft, not yet read by a native editor. "


def findings(document: Document, hits: Iterable[Hit], quotes: Quotes, done: set[str]) -> list[Finding]:
    """Weigh the hits, lower what is quoted, keep the caps of each rule, and let the gravest speak where several do.

    Args:
        document: the story.
        hits: where rules speak, those of one rule in order of place.
        quotes: its quotations.
        done: takes the codes of rules that have said all they may; who finds the hits need not look for more.
    """
    heard: Counter[str] = Counter()
    said: set[tuple[str, str]] = set()
    out: list[tuple[Finding, Hit]] = []
    for hit in hits:
        phrase = hit.phrase
        repeat = (phrase.code, hit.words.lower())
        if phrase.code in done or (repeat in said and phrase.severity.rank < Severity.WARNING.rank):
            continue
        finding = _finding(document, hit, quotes)
        if finding:
            heard[phrase.code] += 1
            said.add(repeat)
            out.append((finding, hit))
            if heard[phrase.code] >= phrase.cap:
                done.add(phrase.code)
    return _one_breath(sorted(_one_voice(out), key=lambda pair: pair[1].span))


def _finding(document: Document, hit: Hit, quotes: Quotes) -> Finding | None:
    phrase, severity, before = hit.phrase, hit.phrase.severity, ""
    quote = quotes.around(hit.span)
    if quotes.is_own_voice(quote) if quote else quotes.is_own_telling(hit.span, hit.sentence):
        severity, before = severity.at_most(Severity.NOTE), OWN_VOICE
    elif quote and phrase.quotes != "flag":
        if phrase.quotes == "skip" and quotes.is_speech(quote):
            return None
        severity, before = LOWER[severity], QUOTED
    elif phrase.quotes != "flag" and laid_in_a_mouth(document.text, hit.span, hit.sentence):
        severity, before = LOWER[severity], QUOTED
    return Finding(
        code=phrase.code,
        room=Room.DIGNITY,
        span=hit.span,
        severity=severity,
        category=phrase.category,
        message=(DRAFT if phrase.draft else "") + before + phrase.why,
        remedy=phrase.remedy,
        sources=phrase.sources,
        fixes=() if before == OWN_VOICE else fixes(document, hit),
    )


def _one_voice(found: list[tuple[Finding, Hit]]) -> list[tuple[Finding, Hit]]:
    """Where findings overlap the gravest stays, then the longest, then the lowest code."""
    ranked = sorted(found, key=lambda f: (-f[0].severity.rank, -len(f[1].span), f[1].span, f[0].code))
    kept: list[tuple[Span, tuple[Finding, Hit]]] = []
    for candidate in ranked:
        span = candidate[1].span
        at = bisect_left(kept, span.start, key=lambda k: k[0].start)
        beside_it = kept[max(0, at - 1) : at + 1]
        if not any(span.overlaps(other) for other, _ in beside_it):
            kept.insert(at, (span, candidate))
    return [candidate for _, candidate in kept]


def _one_breath(found: list[tuple[Finding, Hit]]) -> list[Finding]:
    """Join neighbours of one sentence that say the same: the gravest speaks for the whole stretch.

    Two that each offer a replacement stay two, so that each can be taken with one click.
    """
    out: list[tuple[Finding, Hit]] = []
    for finding, hit in found:
        if out and _joins(out[-1], (finding, hit)):
            before, first = out[-1]
            lead = finding if finding.severity.rank > before.severity.rank else before
            joined = replace(
                lead,
                span=Span(first.span.start, max(first.span.end, hit.span.end)),
                fixes=before.fixes or finding.fixes,
            )
            out[-1] = (joined, replace(first, span=Span(first.span.start, max(first.span.end, hit.span.end))))
        else:
            out.append((finding, hit))
    return [finding for finding, _ in out]


def _joins(before: tuple[Finding, Hit], behind: tuple[Finding, Hit]) -> bool:
    (one, first), (other, second) = before, behind
    return (
        one.category == other.category
        and first.sentence == second.sentence
        and second.span.start - first.span.end <= _BREATH
        and not (one.fixes and other.fixes)
        and not (one.severity is other.severity is Severity.ERROR)
    )


def beside(spoken: Iterable[Finding], coded: Iterable[Finding]) -> list[Finding]:
    """Add the findings of rules in code where no phrase rule has already spoken."""
    out = list(spoken)
    for finding in sorted(coded, key=lambda f: (-f.severity.rank, f.order)):
        span = finding.span
        if span is None or not any(other.span and other.span.overlaps(span) for other in out):
            out.append(finding)
    return out
