"""Comments with which an editor keeps words: `amanat: keep D103 reason="statute wording"`.

A comment speaks for its own line, or for the next line that holds words when it stands alone on its line. A keep
without a reason keeps nothing, and nothing keeps a finding about identity: a name that must not be printed is no
matter of style. The review records which code was kept, where, and which of a few kinds of reason was given; the
editor's own words stay in the story, for they may name somebody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core import Document, Finding, Kept, KeptReason, Room, Span

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
        yield Comment(Span(*match.span()), codes, kind_of(match["reason"]), _reach(text, match.start(), match.end()))


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


def _reach(text: str, start: int, end: int) -> Span:
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    if (text[low:start] + text[end:high]).strip():
        return Span(low, high)
    following = re.compile(r"\s*(?P<line>\S[^\n]*)").match(text, high)
    return Span(*following.span("line")) if following else Span(low, high)
