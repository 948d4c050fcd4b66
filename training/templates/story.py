"""Invented stories: sentences of our own with drawn names, places, dates and numbers, and the spans that mark them."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sources import EVERY, Example

from templates import lists, places
from templates.names import Called, Names, call

HERE = Path(__file__).parent
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{([a-z_0-9]+)(?:\.(first|last|full))?\}")
CAST = "v f f2 h k k2 a b p p2 o o2 j j2 l n n2 w r d x x2 reporter reporter2".split()
PARTS = {  # letters of the roles (sources.ROLES) that each part of the cast may have
    "v": "VM", "f": "FW", "h": "F", "k": "VMF", "k2": "VMF", "a": "AC", "b": "AC", "p": "P", "p2": "P", "o": "OT", "o2": "OT", "j": "J", "j2": "J",
    "l": "L", "n": "N", "n2": "N", "w": "WVMF", "r": "R", "d": "E", "reporter": "R", "reporter2": "R",
}  # fmt: skip
SHARES = {"police": 7, "feature": 6, "court": 3, "plain": 3, "roman": 0}


def sentences(style: str) -> list[str]:
    """The lines of one template file."""
    return [s for s in (HERE / f"{style}.txt").read_text(encoding="utf8").splitlines() if s.strip()]


@dataclass
class Story:
    """A story being written: who is in it, and the text and spans so far."""

    rng: random.Random
    names: Names
    towns: places.Places
    text: str = ""
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    cast: dict[str, Called] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    fixed: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[int, int, str]] = field(default_factory=list)
    """Each name with its part in the cast."""

    def person(self, who: str) -> Called:
        """The person who plays this part here, drawn once."""
        if who not in self.cast:
            sure = {"f": "m", "h": "f", "a": None, "b": None, "f2": "m"}
            gender = sure.get(who)
            if gender is None:
                share = 0.75 if who in ("a", "b", "p", "p2", "o", "o2", "j", "j2") else 0.5
                gender = "m" if self.rng.random() < share else "f"
            self.cast[who] = call(self.names, self.rng, gender)
        return self.cast[who]

    def add(self, words: str, kind: str = "") -> None:
        """Append words, marked where a kind is given."""
        if kind and words:
            self.spans.append((len(self.text), len(self.text) + len(words), kind))
        self.text += words

    def name(self, who: str, form: str | None) -> None:
        """Append a person's name in the form asked for, or full first and shorter later."""
        person = self.person(who)
        if form is None:
            form = (
                "full"
                if who not in self.met or self.rng.random() < 0.45
                else self.rng.choice(("first", "last", "first"))
            )
        self.met.add(who)
        words = getattr(person, form)
        begin = len(self.text)
        if self.text.endswith(("Mr ", "Ms ", "Dr ")):
            self.spans.append((len(self.text) - 3, len(self.text) + len(words), "PERSON"))
            self.text += words
        else:
            self.add(words, "PERSON")
        self.parts.append((begin, len(self.text), who))

    def say(self, line: str) -> None:
        """Append one template line with every option chosen and slot filled."""
        while hit := CHOICE.search(line):
            line = line[: hit.start()] + self.rng.choice(hit[1].split("|")) + line[hit.end() :]
        end = 0
        for hit in SLOT.finditer(line):
            self.add(line[end : hit.start()])
            self.slot(hit[1], hit[2])
            end = hit.end()
        self.add(line[end:])

    def slot(self, name: str, form: str | None) -> None:
        """Fill one slot."""
        if name == "victim_first":
            self.name("v", "first")
        elif name in CAST:
            self.name(name, form)
        elif name in SLOTS:
            SLOTS[name](self)
        else:
            raise KeyError(name)

    def once(self, name: str, make: Callable[[], str]) -> str:
        """A value that usually stays the same through the story (its town, its district)."""
        if name not in self.fixed or self.rng.random() < 0.25:
            self.fixed[name] = make()
        return self.fixed[name]


def _from(items: list[str], kind: str, *, caps: bool = False) -> Callable[[Story], None]:
    def fill(story: Story) -> None:
        words = story.rng.choice(items)
        story.add(words[:1].upper() + words[1:] if caps else words, kind)

    return fill


def _made(make: Callable[[random.Random], str], kind: str) -> Callable[[Story], None]:
    return lambda story: story.add(make(story.rng), kind)


def _girl(story: Story) -> str:
    return story.rng.choice(
        ("girl", "woman", "minor girl") if story.person("v").gender == "f" else ("boy", "man", "teenager")
    )


def _age_adjective(rng: random.Random) -> str:
    n = rng.randint(4, 45)
    words = {
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        14: "fourteen",
        16: "sixteen",
    }
    return f"{words[n] if n in words and rng.random() < 0.3 else n}{rng.choice(('-year-old', '-year-old', ' year old', '-years-old', '‑year‑old'))}"


