"""From clusters and descriptions to persons: one role each, and what follows for the name."""

# long because: one decision, whose steps share the evidence of everybody in the story

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amanat.core import Mention, MentionKind, Person, Protection, Role, Span
from amanat.languages.lexicon import Lexicon
from amanat.people.bylines import bylines
from amanat.people.cluster import Cluster, words_of
from amanat.people.consent import consenting
from amanat.people.cues import cues
from amanat.people.described import Described
from amanat.people.protection import DOUBT, decided, protection, protection_of, shielded
from amanat.people.roles import Points, Voice, add, best, points
from amanat.people.traces.times import age_of

_FLOOR = 0.6
_SURE = 1.3
_KIN_FIRST = 12.0  # more than a title, the noun it is and the net weigh together
_ADULT = 18
_HARMED = {"victim", "minor_victim", "victim_family"}
_BELOW = 8.0  # an office on the line below a name outweighs what the net guesses
_WHY = {
    Role.VICTIM: "described as harmed in this story",
    Role.MINOR_VICTIM: "a child harmed in this story",
    Role.VICTIM_FAMILY: "family of somebody harmed: the name leads to the victim",
    Role.WITNESS: "a witness",
    Role.ACCUSED: "accused and not convicted: naming is the editor's decision",
    Role.CONVICTED: "convicted: stays named unless the name leads to the victim",
    Role.OTHER_PRIVATE: "role not clear: the editor decides, until then protected where somebody in the story is",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its sentences, so that every question about context has one answer."""

    text: str
    sentences: tuple[Span, ...]
    tag: str

    def around(self, span: Span) -> tuple[str, str]:
        """Return what stands before and after a span within its sentence."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.end)
        last = bisect_left(self.sentences, span.end, key=lambda s: s.start)
        over = self.sentences[first:last]
        if not over:
            return "", ""
        return self.text[over[0].start : span.start], self.text[span.end : max(span.end, over[-1].end)]


def persons(
    source: Text,
    clusters: list[Cluster],
    described: list[Described],
    lexicon: Lexicon,
    played: Sequence[Mapping[Role, float]] = (),
) -> tuple[Person, ...]:
    """Give each cluster and each description its role.

    Args:
        source: the text and its sentences.
        clusters: named persons, with all their mentions.
        described: people to protect who are only described.
        lexicon: cue words of the language.
        played: for each cluster, how likely the net holds each role; empty when it was not asked.

    Returns:
        Persons in order of appearance, with ids `p1`, `p2` …
    """
    asked = played or [{} for _ in clusters]
    signed = bylines(source.text, clusters)
    voices = [Voice(_evidence(source, c, signed), chances) for c, chances in zip(clusters, asked, strict=True)]
    evidence = [voice.cues for voice in voices]
    _share_lists(source, clusters, evidence)
    ages = [_stated_age(source, c) for c in clusters]
    _descent(source, clusters, evidence, ages)
    relations = _kin_of_known(source, clusters, voices, described, lexicon)
    child_story = any(d.is_child for d in described)
    for cluster, found in zip(clusters, evidence, strict=True):
        if best(found)[1] < _FLOOR:
            add(found, _wider(source, cluster, lexicon))
            add(found, _introduced(source, cluster, clusters))
    crime = any(word.lower() in lexicon.words("crime") for word in re.findall(r"[\w-]+", source.text))
    harm = (
        any(d.specific for d in described)
        or any(best(e)[0] in {"victim", "minor_victim"} and best(e)[1] >= _SURE for e in evidence)
        or (crime and (not played or any(shielded(voice.likely()) >= DOUBT for voice in voices)))
    )
    open_to_all = consenting(source.text, clusters, [v.side() in {"victim", "minor_victim"} for v in voices])
    named = [
        _named(source, c, voice, age, lexicon, child_story=child_story, harm=harm, consent=n in open_to_all)
        for n, (c, voice, age) in enumerate(zip(clusters, voices, ages, strict=True))
    ]
    related = [
        p if p.role in {Role.VICTIM, Role.MINOR_VICTIM} else replace(p, relation=relation)
        for p, relation in zip(named, relations, strict=True)
    ]
    drafts = _attach(related, described, source)
    drafts.sort(key=lambda p: p.mentions[0].span)
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(drafts, 1))


