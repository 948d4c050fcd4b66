"""English words by which a clause says what police or courts did."""

from amanat.core import Stage

_ARRESTED = (
    "arrested detained apprehended nabbed captured caught held netted arrests nabs detains arresting detaining "
    "apprehending nabbing surrendered handcuffed cuffed"
)
_CHARGED = "charged indicted charge-sheeted chargesheeted arraigned challaned chargesheets charge-sheets"
_RESCUED = (
    "rescued recovered freed liberated retrieved repatriated released intercepted offloaded stopped traced found "
    "discovered safeguarded withdrew withdrawn rescues frees recovers rescuing recovering reunited saved evacuated "
    "pulled plucked"
)
VERBS: dict[str, tuple[Stage, ...]] = {
    **dict.fromkeys(_ARRESTED.split(), (Stage.ARRESTED,)),
    **dict.fromkeys(_CHARGED.split(), (Stage.CHARGED,)),
    **dict.fromkeys(("prosecuted", "tried", "prosecuting"), (Stage.PROSECUTED,)),
    **dict.fromkeys(("convicted", "convicts", "convicting"), (Stage.CONVICTED,)),
    **dict.fromkeys(("jailed", "imprisoned", "caged", "jails", "jailing"), (Stage.CONVICTED, Stage.SENTENCED)),
    **dict.fromkeys(("sentenced", "sentences", "sentencing"), (Stage.SENTENCED, Stage.CONVICTED)),
    **dict.fromkeys(("acquitted", "exonerated", "acquits", "acquitting", "cleared"), (Stage.ACQUITTED,)),
    **dict.fromkeys(_RESCUED.split(), (Stage.RESCUED,)),
    **dict.fromkeys(
        ("suspended", "suspending", "dismissed", "sacked", "fired", "removed", "nominated", "demoted", "disciplined"),
        (Stage.OFFICIALS_COMPLICIT,),
    ),
    **dict.fromkeys(("investigated", "investigating", "reinvestigated"), (Stage.INVESTIGATED,)),
    "booked": (Stage.CASE_REGISTERED,),
    "books": (Stage.CASE_REGISTERED,),
    "identified": (Stage.VICTIMS_IDENTIFIED,),
    "referred": (Stage.VICTIMS_IDENTIFIED,),
    **dict.fromkeys(("named", "implicated"), (Stage.OFFICIALS_COMPLICIT,)),
}
"""Verbs with a person (or case) as their object. Whoever is sentenced was convicted."""

_ONESELF = ("himself", "herself", "themselves")
PAIRS: dict[tuple[str, str], tuple[Stage, ...]] = {
    ("found", "guilty"): (Stage.CONVICTED,),
    ("found", "not"): (Stage.ACQUITTED,),
    ("pleaded", "guilty"): (Stage.CONVICTED,),
    ("pled", "guilty"): (Stage.CONVICTED,),
    ("rounded", "up"): (Stage.ARRESTED,),
    ("picked", "up"): (Stage.ARRESTED,),
    ("taken", "into"): (Stage.ARRESTED,),
    ("put", "on"): (Stage.PROSECUTED,),
    ("fallen", "victim"): (Stage.VICTIMS_IDENTIFIED,),
    ("fell", "victim"): (Stage.VICTIMS_IDENTIFIED,),
    ("sent", "to"): (Stage.SENTENCED, Stage.CONVICTED),
    ("locked", "up"): (Stage.SENTENCED, Stage.CONVICTED),
    ("put", "behind"): (Stage.SENTENCED, Stage.CONVICTED),
    ("put", "away"): (Stage.SENTENCED, Stage.CONVICTED),
    ("locked", "away"): (Stage.SENTENCED, Stage.CONVICTED),
    ("cleared", "of"): (Stage.ACQUITTED,),
    ("closed", "to"): (Stage.OFFICIALS_COMPLICIT,),
    ("set", "free"): (Stage.RESCUED,),
    **dict.fromkeys((("brought", "to"), ("moved", "to"), ("taken", "to")), (Stage.RESCUED,)),
    **dict.fromkeys((("came", "forward"), ("come", "forward")), (Stage.VICTIMS_IDENTIFIED,)),
    **dict.fromkeys((("brought", "out"), ("brought", "home"), ("brought", "back")), (Stage.RESCUED,)),
    **{(verb, own): (Stage.ARRESTED,) for verb in ("turned", "gave", "handed") for own in _ONESELF},
}
"""Two words that are one verb."""

THIRD = {
    **{("turned", own): {"in"} for own in _ONESELF},
    **{("gave", own): {"up"} for own in _ONESELF},
    **{("handed", own): {"over", "in"} for own in _ONESELF},
    ("found", "not"): {"guilty"},
    ("taken", "into"): {"custody"},
    ("put", "on"): {"trial"},
    ("sent", "to"): {"prison"},
    ("put", "behind"): {"bars"},
    ("put", "away"): {"for"},
    ("locked", "away"): {"for"},
    ("closed", "to"): {"lines", "the", "police"},
    **{(verb, "to"): {"safety"} for verb in ("brought", "moved", "taken")},
}
"""What must follow two words before they are that verb."""

