"""Is this the field at all? Words that harm a trafficked child may be harmless in a story about sport.

A rule that needs the field speaks where words of exploitation, violence or migration stand in the text around it.
"""

import re
from dataclasses import dataclass, field

WORDS = re.compile(
    r"\b(?P<strong>traffick|smuggl|rap(?:e|ed|es|ist|ists|ing)\b|gang-?rap|abduct|kidnap|refugee|asylum|"
    r"(?:im)?migrants?\b|forced (?:marriage|labou?r|begging|conver)|forcibl|forcefully|molest|sodom|prostitut|brothel|"
    r"child (?:marriage|labou?r|abuse|protection|bride|porn|prostitut)|sexual(?:ly)? (?:abus|assault|exploit|violen)|"
    r"honou?r[- ]kill|karo[- ]kari|domestic workers?\b|housemaid|underage|pimp|bonded|debt bondage|stateless|"
    r"illegal (?:im)?migra|brick kiln|peshgi|organ trade)"
    r"|\b(?:deport|sexual|exploit|slave|victim|survivor|abuse|assault|torture|ransom|kidney|bribe|madam\b|illegals?\b|"
    r"minor (?:girl|boy)|tortur|forced\b|accused\b)"
    r"|(?P<urdu>زیادتی|ریپ|جنسی|اغوا|سمگل|تارکین|انسانی تجارت|جبری|استحصال|بردہ فروش|تښتو|قاچاق)",
    re.IGNORECASE,
)
REACH = 1500
"""Code points looked at on each side of a match."""
ENOUGH = 2
"""Points: a word that is of the field alone counts two, one that has other uses (victim, slave) counts one."""


@dataclass(frozen=True)
class Field:
    """Answers for stretches of one text, remembering what was asked."""

    text: str
    _known: dict[int, bool] = field(default_factory=dict)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether the surroundings of a match speak of the field."""
        if len(self.text) <= 2 * REACH:
            start = end = 0
        bucket = start // REACH
        if bucket not in self._known:
            self._known[bucket] = self._look(start, end)
        return self._known[bucket]

    def _look(self, start: int, end: int) -> bool:
        low, high = max(0, start - REACH), min(len(self.text), max(end, start) + REACH)
        if len(self.text) <= 2 * REACH:
            low, high = 0, len(self.text)
        points: dict[str, int] = {}
        for match in WORDS.finditer(self.text, low, high):
            points[match.group().lower()] = ENOUGH if match.lastgroup else 1
            if sum(points.values()) >= ENOUGH:
                return True
        return False
