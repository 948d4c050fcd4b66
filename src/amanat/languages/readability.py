"""How hard a text is to read: the grade of Flesch and Kincaid, for English.

Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas (1975): 0.39 words a sentence plus 11.8
syllables a word, less 15.59. A grade of 6 is what a reader after six years of school follows.
"""

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str) -> float:
    """Return the school grade of an English text, 0 for one without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one."""
    low = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)
