"""Whom or what an English noun means, as far as a count of police or court work goes."""

from enum import StrEnum


class Kind(StrEnum):
    """What a noun phrase counts."""

    PERSON = "person"
    """Anybody who can be a suspect."""
    OFFICIAL = "official"
    """Somebody in the state's service."""
    VICTIM = "victim"
    """Children, women, workers: can be rescued; the young and women can also be suspects."""
    HARMED = "harmed"
    """Victims, migrants, refugees: an arrest of these is no success of enforcement."""
    CASE = "case"
    GROUP = "group"
    """A gang, whose members are not yet counted."""
    THING = "thing"


_PERSON = (
    "man person people member year-old boss chief suspect accused co-accused culprit trafficker smuggler agent "
    "subagent sub-agent broker landlord zamindar landowner owner kidnapper abductor captor rapist teacher cleric "
    "maulvi maulana imam father mother parent brother sister husband wife uncle aunt cousin son nephew neighbour "
    "neighbor driver doctor surgeon nurse shopkeeper citizen national resident foreigner ringleader kingpin "
    "mastermind handler recruiter pimp gangster gunman robber thief murderer killer offender criminal fugitive "
    "absconder facilitator accomplice aide associate companion friend relative employer middleman contractor trader "
    "businessman leader individual paedophile pedophile predator abuser molester attacker assailant perpetrator "
    "defendant convict employee clerk guard tailor barber mechanic principal professor priest pastor assistant "
    "technician executive councillor crewman crew other adult male female lawyer accountant manager supervisor "
    "stepfather stepmother in-law brother-in-law father-in-law mother-in-law sister-in-law grandfather grandmother "
    "madam hotelier politician student elder dealer buyer seller tout operator sailor boatman fisherman captain "
    "militant terrorist couple duo trio pair youth youngster teenager teen dacoit bandit monk cook caretaker warden "
    "plumber fraudster scammer worker-turned-agent muezzin khatib qari guru tantrik pensioner bachelor boyfriend "
    "nikahkhwan nikah-khawan khawan khwan witness solemniser registrar spouse bridegroom groom inmate prisoner "
    "ex-husband monster fiend beast pervert thug villain crook brute slaver instructor coach tutor lecturer vendor "
    "hawker customer client cashier waiter receptionist secretary president founder director headmaster headmistress "
    "matron nun bishop pir hakeem quack midwife builder engineer banker consultant actor singer player footballer "
    "cricketer musician helper appellant applicant petitioner respondent photographer journalist electrician peon "
    "jobber sardar wadera chieftain baker butcher farmer"
)
_OFFICIAL = (
    "official officer constable policeman policewoman cop inspector sub-inspector asi sho dsp soldier bureaucrat "
    "detective havildar hawaldar muharrir moharrar sepoy tehsildar qasid superintendent magistrate staffer staff "
    "serviceman patwari policemen personnel jailer levy"
)
_VICTIM = (
    "widow housewife girl boy twins child kid minor infant baby newborn toddler woman lady member labourer laborer "
    "peasant hari worker daughter sibling schoolgirl schoolboy bride orphan adolescent maid domestic housemaid "
    "juvenile villager family bonded-labourer student sister brother mother youth teenager man people person year-old"
)
_HARMED = (
    "victim survivor migrant immigrant refugee deportee passenger captive hostage asylum-seeker seeker slave abductee "
    "evacuee detainee pilgrim stowaway returnee rohingya beggar"
)
_CASE = "complaint case fir firs offence offense incident challan"
_GROUP = "gang group network ring syndicate racket cell mafia"
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "thieves": "thief",
    "people": "people",
}
_PLURAL_ONLY = frozenset({"twins", "people", "personnel", "staff", "couple", "duo", "trio", "pair", "crew", "family"})
_BOTH_NUMBERS = frozenset({"accused", "co-accused"})

