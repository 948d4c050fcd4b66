"""What stands in a help box, before it has a form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from amanat.core import Direction, Help, Service
from amanat.publish.box.qr import Matrix, qr

_WORDS = {
    "title": {"en": "Where to turn", "ur": "مدد کہاں سے ملے گی"},
    "lead": {
        "en": "If this has happened to you or to somebody you know, it is not your fault, and there is help.",
        "ur": "اگر آپ کے ساتھ یا آپ کے کسی جاننے والے کے ساتھ ایسا ہوا ہے تو یہ آپ کا قصور نہیں، اور مدد موجود ہے۔",
    },
    "safe": {
        "en": "Call from a safe phone: one that nobody else looks at. Afterwards delete the call from its list.",
        "ur": "محفوظ فون سے کال کریں: جسے کوئی اور نہ دیکھتا ہو۔ بعد میں کال کو فہرست سے مٹا دیں۔",
    },
    "number": {"en": "Phone", "ur": "فون"},
    "checked": {"en": "checked by a call on", "ur": "کال سے تصدیق کی تاریخ"},
    "none": {
        "en": "Nobody safe to name is known for this story.",
        "ur": "اس خبر کے لیے کوئی محفوظ ادارہ معلوم نہیں۔",
    },
    "scan": {"en": "Scan to call", "ur": "کال کے لیے سکین کریں"},
}
_RIGHT_TO_LEFT = frozenset({"ur", "sd", "ps", "skr", "bal", "fa", "ar"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One body."""

    name: str
    lines: tuple[str, ...]
    number: str
    """Empty unless a call that is fresh on the day of printing proves it."""
    checked: str
    """When it was called, in words; empty without a number."""


@dataclass(frozen=True, slots=True)
class Box:
    """A help box in one language."""

    language: str
    direction: Direction
    title: str
    lead: str
    entries: tuple[Entry, ...]
    safe: str
    """How to call without danger; empty when there is no number to call."""
    number: str
    """What stands before a number."""
    code: Matrix | None
    """QR code of the first number; None when there is none."""
    scan: str


def box_of(help_: Help, language: str, on: date, stands: Callable[[str, date], bool]) -> Box:
    """Return the box for the readers of a story.

    Args:
        help_: from its review.
        language: of the story; English where we have no words of that language.
        on: the day of printing: numbers proven by calls that are older than allowed are left out.
        stands: tells whether a call on record proves a number on a day.
    """
    tongue = language if language in _WORDS["title"] else "en"

    def say(key: str) -> str:
        return _WORDS[key][tongue]

    told = [_entry(service, on, say("checked"), stands) for service in help_.services if service.told]
    entries = tuple(sorted(told, key=lambda entry: not entry.number))  # first whom a reader can call now
    numbers = [entry.number for entry in entries if entry.number]
    return Box(
        language=tongue,
        direction=Direction.RTL if tongue in _RIGHT_TO_LEFT else Direction.LTR,
        title=say("title"),
        lead=say("lead") if entries else say("none"),
        entries=entries,
        safe=say("safe") if numbers else "",
        number=say("number"),
        code=qr(f"tel:{dialled(numbers[0])}") if numbers else None,
        scan=say("scan"),
    )


def dialled(number: str) -> str:
    """Return what a telephone dials of a number as it is written."""
    return "".join(_digits(number.partition(" then ")[0]))


def _digits(number: str) -> Iterator[str]:
    for place, character in enumerate(number):
        if character.isdecimal() or (character == "+" and place == 0):
            yield character


def _entry(service: Service, on: date, checked: str, stands: Callable[[str, date], bool]) -> Entry:
    first, last = service.proven_on, service.proven_until
    fresh = first is not None and last is not None and first <= on <= last and stands(service.number, on)
    return Entry(
        service.name, service.told, service.number if fresh else "", f"{checked} \u2066{first}\u2069" if fresh else ""
    )
