"""Look up: the law with its sources, who can help and why, and the rules of language. What is asked is kept nowhere."""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from amanat.aid.asked import asked
from amanat.aid.chosen import services
from amanat.core import AmanatError, DeskError
from amanat.desk.calls import Call, endpoint
from amanat.registers.lookup import entries, search
from amanat.registers.matching import counts
from amanat.review import rule_cards
from amanat.store.users import CONTENT

TABS = ("law", "aid", "language")
SHOWN = 60


def show(call: Call) -> Response:
    """Show one tab, empty."""
    return _tab(call, "", {})


def find(call: Call) -> Response:
    """Answer a question. It comes as a form and not in the address, so that no history keeps it."""
    words = call.asked("words").strip()[:300]
    answer = {"law": _law, "aid": _aid, "language": _language}[_name(call)]
    return _tab(call, words, answer(call, words) if words else {})


def _name(call: Call) -> str:
    tab = call.path.get("tab", TABS[0])
    if tab not in TABS:
        raise DeskError("W008", "there is no such page")
    return tab


def _tab(call: Call, words: str, found: dict[str, Any]) -> Response:
    call.need(*CONTENT)
    known = sorted(j.id for j in call.state.registers.jurisdictions)
    values = {"tab": _name(call), "tabs": TABS, "words": words, "places": known, "place": call.asked("place")}
    return call.html("look.html", **{"rows": None, "refused": "", "services": None, **values, **found})


def _law(call: Call, words: str) -> dict[str, Any]:
    registers = call.state.registers
    place = call.asked("place")
    if place and place not in {j.id for j in registers.jurisdictions}:
        raise DeskError("W010", "this form holds a word that the desk does not know; load the page again")
    found = search(entries(registers.laws, registers.treaties), words, place)
    return {"rows": found[:SHOWN], "more": max(0, len(found) - SHOWN)}


def _aid(call: Call, words: str) -> dict[str, Any]:
    registers = call.state.registers
    try:
        understood = asked(words, registers)
    except AmanatError as error:
        return {"refused": f"{error.code}: {error.message}"}
    names = registers.providers.need_names
    return {
        "services": services(registers, understood.query, call.speech.tag),
        "needs": [names[need] for need in understood.query.needs[:6]],
        "where": [area.name for area in registers.places.chain(understood.place.id)],
        "guessed": understood.guessed,
        "ignored": understood.ignored,
        "left": sum(counts(registers.providers.left_out(understood.query)).values()),
    }


def _language(call: Call, words: str) -> dict[str, Any]:
    del call
    wanted = words.casefold().split()
    found = [
        card
        for card in rule_cards()
        if all(w in f"{card.code} {card.title} {card.why} {' '.join(card.wrong)}".casefold() for w in wanted)
    ]
    return {"rows": found[:SHOWN], "more": max(0, len(found) - SHOWN)}


ROUTES = [
    Route("/look", endpoint(show)),
    Route("/look/{tab}", endpoint(show)),
    Route("/look/{tab}", endpoint(find), methods=["POST"]),
]
