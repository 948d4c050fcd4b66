"""The smallest pieces of a Word text: elements that print something, in the order of their part.

Reader and writer of tracked changes count them in the same way; a run of a Document leads back to its element by it.
"""

import re

from amanat.read.xml import Element, attribute, name

_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_WORDS = frozenset({"t", "delText"})
PRINTING = frozenset({*_FIXED, *_WORDS, "sym"})
"""Names of the elements that print something."""
_BLANKS = str.maketrans("\n\r\t", "   ")
_HEX = re.compile("[0-9A-Fa-f]{2,4}")
_SURROGATES = "\ud800"  # fonts of signs put theirs behind them; no letter stands there


def text_nodes(root: "Element") -> "list[Element]":
    """Return every element of a part that prints something, in order."""
    return [element for element in root.iter() if name(element) in PRINTING]


def said(element: "Element") -> str:
    """Return what an element prints; as long as its own text, where it has one."""
    kind = name(element)
    if kind in _WORDS:
        return (element.text or "").translate(_BLANKS)
    if kind == "sym":
        code = attribute(element, "char")
        number = int(code, 16) if _HEX.fullmatch(code) else 0
        return chr(number) if " " < chr(number) < _SURROGATES else ""
    return _FIXED.get(kind, "")
