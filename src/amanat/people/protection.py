"""From what speaks for each role to the role, and to what follows for the name: protected, named or the editor decides.

Hiding a public person is a nuisance that the editor sees and mends; naming a victim is a harm that nobody mends. So
whoever has to be protected with a likelihood of one in five is protected (docs/decisions/0018).
"""

from collections.abc import Collection, Mapping

from amanat.core import Protection, Role
from amanat.people.roles import Voice, best

DOUBT = 0.2
"""From this likelihood on somebody is protected."""
_PLAIN = 0.9  # where no harm is told, more is asked
_TOLD = 0.7  # below it the role is not clear enough to be told
_FLOOR = 0.6  # points
_CLEAR = 1.6  # points, where no harm is told
_SURE = 1.3  # points
_PROTECTED = frozenset({Role.VICTIM, Role.MINOR_VICTIM, Role.VICTIM_FAMILY, Role.WITNESS})
_EDITOR = frozenset({Role.ACCUSED, Role.OTHER_PRIVATE})


def shielded(likely: Mapping[Role, float]) -> float:
    """Return how likely it is that the person must be protected."""
    return sum(likely.get(role, 0.0) for role in _PROTECTED)


def decided(voice: Voice, *, harm: bool) -> tuple[Role, bool]:
    """Decide a person's role.

    Args:
        voice: what speaks for each role.
        harm: whether the story tells of harm to somebody in particular.

    Returns:
        The role, and whether it is open: the person is protected until the editor has looked.
    """
    likely = voice.likely()
    if not likely:
        return _cued(voice, harm=harm)
    danger = shielded(likely)
    if danger >= (DOUBT if harm else _PLAIN):
        return (Role.OTHER_PRIVATE, True) if danger < _TOLD else (_likeliest(likely, _PROTECTED), False)
    private = sum(likely[role] for role in _EDITOR)
    public = frozenset(Role) - _EDITOR - _PROTECTED
    return _likeliest(likely, _EDITOR if private > 1.0 - danger - private else public), False


def _likeliest(likely: Mapping[Role, float], among: Collection[Role]) -> Role:
    return max((role for role in likely if role in among), key=likely.__getitem__)


def _cued(voice: Voice, *, harm: bool) -> tuple[Role, bool]:
    """The role by cue words alone."""
    evidence = voice.cues
    if evidence.get("accused", 0.0) >= _SURE:
        evidence = {role: number for role, number in evidence.items() if role != "victim_family"}  # an accused relative
    name, score = best(evidence)
    unclear = not name or score < _FLOOR or (not harm and name in {"victim", "minor_victim"} and score < _CLEAR)
    return (Role.OTHER_PRIVATE, True) if unclear else (Role(name), False)


def protection(role: Role, *, open_: bool, consent: bool) -> Protection:
    """Return what follows for a name; an open role is protected until the editor has looked."""
    if open_:
        return Protection.PROTECT
    return Protection.EDITOR if consent and role is Role.VICTIM else protection_of(role)


def protection_of(role: Role) -> Protection:
    """Return what follows for a name from the role alone; law and the editor may decide otherwise."""
    if role in _PROTECTED:
        return Protection.PROTECT
    return Protection.EDITOR if role in _EDITOR else Protection.NAME
