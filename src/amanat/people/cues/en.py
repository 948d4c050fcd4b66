"""Cue tables of English news."""

import re
from collections.abc import Iterable
from functools import lru_cache

from amanat.languages.lexicon import Lexicon
from amanat.people.cues import Cue, Cues, Resolve

_WAS = r"(?:was|were|is|are|has been|had been|have been|being|been|got|gets|be)(?:\s+[a-z]+ly)?"
_YOUNG = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_NAMED = r"(?:named|identified as|identified by police as|called|known as|namely|including|include|identity as)"
_DOING = r"raping|abducting|molesting|assaulting|abusing|torturing|sodomi[sz]ing|enslaving|strangling|grooming"
_KIN_ADJECTIVE = r"(?:elder|younger|older|minor|late|real|own|first|maternal|paternal|step|\d\w*[- ]year[- ]old|alleged|purported|so-called)"


def build(words: Lexicon) -> Cues:
    """Build the tables from the word lists of English."""
    kin = any_of(words.kin)
    return Cues(
        left=_left(words, kin),
        right=_right(words, kin),
        age_before=_ci(
            r"\b([a-z]+|\d{1,2})[- ]year[- ]old,?\s+(?:(?!man\b|suspect|accused|officer|police)[a-z-]+\s+){0,3}$"
        ),
        age_after=_ci(
            r"^\s*,?\s*\(?(?:aged\s+|then\s+|both\s+)?(\d{1,2})\)?(?=\s*[,.;)](?!\d)|\s+years?\b|-year)|^\s*,?\s*(?:an?\s+)?(\d{1,2})[- ]years?[- ]old"
            rf"|^\s*,\s*({_YOUNG})(?=,)"
            r"|^\s*,?\s*who\s+(?:is|was|turned|turns)\s+(?:just\s+|only\s+|now\s+)?(\d{1,2})(?=[,.]|\s+(?:and|when|at|but)\b)"
        ),
        kin=(
            _ci(rf"\b([\w’']+)\s+(?:{_KIN_ADJECTIVE}\s+)*({kin})(?:,|\s+named)?\s*$"),
            _ci(rf"^\s*,\s*(?:who is\s+|the\s+)?([\w’']+[’']s|her|his|their)\s+({kin})\b"),
        ),
    )


