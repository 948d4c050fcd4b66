"""Roman Urdu: Urdu in Latin letters, as in messages and captions."""

import re

from amanat.core import Direction
from amanat.languages.language import Language

LANGUAGE = Language(
    tag="ur-Latn",
    name="Roman Urdu",
    direction=Direction.LTR,
    letters=re.compile(r"[A-Za-z]"),
    marker_words=frozenset(
        "hai ka ki ke mein main aur se ne ko par hain nahi nahin ye yeh wo woh tha thi bhi gaya".split()
    ),
    sentence_end=re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*\s+"),
    abbreviations=frozenset(),
)
