"""The words of the interface: English in the templates, other languages in `words/*.po`.

A `.po` file is read as it is when the desk starts, so translating needs an editor of text and no build step. Lookup is
that of GNU gettext, with plural forms of two (`n != 1`), which hold for English and Urdu.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr|msgstr\[0\]|msgstr\[1\])\s+(".*")$')
RIGHT_TO_LEFT = frozenset({"ur", "ps", "sd", "ar", "fa"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One language of the interface."""

    tag: str
    words: dict[str, str] = field(repr=False)
    plurals: dict[tuple[str, int], str] = field(repr=False)

    @property
    def direction(self) -> str:
        """Which way the frame is written; a story keeps its own."""
        return "rtl" if self.tag in RIGHT_TO_LEFT else "ltr"

    def gettext(self, words: str) -> str:
        """Return words in this language; words without a translation stay English."""
        return self.words.get(words) or words

    def told(self, sentence: str) -> str:
        """Return the sentence of an error in this language; empty where nobody has translated it.

        What is filled in stands as `%(n)s` in the file of words.
        """
        if self.tag == "en":
            return sentence
        if sentence in self.words:
            return self.words[sentence]
        for words, translated in self.words.items():
            before, slot, after = words.partition("%(n)s")
            if (
                slot
                and sentence.startswith(before)
                and sentence.endswith(after)
                and len(before + after) < len(sentence)
            ):
                return translated.replace("%(n)s", sentence[len(before) : len(sentence) - len(after)])
        return ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return words that depend on a number."""
        return self.plurals.get((one, int(number != 1))) or (one if number == 1 else many)


def languages() -> tuple[str, ...]:
    """Return the languages there are."""
    return ("en", *sorted(path.stem for path in _FOLDER.glob("*.po")))


@lru_cache(maxsize=8)
def speech(tag: str) -> Speech:
    """Return a language; English where there is none of that tag."""
    path = _FOLDER / f"{tag}.po"
    if tag == "en" or tag not in languages():
        return Speech("en", {}, {})
    words: dict[str, str] = {}
    plurals: dict[tuple[str, int], str] = {}
    for entry in entries(path.read_text("utf-8")):
        if "msgid_plural" in entry:
            for form in (0, 1):
                plurals[entry["msgid"], form] = entry.get(f"msgstr[{form}]", "")
        elif entry.get("msgid"):
            words[entry["msgid"]] = entry.get("msgstr", "")
    return Speech(tag, words, plurals)


def entries(text: str) -> Iterable[dict[str, str]]:
    """Read a `.po` file: each entry as its fields."""
    entry: dict[str, str] = {}
    last = ""
    for raw in text.splitlines():
        line = raw.strip()
        found = _ENTRY.match(line)
        if found:
            last = found.group(1)
            if last == "msgid" and entry:
                yield entry
                entry = {}
            entry[last] = str(ast.literal_eval(found.group(2)))
        elif line.startswith('"') and last:
            entry[last] += str(ast.literal_eval(line))
    if entry:
        yield entry


def wanted(accepts: str) -> str:
    """Return the first language of an `Accept-Language` header that there is."""
    for part in accepts.split(","):
        tag = part.partition(";")[0].strip().partition("-")[0].lower()
        if tag in languages():
            return tag
    return "en"
