"""The help box: what a story tells its readers of where to turn, ready to be set beside it.

Made from a Review's help alone: no word of the story is in it. A number is in it only while the call that proved it
is fresh on the day of printing, and no later call has found it wrong; a review that was kept longer than that gives the
name without the number.
"""

from collections.abc import Callable
from datetime import date

from amanat.core import Review, UsageError
from amanat.publish.box import page, text, word
from amanat.publish.box.content import Box, box_of

FORMS: dict[str, Callable[[Box], bytes]] = {"txt": text.write, "html": page.write, "docx": word.write}
"""Ending of a file to what writes it."""


def help_box(review: Review, form: str, on: date, stands: Callable[[str, date], bool]) -> bytes:
    """Return the help box of a story.

    Args:
        review: of the story; its help is taken, in the story's language.
        form: one of FORMS.
        on: the day of printing.
        stands: tells whether a call on record proves a number on a day (`Providers.stands`): what was true when the
            story was read may have been found wrong since.

    Raises:
        UsageError: U025, there is no such form.
    """
    if form not in FORMS:
        raise UsageError("U025", f"a help box is one of {', '.join(FORMS)}")
    return FORMS[form](box_of(review.help, review.language, on, stands))
