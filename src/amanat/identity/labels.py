"""What stands in the edition instead of a hidden stretch: readable, consistent, never made from the name.

Numbers follow the order in which people appear. The length of a label says nothing about the length of the name.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from amanat.core import Mask, Person, Role, TraceKind

_FIXED = {
    TraceKind.VILLAGE: "a village",
    TraceKind.DISTRICT: "a district",
    TraceKind.SCHOOL: "a school",
    TraceKind.EMPLOYER: "an employer",
    TraceKind.ADDRESS: "a place",
    TraceKind.PHONE: "number withheld",
    TraceKind.ID_NUMBER: "number withheld",
    TraceKind.RELATION: "a relative",
    TraceKind.ETHNICITY: "origin withheld",
    TraceKind.RELIGION: "faith withheld",
    TraceKind.NATIONALITY: "foreign",
    TraceKind.PHYSICAL: "detail withheld",
    TraceKind.HEALTH: "health detail withheld",
    TraceKind.OCCUPATION: "a worker",
    TraceKind.CASE_NUMBER: "case number withheld",
    TraceKind.OTHER: "detail withheld",
    TraceKind.NAME: "name withheld",
    TraceKind.DATE: "date withheld",
    TraceKind.AGE: "age withheld",
}
_BANDS = {"child": "young", "teenager": "teenage", "young adult": "young adult", "adult": "adult"}
_MORE = ("a police station", "a shelter", "a home", "time withheld", "that week", "recently", *_BANDS.values())
_MONTHS = "January February March April May June July August September October November December".split()
_WORDS = "girl boy child woman man person relative witness father mother parents brother sister son daughter husband wife uncle aunt cousin guardian grandfather grandmother".split()
_URDU = {
    # elementary words; a native editor has still to read them (docs/decisions/0010)
    "girl": "لڑکی", "boy": "لڑکا", "child": "بچہ", "woman": "خاتون", "man": "مرد", "person": "فرد", "relative": "رشتہ دار",
    "witness": "گواہ", "father": "والد", "mother": "والدہ", "parents": "والدین", "brother": "بھائی", "sister": "بہن",
    "son": "بیٹا", "daughter": "بیٹی", "husband": "شوہر", "wife": "بیوی", "uncle": "چچا", "aunt": "خالہ", "cousin": "کزن",
    "guardian": "سرپرست", "grandfather": "دادا", "grandmother": "دادی",
    "a village": "ایک گاؤں", "a district": "ایک ضلع", "a school": "ایک اسکول", "an employer": "ایک آجر", "a place": "ایک مقام",
    "number withheld": "نمبر نہیں دیا گیا", "a relative": "ایک رشتہ دار", "origin withheld": "شناخت نہیں دی گئی",
    "faith withheld": "مذہب نہیں دیا گیا", "foreign": "غیر ملکی", "detail withheld": "تفصیل نہیں دی گئی",
    "health detail withheld": "طبی تفصیل نہیں دی گئی", "a worker": "ایک کارکن", "case number withheld": "مقدمہ نمبر نہیں دیا گیا",
    "name withheld": "نام نہیں دیا گیا", "date withheld": "تاریخ نہیں دی گئی", "age withheld": "عمر نہیں دی گئی",
    "a police station": "ایک تھانہ", "a shelter": "ایک دارالامان", "a home": "ایک گھر", "time withheld": "وقت نہیں دیا گیا",
    "that week": "اسی ہفتے", "recently": "حال ہی میں", "young": "کم عمر", "teenage": "نوعمر", "young adult": "نوجوان", "adult": "بالغ",
}  # fmt: skip
_LABEL_URDU = re.compile(r"\[(?:" + "|".join(map(re.escape, _URDU.values())) + r")(?: \d+)?\]")
_LABEL = re.compile(
    r"\[(?:(?:"
    + "|".join(_WORDS)
    + r")(?: \d+)?|"
    + "|".join(map(re.escape, {*_FIXED.values(), *_MORE}))
    + r"|(?:in )?(?:"
    + "|".join(_MONTHS)
    + r")(?: (?:19|20)\d\d)?|(?:in )?(?:19|20)\d\d|(?-i:[A-Z]{1,2})|█{5})\]",
    re.IGNORECASE,  # at the start of a sentence a label has a capital
)


def labelled(text: str) -> list[tuple[int, int]]:
    """Return where labels of ours stand in a text, as (start, end): a second pass leaves them alone."""
    return [m.span() for pattern in (_LABEL, _LABEL_URDU) for m in pattern.finditer(text)]


def in_language(label: str, tag: str) -> str:
    """Return a label in the language of the story; languages without labels of their own keep English ones."""
    if tag != "ur":
        return label
    words, space, number = label.strip("[]").rpartition(" ")
    if not number.isdecimal() or not words:
        words, space, number = label.strip("[]"), "", ""
    number = space + number
    return f"[{_URDU[words]}{number}]" if words in _URDU else label


class LabelStyle(StrEnum):
    """What stands for a hidden name."""

    ROLE = "role"
    """What the person is: `[girl 1]`, `[mother 1]`."""
    PSEUDONYM = "pseudonym"
    """A letter, as courts give: `[A]`, `[B]` … `[Z]`, `[AA]`; tells neither sex nor age nor kinship."""
    BLOCK = "block"
    """The same dark bar for everything hidden, names and details alike."""


BAR = "[█████]"


def styled(masks: Iterable[Mask], style: LabelStyle) -> tuple[Mask, ...]:
    """Give masks the labels of a style; people keep one label throughout and are lettered in order of appearance.

    Args:
        masks: with labels of the role style, in order.
        style: how hidden stretches shall read.
    """
    every = tuple(masks)
    if style is LabelStyle.BLOCK:
        return tuple(replace(m, label=BAR) for m in every)
    if style is LabelStyle.ROLE:
        return every
    named = dict.fromkeys(m.person for m in every if m.kind is TraceKind.NAME)
    letters = {person: f"[{_letters(n)}]" for n, person in enumerate(named)}
    return tuple(replace(m, label=letters[m.person]) if m.kind is TraceKind.NAME else m for m in every)


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …: the way columns are counted."""
    head, last = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + last)


