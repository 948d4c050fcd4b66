"""Invented records of invented people, with the truth beside them: lists as agencies in South Asia write them.

Each person has a name, a father's name, a tehsil and a year of birth. Each record of a person is spoiled on its own:
other spellings, Urdu letters, Muhammad left out, a typing error, a missing father, a rounded or wrong year, another
district. The shares are arguments; none is taken from real lists, so a bench on them shows behaviour, not prevalence.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MEN = (
    "Ahmed:احمد Ali:علی Hassan:حسن Hussain:حسین Bilal:بلال Usman:عثمان Umar:عمر Imran:عمران Asif:آصف "
    "Arif:عارف Tariq:طارق Waseem:وسیم Nadeem:ندیم Naveed:نوید Kashif:کاشف Rashid:راشد Shahid:شاہد Zahid:زاہد "
    "Abid:عابد Sajid:ساجد Majid:ماجد Khalid:خالد Waqar:وقار Waqas:وقاص Faisal:فیصل Farhan:فرحان Rizwan:رضوان "
    "Adnan:عدنان Salman:سلمان Noman:نعمان Kamran:کامران Irfan:عرفان Ghulam:غلام Akbar:اکبر Asghar:اصغر Aslam:اسلم "
    "Akram:اکرم Anwar:انور Iqbal:اقبال Yousaf:یوسف Yaqoob:یعقوب Ibrahim:ابراہیم Ismail:اسماعیل Ishaq:اسحاق "
    "Mehmood:محمود Maqsood:مقصود Masood:مسعود Saeed:سعید Hameed:حمید Majeed:مجید Rasheed:رشید Jameel:جمیل "
    "Shakeel:شکیل Aqeel:عقیل Nabeel:نبیل Sohail:سہیل Tufail:طفیل Javed:جاوید Pervez:پرویز Nawaz:نواز Riaz:ریاض "
    "Fayyaz:فیاض Ijaz:اعجاز Mumtaz:ممتاز Sarfraz:سرفراز Shahbaz:شہباز Nazir:نذیر Bashir:بشیر "
    "Munir:منیر Zubair:زبیر Zafar:ظفر Jafar:جعفر Safdar:صفدر Haider:حیدر Qasim:قاسم Hashim:ہاشم Azeem:عظیم "
    "Kareem:کریم Raheem:رحیم Saleem:سلیم Naseem:نسیم Gul:گل Sher:شیر Zaman:زمان Jamal:جمال Kamal:کمال Sadiq:صادق "
    "Siddique:صدیق Rafiq:رفیق Shafiq:شفیق Latif:لطیف Sharif:شریف Hanif:حنیف Yasin:یاسین Rehman:رحمان Sultan:سلطان"
).split()
_WOMEN = (
    "Fatima:فاطمہ Ayesha:عائشہ Zainab:زینب Khadija:خدیجہ Maryam:مریم Amina:آمنہ Saima:صائمہ Samina:ثمینہ Shazia:شازیہ "
    "Nazia:نازیہ Sadia:سعدیہ Rabia:رابعہ Sumaira:سمیرا Humaira:حمیرا Bushra:بشریٰ Kausar:کوثر Nasreen:نسرین "
    "Parveen:پروین Yasmeen:یاسمین Shaheen:شاہین Rukhsana:رخسانہ Rehana:ریحانہ Farzana:فرزانہ Shabana:شبانہ "
    "Rizwana:رضوانہ Sana:ثنا Hina:حنا Sidra:سدرہ Iqra:اقرا Aqsa:اقصیٰ Kiran:کرن Noreen:نورین Tahira:طاہرہ Zahida:زاہدہ "
    "Sajida:ساجدہ Abida:عابدہ Khalida:خالدہ Rashida:راشدہ Nasira:ناصرہ Saira:سائرہ Uzma:عظمیٰ Asma:اسماء Salma:سلمیٰ "
    "Naila:نائلہ Shaista:شائستہ Gulnaz:گلناز Mehnaz:مہناز Shehnaz:شہناز Irum:ارم Anum:انعم Laiba:لائبہ Mehwish:مہوش"
).split()
_LAST = (
    "Khan:خان Ahmed:احمد Ali:علی Hussain:حسین Shah:شاہ Malik:ملک Butt:بٹ Bhatti:بھٹی Chaudhry:چوہدری Rajput:راجپوت "
    "Awan:اعوان Gujjar:گجر Arain:آرائیں Sheikh:شیخ Qureshi:قریشی Ansari:انصاری Mughal:مغل Baloch:بلوچ Mirza:مرزا "
    "Khokhar:کھوکھر Dogar:ڈوگر Cheema:چیمہ Virk:ورک Gondal:گوندل Abbasi:عباسی Hashmi:ہاشمی Bukhari:بخاری Gilani:گیلانی "
    "Soomro:سومرو Memon:میمن Chandio:چانڈیو Jatoi:جتوئی Brohi:بروہی Mengal:مینگل Marri:مری Bugti:بگٹی Afridi:آفریدی "
    "Yousafzai:یوسفزئی Khattak:خٹک Wazir:وزیر Mehsud:محسود Bangash:بنگش Durrani:درانی Masih:مسیح Bibi:بی Akhtar:اختر "
    "Anjum:انجم Nisar:نثار Sadiq:صادق Rasool:رسول"
).split()

_URDU_SHARE = 0.10
_SPELLINGS = (
    ("ee", "i"), ("oo", "u"), ("q", "k"), ("w", "v"), ("ai", "ei"), ("aa", "a"), ("mm", "m"), ("ss", "s"), ("ey", "i"),
    ("sh", "sch"), ("j", "zh"), ("u", "o"), ("a", "aa"), ("i", "ee"), ("z", "zz"), ("ud", "ood"), ("an", "aan"),
)  # fmt: skip
_FORMS = (
    ("{}", "{}"), ("Muhammad {}", "محمد {}"), ("Abdul {}", "عبدال{}"), ("Ghulam {}", "غلام {}"),
    ("{} Ullah", "{} اللہ"), ("{} ud Din", "{} الدین"), ("{} Bakhsh", "{} بخش"), ("{} Hussain", "{} حسین"),
)  # fmt: skip
_SHARES = (0.36, 0.30, 0.09, 0.06, 0.06, 0.04, 0.03, 0.06)
_COMPOUND = 10_000
_PROPHET = ("Muhammad", "Mohammad", "Mohammed", "Mohd", "Md", "M", "Muhammed")


@dataclass(frozen=True, slots=True)
class Spoiled:
    """How often a record differs from its person; shares between 0 and 1."""

    spelling: float = 0.20
    """Another Roman spelling, of each word."""
    typing: float = 0.02
    """A wrong letter, of each name."""
    muhammad: float = 0.3
    """Muhammad left out where another name stands."""
    last_name: float = 0.04
    no_father: float = 0.05
    no_year: float = 0.05
    year_rounded: float = 0.03
    year_near: float = 0.03
    """Off by one."""
    other_place: float = 0.03
    no_place: float = 0.01


@dataclass(frozen=True, slots=True)
class Invented:
    """Records and the truth about them."""

    names: list[str]
    fathers: list[str]
    """Empty where the record has none."""
    place: "NDArray[np.int64]"
    """Number of a tehsil, -1 where the record has none."""
    born: "NDArray[np.int64]"
    """Year, 0 where the record has none."""
    person: "NDArray[np.int64]"
    """Whom the record is truly of."""
    of_list: "NDArray[np.int64]"
    """Which of four lists it stands on."""


def invent(records: int, seed: int = 0, spoiled: Spoiled = Spoiled(), places: int = 600) -> Invented:
    """Invent records on four lists, of about 72 persons for each 100 records.

    Args:
        records: how many.
        seed: the same seed gives the same records.
        spoiled: how records differ.
        places: how many tehsils there are.
    """
    import numpy as np  # noqa: PLC0415 - quick start

    lots = np.random.default_rng(seed)
    person = _who(lots, records)
    people = int(person.max()) + 1
    men, last = len(_MEN), len(_MEN) + len(_WOMEN)
    women = lots.random(people) < 0.45  # noqa: PLR2004 - a share
    first = np.where(women, men + _skewed(lots, len(_WOMEN), people), _skewed(lots, men, people))
    first = np.where(women, first, _compound(lots, first, people))
    second = np.where(lots.random(people) < 0.3, _skewed(lots, men, people), last + _skewed(lots, len(_LAST), people))  # noqa: PLR2004
    father = np.stack([_compound(lots, _skewed(lots, men, people), people), _skewed(lots, men, people)])
    home, year = _skewed(lots, places, people, 20.0), 1960 + (lots.beta(5, 3, people) * 55).astype(np.int64)
    urdu = lots.random(records) < _URDU_SHARE
    writer = _Writer(lots, spoiled)
    names = writer.written(np.stack([first, second])[:, person], urdu, drop_last=True)
    fathers = writer.written(father[:, person], urdu, drop_last=False)
    gone = lots.random(records) < spoiled.no_father
    return Invented(
        names,
        ["" if missing else name for name, missing in zip(fathers, gone.tolist(), strict=True)],
        _spoil_place(lots, home[person], spoiled, places),
        _spoil_year(lots, year[person], spoiled),
        person,
        _lists(lots, person),
    )


def _who(lots: "np.random.Generator", records: int) -> "NDArray[np.int64]":
    """Return for each record its person: one record for 70 of 100 people, two for 22, three for 8; in random order."""
    import numpy as np  # noqa: PLC0415 - quick start

    times = lots.choice([1, 2, 3], size=records, p=[0.70, 0.22, 0.08])
    person = np.repeat(np.arange(records), times)[:records]
    lots.shuffle(person)
    return person


def _skewed(lots: "np.random.Generator", kinds: int, size: int, flat: float = 10.0) -> "NDArray[np.int64]":
    """Draw kinds of which the first are the most common (Zipf and Mandelbrot): the first of 100 has 4 %."""
    import numpy as np  # noqa: PLC0415 - quick start

    weights = 1 / (np.arange(kinds) + flat)
    return lots.choice(kinds, size=size, p=weights / weights.sum())


def _compound(lots: "np.random.Generator", first: "NDArray[np.int64]", size: int) -> "NDArray[np.int64]":
    """Make compounds of given names: Muhammad Akif, Abdul Kareem, Ghulam Qasim, Nasim Ullah; coded above all words."""
    return first + _COMPOUND * lots.choice(len(_FORMS), size=size, p=_SHARES)


def _lists(lots: "np.random.Generator", person: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Put the records of one person on different lists."""
    import numpy as np  # noqa: PLC0415 - quick start

    order = np.argsort(person, kind="stable")
    begins = np.r_[True, np.diff(person[order]) != 0]
    since = np.arange(len(person)) - np.maximum.accumulate(np.where(begins, np.arange(len(person)), 0))
    found = np.empty(len(person), np.int64)
    found[order] = (since + lots.integers(0, 4, int(person.max()) + 1)[person[order]]) % 4
    return found