HEADLINES: dict[str, tuple[Stage, ...]] = {
    **dict.fromkeys(("arrest", "nab", "detain", "apprehend"), (Stage.ARRESTED,)),
    **dict.fromkeys(("rescue", "recover", "free"), (Stage.RESCUED,)),
    "book": (Stage.CASE_REGISTERED,),
    "jail": (Stage.CONVICTED, Stage.SENTENCED),
    "acquit": (Stage.ACQUITTED,),
    "convict": (Stage.CONVICTED,),
}
"""Base forms that state a deed in headlines: `Police arrest seven`."""
CASE_VERBS = frozenset("registered lodged filed registering instituted recorded opened".split())
REPORT_VERBS = frozenset("reported recorded documented".split())
CASE_HEADLINE = frozenset("register registers file files lodge lodges".split())
BODIES = frozenset("police fia cia nia cbi officials authorities levies cops anf agency".split())
"""Bodies that register cases, and whose headline verb stands in the present: `Police register case`."""
AWARDS = frozenset("gave awarded awards awarding handed hands handing given received imposed get gets got".split())
SUFFERED = frozenset(
    "suffered abused exploited trafficked sold enslaved converted abducted kidnapped raped molested assaulted forced "
    "groomed tortured bought".split()
)
ABUSES = frozenset(
    "abuse trafficking slavery rape rapes marriage marriages exploitation kidnapping kidnappings abduction abductions "
    "conversion conversions labour sodomy violence smuggling grooming".split()
)
"""What cases are cases of when their number is a count of victims."""
SUPPORTED = frozenset("helped supported assisted sheltered housed accommodated counselled".split())
CHARGING = frozenset(
    "forwarded sent presented filed framed brought "
    "pressed laid submitted invoked authorised authorized approved".split()
)
HELPING = dict.fromkeys(("rescue", "repatriate", "free", "recover", "release"), Stage.RESCUED)
"""Base forms that count after `helped to`, `managed to`, `were able to`."""
CHARGE_SHEETS = frozenset(
    "chargesheet chargesheets charge-sheet charge-sheets charge charges challan challans offence offences sheet "
    "sheets counts".split()
)
SEARCHED = frozenset(
    "missing kidnapped abducted lured trafficked captive captivity abduction kidnapping both safe alive "
    "unharmed locked chained confined shackled trapped working stranded hiding begging".split()
)
"""Words beside which `found` means recovered."""
SEARCHERS = frozenset(
    "police officers inspectors officials raid raids team teams agents detectives investigators fia labour "
    "rangers troops patrol navy soldiers levies inspector".split()
)
"""Beside these `found nine women` means that they were freed."""
LIFELESS = frozenset("dead body bodies corpse corpses hanged murdered unconscious drowned remains".split())
CUSTODY_OF_VICTIMS = frozenset("deported deportation foster vagrancy".split())
IMMIGRATION = frozenset("offences offenses powers removal charges rules laws detention entry stay".split())
"""Words beside which an arrest is one of victims or migrants: no success of enforcement."""

NOUNS: dict[str, Stage] = {
    **dict.fromkeys(("arrests", "arrest", "detention"), Stage.ARRESTED),
    **dict.fromkeys(("convictions", "conviction"), Stage.CONVICTED),
    **dict.fromkeys(("prosecutions", "prosecution", "trial", "trials"), Stage.PROSECUTED),
    **dict.fromkeys(("acquittals", "acquittal"), Stage.ACQUITTED),
    **dict.fromkeys(("indictments", "charge-sheets", "chargesheets"), Stage.CHARGED),
    **dict.fromkeys(("rescues", "rescue", "recovery", "release"), Stage.RESCUED),
    **dict.fromkeys(("investigations", "probes", "inquiries", "enquiries"), Stage.INVESTIGATED),
}
"""Nouns that name the work itself: `12 arrests`, `conviction of three traffickers`."""

VESSELS = frozenset("boat boats trawler dinghy vessel ship truck lorry van bus coach container trailer".split())
CHILDREN = frozenset("girl girls boy boys child children kid kids minor minors baby infant".split())
BE_ONLY = frozenset("was were is are been be being got get".split())
HAVE = frozenset("has have had having".split())
SINGULAR_AUX = frozenset("was is has".split())
PLURAL_AUX = frozenset("were are have".split())
MODALS = frozenset("to will would shall should can could may might must cannot if unless let".split())
CLAIMED = frozenset("claimed claims claim confirmed reported said known believed understood".split())
"""`claimed to have arrested` states an arrest, `hopes to have arrested` does not."""
REJECT_GOVERNORS = frozenset("from for of without before despite against avoid avoided evade evading resist".split())
"""Words after which `arresting` is not said to have happened."""
PREPOSITIONS = frozenset(
    "of in on at by for from with to into over under against after before during since until near about between among "
    "through via per as than including like without within amid despite behind towards toward outside inside opposite "
    "beside above below alongside".split()
)
RELATIVES = frozenset("who which that whom".split())
ADVERBS = frozenset(
    "also later subsequently immediately recently reportedly since already finally now then again each soon just first "
    "initially earlier formally jointly successfully safely promptly officially currently still both so far all "
    "yesterday today tonight separately consequently thereafter allegedly eventually ever together with "
    "her him only even".split()
)
