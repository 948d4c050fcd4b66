"""What a sentence makes of a matter: so or not so, allowed or forbidden, owed or not.

Read from words, not from grammar: a word that denies or forbids turns what stands behind it, two of them turn it back
(`nothing forbids`). What is neither affirmed nor denied is told nothing of.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from amanat.law.wording import Wording
from amanat.registers.law_words import Meaning
from amanat.registers.phrasebook import Said

_NEAR = 4
"""Words before a ban or a duty in which `no` and `not` still turn it."""
_PARTS = frozenset("section clause provision law rule article part statute act code ordinance".split())
_BEHIND = 3
"""Words behind `without` of which it denies the last: `without asking her` denies no ban."""
_PAST = frozenset({"have", "lead", "point"})
"""Behind `may` these tell what was or what may follow."""
_YEAR = 4
"""Digits of a year."""
_AGED = frozenset({"of", "aged", "under", "below", "over", "above", "than", "turned", "reached"})
"""Before a number these tell an age, not a day."""
_NOTHING = frozenset({"no", "nothing", "nobody", "none"})
_MEASURES = frozenset({"later", "more", "less", "fewer", "longer", "matter", "doubt"})
_OBJECT = 4
"""Words behind `may` among which its verb and what stands for nothing are."""
_UNTIL = frozenset({"before", "until", "till"})
_PERHAPS = frozenset({"may", "could", "can"})
_BEFORE_LEAVE = 5
"""Words before leave in which it is said to be wanting, or to change nothing."""
_MAKES = frozenset("make makes making treat treats treating call calls consider considers class classes".split())
_RELATIVE = frozenset({"that", "which", "what", "whatever", "who", "likely", "information", "details", "anything"})
"""Behind these `may` tells of what is likely, not of what is allowed."""


_EXCEPT = frozenset({"without", "unless"})
_WANTING = frozenset({"without", "regardless", "irrespective", "whether"})


class Leave(Enum):
    """What a sentence says of leave by which it would be otherwise: her consent, an order of the court."""

    GRANTED = "granted"
    WANTING = "wanting"
    """`without her consent`, `whether or not she agrees`."""
    IN_VAIN = "in vain"
    """`even with her consent`."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Where a sentence speaks of a point."""

    wording: Wording
    first: int
    """First word of the clause."""
    end: int
    said: Said[Meaning]
    """The phrase of the last sort: what is said of the others."""
    about: tuple[str, ...] = ()
    """Its sorts of words."""

    def turns(self, turn: str, first: int, end: int) -> list[Said[Meaning]]:
        """Return what turns the matter between two words.

        Words of the matter itself (`fails to probe`, `faces`) do not; what is said of it may be the turn.
        """
        own = [(p.first, p.end) for sort in self.about[:-1] for p in self.wording.said.get(sort, ())]
        own += [(p.first, p.end - 1) for sort in self.about[-1:] for p in self.wording.said.get(sort, ())]
        found = self.wording.within(turn, first, end)
        return [
            p
            for p in found
            if self.wording.words[p.first] in _PERHAPS or not any(a <= p.first and p.end <= b for a, b in own)
        ]

    def denials(self, first: int, end: int, denied: int, *also: str) -> list[Said[Meaning]]:
        """Return the words between two others that deny a third, each denial once: `neither … nor`, `are not to be`.

        `without` denies only what stands right behind it.
        """
        words, out = self.wording.words, list[Said[Meaning]]()
        turns = (p for turn in ("not", "forbids", *also) for p in self.turns(turn, first, end))
        for p in sorted(turns, key=lambda p: p.first):
            far = words[p.first] == "without" and not 0 < denied - p.first < _BEHIND
            again = words[p.first] == "nor" and any(words[o.first] == "neither" for o in out)
            if not far and not again and not any(_overlap(p, o) for o in out):
                out.append(p)
        return out


