from amanat.core import Mention, MentionKind, Person, Protection, Role, Span


def test_names_are_the_named_mentions_in_order() -> None:
    mentions = (
        Mention(Span(0, 4)),
        Mention(Span(9, 12), MentionKind.PRONOUN),
        Mention(Span(20, 24)),
        Mention(Span(30, 38), MentionKind.DESCRIPTION),
    )
    person = Person("p1", Role.VICTIM, Protection.PROTECT, None, mentions)
    assert person.names == (Span(0, 4), Span(20, 24))
