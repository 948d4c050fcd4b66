"""From errors to what a page may say: a code and a sentence, never a word of a story."""

import logging
from pathlib import Path

from amanat.core import AmanatError, Refused

LOG = logging.getLogger("amanat.desk")

STATUS = {"V018": 429, "V012": 409, "W006": 401, "V002": 401, "V017": 401, "W009": 401, "W008": 404, "W007": 413}
"""HTTP status of errors that are not plainly a wrong request."""


def shown(error: Exception) -> str:
    """Return the sentence of an error; of one that nobody foresaw, its type and place only."""
    return f"{coded(error).code}: {coded(error).message}"


def coded(error: Exception) -> AmanatError:
    """Turn an unforeseen error into one that may be shown: its message might quote what it broke on."""
    if isinstance(error, AmanatError):
        return error
    trace, place = error.__traceback__, ""
    while trace:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    LOG.error("fault %s in %s", type(error).__name__, place)
    return AmanatError(
        "X001", f"a fault of ours ({type(error).__name__} in {place}); please report it, without the story"
    )


def status(error: AmanatError) -> int:
    """Return the HTTP status that fits."""
    if error.code == "X001":
        return 500
    return 404 if isinstance(error, Refused) else STATUS.get(error.code, 422)
