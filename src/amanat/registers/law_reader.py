"""Turn files of kind `law` into values."""

import re
from collections.abc import Iterator

from amanat.core import Fact
from amanat.packs import File, Record
from amanat.registers.dates import When, when
from amanat.registers.law_values import (
    Applies,
    Body,
    Heading,
    IdentityBan,
    LawfulPublication,
    OfficeHolder,
    Penalty,
    Provision,
    Version,
    Work,
)
from amanat.registers.point_reader import points_of
from amanat.registers.records import (
    checked_on,
    confidence_of,
    fact,
    record_at,
    records,
    sources_of,
    text_at,
    texts_at,
    whole,
)
from amanat.registers.rule_words import in_words

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DATES = ("assent", "enacted", "promulgated", "passed_parliament", "notified", "gazetted", "in_force_from")
_MONTHS = 12


def works(file: File) -> Iterator[Work]:
    """Read the works of a file."""
    for record in records(file.content, "works"):
        dates = {key: when(record.get(key)) for key in (*_DATES, "repealed_from", "passed_na")}
        passed = next((dates[key] for key in _DATES if dates[key]), None)
        title = text_at(record, "title")
        years = {int(y) for y in _YEAR.findall(title)}
        if passed and passed.year:
            years.add(passed.year)
        yield Work(
            text_at(record, "id"),
            title,
            text_at(file.content, "jurisdiction"),
            fact(file, record, text_at(record, "id"), _work_sentence(record, dates)),
            texts_at(record, "aliases"),
            frozenset(years),
            passed,
            dates["in_force_from"],
            dates["repealed_from"],
            text_at(record, "repealed_by"),
            "amendment)" in title.lower(),
            any(key in record and record[key] is None for key in ("assent", "confirmed")),
            text_at(record, "replaces"),
            text_at(record, "supplants"),
            record.get("old_cases") is True,
            dates["passed_parliament"] or dates["passed_na"],
            dates["assent"],
            texts_at(record, "subjects"),
        )


def _work_sentence(record: Record, dates: dict[str, When | None]) -> str:
    pieces = [f"{text_at(record, 'title')}" + (f" ({record['number']})" if record.get("number") else "")]
    words = {
        "assent": "assent",
        "enacted": "enacted",
        "promulgated": "promulgated",
        "passed_parliament": "passed",
        "passed_na": "passed by the National Assembly",
        "notified": "notified",
        "in_force_from": "in force from",
        "repealed_from": "repealed from",
    }
    pieces += [f"{word} {dates[key].in_words()}" for key, word in words.items() if (dates.get(key))]  # type: ignore[union-attr]
    pieces += [text for key in ("status", "confidence_note") if (text := text_at(record, key))]
    return "; ".join(pieces) + "."


def provisions(file: File) -> Iterator[Provision]:
    """Read the provisions of a file."""
    titles = {text_at(work, "id"): text_at(work, "title") for work in records(file.content, "works")}
    for record in records(file.content, "provisions"):
        id_, work = text_at(record, "id"), text_at(record, "of")
        section = re.sub(r"[\s-]", "", text_at(record, "section"))
        cite = titles.get(work, work) + (f", section {text_at(record, 'section')}" if section else "")
        head = f"{cite} ({text_at(record, 'title')})"
        versions = tuple(
            _version(file, record, version, head, number) for number, version in enumerate(records(record, "versions"))
        )
        rule = record_at(record, "rule") | record_at(record, "says")
        yield Provision(
            id_,
            work,
            section,
            text_at(record, "kind"),
            text_at(record, "title"),
            _provision_fact(file, record, head, versions),
            versions,
            {key: value for key, value in rule.items() if isinstance(value, str | bool | int)},
            text_at(record, "status"),
            _elements(record_at(record, "elements")),
            texts_at(record, "conduct"),
            texts_at(record, "answers"),
            points_of(record),
        )


def headings(file: File) -> Iterator[Heading]:
    """Read what the sections of the works of a file are headed."""
    titles = {text_at(work, "id"): text_at(work, "title") for work in records(file.content, "works")}
    for record in records(file.content, "headings"):
        work = text_at(record, "of")
        for number, title in record_at(record, "sections").items():
            said = f"{titles.get(work, work)}, section {number}: {title}."
            yield Heading(fact(file, record, f"{work}.h{number}", said), work, number, str(title))


def _provision_fact(file: File, record: Record, head: str, versions: tuple[Version, ...]) -> Fact:
    confirmed = [version for version in versions if version.confirmed]
    if confirmed and "confidence" not in record:
        return confirmed[-1].fact
    if versions and "confidence" not in record:
        return versions[-1].fact
    rule = record.get("rule")
    said = rule if isinstance(rule, str) else in_words(record_at(record, "rule"))
    return fact(file, record, text_at(record, "id"), f"{head}: {said}." if said else f"{head}.")


