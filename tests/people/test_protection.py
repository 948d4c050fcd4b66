"""From what speaks for each role to what follows for the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core import Protection, Role
from amanat.people.protection import DOUBT, decided, protection, protection_of, shielded
from amanat.people.roles import Voice

POINTS = st.dictionaries(st.sampled_from([role.value for role in Role]), st.floats(-3, 12), max_size=5)
CHANCES = st.lists(st.floats(0.001, 1), min_size=len(Role), max_size=len(Role)).map(
    lambda n: {role: number / sum(n) for role, number in zip(Role, n, strict=True)}
)


def sure_of(role: Role, chance: float) -> dict[Role, float]:
    rest = (1.0 - chance) / (len(Role) - 1)
    return {other: chance if other is role else rest for other in Role}


@given(POINTS, CHANCES)
def test_likelihoods_add_up_and_grow_with_a_cue(cues: dict[str, float], chances: dict[Role, float]) -> None:
    likely = Voice(cues, chances).likely()
    assert sum(likely.values()) == pytest.approx(1.0)
    more = Voice({**cues, "judge": cues.get("judge", 0.0) + 1.0}, chances).likely()
    assert more[Role.JUDGE] >= likely[Role.JUDGE]


@given(POINTS, CHANCES)
def test_who_may_well_be_harmed_is_protected(cues: dict[str, float], chances: dict[Role, float]) -> None:
    voice = Voice(cues, chances)
    role, unclear = decided(voice, harm=True)
    hidden = protection(role, open_=unclear, consent=False) is Protection.PROTECT
    assert hidden is (shielded(voice.likely()) >= DOUBT)


@pytest.mark.parametrize("role", list(Role))
def test_a_sure_net_is_believed(role: Role) -> None:
    assert decided(Voice({}, sure_of(role, 0.98)), harm=True) == (role, False)


def test_a_clear_cue_outvotes_the_net() -> None:
    voice = Voice({"victim": 6.0}, sure_of(Role.POLICE, 0.8))
    role, unclear = decided(voice, harm=True)
    assert protection(role, open_=unclear, consent=False) is Protection.PROTECT
    assert decided(Voice({"victim": 9.0}, sure_of(Role.POLICE, 0.8)), harm=True) == (Role.VICTIM, False)


def test_in_doubt_the_role_is_open_and_the_name_hidden() -> None:
    likely = {**dict.fromkeys(Role, 0.0), Role.WITNESS: 0.4, Role.OFFICIAL: 0.6}
    role, unclear = decided(Voice({}, likely), harm=True)
    assert (role, unclear) == (Role.OTHER_PRIVATE, True)
    assert protection(role, open_=unclear, consent=False) is Protection.PROTECT


def test_where_no_harm_is_told_more_is_asked() -> None:
    voice = Voice({}, sure_of(Role.VICTIM, 0.7))
    assert decided(voice, harm=True)[0] is Role.VICTIM
    assert protection_of(decided(voice, harm=False)[0]) is not Protection.PROTECT


@pytest.mark.parametrize("harm", [True, False])
def test_without_a_net_cues_alone_decide_and_silence_is_open(harm: bool) -> None:  # noqa: FBT001 - a table
    assert decided(Voice({"police": 3.0}, {}), harm=harm) == (Role.POLICE, False)
    assert decided(Voice({}, {}), harm=harm) == (Role.OTHER_PRIVATE, True)


def test_a_survivor_who_waived_anonymity_is_the_editors_choice() -> None:
    assert protection(Role.VICTIM, open_=False, consent=True) is Protection.EDITOR
    assert protection(Role.MINOR_VICTIM, open_=False, consent=True) is Protection.PROTECT
