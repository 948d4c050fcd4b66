"""Names of persons and of bodies in a text written with capitals.

A run of capitalised words becomes a name by evidence: name lists, a title before it, an age or a verb of saying
after it; words that a dictionary writes small count against it. The lists are a light expert: what they do not know
is left to the tagger (`people.neural`), and every accepted name is then found again wherever it stands.
"""

import re
from collections.abc import Iterator

from amanat.core import Cover, Span
from amanat.languages.lexicon import Lexicon
from amanat.people.candidate import AGE_AFTER, REACH, Candidate, Names, Token, known, lower, nobody, title_before
from amanat.people.initials import find_initials
from amanat.people.shouted import shouted_names, shouting_lines

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"  # with marks and signs that print nothing
_WORD = rf"(?:[A-ZÀ-ÖØ-Þ](?:\.(?=\s?[A-Z]|\s[a-z]|,))|(?:(?:al|el|ul|ur|ud|uz|us|as|az|ar)-)?[A-ZÀ-ÖØ-Þ]{_LETTER}*(?:-(?:\r?\n)?{_LETTER}+|[’'](?![sS]\b){_LETTER}+)*)"
_LINK = r"(?:bin|bint|ibn|binte|ul|ur|un|ud|us|uz|al|e|de|dela|van|der|von|da|dos)"
_RUN = re.compile(rf"\b{_WORD}(?:[ \t\xa0]{{1,2}}(?:{_LINK}[ \t])?{_WORD})*")
_RUN_WRAPPED = re.compile(rf"\b{_WORD}(?:\s{{1,4}}(?:{_LINK}\s)?{_WORD})*")
_WRAPPED = re.compile(r"[a-z,]\s*\n\s*[a-z]")
_OWNER = re.compile(r"[’']s?$")  # `Agency’s`
_BODY = re.compile(
    rf"\b{_WORD}(?:[’']s?)?(?:[ \t\xa0](?:(?:of|for|and|&|the|on|against|in|to)[ \t]){{0,2}}{_WORD}(?:[’']s?(?=[ \t][A-Z]))?)*"
)
_TOKEN = re.compile(r"(?:[^\s.]|(?<=-)\r?\n)+\.?")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:]['\"”’)]*\s+|[\n\r]\s*|[“\"‘]\s*|^[-–•*]\s*|[A-Z]{3,}[^.\n]{0,30}\s[-–—:]\s*)$"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:villages?|goth|chak|killi|basti|mohalla|muhalla|tehsil|taluka|district|city of|town of|area of|areas of|union council|deh|mauza|limits of|tourist resort)\s+$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    r"\s+(?:village|goth|colony|town|road|street|bazaar|bazar|chowk|mohalla|police station|police limits|station|area|locality|district|tehsil|taluka|camp|hospital|school|college|mosque|shrine|railway)\b",
    re.IGNORECASE,
)
_MIN_SCORE = 1.0


def find_names(text: str, lexicon: Lexicon, places: frozenset[tuple[int, int]]) -> Names:
    """Find names of persons and bodies.

    Args:
        text: any text in a script with capitals.
        lexicon: word lists of its language.
        places: stretches known to be places, as (start, end).
    """
    shouting = shouting_lines(text)
    known_places = Cover(Span(*place) for place in places)
    loud = Cover(Span(*line) for line in shouting)
    people: list[Candidate] = []
    doubtful: list[Candidate] = []
    run = _RUN_WRAPPED if len(_WRAPPED.findall(text)) > 2 else _RUN  # noqa: PLR2004 - lines broken inside sentences
    for match in run.finditer(text):
        if loud.touches(Span(match.start(), match.start() + 1)) or text[match.start() - 1 : match.start()] in {
            "#",
            "@",
        }:
            continue
        for candidate in _candidates(text, match, lexicon, known_places):
            (people if candidate.score >= _MIN_SCORE else doubtful).append(candidate)
    people += [c for low, high in shouting for c in shouted_names(text, low, high, lexicon, known_places)]
    people, doubtful = _joined(text, people, doubtful)
    ciphers = list({c.span: c for c in find_initials(text, lexicon)}.values())
    people = [*(c for c in people if not any(c.span.overlaps(x.span) for x in ciphers)), *ciphers]
    taken = [c.span for c in people]
    bodies = tuple(b for b in _bodies(text, lexicon) if not any(b.overlaps(t) and t.covers(b) for t in taken))
    people = [c for c in people if not any(b.covers(c.span) for b in bodies) or c.title]
    return Names(tuple(people), bodies, tuple(doubtful))


