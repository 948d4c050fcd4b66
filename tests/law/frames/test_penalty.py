"""Statements of penalty in any wording: what they are said of, and what is only news of one case."""

from collections.abc import Callable

import pytest

from amanat.law.statement import Statement

Said = Callable[..., tuple[Statement, ...]]


def verdicts(found: tuple[Statement, ...]) -> list[str]:
    return [s.verdict.value for s in found if s.topic == "penalty"]


@pytest.mark.parametrize(
    ("text", "at", "verdict"),
    [
        (
            "The harshest term open to a court under section 2 of the Modern Slavery Act is nine years.",
            "",
            "contradicted",
        ),
        ("Nobody can be locked up under section 371A of the PPC for longer than four years.", "PK", "contradicted"),
        ("Thirty years is the ceiling under Section 9 of the PSHTA, the clerk believed.", "BD", "contradicted"),
        (
            "Handing over a girl as swara costs no more than a fine only under section 310A of the PPC.",
            "PK",
            "contradicted",
        ),
        ("Under section 6 of the PSHTA the fine is capped: at most Tk 50,000, he said.", "BD", "contradicted"),
        ("A year is the least and life the most for slavery, section 1 of the Modern Slavery Act.", "", "contradicted"),
        (
            "A trader in kidneys has five to ten years to fear from section 19 of India's transplantation law.",
            "",
            "supported",
        ),
        (
            "Six months at most for hiring a child, three years for hazardous work: Sindh's 2017 child labour law.",
            "PK",
            "supported",
        ),
        ("Two years is the floor and ten the ceiling when a child is trafficked, says the PTPA.", "PK", "supported"),
        ("Section 143 of the BNS ends at ten years even where a child is trafficked.", "IN", "contradicted"),
    ],
)
def test_a_term_beside_a_section_is_read_whatever_the_verb(text: str, at: str, verdict: str, said: Said) -> None:
    assert verdicts(said(text, at)) == [verdict]


@pytest.mark.parametrize(
    ("text", "at", "fact"),
    [
        (
            "He who withholds a bonded labourer's property risks a year, says section 19 of India's bonded labour Act.",
            "",
            "in.blsaa.1976.s19",
        ),
        ("For forced labour section 9 means five to twelve years.", "BD", "bd.pshta.s9"),
        (
            "Whoever takes money for a bonded debt that no longer exists may be jailed for up to three years.",
            "PK",
            "pk.blsaa.1992.s8",
        ),
        ("Arranging travel with a view to exploitation is a crime that can end in a life sentence.", "GB", "gb.msa.s2"),
        ("The anti-trafficking Act punishes a trafficker with at least five years.", "BD", "bd.pshta.s6"),
        ("Posting her picture to harass her can bring three years under Peca.", "PK", "pk.peca.2016.s21.1.d"),
    ],
)
def test_the_offence_is_found_without_its_full_name(text: str, at: str, fact: str, said: Said) -> None:
    (found,) = [s for s in said(text, at) if s.topic == "penalty"]
    assert found.fact
    assert found.fact.id.partition("@")[0] == fact
    assert found.verdict.value == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The court sentenced each of the two to imprisonment for life for human trafficking.",
        "The prosecutor demanded a life term for the human smugglers.",
        "The judge gave him nine years for the trafficking of a child.",
        "I carried the letter about for nineteen years.",
        "The union wants the maximum raised to nine years.",
        "She was kept in the kiln for six years as a bonded labourer.",
    ],
)
def test_a_sentence_passed_or_wished_for_states_no_law(text: str, said: Said) -> None:
    assert verdicts(said(text, "PK")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Blackmail by itself carries up to six years.",
        "It carries a term of between two and four years.",
        "The most that a forger can get in such a court is five years.",
        "The law gives two years to anyone who forges a passport.",
        "Who breaks the order can be put away, with up to four years inside, under the Act.",
    ],
)
def test_law_that_the_register_does_not_hold_is_unknown(text: str, said: Said) -> None:
    assert verdicts(said(text, "GB")) == ["unknown"]


