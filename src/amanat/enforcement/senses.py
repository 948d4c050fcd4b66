"""In which sense a verb is said of people: children are recovered, and pistols; police hold people, and kidnappers."""

from amanat.core import Stage
from amanat.enforcement.nouns import Kind, arrestable, rescuable
from amanat.enforcement.phrases import Phrase
from amanat.enforcement.sentence import Sentence
from amanat.enforcement.triggers import (
    CHILDREN,
    CUSTODY_OF_VICTIMS,
    IMMIGRATION,
    LIFELESS,
    SEARCHED,
    SEARCHERS,
    VESSELS,
)

SUBJECT_VERBS = frozenset("pleaded pled fallen fell surrendered turned gave came come".split())
"""Verbs whose subject is counted, though they stand in the active."""
JUDGED = frozenset({Stage.CONVICTED, Stage.SENTENCED, Stage.ACQUITTED})
_OF_PEOPLE = frozenset("arrested detained apprehended nabbed jailed convicted acquitted sentenced indicted".split())
"""Only people are arrested or convicted: after these an unknown noun with a number counts."""
NO_PERSONS = frozenset("charge charges count counts offence offences allegation allegations years months trial".split())
_PLACES_OF_PERIL = frozenset(
    "water waters sea river boat lorry container locked warehouse basement factory workshop workshops brothel brothels "
    "kiln kilns mine mines den dens quarry".split()
)
_ANYBODY = frozenset("people person persons men man suspects others women".split())
_CAPTIVITY = frozenset(
    "captive captives captivity hostage ransom chained chains locked basement against slaves slavery bondage forced "
    "kiln kilns brothel warehouse smugglers traffickers abducted kidnapped migrants victims victim gunpoint knifepoint "
    "robbers militants gunmen kidnappers dacoits captors".split()
)
"""Beside these `people were held` is the crime and no arrest."""
_SUSPENDED = frozenset("suspended dismissed sacked removed demoted".split())
_INQUIRIES = frozenset("inquiry enquiry report probe fir investigation investigators complaint".split())
_LET_GO = frozenset("appeal bail bond parole acquitted quashed aside overturned".split())
_CAPTORS = frozenset("ransom kidnappers captors abductors".split())
_BEGGING = frozenset("beg begging beggars alms".split())
"""Passengers who are taken off a plane because they would beg were not rescued."""
_SURVEYS = frozenset("survey surveys study census research researchers estimate estimates".split())
_REFERRED_TO = frozenset(
    "mechanism authorities nrm agency agencies police services referral government ministry".split()
)
_ACCUSED = frozenset("accused co-accused suspect suspects culprit culprits convict convicts criminals".split())
_GOODS = frozenset(
    "ransom money jewellery phones phone sims cash pistol pistols weapons passports documents drugs laptop "
    "laptops".split()
)
_SOLD = frozenset("prostitution brothel brothels massage escort vice".split())
_SELLING = frozenset("running ran run managing managed pimps pimping".split())
"""Women arrested in a brothel may be its victims, but for those who run it."""
_SAFE = frozenset("safe alive unharmed".split())
_BEFORE_COURT = frozenset("arrested charged detained suspects accused magistrate".split())
_ANOTHER = frozenset("a one another two three four other further".split())
_OF_ANYTHING = frozenset("cleared dismissed".split())


def of_people(stage: Stage, verb: str) -> bool:
    """Tell whether only people can be meant, whatever the noun."""
    return verb in _OF_PEOPLE or (stage in JUDGED and verb not in _OF_ANYTHING)


