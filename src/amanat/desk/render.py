"""From values to pages: Jinja templates, escaped, in the language of whoever asks."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from amanat.core import Direction
from amanat.desk.speech import Speech
from amanat.publish.markup import block
from amanat.store import User


class Asker(Protocol):
    """What a page must know of who asks for it."""

    speech: Speech
    user_: User | None
    manages: bool


_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where words of the standard's lists (`ForcedLabour`) come apart."""
HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.filters["said"] = _said
    made.filters["day"] = lambda seconds: datetime.fromtimestamp(seconds, UTC).date().isoformat()
    made.filters["spaced"] = lambda word: _INNER.sub(" ", word).lower()
    made.filters["title"] = lambda words: words[:1].upper() + words[1:]
    return made


def _said(words: object) -> Markup:
    """Words of rules and registers, which are English whatever the frame is."""
    return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(block(str(words), Direction.LTR))


@lru_cache(maxsize=16)
def asset(name: str) -> str:
    """Return the address of a static file, with its content's hash in it."""
    return f"/static/{sha256((HERE / 'static' / name).read_bytes()).hexdigest()[:12]}/{name}"


def page(call: Asker, template: str, values: dict[str, Any]) -> str:
    """Render a template for a request."""
    speech = call.speech
    return (
        environment()
        .get_template(template)
        .render(
            {
                "gettext": lambda words, **more: _filled(speech.gettext(words), more),
                "_": lambda words, **more: _filled(speech.gettext(words), more),
                "ngettext": lambda one, many, n, **more: _filled(speech.ngettext(one, many, n), {"num": n, **more}),
                "speech": speech,
                "user": call.user_,
                "manages": call.manages,
                "asset": asset,
                "said_now": "",
                **values,
            }
        )
    )


def _filled(words: str, values: dict[str, object]) -> Markup:
    """Put values into words; everything is escaped, and values are set apart from the direction around them."""
    safe = {name: Markup("<bdi>{}</bdi>").format(value) for name, value in values.items()}
    return Markup(escape(words)) % safe if safe else Markup(escape(words))  # noqa: S704 - escaped just here
