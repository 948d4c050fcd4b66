"""A stretch that reads like a name, and the questions that every finder of names asks of a word."""

import re
from dataclasses import dataclass

from amanat.core import Span
from amanat.languages import language
from amanat.languages.lexicon import Lexicon

Token = tuple[str, int, int]
"""A word as written, its start and its end."""
REACH = 60
"""Code points looked at on each side of a candidate."""
AGE_AFTER = re.compile(r"\s*,?\s*(?:\(?\d{1,2}\)?\s*(?:,|years|-year|who|and|was|had|is|\()|aged\s+\d)")
"""An age right after a name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that reads like a person's name."""

    span: Span
    title: str
    """Title words right before it, lower case, empty when there are none."""
    score: float
    """Evidence; 1 and more counts as a name."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the capitals of a text name."""

    people: tuple[Candidate, ...]
    bodies: tuple[Span, ...]
    """Institutions: courts, forces, ministries, organisations."""
    doubtful: tuple[Candidate, ...]
    """Runs with some evidence, not enough alone."""


_UNPRINTED = re.compile(r"-\r?\n|[\u00ad\u200b-\u200d\u2060]")


def plain(word: str) -> str:
    """Return a word without the hyphen of a broken line and without signs that print nothing."""
    return word if word.isascii() and "-" not in word else _UNPRINTED.sub("", word)


def lower(token: str) -> str:
    """Return a word in small letters, without the stop of an initial."""
    return plain(token).lower().rstrip(".")


def known(token: str, lexicon: Lexicon) -> bool:
    """Tell whether the name lists hold a word."""
    word = lower(token)
    return word in lexicon.given or word in lexicon.family


def title_before(before: str, lexicon: Lexicon) -> str:
    """Return a title in small letters that ends right before the name: `the lawyer `, `judge `."""
    before = re.sub(r"\s*\([^)]{1,20}\)\s*$", " ", before)  # `magistrate (South) …`
    words = re.findall(r"[\w’'-]+", before.lower())[-3:]
    if not re.search(r"[\w.:]\s+$", before) or not words:  # `Registrar: A`, too
        return ""
    if before.rstrip().endswith(".") and words[-1] not in language("en").abbreviations:
        return ""  # `… promised justice. Noor …`: a sentence ends there
    for width in (3, 2, 1):
        phrase = " ".join(words[-width:])
        if phrase in lexicon.all_titles:
            return phrase
    return words[-1] if words[-1].rstrip(".") in {"mr", "mrs", "ms", "dr"} else ""


_DEMONYMS = frozenset({"danish", "german", "jordan", "israel", "chad", "punjabi", "kashmiri", "sindhi", "shan"})
"""Names that also speak of a state or a people."""
_OF_A_STATE = re.compile(
    r"\s+(?:charit|embass|governm|police|citizen|national|official|expert|people|court|compan|newspaper|passport|aid\b|"
    r"minist|language|prime|ambassador|diplomat|council|researcher|stud(?:y|ies)|border|king|states?\b)",
    re.IGNORECASE,
)


def of_a_state(text: str, span: Span) -> bool:
    """Tell whether a word that may be a name speaks of a state here: `a Danish charity`."""
    return text[span.start : span.end].lower() in _DEMONYMS and bool(_OF_A_STATE.match(text[span.end : span.end + 20]))


_CODENAME = re.compile(r"(?:Operation|Exercise|Hurricane|Cyclone|Typhoon|Storm|Project|Camp)\b")
_BODY_AFTER = re.compile(
    r"\s*,\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:organi[sz]ation|ngo|charity|non-profit|nonprofit|newspaper|magazine|company|firm|network|agency|website|village|town|city|"
    r"district|suburb|hamlet)(?=\s*[.,;()]|\s+(?:that|which|working|based|in|of|for|near|about|run|set|founded|registered)\b)",
    re.IGNORECASE,
)


_CUSTOM = re.compile(r"\bKaro[- ]Kari\b")
_FORCE_BEFORE = re.compile(r"\b(?:by|the)\s+$")  # not `of`: `after the murder of Zainab police arrested …`
_FORCE_AFTER = re.compile(r"\s+police\b")


def nobody(text: str, span: Span) -> bool:
    """Tell whether the words show no person: a state's people, `Operation Augusta`, `Sahil, a charity working …`."""
    words = text[span.start : span.end]
    if _FORCE_AFTER.match(text, span.end) and _FORCE_BEFORE.search(text[max(0, span.start - 8) : span.start]):
        return True  # `registered by Pir Sharif police`
    if _CUSTOM.search(text, max(0, span.start - len("Karo-")), span.end + len("-Kari")):
        return True
    return bool(_CODENAME.match(words) or _BODY_AFTER.match(text[span.end : span.end + REACH])) or of_a_state(
        text, span
    )
