"""Build the word and name lists of `languages/en` from openly licensed lists (see src/amanat/languages/NOTICES.md).

    python training/lists/build.py --words FILE… --names-pk FILE

`--words`: SCOWL small lists, one word a line (Debian packages wamerican-small, wbritish-small).
`--names-pk`: first_names.csv (name,gender,frequency). The package Faker must be importable.
"""

import argparse
import csv
import re
import unicodedata
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src/amanat/languages/en"
LOCALES = ("en_GB", "en_US", "en_IE", "en_NG", "en_KE", "en_IN", "en_NZ")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def plain(name: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c)).strip()


def common_words(files: list[Path]) -> list[str]:
    """Words that a dictionary writes in lower case."""
    lines = {line.strip() for file in files for line in file.read_text("utf-8").splitlines()}
    return sorted({w for w in lines if WORD.fullmatch(w) and not w.endswith("'s")})


def names(pk: Path) -> tuple[dict[str, str], set[str]]:
    """Given names with gender (f, m or u), and family names."""
    given: dict[str, set[str]] = {}
    family: set[str] = set()
    for row in csv.DictReader(pk.open(encoding="utf-8")):
        for part in plain(row["name"]).split():
            if part.isalpha() and len(part) > 2:
                given.setdefault(part, set()).add(row["gender"].lower())
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute, gender in (("first_names_female", "f"), ("first_names_male", "m"), ("first_names", "u")):
            for name in getattr(provider, attribute, ()):
                if plain(name).isalpha() and len(name) > 2:
                    given.setdefault(plain(name), set()).add(gender)
        family |= {plain(n) for n in getattr(provider, "last_names", ()) if plain(n).isalpha() and len(n) > 2}
    genders = {}
    for name, seen in given.items():
        sure = seen - {"u"}
        genders[name] = next(iter(sure)) if len(sure) == 1 else "u"
    return genders, family


def main() -> None:
    """Write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", nargs="+", type=Path, required=True)
    parser.add_argument("--names-pk", type=Path, required=True)
    args = parser.parse_args()
    given, family = names(args.names_pk)
    (TARGET / "common_words.txt").write_text("\n".join(common_words(args.words)) + "\n", "utf-8")
    (TARGET / "given_names.txt").write_text("".join(f"{n} {g}\n" for n, g in sorted(given.items())), "utf-8")
    (TARGET / "family_names.txt").write_text("\n".join(sorted(family)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
