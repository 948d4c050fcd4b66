"""How often one caller may call: a bucket that fills with time. Addresses are hashed with a salt of this run."""

import time
from collections import OrderedDict
from hashlib import blake2b
from secrets import token_bytes

from starlette.types import ASGIApp, Receive, Scope, Send

from amanat.serve.problems import problem

_MOST_CALLERS = 10_000


class RateLimit:
    """Lets a caller call `most` times a minute, and that many at once."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most
        self.clock = time.monotonic
        self._salt = token_bytes(16)
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a call on, or answer 429."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wait = self._take(scope)
        if wait <= 0:
            await self.app(scope, receive, send)
            return
        seconds = str(int(wait) + 1)
        refused = problem(429, "H032", f"too many calls; wait {seconds} seconds", {"Retry-After": seconds})
        await refused(scope, receive, send)

    def _take(self, scope: Scope) -> float:
        """Take one call out of the caller's bucket; return the seconds to wait when it is empty."""
        host = (scope.get("client") or ("",))[0]
        caller = blake2b(host.encode(), key=self._salt, digest_size=16).digest()
        now = self.clock()
        left, then = self._buckets.pop(caller, (float(self.most), now))
        left = min(float(self.most), left + (now - then) * self.most / 60)
        self._buckets[caller] = (max(left - 1, 0.0) if left >= 1 else left, now)
        if len(self._buckets) > _MOST_CALLERS:
            self._buckets.popitem(last=False)
        return 0.0 if left >= 1 else (1 - left) * 60 / self.most
