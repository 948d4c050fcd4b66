"""What all tests share: a cache folder of their own, one hypothesis profile, and a story of invented people."""

import os
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from amanat.core import Document
from amanat.read import read_bytes

settings.register_profile(
    "house",
    deadline=None,  # two cores, shared: time says nothing about the law tested
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=60,
    derandomize=True,  # one commit gives one answer; `HYPOTHESIS_PROFILE=search` looks further
)
settings.register_profile("search", settings.get_profile("house"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the whole project."""
    return ROOT


@pytest.fixture(scope="session")
def house() -> Path:
    """The folder of the package."""
    return ROOT / "src" / "amanat"


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Packs are compiled into a folder of this run (shared by its workers), never into the user's own cache.

    What an office keeps in its data folder is neither read nor written by a test.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("XDG_DATA_HOME", str(base / "data"))
        patch.delenv("AMANAT_PACKS", raising=False)
        yield folder


@pytest.fixture(scope="session")
def maker(root: Path) -> Callable[[str], ModuleType]:
    """Loads a module that lies beside the tests and makes files for them: `maker("read/layered_pdf")`."""

    def load(place: str) -> ModuleType:
        spec = spec_from_file_location(Path(place).name, root / "tests" / f"{place}.py")
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


STORY = """\
Girl freed from kiln, two held

Police freed Mehrunnisa Khatoon, 13, from a brick kiln near Chak 9999 on Monday, her father Dilawar Khatoon said.

Deputy Superintendent Farhad Qureshi said two men were arrested. "We will not rest," he told reporters.
"""


@pytest.fixture
def story() -> Document:
    """A short story of invented people, read as plain text."""
    return read_bytes(STORY.encode(), "story.txt")


@pytest.fixture
def superdesk(maker: Callable[[str], ModuleType]) -> ModuleType:
    """The plugin for Superdesk, as its server would load it."""
    return maker("../integrations/superdesk/amanat_review")