def name_labels(people: tuple[Person, ...]) -> dict[str, str]:
    """Return the label of each person's name, by person id."""
    counts: Counter[str] = Counter()
    out = {}
    for person in people:
        word = _word(person)
        counts[word] += 1
        out[person.id] = f"[{word} {counts[word]}]"
    return out


def _word(person: Person) -> str:
    if person.role is Role.WITNESS:
        return "witness"
    if person.role is Role.VICTIM_FAMILY:
        return person.relation if person.relation in _WORDS else "relative"
    if person.role is Role.MINOR_VICTIM or person.is_child:
        return {"f": "girl", "m": "boy"}.get(person.gender, "child")
    return {"f": "woman", "m": "man"}.get(person.gender, "person")


def trace_label(kind: TraceKind, value: str, words: str) -> str:
    """Return the label of a quasi-identifier: the smallest truthful generalisation there is a rule for.

    Args:
        kind: what it is.
        value: its normal form, e.g. the age band.
        words: the hidden words; only months and years are read from them.
    """
    if kind is TraceKind.AGE and value in _BANDS:
        return f"[{_BANDS[value]}]" if re.search(r"[- ]olds?$|teenage|under-?age", words) else "[age withheld]"
    if kind is TraceKind.DATE:
        return f"[{_date(words)}]"
    if kind is TraceKind.ADDRESS and re.search(r"police|تھانہ", words, re.IGNORECASE):
        return "[a police station]"
    if kind is TraceKind.ADDRESS and re.search(r"aman|shelter|edhi|panah", words, re.IGNORECASE):
        return "[a shelter]"
    return f"[{_FIXED[kind]}]"


def _date(words: str) -> str:
    year = re.search(r"(?:19|20)\d\d", words)
    month = next((m for m in _MONTHS if re.search(rf"\b{m[:3]}", words, re.IGNORECASE)), "")
    if month and re.search(r"\b\d{1,2}(?!\d)", words):
        return f"{month} {year.group()}" if year else month
    if month and year:
        return year.group()
    if re.search(r"\d\s?(?:am|pm|a\.m|p\.m)", words, re.IGNORECASE):
        return "time withheld"
    if re.search(r"ago|earlier", words, re.IGNORECASE):
        return "recently"
    return "that week" if re.search(r"day\b|night|morning|evening", words, re.IGNORECASE) else "date withheld"