def fits(sentence: Sentence, phrase: Phrase, stage: Stage, verb: str) -> bool:
    """Tell whether a verb can be said of a phrase in the sense that is counted."""
    kind = phrase.kind
    if stage is Stage.VICTIMS_IDENTIFIED:
        return phrase.numbered and _identified(sentence, phrase, verb)
    if stage is Stage.INVESTIGATED:
        return phrase.numbered and kind in {Kind.CASE, Kind.PERSON, Kind.OFFICIAL, None}
    if stage is Stage.OFFICIALS_COMPLICIT:
        return _complicit(sentence, phrase, verb)
    if kind in {Kind.THING, Kind.GROUP, Kind.CASE}:
        known = kind is Kind.THING and phrase.head not in VESSELS | NO_PERSONS
        return known and of_people(stage, verb) and sentence.low(phrase.start) not in {"this", "that"}
    if stage is Stage.RESCUED:
        return _rescued(sentence, phrase, verb)
    return _accused(sentence, phrase, stage, verb)


def _complicit(sentence: Sentence, phrase: Phrase, verb: str) -> bool:
    if verb == "named" and not sentence.words & _INQUIRIES:
        return False
    if phrase.kind in {Kind.PERSON, None}:  # "all four were dismissed from service"
        of_whom = any(p.kind is Kind.OFFICIAL and p.end <= phrase.start for p in sentence.phrases)
        meant = phrase.head in {"", "others"} and not phrase.named and of_whom and verb in _SUSPENDED
        return meant or (phrase.numbered and bool(sentence.words & {"service", "duty"}))
    known = phrase.count is not None and verb in _SUSPENDED  # the inspector of this story
    return phrase.kind is Kind.OFFICIAL and (phrase.numbered or not phrase.definite or known)


def _identified(sentence: Sentence, phrase: Phrase, verb: str) -> bool:
    if verb == "referred":
        named = phrase.kind is Kind.VICTIM and bool(sentence.words & {"mechanism", "nrm"})
        return named or (phrase.kind is Kind.HARMED and bool(sentence.words & _REFERRED_TO))
    if verb in {"came", "come"}:
        return phrase.kind is Kind.HARMED
    if verb == "identified" and phrase.kind is Kind.PERSON:
        return bool(sentence.words & {"victim", "victims"} and sentence.words & {"as"})
    return phrase.kind in {Kind.HARMED, Kind.VICTIM} or verb in SUBJECT_VERBS


def _rescued(sentence: Sentence, phrase: Phrase, verb: str) -> bool:
    if _not_by_rescuers(sentence, verb):
        return False
    if verb in {"found", "discovered", "traced", "stopped"}:
        return _sought(sentence, phrase, verb)
    if verb in {"pulled", "plucked", "brought"}:
        out = verb == "brought" or bool(sentence.words & _PLACES_OF_PERIL)
        return out and phrase.numbered and not sentence.words & LIFELESS
    if verb in {"released", "intercepted", "offloaded", "saved"} and not (
        phrase.numbered or phrase.kind in {Kind.VICTIM, Kind.HARMED}
    ):
        return False
    if phrase.head:
        return phrase.kind is Kind.HARMED or can_be_rescued(phrase, verb)
    goods = phrase.named and bool(sentence.words & _GOODS)  # phones and SIMs were recovered
    suspects = verb in {"released", "freed"} and bool(sentence.words & _BEFORE_COURT)  # 14 were arrested, five released
    return phrase.count is not None and not goods and not suspects


def can_be_rescued(phrase: Phrase, verb: str) -> bool:
    """Tell whether somebody so called can be rescued: children and workers, and after some verbs anybody kidnapped."""
    kidnapped = verb in {"rescued", "recovered"} and phrase.kind is Kind.PERSON and phrase.head not in _ACCUSED
    return kidnapped or rescuable(phrase.head)


def _not_by_rescuers(sentence: Sentence, verb: str) -> bool:
    """Bail, the end of a sentence and a ransom free people, too; beggars are taken off planes."""
    if verb == "offloaded":
        return bool(sentence.words & _BEGGING)
    if verb not in {"released", "freed"}:
        return False
    by_captors = bool(sentence.words & _CAPTORS) and not sentence.words & SEARCHERS
    return by_captors or bool(sentence.words & _LET_GO) or _followed(sentence, verb, {"under", "without"})


