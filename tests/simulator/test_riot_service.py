"""The stand-in for Riot's servers: routes, keys, windows, and Data Dragon beside it."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from webapp.simulator.asked import Asked
from webapp.simulator.ddragon.stand import DDragonStand
from webapp.simulator.replies import Reply
from webapp.simulator.riot.people import people_of
from webapp.simulator.riot.service import method_of
from webapp.simulator.riot.stand import RiotStand
from webapp.simulator.riot.windows import Limits, RiotWindows

ADA = people_of("EUW1")[9]
KEY = "RGAPI-ada"


def ask(path: str, query: str = "", key: str = KEY, stand: RiotStand | None = None) -> Reply:
    headers = {"X-Riot-Token": key} if key else {}
    return (stand or RiotStand())(Asked("GET", path, query, headers, b"", "http://sim", "ada"))


def told(path: str, query: str = "", key: str = KEY) -> Any:
    reply = ask(path, query, key)
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def puuid(key: str = KEY) -> str:
    name = quote(ADA.name)
    return told(f"/europe/riot/account/v1/accounts/by-riot-id/{name}/{ADA.tag}", key=key)["puuid"]


def test_an_account_is_found_by_its_name_in_any_region_but_sea() -> None:
    path = f"riot/account/v1/accounts/by-riot-id/{quote(ADA.name.upper())}/{ADA.tag.lower()}"
    assert told(f"/asia/{path}")["gameName"] == ADA.name
    assert ask(f"/sea/{path}").status == 404


def test_each_key_sees_ids_of_its_own() -> None:
    other = puuid("RGAPI-bo")
    assert other != puuid()
    assert ask(f"/europe/riot/account/v1/accounts/by-puuid/{other}").status == 404


def test_a_platform_answers_for_its_own_people_only() -> None:
    path = f"lol/summoner/v4/summoners/by-puuid/{puuid()}"
    assert told(f"/euw1/{path}")["summonerLevel"] > 0
    assert [ask(f"/{route}/{path}").status for route in ("na1", "europe")] == [404, 404]


def test_matches_are_listed_newest_first_and_asked_of_their_region() -> None:
    ids = told(f"/europe/lol/match/v5/matches/by-puuid/{puuid()}/ids", "count=100")
    assert len(ids) > 20
    assert ids == sorted(ids, reverse=True)
    assert (
        told(f"/europe/lol/match/v5/matches/by-puuid/{puuid()}/ids", "start=3&count=2") == ids[3:5]
    )
    body = told(f"/europe/lol/match/v5/matches/{ids[0]}")
    assert puuid() in body["metadata"]["participants"]
    assert ask(f"/asia/lol/match/v5/matches/{ids[0]}").status == 404
    assert ask("/europe/lol/match/v5/matches/EUW1_6/timeline").status == 404


def test_people_have_ranks_mastery_and_sometimes_a_game_they_are_in() -> None:
    ranks = told(f"/euw1/lol/league/v4/entries/by-puuid/{puuid()}")
    assert {one["queueType"] for one in ranks} == {"RANKED_SOLO_5x5", "RANKED_FLEX_SR"}
    mastery = told(f"/euw1/lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid()}")
    points = [one["championPoints"] for one in mastery]
    assert points == sorted(points, reverse=True)
    live = told(f"/euw1/lol/spectator/v5/active-games/by-summoner/{puuid()}")
    assert puuid() in [one["puuid"] for one in live["participants"]]


@pytest.mark.parametrize(("key", "status"), [("", 401), ("nonsense", 403), ("RGAPI-expired", 403)])
def test_a_key_is_asked_for(key: str, status: int) -> None:
    assert ask("/euw1/lol/status/v4/platform-data", key=key).status == status


def test_a_call_too_many_names_the_window_and_how_long_to_wait() -> None:
    stand = RiotStand(Limits(app=((2, 60),)))
    path = "/euw1/lol/status/v4/platform-data"
    first, _, third = (ask(path, stand=stand) for _ in range(3))
    assert first.headers["X-App-Rate-Limit"] == "2:60"
    assert first.headers["X-App-Rate-Limit-Count"] == "1:60"
    assert third.status == 429
    assert third.headers["X-Rate-Limit-Type"] == "application"
    assert int(third.headers["Retry-After"]) == 60
    assert ask("/kr/lol/status/v4/platform-data", stand=stand).status == 200


def test_a_window_opens_at_its_first_call_and_is_new_when_over() -> None:
    now = [100.0]
    windows = RiotWindows(Limits(app=((1, 10),)), now=lambda: now[0])
    assert windows.take(KEY, "euw1", "status").allowed
    now[0] = 109.9
    assert not windows.take(KEY, "euw1", "status").allowed
    now[0] = 110.0
    assert windows.take(KEY, "euw1", "status").allowed


def test_a_method_has_windows_of_its_own() -> None:
    windows = RiotWindows(Limits(methods={"match": ((1, 10),), "ids": ((1, 10),)}))
    assert windows.take(KEY, "europe", "match").allowed
    assert windows.take(KEY, "europe", "ids").allowed
    refused = windows.take(KEY, "europe", "match")
    assert (refused.allowed, refused.headers["X-Rate-Limit-Type"]) == (False, "method")


def test_what_nobody_knows_is_no_method() -> None:
    assert method_of("/lol/summoner/v4/summoners/by-name/Ada") is None
    assert ask("/euw1/lol/summoner/v4/summoners/by-name/Ada").status == 404


def test_data_dragon_has_the_lists_in_two_languages() -> None:
    def list_of(path: str) -> Any:
        reply = DDragonStand()(Asked("GET", path, "", {}, b"", "http://sim", "ada"))
        return json.loads(reply.body) if reply.status == 200 else reply.status

    version = list_of("/api/versions.json")[0]
    names = {
        language: list_of(f"/cdn/{version}/data/{language}/champion.json")["data"]
        for language in ("en_US", "de_DE")
    }
    assert names["en_US"]["Bramwen"]["title"] != names["de_DE"]["Bramwen"]["title"]
    assert names["en_US"]["Bramwen"]["key"] == "266"
    for name in ("item", "summoner", "runesReforged", "profileicon"):
        assert list_of(f"/cdn/{version}/data/en_US/{name}.json")
    assert list_of(f"/cdn/{version}/data/xx_XX/item.json") == 403
