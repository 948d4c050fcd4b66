"""What the room says of a service, in English and in Urdu: one sentence for each reason, and one for each exclusion.

The Urdu waits for a reader who grew up with it (`docs/how-to/find-help.md` says so to its readers).
"""

from collections.abc import Sequence

from amanat.registers.matching import Caution, Reason

ENGLISH = "en"
URDU = "ur"

_SENTENCES: dict[str, dict[str, str]] = {
    "need": {"en": "Answers the need for {}.", "ur": "یہ ضرورت پوری کرتا ہے: {}۔"},
    "group": {"en": "Made for {}.", "ur": "خاص طور پر ان کے لیے: {}۔"},
    "whole_country": {"en": "Works in the whole country.", "ur": "پورے ملک میں کام کرتا ہے۔"},
    "area": {"en": "Works in {}.", "ur": "یہاں کام کرتا ہے: {}۔"},
    "coverage": {"en": "Works in: {}.", "ur": "علاقہ: {}۔"},
    "fallback": {
        "en": "Works in the whole country and can point to help nearer by.",
        "ur": "پورے ملک میں کام کرتا ہے اور قریب کی مدد بتا سکتا ہے۔",
    },
    "independent": {
        "en": "Independent of the state, whose officials the story accuses.",
        "ur": "ریاست سے آزاد ہے، جس کے اہلکاروں پر الزام ہے۔",
    },
    "route": {"en": "Reached through {}.", "ur": "اس کے ذریعے رابطہ ہوتا ہے: {}۔"},
    "care": {"en": "Take care: {}.", "ur": "احتیاط: {}۔"},
    "takes": {"en": "Whom it takes: {}.", "ur": "کن کو لیتا ہے: {}۔"},
    "language": {"en": "Speaks {}.", "ur": "یہ زبان بولتا ہے: {}۔"},
    "language_unknown": {"en": "Nobody has asked which languages it speaks.", "ur": "اس کی زبانیں معلوم نہیں۔"},
    "no_number": {
        "en": "No number is confirmed: take it from the body itself before printing.",
        "ur": "کسی نمبر کی تصدیق نہیں ہوئی: چھاپنے سے پہلے ادارے سے خود لیں۔",
    },
    "called": {"en": "called on {}, good until {}", "ur": "{} کو کال سے تصدیق ہوئی، {} تک درست"},
    "helps": {"en": "Helps with {}.", "ur": "ان میں مدد: {}۔"},
    "for": {"en": "For {}.", "ur": "ان کے لیے: {}۔"},
    "hours": {"en": "Open: {}.", "ur": "اوقات: {}۔"},
    "call_first": {"en": "call before printing", "ur": "چھاپنے سے پہلے کال کر کے تصدیق کریں"},
}
_CAUTIONS: dict[Caution, dict[str, str]] = {
    Caution.SUMMONS_OTHER_SIDE: {
        "en": "It calls the other side to a meeting.",
        "ur": "یہ دوسرے فریق کو ملاقات کے لیے بلاتا ہے۔",
    },
    Caution.RECONCILES: {
        "en": "It counts reconciliation with the other side as success.",
        "ur": "یہ دوسرے فریق سے صلح کو کامیابی سمجھتا ہے۔",
    },
    Caution.OFFICIALS_ALLEGED: {
        "en": "A public report says officials of its kind took part in such crimes: offer a court or an NGO first.",
        "ur": "ایک عوامی رپورٹ کے مطابق ایسے اہلکار خود ملوث رہے ہیں: پہلے عدالت یا غیر سرکاری ادارہ بتائیں۔",
    },
    Caution.PAPERS_ASKED: {"en": "It asks for identity papers.", "ur": "یہ شناختی کاغذات مانگتا ہے۔"},
    Caution.POLICE_AT_THE_DOOR: {
        "en": "Entry may need a court order or come through the police.",
        "ur": "داخلے کے لیے عدالت کا حکم یا پولیس درکار ہو سکتی ہے۔",
    },
}
_REASONS: dict[Reason, dict[str, str]] = {
    Reason.COUNTRY: {"en": "It works in another country.", "ur": "یہ کسی اور ملک میں کام کرتا ہے۔"},
    Reason.ENDED: {
        "en": "It may have ended, or is known by name only.",
        "ur": "شاید بند ہو چکا ہے، یا صرف نام معلوم ہے۔",
    },
    Reason.DOUBTFUL: {"en": "It is known from a doubtful source only.", "ur": "اس کا ذریعہ کمزور ہے۔"},
    Reason.ACCUSED: {"en": "Its own officials are accused.", "ur": "اس کے اپنے اہلکاروں پر الزام ہے۔"},
    Reason.POLICE: {
        "en": "It is police or an investigating agency, and nobody has agreed to that.",
        "ur": "یہ پولیس یا تفتیشی ادارہ ہے اور اس کی رضامندی نہیں لی گئی۔",
    },
    Reason.OTHER_SIDE: {
        "en": "The other side would hear of it, and nobody has agreed to that.",
        "ur": "دوسرے فریق کو خبر ہو جائے گی اور اس کی رضامندی نہیں لی گئی۔",
    },
    Reason.NEED: {"en": "It does not do what is needed.", "ur": "یہ مطلوبہ مدد نہیں دیتا۔"},
    Reason.PEOPLE: {"en": "It is for other people.", "ur": "یہ دوسرے لوگوں کے لیے ہے۔"},
    Reason.AGE: {"en": "It takes people of another age.", "ur": "یہ کسی اور عمر کے لوگوں کو لیتا ہے۔"},
    Reason.PLACE: {
        "en": "It does not work there, or its area is not known.",
        "ur": "یہ وہاں کام نہیں کرتا، یا علاقہ معلوم نہیں۔",
    },
    Reason.LANGUAGE: {"en": "It does not speak the language.", "ur": "یہ مطلوبہ زبان نہیں بولتا۔"},
    Reason.CLOSED: {
        "en": "It is closed then, or its hours are not known.",
        "ur": "اس وقت بند ہے، یا اوقات معلوم نہیں۔",
    },
}


def say(key: str, language: str, *words: str) -> str:
    """Return a sentence about a service; English where the language has none."""
    by_language = _SENTENCES[key]
    return by_language.get(language, by_language[ENGLISH]).format(*words)


def caution(of: Caution, language: str) -> str:
    """Return what to take care of, as a sentence."""
    return _CAUTIONS[of].get(language, _CAUTIONS[of][ENGLISH])


def exclusion(of: Reason, language: str = ENGLISH) -> str:
    """Return why a body was left out, as a sentence."""
    return _REASONS[of].get(language, _REASONS[of][ENGLISH])


def listed(words: Sequence[str], language: str) -> str:
    """Join words as the language does."""
    if len(words) == 1:
        return words[0]
    if language == URDU:
        return f"{'، '.join(words[:-1])} اور {words[-1]}"
    return f"{', '.join(words[:-1])} and {words[-1]}"
