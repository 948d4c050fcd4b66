"""Put the manual together: what is written by hand, and one page for each rule, command, error and pack.

    python docs/generate.py [FOLDER]

The pages are made from what the program itself reads: rule cards, the commands, the places where errors are raised,
and the packs. FOLDER is `build/manual` when left out; MkDocs makes the site from it (`make docs`).
"""

import ast
import html
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from amanat.cli import COMMANDS, group
from amanat.core import RuleCard, Source, errors
from amanat.packs import File, load
from amanat.packs.strict_yaml import Value
from amanat.review import ROOMS, rule_cards

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = ROOT / "docs"
FROM_ROOT = ("ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")
LEVELS = ("verified", "single-source", "uncertain")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CODE = re.compile(r"[A-Z]\d{3}")


def pages() -> dict[str, str]:
    """Return every page that is made, by its path in the manual."""
    cards, raised, packs = rule_cards(), raises(), _by_pack(load().files)
    commands = dict(_commands())
    return {
        "rules/index.md": _rules_index(cards),
        **{f"rules/{card.code}.md": rule_page(card) for card in cards},
        "commands/index.md": _commands_index(),
        **{f"commands/{name}.md": page for name, page in commands.items()},
        "errors/index.md": _errors_index(raised),
        **{f"errors/{code}.md": error_page(code, places) for code, places in raised.items()},
        "packs/index.md": _packs_index(packs),
        **{f"packs/{id_}.md": pack_page(id_, files) for id_, files in packs.items()},
    }


def words(text: str, tag: str = "p") -> str:
    """Return a sentence as HTML, with the direction of its script; nothing in it is taken for markup."""
    rtl = ' dir="rtl" lang="ur"' if _ARABIC.search(text) else ""
    return f"<{tag}{rtl}>{html.escape(text).replace('](', ']&#40;')}</{tag}>"


# --- rules ---


def rule_page(card: RuleCard) -> str:
    """Return the page of a rule, made from the card that `amanat rules explain` shows."""
    draft = "\n!!! note\n    A draft: it waits for a reader whose first language this is.\n" if card.status else ""
    shown = (
        _list("It speaks on", card.wrong),
        _list("Better", card.better),
        _list("It is silent on", card.negative),
    )
    return (
        f"# {card.code} {_plain(card.title)}\n{draft}\n"
        f"Room: {card.room}. At most: {card.severity}.\n\n## Why\n\n{words(card.why)}\n\n"
        f"{''.join(shown)}## Source\n\n{sources(card.sources)}"
    )


def sources(given: Iterable[Source]) -> str:
    """Return sources as a list, each with its address where one was recorded."""
    rows = (f"- {_plain(s.title)}{f' <{s.url}>' if s.url.startswith('http') else ''}" for s in given)
    return "\n".join(dict.fromkeys(rows)) + "\n"


def _list(title: str, sentences: tuple[str, ...]) -> str:
    if not sentences:
        return ""
    return f"## {title}\n\n<ul>\n{''.join(words(s, 'li') + chr(10) for s in sentences)}</ul>\n\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def _rules_index(cards: Iterable[RuleCard]) -> str:
    out = ["# Rules\n", "Each finding carries a code; here is what it means and on what ground it stands.\n"]
    known = list(cards)
    for module in ROOMS:
        room = module.__name__.rpartition(".")[2]
        question = (module.__doc__ or "").partition("\n")[0]
        out += [f"\n## {room}\n", f"{question}\n", "| code | title | at most |", "| --- | --- | --- |"]
        out += [f"| [{c.code}]({c.code}.md) | {_plain(c.title)} | {c.severity} |" for c in known if c.room == room]
    return "\n".join([*out, ""])


# --- commands ---


def _commands_index() -> str:
    rows = (f"- [amanat {name}]({name}.md): {says}" for name, says in COMMANDS.items())
    return "\n".join(["# Commands\n", *rows, ""])


def _commands() -> Iterator[tuple[str, str]]:
    context = click.Context(group, info_name="amanat")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield name, f"# amanat {name}\n\n{_command(command, context, name)}\nSource: `amanat {name} --help`.\n"


def _command(command: click.Command, above: click.Context, name: str) -> str:
    context = click.Context(command, info_name=name, parent=above, max_content_width=100, terminal_width=100)
    page = f"```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            below = command.get_command(context, sub)
            if below is not None:
                page += f"\n## amanat {name} {sub}\n\n{_command(below, context, sub)}"
    return page


