"""From what the nets see to the traces of a document: one score for each thing, and the same words everywhere alike."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import regex

from amanat.core import Document, Identifier, Span, Trace, TraceKind
from amanat.people.neural.tagger import Tagger, Word, tagger

_FLOOR = 0.1  # traces less sure than this are not worth a caller's time
_ENTITY = 0.3  # from here on a word counts as part of a thing, and its words are judged together
_SURE = 0.58  # from here on the same words are marked wherever they stand …
_SURE_NAME = 0.5  # … and names already from here on: a name left standing once undoes the rest
_JOINT = regex.compile(r"[ .'’\-‑,/@]{0,2}")
_TITLE = regex.compile(
    r"(?i)mr|mrs|ms|miss|dr|prof|sir|lady|mst|haji|syed|bibi|begum|sahib|khan|ul|ur|ud|bin|bint|de|van|von"
)
_SHORTEST = 3  # code points of a string that is looked for elsewhere in the story

# Share of each type's mentions that the 92 training cases of the Text Anonymization Benchmark mask. The net's own
# decision is unsteady where few cases taught it, so it is drawn towards the share, and put on a scale where one half is
# the point at which four masked words in five were masked by the annotator too (on the 21 development cases).
_SHARE = {
    "PERSON": 0.95, "CODE": 0.97, "DATETIME": 0.92, "LOC": 0.71,
    "QUANTITY": 0.86, "DEM": 0.56, "ORG": 0.30, "MISC": 0.58,
}  # fmt: skip
_DRAWN = 0.3
_SECOND = 0.25  # weight of the CRF, chosen on training cases that neither reader had been taught
_EVENED = 0.75  # brings the mean of both back to the scale on which one half is four in five
_SCALE = 0.82

_SCHOOL = regex.compile(
    r"(?i)school|college|universit|madrass?ah?|academy|jamia|seminary|institute|سکول|اسکول|مدرسہ|کالج|یونیورسٹی"
)
_ADDRESS = regex.compile(
    r"(?i)\b(?:house|street|st|flat|road|mohalla|gali|block|plot|h)\b.*\d|\d.*\b(?:street|road|colony|block|sector)\b|\d+-[a-z]\b"
)
_DISTRICT = regex.compile(r"(?i)\b(?:district|division|tehsil|taluka|province|state)\b|ضلع|تحصیل|صوبہ")
_PHONE = regex.compile(r"\+?\d[\d\s()-]{8,16}")
_CASE = regex.compile(r"(?i)[/]|\b(?:no|case|fir|petition|appeal)\b|\bof (?:19|20)\d\d")
_AGE = regex.compile(r"(?i)\d+|year|aged|month|teen|saal|سال|سالہ|عمر")
_FAITH = regex.compile(
    r"(?i)(?:christian|hindu|muslim|ahmadi|shia|sunni|sikh|ismaili|jew(?:ish)?|buddhist|catholic|orthodox|parsi|مسیحی|ہندو|سکھ|احمدی)s?"
)
_NATION = regex.compile(
    r"(?i)(?:\w+(?:stani|deshi|ish|ese|ian)|iraqi|afghan|nepali|greek|thai|uzbek|tajik|national|citizen)s?"
    r"(?: nationals?| citizens?)?"
)
_PEOPLE = regex.compile(
    r"(?i)(?:baloch|pashtun|pakhtun|saraiki|hazara|kurd|roma|dalit|kohl?i|bheel|meghwar|rohingya|brahui|punjabi|sindhi|bengali)(?:s|ish)?"
)


def find(document: Document, reader: Tagger | None = None) -> tuple[Trace, ...]:
    """Everything in a document that the nets hold for something that could identify a person.

    Names and numbers are direct identifiers. A score tells how likely a court would mask the words (Latin script) or
    that they are what they seem (Urdu script, and names anywhere, whichever is higher). Where a string is surely marked
    once, every other place where it stands alone is marked too, and so is each part of a person's name.

    Args:
        document: the story.
        reader: the tagger to ask; the process's own when None.

    Returns:
        Traces in order, down to a score of 0.1: the caller sets the threshold. Two may overlap.

    Raises:
        ModelError: M001, M002 when the package's nets are missing or damaged.
    """
    return traces(document.text, read(document, reader))


def read(document: Document, reader: Tagger | None = None) -> list[list[Word]]:
    """Ask the nets once: the things of a document, for `traces` to score."""
    (words,) = (reader or tagger()).words([document.text])
    return things(document.text, words)


def traces(text: str, found: Iterable[list[Word]], court: Mapping[int, float] | None = None) -> tuple[Trace, ...]:
    """Score things, and mark what was surely marked wherever it stands; see `find`.

    Args:
        text: the story's text.
        found: what `read` gave.
        court: what the CRF says of each word (`neural.crf.masked`), if it is to be heard too.
    """
    own = [trace for thing in found if (trace := _trace(text, thing, court)) is not None]
    best: dict[tuple[Span, TraceKind], Trace] = {}
    for trace in (*own, *_echoes(text, own)):
        key = (trace.span, trace.kind)
        if key not in best or best[key].score < trace.score:
            best[key] = trace
    return tuple(sorted(best.values()))


def things(text: str, words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped into things: side by side, of one type, none of them beginning a new one."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        goes_on = (
            last is not None
            and last.probability >= _ENTITY
            and word.probability >= _ENTITY
            and not word.begins
            and word.label == last.label
            and _JOINT.fullmatch(text, last.end, word.start) is not None
        )
        if goes_on:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def score_of(thing: list[Word]) -> float:
    """How sure it is that these words identify: see `find`."""
    seen = sum(word.chance for word in thing) / len(thing)
    label = thing[0].label
    if thing[0].mask is None:
        return seen if label in ("PERSON", "CODE", "LOC", "ORG", "DATETIME") else 0.8 * seen
    masked = sum(word.mask or 0.0 for word in thing) / len(thing)
    drawn = math.pow((1 - _DRAWN) * masked + _DRAWN * _SHARE[label] * seen, _SCALE)
    return max(drawn, seen) if label == "PERSON" else drawn


def heard(thing: list[Word], court: Mapping[int, float]) -> float:
    """The net's score and the CRF's, averaged; the CRF has nothing to say of names, numbers and other scripts."""
    score = score_of(thing)
    if thing[0].mask is None or thing[0].label == "PERSON":
        return score
    second = sum(court.get(word.start, 0.0) for word in thing) / len(thing)
    return math.pow((1 - _SECOND) * score + _SECOND * second, _EVENED)


def _trace(text: str, thing: list[Word], court: Mapping[int, float] | None) -> Trace | None:
    score = score_of(thing) if court is None else heard(thing, court)
    if score < _FLOOR:
        return None
    span = Span(thing[0].start, thing[-1].end)
    label = thing[0].label
    direct = label in ("PERSON", "CODE")
    return Trace(
        span,
        kind_of(label, text[span.start : span.end]),
        Identifier.DIRECT if direct else Identifier.QUASI,
        min(1.0, score),
    )


def kind_of(label: str, words: str) -> TraceKind:  # noqa: PLR0911  # one line for each type
    """The contract's kind for a type of the net, read off the words themselves."""
    match label:
        case "PERSON":
            return TraceKind.NAME
        case "DATETIME":
            return TraceKind.DATE
        case "LOC":
            return (
                TraceKind.ADDRESS
                if _ADDRESS.search(words)
                else TraceKind.DISTRICT
                if _DISTRICT.search(words)
                else TraceKind.VILLAGE
            )
        case "ORG":
            return TraceKind.SCHOOL if _SCHOOL.search(words) else TraceKind.EMPLOYER
        case "CODE":
            return (
                TraceKind.PHONE
                if _PHONE.fullmatch(words)
                else TraceKind.CASE_NUMBER
                if _CASE.search(words)
                else TraceKind.ID_NUMBER
            )
        case "DEM":
            return _trait(words)
        case _:
            return TraceKind.OTHER


