from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def layered_pdf() -> ModuleType:
    """The maker of PDFs with a secret in each layer, and its scanner."""
    spec = spec_from_file_location("layered_pdf", Path(__file__).parent / "layered_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def in_process() -> ModuleType:
    """The PDF reader without its cage: for questions where the cage makes no difference and costs half a second."""
    from amanat.read.pdf_layers import inside  # noqa: PLC0415

    inside.prepare()
    return inside
