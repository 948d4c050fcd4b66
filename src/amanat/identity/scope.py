"""Which stretches of the text speak of a person to protect: only there does a quasi-identifier attach to one."""

import re
from bisect import bisect_left, bisect_right

from amanat.core import Document, MentionKind, Person, Protection, Role, Scene, Span
from amanat.languages import language
from amanat.languages.lexicon import lexicon

_PRONOUN = re.compile(r"\b(?:she|he|her|his|him|they|their|them|herself|himself)\b", re.IGNORECASE)


def protected(scene: Scene) -> tuple[Person, ...]:
    """Return the people to protect, in order of appearance."""
    return tuple(p for p in scene.people if p.protection is Protection.PROTECT)


def sentences(document: Document) -> tuple[Span, ...]:
    """Cut the document into sentences, part by part."""
    return tuple(s for part in document.parts for s in language(part.language).sentences(document.text, part.span))


Scope = tuple[tuple[Span, str], ...]
"""Sentences in order, each with the id of the person to protect it speaks of."""


def whose(scope: Scope, span: Span) -> str:
    """Return the id of the person a stretch belongs to, by the first sentence of the scope that it touches."""
    at = bisect_right(scope, span.start, key=lambda pair: pair[0].end)
    return scope[at][1] if at < len(scope) and scope[at][0].start < span.end else ""


def about(document: Document, scene: Scene) -> Scope:
    """Return each sentence that speaks of somebody to protect, with that person's id.

    A sentence does when it names or describes the person, uses a noun for victims or children, tells of the deed, or
    goes on with a pronoun right after such a sentence.
    """
    people = protected(scene)
    if not people:
        return ()
    words = lexicon(document.language)
    nouns = words.roles("nouns")
    pool = {*nouns.get("victim", ()), *nouns.get("minor_victim", ()), *words.words("crime")} - {
        "men",
        "student",
        "worker",
        "women",
        "case",
    }
    speaks = (
        re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, pool), key=len, reverse=True)) + r")\b", re.IGNORECASE)
        if pool
        else None
    )
    out = []
    last = ""
    told = sorted((at, n) for n, p in enumerate(people) for m in p.mentions for at in (m.span.start, m.span.end - 1))
    for sentence in sentences(document):
        text = document.at(sentence)
        between = told[bisect_left(told, (sentence.start, 0)) : bisect_left(told, (sentence.end, 0))]
        here = [people[n] for n in sorted({n for _, n in between})]
        if here:
            first = next((p for p in here if p.role in {Role.MINOR_VICTIM, Role.VICTIM}), here[0])
            last = first.id
        elif speaks and speaks.search(text):
            last = last or people[0].id
        elif not (last and _PRONOUN.search(text)):
            last = "" if len(text) > 40 else last  # noqa: PLR2004 - a very short line does not change the subject
            continue
        out.append((sentence, last))
    return tuple(out)


def others(scene: Scene) -> tuple[Span, ...]:
    """Return where people are named who are not to be protected."""
    return tuple(
        m.span
        for p in scene.people
        if p.protection is not Protection.PROTECT
        for m in p.mentions
        if m.kind is MentionKind.NAME
    )