# --- errors ---


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that raises an error with a code."""

    kind: str
    """Class of the error, e.g. `ReadError`."""
    sentence: str
    """What it says; `…` stands for what is filled in."""
    module: str


def raises(house: Path = ROOT / "src" / "amanat") -> dict[str, list[Raised]]:
    """Return every error code of the house with the places that raise it, found in the source itself."""
    found: dict[str, list[Raised]] = {}
    for path in sorted(house.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=kind) | ast.Attribute(attr=kind), args=[ast.Constant(value=str(code)), says, *_]
                ) if kind.endswith("Error") and _CODE.fullmatch(code):
                    module = path.relative_to(house.parent).with_suffix("").as_posix().replace("/", ".")
                    place = Raised(kind, _sentence(says), module.removesuffix(".__init__"))
                    found.setdefault(code, []).append(place)
    return dict(sorted(found.items()))


def _sentence(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_sentence(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _sentence(node.left) + _sentence(node.right)
    return "…"


def error_page(code: str, places: list[Raised]) -> str:
    """Return the page of an error code: what is said, what sort of error it is, and where it is raised."""
    family = getattr(errors, places[0].kind, errors.AmanatError)
    said = "\n".join(dict.fromkeys(f"> {_plain(code)}: {_plain(place.sentence)}\n" for place in places))
    where = ", ".join(dict.fromkeys(f"`{place.module}`" for place in places))
    return (
        f"# {code}\n\n{said}\n`…` stands for what is filled in: a file and line, a name of an option, a number.\n\n"
        f"**{places[0].kind}**: {html.escape((family.__doc__ or '').partition(chr(10))[0])}\n\n"
        f"The exit status is {family.exit_status}; in a batch the other files are still done.\n\nSource: {where}.\n"
    )


def _errors_index(raised: dict[str, list[Raised]]) -> str:
    rows = [f"| [{code}]({code}.md) | {_plain(places[0].sentence)} |" for code, places in raised.items()]
    family = (errors.__doc__ or "").partition("::")[2].partition("\n\nEach")[0]
    drawn = family.strip("\n")
    return "\n".join(["# Errors\n", f"```\n{drawn}\n```\n", "| code | says |", "| --- | --- |", *rows, ""])


# --- packs ---


def _by_pack(files: Iterable[File]) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for file in files:
        found.setdefault(file.pack or "WORLD", []).append(file)
    return dict(sorted(found.items()))


def pack_page(id_: str, files: list[File]) -> str:
    """Return the page of a pack: how much is known of each kind, how sure, on what sources. No phone number."""
    names = [str(file.content["name"]) for file in files if file.kind == "pack"]
    rows = ["| file | kind | facts | verified | single source | uncertain | as of |", "| --- " * 7 + "|"]
    for file in files:
        count = Counter(str(r["confidence"]) for r in _records(file.content) if "confidence" in r)
        levels = " | ".join(str(count[level]) for level in LEVELS)
        as_of = file.content.get("as_of", "")
        rows.append(f"| `{file.name}` | {file.kind} | {count.total()} | {levels} | {as_of} |")
    given = (Source(str(s.get("title", key)), str(s.get("url", ""))) for f in files for key, s in _sources(f.content))
    table = "\n".join(rows)
    return f"# {' '.join([id_, *names[:1]])}\n\n{table}\n\n## Source\n\n{sources(sorted(given, key=lambda s: s.title))}"


def _sources(content: dict[str, Value]) -> Iterator[tuple[str, dict[str, Value]]]:
    given = content.get("sources")
    for key, source in given.items() if isinstance(given, dict) else ():
        if isinstance(source, dict):
            yield key, source


def _records(value: Value) -> Iterator[dict[str, Value]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _records(child)


def _packs_index(packs: dict[str, list[File]]) -> str:
    head = (
        "# What is known\n\nFacts are dated, sourced and graded. `verified`: the official text was read, or two "
        "sources agree; only such a fact may call a story wrong. `single-source`: may warn. "
        "`uncertain`: is shown as not confirmed.\n\n| pack | files | facts |\n| --- | --- | --- |\n"
    )
    rows = []
    for id_, files in packs.items():
        facts = sum("confidence" in record for file in files for record in _records(file.content))
        rows.append(f"| [{id_}]({id_}.md) | {len(files)} | {facts} |")
    return head + "\n".join([*rows, ""])


# --- all together ---


def write(target: Path) -> int:
    """Write the manual into a folder, which is emptied first; return how many pages were made."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(WRITTEN, target, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for name in FROM_ROOT:
        text = (ROOT / name).read_text("utf-8")
        (target / name.lower()).write_text(_moved(text), "utf-8")
    made = pages()
    for path, text in made.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return len(made)


def _moved(text: str) -> str:
    """Turn links that are right in the root of the project into links that are right in the manual."""
    text = re.sub(r"\]\(docs/", "](", text)
    return re.sub(r"\]\((ARCHITECTURE|CONTRIBUTING|SECURITY)\.md", lambda m: f"]({m[1].lower()}.md", text)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "manual"
    print(f"{write(folder)} pages made in {folder}")
