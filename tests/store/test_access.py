"""Who may do what, against a model: users, roles, grants and records change in any order, and no way in appears."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from amanat.core import Refused, StoreError
from amanat.store import Duty, Home, Kind, Right, User, make, records, users
from amanat.store.access import HOLDS, demand
from amanat.store.keys import Cost
from amanat.store.opening import load

STEPS = int(os.environ.get("AMANAT_ACCESS_STEPS", "600"))
"""How many steps in all; `bench/desk.py access` asks for 10,000."""


class Desk(RuleBasedStateMachine):
    """The store beside a plain model of what must be open."""

    people = Bundle("people")
    made = Bundle("made")

    @initialize(target=people)
    def begin(self) -> User:
        self.folder = tempfile.TemporaryDirectory()
        home = Home(Path(self.folder.name), heads=Path(self.folder.name) / "head", cost=Cost(1, 8))
        self.vault, self.lead = make(home, "lead", "a long enough passphrase")
        self.slot = load(home.locks).name_of
        self.roles: dict[str, frozenset[Duty]] = {self.lead.id: frozenset({Duty.LEAD})}
        self.open: set[str] = {self.lead.id}
        self.grants: dict[tuple[str, str], Right] = {}
        self.kinds: dict[str, Kind] = {}
        self.owners: dict[str, str] = {}
        return self.lead

    def _holds(self, id_: str, kind: Kind) -> bool:
        return id_ in self.open and any(kind in HOLDS[d] for d in self.roles[id_])

    def _may(self, id_: str, record: str, right: Right) -> bool:
        held = self.grants.get((record, id_))
        return (
            record in self.kinds
            and held is not None
            and self._holds(id_, self.kinds[record])
            and (right is Right.READ or held is Right.WRITE)
        )

    def _manages(self, id_: str) -> bool:
        admin = any(Duty.ADMINISTRATOR in self.roles[i] for i in self.open)
        own = self.roles[id_] if id_ in self.open else frozenset()
        return Duty.ADMINISTRATOR in own or (Duty.LEAD in own and not admin)

    def _gives(self, id_: str, record: str) -> bool:
        if record not in self.kinds or not self._holds(id_, self.kinds[record]):
            return False
        owns = self.owners[record] == id_ and self.grants.get((record, id_)) is Right.WRITE
        return Duty.LEAD in self.roles[id_] or owns

    def _expect(self, allowed: bool, call: Any, *given: Any, **more: Any) -> Any:  # noqa: FBT001
        try:
            out = call(self.vault, *given, **more)
        except Refused:
            assert not allowed
            return None
        assert allowed
        return out

    @rule(target=people, by=people, duty=st.sampled_from(list(Duty)))
    def hire(self, by: User, duty: Duty) -> Any:
        name = f"user {len(self.roles)}"
        user = self._expect(self._manages(by.id), users.add, by, name, self.slot(name), {duty})
        if user is None:
            return multiple()
        self.roles[user.id] = frozenset({duty})
        self.open.add(user.id)
        return user

    @rule(by=people, whom=people, duty=st.sampled_from(list(Duty)), active=st.booleans())
    def change(self, by: User, whom: User, duty: Duty, active: bool) -> None:  # noqa: FBT001
        runs = {i for i in self.open if i != whom.id and self.roles[i] & {Duty.LEAD, Duty.ADMINISTRATOR}}
        stays = active and duty in {Duty.LEAD, Duty.ADMINISTRATOR}
        try:
            self._expect(self._manages(by.id), users.change, by, whom.id, {duty}, active=active)
        except StoreError as error:
            if isinstance(error, Refused):
                raise
            assert error.code == "V015"  # noqa: PT017 - hypothesis drives this
            assert not runs
            assert not stays
            return
        if self._manages(by.id):
            self.roles[whom.id] = frozenset({duty})
            self.open = self.open | {whom.id} if active else self.open - {whom.id}

    @rule(target=made, by=people, kind=st.sampled_from(list(Kind)))
    def write_new(self, by: User, kind: Kind) -> Any:
        # A user keeps what they had when they signed in; the store must not believe it.
        now = User(by.id, by.name, self.roles[by.id], by.id in self.open)
        id_ = self._expect(self._holds(by.id, kind), records.create, now, kind, {"p": b"x"})
        if id_ is None:
            return multiple()
        self.kinds[id_], self.owners[id_] = kind, by.id
        self.grants[id_, by.id] = Right.WRITE
        return id_

    @rule(by=people, id_=made)
    def read(self, by: User, id_: str) -> None:
        self._expect(self._may(by.id, id_, Right.READ), records.opened, by, id_)

    @rule(by=people, id_=made)
    def rewrite(self, by: User, id_: str) -> None:
        with self.vault.task() as task:
            rows = task.run("SELECT version FROM records WHERE id = ?", (id_,))
        version = int(str(rows[0][0])) if rows else 0
        self._expect(self._may(by.id, id_, Right.WRITE), records.change, by, id_, version, {"p": b"y"})

    @rule(by=people, id_=made, whom=people, right=st.sampled_from([Right.READ, Right.WRITE, None]))
    def give(self, by: User, id_: str, whom: User, right: Right | None) -> None:
        fits = right is None or (id_ in self.kinds and self._holds(whom.id, self.kinds[id_]))
        allowed = self._gives(by.id, id_) and fits
        self._expect(allowed, records.grant, by, id_, whom.id, right)
        if allowed:
            self.grants.pop((id_, whom.id), None)
            if right:
                self.grants[id_, whom.id] = right

    @rule(by=people, id_=consumes(made))
    def shred(self, by: User, id_: str) -> None:
        allowed = self._may(by.id, id_, Right.WRITE)
        self._expect(allowed, records.shred, by, id_)
        if allowed:
            del self.kinds[id_]

    @rule(by=people, kind=st.sampled_from(list(Kind)))
    def list_(self, by: User, kind: Kind) -> None:
        now = User(by.id, by.name, self.roles[by.id], by.id in self.open)
        seen = {record.id for record in records.listing(self.vault, now, kind)}
        assert seen == {r for r, k in self.kinds.items() if k is kind and self._may(by.id, r, Right.READ)}

    @invariant()
    def nobody_else_reads(self) -> None:
        if not hasattr(self, "vault"):
            return
        with self.vault.task() as task:
            for id_ in self.roles:
                for record in list(self.kinds)[-3:]:
                    try:
                        demand(task, User(id_, "", frozenset(Duty)), record, Right.READ)
                    except Refused:
                        assert not self._may(id_, record, Right.READ)
                    else:
                        assert self._may(id_, record, Right.READ)

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            self.folder.cleanup()


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=max(1, STEPS // 40), stateful_step_count=40, deadline=None)


def test_what_a_user_claims_to_be_is_not_believed(desk: Any) -> None:
    id_ = records.create(desk.vault, desk.lead, Kind.STORY, {"p": b"x"})
    editor = desk.user("editor", Duty.EDITOR)
    forged = User(editor.id, "editor", frozenset({Duty.LEAD}))
    with pytest.raises(Refused):
        records.opened(desk.vault, forged, id_)
    worker = desk.user("worker", Duty.CASE_WORKER)
    records.grant(desk.vault, desk.lead, id_, editor.id, Right.READ)
    users.change(desk.vault, desk.lead, editor.id, {Duty.CASE_WORKER}, active=True)
    assert records.part_of_each(desk.vault, forged, Kind.STORY, "p") == {}
    assert records.part_of_each(desk.vault, worker, Kind.STORY, "p") == {}
    with pytest.raises(Refused):
        records.grant(desk.vault, forged, id_, editor.id, Right.READ)


def test_there_is_one_place_that_decides(house: Path) -> None:
    """Every function of records and releases that takes a user asks `access.demand`, `access.as_now` or `_may_give`."""
    import ast  # noqa: PLC0415

    for module in ("records", "release"):
        tree = ast.parse((house / "store" / f"{module}.py").read_text("utf-8"))
        for function in (n for n in tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")):
            takes = {a.arg for a in function.args.args}
            if not takes & {"user", "giver"} or function.name in {"create", "listing", "same_words", "revoke"}:
                continue
            called = {n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            assert called & {"demand", "as_now", "_may_give"}, f"{module}.{function.name}"
