"""From errors to what a page may say: a code and a sentence, never a word of a story."""

import logging

from amanat.core import AmanatError, DeskError, Refused, fault_of

LOG = logging.getLogger("amanat.desk")

STATUS = {
    "V018": 429,
    "V012": 409,
    "W006": 401,
    "V002": 401,
    "W031": 401,
    "V017": 401,
    "W009": 401,
    "W008": 404,
    "W007": 413,
}
"""HTTP status of errors that are not plainly a wrong request."""


def not_ours() -> DeskError:
    """Return the error of a form with a word that no page of the desk offers."""
    return DeskError("W010", "this form holds a word that the desk does not know; load the page again")


def wrong_code() -> DeskError:
    """Return the error of a second step whose code is not of this half minute, or was taken before."""
    return DeskError("W031", "this code is not right; codes change every 30 seconds")


def shown(error: Exception) -> str:
    """Return the sentence of an error; of one that nobody foresaw, its type and place only."""
    return f"{coded(error).code}: {coded(error).message}"


def coded(error: Exception) -> AmanatError:
    """Turn an unforeseen error into one that may be shown, and note it in the log."""
    made = fault_of(error)
    if made is not error:
        LOG.error("%s", made)
    return made


def status(error: AmanatError) -> int:
    """Return the HTTP status that fits."""
    if error.code == "X001":
        return 500
    return 404 if isinstance(error, Refused) else STATUS.get(error.code, 422)
