"""Look up: the law, who may be named, what states promised, who can help, what figures say, and the rules of language.

What is asked comes as a form and not in the address, and is kept nowhere.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from amanat.aid.asked import NOTHING
from amanat.core import DeskError
from amanat.desk.calls import Call, endpoint
from amanat.desk.casework import match
from amanat.desk.faults import not_ours
from amanat.enforcement.report.scorecard import Scorecard, scorecard
from amanat.packs.own import own_folder, record_call
from amanat.publish.plots import can_draw, svg
from amanat.registers import Registers
from amanat.registers.calls import Call as Telephoned
from amanat.registers.calls import Outcome, checked
from amanat.registers.calls import today as today_
from amanat.registers.ledger.cases import Docket
from amanat.registers.lookup import entries, search, standing
from amanat.registers.naming import STAGES, Case, naming
from amanat.review import rule_cards
from amanat.store.users import CONTENT

SHOWN = 60
_PEOPLE = ("victim", "family", "witness", "accused", "convicted", "missing", "other")
_MEDIA = ("print", "broadcast", "online")
_OLDEST = 120  # years


def show(call: Call) -> Response:
    """Show one tab, empty."""
    return _tab(call, {})


def find(call: Call) -> Response:
    """Answer a question."""
    call.need(*CONTENT)
    return _tab(call, _TABS[_name(call)](call))


def confirm(call: Call) -> Response:
    """Write down that somebody called a service, and what came of it; only such a call lets a number leave.

    Raises:
        DataError: H002 nothing one can dial, H003 the number is known to circulate wrongly.
        PackError: K012 the record of calls cannot be written.
    """
    call.need(*CONTENT)
    known = call.state.registers.providers
    provider = known.by_id.get(call.asked("service"))
    if provider is None or call.asked("result") not in set(Outcome):
        raise not_ours()
    day = today_()
    made = Telephoned(provider.id, call.asked("number").strip(), day, call.user.name, Outcome(call.asked("result")))
    sure = call.asked("sure") == "yes"
    checked(made, provider.country, day, known.contaminated, own=provider.phone, sure=sure)
    record_call(own_folder(), made.row)
    call.state.read_packs()
    call.path["tab"] = "aid"
    return _tab(call, {**_aid(call), "recorded": provider.name})


def plot(call: Call) -> Response:
    """Give a plot of the enforcement report as a picture; its numbers stand in the table beside it."""
    call.need(*CONTENT)
    card = _card(call.state.registers, call.path["place"])
    number = call.path["number"]
    section = card.sections[int(number)] if number.isdecimal() and int(number) < len(card.sections) else None
    if section is None or section.plot is None:
        raise DeskError("W008", "there is no such page")
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return Response(head + svg(section.plot), media_type="image/svg+xml")


def _name(call: Call) -> str:
    tab = call.path.get("tab", "law")
    if tab not in _TABS:
        raise DeskError("W008", "there is no such page")
    return tab


def _tab(call: Call, found: dict[str, Any]) -> Response:
    call.need(*CONTENT)
    known = call.state.registers
    return call.html(
        "look.html", tab=_name(call), tabs=tuple(_TABS), words=_words(call), asked=call.asked, found=found, shown=SHOWN,
        places=sorted(j.id for j in known.jurisdictions), countries=known.frameworks.countries,
        figured=sorted({e.jurisdiction for e in known.ledger.entries}), people=_PEOPLE, media=_MEDIA,
        outcomes=list(Outcome), stages=STAGES, offences=_offences(known),
    )  # fmt: skip


def _words(call: Call) -> str:
    return call.asked("words").strip()[:300]


def _place(call: Call) -> str:
    place = call.asked("place")
    if place and place not in call.state.registers.jurisdictions.by_id:
        raise not_ours()
    return place


def _country(call: Call, name: str) -> str:
    if call.asked(name) not in call.state.registers.frameworks.countries:
        raise not_ours()
    return call.asked(name)


def _law(call: Call) -> dict[str, Any]:
    registers, place, words = call.state.registers, _place(call), _words(call)
    if not words and not call.asked("on"):
        return {}
    entered = {e.fact.id: e for e in entries(registers.laws, registers.treaties)}
    found = search(iter(entered.values()), words, place)
    if not call.asked("on"):
        return {"rows": found}
    try:
        day = date.fromisoformat(call.asked("on"))
    except ValueError:
        return {"refused": "U020: write the day as 2018-06-02"}
    held = {fact.id for fact in standing(registers.laws, day, place)}
    rows = tuple(e for e in found if e.fact.id in held) if words else tuple(e for i, e in entered.items() if i in held)
    late = registers.laws.as_of if day > registers.laws.as_of else None
    return {"rows": rows, "day": day, "late": late}


def _naming(call: Call) -> dict[str, Any]:
    place, role = _place(call), call.asked("role")
    sex, medium, age = call.asked("sex"), call.asked("medium"), call.asked("age").strip()
    stage, offence = call.asked("stage"), call.asked("offence")
    offered = {"sex": {"", "female", "male"}, "medium": {"", *_MEDIA}, "stage": {"", *STAGES}, "role": {*_PEOPLE}}
    if not place or any(call.asked(name) not in known for name, known in offered.items()):
        raise not_ours()
    if offence and offence not in _offences(call.state.registers):
        raise not_ours()
    if age and not (age.isascii() and age.isdigit() and int(age) <= _OLDEST):
        raise DeskError("W025", "write the age in years as a number, or leave it empty")
    chain = call.state.registers.jurisdictions.chain(place)
    case = Case(
        chain, role, age=int(age) if age else None, sex=sex, medium=medium, stage=stage,
        offences=frozenset({offence}) if offence else None,
    )  # fmt: skip
    return {"answer": naming(case, call.state.registers.laws)}


def _offences(registers: Registers) -> list[str]:
    """Return the sections and Acts that a ban on naming hangs on."""
    return sorted({offence for ban in registers.laws.bans for offence in ban.applies.offences})


def _gaps(call: Call) -> dict[str, Any]:
    known, country = call.state.registers.frameworks, _country(call, "country")
    return {"table": known.table(country), "cautions": known.cautions[country]}


def _compare(call: Call) -> dict[str, Any]:
    one, other = _country(call, "country"), _country(call, "other")
    return {"pairs": call.state.registers.frameworks.compared(one, other), "both": (one, other)}


def _aid(call: Call) -> dict[str, Any]:
    if not _words(call):
        return {}
    registers = call.state.registers
    matched = match(_words(call), registers, call.speech.tag, NOTHING)
    understood = matched.understood
    if understood is None:
        return {"refused": matched.refused}
    taxonomy = registers.providers.taxonomy.needs
    urdu = call.speech.tag == "ur"
    return {
        "matched": matched,
        "needs": [(taxonomy[n].name_ur if urdu else "") or taxonomy[n].name for n in understood.query.needs[:6]],
        "where": [area.name for area in registers.places.chain(understood.place.id)],
        "guessed": understood.guessed,
        "ignored": understood.ignored,
    }


def _enforcement(call: Call) -> dict[str, Any]:
    place = call.asked("place")
    return {"card": _card(call.state.registers, place), "place": place, "draws": can_draw()}


def _card(registers: Registers, place: str) -> Scorecard:
    """Return the report on a place, from published figures alone.

    Raises:
        DeskError: W008 no figure is known of it.
    """
    if place not in {e.jurisdiction for e in registers.ledger.entries}:
        raise DeskError("W008", "there is no such page")
    return scorecard(place, registers.ledger, Docket(()), registers)


def _language(call: Call) -> dict[str, Any]:
    wanted = _words(call).casefold().split()
    found = [
        card
        for card in rule_cards()
        if wanted and all(w in f"{card.code} {card.title} {card.why} {' '.join(card.wrong)}".casefold() for w in wanted)
    ]
    return {"rules": found}


_TABS: dict[str, Callable[[Call], dict[str, Any]]] = {
    "law": _law,
    "naming": _naming,
    "gaps": _gaps,
    "compare": _compare,
    "aid": _aid,
    "enforcement": _enforcement,
    "language": _language,
}

ROUTES = [
    Route("/look", endpoint(show)),
    Route("/look/aid/confirm", endpoint(confirm), methods=["POST"]),
    Route("/look/plot/{place}/{number}", endpoint(plot)),
    Route("/look/{tab}", endpoint(show)),
    Route("/look/{tab}", endpoint(find), methods=["POST"]),
]
