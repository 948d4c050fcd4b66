"""Lists of people as one phrase: `A, B and three others`; `two brothers — A and B — along with a friend`."""

from collections.abc import Sequence
from dataclasses import replace

from amanat.enforcement.appositions import PEOPLE, past_apposition, row_from
from amanat.enforcement.nouns import Kind, kind_of
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.tokens import Token

_RELATED = frozenset("man accused brother son husband father wife".split())
_PRONOUNS = frozenset("he she they them him her both".split())
_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"])


def phrases_of(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence in order, not overlapping, lists joined."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = phrase_at(tokens, at)
        if phrase is None:
            at += 1
            continue
        found.append(joined(tokens, phrase))
        at = max(found[-1].end, at + 1)
    return tuple(found)


def joined(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Return the phrase together with those that a list joins to it, and their number if every one is known."""
    current = past_apposition(tokens, phrase)
    row = row_from(tokens, phrase)
    if row is not None:
        return row
    while current.count is not None or current.plural:
        step = _past_link(tokens, current)
        more = phrase_at(tokens, step) if current.end < step < len(tokens) else None
        if more is not None and _same_people(current, more, tokens):
            current = replace(current, end=more.end)
            continue
        if more is None or not _may_join(current, more, tokens, step):
            break
        whole = past_apposition(tokens, more)
        total = None if current.count is None or whole.count is None else current.count + whole.count
        numbered = current.numbered or whole.numbered
        head = whole.head or current.head
        kind = Kind.PERSON if current.kind is Kind.OFFICIAL and whole.kind is not Kind.OFFICIAL else current.kind
        current = replace(
            current,
            end=whole.end,
            count=total,
            plural=True,
            numbered=numbered,
            head=head,
            kind=kind,
            definite=current.definite and whole.definite,
        )
    return current


def _same_people(first: Phrase, more: Phrase, tokens: Sequence[Token]) -> bool:
    """`257 smugglers and traffickers`: a second noun for the same people, not more of them."""
    bare = kind_of(tokens[more.start].low) is not None and more.count is None and not more.numbered
    return bare and more.plural and first.numbered and first.plural and more.kind in PEOPLE and more.kind is first.kind


def _past_link(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where the next member of a list would begin; the end of the phrase when nothing links."""
    at = phrase.end
    comma = at < len(tokens) and tokens[at].low == ","
    words = [token.low for token in tokens[at + comma : at + comma + 3]]
    if words[:1] in (["and"], ["&"]):
        return at + comma + 1
    if words[:2] == ["along", "with"]:
        return at + comma + 2
    if words[:3] == ["as", "well", "as"]:
        return at + comma + 3
    return at + 1 if comma and phrase.named else at


def _may_join(first: Phrase, more: Phrase, tokens: Sequence[Token], step: int) -> bool:
    if first.kind is Kind.CASE or more.kind is Kind.CASE:
        return first.kind is more.kind
    if first.kind not in PEOPLE or more.kind not in PEOPLE or more.count is None:
        return False
    of_them = [token.low for token in tokens[more.end - 2 : more.end]] in _OF_THEM  # 11 elders, and four of them were
    if of_them or (tokens[more.start].low in _PRONOUNS and not more.head):
        return False
    if tokens[step - 1].low == "," and not more.named:  # "Azra, a girl from …" tells who she is
        return False
    if (first.kind is Kind.HARMED) != (more.kind is Kind.HARMED):  # 57 victims and 97 suspects
        return False
    return first.named or not more.named or first.head in _RELATED
