"""The bodies of the packs as a directory: what there is before an office imports anything of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime

from amanat.core import Confidence
from amanat.registers import Registers
from amanat.registers.providers import OLDEST, Display, Provider
from amanat.registers.taxonomy import linked
from amanat.store.directory.facts import NEED, OWN, PEOPLE
from amanat.store.directory.questions import OURS
from amanat.store.directory.shaping import OWN_TERM, TAXONOMY, Plain, Provenance, shaped, term_id
from amanat.store.directory.sqlite import Sqlite
from amanat.store.directory.writer import Origin, Writer
from amanat.store.hsds.model import Json, Record


def in_memory(registers: Registers) -> Sqlite:
    """Return a directory of the packs in memory."""
    engine = Sqlite()
    fill(engine, registers)
    return engine


def fill(engine: Sqlite, registers: Registers) -> None:
    """Write the taxonomy and every body of the packs into an empty directory."""
    now = datetime.now(tz=UTC).replace(microsecond=0).isoformat()
    engine.run("INSERT INTO run VALUES (1, '', ?, '', '', '', ?, 0, 'done')", [OURS, now])
    by_country: dict[str, list[Record]] = {}
    for provider in registers.providers:
        by_country.setdefault(provider.country, []).append(service(provider, registers))
    for country, records in sorted(by_country.items()):
        writer = Writer(engine, Origin(1, "", country, now))
        writer.put("service", records)
    writer = Writer(engine, Origin(1, "", "", now))
    writer.put("taxonomy", [taxonomy()])
    writer.put("taxonomy_term", list(terms(registers)))
    engine.finish()
    engine.commit()


def service(provider: Provider, registers: Registers) -> Record:
    """Return a body of the packs as an HSDS record. Its number stands in it only where an editor may call it."""
    source = next((s.url for s in provider.sources if s.url), "")
    number = provider.editor_number() if provider.display in (Display.SHOW, Display.CONFIRM_FIRST) else ""
    areas = registers.places.areas
    plain = Plain(
        key=provider.id,
        name=provider.name,
        organization=provider.name,
        needs=tuple(sorted(provider.needs)),
        people=tuple(sorted(provider.serves)),
        places=tuple((id_, areas[id_].name) for id_ in _areas(provider, registers) if id_ in areas),
        description=_description(provider, registers),
        phones=(number,) if number else (),
        hours=provider.hours_text,
        fees=provider.cost,
        eligibility=provider.eligibility,
        languages=tuple(sorted(provider.languages)),
        ages=(provider.ages[0] or None, None if provider.ages[1] == OLDEST else provider.ages[1]),
        status="active" if provider.active else "inactive",
        alert=provider.safety_note,
        conflict_groups=tuple(sorted(provider.conflict_groups)),
        cautions=tuple(sorted(provider.cautions)),
        run_by=f"Run by: {provider.run_by}.",
    )
    record = shaped(plain, Provenance(OURS, source, provider.source_date, provider.confidence.value))
    if provider.last_verified:
        record["assured_date"] = provider.last_verified.isoformat()
    return record


def _areas(provider: Provider, registers: Registers) -> tuple[str, ...]:
    """Where it works; a country without one of its parts becomes all its other parts, which HSDS can say."""
    if not provider.not_areas:
        return provider.areas
    parts = (area.id for area in registers.places.within(provider.country))
    return tuple(id_ for id_ in parts if id_ not in provider.not_areas)


def _description(provider: Provider, registers: Registers) -> str:
    needs = [registers.providers.need_names[need] for need in sorted(provider.needs)]
    groups = [registers.providers.group_names[group] for group in sorted(provider.serves)]
    doubt = " Known from a doubtful source only." if provider.confidence is Confidence.UNCERTAIN else ""
    return f"For: {', '.join(groups) or 'not said'}. Answers: {', '.join(needs) or 'not said'}.{doubt}"


def taxonomy() -> Record:
    """Return our taxonomy of needs and groups as an HSDS record."""
    return {
        "id": TAXONOMY,
        "name": "Amanat needs and groups",
        "description": "What people who were trafficked, or are at risk, can need of a body, and whom bodies serve.",
        "version": "1",
    }


def terms(registers: Registers) -> Iterator[Record]:
    """Yield every need and group as a term; the codes of published taxonomies are said in the description."""
    known = registers.providers.taxonomy
    links = linked(registers.packs)
    for sort, entries in ((NEED, known.needs.values()), (PEOPLE, known.groups.values())):
        parent = made_parent(sort)
        yield _term(parent, sort, f"{sort}", "All terms of this sort.", "")
        for entry in entries:
            also = ", ".join(links.get(entry.id, ()))
            said = f"{entry.name}{f' (also: {also})' if also else ''}"
            yield _term(term_id(sort, entry.id), entry.id, entry.name, said, parent)

    yield from (_term(term_id(OWN_TERM, sort), sort, sort, says, "") for sort, says in OWN.items())


def made_parent(sort: str) -> str:
    """Return the id of the term above all needs, or above all groups."""
    return term_id(sort, "*")


def _term(id_: str, code: str, name: str, description: str, parent: str) -> Record:
    above: dict[str, Json] = {"parent_id": parent} if parent else {}
    term: Record = {"id": id_, "code": code, "name": name, "description": description, "taxonomy_id": TAXONOMY}
    return {**term, "taxonomy": "Amanat needs and groups", "language": "en", **above}
