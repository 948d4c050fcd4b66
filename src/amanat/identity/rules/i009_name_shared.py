"""Somebody to protect and somebody public bear the same name."""

import re
from collections.abc import Iterator
from itertools import chain

from amanat.core import Document, Finding, Person, Protection, Room, Rule, RuleCard, Severity, Source, Span
from amanat.identity.view import View

CARD = RuleCard(
    "I009",
    Room.IDENTITY,
    "Two people, one name",
    Severity.WARNING,
    "Where somebody to protect and an official or other public person bear the same name, a place where it stands "
    "alone may be read as either: masked, it hides who acted; left, it may give away who was harmed. Only a reader can "
    "tell.",
    (
        Source(
            "Sexual offences guidance, IPSO (12 July 2023)",
            "https://www.ipso.co.uk/resources/sexual-offences-guidance/",
        ),
    ),
    wrong=("Police said Noor, 12, was raped in Swat. Law minister Noor Durrani spoke.",),
    better=("Police said a girl of 12 was raped in Swat. Law minister Noor Durrani spoke.",),
    negative=("Police said Iman Tarkhan, 12, was raped in Swat. Law minister Noor Durrani spoke.",),
)


def check(document: Document, view: View) -> Iterator[Finding]:
    """Speak once for each person to protect, at the first place where the shared name stands alone."""
    public = [_words(document, p) for p in view.scene.people if p.protection is Protection.NAME]
    bearers: dict[str, set[int]] = {}
    for number, theirs in enumerate(public):
        for word in chain.from_iterable(theirs.values()):
            bearers.setdefault(word, set()).add(number)
    for person in view.protected:
        own = _words(document, person)
        alone = [
            span
            for number in set().union(*(bearers.get(word, ()) for word in chain.from_iterable(own.values())))
            for one, other in ((own, public[number]), (public[number], own))
            for span, said in one.items()
            if said <= set(chain.from_iterable(other.values()))
        ]
        if alone:
            yield Finding(
                CARD.code,
                Room.IDENTITY,
                min(alone),
                CARD.severity,
                "name_shared",
                "Somebody to protect and somebody public bear this name. Check who is meant wherever it stands alone.",
                "Give the public person's full name or office each time; keep the other's out.",
                CARD.sources,
            )


def _words(document: Document, person: Person) -> dict[Span, frozenset[str]]:
    """Return the words of each place where a name stands, in small letters."""
    return {span: frozenset(re.findall(r"\w+", document.at(span).lower())) for span in person.names}


RULE = Rule(CARD, check)
