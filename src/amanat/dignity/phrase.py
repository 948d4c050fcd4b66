"""A phrase rule, as its YAML file tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amanat.core import PackError, Role, Room, RuleCard, Severity, Source
from amanat.packs import Record, house_folder
from amanat.packs.value import Value

FOLDER = "dignity/phrases"
FRAME = "frame"
"""The form of rules that say what the net marks (`reader`)."""
SPOKEN = frozenset({"text", "headline", "caption"})
_CAPS = {Severity.ERROR: 12, Severity.WARNING: 3, Severity.SUGGESTION: 2, Severity.NOTE: 1}


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative of a pattern."""

    pattern: str
    anchors: tuple[str, ...]
    """Words without which it finds nothing (`packs.anchors`)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What to write instead, for one and for many."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One rule: which words, why they harm, and what to write instead."""

    code: str
    lang: str
    title: str
    form: str
    """`text`, `headline`, `caption`, `missing`, `frame` or `checklist`."""
    category: str
    severity: Severity
    basis: str
    """`direct`, `derived`, `editorial` or `draft`: how closely a source says it."""
    draft: bool
    house: bool
    """Silent until a newsroom turns it on."""
    pattern: str
    """Regular expression; empty where `script` is used."""
    ways: tuple["Way", ...]
    """The alternatives of the pattern."""
    exact_case: bool
    script: tuple[str, ...]
    roman: tuple[str, ...]
    near: str
    story: str
    """Must be found somewhere in the story."""
    story_unless: str
    """Silences the rule in a story that holds this."""
    trigger: str
    satisfied_by: str
    unless: tuple[str, ...]
    titles: bool
    field: bool
    silent_for: frozenset[Role]
    quotes: str
    """Inside quoted speech: `soften`, `skip` or `flag`."""
    cap: int
    why: str
    remedy: str
    fixes: tuple[Wording, ...]
    sources: tuple[Source, ...]
    wrong: tuple[str, ...]
    better: tuple[str, ...]
    negative: tuple[str, ...]

    @property
    def speaks(self) -> bool:
        """Whether the rule reads running text at all."""
        return self.form in SPOKEN

    @property
    def card(self) -> RuleCard:
        """What people are told about the rule."""
        return RuleCard(
            self.code,
            Room.DIGNITY,
            self.title,
            self.severity,
            self.why,
            self.sources,
            self.wrong,
            self.better,
            self.negative,
            "draft" if self.draft else "",
        )


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """Return every phrase rule, by code.

    Raises:
        PackError: K001–K008, K020, K021 and K024 for a wrong file, K009 when two files carry the same code.
    """
    seen: dict[str, str] = {}
    found: list[Phrase] = []
    for file in house_folder(FOLDER):
        phrase = phrase_of(file.content)
        if phrase.code in seen:
            raise PackError("K009", f"{file.name}:1: the code {phrase.code} is already used by {seen[phrase.code]}")
        seen[phrase.code] = file.name
        found.append(phrase)
    return tuple(sorted(found, key=lambda p: p.code))


def phrase_of(content: Record) -> Phrase:
    """Read one rule from the checked content of its file."""
    severity = Severity(_text(content, "severity"))
    draft = content.get("status") == "draft"
    examples = content.get("examples")
    shown = examples if isinstance(examples, dict) else {}
    cap = content.get("cap")
    return Phrase(
        code=_text(content, "code"),
        lang=_text(content, "lang"),
        title=_text(content, "title"),
        form=_text(content, "form"),
        category=_text(content, "category"),
        severity=severity.at_most(Severity.SUGGESTION) if draft else severity,
        basis=_text(content, "basis"),
        draft=draft,
        house=content.get("voice") == "house",
        pattern=_text(content, "pattern"),
        ways=tuple(Way(str(way[0]), tuple(map(str, way[1:]))) for way in _lists(content, "ways")),
        exact_case=content.get("case") == "exact",
        script=tuple(_texts(content, "script")),
        roman=tuple(_texts(content, "roman")),
        near=_text(content, "near"),
        story=_text(content, "story"),
        story_unless=_text(content, "story_unless"),
        trigger=_text(content, "trigger"),
        satisfied_by=_text(content, "satisfied_by"),
        unless=tuple(_texts(content, "unless")),
        titles=content.get("titles") is True,
        field=content.get("field") is not False,
        silent_for=frozenset(Role(role) for role in _texts(content, "silent_for")),
        quotes=_text(content, "quotes") or "soften",
        cap=cap if isinstance(cap, int) else _CAPS[severity],
        why=_text(content, "why"),
        remedy=_text(content, "remedy"),
        fixes=wordings(content),
        sources=tuple(_sources(content)),
        wrong=tuple(_texts(shown, "wrong")),
        better=tuple(_texts(shown, "better")),
        negative=tuple(_texts(shown, "negative")),
    )


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _texts(record: Record, key: str) -> Iterator[str]:
    value = record.get(key)
    yield from (str(item) for item in value) if isinstance(value, list) else ()


def _lists(record: Record, key: str) -> Iterator[list[Value]]:
    value = record.get(key)
    yield from (item for item in value if isinstance(item, list)) if isinstance(value, list) else ()


def wordings(record: Record) -> tuple[Wording, ...]:
    """Read what to write instead."""
    value = record.get("fixes")
    given = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return tuple(Wording(_text(item, "one"), _text(item, "many") or _text(item, "one")) for item in given)


def _sources(record: Record) -> Iterator[Source]:
    value = record.get("sources")
    for item in value.values() if isinstance(value, dict) else []:
        if isinstance(item, dict):
            yield Source(_text(item, "title"), _text(item, "url"))
