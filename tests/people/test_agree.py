"""Two readings of the same words."""

from amanat.core import Identifier, Place, Span, Trace, TraceKind
from amanat.people.agree import agreed, small_places
from amanat.people.candidate import Candidate, Names

TEXT = "Police said Qurman Belozai Ashk met Kot Sabzal and Omid in Swat."
NOBODY = Names((), (), ())


def at(words: str, score: float) -> Trace:
    start = TEXT.index(words)
    return Trace(Span(start, start + len(words)), TraceKind.NAME, Identifier.DIRECT, score)


def candidate(words: str, score: float = 1.0) -> Candidate:
    return Candidate(at(words, 1).span, "", score)


def people(names: Names) -> list[str]:
    return [TEXT[c.span.start : c.span.end] for c in names.people]


def test_what_the_net_is_sure_of_is_a_name() -> None:
    assert people(agreed(NOBODY, (at("Omid", 0.9),), (), TEXT)) == ["Omid"]
    assert people(agreed(NOBODY, (at("Omid", 0.5),), (), TEXT)) == []


def test_a_name_cut_short_grows() -> None:
    names = Names((candidate("Belozai"),), (), ())
    assert people(agreed(names, (at("Qurman Belozai Ashk", 0.9),), (), TEXT)) == ["Qurman Belozai Ashk"]


def test_two_names_are_not_made_one() -> None:
    names = Names((candidate("Qurman"), candidate("Ashk")), (), ())
    assert people(agreed(names, (at("Qurman Belozai Ashk", 0.9),), (), TEXT)) == ["Qurman", "Ashk"]


def test_a_doubtful_name_needs_a_nod() -> None:
    names = Names((), (), (candidate("Omid", 0.6),))
    assert people(agreed(names, (at("Omid", 0.4),), (), TEXT)) == ["Omid"]
    assert people(agreed(names, (), (), TEXT)) == []


def test_places_and_bodies_are_no_people() -> None:
    swat = at("Swat", 0.99)
    assert people(agreed(NOBODY, (swat,), (Place(swat.span, "pk-swat", "PK-KP", None),), TEXT)) == []
    assert people(agreed(Names((), (swat.span,), ()), (swat,), (), TEXT)) == []


def test_words_in_small_letters_are_no_names() -> None:
    assert people(agreed(NOBODY, (at("met", 0.99),), (), TEXT)) == []


def test_small_places_are_those_the_gazetteer_does_not_hold() -> None:
    words = "She was kept in Ramgarhi near Swat. North Ashworth police came."
    seen = [
        Trace(Span(words.index(w), words.index(w) + len(w)), TraceKind.VILLAGE, Identifier.QUASI, 0.9)
        for w in ("Ramgarhi", "Swat", "North Ashworth")
    ]
    swat = Place(seen[1].span, "pk-swat", "PK-KP", None)
    found = list(small_places(words, tuple(seen), (swat,), ()))
    assert [words[t.span.start : t.span.end] for t in found] == ["Ramgarhi"]
    assert list(small_places(words, tuple(seen), (), (Span(0, len(words)),))) == []
