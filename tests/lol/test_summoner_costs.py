"""What a summoner's pages ask of the database, and how large they are at first view."""

from __future__ import annotations

import gzip

import pytest
from flask.testing import FlaskClient

from tests.lol.kept import keep
from tests.lol.test_summoner_pages import ADA, URL, known
from tests.questions import questions, round_trips
from webapp.simulator.riot.scenarios import games_of


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (URL, 6),
        (URL + "/champions", 5),
        (URL + "/people", 5),
        (URL + "/live", 6),
        ("/lol/champions", 1),
        ("/lol/champions/111", 1),
        ("/lol", 5),
    ],
)
def test_a_page_asks_the_same_however_many_games_there_are(
    client: FlaskClient, path: str, most: int
) -> None:
    known(2)
    client.get(path)
    with questions() as few:
        client.get(path)
    for one in games_of(ADA)[2:8]:
        keep(one.match_id, timeline=False)
    with questions() as many:
        page = client.get(path)
    assert page.status_code == 200
    assert len(few) == len(many)
    assert len(many) <= most, "\n".join(many)


@pytest.mark.parametrize(("path", "most"), [(URL, 4), ("/lol/summoners/euw1/Nobody-EUW", 2)])
def test_a_first_page_goes_to_the_database_seldom(
    client: FlaskClient, path: str, most: int
) -> None:
    known(8)
    client.get(path)
    with round_trips() as trips:
        assert client.get(path).status_code == 200
    assert len(trips) <= most, "\n\n".join(trips)


def test_the_first_view_is_light(client: FlaskClient) -> None:
    known(20)
    assert len(gzip.compress(client.get(URL).data)) < 20_000