def _left(words: Lexicon, kin: str) -> tuple[tuple[Cue, ...], ...]:
    noun = any_of(n for group in words.roles("nouns").values() for n in group)
    process, convicted = any_of(words.words("process")), any_of(words.words("convicted"))
    done, deeds = any_of(words.words("done_to")), any_of(words.words("deed_nouns"))
    gap = r"(?:\s+(?!(?:by|of|for|in|from)\b)[\w’'-]+){0,6},?\s*$"
    counsel = r"\b(?:counsels?|lawyers?|attorneys?|solicitors?|barristers?|advocates?)\b"
    return (
        (
            Cue(
                _ci(
                    rf"{counsel}(?:\s+(?:appearing|acting|appointed|speaking))?,?\s+(?:for|of|representing)\b[^,;]{{3,40}},\s*$"
                ),
                "lawyer",
                4.5,
            ),
            Cue(
                _ci(
                    r"\b(?:accused|suspected|convicted|guilty|acquitted)\s+(?:[\w’'-]+\s+){0,4}?of\s+\w+ing\b[^,.;]{0,40}$"
                ),
                "victim",
                1.4,
            ),
            Cue(_ci(rf"{_NAMED}\s*[“\"‘']?$"), _nearest_noun(noun), 2.5),
            Cue(_ci(rf"\b([\w’']+)\s+(?:{_KIN_ADJECTIVE}\s+)*(?:{kin})(?:,|\s+named)?\s*$"), _kin_of_victim, 2.6),
            Cue(_ci(rf"\b(?:{kin})\s+of\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}(\w+),?\s*$"), _kin_of_victim, 2.6),
            Cue(_ci(rf"\b({noun})(?:,|\s*\(|:)?\s*$"), _noun, 2.2),
            Cue(
                _ci(
                    rf"\b(?:the|an?|[\w’]+[’']s)\s+(?:[\w-]+\s+){{0,3}}({noun})\s+(?:for|of|at|in|from|with)\s+[^,.;]{{3,50}},\s*$"
                ),
                _public_noun,
                2.6,
            ),
        ),
        (
            Cue(_ci(rf"\b(?:{convicted}){gap}"), "convicted", 1.6),
            Cue(_ci(rf"\b(?:{process}){gap}"), "accused", 1.6),
            Cue(
                _ci(
                    r"\b(?:marry|married(?:\s+off)?(?:\s+to)?|marriage\s+(?:with|to)|wed(?:ded)?(?:\s+to)?|nikah\s+with|eloped\s+with|"
                    r"(?:sold|handed\s+over|given|returned)\s+(?:\w+\s+)?to|living\s+with|husband|spouse)\s+"
                    r"(?:a\s+(?:[\w-]+\s+){0,3}man,?\s+(?:named|called|identified\s+as)?\s*|one\s+)?$"
                ),
                "accused",
                1.6,
            ),
            Cue(_ci(rf"\b(?:{done})\s+(?:(?!by\b)[\w’'-]+\s+){{0,3}}$"), "victim", 1.6),
            Cue(_ci(rf"\b(?:{_DOING})\s+(?:the\s+)?$"), "victim", 1.6),
        ),
        (
            Cue(_ci(rf"\b(?:{done})\s+(?:[\w’'-]+\s+){{0,3}}by\s+(?:(?!the\b)[\w’'-]+\s+){{0,3}}$"), "accused", 2.0),
            Cue(
                _ci(
                    r"\b(?:victims|hands|behest|captivity|clutches|custody|house|gang|network|brothel)\s+of\s+(?:[\w’'-]+\s+){0,2}$"
                ),
                "accused",
                1.6,
            ),
            Cue(
                _ci(r"\b(?:accused|blamed|alleged that|testified against|suspect that|complained that)\s+$"),
                "accused",
                1.2,
            ),
        ),
        (Cue(_ci(rf"\b(?:{deeds})\s+of\s+(?:(?!by\b)[\w’'-]+\s+){{0,4}},?\s*$"), "victim", 1.6),),
        (
            Cue(
                _ci(
                    r"\b(?:case|cases|fir|complaint|allegations?|charges?|action|registered|proceedings|warrants?|evidence|verdict)\b"
                    r"[^.]{0,60}\bagainst\s+(?:[\w’'-]+\s+){0,4}$"
                ),
                "accused",
                1.8,
            ),
        ),
        (
            Cue(_ci(r"\b(?:state|crown|republic|regina|rex)\s+v(?:s|ersus)?\.?\s+$"), "accused", 2.0),
            Cue(re.compile(r"^\W*B[yY]\s+$"), "journalist", 1.6),  # a byline
        ),
        (
            Cue(
                _ci(
                    r"\b(?:one|two|three|some|another|both|the (?:youngest|eldest|oldest|other|first|second|third))"
                    r"(?:\s+of\s+(?:them|the\s+[\w-]+(?:\s+[\w-]+)?))?,\s*$"
                ),
                "victim",
                1.3,
            ),
            Cue(
                _ci(
                    r"\b(?:complaint|application|report|statement|testimony|request|petition|case)\s+"
                    r"(?:of|by|from|lodged by|filed by|submitted by|registered by)\s+(?:one\s+)?$"
                    r"|\b(?:lodged|filed|moved|submitted)\s+by\s+(?:one\s+)?$|(?<!for\sthe\s)\bcomplainant,?\s+$"
                ),
                "victim",
                1.3,
            ),
            Cue(_ci(rf"\bwhose\s+(?:[\w-]+\s+){{0,2}}(?:{kin}|{noun})s?,?\s*$"), "victim", 1.3),
        ),
        (
            Cue(
                _ci(
                    r"\b(?:courts?|judges?|bench|tribunal|jury|justice\s+\S+)\s+(?:then\s+|also\s+)?(?:gave|handed|awarded|jailed)\s+$"
                ),
                "convicted",
                2.0,
            ),
            Cue(
                _ci(
                    r"\b(?:promised|offered|hired|recruited|employed|sent|brought|paid|lent|gave|told|met|befriended|approached|found|"
                    r"freed|helped|treated|visited|interviewed|released|reunited)\s+$"
                ),
                "victim",
                0.7,
            ),
        ),
        (Cue(_ci(rf"\b(?:{any_of(words.words('speech'))})\s+$"), "other_public", 0.6),),
    )


