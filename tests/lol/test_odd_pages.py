"""Odd modes, odd names and what is missing, on the tabs Overview, Economy, Laning and Data."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.lol.kept import keep, ranked
from tests.lol.real import bodies
from tests.lol.told import ARAM, ARENA, BARE, REMAKE, RIFT, TABLES, keep_bodies, twin_of
from webapp.core.db import utc_now
from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.pages.tables import table_csv
from webapp.matchroom.moment import Moment


def test_names_are_written_safely_and_lead_to_their_owners(
    app: object, client: FlaskClient
) -> None:
    assert app
    body, _ = bodies()
    people = body["info"]["participants"]
    people[0] |= {"riotIdGameName": "Ada Ünder Score", "riotIdTagline": "EUW"}
    people[1] |= {"riotIdGameName": "<b>x</b>/../?a=1", "riotIdTagline": "EUW"}
    people[2] |= {"riotIdGameName": "=1+1", "riotIdTagline": None}
    keep_bodies(body)
    rows = twin_of(client, RIFT, "")["board"]["groups"][0]["rows"]
    assert rows[0]["url"] == "/lol/summoners/euw1/Ada%20%C3%9Cnder%20Score-EUW"
    assert (rows[1]["url"], rows[2]["url"]) == ("", "")
    assert "<b>x</b>" not in client.get(f"/lol/matches/{RIFT}").text
    assert ",'=1+1," in (table_csv(RIFT, "scoreboard", Moment(), {}) or "")


def test_arena_is_told_by_places_and_has_no_lanes(app: object, client: FlaskClient) -> None:
    assert app
    keep(ARENA)
    page = twin_of(client, ARENA, "")
    assert [group["name"] for group in page["board"]["groups"]][:2] == ["Place 1", "Place 2"]
    assert (page["taken"], page["scores"]) == (None, None)
    assert "small teams" in client.get(f"/lol/matches/{ARENA}").text
    assert "without lanes" in client.get(f"/lol/matches/{ARENA}/laning").text
    assert len(twin_of(client, ARENA, "/economy")["economy"]["charts"]) == 1


@pytest.mark.parametrize("match_id", [ARAM, REMAKE])
def test_sides_without_roles_have_a_scoreboard_and_no_score(
    app: object, client: FlaskClient, match_id: str
) -> None:
    assert app
    keep(match_id)
    page = twin_of(client, match_id, "")
    assert [group["side"] for group in page["board"]["groups"]] == ["a", "b"]
    assert page["scores"] is None
    for tab in ("", "/economy", "/laning", "/data"):
        assert client.get(f"/lol/matches/{match_id}{tab}?t=60").status_code == 200


@pytest.mark.parametrize("players", [2, 3])
def test_swarm_is_told_without_opponents(app: object, client: FlaskClient, players: int) -> None:
    assert app
    body, timeline = bodies()
    body["info"] |= {"gameMode": "STRAWBERRY", "mapId": 33, "queueId": 1800 + 10 * players}
    body["info"]["participants"] = body["info"]["participants"][:players]
    keep_bodies(body, timeline)
    groups = twin_of(client, RIFT, "")["board"]["groups"]
    assert [(one["name"], len(one["rows"])) for one in groups] == [("Players", players)]
    for tab in ("", "/economy", "/laning", "/data"):
        assert client.get(f"/lol/matches/{RIFT}{tab}?t=60").status_code == 200


def test_a_game_that_never_began_says_so_on_every_tab(app: object, client: FlaskClient) -> None:
    assert app
    info = {"endOfGameResult": "Abort_Unexpected", "gameDuration": 0, "participants": []}
    match_id = keep_bodies({"metadata": {"matchId": "EUW1_900"}, "info": info})
    assert "Nobody played this game" in client.get(f"/lol/matches/{match_id}").text
    for tab in ("", "/economy", "/laning", "/data"):
        answer = client.get(f"/lol/matches/{match_id}{tab}?t=60")
        assert answer.status_code == 200
        assert "Fetch the timeline" not in answer.text, tab
    for name in TABLES:
        assert table_csv(match_id, name, Moment(), {})


def test_a_match_without_timeline_offers_to_fetch_it(app: object, client: FlaskClient) -> None:
    assert app
    keep(RIFT, timeline=False)
    for tab in ("", "/economy", "/laning", "/data"):
        text = client.get(f"/lol/matches/{RIFT}{tab}").text
        assert f'method="post" action="/lol/matches/{RIFT}/timeline"' in text, tab
    keep(BARE, "generated")
    text = client.get(f"/lol/matches/{BARE}/economy").text
    assert "The timeline of this match is not here" in text
    assert "<form class=" not in text.partition('id="panel"')[2]


def test_ranks_known_here_stand_beside_the_match_and_say_when_they_were_seen(
    app: object, client: FlaskClient
) -> None:
    assert app
    body, _ = bodies()
    people = body["info"]["participants"]
    puuids = [people[0]["puuid"], people[7]["puuid"]]
    for puuid, points in zip(puuids, (40, 60), strict=True):
        ranked(puuid, Rank(SOLO, utc_now(), "GOLD", "II", points, 10, 8))
    keep(RIFT)
    ranks = twin_of(client, RIFT, "")["ranks"]
    assert [(one["seat"]["slot"], one["words"], one["points"]) for one in ranks["lines"]] == [
        (1, "Gold II", 40),
        (8, "Gold II", 60),
    ]
    assert (ranks["average"], ranks["of"], ranks["queue"]) == ("Gold II", 10, "Solo/Duo")
    assert "Known for 2 of 10" in client.get(f"/lol/matches/{RIFT}").text
