"""A story on the desk: opened from its record, read once, and laid over with what was decided since."""

import json
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from amanat.core import DeskError, Document, Edition, Finding, PublishError, Refused, Review
from amanat.desk.decided import Event, Log, Outcome, outcome
from amanat.desk.series import PART, labels, write
from amanat.desk.state import Job, State
from amanat.publish import publish
from amanat.read import read_bytes
from amanat.review import Profile
from amanat.review.decide import Reading, begin, beside, decide, open_in, settled_words
from amanat.review.gather import renumbered
from amanat.store import Kind, User, records
from amanat.store.audit import Action, note
from amanat.store.vault import Vault

LONGEST = 500_000
"""Letters of a story: some 80,000 words, which take about a minute to read."""
STEPS = ("reading", "people", "identity", "dignity", "law", "enforcement", "aid", "done")
"""What is done one after the other when a story is opened for the first time."""


@dataclass(frozen=True, slots=True)
class About:
    """What a story came with. Sealed like the story: a file's name may be a person's."""

    title: str = field(repr=False)
    file: str = field(repr=False)
    jurisdiction: str = ""

    def write(self) -> bytes:
        """Return it as bytes."""
        return json.dumps({"title": self.title, "file": self.file, "jurisdiction": self.jurisdiction}).encode()

    @classmethod
    def read(cls, data: bytes) -> "About":
        """Read what `write` made."""
        content = json.loads(data)
        return cls(str(content["title"]), str(content["file"]), str(content["jurisdiction"]))


@dataclass(frozen=True, slots=True)
class Story:
    """A story in memory. Only for who holds a grant; dropped when the desk locks."""

    id: str
    version: int
    about: About
    document: Document
    reading: Reading = field(repr=False)
    log: Log = field(repr=False)
    result: Outcome = field(repr=False)
    review: Review = field(repr=False)
    """With the decisions in it."""
    series: str = ""
    """Random id shared by stories on one event; in it people keep their labels."""

    def after(self, log: Log, version: int, state: State, series: str | None = None) -> "Story":
        """Return the story as it is after other decisions, or in another series."""
        result = outcome(log, self.reading.review.findings)
        named = self.series if series is None else series
        review = self.review  # a remark that is kept changes no mask
        if result.decisions != self.result.decisions or named != self.series:
            review = decide(self.document, self.reading, state.registers, result.decisions)
            if named:
                review = renumbered(review, labels(self.document, review, state.open_vault(), named))
        return replace(self, version=version, log=log, result=result, review=review, series=named)

    @property
    def profile(self) -> bytes:
        """What the story leaves open about the people in it, as it is sealed."""
        return write(open_in(self.document, self.reading, self.review, self.result.decisions))

    def beside(self, others: Mapping[str, Sequence[Profile]], state: State) -> tuple[Finding, ...]:
        """Say whom this story and others together give away although it alone does not (I008).

        Args:
            others: what stories leave open, by the id of their record; this one's own is passed over.
            state: what is known.
        """
        earlier = [p for id_, own in others.items() if id_ != self.id for p in own]
        if not earlier:
            return ()
        return beside(self.document, self.reading, state.registers, self.result.decisions, earlier)

    def edition(self, state: State) -> Edition:
        """Return the proven edition.

        Raises:
            PublishError: P001 somebody is still named.
        """
        words = settled_words(self.document, self.review, self.result.decisions)
        return publish(self.document, self.review, state.registers, words)

    def proof(self, state: State) -> tuple[Edition | None, str]:
        """Return the edition, or None and why there is none."""
        try:
            return self.edition(state), ""
        except PublishError as error:
            return None, f"{error.code}: {error.message}"


def submit(vault: Vault, user: User, data: bytes, about: About, once: str) -> str:
    """Seal a story as it was handed in and return the id of its record.

    Raises:
        ReadError: it cannot be read; nothing is kept of it.
        DeskError: W030 it is too long to be read while others wait; nothing is kept of it.
    """
    if len(read_bytes(data, about.file).text) > LONGEST:
        raise DeskError(
            "W030", "this story has more than 500,000 letters; hand it in in parts, so that nobody has to wait"
        )
    parts = {"original": data, "about": about.write(), "decisions": b""}
    return records.create(vault, user, Kind.STORY, parts, once=once, words=data.decode("utf-8", "replace"))


