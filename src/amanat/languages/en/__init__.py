"""English as South Asian and British newspapers write it."""

import re

from amanat.core import Direction
from amanat.languages.language import Language

LANGUAGE = Language(
    tag="en",
    name="English",
    direction=Direction.LTR,
    letters=re.compile(r"[A-Za-zÀ-ɏ]"),
    marker_words=frozenset(
        "the of and to in a is was for on that with by he she his her from at said has had were been not who".split()
    ),
    sentence_end=re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*(?:\s+(?=[“‘\"'(\[]*[A-Z0-9])|\s*\n+)"),
    abbreviations=frozenset(
        "mr mrs ms mst smt dr prof st rs no art sec vs etc col maj gen lt capt brig sgt inc ltd co jr sr adv "
        "hon rev dept det insp con cons supt supdt asst addl comm dist sess const cpl sen rep gov amb jt dy "
        "approx p.m a.m u.s u.k u.n e.u e.g i.e feb jan aug sept oct nov dec fig st".split()
    ),
)
