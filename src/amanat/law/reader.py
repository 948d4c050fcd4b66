"""Statements of law that no rule finds: a net reads along where a sentence hints at law and nothing was found in it.

The register holds some laws of five countries; a story speaks of others as well. For an editor those are things to
check before print, so they are told as statements whose verdict is unknown, never graver than a note. The net was
taught by invented stories that editors marked and never sees a name (`languages.models.marks`); which kinds it tells,
and how sure it must be, stands with what was measured in docs/decisions/0035.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from amanat.core import ClaimKind, Document, Scene, Severity, Span, Verdict
from amanat.languages.models.marks import LONGEST, Head, Mark, marks
from amanat.law.hint import Hints, hint
from amanat.law.passage import Passage, sentence_at
from amanat.law.statement import READ, Statement

SURE = 0.88
"""Mean chance of the words of a statement, 0 to 1, chosen on stories that are not counted (docs/decisions/0035)."""
_LEAST = 0.4  # chance of each word: a statement is told whole, also where one word of it is in doubt
_WORDS = 4  # words a statement has at least
_KINDS = frozenset(ClaimKind) - {ClaimKind.STATISTIC}  # annotators agree least on which figures at large to mark
_HINT = hint(
    r"(?i)\b(?:laws?|acts?|bills?|ordinances?|codes?|statut\w+|sections?|articles?|conventions?|protocols?|treat(?:y|ies)"
    r"|amend\w+|constitution\w*|offen[cs]es?|(?:un)?lawful\w*|liab\w+|punish\w*|penalt\w+|fines|imprison\w*|maximum"
    r"|minimum|under|must|may not|cannot|shall|oblig\w+|requir\w+|entitl\w+|allow\w*|permi\w+|ban(?:s|ned)?|prohibit\w*"
    r"|forbid\w*|exempt\w*|exceptions?|carr(?:y|ies)|ratif\w+|acced\w+|signator\w+|tier|authority|directorate"
    r"|commission\w*|parliament|assembly|powers?|dut(?:y|ies)|responsib\w+|jurisdiction|licen[cs]\w*|anonymity"
    r"|appl(?:y|ies))\b"
)
"""Words without which a sentence is not read. With them an eighth of a story is, and six in seven of the statements
that the net would tell of the whole are told (docs/decisions/0035)."""
_JOINING = re.compile(r"(?:(?:and|but|or|so|that|which|while|though|because)\s+)+", re.IGNORECASE)
_DANGLING = re.compile(r"(?:\s+(?:and|but|or|that|which|an?|the|of|to|in|on|at|by|for|with|from))+\Z", re.IGNORECASE)


def read(
    document: Document, scene: Scene, sentences: Sequence[Passage], told: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield what reads like a statement of law in sentences of an English story where the rules found none.

    Args:
        document: the story.
        scene: whose names the net is not to see.
        sentences: its sentences, in order.
        told: what the rules found.

    Raises:
        ModelError: M001, M002 when the package's net is missing or damaged.
    """
    if document.language != "en" or len(document.text) > LONGEST:
        return
    within = _left(sentences, told)
    if not within:
        return
    names = [span for person in scene.people for span in person.names]
    for mark in marks(document.text, names, Head.LAW, _LEAST, within):
        if mark.words >= _WORDS and mark.chance >= SURE and ClaimKind(mark.label) in _KINDS:
            yield _statement(document.text, mark)


@lru_cache(maxsize=1)
def _hints() -> Hints:
    return Hints([_HINT])


def _left(sentences: Sequence[Passage], told: Sequence[Statement]) -> list[Span]:
    """Return the sentences that hint at law and in which nothing was found."""
    if not sentences:
        return []
    spans = [sentence.span for sentence in sentences]
    spoken = {sentence_at(spans, place) for s in told for place in (s.span.start, s.span.end - 1)}
    (hinted,) = _hints().touched(sentences[0].ground.sentences)
    return [spans[number] for number in hinted if number not in spoken]


def _statement(text: str, mark: Mark) -> Statement:
    return Statement(_tight(text, mark.span), ClaimKind(mark.label), READ, Verdict.UNKNOWN, ceiling=Severity.NOTE)


def _tight(text: str, span: Span) -> Span:
    """Leave out the words that only join a clause to its neighbours."""
    joining = _JOINING.match(text, span.start, span.end)
    start = joining.end() if joining else span.start
    dangling = _DANGLING.search(text, start, span.end)
    return Span(start, dangling.start() if dangling else span.end)
