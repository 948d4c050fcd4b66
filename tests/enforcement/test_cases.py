"""What an English sentence says of cases, charges and investigations. All people are invented."""

import pytest

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The police registered a case and arrested two suspects.", "case_registered 1, arrested 2"),
        (
            "The FIA arrested 46 human smugglers and registered 153 cases during the last 40 days.",
            "arrested 46, case_registered 153",
        ),
        ("The accused was arrested and a case was registered against him.", "arrested 1, case_registered 1"),
        ("A man, 45, from Bradford has been charged with three counts of rape.", "charged 1"),
        ("Three men have been charged with conspiracy to traffic women.", "charged 3"),
        ("The SHO said that an FIR has been registered under Section 376 of the PPC.", "case_registered 1"),
        ("A First Information Report (FIR) was lodged against the suspects.", "case_registered 1"),
        ("The court indicted Yawar Chughtai and two others in the case.", "charged 3"),
        (
            "In 2022, 2,446 cases were registered and 791 agents arrested across the country.",
            "case_registered 2446, arrested 791",
        ),
        ("Police booked five people for child marriage.", "case_registered 5"),
        ("In Punjab, 3,000 cases of child abuse were reported to police in 2021.", "case_registered 3000"),
        ("Police file case against 12 for forced marriage", "case_registered 1"),
        ("It is alleged that the police refused to register a case.", ""),
        ("The case has been registered at the Women Police Station.", "case_registered 1"),
        ("Police confirmed that a 17-year-old boy has been charged with possession.", "charged 1"),
        ("On the complaint of the father, the police registered a case against three men.", "case_registered 1"),
        ("A case has been registered against the accused under sections 376 and 34 of the PPC.", "case_registered 1"),
        ("The Kot Addu police registered an FIR against four people, including a prayer leader.", "case_registered 1"),
        ("Police have registered a case and started investigation.", "case_registered 1"),
        ("Four people, including a lorry driver, have been charged over the deaths of 39 migrants.", "charged 4"),
        ("The lorry driver, Gideon Ashworth, was charged with 27 counts of manslaughter.", "charged 1"),
        ("He was charged with rape and remanded in custody.", "charged 1"),
        ("The accused, a 32-year-old tuition teacher, has been booked under the Pocso Act.", "case_registered 1"),
        ("Police booked a man for raping his daughter.", "case_registered 1"),
        ("NIA chargesheets 4 in human trafficking case", "charged 4"),
        ("The CBI has filed a chargesheet against 13 accused.", "charged 13"),
        ("Police filed a charge sheet against the accused.", "charged 1"),
        ("Police are investigating 43 cases of grooming.", "investigated 43"),
        ("No case has been registered yet.", ""),
        ("Police have not registered an FIR.", ""),
        ("Fifty-two suspects were charged last year.", "charged 52"),
        ("Six FIRs have been lodged and eleven people are behind bars.", "case_registered 6, arrested 11"),
        ("Charges were filed against three people.", "charged 3"),
        ("Three people face charges of trafficking.", "charged 3"),
        ("Prosecutors charged a 52-year-old man with trafficking.", "charged 1"),
        ("A complaint was registered at the police station.", "case_registered 1"),
        ("A case was lodged at Saddar police station.", "case_registered 1"),
        ("An FIR (No 112/2020) was lodged under section 365-B.", "case_registered 1"),
        ("The police lodged an FIR against unknown persons.", "case_registered 1"),
        ("The FIR was lodged by her neighbour.", "case_registered 1"),
        ("The father got an FIR registered.", "case_registered 1"),
        ("The mother had a case registered against the cleric.", "case_registered 1"),
        ("A criminal case has been opened.", "case_registered 1"),
        ("A case under section 371-A of the Pakistan Penal Code was registered.", "case_registered 1"),
        (
            "The police have filed a case under the Protection of Children from Sexual Offences Act.",
            "case_registered 1",
        ),
        ("A rape case was registered.", "case_registered 1"),
        ("The suspect was booked under the Pocso Act.", "case_registered 1"),
        ("He was later booked for rape.", "case_registered 1"),
        ("Police recorded 7,000 modern slavery offences.", "case_registered 7000"),
        ("Police received 120 complaints and registered 12 cases.", "case_registered 12"),
        ("Around 200 officers are investigating 1,500 suspects.", "investigated 1500"),
        ("Three booked for abducting girl", "case_registered 3"),
        ("The FIA registered an FIR against the agents and arrested three of them.", "case_registered 1, arrested 3"),
        ("Police registered a case against the girl's father, her uncle and the groom.", "case_registered 1"),
        (
            "According to police records, 25 cases of child marriage were registered in the province last year.",
            "case_registered 25",
        ),
        ("Of the 240 cases registered, challans were submitted in 190.", "case_registered 240, charged 190"),
        ("A court in Multan indicted the cleric on Monday.", "charged 1"),
        ("Gul appeared at the magistrates' court charged with trafficking.", "charged 1"),
    ],
)
def test_a_sentence_gives_its_figures_and_no_others(words: str, told: str) -> None:
    found = read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))
    assert {f"{reading.stage} {reading.count}" for reading in found} == {
        figure for figure in told.split(", ") if figure
    }
