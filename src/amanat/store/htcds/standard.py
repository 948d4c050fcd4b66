"""The fields of HTCDS 2.0: their names, types and the values they may have."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

DIRECT = frozenset(
    "prs_Salutation prs_FirstName prs_MiddleName prs_SecondName prs_Birthdate prs_IdentityNumber prs_Email "
    "prs_HomePhone prs_MobilePhone prs_MailingStreet prs_MailingPostalCode prs_MailingLongitude prs_MailingLatitude "
    "hte_Longitude hte_Latitude hte_Street hte_PostalCode hte_Description cas_CaseOwner "
    "cas_ReferringPrimaryCaseWorker cas_ReferredPrimaryCaseWorker cas_IncomingReferralDetails "
    "cas_OutgoingReferralDetails cas_ReasonForCaseClosure "
    "cco_CaseComment vic_DetailsOfVulnerabilities per_RoleDetails spl_Objectives spl_ActionPlan org_Phone "
    "org_ShippingStreet org_ShippingPostalCode org_ShippingLongitude org_ShippingLatitude".split()
)
"""Fields that name a person, lead to their door, or hold free words in which anything may stand."""
_PHONE = re.compile(r"\+?[1-9]\d{1,14}")  # as the standard's notes give it (E.164)
_PHONES = frozenset({"prs_HomePhone", "prs_MobilePhone", "org_Phone"})
_VALUE = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    name: str
    """With its prefix: `prs_Gender`."""
    section: str
    label: str
    kind: str
    """As the standard says: `Text`, `Date`, `Picklist` …"""
    core: bool
    deprecated: bool
    choices: frozenset[str]
    """Values it may have; empty when any text may stand there."""

    def wrong(self, value: str) -> str:
        """Return what is wrong with a value, without repeating it; empty when nothing is."""
        if self.kind == "Date":
            return "" if _is_date(value) else "is no day like 2026-11-24"
        if self.kind == "Checkbox":
            return "" if value in ("true", "false") else "is neither true nor false"
        if self.kind in ("Number", "Geolocation"):
            return "" if re.fullmatch(r"-?\d+(?:\.\d+)?", value) else "is no number"
        if self.name in _PHONES:
            return "" if _PHONE.fullmatch(re.sub(r"[\s()-]", "", value)) else "is no telephone number of E.164"
        given = value.split(";") if self.kind.startswith("Multiselect") else [value]
        strange = self.choices and not {one.strip() for one in given} <= self.choices
        return "is none of the values of the standard" if strange else ""


@lru_cache(maxsize=1)
def fields() -> Mapping[str, Field]:
    """Return every field by name, in the order of the standard."""
    with files(__package__).joinpath("fields.csv").open(encoding="utf-8") as handle:
        rows = [row for row in csv.DictReader(handle) if "_" in row["Field Name including Prefix"]]
    return {field.name: field for field in map(_field, rows)}


def _field(row: Mapping[str, str]) -> Field:
    lines = [line.strip() for line in row["Value Names (if picklist)"].splitlines() if line.strip()]
    return Field(
        name=row["Field Name including Prefix"].strip(),
        section=" ".join(row["Section"].split()),
        label=row["Field Label"].strip(),
        kind=row["Field Type"].strip(),
        core=row["Core"].strip() == "Core",
        deprecated=row["Status"].strip() == "DEPRECATED",
        # some lists are described in words (ISO codes) instead of being given
        choices=frozenset(lines) if all(map(_VALUE.fullmatch, lines)) else frozenset(),
    )


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
