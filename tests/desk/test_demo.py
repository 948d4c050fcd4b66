"""The demo: a passing store with invented stories, gone when it ends."""

from amanat.aid.referral.states import State
from amanat.desk import casework
from amanat.desk.demo import STORIES, demonstration
from amanat.desk.opened import stories, story_of
from amanat.store import users


def test_the_demo_shows_something_in_both_languages_and_leaves_nothing() -> None:
    with demonstration() as shown:
        folder = shown.state.home.folder
        assert folder.exists()
        user = shown.state.unlock(shown.name, shown.passphrase)
        assert [a.user for a in users.everybody(shown.state.open_vault())] == [user]
        listed = stories(shown.state, user)
        assert {about.title for _, about in listed} == set(STORIES)
        found = [story_of(shown.state, user, record.id).review for record, _ in listed]
        assert {review.language for review in found} == {"en", "ur"}
        assert all(review.masks and review.findings for review in found)
        (case,) = casework.cases(shown.state.open_vault(), user)
        assert [r.state for r in case.referrals] == [State.CONSENTED]
    assert not folder.exists()
    assert shown.state.vault is None