def _right(words: Lexicon, kin: str) -> tuple[tuple[Cue, ...], ...]:
    done, deeds = any_of(words.words("done_to")), any_of(words.words("deed_nouns"))
    acts = any_of(a for group in words.roles("acts").values() for a in group)
    who = r"^\s*,?\s*(?:(?:who|and)\s+)?"
    return (
        (
            Cue(
                _ci(
                    rf"{who}(?:{_WAS}\s+)(?:\w+\s+)?(?:found\s+(?:to\s+be\s+)?guilty|{any_of(words.words('convicted'))})\b"
                ),
                "convicted",
                2.4,
            ),
            Cue(
                _ci(
                    rf"{who}(?:{_WAS}(?:\s+(?:allegedly|reportedly|also|then|later|first))?\s+)(?:{done})\b"
                    rf"|^,?\s*(?:{done})\s+(?:by|from)\b|^\s+(?:had\s+|has\s+)?(?:went|gone|go)\s+missing"
                ),
                "victim",
                2.0,
            ),
            Cue(_ci(rf"{who}(?:{_WAS}\s+)(?:\w+\s+)?(?:{any_of(words.words('process'))})\b"), "accused", 2.0),
            Cue(
                _ci(
                    rf"^\s*,?\s*(?:(?:who|and|had|has|have|then|later|also|allegedly|reportedly)\s+){{0,3}}(?:{any_of(words.words('doing'))})\b(?!\s+by\b)"
                ),
                "accused",
                1.6,
            ),
            Cue(
                _ci(
                    rf"^\s*,?\s*(?:(?:has|had|have|also|further|later|who|himself|herself)\s+){{0,2}}(?:{any_of(words.words('speech'))})\b"
                ),
                "other_public",
                0.7,
            ),
        ),
        (
            Cue(
                _ci(
                    rf"^\s*,?\s*(?:who\s+)?(?:{any_of(words.words('speech'))})\s+(?:(?!his\b|her\b|their\b)[\w’'-]+\s+){{0,3}}"
                    rf"(?:his|her|their)\s+(?:{_KIN_ADJECTIVE}\s+)*(?:{kin})\b"
                ),
                "victim_family",
                1.6,
            ),
        ),
        (Cue(_ci(rf"^\s+({acts})\b"), _act, 0.8),),
        (
            Cue(
                _ci(
                    r"^\s*,?\s*(?:who\s+)?(?:faces\b|is\s+facing|stands\s+(?:accused|trial)|stood\s+trial|appeared\s+(?:in|before)|remains?\s+at\s+large|"
                    r"(?:is|was)\s+(?:at\s+large|on\s+the\s+run|wanted|absconding|in\s+hiding)|surrendered|went\s+into\s+hiding|pleads?\b|"
                    r"(?:has|had)?\s*allegedly\s+(?!been)\w+ed\b|(?:took|enticed|lured|brought|kept)\s+(?:her|him|them|the\s+(?:girls?|boys?|child|children|victims?|women))\b)"
                ),
                "accused",
                1.5,
            ),
        ),
        (Cue(_ci(r"^\s+v(?:s|ersus)?\.?\s+(?:the\s+)?(?:state|crown)\b"), "accused", 2.0),),
        (
            Cue(
                _ci(
                    r"^[’']s?\s+(?:\w+\s+)?(?:victims?|gang|accomplices?|arrest|conviction|trial|sentence|counsel|bail|associates?|"
                    r"network|defence|appeal|clients?|brothels?|den|kiln|accounts?|henchmen|custody|house|guilt|crimes?|offences?|abuse|deception)\b"
                    r"|^\s+and\s+(?:his|her|their)\s+(?:accomplices?|gang|associates?|henchmen|co-accused|men)\b"
                ),
                "accused",
                1.3,
            ),
            Cue(_ci(rf"^[’']s?\s+(?:\w+\s+)?(?:{kin})\b"), "victim", 0.9),
            Cue(_ci(rf"^[’']s?\s+(?:\w+\s+)?(?:{deeds})\b"), "victim", 1.5),
        ),
        (
            Cue(
                re.compile(
                    r"^\s*,?\s*(?:(?:an?\s+)?(?:resident|native|inhabitant|villager)\s+of\b"
                    r"|(?:from|of|hails from|belongs to|who lives|lives)\s+(?:in\s+)?(?:the\s+)?(?:village|Chak|Camp|Goth|[A-Z][a-z]+(?=[\s,.])))"
                ),
                "victim",
                0.4,
            ),
        ),
        (
            Cue(
                _ci(
                    r"^(?:[^.;]{0,80}?)\b(?:(?:was|were)\s+)?(?:jailed\s+for|sentenced\s+to|convicted\s+of|found\s+guilty|guilty\s+of|"
                    r"years[’']?\s+(?:in\s+(?:prison|jail)|imprisonment|each)|life\s+(?:in\s+prison|imprisonment|sentence|terms?)|got\s+(?:\w+|\d+)(?:\s+and\s+(?:a\s+half|\w+))?\s+years)"
                ),
                "convicted",
                1.3,
            ),
        ),
        (
            Cue(_ci(rf"^\s*,\s*(?:who is\s+|the\s+)?([\w’']+[’']s)\s+(?:{kin})\b"), _kin_of_victim, 2.6),
            Cue(
                _ci(rf"^\s*,\s*(?:who is\s+|the\s+|an?\s+)?(?:{kin})\s+of\s+(?:the\s+|an?\s+)?(\w+)"),
                _kin_of_victim,
                2.6,
            ),
            Cue(_APPOSITION, _apposed, 2.0),
        ),
        (Cue(_APPOSITION, _body_role, 1.2),),
    )


