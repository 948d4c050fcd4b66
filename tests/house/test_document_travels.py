"""How a document travels: always `document`, always first, never bound again, never handed back.

Only `read` makes a Document, only `publish` makes an Edition. The types hold most of it (tests/typing); this holds
what types cannot say.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FACES = {"cli", "desk", "lsp"}  # they open files, so they bind the name once; they wire and do not think
Function = ast.FunctionDef | ast.AsyncFunctionDef


def faults(source: str, room: str) -> list[str]:
    """List what a module of a room does wrong with documents, as `line: what`."""
    tree = ast.parse(source)
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, Function):
            found += _signature(node, room)
        elif isinstance(node, ast.Lambda):
            found += [(node.lineno, "a lambda takes `document`") for a in node.args.args[1:] if a.arg == "document"]
        elif isinstance(node, ast.Call):
            found += _made(node, room)
        if room not in FACES:
            found += [(line, "binds `document` again") for line in _bound(node)]
    return [f"{line}: {what}" for line, what in sorted(found)]


def _signature(function: Function, room: str) -> Iterator[tuple[int, str]]:
    given = [*function.args.posonlyargs, *function.args.args]
    free = [a for a in given if a.arg not in {"self", "cls"}]
    named = {a.arg for a in free[:1]}
    for a in (*given, *function.args.kwonlyargs, function.args.vararg, function.args.kwarg):
        if a is None:
            continue
        is_one = _written(a.annotation) in {"Document", "core.Document"}
        if is_one and a.arg != "document":
            yield a.lineno, f"the Document is called `{a.arg}`"
        if a.arg == "document" and not is_one:
            yield a.lineno, "`document` is not annotated Document"
        if a.arg == "document" and a.arg not in named:
            yield a.lineno, "`document` is not the first parameter"
    if "Document" in _names(function.returns) and room not in {"read", *FACES}:
        yield function.lineno, "hands a Document back"
    if "Edition" in _names(function.returns) and room not in {"publish", *FACES}:
        yield function.lineno, "hands out an Edition"


def _names(annotation: ast.expr | None) -> list[str]:
    """Names in an annotation, also when it is written as a string."""
    return re.findall(r"\w+", _written(annotation))


def _written(annotation: ast.expr | None) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation) if annotation else ""


def _made(call: ast.Call, room: str) -> Iterator[tuple[int, str]]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == "Document" and room != "read":
        yield call.lineno, "makes a Document"
    if name == "Edition" and room != "publish":
        yield call.lineno, "makes an Edition"
    if name == "replace" and call.args and isinstance(call.args[0], ast.Name) and call.args[0].id == "document":
        yield call.lineno, "changes a copy of the document"


def _bound(node: ast.AST) -> list[int]:
    match node:
        case (
            ast.Name(id="document", ctx=ast.Store())
            | ast.ExceptHandler(name="document")
            | ast.MatchAs(name="document")
            | ast.MatchStar(name="document")
            | ast.alias(asname="document")
            | ast.alias(name="document", asname=None)
        ):
            return [node.lineno]
        case ast.Global(names=names) | ast.Nonlocal(names=names) if "document" in names:
            return [node.lineno]
    return []


def test_the_house_keeps_it(house: Path) -> None:
    wrong = [
        f"{module.relative_to(house)}:{fault}"
        for module in sorted(house.rglob("*.py"))
        for fault in faults(module.read_text("utf-8"), module.relative_to(house).parts[0])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("source", "room", "what"),
    [
        ("def f(doc: Document): ...", "law", "the Document is called `doc`"),
        ("def f(doc: 'Document'): ...", "law", "the Document is called `doc`"),
        ("def f(doc: core.Document): ...", "law", "the Document is called `doc`"),
        ("def f(document): ...", "law", "`document` is not annotated Document"),
        ("def f(document: str): ...", "law", "`document` is not annotated Document"),
        ("def f(document: Document | None): ...", "law", "`document` is not annotated Document"),
        ("def f(scene: Scene, document: Document): ...", "law", "`document` is not the first parameter"),
        ("def f(*, document: Document): ...", "law", "`document` is not the first parameter"),
        ("def f(x: int) -> Document: ...", "law", "hands a Document back"),
        ("def f(document: Document) -> 'tuple[Document, int]': ...", "law", "hands a Document back"),
        ("def f(x: int) -> Edition: ...", "law", "hands out an Edition"),
        ("async def f(x: int) -> Edition: ...", "store", "hands out an Edition"),
        ("def f(document: Document): document = 1", "law", "binds `document` again"),
        ("def f():\n for document in x: pass", "law", "binds `document` again"),
        ("def f():\n with x as document: pass", "law", "binds `document` again"),
        ("def f():\n return [document for document in x]", "law", "binds `document` again"),
        ("def f():\n return (document := 1)", "law", "binds `document` again"),
        ("import story as document", "law", "binds `document` again"),
        ("try: f()\nexcept E as document: pass", "law", "binds `document` again"),
        ("match x:\n case [document]: pass", "law", "binds `document` again"),
        ("x = Document('', 'en', ())", "publish", "makes a Document"),
        ("x = core.Edition('', 'en', '', True)", "review", "makes an Edition"),
        ("def f(document: Document): return replace(document, text='')", "law", "changes a copy of the document"),
        ("def f(self, document: Document) -> int: ...", "law", ""),
        ("def f(data: bytes) -> Document: return Document('', 'en', ())", "read", ""),
        ("def f(document: Document) -> Edition: return Edition('', 'en', '', True)", "publish", ""),
        ("for path in paths: document = read(path)", "cli", ""),
        ("for path in paths: document = read(path)", "store", "binds `document` again"),
    ],
)
def test_it_bites(source: str, room: str, what: str) -> None:
    found = faults(source, room)
    assert any(what in fault for fault in found) if what else not found, found
