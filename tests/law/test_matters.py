"""What an offence is about, told from a few words."""

import pytest

from amanat.law.matters import matters


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("punishment for rape", {"rape"}),
        ("kidnapping or abducting in order to murder", {"kidnapping", "murder"}),
        ("Punishment of qatl-i-amd", {"murder"}),
        ("attempted murder", {"murder"}),
        ("attempt", {"attempt"}),
        ("cheating and dishonestly inducing delivery", {"fraud"}),
        ("offences under the law", set()),
        ("", set()),
    ],
)
def test_words_tell_the_kind_of_offence(words: str, found: set[str]) -> None:
    assert matters(words) == found
