"""The manual is whole: every rule, command, error code and pack has its page, and each page names its source."""

import ast
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from amanat.cli import COMMANDS
from amanat.core import AmanatError, errors
from amanat.packs import load
from amanat.review import rule_cards


@pytest.fixture(scope="session")
def generate(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", root / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def pages(generate: ModuleType) -> dict[str, str]:
    made: dict[str, str] = generate.pages()
    return made


def test_every_rule_has_a_page_with_its_reason_and_source(pages: dict[str, str], generate: ModuleType) -> None:
    for card in rule_cards():
        page = pages[f"rules/{card.code}.md"]
        assert generate.words(card.why) in page
        assert page.partition("## Source\n\n- ")[2].strip(), card.code
        for source in card.sources:
            assert not source.url.startswith("http") or f"<{source.url}>" in page, card.code
        assert f"({card.code}.md)" in pages["rules/index.md"]


def test_every_command_has_a_page_that_is_its_help(pages: dict[str, str]) -> None:
    for name in COMMANDS:
        assert f"Usage: amanat {name}" in pages[f"commands/{name}.md"]
        assert f"Source: `amanat {name} --help`" in pages[f"commands/{name}.md"]
    assert "## amanat rules explain" in pages["commands/rules.md"]


def codes_in(house: Path) -> set[str]:
    """Every code handed to an error of ours anywhere, found by another road than the pages are made on."""
    calls = re.compile(r"\b\w+Error\(\s*\"([A-Z]\d{3})\"")
    return {code for module in house.rglob("*.py") for code in calls.findall(module.read_text("utf-8"))}


def test_every_error_code_has_a_page_that_names_where_it_comes_from(pages: dict[str, str], house: Path) -> None:
    codes = codes_in(house)
    assert {"R001", "K005", "S001", "P001", "U005"} <= codes
    assert codes == {path[7:-3] for path in pages if path.startswith("errors/")} - {"index"}
    for code in codes:
        assert "Source: `amanat" in pages[f"errors/{code}.md"]


def test_a_code_belongs_to_one_kind_of_error(generate: ModuleType) -> None:
    letters = {
        kind: set(re.findall(r"([A-Z])[0-9…]", rest))
        for kind, rest in re.findall(r"(\w+) +((?:[A-Z](?:…|\d{3}) )+)", errors.__doc__ or "")
    }
    assert letters["ReadError"] == {"R"}
    assert letters["DataError"] == {"F", "H", "N"}
    for code, places in generate.raises().items():
        assert all(code[0] in letters.get(place.kind, {"X"}) for place in places), code


def test_a_code_says_one_thing(generate: ModuleType) -> None:
    """The same code in two rooms would send the reader to the wrong page."""
    for code, places in generate.raises().items():
        # A fault of ours is met anywhere; packs and the rules of a room are read by one loader.
        if code[0] in "KX":
            continue
        assert len({place.module.split(".")[1] for place in places}) == 1, f"{code}: {places}"


FAMILY = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, AmanatError) and kind.__init__ is AmanatError.__init__
}
"""Errors that are given their code where they are raised."""


def _is_code(given: ast.expr) -> bool:
    """Tell whether this is a code, or one that another error already carries."""
    match given:
        case ast.Constant(value=str(code)):
            return re.fullmatch(r"[A-Z]\d{3}", code) is not None
        case ast.Name(id="code") | ast.Attribute(attr="code"):
            return True
    return False


def test_no_error_is_raised_without_a_code(house: Path) -> None:
    bare = [
        f"{module.relative_to(house)}:{node.lineno}"
        for module in house.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in FAMILY
        and not (node.args and _is_code(node.args[0]))
    ]
    assert not bare


def test_every_pack_has_a_page_with_its_sources(pages: dict[str, str]) -> None:
    known = load()
    for file in known.files:
        page = pages[f"packs/{file.pack or 'WORLD'}.md"]
        assert f"`{file.name}`" in page
        sources = file.content.get("sources")
        for source in sources.values() if isinstance(sources, dict) else ():
            assert isinstance(source, dict)
            assert not str(source["url"]).startswith("http") or f"<{source['url']}>" in page


def test_no_page_prints_a_helpline(pages: dict[str, str]) -> None:
    """A number belongs in a report that says when it was last called, not in a page that stands for years."""
    numbers = {
        re.sub(r"\D", "", str(service["phone"]))
        for file in load().of_kind("services")
        for service in file.content["services"]  # type: ignore[union-attr]
        if isinstance(service, dict) and len(re.sub(r"\D", "", str(service.get("phone", "")))) >= 7
    }
    assert numbers
    text = re.sub(r"[ ()+-]", "", "".join(page for path, page in pages.items() if path.startswith("packs/")))
    assert not [number for number in numbers if number in text]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<b>bold</b> & *more*", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; *more*</p>"),
        ("لڑکی ملی۔", '<p dir="rtl" lang="ur">لڑکی ملی۔</p>'),
    ],
)
def test_sentences_are_shown_as_they_are(generate: ModuleType, text: str, page: str) -> None:
    assert generate.words(text) == page


def test_links_lead_somewhere(generate: ModuleType, tmp_path: Path, root: Path) -> None:
    made = generate.write(tmp_path / "manual")
    manual = tmp_path / "manual"
    assert made == len(generate.pages())
    named = [*manual.rglob("*.md"), *(root / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
    found = [(page, to) for page in (*named, root / "ARCHITECTURE.md") for to in link.findall(page.read_text("utf-8"))]
    assert len(found) > 50
    broken = [f"{page.name} -> {to}" for page, to in found if not (page.parent / to).exists()]
    assert not broken


def test_the_menu_names_pages_that_exist(generate: ModuleType, tmp_path: Path, root: Path) -> None:
    generate.write(tmp_path / "manual")
    named = re.findall(r"[\w/-]+\.md$", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert len(named) > 8
    assert not [name for name in named if not (tmp_path / "manual" / name).exists()]


def test_decisions_are_numbered_and_listed(root: Path) -> None:
    folder = root / "docs" / "decisions"
    files = sorted(p.name for p in folder.glob("0*.md"))
    numbers = [int(name[:4]) for name in files]
    assert len(set(numbers)) == len(numbers)
    assert numbers[:5] == [1, 2, 3, 4, 5]
    index = (folder / "index.md").read_text("utf-8")
    assert not [name for name in files if f"({name})" not in index]
    for name in files:
        text = (folder / name).read_text("utf-8")
        assert re.match(rf"# {name[:4]} \S", text), name
        assert re.search(r"\n(## |\*\*)(Why|Reasons|Decided)", text), f"{name} gives no reason"
