"""Who is in the story, and in which role?

One value comes out, a `Scene`: whose law holds, the people with their roles, the places, and every trace that could
identify somebody. The rooms read it; none of them looks for people again.
"""

import re
from dataclasses import replace

from amanat.core import Document, Identifier, Scene, Trace, TraceKind
from amanat.languages import language
from amanat.languages.lexicon import lexicon
from amanat.people import neural
from amanat.people.agree import agreed, beside_rules, small_places
from amanat.people.alert import searched_for
from amanat.people.candidate import Names
from amanat.people.cluster import cluster, spread
from amanat.people.described import find_described
from amanat.people.details import details
from amanat.people.items import items
from amanat.people.names import find_names
from amanat.people.names_ur import find_names_ur
from amanat.people.persons import Text, persons
from amanat.people.setting import jurisdictions_of, nationality_traces
from amanat.people.traces import find_traces
from amanat.registers import Registers

__all__ = ["identifiers", "look"]

_ARABIC = re.compile(r"[\u0600-\u06FF]{2}")


def look(
    document: Document,
    registers: Registers,
    jurisdiction: str = "",
    seen: tuple[Trace, ...] | None = None,
    *,
    nets: bool = True,
) -> Scene:
    """Find the people, places and traces of a document.

    Args:
        document: the story.
        registers: what is known.
        jurisdiction: whose law to ask (`PK-KP`); found from the places in the text when empty.
        seen: what the nets see in the document; they are asked when it is left out.
        nets: False asks the lists, rules and cue words alone, which takes a quarter of the time.

    Returns:
        The scene. Its traces are those found by rule; `identifiers` adds what the nets see.
    """
    text, tag = document.text, document.language
    words = lexicon(tag)
    places = registers.places.find(text)
    net = (neural.find(document) if nets else ()) if seen is None else seen
    names = agreed(_names(text, tag, frozenset((p.span.start, p.span.end) for p in places)), net, places, text)
    ruled = list(find_traces(text, words))
    names = _no_villages(names, ruled)
    page = items(text)
    clusters = cluster(text, names.people, page)
    spread(text, clusters, words, list(names.bodies), page)
    sentences = tuple(s for part in document.parts for s in language(part.language).sentences(text, part.span))
    played = neural.parts(document, [[m.span for m in c.mentions] for c in clusters] if nets else ())
    people = persons(Text(text, sentences, tag), clusters, list(find_described(text, words)), words, played.chances)
    named = [
        Trace(m.span, TraceKind.NAME, Identifier.DIRECT, min(1.0, 0.5 + m.score / 8))
        for c in clusters
        for m in c.mentions
    ]
    doubtful = [
        Trace(c.span, TraceKind.NAME, Identifier.DIRECT, max(0.05, 0.35 * c.score))
        for c in names.doubtful
        if c.score > 0
    ]
    traces = [
        *named,
        *doubtful,
        *ruled,
        *nationality_traces(text, registers),
        *beside_rules(small_places(text, net, places, names.bodies), ruled),
        *details(played.details, ruled, names, places=places, registers=registers, text=text),
    ]
    return Scene(
        jurisdictions=jurisdictions_of(text, places, registers, jurisdiction),
        people=searched_for(text, people, page),
        places=places,
        traces=tuple(sorted(set(traces))),
        institutions=tuple(sorted(names.bodies, key=lambda b: (b.start, b.end))),
    )


def identifiers(document: Document, registers: Registers) -> tuple[Trace, ...]:
    """Find everything that could identify a person, before roles are decided, on one scale of sureness.

    What the nets see comes with their own score. Rules add names, numbers with a format, case numbers and children's
    ages; details that the nets know to be common (kinship, nationalities, work …) come below one half, for callers
    who ask for more.

    Args:
        document: the story.
        registers: what is known.

    Returns:
        Traces in order; two may overlap.
    """
    things = neural.read(document)
    scene = look(document, registers, seen=neural.traces(document.text, things))
    seen = neural.traces(document.text, things, neural.masked(document.text))
    sure = [t for t in scene.traces if _telling(t)]
    rest = [replace(t, score=0.45 * t.score) for t in scene.traces if t not in sure]
    return tuple(sorted({*seen, *sure, *rest}))


def _telling(trace: Trace) -> bool:
    """Names and numbers, what leads to a file, and the age of a child."""
    young = trace.kind is TraceKind.AGE and trace.value in {"child", "teenager"}
    return young or trace.identifier is Identifier.DIRECT or trace.kind is TraceKind.CASE_NUMBER


def _no_villages(names: Names, ruled: list[Trace]) -> Names:
    """Many villages are called after somebody: in `village Karim Bux Odho` nobody of that name is in the story."""
    small = [t.span for t in ruled if t.kind is TraceKind.VILLAGE]
    people = tuple(c for c in names.people if c.title or not any(s.covers(c.span) for s in small))
    return replace(names, people=people)


def _names(text: str, tag: str, places: frozenset[tuple[int, int]]) -> Names:
    """Each script has its own way of showing names; a text may hold both."""
    latin = find_names(text, lexicon(tag if tag != "ur" else "en"), places)
    if not _ARABIC.search(text):
        return latin
    arabic = find_names_ur(text, lexicon("ur"))
    return Names((*latin.people, *arabic.people), (*latin.bodies, *arabic.bodies), latin.doubtful)
