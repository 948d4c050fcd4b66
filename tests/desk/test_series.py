"""What is remembered of a story for those that follow it."""

from hypothesis import given
from hypothesis import strategies as st

from amanat.desk.series import read, write
from amanat.review import Profile

PROFILES = st.lists(
    st.builds(
        Profile,
        st.text(max_size=5),
        st.text(max_size=5),
        st.sampled_from(["", "f", "m"]),
        st.none() | st.integers(0, 120),
        st.lists(st.text(max_size=5), max_size=3).map(tuple),
    ),
    max_size=4,
)


@given(PROFILES)
def test_profiles_come_back_as_they_were(profiles: list[Profile]) -> None:
    assert read(write(profiles)) == tuple(profiles)
