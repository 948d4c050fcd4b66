"""The files the package carries are those its cards speak of."""

import json

import pytest

from amanat.languages import models
from amanat.languages.models import Script, model

NETS = [*Script, "roles", "roles_urdu", "harm"]


@pytest.mark.parametrize("name", NETS)
def test_a_net_fits_its_card(name: str) -> None:
    net = model(name)
    assert len(net.card.labels) > 1
    assert len(net.vocabulary) > max(net.card.open, net.card.close, net.card.pad, net.card.unknown)


@pytest.mark.parametrize("name", NETS)
def test_cards_name_data_licence_and_recipe(name: str) -> None:
    said = json.loads(models._file(f"{name}.json"))
    assert said["recipe"]["seed"]
    assert said["licence"] == "Apache-2.0" or name in list(Script)
    assert all(source["licence"] for source in said["data"])
    assert "uner" not in json.dumps(said["data"]).lower()
