"""Is this the field at all? Words that harm a trafficked child may be harmless in a story about sport.

A rule that needs the field speaks where words of exploitation, violence or migration stand in the text around it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from amanat.core import Span
from amanat.packs.linear import Linear, linear

_STRONG = (
    r"\b(?:traffick|smuggl|rap(?:e|ed|es|ist|ists|ing)\b|gang-?rap|abduct|kidnap|refugee|asylum|"
    r"(?:im)?migrants?\b|forced (?:marriage|labou?r|begging|conver)|forcibl|forcefully|molest|sodom|prostitut|brothel|"
    r"child (?:marriage|labou?r|abuse|protection|bride|porn|prostitut)|sexual(?:ly)? (?:abus|assault|exploit|violen)|"
    r"honou?r[- ]kill|karo[- ]kari|domestic workers?\b|housemaid|underage|pimp|bonded|debt bondage|stateless|"
    r"illegal (?:im)?migra|brick kiln|peshgi|organ trade|sex(?:ual)? slave|modern[- ](?:day )?slave|human cargo|"
    r"hookers?\b|child beggars?|beggar mafia|begging (?:gang|ring|mafia|racket)|vice (?:squad|den|ring)|of easy virtue|"
    r"immoral traffic|illegal aliens?|into slavery|acid attack|"
    r"(?:s[eo]ll?(?:d|ing)?|remov\w+|harvest\w*) (?:of )?(?:their |his |her |a )?(?:kidneys?|organs?)\b|"
    r"child (?:sex|maid|servant)|sex (?:offend|predator|racket|ring|slave|work|trade)|paedophil|grooming gang|"
    r"groomed\b|(?:her|the|their|women's) modesty|call girls?\b|sweatshops?\b|begging bowl|child drug|people-smuggl|"
    r"stowaways?\b|infiltrators?\b)"
)
_SCRIPT = "زیادتی|ریپ|جنسی|اغوا|سمگل|تارکین|انسانی تجارت|جبری|استحصال|بردہ فروش|تښتو|قاچاق"
_LESS = (
    r"(?:deport|sexual|exploit|slave|victim|survivor|abuse|assault|torture|ransom|kidney|bribe|madam\b|illegals?\b|"
    r"minor (?:girl|boy|child|victim)|forced\b|accused\b|complainant|prosecutrix|illicit|elope|maids?\b|housemaids?\b|"
    r"passports?\b|begg(?:ar|ing)|sold (?:his|her|their)|captive|runaway|absconding|gangmaster|nail bars?\b|kilns?\b|"
    r"(?:1[0-7]|[3-9])[- ]years?[- ]old (?:girl|boy|child|maid)|(?:girl|boy|child), 1?\d\b|stepdaughter|"
    r"child brides?\b|nann(?:y|ies)\b|au pair|harass|in marriage|nikah\b|jirga|recruitment agen|coast ?guard|strangl|"
    r"massage parlo|shelter home|undress|passed around|missing (?:\w+ )?(?:girl|boy|child|sister|teen|minor)|"
    r"darul aman|seminary\b|seminaries\b|madr[ae]ss[ae]h?\b|acid\b|murder|ghairat|panchayat|paramour|aashna\b|bedded\b|"
    r"romped|schoolboy|schoolgirl|extort|blackmail|brides?\b|in-laws\b|married off|unnatural|haa?ris\b|landlord|"
    r"small[- ]boats?\b|dinghy|dinghies|orphanage|children's home|medical board|dowry|suitor|groom(?:ed|ing)\b|"
    r"captivity|found dead|body of (?:a |the )?(?:missing|girl|boy|woman|minor)|sells? (?:their )?daughters|"
    r"(?:embrac|accept)\w+ islam|minority girl|child (?:workers?|abductee)|child sex|aged between \w+ and 1[0-7]\b|"
    r"(?:1[0-7]|[3-9])[- ]years?[- ]old (?:pupil|student|school|sister|daughter|son\b|bride)|chastity|stepfather|"
    r"boko haram|islamic state|confine|locked (?:in|up|them|her|him)\b|girl's (?:murder|death|killing|body)|"
    r"labourers\b|wedding.{1,3} of (?:a )?(?:[5-9]|1[0-7])-year|freed (?:\w+ )?(?:girls|schoolgirls|women|children)|"
    r"tea boy)"
)
REACH = 1500
"""Code points looked at on each side of a match."""
ENOUGH = 2
"""Points: a word that is of the field alone counts two, one that has other uses (victim, slave) counts one."""


@lru_cache(maxsize=3)
def _pattern(words: str) -> Linear:
    return linear(words, ignore_case=True)


@dataclass(frozen=True, slots=True)
class Field:
    """Answers for stretches of one text, from where its words of the field stand."""

    length: int
    """Code points of the text."""
    starts: tuple[int, ...]
    """Where a word of the field begins, in order."""
    words: tuple[tuple[str, int], ...]
    """Each word in small letters, and its points."""

    @classmethod
    def of(cls, text: str) -> "Field":
        """Find the words of the field in one pass; RE2 does a megabyte in a hundredth of a second."""
        letters = text.encode("ascii", "replace")  # one byte for each code point, so that places hold
        latin = _pattern(rf"{_STRONG}|\b{_LESS}").finditer(letters)
        found = [(match.start(), letters[match.start() : match.end()].lower()) for match in latin]
        points = {word: ENOUGH if _pattern(_STRONG).match(word) else 1 for word in {word for _, word in found}}
        words = [(start, word.decode(), points[word]) for start, word in found]
        if not text.isascii() and _pattern(_SCRIPT).search(text.encode("utf-8", "surrogatepass")):
            words += [(match.start(), match.group(), ENOUGH) for match in re.finditer(_SCRIPT, text)]
            words.sort()
        return cls(len(text), tuple(start for start, _, _ in words), tuple((word, worth) for _, word, worth in words))

    def near(self, span: Span) -> bool:
        """Tell whether any word of the field stands within reach of a stretch."""
        at = bisect_left(self.starts, span.start - REACH)
        return self.length <= 2 * REACH or (at < len(self.starts) and self.starts[at] < span.end + REACH)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether the surroundings of a stretch speak of the field: different words worth two points."""
        low, high = max(0, start - REACH), max(start, end) + REACH
        if self.length <= 2 * REACH:
            low, high = 0, self.length
        near = self.words[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        return sum(dict(near).values()) >= ENOUGH
