"""A missing child whom an authority asks the public to look for is named until found; from then on protected.

Laws on missing children (Pakistan: the Zainab Alert, Response and Recovery Act 2020) have the name and picture go out
while the search lasts. Reading one wrongly would name a victim, so three things must be told: an authority's call, that the
child is missing, and nothing of a find, a crime or an arrest.
"""

import re
from dataclasses import replace

from amanat.core import Mention, Person, Protection, Span

_CALL = re.compile(
    r"\b(?:(?:zainab|amber|missing[- ]child(?:ren)?|missing[- ]person)s?\s+alert|alert (?:for|was issued|has been issued)|"
    r"issued an? (?:\w+ )?alert|appeal(?:ed|s|ing)? (?:to|for) (?:the public|information|help|anyone|witnesses)|"
    r"(?:seek|seeking|sought|ask(?:ed|ing)? for) (?:the public['’]s |public )?help|anyone (?:with information|who (?:has seen|sees|knows))|"
    r"(?:call|contact|inform) (?:the )?(?:police|1099|1121|15\b|helpline))",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:missing|last seen|(?:did|has|have) not (?:returned?|come|been seen)|never (?:returned|came|arrived)|"
    r"disappeared|went missing|untraced|whereabouts)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:(?:was|were|been|is|are|being) (?:\w+ )?(?:found|recovered|rescued|traced|freed|reunited|located)|found safe|safe and well|returned home|"
    r"bod(?:y|ies)|dead|killed|murder\w*|raped?|assault\w*|abus\w+|molest\w*|traffick\w*|sold|arrest\w*|"
    r"detain\w*|in custody|post-?mortem|funeral|buried|confess\w*|FIR|suspect\w*|accused|recovery of)\b",
    re.IGNORECASE,
)
_REASON = "a missing child under a lawful alert: named while the search lasts, protected once found"


def searched_for(text: str, people: tuple[Person, ...], items: tuple[Span, ...]) -> tuple[Person, ...]:
    """Leave the name of a child open whom the public is asked to look for.

    Args:
        text: the story.
        people: everybody in it, with roles.
        items: unrelated items of one page, each read by itself.

    Returns:
        The people; the name of a child under an alert is the editor's to decide, with the reason.
    """
    calls = tuple(item for item in items if _is_call(text[item.start : item.end]))
    return tuple(_open(person) if _within(person.mentions, calls) and _may(person) else person for person in people)


def _is_call(words: str) -> bool:
    # A place in the name of the law or agency says nothing of this child: `the Response and Recovery Agency`.
    plain = re.sub(r"(?i)response,?\s+and\s+recovery", "", words)
    return bool(_CALL.search(plain)) and bool(_MISSING.search(plain)) and not _OVER.search(plain)


def _may(person: Person) -> bool:
    return person.protection is Protection.PROTECT and bool(person.is_child)


def _within(mentions: tuple[Mention, ...], calls: tuple[Span, ...]) -> bool:
    return any(call.covers(m.span) for call in calls for m in mentions)


def _open(person: Person) -> Person:
    return replace(person, protection=Protection.EDITOR, reason=_REASON)
