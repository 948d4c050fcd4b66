"""What a newcomer reads first agrees with what is there."""

import re
import tomllib
from pathlib import Path

import yaml


def test_the_version_is_one(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"]


def test_the_architecture_names_every_room(root: Path, house: Path) -> None:
    table = set(re.findall(r"^\| `(\w+)/` \|", (root / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE))
    assert table == {p.name for p in house.iterdir() if (p / "__init__.py").exists()}


def test_the_layers_drawn_are_the_layers_held(root: Path) -> None:
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    held = [re.sub(r"[()]", "", layer) for c in contracts if c["type"] == "layers" for layer in c["layers"]]
    for page in ("ARCHITECTURE.md", "docs/decisions/0001-the-house-and-its-layers.md"):
        assert "\n".join(held) in (root / page).read_text("utf-8"), page


def test_few_dependencies(root: Path) -> None:
    wanted = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert len(wanted) < 10
    named = (root / "ARCHITECTURE.md").read_text("utf-8").partition("## Few dependencies")[2].partition("\n## ")[0]
    assert not [d for d in wanted if re.split(r"[><=]", d)[0] not in named]


def test_requirements_are_hashed_and_tell_no_address(root: Path) -> None:
    for file in (root / "requirements").glob("*.txt"):
        text = file.read_text("utf-8")
        packages = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert len(packages) > 5
        assert text.count("--hash=sha256:") >= len(packages)
        assert "://" not in text
    assert not (root / "uv.lock").exists() or "uv.lock" in (root / ".gitignore").read_text("utf-8")


def test_the_commands_of_the_readme_exist(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    for page in ("README.md", "CONTRIBUTING.md", "docs/how-to/first-story.md"):
        for target in re.findall(r"^make ([a-z]+)", (root / page).read_text("utf-8"), re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
