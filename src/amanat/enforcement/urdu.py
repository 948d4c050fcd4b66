"""Read the figures of one Urdu sentence: the verb stands last, so each trigger looks back for its number and noun."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core import Span, Stage
from amanat.enforcement.numerals import Numeral, numeral_at
from amanat.enforcement.readings import Reading, unit_of
from amanat.enforcement.tokens import Token, tokens_of

_SUSPECTS = frozenset(
    "ملزمان افراد ایجنٹوں ایجنٹ اسمگلروں اسمگلر سمگلروں مجرمان مجرموں کارندوں کارندے مردوں لوگوں ملزموں "
    "رکنی بھائیوں بھائی دلالوں ساتھیوں ساتھی خواتین عورتوں اشخاص ڈاکوؤں مالکان مالکوں ارکان رکن اہلکار "
    "اہلکاروں افسر افسران".split()
)
_SUSPECT = frozenset(
    "ملزم شخص ملزمہ مجرم ایجنٹ اسمگلر سمگلر نوجوان آدمی خاتون عورت شوہر باپ والد چچا ماموں استاد قاری "
    "امام مولوی ڈرائیور مالک زمیندار بھائی رکن سرغنہ کارندہ پڑوسی ساتھی دلال ڈاکٹر سرغنے والدہ ماں بیٹا بیٹے بیوی "
    "دولہا دلہا خواں سسر ساس بہن دیور بہنوئی نرس منشی ٹھیکیدار".split()
)
_OFFICIALS = frozenset("اہلکار اہلکاروں افسر افسران افسروں".split())
_OFFICIAL = frozenset("اہلکار افسر او".split())
_PAIRS = frozenset({("باپ", "بیٹے"), ("باپ", "بیٹا"), ("میاں", "بیوی"), ("ماں", "بیٹی"), ("ماں", "بیٹے")})
_OF_HIM = frozenset("اس ان اسکے کا کی کے".split())
_VICTIMS = frozenset(
    "بچے بچوں بچہ بچی بچیوں بچیاں لڑکی لڑکیوں لڑکیاں لڑکا لڑکے لڑکوں خواتین عورتوں مزدوروں مزدور افراد "
    "مغوی مغویوں متاثرین متاثرہ تارکین نوجوانوں ہاری ہاریوں بھائی بہنوں کسانوں پاکستانیوں پاکستانی".split()
)
_VICTIM = frozenset("بچے بچہ بچی لڑکی لڑکا لڑکے خاتون مغوی نوجوان".split())
_CASES = frozenset("مقدمات مقدمے مقدموں کیس کیسز کیسوں واقعات پرچے آرز".split())
_CASE = frozenset("مقدمہ کیس پرچہ آر".split())
_NONE: frozenset[str] = frozenset()
_STOPS = frozenset("؛ ۔ . ( ) جبکہ لیکن مگر تاہم".split())
_FINITE = frozenset("ہیں ہے تھا تھے تھی تھیں".split())
"""Where these stand before a trigger, another clause has ended."""
_COMMAS = frozenset("، ,".split())
_NO = frozenset("نہیں نہ بغیر".split())
_NOBODY = frozenset(
    "کسی جس جن ان اس اسے سب تمام کس جنہیں روز جمعے جمعہ پیر منگل بدھ جمعرات ہفتے اتوار سنیچر صبح شام رات دن گاڑی "
    "ایک دو تین چار پانچ".split()
)
"""Before `کو` these name a day, a thing or nobody in particular."""
_SHELTERS = frozenset("دارالامان امان شیلٹر بیورو پناہ ایدھی".split())
_AHEAD = frozenset("کرنے کرے کریں کرنا گا گی گے ہونے جائے جائیں حکم مطالبہ کوشش چھاپے شدہ".split())
_FUTURE = frozenset("جائے جائیں گا گی".split())
_NOT_COUNTED = frozenset("سالہ سال روپے ماہ دن فیصد کلومیٹر بجے / گھنٹے".split())
_BETWEEN = frozenset("نے سے میں کو".split())
_POSTPOSITIONS = frozenset("کو پر کے".split())
_ARREST = re.compile(r"گر?و?فتار$|^حراست$")
_PUNISHED = frozenset("ہوئی ہوئیں سنائیں سنائی سنا سنایا دی دے دیدی ملی سنادی".split())
_WORDS_OF_NUMBER = 5
_MANY = 10  # fewer are the people of one story


@dataclass(frozen=True, slots=True)
class _Trigger:
    stages: tuple[Stage, ...]
    many: frozenset[str]
    """Nouns that a number can count."""
    one: frozenset[str]
    """Nouns that count one when they stand alone."""
    reach: int = 9
    """Tokens looked back over; further away stands another noun."""
    over_commas: bool = False
    least: int = 1


_ARRESTED = _Trigger((Stage.ARRESTED,), _SUSPECTS, _SUSPECT, reach=16)
_HELD = _Trigger((Stage.ARRESTED,), _SUSPECTS, _NONE)
_ARRESTS = _Trigger((Stage.ARRESTED,), frozenset({"گرفتاریاں"}), _NONE)
_REGISTERED = _Trigger((Stage.CASE_REGISTERED,), _CASES, _CASE)
_RESCUED = _Trigger((Stage.RESCUED,), _VICTIMS, _VICTIM)
_CONVICTED = _Trigger((Stage.CONVICTED,), _SUSPECTS | {"کو"}, _SUSPECT)
_SENTENCED = _Trigger((Stage.CONVICTED, Stage.SENTENCED), _SUSPECTS | {"کو"}, _SUSPECT, reach=26)
_CASES_DECIDED = _Trigger((Stage.CONVICTED,), _CASES, _NONE)
_QUESTIONED = _Trigger((Stage.INVESTIGATED,), _SUSPECTS, _NONE)
_GUILTY = _Trigger((Stage.CONVICTED,), _SUSPECTS, _SUSPECT)
_ACQUITTED = _Trigger((Stage.ACQUITTED,), _SUSPECTS, _SUSPECT)
_CHARGED = _Trigger((Stage.CHARGED,), _SUSPECTS | {"پر"}, _SUSPECT)
_CHALLANED = _Trigger((Stage.CHARGED,), _SUSPECTS | {"کے"}, _SUSPECT)
_SUSPENDED = _Trigger((Stage.OFFICIALS_COMPLICIT,), _OFFICIALS, _OFFICIAL)
_HANDED = _Trigger((Stage.RESCUED,), _VICTIMS, _VICTIM)
_HANDED_ALL = _Trigger((Stage.RESCUED,), _VICTIMS, _NONE)
_FREED = _Trigger((Stage.RESCUED,), _VICTIMS | {"مسافروں", "مسافر"}, _NONE)
_IDENTIFIED = _Trigger((Stage.VICTIMS_IDENTIFIED,), _VICTIMS, _NONE)
_COMPLICIT = _Trigger((Stage.OFFICIALS_COMPLICIT,), _OFFICIALS, _NONE)
_INQUIRED = _Trigger((Stage.INVESTIGATED,), frozenset("انکوائریاں انکوائریوں تحقیقات مقدمات کیسز".split()), _NONE)
_TRIED = _Trigger((Stage.PROSECUTED,), _CASES, _NONE)
_HARMED = _Trigger((Stage.VICTIMS_IDENTIFIED,), _VICTIMS, _NONE, reach=16, over_commas=True, least=_MANY)

_NUMBERED = {
    "گرفتار": Stage.ARRESTED,
    "سزا": Stage.CONVICTED,
    "بری": Stage.ACQUITTED,
    "بازیاب": Stage.RESCUED,
    "مقدمات": Stage.CASE_REGISTERED,
    "متاثرین": Stage.VICTIMS_IDENTIFIED,
}
"""What is numbered before `کی تعداد`."""

_WORDS = {
    "گرفتاریاں": _ARRESTS,
    "درج": _REGISTERED,
    "بازیاب": _RESCUED,
    "برآمد": _RESCUED,
    "بچا": _RESCUED,
    "چھڑا": _RESCUED,
    "چھڑایا": _RESCUED,
    **dict.fromkeys(("لوڈ", "نکالا", "نکال"), _FREED),
    **dict.fromkeys(("شکار", "غلامی"), _HARMED),
    "شناخت": _IDENTIFIED,
    "معطل": _SUSPENDED,
    "برطرف": _SUSPENDED,
    "برخاست": _SUSPENDED,
    **dict.fromkeys("نشانہ فروخت اغوا اغواء زیادتی تشدد استحصال".split(), _HARMED),
}

_OF_TWO = {
    ("سزائے", "موت"): _SENTENCED,
    ("مجرم", "قرار"): _GUILTY,
    ("فرد", "جرم"): _CHARGED,
    **{("چالان", done): _CHALLANED for done in ("جمع", "پیش", "عدالت")},
    ("زیر", "سماعت"): _TRIED,
    **{("قید", done): _SENTENCED for done in ("سنا", "سنائی", "سنادی")},
    **{("تفتیش", done): _QUESTIONED for done in ("جاری", "کی", "ہو", "شروع")},
    **{(paper, done): _REGISTERED for paper in ("آر", "پرچہ", "مقدمہ") for done in ("کاٹ", "کاٹی", "کاٹا", "کٹ")},
    **{("شروع", done): _INQUIRED for done in ("کی", "کر", "کیں")},
    **{("روک", done): _FREED for done in ("لیا", "لیے", "دیا")},
    **{(verb, done): _ARRESTED for verb in ("پکڑ", "دھر", "قابو") for done in ("لیا", "لیے", "لئے", "کر")},
    **{(verb, done): _ARRESTED for verb in ("پکڑے", "دھرے", "پکڑا", "دھرا") for done in ("گئے", "گیا", "جا")},
    **{("قائم", done): _REGISTERED for done in ("ہوئے", "ہوا", "کیے", "کیا", "کر")},
}


_DONE = {
    "رہا": (_RESCUED, frozenset("کرایا کرا کروایا کرائے کروا".split())),
    "آزاد": (_FREED, frozenset("کرایا کرا کروایا کرائے".split())),
    "بری": (_ACQUITTED, frozenset("کر ہو کیا ہوئے کردیا".split())),
}
"""What must stand in the clause before a word says that something was done."""
_DONE_NEXT = {
    "ریسکیو": (_RESCUED, frozenset("کیا کر کرا کرایا".split())),
    "گرفتاری": (_ARRESTED, frozenset("دے پیش عمل".split())),
}
"""What must stand right behind a word."""


def readings_of(text: str, span: Span) -> tuple[Reading, ...]:
    """Return every count of police or court work that an Urdu sentence states as done."""
    tokens = tokens_of(text, span)
    found: list[Reading] = []
    for at in range(len(tokens)):
        trigger = _trigger(tokens, at)
        if trigger is not None:
            found += _counted(tokens, at, span, trigger)
        if trigger is _REGISTERED and "خلاف" in {token.low for token in tokens[max(0, at - 4) : at]}:
            found += _counted(tokens, at, span, _COMPLICIT)
        if trigger is _RESCUED or trigger is _FREED:
            found += _among_them(tokens, at, span)
        if tokens[at].low == "تعداد":
            found += _of_number(tokens, at, span)
        if tokens[at].low in {"سزا", "مجرم"}:
            found += _of_none(tokens, at, span)
    return tuple(found)


def _among_them(tokens: Sequence[Token], at: int, span: Span) -> Iterator[Reading]:
    """`48 مزدور بازیاب کرائے گئے جن میں 19 بچے شامل ہیں`: those rescued are often told twice, all and the children."""
    for place in range(at, len(tokens) - 2):
        numeral = numeral_at(tokens, place + 2) if (tokens[place].low, tokens[place + 1].low) == ("جن", "میں") else None
        if numeral is not None and numeral.value and tokens[min(numeral.end, len(tokens) - 1)].low in _VICTIMS:
            words = Span(tokens[place + 2].start, tokens[numeral.end].end)
            yield Reading(Stage.RESCUED, numeral.value, unit_of(Stage.RESCUED), words, span)


def _of_number(tokens: Sequence[Token], at: int, span: Span) -> Iterator[Reading]:
    """`گرفتار افراد کی تعداد 45 ہو گئی`, `سزا پانے والوں کی تعداد تیس سے کم ہے`: the number stands behind."""
    before = [token.low for token in tokens[max(0, at - 6) : at]]
    stage = next((_NUMBERED[word] for word in reversed(before) if word in _NUMBERED), None)
    for place in range(at + 1, min(at + 4, len(tokens))):
        numeral = numeral_at(tokens, place)
        if stage is not None and numeral is not None and before[-1:] == ["کی"]:
            if numeral.value is not None:
                words = Span(tokens[at].start, tokens[numeral.end - 1].end)
                yield Reading(stage, numeral.value, unit_of(stage), words, span)
            return


def _of_none(tokens: Sequence[Token], at: int, span: Span) -> Iterator[Reading]:
    """`کسی ملزم کو سزا نہیں ہوئی`: none convicted is a count, too."""
    before = {token.low for token in tokens[max(0, at - 6) : at]}
    after = [token.low for token in tokens[at + 1 : at + 4]]
    if before & {"کسی", "کوئی"} | ({"ایک"} if {"ایک", "بھی"} <= before else set()) and "نہیں" in after:
        words = Span(tokens[at].start, tokens[at + 1 + after.index("نہیں")].end)
        yield Reading(Stage.CONVICTED, 0, unit_of(Stage.CONVICTED), words, span)


def _trigger(tokens: Sequence[Token], at: int) -> _Trigger | None:
    """Return what a word triggers, None when it says nothing or says that it did not or should happen."""
    low = tokens[at].low
    after = [token.low for token in tokens[at + 1 : at + 5]]
    end = next((n for n, word in enumerate(after) if word in _STOPS | _COMMAS), len(after))
    clause = after[:end]
    if clause[:4] in (["کرنے", "کا", "حکم", "دے"], ["کرنے", "کا", "حکم", "دیا"]):
        return {"بری": _ACQUITTED, "آزاد": _FREED}.get(low)
    own = clause[: clause.index("اور")] if "اور" in clause else clause
    ahead = set(clause[:1]) & _AHEAD and "دعویٰ" not in clause
    if set(clause) & _NO or ahead or set(own[1:]) & _FUTURE:
        return None
    if _ARREST.search(low):
        adjective = clause[:2] == ["کیے", "گئے"] and clause[2:3] not in ([], ["ہیں"], ["اور"], ["تھے"])
        return None if adjective else _ARRESTED
    return _WORDS.get(low) or _trigger_of_two(tokens, at, set(clause), clause[:1])


def _trigger_of_two(  # noqa: PLR0911 - one word each
    tokens: Sequence[Token], at: int, clause: set[str], following: list[str]
) -> _Trigger | None:
    low = tokens[at].low
    if low in {"سزا", "سزائیں"} and clause & _PUNISHED:
        if not any(token.low == "کو" for token in tokens[max(0, at - 10) : at]) and _of_cases(tokens, at):
            return _CASES_DECIDED
        term = any(token.low in {"قید", "سال", "موت", "پھانسی"} for token in tokens[max(0, at - 10) : at])
        return _SENTENCED if term else _CONVICTED
    if low in _DONE:
        trigger, done = _DONE[low]
        return trigger if clause & done else None
    if low in _DONE_NEXT:
        trigger, done = _DONE_NEXT[low]
        return trigger if done & set(following) else None
    if low == "تحویل":
        return _HANDED_ALL if tokens[at - 1].low == "حفاظتی" else _HELD
    if low == "منتقل":
        return _HANDED_ALL if {token.low for token in tokens[max(0, at - 4) : at]} & _SHELTERS else None
    if low in {"حوالے", "سپرد"}:
        return _handed_over(tokens, at)
    if low == "سزائے" and not clause & _PUNISHED:
        return None
    return _OF_TWO.get((low, following[0])) if following else None


def _of_cases(tokens: Sequence[Token], at: int) -> bool:
    """`بارہ مقدمات میں سزا ہوئی`: a sentence in so many cases."""
    return at > 1 and tokens[at - 1].low == "میں" and tokens[at - 2].low in _CASES


def _handed_over(tokens: Sequence[Token], at: int) -> _Trigger | None:
    """`والدین کے حوالے`: children come home. `خود کو پولیس کے حوالے`: suspects surrender."""
    before = [token.low for token in tokens[max(0, at - 6) : at]]
    if "خود" in before and "پولیس" in before:
        return _ARRESTED
    home = set(before[-2:]) & {"والدین", "ورثا", "ورثاء", "لواحقین", "خاندان", "اہلخانہ", "بیورو"}
    return _HANDED if home else None


def _counted(tokens: Sequence[Token], at: int, span: Span, trigger: _Trigger) -> Iterator[Reading]:
    """Look back from a trigger for `[number] [words] noun`; a lone singular noun counts one."""
    begin = at
    barred = _STOPS | _FINITE if trigger.over_commas else _STOPS | _FINITE | _COMMAS
    while begin > 0 and at - begin < trigger.reach and tokens[begin - 1].low not in barred:
        begin -= 1
    bare = _bare_number(tokens, at, begin) if trigger.one else None
    if bare is not None:
        words = Span(tokens[bare[0]].start, tokens[at].end)
        yield from (Reading(stage, bare[1], unit_of(stage), words, span) for stage in trigger.stages)
        return
    # "مجرم قرار": the word itself is a noun of ours, and not the one that is counted.
    for place in range(at if tokens[at].low in trigger.many - _SUSPECT | _CASE else at - 1, begin - 1, -1):
        low = tokens[place].low
        if low not in trigger.many | trigger.one:
            continue
        number = _number_before(tokens, place, begin)
        if number is None and low in _POSTPOSITIONS:
            continue
        if number is not None and low == "کے" and number[1].end != place:
            continue
        start, count = (place, _alone(tokens, place, trigger)) if number is None else (number[0], number[1].value)
        if count is not None and count >= trigger.least:
            words = Span(tokens[start].start, tokens[at].end)
            known = number is None and count == 1 and Stage.CASE_REGISTERED not in trigger.stages
            yield from (Reading(stage, count, unit_of(stage), words, span, definite=known) for stage in trigger.stages)
        return
    if trigger.one >= _SUSPECT:
        yield from _anybody(tokens, at, begin, span, trigger)


def _anybody(tokens: Sequence[Token], at: int, begin: int, span: Span, trigger: _Trigger) -> Iterator[Reading]:
    """`کریم بخش کو گرفتار کیا`, `31 غنڈوں کو گرفتار کیا`: only people are arrested or convicted, whatever the noun."""
    whom = next((n for n in range(at - 1, begin, -1) if tokens[n].low == "کو"), None)
    if whom is None or tokens[whom - 1].low in _NOBODY:
        return
    plural = tokens[whom - 1].low.endswith("وں")
    number = _number_before(tokens, whom - 1, begin) if plural else None
    count = number[1].value if number is not None else None if plural else 1
    if count is not None:
        words = Span(tokens[number[0] if number is not None else whom - 1].start, tokens[at].end)
        yield from (Reading(stage, count, unit_of(stage), words, span, definite=not plural) for stage in trigger.stages)


def _bare_number(tokens: Sequence[Token], at: int, begin: int) -> tuple[int, int] | None:
    """`تین ملزمان میں سے دو گرفتار`: a number right before the verb, without a noun."""
    end = at - (at > begin and tokens[at - 1].low == "جب")
    end -= end > begin and tokens[end - 1].low == "کو"  # میں سے دو کو گرفتار
    numeral = numeral_at(tokens, end - 1) if end - 1 >= begin else None
    before = [tokens[n].low for n in range(max(0, end - 3), end - 1)]
    led = before == ["میں", "سے"] or before[-1:] in (["جبکہ"], ["اور"]) or (end < at and before == ["کر", "کے"])
    if numeral is None or not numeral.value or numeral.end != end or not led:
        return None
    return end - 1, numeral.value


def _alone(tokens: Sequence[Token], place: int, trigger: _Trigger) -> int | None:
    low, before = tokens[place].low, tokens[place - 1].low if place else ""
    if (before, low) in _PAIRS:
        return 2
    if low not in trigger.one or before in {"کئی", "متعدد", "تمام", "مزید", "دیگر"}:
        return None
    if low == "آر":
        return 1 if before == "آئی" or (place > 1 and tokens[place - 2].low == "ایف") else None
    if low == "او":
        return 1 if before == "ایچ" else None
    return 1 + _joined(tokens, place, trigger) if Stage.CASE_REGISTERED not in trigger.stages else 1


def _joined(tokens: Sequence[Token], place: int, trigger: _Trigger) -> int:
    """Count those joined before a noun: `دولہا، اس کے والد اور نکاح خواں`."""
    more, at, links = 0, place, {"اور"}
    while True:
        step = at - 1
        while step >= 0 and tokens[step].low in _OF_HIM | {"نکاح"}:
            step -= 1
        if step < 1 or tokens[step].low not in links or tokens[step - 1].low not in trigger.one:
            return more
        more, at, links = more + 1, step - 1, {"،", ","}


def _number_before(tokens: Sequence[Token], place: int, begin: int) -> tuple[int, Numeral] | None:
    """Return where the number that counts a noun begins, and the number, within five words before the noun."""
    for last in range(place - 1, max(begin, place - 5) - 1, -1):
        start, numeral = last, numeral_at(tokens, last)
        if numeral is None:
            continue
        for earlier in range(last - 1, max(begin, last - _WORDS_OF_NUMBER) - 1, -1):  # دو ہزار پانچ سو
            longer = numeral_at(tokens, earlier)
            if longer is not None and longer.end >= numeral.end:
                start, numeral = earlier, longer
        following = tokens[numeral.end].low if numeral.end < len(tokens) else ""
        before = tokens[start - 1].low if start else ""
        if numeral.end > place or following in _NOT_COUNTED or before in {"نمبر", "دفعہ"}:
            continue
        between = {tokens[n].low for n in range(numeral.end, place)}
        if "خلاف" in between and tokens[place].low in _CASE:
            continue  # one case against many
        if not between & _BETWEEN or "زائد" in between:
            return start, numeral
    return None