def story_of(state: State, user: User, id_: str) -> Story:
    """Return a story this user may read; reads it now if it is not in memory.

    Raises:
        Refused: V020 no grant.
        StoreError: V003 or V013 its record is damaged or shredded.
    """
    vault = state.open_vault()
    record = records.record_of(vault, user, id_)
    known = state.remembered(id_)
    if isinstance(known, Story) and (known.version, known.series) == (record.version, record.series):
        return known
    if record.kind is not Kind.STORY:
        raise DeskError("W008", "there is no such page")
    opened = records.opened(vault, user, id_)
    log = Log.read(opened.parts.get("decisions", b""))
    if isinstance(known, Story):
        made = known.after(log, opened.record.version, state, opened.record.series)
    else:
        made = _read(state, id_, opened, log)
        with vault.task() as task:
            note(vault, task, user.id, Action.RECORD_READ, id_, "story")
        if PART not in opened.parts:
            with suppress(Refused):  # who may only read leaves it to who may write
                records.tuck(vault, user, id_, PART, made.profile)
    state.remember(id_, made)
    return made


def _read(state: State, id_: str, opened: records.Opened, log: Log) -> Story:
    job = state.jobs.setdefault(id_, Job())
    about = About.read(opened.parts["about"])

    def told(step: str) -> None:
        job.step, job.done = step, STEPS.index(step)

    document = read_bytes(opened.parts["original"], about.file)
    reading = begin(document, state.registers, about.jurisdiction, told)
    state.jobs.pop(id_, None)
    state.at_rest()
    empty = Story(
        id_,
        opened.record.version,
        about,
        document,
        reading,
        Log(),
        Outcome(outcome(Log(), ()).decisions),
        reading.review,
    )
    return empty.after(log, opened.record.version, state, opened.record.series)


def read_ahead(state: State, user: User, id_: str) -> None:
    """Read a story in the background, so that the page can show how far it is."""
    if state.remembered(id_) is not None or id_ in state.jobs:
        return
    job = state.jobs[id_] = Job()

    def run() -> None:
        try:
            story_of(state, user, id_)
        except Exception as error:  # noqa: BLE001 - the page that waits shows it
            from amanat.desk.faults import shown  # noqa: PLC0415

            job.failed = shown(error)

    threading.Thread(target=run, daemon=True).start()


def add(state: State, user: User, id_: str, version: int, event: Event) -> Story:
    """Add a decision and return the story with it.

    Raises:
        StoreError: V012 somebody else has decided something since; nothing of either is lost.
    """
    event = {**event, "when": datetime.fromtimestamp(state.open_vault().now(), UTC).isoformat(timespec="seconds")}
    return _changed(state, user, id_, version, lambda log: log.plus(event), str(event["do"]))


def undo(state: State, user: User, id_: str, version: int) -> Story:
    """Take the newest decision back.

    Raises:
        DeskError: W012 there is none.
        StoreError: V012 somebody else has decided something since.
    """

    def shorter(log: Log) -> Log:
        if not log.events:
            raise DeskError("W012", "there is nothing to undo")
        return log.undone()

    return _changed(state, user, id_, version, shorter, "undo")


def _changed(state: State, user: User, id_: str, version: int, make: Any, detail: str) -> Story:  # noqa: ANN401
    vault = state.open_vault()
    story = story_of(state, user, id_)
    log = make(story.log)
    made = story.after(log, version + 1, state)  # first, so that a decision that cannot be carried out is not kept
    parts = {"decisions": log.write()}
    if made.review is not story.review:
        parts[PART] = made.profile
    records.change(vault, user, id_, version, parts, detail)
    state.remember(id_, made)
    return made


def stories(state: State, user: User) -> list[tuple[records.Record, About]]:
    """Return this user's stories, newest first, with what each came with."""
    vault = state.open_vault()
    about = records.part_of_each(vault, user, Kind.STORY, "about")
    listed = records.listing(vault, user, Kind.STORY)
    return [(record, About.read(about[record.id])) for record in listed if record.id in about]
