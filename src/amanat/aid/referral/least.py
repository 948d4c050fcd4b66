"""The least a body needs for a purpose: what was agreed to and is not needed stays in the house all the same."""

_LAW = frozenset({"representation", "legal_advice", "asylum", "prison", "documents", "complaint"})
_CARE = frozenset(
    {"medical", "psychosocial", "sexual_violence_care", "shelter", "child_protection", "women_protection"}
)
_RESCUE = frozenset({"rescue", "trafficking_report", "bonded_labour_release", "missing_child"})
_NONE: frozenset[str] = frozenset()

NEEDED_FOR: dict[str, frozenset[str]] = {
    "prs_IdentityNumber": frozenset({"documents", "representation", "repatriation", "asylum", "prison"}),
    **dict.fromkeys(
        ("prs_MailingStreet", "prs_MailingPostalCode", "prs_MailingLongitude", "prs_MailingLatitude"),
        _RESCUE | {"repatriation"},
    ),
    **dict.fromkeys(("prs_MaritalStatus", "prs_NumberOfChildren"), _CARE | {"asylum", "representation"}),
    "prs_HighestLevelOfEducation": frozenset({"labour", "migration_advice", "psychosocial"}),
    **dict.fromkeys(("vic_TypeOfSexExploitation", "vic_Vulnerabilities", "vic_DetailsOfVulnerabilities"), _CARE | _LAW),
    **dict.fromkeys(
        ("vic_RecruitmentWebsitesAndApps", "vic_ExploitationWebsitesAndApps"), _LAW | _RESCUE | {"digital"}
    ),
    **dict.fromkeys(("per_RoleInProcess", "per_RoleDetails"), _LAW | _RESCUE),
    **dict.fromkeys(
        ("hte_Street", "hte_PostalCode", "hte_Longitude", "hte_Latitude", "hte_Description"), _LAW | _RESCUE
    ),
    # notes of the desk for the desk
    **dict.fromkeys(
        ("cco_CaseComment", "cas_CaseOwner", "cas_ReasonForCaseClosure", "vic_AgreementToManagePersonalData"), _NONE
    ),
}
"""HTCDS field to the needs for which a body must have it; a field that is not here goes with every consent to it."""


def needed(field: str, purpose: str) -> bool:
    """Tell whether a body needs a field for a purpose (the id of a need)."""
    return purpose in NEEDED_FOR.get(field, {purpose})
