"""Are the words used at all? They may be denied, talked about, or laid in somebody's mouth.

“She is not a prostitute”, “the word slave”, “do not write illegal migrants” do what a guide asks for; “he called
them whores” reports what was said. General linters mark all four.
"""

import re

from amanat.core import Span
from amanat.dignity.pattern import finds

_REACH = 90
"""Code points before a hit that can say so."""
_MARK = r"(?:[\"'“‘«](?:[\w-]+ ){0,2})?"
_END = r"[\"'”’»]?"
_ARTICLE = r"(?:(?:an?|the|any|some|these|those|his|her|their) )?"
_DENIED = (
    r"(?:\b(?:not|never|no longer|neither|nor|cannot be|isn't|aren't|wasn't|weren't)|n['’]t)"
    r"(?: (?:be|been|being|to be|as|called|considered|treated as|seen as|regarded as|really|actually|in fact|all)){0,3}"
    rf" {_ARTICLE}{_MARK}$"
)
_TALKED_OF = (
    rf"\b(?:terms?|words?|phrases?|labels?|expressions?|slurs?|wording|epithets?) (?:of |like |such as )?"
    rf"{_ARTICLE}{_MARK}$"
    r"|\b(?:terms|words|phrases|labels|expressions|slurs) (?:such as|like|including) [^.;:!?]*$"
    r"|\b(?:rather than|instead of|in place of|as opposed to) (?:\w+ing )?"
    rf"{_ARTICLE}{_MARK}$"
    r"|\b(?:do not|don['’]t|never|not|avoid|stop|refus\w+ to|should not|must not) "
    r"(?:writ(?:e|ing)|say(?:ing)?|us(?:e|ing)(?: of)?|call(?:ing)? (?:\w+ ){1,2}|print(?:ing)?|speak(?:ing)? of) "
    rf"{_ARTICLE}{_MARK}$"
)
_TALKED_OF_BEHIND = (
    rf"\A{_END},? (?:is|are|was|were) (?:no |not )?{_ARTICLE}(?:\w+ )?"
    r"(?:terms?|words?|phrases?|labels?|slurs?|expressions?)\b"
    rf"|\A{_END},? (?:(?:should|must|can|may|ought to|is to|are to|was|were|has been|have been) )"
    r"(?:not )?(?:be )?(?:replaced|avoided|dropped|retired|used in print)\b"
)
_LAID = re.compile(
    r"\b(?:call(?:ed|s|ing)?(?! (?:for|on|upon|off|out)\b)|brand(?:ed|s|ing)?|labell?(?:ed|s|ing)?"
    r"|describ(?:ed|es|ing)(?! (?:how|that|why|what)\b)|referr?(?:ed|s|ing)? to|termed|dubbed|taunt\w*"
    r"|shout(?:ed|s|ing)?|insult(?:ed|s|ing)?|curs(?:ed|es|ing)|denounc(?:ed|es|ing)|dismiss(?:ed|es|ing)"
    r"|known as|so-called|told (?:\w+ ){1,3}(?:that )?(?:it|this|she|he|they) (?:was|were)"
    r"|accus(?:ed|es|ing) (?:\w+ ){1,3}of being)\b[^.;:!?]{0,50}$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[^\S\n]?(?:\([^)\n]{1,60}\)[^\S\n]?)?(?:(?:[A-Z][\w'’-]*|of|and|the|for|on|in|against|to)[^\S\n]){0,6}"
    r"\(?(?:Act|Ordinance|Bill|Convention|Protocol|Code|Regulations|Rules|Directive|Plan|Programme|Program|Policy"
    r"|Commission|Committee|Unit|Cell|Circle|Wing|Squad|Tribunal|Network|Alliance|Coalition|Project|Index)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def unsaid(text: str, span: Span, sentence: Span) -> bool:
    """Tell whether a sentence denies the words, or talks about them as words."""
    before = " ".join(text[max(sentence.start, span.start - _REACH) : span.start].split())
    before += " " if text[span.start - 1 : span.start].isspace() else ""
    behind = text[span.end : min(sentence.end, span.end + _REACH)]
    return finds(_DENIED, before) or finds(_TALKED_OF, before) or finds(_TALKED_OF_BEHIND, behind)


def laid_in_a_mouth(text: str, span: Span, sentence: Span) -> bool:
    """Tell whether a sentence reports that somebody was called so."""
    return bool(_LAID.search(text, max(sentence.start, span.start - _REACH), span.start))


def in_a_name(text: str, span: Span) -> bool:
    """Tell whether the words, each with a capital, run on into the name of a law, a plan or a unit."""
    words = _WORD.findall(text[span.start : span.end])
    if not words or not all(word[0].isupper() for word in words):
        return False
    return bool(_NAMED.match(text, span.end))