def _evidence(source: Text, cluster: Cluster, signed: Mapping[Span, float]) -> Points:
    total: Points = defaultdict(float)
    for mention in cluster.mentions:
        left, right = source.around(mention.span)
        add(total, points(left, right, mention.title, source.tag))
        add(total, {"journalist": signed.get(mention.span, 0.0)} if mention.span in signed else {})
        if mention.title == "cipher":
            add(total, {"victim": 1.5})  # courts give letters to those they protect
    return total


def _share_lists(source: Text, clusters: list[Cluster], evidence: list[Points]) -> None:
    """In `police arrested A, B and C` each of the three is accused: names joined by commas and `and` share cues."""
    owner = {m.span: n for n, c in enumerate(clusters) for m in c.mentions}
    spans = sorted(owner)
    groups: list[list[Span]] = []
    for span in spans:
        between = source.text[groups[-1][-1].end : span.start] if groups else "."
        if groups and re.fullmatch(
            r"\s*(?:,\s*\d{1,2}(?=,|\s+and\b))?\s*(?:,|&|and|,\s*and|or|,?\s*(?:and\s+)?(?:his|her|their)\s+\w+,?)\s*(?:\(?\d{1,2}\)?,\s*)?",
            between,
        ):
            groups[-1].append(span)
        else:
            groups.append([span])
    for group in (g for g in groups if len(g) > 1):
        left, _ = source.around(group[0])
        _, right = source.around(group[-1])
        for place, span in enumerate(group):
            own = evidence[owner[span]]
            if place > 0:
                add(own, points(left, "", "", source.tag), 0.8)
            if place < len(group) - 1:
                add(own, points("", right, "", source.tag), 0.8)


_COURT = re.compile(
    r"\b(?:jailed|caged|sentenced|convicted|guilty|imprisonment|behind bars|prison term|years? in (?:prison|jail))\b",
    re.IGNORECASE,
)
_JAILED = re.compile(
    r"\b(?:an?|the|two|three|four|five|six|[\w-]+)\s[^.]{0,90}\b(?:has|have|was|were)\s(?:been\s)?(?:jailed|caged|imprisoned|sentenced|convicted|"
    r"found guilty|given|handed|locked up|put behind bars)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:has|have|was|were)\s(?:been\s)?(?:charged|remanded|arrested|booked|accused of|indicted)\b", re.IGNORECASE
)
_BENCH = re.compile(r"\b(?:president|judges?|bench|registrar|justices?)\b", re.IGNORECASE)
_CHARGED = re.compile(
    r"\b(?:arrested|booked|nominated|charged|suspects?|accused|FIR|gang|remand\w*|raid\w*)\b", re.IGNORECASE
)


def _titles(lexicon: Lexicon) -> list[tuple[str, str]]:
    public = {"official", "police", "judge", "lawyer", "politician", "expert", "journalist"}
    return [(r, t) for r, words in lexicon.roles("titles").items() if r in public for t in words if len(t) > len("igp")]


def _wider(source: Text, cluster: Cluster, lexicon: Lexicon) -> Points:
    """Where no cue stands beside a name, the whole sentence may tell: people jailed, a bench of judges."""
    nouns = lexicon.roles("nouns")
    harmed = {*nouns.get("victim", ()), *nouns.get("minor_victim", ())}
    out: Points = {}
    for mention in cluster.mentions:
        left, right = source.around(mention.span)
        sentence = left + right
        if not sentence.strip():  # a line of its own: the office stands on the next one
            below = source.text[mention.span.end : mention.span.end + 80].lower()
            role = next((r for r, t in _titles(lexicon) if re.search(rf"\b{re.escape(t)}\b", below)), "")
            add(out, {role: _BELOW} if role else {})
        if {w.lower() for w in re.findall(r"[\w-]+", sentence)} & harmed:
            continue
        for pattern, role in ((_COURT, "convicted"), (_BENCH, "judge"), (_CHARGED, "accused")):
            if pattern.search(sentence):
                add(out, {role: 0.7})
                break
    return out


