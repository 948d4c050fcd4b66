"""Which mentions are one person: full name first, then its parts, nearest first."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from amanat.core import Cover, Span
from amanat.languages.lexicon import Lexicon
from amanat.people.candidate import Candidate, of_a_state, plain

_WEAK = frozenset(
    "mr mrs ms miss mst dr syed syeda muhammad mohammad mohammed mohamed md ali khan ahmed ahmad bibi begum hussain shah "
    "sheikh shaikh malik raja mian haji hafiz qari maulana mufti abdul bin bint ul ur al sir prof justice kaur singh".split()
)
"""Name parts borne by millions: alone they do not tell who is meant."""


@dataclass(slots=True)
class Cluster:
    """One person while the names are being gathered."""

    mentions: list[Candidate] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    """Sound keys of all name parts."""
    full: tuple[str, ...] = ()
    """Sound keys of the longest form, in order."""
    side: str = ""
    """`child` or `public` where a mention shows it: a minister is not the girl who bears the same name."""

    item: Span = field(default_factory=lambda: Span(0, sys.maxsize))
    """Which item of the page tells of the person."""

    @property
    def first(self) -> int:
        """Where the person first appears."""
        return min(m.span.start for m in self.mentions)


def sound(word: str) -> str:
    """Return a key that spellings of one South Asian name in Latin letters share: `Faarah` and `Farah`, `Hussein`…

    Doubled letters count once, long vowels as short ones, and ph/f, q/k, w/v, z/dh-like pairs fall together.
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", plain(word)) if not unicodedata.combining(c))
    key = word.lower().replace("ph", "f").replace("q", "k").replace("w", "v").replace("ee", "i").replace("oo", "u")
    key = re.sub(r"(?<!^)[ey]+", "i", key).replace("ou", "u").replace("o", "u")
    return re.sub(r"(.)\1+", r"\1", key).rstrip("h") or word.lower()


def keys(text: str, span: Span) -> tuple[str, ...]:
    """Return the sound keys of the parts of a name, honorifics left out."""
    return tuple(
        sound(w) for w in words_of(text, span) if w.lower() not in {"mr", "mrs", "ms", "miss", "mst", "dr", "sir"}
    )


_PART = re.compile(r"[^\W\d_\u00ad\u200b-\u200d\u2060](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])*")


def words_of(text: str, span: Span) -> list[str]:
    """Return the parts of a name, whole again where a line broke one."""
    return _PART.findall(plain(text[span.start : span.end]))


def cluster(text: str, candidates: tuple[Candidate, ...], items: tuple[Span, ...]) -> list[Cluster]:
    """Gather candidates into persons.

    Args:
        text: the text the candidates stand in.
        candidates: names found, in any order.
        items: unrelated items of one page; the same name in two items is two persons.

    Returns:
        Clusters in order of first appearance.
    """
    out: list[Cluster] = []
    for item in items:
        inside = [c for c in candidates if item.covers(c.span)]
        out.extend(replace(found, item=item) for found in _within(text, inside))
    return sorted(out, key=lambda c: c.first)


def _within(text: str, candidates: list[Candidate]) -> list[Cluster]:
    weak = {sound(w) for w in _WEAK}
    clusters: list[Cluster] = []
    bearers: dict[str, list[Cluster]] = {}
    full_first = sorted(candidates, key=lambda c: (-len(keys(text, c.span)), c.span))
    for candidate in full_first:
        own = keys(text, candidate.span)
        if not own:
            continue
        side = _side(text, candidate)
        near = bearers.get(own[0], [])  # a home holds every part of the name, this one too
        home = _home(own, candidate, [c for c in near if not {side, c.side} >= {"child", "public"}], weak)
        if home is None:
            home = Cluster(full=own, parts=set(own))
            clusters.append(home)
            for part in home.parts:
                bearers.setdefault(part, []).append(home)
        home.mentions.append(candidate)
        home.side = home.side or side
    for found in clusters:
        found.mentions.sort(key=lambda c: c.span)
    return _aliases(text, clusters)