def find(wording: Wording, about: tuple[str, ...], close: int) -> Matter | None:
    """Return the place where the words of all sorts stand closest.

    Args:
        wording: the sentence.
        about: sorts of words, the one that is said of the others last.
        close: words from the first to the last of them at most.

    Returns:
        None where a sort is missing, or they stand too far apart.
    """
    if not wording.said.sorts.issuperset(about):
        return None
    best: tuple[tuple[bool, int], int, int, Said[Meaning]] | None = None
    for said in wording.said[about[-1]]:
        nearest = [
            min(wording.meant(sort), key=lambda p: abs(p.first - said.first), default=None) for sort in about[:-1]
        ]
        met = [said, *(p for p in nearest if p)]
        first, end = min(p.first for p in met), max(p.end for p in met)
        # Words of two clauses stand farther apart than any of one.
        apart = (any(first < stop < end for stop in wording.breaks), end - first)
        if len(met) == len(about) and (best is None or apart < best[0]):
            best = (apart, first, end, said)
    if best is None or best[2] - best[1] > close:
        return None
    first, end = wording.clause(best[1], best[2])
    return Matter(wording, first, end, best[3], about)


def so(matter: Matter) -> bool:
    """Tell whether the matter is affirmed: every denial, ban and release from a duty in its clause turns it."""
    first = max([matter.first, *(n for n in matter.wording.breaks if n < matter.said.first)])
    joined = [n for n in range(matter.said.end, matter.end) if matter.wording.words[n] == "and"]
    denials = matter.denials(first, min([matter.end, *joined]), matter.said.first, "spares")
    turned = [p for p in denials if not _is_said(p, matter.said)]
    return (len(turned) % 2 == 0) is not matter.said.means.denies


def allowed(matter: Matter) -> bool | None:
    """Tell whether the matter is allowed; None where nothing is said of it."""
    wording, first, end = matter.wording, matter.first, matter.end
    punished = matter.turns("punishes", first, end)
    # `may not be punished` forbids no conduct
    forbidden = [p for p in matter.turns("forbids", first, end) if not any(_denies(wording, p, q) for q in punished)]
    bans = [
        _in_no_law(wording.words[: p.first]) or _denied(matter, p.first, _since(wording, p.first, first))
        for p in (*forbidden, *punished)
    ]
    leave = [
        (_denied(matter, p.first, first) is _nothing(wording.words[p.end : p.end + _OBJECT]))
        and not _awaited(wording.words[max(first, p.first - _NEAR) : p.first])
        for p in matter.turns("allows", first, end)
        if not _likely(wording, p)
    ]
    if bans:
        return all(bans)
    return any(leave) if leave else True if wording.within("silent", first, end) else None


def owed(matter: Matter) -> bool | None:
    """Tell whether somebody owes the matter or has a right to it; None where nothing is said of it."""
    wording, first, end = matter.wording, matter.first, matter.end
    before = wording.words[max(first, matter.said.first - _NEAR) : matter.said.first]
    if "only" in before and not wording.within("forbids", first, end):
        return True  # `may be referred only if they agree`
    if not _EXCEPT.isdisjoint(wording.words[max(first, matter.said.first - _BEFORE_LEAVE) : matter.said.first]):
        # `may not be referred without having agreed`: what must not be left out is owed
        denials = [p for p in wording.within("not", first, end) if wording.words[p.first] != "without"]
        return bool(denials or wording.within("forbids", first, end))
    if wording.within("spares", first, end):
        return False
    duties = [
        not _denied(matter, p.first, max(first, p.first - _NEAR)) and not _denied(matter, p.end + 1, p.end)
        for p in wording.within("requires", first, end)
    ]
    if duties:
        return all(duties)
    return False if any(wording.within(turn, first, end) for turn in ("forbids", "silent")) else None