def _introduced(source: Text, cluster: Cluster, clusters: list[Cluster]) -> Points:
    """`A driver has been jailed for nine years.` and then, first in its sentence, the driver's name."""
    for mention in cluster.mentions:
        at = bisect_right(source.sentences, mention.span.start, key=lambda s: s.end)
        if not 0 < at < len(source.sentences):
            continue
        before, here = source.sentences[at - 1 : at + 1]
        if source.text[here.start : mention.span.start].strip():
            continue
        told = source.text[before.start : before.end]
        role = next(
            (role for pattern, role in ((_JAILED, "convicted"), (_HELD, "accused")) if pattern.search(told)), ""
        )
        if role and not any(m.span.overlaps(before) for c in clusters for m in c.mentions):
            return {role: _SURE}
    return {}


_DESCENT = re.compile(
    r"\s*,?\s*(?:\(?(?:aged\s+)?\d{1,2}\)?,?\s+)?(?:[dsw]/o|[dsw]\.o\.?|(?:(?:the|an?|\d+-year-old|minor|young|teenage)\s+)*(?:daughter|son|wife|widow|sister|brother|mother|father)\s+of)\s+(?:the\s+late\s+|one\s+|Mr\.?\s+)?",
    re.IGNORECASE,
)


def _descent(source: Text, clusters: list[Cluster], evidence: list[Points], ages: list[int | None]) -> None:
    """`A, daughter of B, 13, went missing`: age and deed belong to A, and B is family."""
    owner = {m.span: n for n, c in enumerate(clusters) for m in c.mentions}
    for before, after in pairwise(sorted(owner)):
        if not _DESCENT.fullmatch(source.text[before.end : after.start]):
            continue
        _, right = source.around(after)
        moved = points("", right, "", source.tag)
        child, parent = evidence[owner[before]], evidence[owner[after]]
        add(child, moved)
        add(parent, moved, -1.0)
        ages[owner[before]] = ages[owner[before]] or ages[owner[after]]
        ages[owner[after]] = None
        side, sure = best(child)
        add(parent, {"victim_family" if side in {"victim", "minor_victim"} or not sure else "other_private": 2.4})


def _kin_of_known(
    source: Text,
    clusters: list[Cluster],
    voices: list[Voice],
    described: list[Described],
    lexicon: Lexicon,
) -> list[str]:
    """`Yawar's brothers, A and B`, `her father B`: kin take the side of the person they belong to.

    Returns:
        Which kin of somebody harmed each cluster is, empty where it is none.
    """
    relations = [""] * len(clusters)
    sides = [voice.side() for voice in voices]
    spoken = _spoken_of(source.text, clusters, sides, described, lexicon)
    bearers = {w: side for c, side in reversed([*zip(clusters, sides, strict=True)]) for w in _parts(source.text, c)}
    for n, cluster in enumerate(clusters):
        for mention in cluster.mentions:
            left, right = source.around(mention.span)
            before, after = cues(source.tag).kin or (None, None)
            bare = _without_title(left, mention.title)
            kin = (before and before.search(bare)) or (after and after.search(right))
            if not kin or kin.group(2).lower() in {"friend", "neighbour"}:
                continue
            whose = re.sub(r"[’']s?$", "", (kin.group(1) or "").lower())
            side = _nearest(whose, mention.span, spoken) if whose in _POSSESSIVE else bearers.get(whose, "")
            if side in _HARMED:  # `her father, Inspector B`: in this story a father first, whatever his office
                add(voices[n].cues, {"victim_family": 2.0 if bare == left else _KIN_FIRST})
            elif lexicon.role_of("nouns", whose) in _HARMED or (not side and whose in {"her", "his", "their"}):
                side = "victim" if described else ""  # `the girl’s uncle`, `Her uncle B abducted the girl`
                if described and bare != left:
                    add(voices[n].cues, {"victim_family": _KIN_FIRST})  # `Her father, Dr B, …`
            if side in _HARMED:
                relations[n] = relations[n] or lexicon.kin.get(kin.group(2).lower(), "")
            elif side in {"accused", "convicted"}:
                add(voices[n].cues, {"other_private": 1.2, "minor_victim": -2.2})  # `his son` is no child of the story
    return relations


