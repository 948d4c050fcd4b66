"""`amanat aid conformance`: does an API keep HSDS 3.1?"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import click

from amanat.cli.faults import coded
from amanat.core import UsageError
from amanat.publish.contract import line
from amanat.store.hsds.conformance import Fetch, Outcome, Reply, Suite, Verdict
from amanat.store.hsds.package import package_faults

EXAMPLES = """\b
Examples:
  amanat aid conformance http://127.0.0.1:8765
  amanat aid conformance --format json https://help.example.org
  amanat aid conformance folder-of-tables
"""
_PATIENCE = 30  # seconds for one answer


@click.command(epilog=EXAMPLES)
@click.argument("url")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
@coded
def conformance(ctx: click.Context, url: str, form: str) -> None:
    """Hold an API of services against HSDS 3.1: endpoints, pages, filters, schemas with formats, errors.

    A folder is held against the data package of CSV tables instead.

    This command does open a network connection: to the address you give, and to no other. Exit status 1 when a check
    fails; warnings are for optional parts.
    """
    seen: Counter[Verdict] = Counter()
    for outcome in _outcomes(url):
        seen[outcome.verdict] += 1
        if form == "json":
            told = {"check": outcome.check, "asks": outcome.asks, "verdict": outcome.verdict.value}
            click.echo(line({**told, "says": outcome.says}))
        else:
            says = f": {outcome.says}" if outcome.says else ""
            click.echo(f"{outcome.verdict.value:<10} {outcome.check}  {outcome.asks}{says}")
    if form == "text":
        click.echo(", ".join(f"{seen[verdict]} {verdict.value}" for verdict in Verdict))
    ctx.exit(1 if seen[Verdict.FAIL] else 0)


def _outcomes(url: str) -> Iterator[Outcome]:
    folder = Path(url)
    if folder.is_dir():
        said = package_faults(folder)
        verdict = Verdict.FAIL if said else Verdict.PASS
        return iter([Outcome("C18", "the tables keep the data package of HSDS", verdict, "; ".join(said))])
    if not url.startswith(("http://", "https://")):
        raise UsageError("U021", "name a folder of tables, or an address that begins with http:// or https://")
    return Suite(_fetch(url.rstrip("/"))).run()


def _fetch(address: str) -> Fetch:
    def fetch(method: str, path: str, given: Mapping[str, str]) -> Reply:
        query = f"?{urlencode(given)}" if given and method == "GET" else ""
        body = json.dumps(dict(given)).encode() if method == "POST" else None
        request = Request(f"{address}{path}{query}", body, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - http and https only, see above
                return Reply(answer.status, answer.read(), dict(answer.headers))
        except HTTPError as error:
            return Reply(error.code, error.read(), dict(error.headers))
        except (URLError, TimeoutError, ConnectionError):
            raise UsageError("U022", "the API does not answer; is the address right, and does it run?") from None

    return fetch


COMMAND = conformance