def _version(file: File, record: Record, version: Record, head: str, number: int) -> Version:
    start, end = when(version.get("from")), when(version.get("to"))
    penalty = penalty_of(version, text_at(file.content, "currency"))
    confirmed = version.get("enacted") != "not-confirmed"
    said = penalty.in_words() if penalty else text_at(version, "value")
    dated = "".join((f" from {start.in_words()}" if start else "", f" until {end.in_words()}" if end else ""))
    doubt = "" if confirmed else " (passed or proposed; assent not confirmed)"
    # Of several states the newest confirmed one carries the provision's own id.
    id_ = f"{text_at(record, 'id')}@{start.written if start else number}"
    sentence = f"{head}: {said}{dated}{doubt}."
    return Version(
        Fact(id_, sentence, confidence_of(version), sources_of(file, version), checked_on(file)),
        start,
        end,
        confirmed,
        penalty,
        text_at(version, "value"),
        text_at(version, "extent"),
        texts_at(version, "conflicts"),
        text_at(version, "note"),
    )


def penalty_of(record: Record, currency: str) -> Penalty | None:
    """Read `imprisonment`, `fine`, `death` and `combine` of a version or a ban; None when there is nothing."""
    prison, money = record_at(record, "imprisonment"), record_at(record, "fine")
    if not prison and not money and not record.get("death"):
        return None
    amount = whole(money.get("amount"))
    return Penalty(
        _years(prison, "min"),
        _years(prison, "max"),
        bool(prison.get("life")),
        bool(record.get("death")),
        amount if amount is not None else whole(money.get("min")),
        amount if amount is not None else whole(money.get("max")),
        bool(money),
        text_at(record, "combine"),
        currency,
    )


def _years(prison: Record, bound: str) -> float | None:
    years, months = prison.get(f"{bound}_years"), prison.get(f"{bound}_months")
    if isinstance(years, int | float):
        return float(years)
    return months / _MONTHS if isinstance(months, int | float) else None


def _elements(record: Record) -> dict[str, tuple[str, ...]]:
    return {
        key: tuple(str(v) for v in value) if isinstance(value, list) else (str(value),) for key, value in record.items()
    }


def bans(file: File) -> Iterator[IdentityBan]:
    """Read the bans on naming of a file."""
    currency = text_at(file.content, "currency")
    for record in records(file.content, "identity_bans"):
        yield IdentityBan(
            fact(file, record, text_at(record, "id"), text_at(record, "text")),
            text_at(record, "of"),
            text_at(record, "provision"),
            text_at(file.content, "jurisdiction"),
            text_at(record, "strength"),
            texts_at(record, "persons"),
            text_at(record, "covers"),
            text_at(record, "covers_trafficking"),
            text_at(record, "consent"),
            text_at(record, "conduct"),
            text_at(record, "protects"),
            text_at(record, "who_is_bound"),
            text_at(record, "sensitive_stage"),
            texts_at(record, "exceptions"),
            penalty_of(record_at(record, "penalty"), currency),
            _applies(record_at(record, "applies")),
            points_of(record),
        )


def _applies(record: Record) -> Applies:
    age = whole(record.get("consent_from_age"))
    return Applies(
        frozenset(texts_at(record, "offences")),
        frozenset(texts_at(record, "media")),
        frozenset(texts_at(record, "lifted_by")),
        18 if age is None else age,
        text_at(record, "from_stage"),
        text_at(record, "only_in"),
    )


def lawful(file: File) -> Iterator[LawfulPublication]:
    """Read the cases in which a person may be made known."""
    for record in records(file.content, "lawful_identity_publication"):
        made = fact(file, record, text_at(record, "id"), text_at(record, "rule"))
        yield LawfulPublication(made, text_at(record, "until"), text_at(file.content, "jurisdiction"))


def bodies(file: File) -> Iterator[Body]:
    """Read the competent bodies of a file."""
    for record in records(file.content, "competent_bodies"):
        yield Body(
            fact(file, record, text_at(record, "id"), text_at(record, "role")), text_at(file.content, "jurisdiction")
        )


def offices(file: File) -> Iterator[OfficeHolder]:
    """Read the office holders of a file."""
    for record in records(file.content, "office_holders"):
        start, seen = when(record["from"]), when(record["last_seen_in_office"])
        if start is None or seen is None:  # the schema asks for both
            continue
        sentence = (
            f"{text_at(record, 'office')}: {text_at(record, 'person')}, from {start.in_words()}, "
            f"last seen in office {seen.in_words()}."
        )
        made = fact(file, record, text_at(record, "id"), sentence)
        yield OfficeHolder(
            made,
            text_at(record, "jurisdiction"),
            text_at(record, "role"),
            text_at(record, "office"),
            text_at(record, "person"),
            start,
            when(record.get("to")),
            seen,
        )


def not_researched(file: File) -> tuple[str, ...]:
    """Return what nobody has looked into, so that silence is not taken for absence."""
    return texts_at(file.content, "not_researched")