def _age(rng: random.Random) -> str:
    n = rng.randint(4, 60)
    return (
        rng.choice((f"{n}", f"{n}", f"aged {n}", f"{n} years old", f"about {n}", f"{rng.randint(2, 11)} months"))
        if n < 50
        else f"{n}"
    )


def _digits(pattern: str) -> Callable[[random.Random], str]:
    return lambda rng: re.sub("#", lambda _: str(rng.randint(0, 9)), pattern)


def _one(*patterns: str) -> Callable[[random.Random], str]:
    return lambda rng: _digits(rng.choice(patterns))(rng)


def _date(rng: random.Random) -> str:
    day, year, month = rng.randint(1, 30), rng.randint(1998, 2026), rng.choice(lists.MONTHS)
    return rng.choice((
        f"{month} {day}", f"{month} {day}, {year}", f"{day} {month} {year}", f"{day} {month}", f"{day:02}-{rng.randint(1, 12):02}-{year}", f"{day}/{rng.randint(1, 12)}/{year}",
        f"{day}th {month}, {year}", f"the night of {month} {day}", f"{month} {year}", f"{rng.choice(lists.DAYS)}", f"{rng.choice(lists.DAYS)}, {month} {day}", f"{year}-{rng.randint(1, 12):02}-{day:02}",
    ))  # fmt: skip


def _money(rng: random.Random) -> str:
    n = rng.randint(2, 950)
    return rng.choice(
        (
            f"Rs{n},000",
            f"Rs {n},000",
            f"Rs. {n},000",
            f"Rs{rng.randint(1, 9)}.{rng.randint(1, 9)} million",
            f"{n} lakh rupees",
            f"PKR {n}00",
            f"${n},000",
            f"{n},000 rupees",
            f"Rs{n}0,000",
            f"€{n}00",
            f"{rng.randint(2, 40)} lakh",
        )
    )


def _email(rng: random.Random) -> str:
    return f"{rng.choice(lists.SURNAMES).lower()}{rng.choice(('.', '_', ''))}{rng.choice(lists.SURNAMES).lower()}{rng.choice(('', '77', '1990'))}@{rng.choice(('gmail.com', 'yahoo.com', 'hotmail.com', 'example.org', 'sahara.org.pk'))}"


def _handle(rng: random.Random) -> str:
    return f"@{rng.choice(lists.SURNAMES).lower()}{rng.choice(('_', '', '.'))}{rng.choice(lists.VILLAGES).lower()}{rng.choice(('', '12', '_official'))}"


def _alias(story: Story) -> None:
    nick = "Billa Kala Pappu Bhola Guddu Sheru Haji Chacha Bhatti Ustad Chota Lala Jani Pinky Shano Baba Mithu Kaka Sunny Tara Doctor Pathan Shahji Rocky Rani Madam".split()
    first = story.person("a").first.split()[-1]
    words = story.rng.choice(
        (
            story.rng.choice(nick),
            f"{first} {story.rng.choice(nick)}",
            f"{story.rng.choice(nick)} {story.rng.choice(lists.SURNAMES)}",
        )
    )
    story.add(words, "PERSON")


def _org(items: list[str], *more: str) -> Callable[[Story], None]:
    def fill(story: Story) -> None:
        words = story.rng.choice(items)
        if more and story.rng.random() < 0.5:
            words += story.rng.choice(more).replace(
                "$", story.rng.choice((story.towns.town(story.rng), places.village(story.rng)))
            )
        story.add(words, "ORG")

    return fill


def _station(story: Story) -> None:
    name = story.rng.choice(lists.STATIONS) if story.rng.random() < 0.6 else places.village(story.rng)
    story.add(
        name
        + story.rng.choice(
            (" police station", " Police Station", " Police", " police", " Women Police Station", " thana")
        ),
        "ORG",
    )