_KINDS: dict[str, Kind] = {}
for _words, _kind in (
    (_CASE, Kind.CASE),
    (_GROUP, Kind.GROUP),
    (_VICTIM, Kind.VICTIM),
    (_PERSON, Kind.PERSON),
    (_OFFICIAL, Kind.OFFICIAL),
    (_HARMED, Kind.HARMED),
):
    for _word in _words.split():
        _KINDS.setdefault(_word, _kind)
_RESCUABLE = frozenset(_VICTIM.split()) | frozenset(_HARMED.split())

_MAN = 5  # letters
_NO_MAN = frozenset("german roman ottoman norman talisman specimen regimen abdomen acumen yemen human".split())

FIXED_SIZE = {"couple": 2, "duo": 2, "pair": 2, "trio": 3, "twins": 2}
"""Nouns that are a number of people by themselves."""


_AGENT = ("er", "or", "list", "tist", "ian")
_NO_AGENT = frozenset(
    "water number paper letter matter order river counter quarter shelter power corner border summer winter computer "
    "container trawler freighter tanker steamer trailer tractor motor door floor factor sector interior mirror error "
    "terror order member dinner supper danger finger shoulder liver powder silver copper leather weather feather "
    "chapter charter register offer answer december november october september ladder hammer printer scanner trigger "
    "cover river tower layer wrapper locker charger cooler boiler loader scooter cruiser fighter bunker slipper pepper "
    "ginger butter rubber timber chamber character disorder murder slaughter laughter encounter barrier carrier career "
    "labor honor favor humor color rumor vapor tremor behavior manner monitor generator elevator corridor anchor razor "
    "list twist fist mist waist asian indian iranian christian norwegian persian russian".split()
)


def names_an_agent(low: str) -> bool:
    """Tell whether an unknown noun is built like those of people who do something: promoter, conductor, herbalist."""
    return low.endswith(_AGENT) and len(low) > _MAN and low not in _NO_AGENT


def singular(low: str) -> tuple[str, bool]:
    """Return the singular of a noun and whether it stood in the plural; possessives stay as they are."""
    if low in _IRREGULAR:
        return _IRREGULAR[low], True
    if low in _KINDS:
        return low, low in _PLURAL_ONLY or low == "firs"
    if low.endswith("men") and len(low) > _MAN and low not in _NO_MAN:
        return low[:-3] + "man", True
    for ending, back in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(ending) and (low[: -len(ending)] + back) in _KINDS:
            return low[: -len(ending)] + back, True
    head, hyphen, rest = low.partition("-in-law")
    if hyphen and head.endswith("s") and not rest:
        return head[:-1] + "-in-law", True
    return low, False


def kind_of(low: str) -> Kind | None:
    """Return what a noun counts, None for nouns that are none of ours."""
    word, _ = singular(low)
    found = _KINDS.get(word)
    if found is None and "-" in word:
        found = _KINDS.get(word.rpartition("-")[2])
    if found is None and word.endswith("man") and len(word) > _MAN and word not in _NO_MAN:
        return Kind.PERSON  # foreman, milkman, cameramen
    if found is None:  # schoolteacher, stepbrother
        return next((_KINDS[word[n:]] for n in range(2, len(word) - _MAN) if word[n:] in _KINDS), None)
    return found


def is_plural(low: str) -> bool:
    """Tell whether a known noun stands in the plural; `accused` is both, and counts as singular here."""
    return singular(low)[1]


def either_number(low: str) -> bool:
    """Tell whether the noun has one form for one and for many."""
    return low in _BOTH_NUMBERS


def rescuable(low: str) -> bool:
    """Tell whether somebody so called can be the one whom police recovered, rather than a suspect."""
    word, _ = singular(low)
    return word in _RESCUABLE or word.rpartition("-")[2] in _RESCUABLE


def arrestable(low: str) -> bool:
    """Tell whether somebody so called can be a suspect."""
    return kind_of(low) in {Kind.PERSON, Kind.OFFICIAL, Kind.VICTIM}
