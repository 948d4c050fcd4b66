"""Lists of people as one phrase: `A, B and three others`; `two brothers — A and B — along with a friend`."""

from collections.abc import Sequence
from dataclasses import replace

from amanat.enforcement.names import name_end, names_at
from amanat.enforcement.nouns import Kind
from amanat.enforcement.numerals import numeral_at
from amanat.enforcement.phrases import Phrase, phrase_at
from amanat.enforcement.tokens import Token

_OPENING = frozenset(", — – (".split())
_CLOSING = frozenset("— – )".split())
_PRONOUNS = frozenset("he she they them him her both".split())
_RELATED = frozenset("man accused brother son husband father wife".split())
_PEOPLE = frozenset({Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM, Kind.HARMED})


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
    current = _past_apposition(tokens, phrase)
    while current.count is not None or current.plural:
        step = _past_link(tokens, current)
        more = phrase_at(tokens, step) if current.end < step < len(tokens) else None
        if more is None or not _may_join(current, more, tokens, step):
            break
        whole = _past_apposition(tokens, more)
        total = None if current.count is None or whole.count is None else current.count + whole.count
        numbered = current.numbered or whole.numbered
        head = whole.head or current.head
        current = replace(current, end=whole.end, count=total, plural=True, numbered=numbered, head=head)
    return current


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
    if first.kind not in _PEOPLE or more.kind not in _PEOPLE or more.count is None:
        return False
    if tokens[more.start].low in _PRONOUNS:
        return False
    if tokens[step - 1].low == "," and not more.named:  # "Azra, a girl from …" tells who she is
        return False
    if (first.kind is Kind.HARMED) != (more.kind is Kind.HARMED):  # 57 victims and 97 suspects
        return False
    return first.named or not more.named or first.head in _RELATED


def _past_apposition(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Go past an age, a name after a description, or names between dashes; names number an unnumbered plural."""
    at = phrase.end
    if at >= len(tokens) or phrase.kind not in _PEOPLE:
        return phrase
    if [token.low for token in tokens[at : at + 2]] == [",", "aged"]:
        return replace(phrase, end=_past_ages(tokens, at + 2))
    if phrase.named or _age_follows(tokens, phrase):
        return _past_age(tokens, phrase)
    opened = tokens[at].low in _OPENING
    if not opened and name_end(tokens, at) == at:
        return phrase
    names, end = names_at(tokens, at + opened)
    if opened and end < len(tokens) and tokens[end].low in _CLOSING:
        end += 1
    if phrase.plural and phrase.count is None and names > 1:
        return replace(phrase, end=end, count=names)
    explained = phrase.count == names if phrase.plural else names == 1
    return replace(phrase, end=end) if explained else phrase


def _past_ages(tokens: Sequence[Token], at: int) -> int:
    """`aged five and seven,`, `aged between 12 and 15,`."""
    while at < len(tokens) and (tokens[at].low in {"and", "between", "to", "years", "-"} or numeral_at(tokens, at)):
        at += 1
    return at + (at < len(tokens) and tokens[at].low == ",")


def _age_follows(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """`the groom, 45, and …`, not `58 passengers, 23 of them children`."""
    marks = tokens[phrase.end : phrase.end + 3]
    return (
        phrase.count == 1
        and len(marks) == 3  # noqa: PLR2004
        and (marks[0].low, marks[2].low) == (",", ",")
        and marks[1].is_number
    )


def _past_age(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`Karim, 34, of …`, `Karim, 34, Leeds, and …`: the place after an age is no name of a list."""
    end = phrase.end
    lows = [token.low for token in tokens[end : end + 3]]
    if len(lows) < 2 or lows[0] != "," or not tokens[end + 1].is_number:  # noqa: PLR2004
        return phrase
    end += 2
    if lows[2:] == [","] and end + 1 < len(tokens) and tokens[end + 1].is_title:
        end += 1
        while end < len(tokens) and tokens[end].is_title:
            end += 1
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if end < len(tokens) and tokens[end].low == "," and following and following.low != "and" and not following.is_title:
        end += 1
    return replace(phrase, end=end)
