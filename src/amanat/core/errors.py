"""What can go wrong, drawn once.

::

    AmanatError                code  sentence
    ├── ReadError              R…    a file could not become a Document
    ├── PackError              K…    a pack is wrong; names file and line, refused whole
    ├── ModelError             M…    a net the package carries is missing or damaged
    ├── DataError              F… H… N…  records, lists or figures cannot be taken in, or do not carry what was asked
    ├── PublishError           P…    an Edition or a file could not be made safely
    ├── StoreError             V…    the sealed store cannot be opened, read or written safely
    │   └── Refused            V020  this person may not do this here
    ├── DeskError              W…    a page of the desk cannot be shown, or a form was not right
    └── UsageError             U… S… the call itself was wrong

Each carries a code to search for and a sentence that says what to do. Messages never hold words of a story.
"""

from typing import ClassVar


class AmanatError(Exception):
    """Root of the family: `code` for people to search for, `message` in one helpful sentence."""

    exit_status: ClassVar[int] = 2

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        """Short name of this failure, for example `R003`; each has a page in the docs."""
        self.message = message
        """One sentence: what happened and what the reader can do."""


class ReadError(AmanatError):
    """A file could not be turned into a Document."""


class PackError(AmanatError):
    """A pack of facts is wrong. The sentence names file and line; the pack is refused whole."""


class ModelError(AmanatError):
    """A net that the package carries is missing or damaged. It is refused whole."""


class DataError(AmanatError):
    """Records, lists or figures cannot be taken in, or are too thin for what was asked. Nothing of them is kept."""


class UsageError(AmanatError):
    """The call was wrong: an unknown code, jurisdiction or option, a span outside its text."""


class PublishError(AmanatError):
    """An edition did not prove clean, or a file could not be written."""


class StoreError(AmanatError):
    """The sealed store cannot be opened, read or written safely."""


class Refused(StoreError):  # noqa: N818 - it says what happened to the asker
    """This person may not do this here. The sentence never tells whether the thing exists."""

    def __init__(self) -> None:
        super().__init__("V020", "this is not open to you; ask whoever leads the desk for a grant")


class DeskError(AmanatError):
    """A page of the desk cannot be shown, or a form was not right."""


def fault_of(error: Exception) -> AmanatError:
    """Turn an error that nobody foresaw into one that may be shown: its type and place, never its words.

    An exception's message may quote the story it broke on, and error output is often pasted into a public tracker.
    """
    if isinstance(error, AmanatError):
        return error
    trace, place = error.__traceback__, ""
    while trace:
        code = trace.tb_frame.f_code
        module = code.co_filename.replace("\\", "/").rpartition("/")[2].removesuffix(".py")
        place = f"{module}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return AmanatError(
        "X001", f"a fault of ours ({type(error).__name__} in {place}); please report it, without the story"
    )
