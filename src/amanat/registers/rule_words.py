"""What a rule with named values says, as readers read it: `non-bailable`, not `bailable: False`."""

from amanat.packs import Record
from amanat.packs.value import Value

_YES_NO = {
    "cognizable": ("cognizable (police may arrest without a warrant)", "non-cognizable (police need a warrant)"),
    "bailable": ("bailable", "non-bailable"),
    "compoundable": ("compoundable", "not compoundable"),
}
_SAID = {
    "court": "tried by: {}",
    "agency": "investigated by: {}",
    "default": "investigated by: {}",
    "if_cross_border_transport_part_of_transaction": "where transport into or out of the country is part of it: {}",
    "summary_trial": "summary trial: {}",
    "for": "for: {}",
    "preference": "preference: {}",
    "decision_within_days": "decision within {} days",
    "decision_within_months": "decision within {} months",
    "marriage_age_female": "women may marry from {}",
    "marriage_age_male": "men may marry from {}",
    "work_age": "work is allowed from {} years",
}


def in_words(rule: Record) -> str:
    """Write the named values of a rule (schema `law.yaml#/$defs/rule`) as one sentence without its full stop."""
    return "; ".join(_one(key, value) for key, value in rule.items())


def _one(key: str, value: Value) -> str:
    if isinstance(value, bool):
        return _YES_NO[key][not value]
    if key in _YES_NO:
        return f"{_YES_NO[key][0]}: {value}"
    return _SAID[key].format(value)