_APPOSITION = re.compile(
    r"^\s*,\s*([^,.;:\n“”\"]{3,90})|^\s*\(([^)]{2,60})\)|^\s+of\s+(?:the\s+)?([A-Z][^,.;:\n]{2,60})"
    r"|^\s*,?\s+who\s+(?:is|was|heads|leads|runs|works|led)\s+([^,.;:\n]{3,70})"
    r"|^\s+(?:is|was)\s+(?:an?|the)\s+([^,.;:\n]{3,70})"
)
_DID = re.compile(r"[a-z]+(?:\s+[a-z]+ly)?\s+(?:the|an?|her|his|him|them|their)\s")
_POSSESSED = re.compile(r"(?:and\s+)?(?:his|her|their)\s", re.IGNORECASE)
_DESCENT = re.compile(r"\b(?:son|daughter)s?\s+of\b")  # tells whose, not how old
_GOES_ON = frozenset(
    "for after when while where from in on at by with to as but and or because which that before during under over against into "
    "told said saying adding contending has had was were is are will would could then also so if since until near".split()
)
"""Words after a comma that go on with the sentence and tell nothing of the person before it."""
_NOT_A_BODY = {"accused", "victim", "minor_victim", "victim_family"}


_CLAUSE = frozenset(
    "was were is are had has have did does will would could who whose whom which when while where and or but".split()
)


@lru_cache(maxsize=4)
def _verbs_of(*lists: frozenset[str]) -> frozenset[str]:
    return _CLAUSE.union(*lists)


