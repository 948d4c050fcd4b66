from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def layered_pdf(maker: Callable[[str], ModuleType]) -> ModuleType:
    """The maker of PDFs with a secret in each layer, and its scanner."""
    return maker("read/layered_pdf")


@pytest.fixture(scope="session")
def in_process() -> ModuleType:
    """The PDF reader without its cage: for questions where the cage makes no difference and costs half a second."""
    from amanat.read.pdf_layers import inside  # noqa: PLC0415

    inside.prepare()
    return inside
