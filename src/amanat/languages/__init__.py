"""How does each language write? One folder per language; the folder is the registry."""

import re
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from amanat.languages.language import Language
from amanat.packs.linear import Linear, linear

__all__ = ["Language", "detect", "language", "languages", "not_english"]

_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
"""What parts the words of a text of ASCII: cutting there is many times quicker than a pattern."""
_ENOUGH = 2  # small words of a language needed to believe in it where English is as likely by script
_SAMPLE = 20_000  # code points looked at when guessing; more does not change the answer


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Return every language that has a folder here, by tag."""
    folders = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if found.ispkg)
    return tuple(sorted((folder.LANGUAGE for folder in folders if hasattr(folder, "LANGUAGE")), key=lambda g: g.tag))


def language(tag: str) -> Language:
    """Return the language with this tag, or English, the language of most of our readers, when there is none."""
    by_tag = {known.tag: known for known in languages()}
    return by_tag.get(tag) or by_tag["en"]


def detect(text: str) -> Language:
    """Guess the language of a text: first by script, then by its most frequent small words.

    A text without letters counts as English. Languages without a folder come out as the nearest one that has.
    """
    sample = text[:_SAMPLE]
    plain = sample.lower().translate(_NO_LETTERS).split() if sample.isascii() else None
    letters = {known.tag: _letters(sample, plain, known) for known in languages()}
    most = max(letters.values())
    if most == 0:
        return language("en")
    script = [known for known in languages() if letters[known.tag] >= 0.8 * most]
    words = _WORD.findall(sample.lower()) if plain is None else plain
    if language("en") in script and all(known.marker_words.isdisjoint(words) for known in script if known.tag != "en"):
        return language("en")
    found = {known.tag: sum(map(known.marker_words.__contains__, words)) for known in script}
    likely = max(found, key=lambda tag: (found[tag], tag == "en"))
    # "Main" and "se" are words of Roman Urdu and also of English and of names: one of them alone says nothing.
    return language("en" if "en" in found and found[likely] < _ENOUGH else likely)


def not_english(text: str) -> list[int]:
    """Return where words stand that could make a piece of ASCII another language than English, in order.

    To `detect` a piece of ASCII without any of them is English: it need not be asked about most pieces of most texts.
    """
    words = text.encode("ascii", "replace").decode().lower().translate(_NO_LETTERS).encode()
    return [match.start() for match in _doubtful().finditer(words)]


@lru_cache(maxsize=1)
def _doubtful() -> Linear:
    """Return the small words of other languages in Latin letters; RE2 finds them ten times quicker than `str.find`."""
    others = (known for known in languages() if known.tag != "en" and known.letters.match("a"))
    words = sorted({word for known in others for word in known.marker_words if word.isascii()})
    return linear(rf"\b(?:{'|'.join(words)})\b")


def _letters(sample: str, plain: list[str] | None, known: Language) -> int:
    """Count the letters of a language's script; those of ASCII, which most texts are, by the lengths of its words."""
    if plain is not None:
        return sum(map(len, plain)) if known.letters.match("a") else 0
    return len(known.letters.findall(sample))
