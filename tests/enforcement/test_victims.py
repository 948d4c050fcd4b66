"""What an English sentence says of people rescued and victims counted. All people are invented."""

import pytest

from amanat.enforcement.figures import read_figures
from amanat.read import read_bytes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Officers rescued 21 victims and arrested five traffickers.", "rescued 21, arrested 5"),
        ("More than 100 children were rescued from factories in the city.", "rescued 100"),
        ("The girl was recovered from Multan and the suspect was arrested.", "rescued 1, arrested 1"),
        ("Police recovered the girl and shifted her to a shelter home.", "rescued 1"),
        ("A total of 1,500 children were abused in 2020, says the NGO.", "victims_identified 1500"),
        ("As many as 3,852 children were sexually abused in the country during 2021.", "victims_identified 3852"),
        ("The operation led to 28 arrests and the rescue of 60 women.", "arrested 28, rescued 60"),
        ("The FIA recovered 23 children from a house.", "rescued 23"),
        ("The charity supported 2,300 victims last year.", "victims_identified 2300"),
        (
            "More than 10,000 potential victims of modern slavery were referred to the NRM in 2019.",
            "victims_identified 10000",
        ),
        ("The number of potential victims identified rose to 6,993 in 2018.", "victims_identified 6993"),
        (
            "In the first half of the year, 1,304 cases of child abuse were reported in Pakistan, the group said.",
            "victims_identified 1304",
        ),
        ("According to the report, 2,227 children were abused from January to June 2023.", "victims_identified 2227"),
        ("The bureau had rescued 5,123 children from streets in 2019.", "rescued 5123"),
        ("The police recovered the kidnapped girl from Lahore.", "rescued 1"),
        ("The minor girl was recovered safely and reunited with her family.", "rescued 1"),
        ("Two minor sisters were recovered from Rahim Yar Khan.", "rescued 2"),
        ("The Forced Marriage Unit dealt with 1,764 cases in 2018.", "victims_identified 1764"),
        ("Greek coastguards rescued 104 migrants and recovered 82 bodies.", "rescued 104"),
        ("The Crime Branch rescued 26 girls and arrested 3 persons including a woman.", "rescued 26, arrested 3"),
        ("Railway police rescued 12 minor boys and nabbed two traffickers.", "rescued 12, arrested 2"),
        ("The inquiry found 1,510 victims in the town.", "victims_identified 1510"),
        ("A hundred and five bonded labourers were freed.", "rescued 105"),
        ("Officials recovered 38 labourers including women and children from a brick kiln.", "rescued 38"),
        ("Fifty-three people including 21 children were released from the landlord's farm.", "rescued 53, rescued 21"),
        (
            "Immigration officers offloaded 14 women at the airport and arrested their recruiter.",
            "rescued 14, arrested 1",
        ),
        ("Nine women were intercepted at the airport.", "rescued 9"),
        ("The inspectors freed 11 children from a garment workshop.", "rescued 11"),
        ("Investigators put the number of brides sold at 629.", "victims_identified 629"),
        ("At least 629 girls were sold as brides to Chinese men.", "victims_identified 629"),
        ("Police rescued her and arrested her husband.", "rescued 1, arrested 1"),
        ("The teenager was found safe in Lahore.", "rescued 1"),
        ("There were 3,445 cases of child abuse in 2017.", "victims_identified 3445"),
        ("The report documented 1,000 cases of forced conversion.", "victims_identified 1000"),
        ("Every year 1,000 girls are forcibly converted, rights groups say.", "victims_identified 1000"),
        ("The group recorded 4,139 cases of abuse in 2016.", "victims_identified 4139"),
        ("The number of child sexual abuse cases rose from 2,000 to 2,500.", "victims_identified 2500"),
        ("The unit helped 1,400 people in 2016.", "victims_identified 1400"),
        ("More than 1,400 children were exploited in the town between 1997 and 2013.", "victims_identified 1400"),
        ("The gang sold 40 newborns in two years.", "victims_identified 40"),
        ("The network had trafficked 500 people to Libya.", "victims_identified 500"),
        ("The raid freed 43 bonded labourers, including 19 children.", "rescued 43, rescued 19"),
        ("The court freed 43 bonded labourers.", "rescued 43"),
        (
            "As many as 26 haris, including 12 children and eight women, were recovered from a private jail.",
            "rescued 26, rescued 12",
        ),
        ("Police recovered 17 peasants from the illegal confinement of a landlord.", "rescued 17"),
        ("The bailiff recovered nine members of a family from a brick kiln.", "rescued 9"),
        ("Seventeen people were set free.", "rescued 17"),
        ("Two Nepali girls were rescued from a brothel in Delhi.", "rescued 2"),
        ("Maiti Nepal volunteers rescued five girls at the border.", "rescued 5"),
        ("Police rescued nine Bangladeshi women and held a pimp.", "rescued 9, arrested 1"),
        ("Cops bust sex racket, rescue 4 girls", "rescued 4"),
        ("An estimated 136,000 people are living in modern slavery in the country.", "victims_identified 136000"),
        ("Rights activists say at least 1,000 women are forcibly converted every year.", "victims_identified 1000"),
        ("The commission recorded 78 cases of forced conversion in 2021.", "victims_identified 78"),
        ("Police arrested Shabbir and his two accomplices and recovered the girl.", "arrested 3, rescued 1"),
        ("The CIA police recovered a kidnapped child after an encounter.", "rescued 1"),
        ("Two children, aged five and seven, were rescued from a begging gang.", "rescued 2"),
        ("In 2021, 4,918 missing children were traced.", "rescued 4918"),
        ("Police have traced 14 missing girls.", "rescued 14"),
        ("The NGO helped 340 victims of trafficking last year.", "victims_identified 340"),
        ("The government identified 19,954 trafficking victims.", "victims_identified 19954"),
        ("Twins were rescued from the kiln.", "rescued 2"),
        ("The girl was reunited with her family.", "rescued 1"),
        ("Detectives saved two girls from the gang.", "rescued 2"),
    ],
)
def test_a_sentence_gives_its_figures_and_no_others(words: str, told: str) -> None:
    found = read_figures(read_bytes(f"{words}\n".encode(), "story.txt"))
    assert {f"{reading.stage} {reading.count}" for reading in found} == {
        figure for figure in told.split(", ") if figure
    }