def _without_title(left: str, title: str) -> str:
    """What stands before a name and its title, `her father, ` of `her father, Inspector `."""
    short = left.rstrip(" .")
    return short[: -len(title)] if title and short.lower().endswith(title) else left


_POSSESSIVE = {"her": "f", "his": "m", "their": ""}
Spoken = tuple[int, str, str]
"""Where somebody was spoken of (end of the words), which side they are on, and their gender."""


def _spoken_of(
    text: str, clusters: list[Cluster], sides: list[str], described: list[Described], lexicon: Lexicon
) -> list[Spoken]:
    """Return everybody spoken of, in order of place."""
    named = [
        (m.span.end, side, gender)
        for cluster, side in zip(clusters, sides, strict=True)
        for gender in (_gender_of(text, cluster, lexicon),)
        for m in cluster.mentions
    ]
    return sorted([*named, *((d.span.end, d.role, d.gender) for d in described)])


def _nearest(whose: str, span: Span, spoken: list[Spoken]) -> str:
    """Return the side of whoever was spoken of last before a place and may be meant by `her`, `his` or `their`."""
    wanted = _POSSESSIVE[whose]
    for at in range(bisect_left(spoken, (span.start, "", "")) - 1, -1, -1):
        _, side, gender = spoken[at]
        if not wanted or gender in {wanted, ""}:
            return side
    return ""


def _parts(text: str, cluster: Cluster) -> set[str]:
    return {w.lower() for m in cluster.mentions for w in words_of(text, m.span)}


def _gender_of(text: str, cluster: Cluster, lexicon: Lexicon) -> str:
    words = [w.lower() for m in cluster.mentions for w in words_of(text, m.span)]
    titles = {m.title for m in cluster.mentions}
    if titles & {"mrs", "ms", "miss", "mst"} or {"bibi", "begum"} & set(words):
        return "f"
    return next((g for w in words if (g := lexicon.given.get(w, "")) in {"f", "m"}), "m" if "mr" in titles else "")


_PRONOUNS = frozenset("she her hers herself he his him himself".split())
_WHOSE = re.compile(r"\b(?:of|by|to|against|with|from|and)\s+(?:the\s+late\s+|one\s+)?$", re.IGNORECASE)
"""After these the noun before speaks of somebody else: `the daughter of B`."""
_ELSE = re.compile(
    r"[’']s\b|[“”\"]|\bک[ےیا]\b|(?<!\bin )(?<!\bfrom )(?<!\bat )(?<!\bnear )(?<!\bof )(?<!\bon )\b[A-Z]\w+"
)
"""From here on the sentence may speak of somebody else."""


