"""The words that may stand in no file that leaves: names, numbers and addresses of protected people."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from amanat.core import Document, Edition, Identifier, Protection, Review, Span

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = regex.compile(r"[\p{Mn}\p{Me}\p{Cf}]+")
_SHORTEST = 4
"""Letters of a part of a name that is looked for alone; shorter ones are part of too many words."""
_DIGITS = 7
"""Digits of a number that is looked for alone."""


@dataclass(frozen=True, slots=True)
class Forms:
    """What must not be found, folded: small letters, no marks above or below them, nothing invisible."""

    whole: frozenset[str]
    """Names of more than one word and long words, letters only: found in whatever stands between the letters."""
    words: frozenset[str]
    """Single words, found between word borders only."""
    numbers: frozenset[str]
    """Digits only."""
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    """Files of pictures that may be in it as they are: each was checked by itself."""


def folded(text: str) -> str:
    """Return a text in one form: compatibility letters, small, without marks and without what prints nothing."""
    if text.isascii():
        return text.lower()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", text).casefold())


def hidden_words(document: Document, review: Review) -> tuple[str, ...]:
    """Return the parts of hidden names, in small letters: no address may hold one."""
    parts = {word for said in _direct(document, review) for word in _WORD.findall(folded(said))}
    return tuple(sorted(part for part in parts if len(part) >= _SHORTEST))


def public_words(document: Document, review: Review) -> frozenset[str]:
    """Return names that the review leaves readable, and their single words, in small letters.

    What a protected person is called too is not among them.
    """
    names = {
        hidden: [
            document.at(span)
            for person in review.people
            if (person.protection is Protection.PROTECT) is hidden
            for span in person.names
        ]
        for hidden in (True, False)
    }
    public, hidden = (
        {word.casefold() for name in names[side] for word in (name, *name.split())} for side in (False, True)
    )
    return frozenset(public - hidden)


def forms(document: Document, review: Review, edition: Edition) -> Forms:
    """Return what a file made of an edition must not hold.

    Left out is what says nothing: a single word that the proven edition itself shows (the victim's family name may be
    the judge's too), a name that is part of one that stays, and letters that meet by chance across its words.
    """
    said = list(_direct(document, review))
    shown = _WORD.findall(folded(edition.text))
    words = {word for name in said for word in _WORD.findall(folded(name)) if not word.isdigit()}
    wholes = {parts for name in said if len(parts := tuple(_WORD.findall(folded(name)))) > 1}
    numbers = {digits for name in said if len(digits := re.sub(r"\D", "", folded(name))) >= _DIGITS}
    kept = [_WORD.findall(folded(document.at(keep.span))) for keep in review.keeps]
    letters = "".join(shown)
    return Forms(
        whole=frozenset(
            form
            for parts in wholes
            if len(form := "".join(parts)) > _SHORTEST and not form.isdigit()
            if not any(_holds(longer, parts) for longer in kept)
            if _holds(shown, parts) or (form not in letters and form not in letters[::-1])
        ),
        words=frozenset(word for word in words.difference(shown) if len(word) >= _SHORTEST),
        numbers=frozenset(numbers),
    )


def _holds(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Tell whether words hold others one after the other."""
    size = len(parts)
    return any(tuple(words[at : at + size]) == tuple(parts) for at in range(len(words) - size + 1))


def _direct(document: Document, review: Review) -> Iterable[str]:
    """Return the words under every direct mask and every name of a protected person, in all layers."""
    spans: set[Span] = {mask.span for mask in review.masks if mask.risk is Identifier.DIRECT}
    for person in review.people:
        if person.protection is Protection.PROTECT:
            spans.update(person.names)
    return sorted({document.at(span) for span in spans})