SLOTS: dict[str, Callable[[Story], None]] = {
    "town": lambda s: s.add(s.once("town", lambda: s.towns.town(s.rng)), "LOC"),
    "district": lambda s: s.add(s.once("district", lambda: s.towns.district(s.rng)), "LOC"),
    "village": lambda s: s.add(s.once("village", lambda: places.village(s.rng)), "LOC"),
    "area": _from(lists.AREA_NAMES, "LOC"),
    "province": _from(lists.PROVINCES, "LOC"),
    "country": _from(lists.COUNTRIES, "LOC"),
    "world": lambda s: s.add(s.rng.choice(lists.WORLD_CITIES if s.rng.random() < 0.6 else lists.COUNTRIES), "LOC"),
    "road": lambda s: s.add(
        f"{s.rng.choice(lists.VILLAGES)} {s.rng.choice(('Road', 'Chowk', 'Bazaar', 'Bypass', 'Canal', 'Interchange', 'bus stand'))}",
        "LOC",
    ),
    "address": lambda s: s.add(places.address(s.rng, s.towns), "LOC"),
    "station": _station,
    "agency": _org(lists.AGENCIES),
    "ministry": _org(lists.MINISTRIES),
    "court": _org(lists.COURTS),
    "ngo": _org(lists.NGOS),
    "paper": _org(lists.PAPERS),
    "company": _org(lists.COMPANIES),
    "party": _org(lists.PARTIES),
    "school": _org(lists.SCHOOLS, ", $", " $", " No. 2, $"),
    "hospital": _org(lists.HOSPITALS, ", $", " $"),
    "shelter": _org(["Darul Aman", "Dar-ul-Aman", "Panah shelter", "Kashana", "Edhi Home", "SOS Village"]),
    "age": _made(_age, "DEM"),
    "ageadj": _made(_age_adjective, "DEM"),
    "ageadj_cap": _made(lambda rng: _age_adjective(rng).capitalize(), "DEM"),
    "job": _from(lists.JOBS, "DEM"),
    "rank": _from(lists.RANKS, "DEM"),
    "office": _from(lists.OFFICES, "DEM"),
    "bench": _from(lists.BENCH, "DEM"),
    "lawyer": _from(lists.LAWYERS, "DEM"),
    "activist": _from(lists.ACTIVISTS, "DEM"),
    "activist_cap": _from(lists.ACTIVISTS, "DEM", caps=True),
    "caste": _from(lists.CASTES, "DEM"),
    "faith": _from(lists.FAITHS, "DEM"),
    "nation": _from(lists.NATIONS, "DEM"),
    "language": _from("Pashto|Punjabi|Sindhi|Balochi|Saraiki|Urdu|Dari|Bengali|Turkish|Arabic".split("|"), "DEM"),
    "date": _made(_date, "DATETIME"),
    "day": _from(lists.DAYS, "DATETIME"),
    "month": _from(lists.MONTHS, "DATETIME"),
    "year": _made(lambda rng: str(rng.randint(1995, 2026)), "DATETIME"),
    "time": _made(_one("#am", "#:##pm", "8 am", "1:30 p.m.", "midnight", "4 in the morning", "##:##"), "DATETIME"),
    "money": _made(_money, "QUANTITY"),
    "num": lambda s: s.add(s.rng.choice((str(s.rng.randint(2, 400)), "three", "six", "seven", "dozens of", "12"))),
    "chak": lambda s: s.add(
        f"{s.rng.randint(2, 500)}/{s.rng.choice(('GB', 'RB', 'EB', 'WB', 'JB', 'NB', 'SB', 'P', 'ML', '12-L'))}", "LOC"
    ),
    "fir": _made(_one("###/##", "##/20##", "###/20##", "####-##"), "CODE"),
    "case": _made(
        _one(
            "W.P. No. ####/20##",
            "Crl. Appeal No. ###/20##",
            "Writ Petition No. ###-P/20##",
            "Suo Motu Case No. # of 20##",
            "Constitution Petition ## of 20##",
            "Crl.Misc. ####-B/20##",
        ),
        "CODE",
    ),
    "cnic": _made(_one("#####-#######-#", "#############", "##### ####### #"), "CODE"),
    "phone": _made(
        _one("03##-#######", "+92 3## #######", "0092-3##-#######", "03#########", "051-#######", "(042) ########"),
        "CODE",
    ),
    "passport": _made(_one("AB#######", "KL#######", "FW#######", "BX#######"), "CODE"),
    "plate": _made(_one("LEA-##-####", "ABC-###", "LES ####", "RIM-####", "AJK-###", "BKN-##"), "CODE"),
    "account": _made(
        _one("PK##MEZN00##############", "####-########-##", "PK## HABB #### #### #### ####", "##############"), "CODE"
    ),
    "email": _made(_email, "CODE"),
    "handle": _made(_handle, "CODE"),
    "alias": _alias,
    "girl": lambda s: s.add(_girl(s)),
    "the_girl": lambda s: s.add("the " + _girl(s)),
    "daughter": lambda s: s.add("daughter" if s.person("v").gender == "f" else "son"),
    "that_nobody": lambda s: s.add(s.rng.choice(("that nobody", "no one", "that the culprits"))),
}


def write(names: Names, towns: places.Places, rng: random.Random) -> Example:
    """One story: a headline or none, then five to twelve lines about one cast."""
    story = Story(rng, names, towns)
    roman = rng.random() < 0.07
    if rng.random() < 0.5:
        story.say(rng.choice(STYLES["headlines"]))
        story.add("\n")
    main = rng.choices(list(SHARES), list(SHARES.values()))[0]
    for _ in range(rng.randint(5, 12)):
        style = (
            "roman"
            if roman
            else main
            if rng.random() < 0.75
            else rng.choice(("police", "feature", "court", "plain", "feature"))
        )
        story.say(rng.choice(STYLES[style]))
        story.add("\n" if rng.random() < 0.3 else " ")
    cast = list(story.cast)
    played = tuple((a, b, PARTS.get(who, ""), cast.index(who)) for a, b, who in story.parts)
    return Example(story.text, tuple(story.spans), "story", EVERY - {"QUANTITY", "MISC"}, roles=played)


STYLES = {style: sentences(style) for style in ("police", "feature", "court", "plain", "roman", "headlines")}