def _verbs(words: Lexicon) -> frozenset[str]:
    """Return words that open a clause of the sentence, never an apposition."""
    return _verbs_of(*(words.words(key) for key in ("speech", "doing", "done_to", "process", "convicted")))


def _someone_says(phrase: str, words: Lexicon) -> bool:
    opening = re.findall(r"[\w’'-]+", phrase.lower())[1:4]
    return any(word in words.words("speech") for word in opening)


def _phrase(match: re.Match[str], words: Lexicon) -> str:
    """Return the apposition in small letters, or nothing when it opens a clause of its own (`, Zunaira went …`)."""
    phrase = next(g for g in match.groups() if g)
    if match.group(1) and (_POSSESSED.match(phrase) or _DID.match(phrase)):
        return ""  # `A, his sons B and C`: the next people of a list; `A, 38, drove the child`: a deed
    first = re.findall(r"[\w’'-]+", phrase)[:1]
    if match.group(1) and first and (first[0].lower() in _verbs(words) or _someone_says(phrase, words)):
        return ""  # `, told Justice … that the girl` and `, police said` go on with the sentence
    titled = {t for group in words.roles("titles").values() for t in group}
    opens = match.group(1) and first and first[0][0].isupper()
    if first and first[0] in _GOES_ON:
        return ""
    owned = first and re.search(r"[’']s?$", first[0])  # `, Kaur’s advocate`
    if opens and not owned and first[0].lower() not in titled and first[0] not in words.acronyms:
        return ""
    return " ".join(phrase.split()[:8])


def _apposed(match: re.Match[str], words: Lexicon) -> str:
    phrase = _DESCENT.sub("", _phrase(match, words).lower())
    for word in re.findall(r"[\w’'-]+", phrase):
        role = _noun_role(word, words)
        if role:
            return role
    tokens = re.findall(r"[\w’'-]+", phrase)
    grams = (" ".join(tokens[a:b]) for width in (4, 3, 2, 1) for a in range(len(tokens)) for b in [a + width])
    return next((role for gram in grams if (role := words.role_of("titles", gram))), "")


def _body_role(match: re.Match[str], words: Lexicon) -> str:
    if _apposed(match, words) in _NOT_A_BODY:
        return ""
    found = (words.role_of("organisations", w) for w in re.findall(r"[\w’'-]+", _phrase(match, words).lower()))
    return next((role for role in found if role), "")


def _nearest_noun(noun: str) -> Resolve:
    pattern = _ci(rf"\b({noun})\b")

    def resolve(match: re.Match[str], words: Lexicon) -> str:
        before = [m.group(1) for m in pattern.finditer(match.string[: match.start()])]
        return _noun_role(before[-1], words) if before else ""

    return resolve


def _noun(match: re.Match[str], words: Lexicon) -> str:
    role = _noun_role(match.group(1), words)
    return "" if role in {"victim_family", "other_private"} else role


def _public_noun(match: re.Match[str], words: Lexicon) -> str:
    """`the minister for social welfare, …`: only public roles reach that far."""
    role = _noun(match, words)
    return (
        role if role in {"politician", "official", "police", "judge", "lawyer", "ngo", "expert", "journalist"} else ""
    )


def _act(match: re.Match[str], words: Lexicon) -> str:
    return words.role_of("acts", match.group(1).lower())


def _kin_of_victim(match: re.Match[str], words: Lexicon) -> str:
    bare = re.sub(r"[’']s?$", "", match.group(1).lower())
    return "victim_family" if _noun_role(bare, words) in {"victim", "minor_victim"} else ""


def _noun_role(noun: str, words: Lexicon) -> str:
    noun = noun.lower()
    return "minor_victim" if noun in words.words("child_nouns") else words.role_of("nouns", noun)


def any_of(words: Iterable[str]) -> str:
    """Return an alternation of words, longest first; one that never matches when there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _ci(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
