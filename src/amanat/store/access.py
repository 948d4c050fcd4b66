"""Who may do what to a record: the one place that decides.

Two things are needed, always both: a grant on that very record, and a role that may hold such a grant. Nobody has a
grant by rank; whoever leads the desk can give one, and the log shows it. Administrators run the desk and hold none.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from amanat.core import Refused
from amanat.store.engine import text
from amanat.store.vault import Task


class Duty(StrEnum):
    """What a user does at the desk."""

    REPORTER = "reporter"
    EDITOR = "editor"
    CASE_WORKER = "case worker"
    LEAD = "lead"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """What a record is."""

    STORY = "story"
    CASE = "case"


class Right(StrEnum):
    """What a grant opens. Who may write may read, and is shown the parts that are withheld from readers."""

    READ = "read"
    WRITE = "write"


HOLDS: dict[Duty, frozenset[Kind]] = {
    Duty.REPORTER: frozenset({Kind.STORY}),
    Duty.EDITOR: frozenset({Kind.STORY}),
    Duty.CASE_WORKER: frozenset({Kind.CASE}),
    Duty.LEAD: frozenset({Kind.STORY, Kind.CASE}),
    Duty.ADMINISTRATOR: frozenset(),
}
"""Of which kinds of record a role may hold a grant."""
WITHHELD = frozenset({"identity"})
"""Parts of a record that only who may write is shown: a reader of a case learns what happened, not who it is."""
RELEASES = {Duty.EDITOR, Duty.LEAD, Duty.CASE_WORKER}
"""Who may be one of the two people that let something out."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who signed in."""

    id: str
    name: str = field(repr=False)
    duties: frozenset[Duty]
    active: bool = True

    def holds(self, kind: Kind) -> bool:
        """Tell whether the role may hold a grant on this kind of record."""
        return self.active and any(kind in HOLDS[duty] for duty in self.duties)

    def has(self, *duties: Duty) -> bool:
        """Tell whether the user has one of these roles."""
        return self.active and bool(self.duties & set(duties))


def demand(task: Task, user: User, record: str, right: Right) -> Kind:
    """Return what the record is, if this user may do this to it now.

    The user's role and activity are read again from the store, so what was taken away a moment ago is gone.

    Raises:
        Refused: V020, the same for a record that does not exist.
    """
    rows = task.run(
        "SELECT r.kind, g.may, u.roles, u.active FROM records r JOIN grants g ON g.record = r.id "
        "JOIN users u ON u.id = g.holder WHERE r.id = ? AND g.holder = ?",
        (record, user.id),
    )
    if not rows:
        raise Refused
    kind, may, active = Kind(text(rows[0][0])), Right(text(rows[0][1])), bool(rows[0][3])
    now = User(user.id, "", duties(text(rows[0][2])), active)
    if not now.holds(kind) or (right is Right.WRITE and may is not Right.WRITE):
        raise Refused
    return kind


def as_now(task: Task, user: User) -> User:
    """Return a user with the roles and the activity they have now, whatever they are said to have."""
    rows = task.run("SELECT roles, active FROM users WHERE id = ?", (user.id,))
    return User(user.id, "", duties(text(rows[0][0])), bool(rows[0][1])) if rows else User(user.id, "", frozenset())


def duties(words: str) -> frozenset[Duty]:
    """Read roles as they are stored."""
    return frozenset(Duty(word) for word in words.split(",") if word)