def _nothing(behind: list[str]) -> bool:
    """Tell that nothing may be done: `may nobody`, `may carry neither name nor face`, `may show no face`."""
    verb = behind[1:2] if behind[2:] and behind[2] not in _MEASURES else []
    return not _NOTHING.isdisjoint(behind[:1]) or "neither" in behind or not _NOTHING.isdisjoint(verb)


def _denies(wording: Wording, turn: Said[Meaning], other: Said[Meaning]) -> bool:
    """Tell whether a turn stands right before another: `cannot be punished`."""
    return other.first >= turn.end and wording.words[turn.end : other.first] in ([], ["be"])


def released(matter: Matter) -> bool:
    """Tell whether a sentence speaks of a duty at all, be it to deny it: `without his consent`."""
    first, said = matter.first, matter.said.first
    without = "without" in matter.wording.words[max(first, said - _NEAR) : said]
    return without or any(matter.turns(turn, first, matter.end) for turn in ("spares", "requires"))


def _in_no_law(words: list[str]) -> bool:
    """Tell whether words speak of the whole law as holding no such thing: `no section of the Act …`."""
    return "nowhere" in words or any(
        (no == "no" and what in _PARTS) or (no == "nothing" and what == "in") for no, what in pairwise(words)
    )


def _since(wording: Wording, ban: int, first: int) -> int:
    """Return from where a denial turns a ban: from near, or from its subject (`no paper that … commits an offence`).

    What is made an offence may stand between: `does not make child begging an offence`.
    """
    if any(word.startswith("commit") for word in wording.words[max(first, ban - 2) : ban]):
        return first
    makes = [n for n in range(max(first, ban - 2 * _NEAR), ban) if wording.words[n] in _MAKES]
    return max(first, min([ban, *makes]) - _NEAR)


def _awaited(before: list[str]) -> bool:
    """Tell whether leave has to wait for something: `the debt must be repaid before the family may leave`."""
    return not _UNTIL.isdisjoint(before)


def _likely(wording: Wording, turn: Said[Meaning]) -> bool:
    """Tell whether `may` says what is likely or was so: `details that may name her`, `she may have been`. Or is May."""
    before, behind = wording.words[max(0, turn.first - 1) : turn.first], wording.words[turn.end : turn.end + 1]
    # `12 May`, `May 2014`, but `the Act of 1976 may`, `a girl of 17 may`
    aged = not _AGED.isdisjoint(wording.words[max(0, turn.first - 2) : turn.first - 1])
    dated = any(w[:4].isdigit() for w in behind) or (not aged and any(w.isdigit() and len(w) < _YEAR for w in before))
    if wording.words[turn.end - 1] == "may" and dated:
        return True
    perhaps = wording.words[turn.end - 1] in _PERHAPS
    return perhaps and not (_RELATIVE.isdisjoint(before) and _PAST.isdisjoint(behind))


def granted(wording: Wording, leave: Said[Meaning]) -> Leave:
    """Tell what is said of leave that a sentence speaks of."""
    since = max(0, leave.first - _BEFORE_LEAVE, *(n + 1 for n in wording.stops if n < leave.first))
    before = wording.words[since : leave.first]
    if "even" in before:
        return Leave.IN_VAIN
    wanting = _WANTING & set(before) or any(wording.within(turn, since, leave.first) for turn in ("not", "spares"))
    return Leave.WANTING if wanting else Leave.GRANTED


def _denied(matter: Matter, before: int, since: int) -> bool:
    """Tell whether an odd number of denials stands between two words; `cannot` is one."""
    return len(matter.denials(since, before, before)) % 2 == 1


def _is_said(turn: Said[Meaning], said: Said[Meaning]) -> bool:
    """Tell whether a turn is what is said itself; the `need` of `need not` is turned by it."""
    released = turn.means.sort == "spares" and turn.end - turn.first > said.end - said.first
    return _overlap(turn, said) and (said.means.denies or not released)


def _overlap(one: Said[Meaning], other: Said[Meaning]) -> bool:
    return one.first < other.end and other.first < one.end
