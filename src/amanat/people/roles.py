"""Which role a named person has: cue words around each mention, weighed and summed.

Cues are tables (`people.cues`) over word lists (`languages/*/cues.yaml`). A title or an apposition weighs most, a
verb of saying least. Below a floor the role stays open, and an open role in a story of harm is protected
(docs/decisions/0010).
"""

from collections import defaultdict
from collections.abc import Mapping
from math import log

from amanat.core import Role
from amanat.languages.lexicon import lexicon
from amanat.people.cues import Group, cues
from amanat.people.traces.times import age_of

Points = dict[str, float]
_REACH = 120
_ADULT = 18
_WEIGHT = 0.6  # of what the net of roles says: chosen on half of our invented stories and the real ones tuned on
_LEAST = -1.5  # a role the net rules out loses this much at most: clear cues outvote it


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


def told(chances: Mapping[Role, float]) -> Points:
    """Turn a net's chances into points on the scale of the cues: the log of how far above or below even odds they lie.

    Children and adult victims are one side and share the side's points with the likelier of the two.

    Args:
        chances: how likely each role is; empty where no net was asked.
    """
    if not chances:
        return {}
    harmed = chances[Role.VICTIM] + chances[Role.MINOR_VICTIM]
    child = chances[Role.MINOR_VICTIM] > chances[Role.VICTIM]
    sides = {role.value: chance for role, chance in chances.items() if role not in {Role.VICTIM, Role.MINOR_VICTIM}}
    sides["minor_victim" if child else "victim"] = harmed
    return {role: _WEIGHT * max(_LEAST, log(len(chances) * max(chance, 1e-6))) for role, chance in sides.items()}


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
