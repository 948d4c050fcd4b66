"""Whoever lists the house should read the job itself."""

import ast
import re
from pathlib import Path

import pytest

NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
LONGEST = 400
REASON = re.compile(r"^# long because: \S.{10,}", re.MULTILINE)

ELSEWHERE = {
    "__init__.py": "tests/core/test_values.py",
    "__main__.py": "one line; tests/cli runs the module",
    "core/claim.py": "values without behaviour; tests/core/test_values.py",
    "core/rule.py": "values without behaviour; tests/core/test_values.py",
    "core/trace.py": "values without behaviour; tests/core/test_values.py",
    "cli/__init__.py": "two lines; every test in tests/cli runs them",
    "packs/__init__.py": "tests/packs/test_loader.py",
    "packs/checks.py": "tests/packs/test_loader.py",
    "packs/strict_yaml.py": "tests/packs/test_loader.py",
}
"""Modules whose test stands under another name, and where."""


def modules(house: Path) -> list[Path]:
    return sorted(p for p in house.rglob("*.py") if "__pycache__" not in p.parts)


def test_no_folder_or_module_has_an_empty_name(root: Path) -> None:
    named = [p for top in ("src", "tests", "bench", "docs") for p in (root / top).rglob("*")]
    assert len(named) > 50
    assert not [p for p in named if p.stem in NO_NAMES and (p.is_dir() or p.suffix == ".py")]


def too_long(text: str) -> bool:
    return text.count("\n") > LONGEST and not REASON.search(text)


def test_long_files_have_a_reason(root: Path) -> None:
    files = [p for top in ("src", "tests", "bench", "docs") for p in (root / top).rglob("*.py")]
    assert not [str(p.relative_to(root)) for p in files if too_long(p.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("x\n" * 401, True),
        ("x\n" * 400, False),
        ("# long because: one table, read as one\n" + "x\n" * 900, False),
        ("# long because: x\n" + "x\n" * 900, True),
    ],
)
def test_a_long_file_would_be_seen(text: str, *, wrong: bool) -> None:
    assert too_long(text) is wrong


def behaves(module: Path) -> bool:
    """Tell whether a module does something: a function or method with more in it than one statement."""
    tree = ast.parse(module.read_text("utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return any(len([s for s in f.body if not _is_docstring(s)]) > 1 for f in functions)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def mirrored(module: Path, tests: Path) -> bool:
    """Tell whether a module has its mirror: `a/b.py` in `tests/a/test_b*.py`, `a/__init__.py` in `tests/a/test_a*.py`.

    A folder of modules of one shape (rules, formats, exports) may be tested as a folder: `a/rules/x.py` in
    `tests/a/test_rules*.py` or in any file of `tests/a/rules`.
    """
    folder, name = tests / module.parent, module.stem
    if name == "__init__":
        name = module.parent.name
        if list(folder.glob("test_ask*.py")):
            return True
    as_folder = tests / module.parent.parent
    return bool(
        list(folder.glob(f"test_{name}*.py"))
        or (len(module.parts) > 2 and list(as_folder.glob(f"test_{module.parent.name}*.py")))
        or (len(module.parts) > 2 and list(folder.glob("test_*.py")))
    )


def test_every_module_with_behaviour_has_its_mirror(house: Path, root: Path) -> None:
    bare = [
        relative
        for module in modules(house)
        if (relative := module.relative_to(house).as_posix()) not in ELSEWHERE
        and behaves(module)
        and not mirrored(Path(relative), root / "tests")
    ]
    assert not bare, f"no test of their own: {bare}"


def test_the_exceptions_are_still_needed(house: Path, root: Path) -> None:
    assert not [name for name in ELSEWHERE if not (house / name).exists() or mirrored(Path(name), root / "tests")]


def test_a_missing_mirror_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "law/rules").mkdir(parents=True)
    assert not mirrored(Path("law/frames.py"), tmp_path)
    assert not mirrored(Path("law/rules/l001.py"), tmp_path)
    (tmp_path / "law/test_frames.py").touch()
    assert mirrored(Path("law/frames.py"), tmp_path)
    assert not mirrored(Path("law/frame.py"), tmp_path / "other")
    (tmp_path / "law/rules/test_all.py").touch()
    assert mirrored(Path("law/rules/l001.py"), tmp_path)


def test_every_folder_of_tests_is_named_after_a_room(house: Path, root: Path) -> None:
    ours = {"house", "typing", "docs", "browser", "bench", "training", "examples"}
    folders = {p.name for p in (root / "tests").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders - ours <= {p.name for p in house.iterdir() if p.is_dir()}


def test_every_room_and_module_says_what_it_is_for(house: Path) -> None:
    assert not [str(m.relative_to(house)) for m in modules(house) if not ast.get_docstring(ast.parse(m.read_text()))]
