"""Problems over HTTP carry a code, and a fault of ours tells nothing of what was sent."""

import json
from collections.abc import Callable

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from amanat.serve.problems import HANDLERS, MEDIA, problem

Call = Callable[..., httpx.Response]


def test_a_problem() -> None:
    made = problem(422, "H030", "say it again", {"Retry-After": "1"})
    told = json.loads(bytes(made.body))
    assert (told["status"], told["code"], told["detail"]) == (422, "H030", "say it again")
    assert made.headers["content-type"] == MEDIA
    assert made.headers["retry-after"] == "1"


def test_a_fault_of_ours_is_one_and_quotes_nothing(calling: Callable[[Starlette], Call]) -> None:
    def breaks(request: Request) -> Response:
        raise RuntimeError(str(request.query_params))

    call = calling(Starlette(routes=[Route("/", breaks)], exception_handlers=HANDLERS))
    answer = call("GET", "/?search=Zorab")
    assert (answer.status_code, answer.json()["code"]) == (500, "X001")
    assert "Zorab" not in answer.text
