"""One's own account: passphrase and second step."""

import base64
import re
import secrets
from dataclasses import replace

import pyotp
from starlette.responses import Response
from starlette.routing import Route

from amanat.core import DeskError
from amanat.desk.calls import Call, endpoint
from amanat.desk.faults import not_ours, wrong_code
from amanat.desk.pages.start import right_step
from amanat.store import users
from amanat.store.opening import new_passphrase

_SECRET = re.compile(r"[A-Z2-7]{32}")
"""A secret of 20 bytes in Base32, as `show` draws it."""


def show(call: Call) -> Response:
    """Show the account, with a fresh secret for a code generator."""
    account = users.by_id(call.state.open_vault(), call.user.id)
    secret = base64.b32encode(secrets.token_bytes(20)).decode()
    return call.html("account.html", account=account, secret=secret, address=_address(secret, call.user.name))


def passphrase(call: Call) -> Response:
    """Exchange the passphrase."""
    if call.asked("new") != call.asked("again"):
        raise DeskError("W014", "the two passphrases are not the same; nothing was made")
    home, vault = call.state.home, call.state.open_vault()
    new_passphrase(home, vault, call.user.name, call.asked("old"), call.asked("new"))
    return call.go("/account")


def second_step(call: Call) -> Response:
    """Set a code generator as second step, once its first code was right; or take it away with a code."""
    vault = call.state.open_vault()
    account = users.by_id(vault, call.user.id)
    away = call.asked("act") == "away"
    if not away and not _SECRET.fullmatch(call.asked("secret")):
        raise not_ours()
    used = right_step(account.totp if away else call.asked("secret"), call.asked("code"), vault.now())
    if used is None:
        raise wrong_code()
    secret = "" if away else call.asked("secret")
    users.remember(vault, replace(account, totp=secret, step=used), "second step taken away" if away else "second step")
    return call.go("/account")


def _address(secret: str, name: str) -> str:
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Amanat")


ROUTES = [
    Route("/account", endpoint(show)),
    Route("/account/passphrase", endpoint(passphrase), methods=["POST"]),
    Route("/account/step", endpoint(second_step), methods=["POST"]),
]