_CHILD_BEFORE = re.compile(
    r"\b(?:girls?|boys?|child|children|baby|toddler|schoolgirls?|schoolboys?|daughters?|sons?|minors?|infant|year-old)(?:,|\s+(?:named|called|identified as))?\s+$",
    re.IGNORECASE,
)
_CHILD_AFTER = re.compile(r"\s*,?\s*\(?(?:aged\s+)?(?:\d|1[0-7])\)?(?=\s*[,.;)](?!\d)|\s+years?\b|-year)")
_PUBLIC = re.compile(
    r"minister|secretary|inspector|superintendent|commissioner|judge|justice|magistrate|advocate|barrister|lawyer|"
    r"counsel|senator|governor|director|officer|prosecutor|professor|activist|campaigner|journalist|reporter|chair|president|"
    r"coordinator|spokes|s[hs]?[op]|d[sp][po]|mna|mpa"
)
_OFFICE = rf"\b(?:{_PUBLIC.pattern})"
_PUBLIC_BEFORE = re.compile(rf"{_OFFICE},\s+$", re.IGNORECASE)
_PUBLIC_AFTER = re.compile(
    rf"\s*,\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}{_OFFICE}(?=\s*[,.;)]|\s+(?:of|in|for|at)\b)", re.IGNORECASE
)


def _side(text: str, candidate: Candidate) -> str:
    """Tell whether one mention alone shows a child or somebody in a public role."""
    start, end = candidate.span.start, candidate.span.end
    if _CHILD_BEFORE.search(text[max(0, start - 40) : start]) or _CHILD_AFTER.match(text[end : end + 20]):
        return "child"
    office = _PUBLIC_BEFORE.search(text[max(0, start - 40) : start]) or _PUBLIC_AFTER.match(text[end : end + 60])
    return "public" if office or _PUBLIC.search(candidate.title) else ""


_ALIAS = re.compile(
    r"\s*,?\s*[(“\"‘]?\s*(?:alias|a\.?k\.?a\.?|@|urf|also known as|known as|nicknamed|better known as|née|nee|formerly)\s+[“\"‘]?"
    r"|[^.\n]{0,90}\b(?:(?:was|were|is|been) (?:given the name|renamed|now called|now named)|changed (?:her|his) name to|(?:new|Muslim) name(?: of| is| was)?)\s+[“\"‘]?",
    re.IGNORECASE,
)


def _aliases(text: str, clusters: list[Cluster]) -> list[Cluster]:
    """`Rukhsana alias Guddi`, `… was given the name …`: two names, one person."""
    ordered = sorted(((m.span, c) for c in clusters for m in c.mentions), key=lambda pair: pair[0])
    joined: dict[int, Cluster] = {}
    for (before, first), (after, second) in pairwise(ordered):
        host, guest = joined.get(id(first), first), joined.get(id(second), second)
        if host is not guest and _ALIAS.fullmatch(text[before.end : after.start]):
            host.mentions.extend(guest.mentions)
            host.parts.update(guest.parts)
            joined[id(second)] = host
            guest.mentions = []
    return [c for c in clusters if c.mentions]


def _home(own: tuple[str, ...], candidate: Candidate, clusters: list[Cluster], weak: set[str]) -> Cluster | None:
    mine = set(own)
    fitting = []
    for known in clusters:
        if own == known.full:
            return known
        strong = (mine & known.parts) - weak
        if mine <= known.parts and (strong or (len(own) == 1 and own[0] in (known.full[0], known.full[-1]))):
            fitting.append(known)
    if not fitting:
        return None
    if len(own) > 1:
        return min(fitting, key=lambda k: len(k.full))
    return min(fitting, key=lambda k: _distance(candidate, k, own[0]))


