"""What an offence is about, told from a few words: enough to see that `section 376 (theft)` cannot be right."""

import re

_FAMILIES = {
    "kidnapping": r"kidnap|abduct|entic|guardianship",
    "murder": r"murder|qatl|homicide|kill",
    "rape": r"\brap(?:e|ed|ing|ist)\b",
    "sexual abuse": r"sexual|unnatural|sodom|seduc|pornograph|lust|modesty|harass|stripp|molest",
    "hurt": r"\bhurt|injur|wound|shajjah|assault",
    "theft": r"theft|steal|stolen|robb|dacoit|burgl",
    "fraud": r"cheat|fraud|breach of trust|cheque|swindl|misappropriat",
    "forgery": r"forg|fake|counterfeit|fabricat",
    "confinement": r"confin|restrain|conceal",
    "prostitution": r"prostitut|procur|importation of",
    "slavery": r"slave",
    "labour": r"labou?r|servitude",
    "marriage": r"marr|wanni|vani|swara",
    "threat": r"intimidat|threat",
    "evidence": r"evidence",
    "rioting": r"riot|unlawful assembly",
    "trafficking": r"traffick",
    "smuggling": r"smuggl",
    "identity": r"identity|disclos",
    "cruelty": r"cruel",
    "bail": r"\bbail",
    "corpus": r"habeas",
    "common intention": r"common (?:intention|object)",
    "attempt": r"attempt",
    "abetment": r"abet",
    "conspiracy": r"conspir",
    "trespass": r"trespass",
}
_PATTERN = re.compile("|".join(f"(?P<f{n}>{words})" for n, words in enumerate(_FAMILIES.values())), re.IGNORECASE)
_NAMES = tuple(_FAMILIES)
_ALONE = frozenset({"attempt", "abetment", "conspiracy", "evidence", "common intention", "labour"})
"""Words that come with many offences and set none apart."""


def matters(words: str) -> frozenset[str]:
    """Return the kinds of offence that some words speak of; empty when they tell none."""
    found = {_NAMES[int(str(m.lastgroup)[1:])] for m in _PATTERN.finditer(words)}
    return frozenset(found - _ALONE) or frozenset(found)
