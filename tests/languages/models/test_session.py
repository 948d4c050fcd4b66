"""A net that is asked: every piece gets chances, together or alone, and long texts are put together from windows."""

import numpy as np
import pytest

from amanat.languages.models import Script, model
from amanat.languages.models.session import Session
from amanat.languages.models.windows import Window, windows

NETS = [*Script, "roles", "roles_urdu", "harm"]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(model("harm"))


@pytest.mark.parametrize("name", NETS)
def test_chances_of_each_head_add_up(name: str) -> None:
    asked = Session(model(name))
    (found,) = asked.chances([([5, 6, 7], [1, 2, 1])])
    labels = len(asked.card.labels)
    assert found.shape == (3, labels + len(asked.card.masks))
    assert np.allclose(found[:, :labels].sum(1), 1, atol=1e-4)
    assert not asked.card.masks or np.allclose(found[:, labels:].sum(1), 1, atol=1e-4)


def test_rows_of_a_batch_are_read_as_if_alone(session: Session) -> None:
    rows = [([5, 6, 7, 8], [1, 1, 1, 1]), ([9, 10], [2, 1])]
    together = session.chances(rows)
    alone = [session.chances([row])[0] for row in rows]
    for one, other in zip(together, alone, strict=True):
        assert (one.argmax(1) == other.argmax(1)).all()
        assert np.abs(one - other).max() < 0.2  # activations are quantised for the batch as a whole


def test_a_long_text_is_put_together_from_windows(session: Session) -> None:
    numbers = [5 + n % 900 for n in range(700)]
    (found,) = session.over([(numbers, [1] * 700)], windows(0, 700, 254, 64), 64)
    labels, both = len(session.card.labels), len(session.card.labels) + len(session.card.masks)
    assert found.shape == (700, both)
    assert np.allclose(found[:, :labels].sum(1), 1, atol=1e-3)
    assert np.allclose(found[:, labels:].sum(1), 1, atol=1e-3)


def test_an_empty_window_is_left_out(session: Session) -> None:
    (found,) = session.over([([], [])], [Window(0, 0, 0)], 64)
    assert found.shape == (0, len(session.card.labels) + len(session.card.masks))