def test_what_two_sources_agree_on_outweighs_one_that_differs(said: Said) -> None:
    (found,) = [s for s in said("Section 6 of the PSHTA has a maximum of four years.", "BD") if s.topic == "penalty"]
    assert (found.verdict.value, found.ceiling.value) == ("contradicted", "warning")


BESIDE = (
    "Under {section} the worst a court can do is {years} years.",
    "{years} years: that is as far as {section} lets a judge go.",
    "{section} has {years} years as its upper end.",
    "Judges have {years} years to play with under {section}.",
    "Prosecutors can ask for {years} years under {section}, not a day longer.",
    "Those convicted under {section} can look forward to {years} years in a cell.",
    "He could be looking at {years} years under {section}.",
    "{section} makes it a {years}-year offence.",
    "What {section} has in store is {years} years.",
    "If {section} is proved, {years} years follow.",
    "The court's hands are tied: {section} allows {years} years and not one more.",
    "Parliament set the bar at {years} years in {section}.",
    "{section} can see a man jailed for {years} years.",
    "{section} exposes a trafficker to {years} years.",
)


@pytest.mark.parametrize("wording", BESIDE)
@pytest.mark.parametrize(
    ("section", "at", "years"),
    [
        ("section 498B of the PPC", "PK", "seven"),
        ("section 9 of the PSHTA", "BD", "12"),
        ("the Sindh Child Marriages Restraint Act", "PK", "three"),
    ],
)
def test_a_term_that_is_not_the_sections_is_never_supported(
    wording: str, section: str, at: str, years: str, said: Said
) -> None:
    right, wrong = (said(wording.format(section=section, years=number), at) for number in (years, "33"))
    assert (verdicts(right), verdicts(wrong)) == (["supported"], ["contradicted"])


@pytest.mark.parametrize(
    "text",
    [
        "{section} was added after she had been missing for nine years.",
        "He was booked under {section}; the couple had been married nine years.",
        "Nine years on, the case under {section} drags on.",
        "The trial under {section} took nine years.",
        "He was jailed for nine years under {section}.",
        "The court gave him nine years under {section}.",
        "{section} was inserted nine years ago.",
        "In nine years not one case was registered under {section}.",
        "She told the court of nine years as his captive in the case under {section}.",
        "The high court cut the sentence under {section} to nine years.",
        "A jury convicted him under {section} and he was given nine years.",
        "Her nine-year marriage ended with an FIR under {section}.",
        "The rules under {section} took nine years to write.",
        "Under {section} a bride must be nine years older than the law of her fathers asked.",
        "Orders under {section} run for at least nine years.",
    ],
)
def test_a_length_of_time_in_a_case_or_a_life_is_no_term(text: str, said: Said) -> None:
    assert verdicts(said(text.format(section="Section 498B of the PPC"), "PK")) == []
    assert verdicts(said(text.format(section="The Modern Slavery Act"), "GB")) == []


@pytest.mark.parametrize(
    ("text", "at", "fact"),
    [
        ("A man who hands a girl to a brothel for money can get up to 25 years.", "PK", "pk.ppc.371A"),
        (
            "A father who compels his daughter into a marriage she refuses risks three to seven years.",
            "PK",
            "pk.ppc.498B",
        ),
        ("Elders who hand over a girl to end a feud can be jailed for three to seven years.", "PK", "pk.ppc.310A"),
        ("A trafficker can be sent to prison for at least five years.", "BD", "bd.pshta.s6"),
        ("Crossing the border without a passport is punishable by up to one year.", "PK", "pk.passports.1974.s4"),
        ("A cleric who reads a child's nikah in Sindh faces two to three years.", "PK", "pk-sd.cmra.2013.s4"),
        ("Whoever prints the name of a rape victim faces up to two years in prison.", "IN", "in.bns.72"),
        ("A crime done with the intent of human trafficking can bring up to ten years.", "GB", "gb.msa.s4"),
    ],
)
def test_a_conduct_told_in_other_words_is_found(text: str, at: str, fact: str, said: Said) -> None:
    (found,) = [s for s in said(text, at) if s.topic == "penalty"]
    assert found.fact
    assert (found.fact.id.partition("@")[0], found.verdict.value) == (fact, "supported")


