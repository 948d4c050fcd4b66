"""Urdu in Arabic script."""

import re

from amanat.core import Direction
from amanat.languages.language import Language

LANGUAGE = Language(
    tag="ur",
    name="اردو",
    direction=Direction.RTL,
    letters=re.compile(r"[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]"),
    marker_words=frozenset("کے کی کا میں ہے اور سے نے کو پر ہیں اس یہ کہ تھا تھی بھی گیا".split()),
    sentence_end=re.compile(r"(?<![۔؟!])[۔؟!]+[”’\"'»)\]]*\s*"),
    abbreviations=frozenset(),
    picture="تصویر",
)