def _trait(words: str) -> TraceKind:
    if _FAITH.fullmatch(words):
        return TraceKind.RELIGION
    if _PEOPLE.fullmatch(words):
        return TraceKind.ETHNICITY
    if _NATION.fullmatch(words):
        return TraceKind.NATIONALITY
    return TraceKind.AGE if _AGE.search(words) else TraceKind.OCCUPATION


def _echoes(text: str, traces: list[Trace]) -> Iterator[Trace]:
    wanted: dict[str, Trace] = {}
    for trace in traces:
        if trace.score < (_SURE_NAME if trace.kind is TraceKind.NAME else _SURE):
            continue
        words = text[trace.span.start : trace.span.end]
        strings = [words]
        if trace.kind is TraceKind.NAME:
            strings += [part for part in regex.split(r"[\s.]+", words) if not _TITLE.fullmatch(part)]
        for string in strings:
            spoken = len(string) >= _SHORTEST and (not string[0].islower() or any(sign.isdigit() for sign in string))
            if spoken and (string not in wanted or wanted[string].score < trace.score):
                wanted[string] = trace
    if not wanted:
        return
    longest_first = sorted(wanted, key=len, reverse=True)
    places = regex.compile(r"(?<!\w)(?:" + "|".join(map(regex.escape, longest_first)) + r")(?!\w)")
    for hit in places.finditer(text):
        trace = wanted[hit.group()]
        yield replace(trace, span=Span(*hit.span()))