def _joined(text: str, people: list[Candidate], doubtful: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """`Hadi, Tarquin and Basil`: what is joined to a name by a comma or `and` is most likely one too."""
    sure, open_ = list(people), list(doubtful)
    starts, ends = {c.span.start for c in people}, {c.span.end for c in people}
    for candidate in doubtful:
        near = (
            text[candidate.span.end : candidate.span.end + 8],
            text[max(0, candidate.span.start - 8) : candidate.span.start],
        )
        after, before = re.match(r",? (?:and |& )?(?=[A-Z])|, ", near[0]), re.search(r"(?:,| and| &)\s$", near[1])
        touching = (after and candidate.span.end + after.end() in starts) or (
            before and any(candidate.span.start - gap in ends for gap in range(len(" , and ") + 1))
        )
        if candidate.score >= 0.5 and touching:  # noqa: PLR2004 - no word against it
            sure.append(Candidate(candidate.span, "", 1.0))
            open_.remove(candidate)
    return sorted(sure, key=lambda c: c.span), open_


def _candidates(text: str, match: re.Match[str], lexicon: Lexicon, places: Cover) -> Iterator[Candidate]:
    tokens = [(m.group(), match.start() + m.start(), match.start() + m.end()) for m in _TOKEN.finditer(match.group())]
    title, tokens = _split_title(tokens, lexicon)
    tokens = _trim(text, tokens, lexicon, titled=bool(title))
    if not tokens or len(tokens) > 7 or all(len(lower(t)) == 1 for t, _, _ in tokens):  # noqa: PLR2004
        return  # longer runs are headings; letters alone are left to `initials`
    start, end = tokens[0][1], tokens[-1][2]
    placed = places.covers(Span(start, end))
    office = title and len(tokens) > 1 and places.covers(Span(*tokens[-1][1:])) and _heads(tokens[:-1], lexicon)
    if (placed and not title) or office:  # `IG | Police Islamabad` is the office, not its holder
        return
    if not title and any(lower(t) in words for t, _, _ in tokens for words in lexicon.roles("organisations").values()):
        return
    before = text[max(0, start - REACH) : start]
    if nobody(text, Span(start, end)) or (not title and lower(tokens[0][0]) in lexicon.words("localities")):
        return
    if not title and (_PLACE_BEFORE.search(before) or _PLACE_AFTER.match(text[end : end + REACH])):
        return
    title = title or title_before(before, lexicon)
    if title and all(lower(t) in lexicon.common and not known(t, lexicon) for t, _, _ in tokens):
        return  # `Child Abuse`, `Police Station`: a title word that heads a phrase, not a person
    score = _score(tokens, lexicon, places) + _context(text, start, end, title, lexicon)
    yield Candidate(Span(start, end), title, score)


def _heads(tokens: list[Token], lexicon: Lexicon) -> bool:
    heads = lexicon.roles("organisations").values()
    return all(any(lower(t) in words for words in heads) for t, _, _ in tokens)


def _split_title(tokens: list[Token], lexicon: Lexicon) -> tuple[str, list[Token]]:
    """Cut the run after its last title word: `Punjab Police Inspector | Ali Raza`."""
    titles = lexicon.all_titles
    formal = {"mr", "mrs", "ms", "miss", "mst", "dr", "sir", "dame", "justice"}
    for at in range(len(tokens) - 1, -1, -1):
        for width in (3, 2, 1):
            phrase = " ".join(lower(t) for t, _, _ in tokens[max(0, at - width + 1) : at + 1])
            phrase = re.sub(r"-[ivx]+$", "", phrase)  # `Magistrate-XXIII`
            if phrase in titles or phrase in formal:
                if at == len(tokens) - 1 and at > 0 and known(tokens[at][0], lexicon):
                    break  # `Ali Judge` does not occur, `Hina Sardar` does
                return phrase, tokens[at + 1 :]
    return "", tokens


def _named_here(text: str, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether `Asia` or `Islam` opens a name: a part of a name or an age follows."""
    word = lower(tokens[0][0])
    if word not in lexicon.given or word not in lexicon.words("not_names"):
        return False
    if len(tokens) > 1:
        after = lower(tokens[1][0])
        return known(after, lexicon) and after not in lexicon.common and after not in lexicon.words("not_names")
    return bool(AGE_AFTER.match(text[tokens[0][2] : tokens[0][2] + REACH]))


def _trim(text: str, tokens: list[Token], lexicon: Lexicon, *, titled: bool) -> list[Token]:
    """Drop words from both ends that are capitalised for other reasons."""
    while tokens and not titled:
        word = lower(tokens[0][0])
        if word == "allah" and len(tokens) > 1 and lower(tokens[1][0]) != "almighty":
            break  # `Allah Ditta`, `Allah Bakhsh`
        if _named_here(text, tokens, lexicon):
            break
        if word.endswith(("-year-old", "-old", "-born", "-based")):
            tokens = tokens[1:]
            continue
        opens = bool(_SENTENCE_START.search(text[max(0, tokens[0][1] - REACH) : tokens[0][1]]))
        plain = word in lexicon.common and (
            word not in lexicon.given or (opens and len(tokens) > 1 and word not in lexicon.family)
        )
        if (
            (plain and (opens or word in lexicon.all_nouns or lower(tokens[-1][0]) in lexicon.common))
            or word in lexicon.words("not_names")
            or word in lexicon.words("weekdays")
            or word in lexicon.words("months")
        ):
            tokens = tokens[1:]
            continue
        break
    while tokens and (
        lower(tokens[-1][0]) in lexicon.words("not_names")
        or lower(tokens[-1][0]) in lexicon.words("weekdays")
        or (
            len(tokens) > 1
            and lower(tokens[-1][0]) in lexicon.common
            and not known(tokens[-1][0], lexicon)
            and not known(tokens[0][0], lexicon)
        )
    ):
        tokens = tokens[:-1]
    return tokens


def _score(tokens: list[Token], lexicon: Lexicon, places: Cover) -> float:
    weights = [_weight(t, s, lexicon, places) for t, s, _ in tokens]
    if weights[0] >= 1.5:  # noqa: PLR2004 - after a sure given name even an ordinary word is a surname: `Amina Brown`
        weights[1:] = [max(w, 0.0) for w in weights[1:]]
    return sum(weights) / len(weights) + (0.35 if len(tokens) > 1 else 0.0)


def _weight(  # noqa: C901, PLR0911 - a table
    token: str, start: int, lexicon: Lexicon, places: Cover
) -> float:
    word = lower(token)
    if len(word) == 1:
        return 0.8
    if token in lexicon.acronyms:
        return -1.5
    if (
        token.isupper()
        and len(word) > 1
        and (word in lexicon.given or word in lexicon.family)
        and word not in lexicon.common
    ):
        return 1.5
    if token.isupper() and len(word) > 1:
        return -1.5 if token in lexicon.acronyms or len(word) <= 5 else 0.2  # noqa: PLR2004 - initials of a body
    if word == "allah":
        return 1.5  # only the head of a name comes so far
    if word in lexicon.words("not_names"):
        return 0.3 if word in lexicon.given else -2.0
    if word in lexicon.common:
        return 0.3 if word in lexicon.given or word in lexicon.family else -1.5
    if word in lexicon.given:
        return 0.6 if places.begins(start) else 2.0
    if any(len(part) > 2 and part in lexicon.given for part in word.split("-")[1:]):  # noqa: PLR2004 - `Ghulam-e-…`
        return 1.5
    if word in lexicon.family:
        return 0.3 if places.begins(start) else 1.5
    return -1.0 if places.touches(Span(start, start + 1)) else 0.6


def _told_of(after: str, lexicon: Lexicon) -> float:
    """Weigh what follows a name: an age, a deed done to the person, what the person is, kin."""
    score = 0.0
    if AGE_AFTER.match(after):
        score += 1.2
    suffered = re.match(r"\s+(?:was|were|had been|has been)\s+(?:\w+ly\s+)?([\w-]+)", after)
    if suffered and suffered.group(1).lower() in lexicon.words("done_to"):
        score += 0.6
    apposed = re.match(r"\s*,\s+(?:an?|the)\s+([a-z-]+)(?:\s+([a-z-]+))?", after)
    if apposed and any(lexicon.role_of("nouns", word) for word in apposed.groups() if word):
        score += 0.8
    if re.match(r"[’']s\s+(?:" + "|".join(sorted(lexicon.kin)) + r")\b", after):
        score += 1.2
    return score


def _context(text: str, start: int, end: int, title: str, lexicon: Lexicon) -> float:
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    score = (2.5 if title else 0.0) + _told_of(after, lexicon)
    words_before = re.findall(r"[\w’'-]+", before.lower())[-3:]
    word_after = next(iter(re.findall(r"[\w-]+", after.lower())), "")
    last = words_before[-1] if words_before else ""
    nouns = lexicon.all_nouns
    if re.search(
        r"(?:named|identified as|called|known as|namely|name (?:is|was)|alias|a\.?k\.?a\.?)\s*[“\"‘']?$",
        before,
        re.IGNORECASE,
    ):
        score += 1.5
    if (last in nouns or last in lexicon.kin) and re.search(r"\w,?\s*$", before):
        score += 1.0
    if last in lexicon.words("speech") or (word_after in lexicon.words("speech") and after[:1] in " ,"):
        score += 0.8
    if re.search(
        r"\b(?:son|daughter|wife|widow|brother|sister|father|mother|s/o|d/o|w/o)\s+(?:of\s+)?$", before, re.IGNORECASE
    ):
        score += 1.5
    if re.search(
        r"\b(?:one|two|three|some|both|another) of (?:them|the \w+),\s*$|\bthe (?:youngest|eldest|oldest),\s*$",
        before,
        re.IGNORECASE,
    ):
        score += 1.0
    if (
        re.search(r",\s*$", before)
        and re.match(r",\s", after)
        and any(w in nouns for w in re.findall(r"[\w-]+", before.lower())[-7:])
    ):
        score += 0.5
    return score


def _bodies(text: str, lexicon: Lexicon) -> Iterator[Span]:
    heads = {w for words in lexicon.roles("organisations").values() for w in words}
    for match in _BODY.finditer(text):
        words = re.findall(r"[^\s]+", match.group())
        small = [_OWNER.sub("", lower(w)) for w in words]
        if len(words) == 1:
            if words[0] in lexicon.acronyms:
                yield Span(*match.span())
            continue
        skip = 1 if small[0] in {"the", "a", "on", "in", "at", "according", "under"} else 0
        if any(w in heads for w in small[skip:]) and len(words) - skip > 1:
            start = match.start() + (len(words[0]) + 1 if skip else 0)
            left, of, right = match.group().rpartition(" of ")
            if (
                of
                and not any(lower(w) in heads for w in left.split())
                and any(lower(w) in heads for w in right.split())
            ):
                start = match.end() - len(right.removeprefix("the "))  # `Wanda Tarkhan of … Association`
            yield Span(start, match.end())
            continue
        for piece in re.finditer(r"\b[A-Z][A-Za-z-]*\b", match.group()):
            if piece.group() in lexicon.acronyms:
                yield Span(match.start() + piece.start(), match.start() + piece.end())
