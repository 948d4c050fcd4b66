"""Which fields of a case there are: names of the Human Trafficking Case Data Standard (HTCDS 2.0, IOM, CC BY 4.0).

A short list on purpose: what a body that helps needs, and no more. Those that say who somebody is are kept apart from
those that say what happened.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    name: str
    """In HTCDS; `own_Age` for the one that the standard lacks: it stays at the desk."""
    label: str
    choices: tuple[str, ...] = ()
    """Values of its list; empty for free words."""
    long: bool = False


IDENTITY = (
    Field("prs_FirstName", "First name"),
    Field("prs_SecondName", "Second name"),
    Field("prs_IdentityNumber", "Identity number"),
    Field("prs_MobilePhone", "Telephone"),
    Field("prs_MailingStreet", "Address"),
    Field("cas_OutgoingReferralDetails", "How and when it is safe to call"),
)
"""Who it is. Shown to who works on the case, to nobody who may only read it."""
CIRCUMSTANCES = (
    Field(
        "prs_Gender",
        "Gender",
        (
            "Feminine",
            "Masculine",
            "TransgenderFeminine",
            "TransgenderMasculine",
            "NonConforming",
            "NonSpecifiedUnknown",
        ),
    ),
    Field("own_Age", "Age in years"),
    Field("prs_PrimaryLanguage", "Language"),
    Field("prs_Citizenship", "Citizenship"),
    Field("prs_MailingCity", "City or district"),
    Field(
        "vic_TypeOfExploitation",
        "Kind of exploitation",
        (
            "ForcedLabour",
            "SexualExploitation",
            "ChildLabour",
            "ForcedMarriage",
            "Servitude",
            "ForcedMilitaryByNonStateActors",
            "OrganRemoval",
            "ForcedBegging",
            "ForcedAdoption",
            "Surrogacy",
            "Other",
        ),
    ),
    Field("vic_DetailsOfVulnerabilities", "What happened, and what is needed", long=True),
)
"""What happened and what is needed."""
ALL = (*IDENTITY, *CIRCUMSTANCES)
TOLD = tuple(f for f in ALL if not f.name.startswith("own_"))
"""What another body may be told."""
GENDERS = {"Feminine": "f", "Masculine": "m", "TransgenderFeminine": "t", "TransgenderMasculine": "t"}
"""To the letters that the register's questions use; the others say nothing a body could be chosen by."""
