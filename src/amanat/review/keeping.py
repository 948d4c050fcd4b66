"""Comments with which an editor keeps words: `amanat: keep D103 reason="statute wording"`.

A comment speaks for its own line, or for the next line that holds words when it stands alone on its line. A keep
without a reason keeps nothing, and nothing keeps a finding about identity: a name that must not be printed is no
matter of style. The review records which code was kept, where, and which of a few kinds of reason was given; the
editor's own words stay in the story, for they may name somebody.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from amanat.core import Document, Finding, Kept, KeptReason, Layer, Room, RuleCard, Severity, Source, Span

IDLE = RuleCard(
    "D890",
    Room.DIGNITY,
    "a comment that keeps nothing",
    Severity.SUGGESTION,
    "An editor meant to keep words, and the comment does not do it: it gives no reason, or no rule has this code.",
    (Source("Amanat: comments that keep words (docs/how-to/house-style.md)", ""),),
    ("A prostitute was found. <!-- amanat: keep D201 -->",),
    ('A prostitute was found. <!-- amanat: keep D201 reason="title of the Act" -->',),
    ('A prostitute was found. <!-- amanat: keep D201, D301 reason="quote" -->',),
)

_COMMENT = re.compile(
    r"(?P<open><!--[ \t]*|//[ \t]*|\{#[ \t]*)?amanat:[ \t]*keep[ \t]+(?P<codes>[A-Z]\d{3}(?:[ \t]*,[ \t]*[A-Z]\d{3})*)"
    r"(?:[ \t]+reason=[\"“”'](?P<reason>[^\n\"“”]{0,200}?)[\"“”'](?=\s|-->|#\}|$))?(?P<close>[ \t]*(?:-->|#\}))?"
)
_KINDS = (
    (KeptReason.QUOTE, re.compile(r"\bquot|\bsaid\b|\bspeech\b|اقتباس", re.IGNORECASE)),
    (KeptReason.LAW, re.compile(r"\bstatut|\blaw\b|\bact\b|\btitle\b|\bsection\b|\bcourt\b|قانون", re.IGNORECASE)),
    (KeptReason.OWN_WORDS, re.compile(r"\bown words\b|\bsurvivor|\basked\b|\bchose|\bher choice\b", re.IGNORECASE)),
    (KeptReason.PUBLIC_INTEREST, re.compile(r"\bpublic interest\b|\baccountab", re.IGNORECASE)),
    (KeptReason.HOUSE, re.compile(r"\bhouse\b|\bstyle\b", re.IGNORECASE)),
    (KeptReason.WRONG, re.compile(r"\bfalse\b|\bwrong\b|\bmistake", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment of an editor."""

    span: Span
    codes: tuple[str, ...]
    reason: KeptReason
    reach: Span
    """The line it speaks for."""


def comments(document: Document) -> Iterator[Comment]:
    """Find the comments of a document, in order."""
    text = document.text
    if "amanat:" not in text:
        return
    for match in _COMMENT.finditer(text):
        codes = tuple(re.findall(r"[A-Z]\d{3}", match["codes"]))
        span = Span(*match.span())
        yield Comment(span, codes, kind_of(match["reason"]), _beside(document, span) or _reach(text, span))


def idle(document: Document, codes: Container[str]) -> Iterator[Finding]:
    """Yield one finding for each comment that keeps nothing.

    Args:
        document: the story.
        codes: the codes of all rules; codes that begin with H are a newsroom's own and not asked about.
    """
    for note in comments(document):
        unknown = [code for code in note.codes if code not in codes and not code.startswith("H")]
        if note.reason is KeptReason.NONE:
            yield _idle(note, "This comment keeps nothing: it gives no reason.", f'{note.codes[0]} reason="quote"')
        elif unknown:
            yield _idle(note, f"No rule is called {', '.join(unknown)}: nothing is kept.", "a code from `rules list`")
        elif all(code.startswith("I") for code in note.codes):
            yield _idle(note, "What gives a person away cannot be kept by a comment.", "words only, and mask the name")


def _idle(note: Comment, message: str, instead: str) -> Finding:
    remedy = f"Write amanat: keep {instead}."
    return Finding(IDLE.code, IDLE.room, note.span, IDLE.severity, "keep", message, remedy, IDLE.sources)


def keep(document: Document, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Kept, ...]]:
    """Leave out what an editor keeps with a reason, and say what was kept.

    Returns:
        The findings that stay, and one record for each code of each comment.
    """
    found = tuple(findings)
    notes = tuple(comments(document))
    if not notes:
        return found, ()
    gone: set[Finding] = {f for f in found if _is_about_a_comment(f, notes)}
    kept: list[Kept] = []
    for note in notes:
        for code in note.codes:
            silenced = [
                f for f in found if f not in gone and note.reason is not KeptReason.NONE and _kept(f, code, note)
            ]
            gone.update(silenced)
            places = tuple(f.span for f in silenced if f.span)
            kept.append(Kept(code, note.reason, note.span, places))
    return tuple(f for f in found if f not in gone), tuple(kept)


def _kept(finding: Finding, code: str, note: Comment) -> bool:
    if finding.code != code or finding.room is Room.IDENTITY or note.reason is KeptReason.NONE:
        return False
    return finding.span is None or finding.span.overlaps(note.reach)


def _is_about_a_comment(finding: Finding, notes: Iterable[Comment]) -> bool:
    """The editor's words about words are no part of the story; what they give away of a person still counts."""
    span = finding.span
    return finding.room is not Room.IDENTITY and span is not None and any(n.span.covers(span) for n in notes)


def kind_of(reason: str | None) -> KeptReason:
    """Tell which of the few kinds of reason an editor's words are."""
    if not (reason or "").strip():
        return KeptReason.NONE
    return next((kind for kind, pattern in _KINDS if pattern.search(reason or "")), KeptReason.OTHER)


def _beside(document: Document, span: Span) -> Span | None:
    """Return the block of a page that a comment stands in or before; in plain text there is no such thing."""
    blocks = document.layout.blocks if document.layout else ()
    return next((b.beside for b in blocks if b.layer is Layer.COMMENT and b.span.covers(span)), None)


def _reach(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    if (text[low:start] + text[end:high]).strip():
        return Span(low, high)
    following = re.compile(r"\s*(?P<line>\S[^\n]*)").match(text, high)
    return Span(*following.span("line")) if following else Span(low, high)
