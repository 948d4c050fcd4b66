"""Names of South Asia in one form, whichever script and spelling: محمد آصف, Mohd. Asif and Muhammad Aasif meet.

Two forms are made of a name. `roman` is a plain Latin spelling for comparing letter by letter. `key` is the skeleton of
consonants that Urdu script and every Roman spelling of it share; it holds what both scripts write and nothing else
(short vowels are not written in Urdu, and و and ی are vowels or consonants), so it is coarse: for blocking, not proof.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_URDU = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "a", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ط": "t", "ث": "s", "س": "s",
    "ص": "s", "ج": "j", "چ": "ch", "ح": "h", "ہ": "h", "ۃ": "h", "ه": "h", "ة": "h", "خ": "kh", "د": "d", "ڈ": "d",
    "ذ": "z", "ز": "z", "ژ": "z", "ض": "z", "ظ": "z", "ر": "r", "ڑ": "r", "ش": "sh", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ں": "n", "و": "o", "ی": "i", "ي": "i",
    "ى": "i", "ئ": "i", "ؤ": "o", "ے": "e", "ھ": "h", "ء": "",
}  # fmt: skip
_CLUSTERS = (
    ("sh", "S"), ("ch", "C"), ("kh", "X"), ("gh", "g"), ("ph", "p"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("jh", "j"),
    ("rh", "r"), ("zh", "z"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("w", "v"),
)  # fmt: skip
_MUHAMMAD = frozenset(
    "muhammad mhmd m md mhd mohd muhd moh mohammad mohammed muhammed mohamad mohamed mohammd muhamad mohammod".split()
)
_DROPPED = frozenset(
    "mr mrs ms miss dr haji hafiz qari s/o d/o w/o so do wo bin ibn bint binte walad wald urf alias bibi begum mst mai "
    "al ul ur ud us".split()
)
"""Titles, links and endings that one list writes and the next one does not."""
_SPLIT = re.compile(r"[\s.,/()\-_'’‘`]+")
_NOWHERE = frozenset({"", None, -1})
_UNHEARD = frozenset("aeiouyvh")
_CONSONANT_FIRST = {"و": "w", "ی": "y", "ي": "y"}
_PROPHET = "muhammad"


def standard(name: str) -> tuple[str, str, str]:
    """Return the plain Roman form of a name, its key, and the key of its first word; all empty where nothing is left.

    The key leaves Muhammad out where another name stands beside it, and sorts what is left: lists write `Muhammad Akif
    Khan`, `Asif Khan` and `KHAN, Asif` of one man.
    """
    words = [word for word in map(_word, _SPLIT.split(name)) if word[0]]
    told = [word for word in words if word[1] != _PROPHET] or words
    plain = " ".join(roman for roman, _ in words)
    keys = [key for _, key in told if key]
    return plain, " ".join(sorted(set(keys))), keys[0] if keys else ""


@lru_cache(maxsize=200_000)
def _word(word: str) -> tuple[str, str]:
    plain = roman(word)
    if plain in _DROPPED:
        return "", ""
    if plain in _MUHAMMAD:
        return "muhammad", _PROPHET
    return plain, key(plain)


def roman(word: str) -> str:
    """Return one word in small Latin letters without accents; Urdu letters one by one."""
    bare = [c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c)]
    letters = [c if "a" <= c <= "z" else _URDU.get(c, "") for c in bare]
    if bare and bare[0] in _CONSONANT_FIRST:
        letters[0] = _CONSONANT_FIRST[bare[0]]
    return "".join(letters)


def key(plain: str) -> str:
    """Return the skeleton of consonants of a Roman word; a vowel counts only where it begins the word.

    `h` counts only there too: it is written and left out too freely (Shehbaz, Shabaz; Chaudhry, چوہدری).
    """
    for cluster, one in _CLUSTERS:
        plain = plain.replace(cluster, one)
    if not plain:
        return ""
    out = ["a" if plain[0] in "aeiou" else plain[0]]
    for c in plain[1:]:
        if c not in _UNHEARD and c != out[-1]:
            out.append(c)
    return "".join(out)


def prepared(names: Sequence[str], fathers: Sequence[str], places: Sequence[object], born: Sequence[int]) -> "pa.Table":
    """Return records in the columns that `link` compares; empty names, places and years become unknown.

    Args:
        names: as the list writes them, in Urdu or Roman letters.
        fathers: the same, empty where there is none.
        places: any value that is the same for the same place (a district code); `""`, None or -1 for unknown.
        born: year; 0 for unknown.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    forms = {name: standard(name) for name in {*names, *fathers}}
    name, father = [forms[one] for one in names], [forms[one] for one in fathers]
    return pa.table(
        {
            "id": pa.array(range(len(names)), pa.int64()),
            "name": pa.array([one[0] or None for one in name], pa.string()),
            "name_key": pa.array([one[1] or None for one in name], pa.string()),
            "name_head": pa.array([one[2] or None for one in name], pa.string()),
            "father": pa.array([one[0] or None for one in father], pa.string()),
            "father_key": pa.array([one[1] or None for one in father], pa.string()),
            "place": pa.array([None if p in _NOWHERE else str(p) for p in places], pa.string()),
            "born": pa.array([year or None for year in born], pa.int64()),
        }
    )