def _spoil_place(
    lots: "np.random.Generator", place: "NDArray[np.int64]", spoiled: Spoiled, places: int
) -> "NDArray[np.int64]":
    import numpy as np  # noqa: PLC0415 - quick start

    moved = np.where(lots.random(len(place)) < spoiled.other_place, lots.integers(0, places, len(place)), place)
    return np.where(lots.random(len(place)) < spoiled.no_place, -1, moved)


def _spoil_year(lots: "np.random.Generator", year: "NDArray[np.int64]", spoiled: Spoiled) -> "NDArray[np.int64]":
    import numpy as np  # noqa: PLC0415 - quick start

    lot = lots.random(len(year))
    rounded, near = spoiled.year_rounded, spoiled.year_rounded + spoiled.year_near
    changed = np.where(
        lot < rounded, (year + 2) // 5 * 5, np.where(lot < near, year + lots.choice([-1, 1], len(year)), year)
    )
    return np.where(lots.random(len(year)) < spoiled.no_year, 0, changed)


class _Writer:
    """Writes names as somebody at a desk would have written them."""

    def __init__(self, lots: "np.random.Generator", spoiled: Spoiled) -> None:
        self._lots = lots
        self._spoiled = spoiled
        pairs = [pair.partition(":") for pair in (*_MEN, *_WOMEN, *_LAST)]
        self._roman = [_spellings(roman) for roman, _, _ in pairs]
        self._urdu = [urdu for _, _, urdu in pairs]

    def written(self, words: "NDArray[np.int64]", urdu: "NDArray[np.bool_]", *, drop_last: bool) -> list[str]:
        """Return one name a record from its words, a row each."""
        import numpy as np  # noqa: PLC0415 - quick start

        lots, size = self._lots, words.shape[1]
        other = (lots.random(words.shape) < self._spoiled.spelling) * lots.integers(1, 1 << 20, words.shape)
        unsaid = lots.random(size) < self._spoiled.muhammad
        no_last = (lots.random(size) < self._spoiled.last_name) & drop_last
        wrong = (lots.random(size) < self._spoiled.typing) * lots.integers(1, 1 << 30, size)
        how = np.stack([urdu, unsaid, no_last, wrong]).astype(np.int64)
        rows = zip(words.T.tolist(), other.T.tolist(), how.T.tolist(), strict=True)
        return [self._one(*row) for row in rows]

    def _one(self, words: list[int], other: list[int], how: list[int]) -> str:
        """Return a name; `how`: in Urdu, Muhammad unsaid, last name dropped, and the lot of a typing error or 0."""
        urdu, unsaid, no_last, wrong = how
        parts: list[str] = []
        for number, (code, lot) in enumerate(zip(words, other, strict=True)):
            form, word = divmod(code, _COMPOUND)
            if number and no_last:
                break
            said = self._urdu[word] if urdu else self._roman[word][lot % len(self._roman[word])]
            pattern = _FORMS[0 if unsaid and form == 1 else form][urdu]
            if form == 1 and not urdu and lot:
                pattern = _PROPHET[lot % len(_PROPHET)] + " {}"
            parts.append(pattern.format(said))
        name = " ".join(parts)
        return _mistyped(name, wrong) if wrong and not urdu else name


def _mistyped(name: str, lot: int) -> str:
    """Return a name with one letter lost, doubled, exchanged with its neighbour or replaced."""
    at, kind = lot // 4 % len(name), lot % 4
    here, after = name[at], name[at + 1 : at + 2]
    letter = "abcdefghijklmnopqrstuvwxyz"[lot // 4096 % 26]
    return name[:at] + ("", here + here, after + here, letter)[kind] + name[at + (2 if kind == 2 else 1) :]  # noqa: PLR2004


def _spellings(word: str) -> list[str]:
    """Return a word and other ways to spell it in Roman letters, the usual one first."""
    low = word.lower()
    others = [low[0] + low[1:].replace(old, new) for old, new in _SPELLINGS if old in low[1:]]
    return [word, *dict.fromkeys(other.title() for other in others)]
