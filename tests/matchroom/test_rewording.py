"""Findings in other words are asked for, checked and shown alike in every game."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.deadlock.test_wording import each, reworded_at, service, swapped
from tests.matchroom.test_every_tab import ROOMS, Room


@pytest.fixture(params=ROOMS)
def room(request: pytest.FixtureRequest, app: Flask) -> Room:
    """Give a game with its match kept."""
    del app
    found: Room = ROOMS[request.param]
    found.keep(found.match)
    return found


def test_an_honest_service_is_believed(app: Flask, client: FlaskClient, room: Room) -> None:
    path = room.framing.url_of(room.match)
    before = client.get(f"{path}/findings.json").json["cards"]
    changed = [one for one in before if swapped(one["sentence"]) != one["sentence"]]
    assert changed
    with service(app, each(swapped)):
        assert "Put it in other words" in client.get(f"{path}/findings").text
        assert reworded_at(client, path).state == "done"
        page = client.get(f"{path}/findings")
        after = client.get(f"{path}/findings.json").json["cards"]
        assert [one["sentence"] for one in after] == [swapped(one["sentence"]) for one in before]
        assert [one["original"] for one in after if one["original"]] == [
            one["sentence"] for one in changed
        ]
        assert "Put it in other words" not in page.text
        assert "Reworded" in page.text
        assert "Reworded" not in client.get(f"{path}/findings?t=600").text
    assert "Reworded" not in client.get(f"{path}/findings").text


def test_a_liar_changes_nothing(app: Flask, client: FlaskClient, room: Room) -> None:
    path = room.framing.url_of(room.match)
    before = client.get(f"{path}/findings.json").json["cards"]
    with service(app, each(lambda one: one.replace("1", "7") + " Thanks to nobody.")):
        assert reworded_at(client, path).state == "done"
        assert client.get(f"{path}/findings.json").json["cards"] == before