@pytest.mark.parametrize(
    ("text", "at", "verdict"),
    [
        ("Section 1 of the Modern Slavery Act can put a man in prison for the rest of his life.", "GB", "supported"),
        ("The maximum under section 2 of the Modern Slavery Act: life.", "GB", "supported"),
        ("A man convicted under section 367A of the PPC can be hanged.", "PK", "supported"),
        ("Section 371A of the PPC is a hanging offence.", "PK", "contradicted"),
        ("Section 371A of the PPC sends a trader in women away for the rest of his days.", "PK", "contradicted"),
        ("No one goes to prison under section 498B of the PPC; a fine is all there is.", "PK", "contradicted"),
        ("Prison is not an option under section 4 of the PTPA.", "PK", "contradicted"),
        ("Section 498B of the PPC adds a fine of half a million rupees.", "PK", "supported"),
        ("Section 498B of the PPC adds a fine of nine million rupees.", "PK", "contradicted"),
        ("Section 10 of the PSHTA carries a fine of not less than ninety thousand taka.", "BD", "contradicted"),
    ],
)
def test_life_death_and_money_are_held_against_the_section(text: str, at: str, verdict: str, said: Said) -> None:
    assert verdicts(said(text, at)) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "She will carry the scars for the rest of her life, says the FIR under section 371A of the PPC.",
        "Her life was in danger, so police used section 371A of the PPC.",
        "Two girls met their death before section 371A of the PPC was used.",
    ],
)
def test_a_life_or_a_death_of_somebody_is_no_penalty(text: str, said: Said) -> None:
    assert verdicts(said(text, "PK")) == []


PAIRS = (
    "{a} {act} carries {x}, {b} {y}.",
    "Under {a} and {b} {act} the terms are {x} and {y} respectively.",
    "{a} {act} provides for {x} while {b} provides for {y}.",
    "He faces {x} under {a} and {y} under {b} {act}.",
    "{x} is the term under {a} {act}; under {b} it is {y}.",
)


@pytest.mark.parametrize("wording", PAIRS)
@pytest.mark.parametrize(
    ("at", "act", "terms"),
    [
        ("PK", "of the PPC", (("section 498B", "three to seven years"), ("section 498A", "five to ten years"))),
        ("PK", "of the PPC", (("section 371A", "up to 25 years"), ("section 374", "up to five years"))),
        ("GB", "of the Modern Slavery Act", (("section 1", "life"), ("section 4", "ten years"))),
        ("BD", "of the PSHTA", (("section 9", "five to 12 years"), ("section 10", "five to ten years"))),
    ],
)
def test_each_of_two_sections_has_its_own_term(
    wording: str, at: str, act: str, terms: tuple[tuple[str, str], tuple[str, str]], said: Said
) -> None:
    (a, x), (b, y) = terms
    right, swapped = (wording.format(a=a, b=b, x=p, y=q, act=act) for p, q in ((x, y), (y, x)))
    assert (verdicts(said(right, at)), verdicts(said(swapped, at))) == (["supported"], ["contradicted"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was booked under section 310-A of the PPC. It carries three to seven years in jail.", "supported"),
        ("He was booked under section 310-A of the PPC. The section carries up to twenty years.", "contradicted"),
        ("He was booked under section 310-A of the PPC. He slept. It carries up to twenty years.", "unknown"),
        ("Under section 498B of the PPC a term can be ten years under the proviso.", "unknown"),
        (
            "The Sindh Child Marriages Restraint Act carries two to three years; section 498-B of the PPC was added.",
            "supported",
        ),
    ],
)
def test_a_term_is_said_of_the_section_before_or_beside(text: str, told: str, said: Said) -> None:
    assert verdicts(said(text, "PK")) == [told]


def test_a_law_in_the_making_threatens_nothing(said: Said) -> None:
    text = "An amendment of the Penal Code for imprisonment for life of smugglers of migrants is in the pipeline."
    assert verdicts(said(text, "PK")) == []
