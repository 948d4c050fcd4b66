"""What can go wrong, drawn once.

::

    AmanatError                code  sentence
    ├── ReadError              R…    a file could not become a Document
    ├── PackError              K…    a pack is wrong; names file and line, refused whole
    ├── ModelError             M…    a net the package carries is missing or damaged
    ├── LedgerError            F…    a table of figures or cases, or a list of people, cannot be taken in
    ├── SpanError              S001  a span does not fit the text it speaks of
    ├── NumbersError           N…    figures allow no such estimate, or are not what they should be
    ├── PublishError           P…    an Edition or a file could not be made safely
    ├── StoreError             V…    the sealed store cannot be opened, read or written safely
    │   └── Refused            V020  this person may not do this here
    ├── DeskError              W…    a page of the desk cannot be shown, or a form was not right
    ├── DirectoryError         H…    the directory of help: a wrong record, place, call or hand-over
    └── UsageError             U…    the call itself was wrong

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


class LedgerError(AmanatError):
    """A table of figures or cases, or a list of people, cannot be taken in. Nothing of it is kept."""


class SpanError(AmanatError):
    """A span lies outside its text, is empty, or cuts a written character in two."""


class NumbersError(AmanatError):
    """Figures are impossible, or too thin to carry the estimate asked for. No number is given instead."""


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


class DirectoryError(AmanatError):
    """The directory of help was asked or fed wrongly: a record, a place, a call or a hand-over is refused."""


class UsageError(AmanatError):
    """The call was wrong: an unknown code, jurisdiction or option."""


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