def _gender_told(source: Text, cluster: Cluster, lexicon: Lexicon) -> str:
    """Read the gender off the words around the name, never off the name: labels are made from it."""
    titles = {m.title for m in cluster.mentions}
    if titles & {"mrs", "ms", "miss", "mst"}:
        return "f"
    told = {"f": 0, "m": 0}
    for mention in cluster.mentions:
        left, right = source.around(mention.span)
        before = [] if _WHOSE.search(left) else re.findall(r"[\w-]+", left.lower())[-3:]
        after = re.findall(r"[\w-]+", _ELSE.split(right, maxsplit=1)[0].lower())
        for gender, key in (("f", "female"), ("m", "male")):
            words = lexicon.words(key)
            told[gender] += 3 * sum(w in words - _PRONOUNS for w in (*before, *after[:4]))
            told[gender] += sum(w in words & _PRONOUNS for w in after[:25])
    if told["f"] == told["m"]:
        return "m" if "mr" in titles else ""
    return max(told, key=lambda g: told[g])


def _named(
    source: Text,
    cluster: Cluster,
    voice: Voice,
    age: int | None,
    lexicon: Lexicon,
    *,
    child_story: bool,
    harm: bool,
    consent: bool,
) -> Person:
    role, open_ = decided(voice, harm=harm)
    if consent and open_:
        role, open_ = Role.VICTIM, False  # only somebody harmed has anonymity to give up
    if role in {Role.VICTIM, Role.MINOR_VICTIM}:
        child = age < _ADULT if age is not None else not consent and (voice.a_child() or child_story)
        role = Role.MINOR_VICTIM if child else Role.VICTIM
    minor = age is not None and age < _ADULT
    if minor and protection_of(role) is Protection.NAME:
        role = Role.MINOR_VICTIM if harm else Role.OTHER_PRIVATE  # a child holds no public office
    mentions = tuple(Mention(m.span) for m in cluster.mentions)
    return Person(
        id="",
        role=role,
        protection=protection(role, open_=(open_ and harm) or minor, consent=consent),
        is_child=True if role is Role.MINOR_VICTIM else (age < _ADULT if age is not None else None),
        mentions=mentions,
        reason="waived anonymity, as the story says: the editor decides"
        if consent and role is Role.VICTIM
        else _WHY.get(role, "acts or speaks in a public role"),
        gender=_gender_told(source, cluster, lexicon),
        age=age,
    )


def _stated_age(source: Text, cluster: Cluster) -> int | None:
    table = cues(source.tag)
    for mention in cluster.mentions:
        left, right = source.around(mention.span)
        stated = table.age_after.match(right) or table.age_before.search(left)
        age = age_of(stated.group()) if stated else None
        if age is not None:
            return age
    return None


def _attach(named: list[Person], described: list[Described], source: Text) -> list[Person]:
    """Descriptions belong to the nearest fitting named person; those that fit none are persons of their own."""
    people = list(named)
    own: dict[tuple[str, str], Person] = {}
    for found in described:
        fitting = [p for p in people if p.role in {Role.VICTIM, Role.MINOR_VICTIM} and _fits(p, found)]
        mention = Mention(found.span, MentionKind.DESCRIPTION)
        if any(m.span.overlaps(found.span) for p in people for m in p.mentions):
            continue
        if fitting:
            near = min(fitting, key=lambda p: min(abs(m.span.start - found.span.start) for m in p.mentions))
            people[people.index(near)] = replace(
                near, mentions=tuple(sorted((*near.mentions, mention))), gender=near.gender or found.gender
            )
            continue
        if not (found.specific or own or any(p.protection is Protection.PROTECT for p in people)):
            continue
        key = (found.role, found.gender)
        if key in own:
            grown = replace(
                own[key], mentions=tuple(sorted((*own[key].mentions, mention))), age=own[key].age or found.age
            )
        else:
            grown = Person(
                "",
                Role(found.role),
                Protection.PROTECT,
                found.is_child or None,
                (mention,),
                "described, not named",
                found.gender,
                "",
                found.age,
            )
        own[key] = grown
    del source
    return [*people, *own.values()]


def _fits(person: Person, found: Described) -> bool:
    gender = not person.gender or not found.gender or person.gender == found.gender
    age = person.age is None or found.age is None or person.age == found.age
    return gender and age and not (found.is_child and person.is_child is False)