def _sought(sentence: Sentence, phrase: Phrase, verb: str) -> bool:
    """`police found nine women`, `a girl was found by officers`, `found alive`; a survey finds people as well."""
    safe = phrase.numbered and not phrase.head and bool(sentence.words & (SEARCHERS | _SAFE))  # seven were found safe
    if sentence.words & _SURVEYS or not (rescuable(phrase.head) or safe):
        return False
    found = verb in {"found", "discovered"}
    by_whom = phrase.numbered or _followed(sentence, verb, {"by"})
    lifeless = sentence.words & (LIFELESS - {"unconscious"} if (phrase.count or 0) > 1 else LIFELESS)
    by_searchers = by_whom and bool(sentence.words & SEARCHERS) and not lifeless
    sought = verb == "stopped" or by_searchers or bool(sentence.words & SEARCHED and not lifeless)
    return sought and (phrase.numbered or found)


def at_fault(sentence: Sentence, phrase: Phrase) -> bool:
    """`officers found guilty of negligence`: by an inquiry and not by a court."""
    return phrase.kind is Kind.OFFICIAL and bool(sentence.words & {"negligence", "misconduct", "dereliction"})


def _followed(sentence: Sentence, verb: str, words: set[str]) -> bool:
    """Tell whether one of some words stands right behind a verb: `released under investigation`."""
    return any(sentence.low(n) == verb and sentence.low(n + 1) in words for n in range(len(sentence.tokens)))


def _accused(sentence: Sentence, phrase: Phrase, stage: Stage, verb: str) -> bool:
    if at_fault(sentence, phrase) if stage is Stage.CONVICTED else phrase.kind is Kind.HARMED:
        return False
    young = phrase.head in CHILDREN and (verb in {"picked", "rounded"} or bool(sentence.words & {"mechanism", "nrm"}))
    sold = phrase.head in {"girls", "women"} and sentence.words & _SOLD and not sentence.words & _SELLING
    if stage is Stage.ARRESTED and (young or sold or _of_victims(sentence)):
        return False
    if verb == "cleared" and _followed(sentence, verb, {"of"}):
        return not _of_another(sentence) and (phrase.numbered or arrestable(phrase.head) or not phrase.head)
    if verb == "held" and phrase.kind is Kind.PERSON and phrase.head and not rescuable(phrase.head):
        return True
    wanted = {
        "held": frozenset({"suspicion", "custody", "police", "fia", "raid", "raids", "agency", "over", "connection"})
        | (frozenset() if sentence.words & _CAPTIVITY or phrase.head not in _ANYBODY else sentence.words),
        "caught": frozenset({"police", "officials", "officers", "raid", "agency", "team", "fia", "red-handed"}),
        **dict.fromkeys(("handcuffed", "cuffed"), frozenset("police officers agents detectives agency raid".split())),
        "tried": frozenset({"court", "trial"}),
        "cleared": frozenset("court judge jury jurors trial charges guilty defendants defendant convicted".split()),
    }
    if verb in wanted and not (
        wanted[verb] & sentence.words and (phrase.numbered or arrestable(phrase.head) or not phrase.head)
    ):
        return False
    return not (phrase.head and phrase.kind is None)


def _of_another(sentence: Sentence) -> bool:
    """`convicted of two counts and cleared of a third`: of a count, and not of everything."""
    counts = any(sentence.low(n) == "cleared" and sentence.low(n + 2) in _ANOTHER for n in range(len(sentence.tokens)))
    return counts and bool(sentence.words & {"convicted", "guilty"})


def _of_victims(sentence: Sentence) -> bool:
    """Tell whether an arrest is one of victims or migrants: no success of enforcement."""
    return bool(sentence.words & CUSTODY_OF_VICTIMS) or any(
        sentence.low(n) in {"immigration", "illegal"} and sentence.low(n + 1) in IMMIGRATION
        for n in range(len(sentence.tokens))
    )
