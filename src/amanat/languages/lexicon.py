"""Word lists and cue words of a language, loaded once.

The lists are plain files beside each language (one word a line); their origin and licences stand in NOTICES.md.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from amanat.packs import Record, house_folder

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What a language's words say about people. All entries are in lower case unless a field says otherwise.

    There is one of each language (`lexicon`), so two are equal when they are the same one.
    """

    tag: str
    common: Words
    """Words a dictionary writes in lower case: a capital alone does not make them names."""
    given: dict[str, str]
    """Given name to `f`, `m` or `u`."""
    family: Words
    """Family names and name parts that are not given names."""
    sets: dict[str, Words]
    """Flat cue lists by key of the cues file (`speech`, `months` …)."""
    by_role: dict[str, dict[str, Words]]
    """Cue lists by key and role (`titles`, `nouns`, `organisations`, `acts`)."""
    kin: dict[str, str]
    """Kinship word to the label used for it."""
    acronyms: Words
    """Bodies written as initials, case kept."""
    all_titles: Words
    """Titles of every role."""
    all_nouns: Words
    """Nouns for people of every role."""

    def words(self, key: str) -> Words:
        """Return a flat cue list; empty when the language has none."""
        return self.sets.get(key, frozenset())

    def roles(self, key: str) -> dict[str, Words]:
        """Return a cue list by role; empty when the language has none."""
        return self.by_role.get(key, {})

    def role_of(self, key: str, word: str) -> str:
        """Return the first role whose list holds a word, or an empty text."""
        return next((role for role, words in self.roles(key).items() if word in words), "")


@lru_cache(maxsize=8)
def lexicon(tag: str) -> Lexicon:
    """Return the lexicon of a language; one in Latin script without lists of its own borrows the English ones."""
    folder = tag.lower().replace("-", "_")
    files_ = {f.name: f.content for f in house_folder("languages")}
    if f"{folder}/cues.yaml" not in files_ and tag.endswith("-Latn"):
        folder = "en"
    cues: Record = files_.get(f"{folder}/cues.yaml", {})
    sets: dict[str, Words] = {}
    by_role: dict[str, dict[str, Words]] = {}
    for key, value in cues.items():
        if isinstance(value, list):
            sets[key] = _lower(value)
        elif isinstance(value, dict) and key != "kin":
            by_role[key] = {role: _lower(words) for role, words in value.items() if isinstance(words, list)}
    kin = cues.get("kin")
    acronyms = cues.get("acronyms")
    return Lexicon(
        tag,
        common=frozenset(_lines(folder, "common_words.txt")),
        given=dict(_named(line) for line in _lines(folder, "given_names.txt")),
        family=frozenset((*_lines(folder, "family_names.txt"), *_lines(folder, "family_names_south_asia.txt"))),
        sets=sets,
        by_role=by_role,
        kin={k: str(v) for k, v in kin.items()} if isinstance(kin, dict) else {},
        all_titles=frozenset(t for words in by_role.get("titles", {}).values() for t in words),
        all_nouns=frozenset(n for words in by_role.get("nouns", {}).values() for n in words),
        acronyms=frozenset(map(str, acronyms)) if isinstance(acronyms, list) else frozenset(),
    )


def _lower(words: list[object] | list[str] | object) -> Words:
    return frozenset(str(w).lower() for w in words) if isinstance(words, list) else frozenset()


def _lines(folder: str, name: str) -> list[str]:
    file = files("amanat.languages").joinpath(folder, name)
    return file.read_text("utf-8").splitlines() if file.is_file() else []


def _named(line: str) -> tuple[str, str]:
    name, _, gender = line.partition(" ")
    return name, gender or "u"