def _distance(candidate: Candidate, known: Cluster, part: str) -> tuple[int, int]:
    """Who has no other name first, then nearest earlier mention; a last or first name before one in the middle."""
    before = [candidate.span.start - m.span.end for m in known.mentions if m.span.end <= candidate.span.start]
    place = 0 if known.full == (part,) else 1 if part in {known.full[-1], known.full[0]} else 2
    return place, min(before, default=1_000_000)


def spread(text: str, clusters: list[Cluster], lexicon: Lexicon, taken: list[Span], items: tuple[Span, ...]) -> None:
    """Find every further place where a clustered name or a telling part of it stands, whatever its case or marks.

    A name that stands again in another item of the page is another person, who is added.

    Args:
        text: the text.
        clusters: persons; they gain mentions.
        lexicon: to tell parts that are ordinary words.
        taken: stretches that belong to bodies or places.
        items: unrelated items of one page.
    """
    _spread_whole(text, clusters)
    parts = _parts(text, clusters, lexicon)
    if not parts:
        return
    pattern = re.compile(rf"(?<![^\W\d_])(?:{_either(parts)})(?![^\W_])", re.IGNORECASE)
    have = [m.span for known in clusters for m in known.mentions]
    before, bodies = Cover(have), Cover(taken)  # what is found from here on meets nothing else that is found
    for match in pattern.finditer(text):
        span = Span(*match.span())
        word = match.group()
        if before.touches(span) or bodies.covers(span):
            continue
        if of_a_state(text, span) or (_plain(word, lexicon) and not _as_name(text, span)):
            continue
        if not word[0].isupper() and word[0].lower() != word[0].upper() and not _small_name(text, span, parts):
            continue
        item = next((i for i in items if i.covers(span)), items[0])
        owners = [k for k in parts[word.lower()] if item.covers(k.item)]
        if not owners:
            owners = [Cluster(parts={sound(word)}, full=(sound(word),), item=item)]
            clusters.extend(owners)
            parts[word.lower()].extend(owners)
        owner = min(owners, key=lambda k: _distance(Candidate(span, "", 1.0), k, sound(word)))
        owner.mentions.append(Candidate(span, "", 1.0))
        have.append(span)
    _spread_broken(text, parts, have)
    for known in clusters:
        known.mentions = _joined(text, sorted(known.mentions, key=lambda c: c.span))


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, longer ones first; put together by their first two letters.

    A story with thousands of names is searched in a twentieth of the time that a plain list of them takes.
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        heads.setdefault(word[:2], []).append(re.escape(word[2:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items())


_GLUED = "-_./@"


def _small_name(text: str, span: Span, parts: dict[str, list[Cluster]]) -> bool:
    """Tell whether a word in small letters stands as a name: in an address, beside its other part, in a bare line."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if (before and before in _GLUED) or (after and after in _GLUED and text[span.end + 1 : span.end + 2].isalnum()):
        return True
    near = (
        re.match(r"\s([^\W\d_]+)", text[span.end : span.end + 40]),
        re.search(r"([^\W\d_]+)\s$", text[max(0, span.start - 40) : span.start]),
    )
    if any(m and m.group(1).lower() in parts for m in near):
        return True
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    return line == line.lower()


def _parts(text: str, clusters: list[Cluster], lexicon: Lexicon) -> dict[str, list[Cluster]]:
    """Return the parts of names that tell alone who is meant, in small letters, with their bearers."""
    weak = {sound(w) for w in _WEAK}
    parts: dict[str, list[Cluster]] = {}
    for known in clusters:
        alone = {w[0].lower() for m in known.mentions if len(w := words_of(text, m.span)) == 1}
        for word in {w.lower() for m in known.mentions for w in words_of(text, m.span)}:
            plain_word = _plain(word, lexicon) and not (word in alone or word in lexicon.given)
            if len(word) > 2 and not plain_word and sound(word) not in weak:  # noqa: PLR2004
                parts.setdefault(word, []).append(known)
    return parts


def _plain(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.common or word.lower() in lexicon.words("not_names")


_GOES_ON = re.compile(r"[’']s\b|\s+(?:is|was|has|had|said|told|says|did|does|will|would|could|went|came|lived|died)\b")


def _as_name(text: str, span: Span) -> bool:
    """Tell whether an ordinary word stands as a name: a capital inside a sentence, or a person's verb after it."""
    if not text[span.start].isupper() or re.match(r"\s+\d", text[span.end : span.end + 3]):
        return False
    inside = re.search(r"(?:^|\s)[a-z][\w’'-]*,?\s$", text[max(0, span.start - 20) : span.start])
    return bool(inside or _GOES_ON.match(text[span.end : span.end + 12]))


_BROKEN = re.compile(
    r"(?<![^\W\d_])[^\W\d_]+(?:-\r?\n|\u00ad|[\u200b-\u200d\u2060])(?:[^\W\d_]|\u00ad|[\u200b-\u200d\u2060])+"
)


def _spread_broken(text: str, parts: dict[str, list[Cluster]], have: list[Span]) -> None:
    """A name part broken at the end of a line, or by signs that print nothing, is the name all the same."""
    known = Cover(have)
    for match in _BROKEN.finditer(text):
        owners = parts.get(plain(match.group()).lower(), [])
        span = Span(*match.span())
        if owners and not known.covers(span):
            owners[0].mentions.append(Candidate(span, "", 1.0))


_DAY = re.compile(r"\.?\s\d")


def _is_month(word: str, lexicon: Lexicon) -> bool:
    """`Jan 27` is a day, although Jan is a name too."""
    return any(month.startswith(word.lower()) for month in lexicon.words("months"))


def _spread_whole(text: str, clusters: list[Cluster]) -> None:
    """A name that was cut at one place (`Baby Noor` opening a sentence) is whole at another."""
    starts: dict[str, list[int]] = {}
    for word in re.finditer(r"\w+", text):
        starts.setdefault(word.group().lower(), []).append(word.start())
    for known in clusters:
        forms = {text[m.span.start : m.span.end] for m in known.mentions if " " in text[m.span.start : m.span.end]}
        have = {m.span for m in known.mentions}
        for form in forms:
            for span in _whole(text, form, starts, known.item):
                if span in have:
                    continue  # nearly every place: told without asking each mention
                inside = [m for m in known.mentions if m.span.overlaps(span)]
                others = any(m.span.overlaps(span) for c in clusters if c is not known for m in c.mentions)
                if others or any(m.span.covers(span) for m in inside):
                    continue
                known.mentions = [m for m in known.mentions if m not in inside]
                known.mentions.append(Candidate(span, inside[0].title if inside else "", 1.0))
                have = {m.span for m in known.mentions}


def _whole(text: str, form: str, starts: dict[str, list[int]], item: Span) -> Iterator[Span]:
    """Return where a name stands, whatever its case, in one item; only its first word is looked for."""
    pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
    first, end = re.search(r"\w+", form), item.start
    for place in starts.get(first.group().lower(), ()) if first else ():
        start = place - first.start() if first else place
        match = pattern.match(text, start, min(item.end, len(text))) if start >= end else None
        if match:
            end = match.end()
            yield Span(start, end)


def _joined(text: str, mentions: list[Candidate]) -> list[Candidate]:
    """Neighbouring parts of one name are one mention, so that no blank between them shows how many there are."""
    out: list[Candidate] = []
    for mention in mentions:
        if out and re.fullmatch(r"[ \t\xa0\-]{0,2}|\.|\r?\n", text[out[-1].span.end : mention.span.start]):
            last = out[-1]
            out[-1] = Candidate(Span(last.span.start, mention.span.end), last.title or mention.title, last.score)
        else:
            out.append(mention)
    return out
