"""Which role a named person has: cue words around each mention, weighed and summed, beside what the net of roles says.

Cues are tables (`people.cues`) over word lists (`languages/*/cues.yaml`). A title or an apposition weighs most, a
verb of saying least (docs/decisions/0010). With the net's chances they give one likelihood for each role (0018).
Where no net was asked a role below a floor stays open, and an open role in a story of harm is protected.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from amanat.core import Role
from amanat.languages.lexicon import lexicon
from amanat.people.cues import Group, cues
from amanat.people.traces.times import age_of

Points = dict[str, float]
_REACH = 120
_ADULT = 18
_WEIGHT = 0.8  # of a point beside the logarithm of the net's chances: docs/decisions/0018
_LEAST = 1e-4  # a role the net rules out keeps this chance: clear cues outvote it


def points(left: str, right: str, title: str, tag: str) -> Points:
    """Weigh the cues around one mention.

    Args:
        left: the text up to the mention, within its sentence.
        right: the text after the mention, within its sentence.
        title: title words found with the name, in small letters.
        tag: language of the sentence.

    Returns:
        Points by role; roles without a cue are absent.
    """
    words, table = lexicon(tag), cues(tag)
    left, right = left[-_REACH:], right[:_REACH]
    out: Points = defaultdict(float)
    role = words.role_of("titles", title) if title else ""
    if role:
        out[role] += 3.0
    before = table.age_before.search(left)
    if before:
        _age(age_of(before.group()), out, adult=1.6)
    after = table.age_after.match(right)
    if after:
        _age(age_of(after.group()), out, adult=0.3)  # officials are rarely given an age; the accused have other cues
        right = right[after.end() :]
    _weigh(left, table.left, tag, out)
    _weigh(right, table.right, tag, out)
    return dict(out)


def add(total: Points, more: Points, weight: float = 1.0) -> None:
    """Add points to a running total in place."""
    for role, number in more.items():
        total[role] = total.get(role, 0.0) + weight * number


@dataclass(frozen=True, slots=True)
class Voice:
    """What speaks for each role of one person: the cue words, which gather, and the net."""

    cues: Points
    chances: Mapping[Role, float]
    """How likely the net holds each role; empty where none was asked."""

    def likely(self) -> Mapping[Role, float]:
        """Put both together: log-linear, so that either can outvote the other when it is sure.

        Returns:
            How likely each role is, adding up to one; empty where no net was asked.
        """
        weight = {r: max(c, _LEAST) * exp(_WEIGHT * self.cues.get(r.value, 0.0)) for r, c in self.chances.items()}
        total = sum(weight.values())
        return {role: number / total for role, number in weight.items()}

    def a_child(self) -> bool:
        """Tell whether a victim without a stated age is more likely a child."""
        likely = self.likely()
        if likely:
            return likely[Role.MINOR_VICTIM] > likely[Role.VICTIM]
        return self.cues.get(Role.MINOR_VICTIM.value, 0.0) > 0

    def side(self) -> str:
        """Return the likeliest role; empty where nothing speaks."""
        likely = self.likely()
        return max(likely, key=likely.__getitem__).value if likely else best(self.cues)[0]


def best(evidence: Points) -> tuple[str, float]:
    """Return the role with most points and how many; children and adult victims are one side."""
    scores = {role: number for role, number in evidence.items() if role and number > 0}
    if not scores:
        return "", 0.0
    victim = scores.get("victim", 0.0) + scores.get("minor_victim", 0.0)
    if victim:
        scores["victim"] = scores["minor_victim"] = victim
    child = evidence.get("minor_victim", 0.0) > 0
    role = max(scores, key=lambda r: (scores[r], (r == "minor_victim") is child, r))
    return role, scores[role]


def _age(age: int | None, out: Points, *, adult: float) -> None:
    if age is not None and age < _ADULT:
        out["minor_victim"] += 2.2
    else:
        out["victim"] += adult


def _weigh(text: str, groups: tuple[Group, ...], tag: str, out: Points) -> None:
    words = lexicon(tag)
    for group in groups:
        for cue in group:
            match = cue.pattern.search(text)
            role = "" if match is None else cue.role if isinstance(cue.role, str) else cue.role(match, words)
            if role:
                out[role] += cue.points
                break
