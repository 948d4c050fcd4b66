"""Superdesk plugin: the desk's remarks beside a story, and, if the newsroom wants, a stop for unmasked names.

A thin client of `amanat serve` on the same machine: the story goes to 127.0.0.1 and nowhere else. Copy this file into
the newsroom's server package and name it in `INSTALLED_APPS`. Settings (environment):

    AMANAT_URL      http://127.0.0.1:8765 when left out; any other host is refused
    AMANAT_TOKEN    the token that `amanat serve` printed
    AMANAT_BLOCK    `identity` to stop publishing while somebody who must stay unnamed is named; off when left out

It registers a spellchecker (remarks in the editor, in Superdesk's own form) and listens to `item_validate`.
"""

import ipaddress
import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

_TAGS = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"</(?:p|h[1-6]|li|blockquote|div)>|<br ?/?>", re.IGNORECASE)
SECONDS = 20


def loopback(url):
    """Return the address if it is on this machine; a story must not travel."""
    host = urllib.parse.urlsplit(url).hostname or ""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if not local:
        raise ValueError("AMANAT_URL must be on this machine (127.0.0.1)")
    return url.rstrip("/")


def review(text):
    """Ask the desk about a text and return the findings; each points by code point."""
    url = loopback(os.environ.get("AMANAT_URL", "http://127.0.0.1:8765"))
    request = urllib.request.Request(
        f"{url}/review",
        data=json.dumps({"text": text}).encode(),
        headers={
            "Content-Type": "application/json",
            "Authorization": f"Bearer {os.environ.get('AMANAT_TOKEN', '')}",
        },
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.load(answer)["findings"]


def errors(text, findings):
    """Return findings in the form Superdesk's spellcheckers answer in."""
    return [
        {
            "startOffset": finding["start"],
            "text": text[finding["start"] : finding["end"]],
            "message": " ".join(filter(None, (finding["message"], finding["remedy"]))),
            "type": "grammar",
            "suggestions": [
                {"text": fix["replacement"]}
                for fix in finding["fixes"]
                if (fix["start"], fix["end"]) == (finding["start"], finding["end"])
            ],
        }
        for finding in findings
        if finding["start"] is not None
    ]


def published(item):
    """Return every text of an item that readers will see, captions of its pictures too."""
    pictures = [picture for picture in (item.get("associations") or {}).values() if picture]
    captions = [picture.get(key) for picture in pictures for key in ("headline", "description_text", "alt_text")]
    bodies = [plain(item.get(key)) for key in ("abstract", "body_html", "body_footer")]
    texts = [item.get("headline"), *bodies, *(f"Photo: {caption}" for caption in captions if caption)]
    return "\n\n".join(filter(None, texts))


def plain(html):
    """Return the words of a body: tags out, paragraphs on lines of their own."""
    return unescape(_TAGS.sub("", _BREAKS.sub("\n", html or ""))).strip()


def stops(findings):
    """Return why an item may not be published: remarks about identity that are errors."""
    return [
        f"{finding['code']}: {finding['message']}"
        for finding in findings
        if finding["room"] == "identity" and finding["severity"] == "error"
    ]


def validate(_sender, item=None, response=None, **_):
    """Answer to `item_validate`: what is appended to `response` is shown and stops the item."""
    if os.environ.get("AMANAT_BLOCK") != "identity" or not item:
        return
    text = published(item)
    if not text:
        return
    try:
        found = stops(review(text))
    except (OSError, ValueError, KeyError) as error:
        # A desk that does not answer must not look like a desk that found nothing.
        found = [f"amanat did not answer ({type(error).__name__}); start `amanat serve` or switch AMANAT_BLOCK off"]
    response.extend(found)


def init_app(app):
    """Register with Superdesk; imported there only, so that this file can be tested without it."""
    from superdesk.signals import item_validate
    from superdesk.text_checkers.spellcheckers.base import SpellcheckerBase

    class Amanat(SpellcheckerBase):
        name = "amanat"
        label = "Amanat (dignity, identity, law)"
        capacities = ("grammar",)
        languages = ["en", "ur"]

        def check(self, text, language=None):
            return {"errors": errors(text, review(text))}

        def suggest(self, text, language=None):
            return {"suggestions": []}

        def available(self):
            return bool(os.environ.get("AMANAT_TOKEN"))

    Amanat(app)  # the base class registers whatever is made of it
    item_validate.connect(validate, weak=False)
