"""A summoner's pages: known, unknown, narrowed, in part, as JSON and CSV; champions beside."""

from __future__ import annotations

import dataclasses
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.lol.conftest import Riot
from tests.lol.kept import ADA, all_done, done, keep
from tests.lol.real import bodies
from tests.lol.told import keep_bodies
from webapp.core.db import db
from webapp.core.rate_limit import FixedLimiter, Scope, Told, Window
from webapp.core.valkey import shared_valkey
from webapp.lol import actions
from webapp.lol.domain.platforms import key_budget
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts, catalogue, games
from webapp.simulator.riot.people import people_of, puuid_of
from webapp.simulator.riot.scenarios import games_of

ADA_ID = RiotId(ADA.name, ADA.tag)
URL = f"/lol/summoners/euw1/{ADA_ID.slug}"
OURS = {"Sec-Fetch-Site": "same-origin"}
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
TABS = ("", "/profile", "/champions", "/people", "/live")


def known(games: int = 6) -> None:
    """Keep an account and some of its games, without any job."""
    for one in games_of(ADA)[:games]:
        keep(one.match_id, timeline=False)
    account_id = accounts.save_account("EUW1", ADA_ID, puuid_of(ADA, ""), icon=3, level=77)
    accounts.touch(account_id)
    db.session.commit()
    db.session.remove()


def test_in_the_arena_those_of_one_team_played_together(client: FlaskClient) -> None:
    for number in (8_100_000_001, 8_100_000_002):
        body, _ = bodies("EUW1_4")
        body["info"]["gameId"] = number
        body["metadata"]["matchId"] = f"EUW1_{number}"
        keep_bodies(body)
    people = body["info"]["participants"]
    own, team = people[0], people[0]["playerSubteamId"]
    account_id = accounts.save_account("EUW1", ADA_ID, own["puuid"])
    accounts.touch(account_id)
    db.session.commit()
    told = client.get(f"{URL}/people.json").json
    assert told
    met = {one["name"]: (one["together"], one["against"]) for one in told["people"]}
    assert len(met) == len(people) - 1
    for one in people[1:]:
        mate = one["playerSubteamId"] == team
        assert met[one["riotIdGameName"]] == ((2, 0) if mate else (0, 2))


def test_an_update_says_the_fuller_route_and_how_long_riot_has_us_wait(
    client: FlaskClient,
) -> None:
    limiter, address = FixedLimiter(shared_valkey()), "/lol/summoners/{}/Nobody-NB.json"
    windows = (Window(100, 120.0),)
    region, route = (Scope(key_budget(one), windows) for one in ("sea", "vn2"))
    for scope in (region, region, route, route, route):
        limiter.answered(limiter.take([scope]), [Told(scope, "100:120", "0:120")])
    told = client.get(address.format("vn2")).json
    assert told
    assert told["head"]["update"]["limit_said"] == "3 of 100 calls in 2 min used"
    limiter.freeze(Scope(key_budget("tw2")), 90)
    told = client.get(address.format("tw2")).json
    assert told
    assert re.fullmatch(r"Riot has us wait for \d\d s", told["head"]["update"]["limit_said"])


def test_where_only_the_newest_games_count_the_pages_say_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(4)
    assert "of the newest" not in client.get(URL).text
    monkeypatch.setattr(games, "MOST_GAMES", 3)
    assert "Games kept here, of the newest 3</dt><dd>3" in client.get(URL).text
    assert "in 3 games kept here, of the newest 3;" in client.get(URL + "/people").text
    assert "Games shown, of the newest 3</dt>" in client.get(URL + "?queue=420").text


def test_patches_stand_by_number_the_newest_first(client: FlaskClient) -> None:
    for number, patch in enumerate(("16.9", "16.10", "15.24"), 8_200_000_001):
        body, _ = bodies()
        body["info"] |= {"gameId": number, "gameVersion": f"{patch}.1.1"}
        body["metadata"]["matchId"] = f"EUW1_{number}"
        keep_bodies(body)
    champion = body["info"]["participants"][0]["championId"]
    told = client.get(f"/lol/champions/{champion}.json").json
    assert told
    assert [one["word"] for one in told["patches"]] == ["16.10", "16.9", "15.24"]


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_answers_whole_in_part_and_as_json(client: FlaskClient, tab: str) -> None:
    known()
    whole = client.get(URL + tab)
    assert whole.status_code == 200
    assert f"{ADA.name}" in whole.text
    part = client.get(URL + tab, headers=PART)
    assert part.status_code == 200
    assert len(part.data) < len(whole.data)
    told = client.get(URL + tab + ".json")
    assert told.json
    assert told.json["head"]["name"] == ADA.name


@pytest.mark.parametrize("tab", TABS)
def test_somebody_nobody_looked_up_is_a_page_with_a_button(client: FlaskClient, tab: str) -> None:
    page = client.get(f"/lol/summoners/kr/Somebody New-KR1{tab}")
    assert page.status_code == 200
    assert "Nobody looked this summoner up yet" in page.text
    assert 'action="/lol/summoners/kr/Somebody%20New-KR1/update"' in page.text


def test_without_a_platform_one_may_be_chosen_or_found(client: FlaskClient) -> None:
    page = client.get("/lol/summoners/find/Somebody New-KR1")
    assert "Europe West" in page.text
    known(0)
    moved = client.get(f"/lol/summoners/find/{ADA_ID.slug}")
    assert (moved.status_code, moved.location) == (303, URL)


@pytest.mark.parametrize(
    "path", ["/lol/summoners/mars/Ada-EUW", "/lol/summoners/euw1/Ada", "/lol/summoners?name=Ada"]
)
def test_what_is_no_riot_id_or_platform_is_no_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_typed_riot_id_leads_to_its_page(client: FlaskClient) -> None:
    assert client.get("/lol/summoners").location == "/lol"
    found = client.get("/lol/summoners?name=Ada%23EUW&platform=kr")
    assert found.location == "/lol/summoners/kr/Ada-EUW"
    assert client.get("/lol/summoners?name=Ada%23EUW").location == "/lol/summoners/find/Ada-EUW"


def test_the_box_knows_riot_ids_links_and_match_ids(client: FlaskClient) -> None:
    known(1)
    assert client.get(f"/open?q={ADA.name}%23{ADA.tag}").location == URL
    other = client.get("/open?q=https://www.op.gg/summoners/kr/Bo-KR1").location
    assert other == "/lol/summoners/kr/Bo-KR1"
    assert client.get("/open?q=EUW1_6511808246").location == "/lol/matches/EUW1_6511808246"


def test_filters_stand_in_the_url_and_narrow_every_number(client: FlaskClient) -> None:
    known(12)
    everything = client.get(URL + ".json").json
    won = client.get(URL + ".json?result=won").json
    assert everything
    assert won
    assert (everything["total"], won["total"]) == (12, everything["share"]["wins"])
    assert won["share"]["percent"] == 100
    champion = everything["champions"][0]
    narrowed = client.get(URL + ".json" + champion["url"]).json
    assert narrowed
    assert narrowed["total"] == champion["games"]
    for query in ("?queue=x", "?champion=-1", "?since=tomorrow", "?role=king", "?patch=;"):
        told = client.get(URL + ".json" + query).json
        assert told
        assert told["total"] == 12
    assert client.get(URL + ".json?until=2001-01-01").json["total"] == 0  # type: ignore[index]


def test_figures_are_those_of_the_games_kept_here(client: FlaskClient) -> None:
    known(12)
    told = client.get(URL + ".json").json
    assert told
    assert sum(one["games"] for one in told["champions"]) == 12
    assert sum(one["games"] for one in told["sittings"]) <= 12
    assert len(told["form"]["dots"]) == 12
    rows = client.get(URL + "/tables/matches.csv").text.splitlines()
    assert len(rows) == 13
    assert client.get(URL + "/tables/champions.csv").status_code == 200
    assert client.get(URL + "/tables/nothing.csv").status_code == 404


def test_update_tells_age_queue_and_limits(client: FlaskClient, riot: Riot) -> None:
    del riot
    first = client.post(URL + "/update", headers=OURS)
    assert first.status_code == 303
    waiting = client.get(URL)
    assert "Watch its progress" in waiting.text
    done(first.location)
    page = client.get(URL).text
    assert re.search(r"From Riot, <time", page)
    assert re.search(r"\d+ of 30,000 calls in 10 min used", page)
    assert "Gold" in page or "Silver" in page or "Master" in page or "Diamond" in page
    all_done(3)
    assert "that Riot lists are not kept here yet" in client.get(URL).text
    assert client.post(URL + "/matches", headers=OURS).status_code == 303
    assert "Banned" in client.get(URL + "/live").text


def test_an_update_tells_how_many_wait_before_it_and_then_what_it_does(
    client: FlaskClient, riot: Riot
) -> None:
    def said() -> str:
        db.session.rollback()
        told = client.get(URL + ".json").json
        assert told
        assert told["head"]["update"]["run_url"] == asked
        assert f"Updating: {told['head']['update']['run_said']}" in client.get(URL).text
        return str(told["head"]["update"]["run_said"])

    known(0)
    before = [actions.ask_for_summoner(RiotId(f"Bo {one}", "EUW"), "EUW1") for one in range(2)]
    asked = actions.ask_for_summoner(ADA_ID, "EUW1")
    actions.ask_for_summoner(RiotId("Cy", "EUW"), "EUW1")
    assert said() == "2 in the queue before it"
    done(before[0])
    assert said() == "1 in the queue before it"
    done(before[1])
    assert said() == "It waits for its turn"
    riot.order(path_pattern="", fault="403")
    assert done(asked).state == "waiting"
    assert said() == "Riot does not accept this site’s key at the moment."


def test_a_refused_key_is_said_on_every_page_that_would_fetch(
    client: FlaskClient, riot: Riot
) -> None:
    riot.order(path_pattern="", fault="403")
    done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    for path in ("/lol", URL, "/lol/matches/EUW1_7100000009"):
        assert "does not accept this site’s key" in client.get(path).text


def test_played_with_counts_games_together_and_against(client: FlaskClient) -> None:
    known(25)
    told = client.get(URL + "/people.json").json
    assert told
    for one in told["people"]:
        assert one["together"] + one["against"] > 1
        assert one["together_share"]["n"] == one["together"]
    names = {person.name for person in people_of("EUW1")}
    assert {one["name"] for one in told["people"]} <= names


def test_champions_have_a_catalogue_and_pages(client: FlaskClient) -> None:
    known(6)
    listed = client.get("/lol/champions.json").json
    assert listed
    played = next(one for one in listed["champions"] if one["share"]["n"])
    page = client.get(played["url"])
    assert page.status_code == 200
    assert client.get(played["url"] + ".json").json["total"]  # type: ignore[index]
    assert client.get(played["url"], headers=PART).status_code == 200
    assert client.get("/lol/champions/987654").status_code == 404
    assert client.get("/lol/champions").status_code == 200
    catalogue.forget_catalogue()


def test_the_first_page_and_its_twin(client: FlaskClient) -> None:
    known(2)
    assert ADA.name in client.get("/lol").text
    assert len(client.get("/lol.json").json["recent"]) == 2  # type: ignore[index]


def test_an_unknown_match_is_a_page_with_a_button_and_a_404_for_programs(
    client: FlaskClient,
) -> None:
    page = client.get("/lol/matches/EUW1_6511808246")
    assert page.status_code == 200
    assert "/lol/matches/EUW1_6511808246/analysis" in page.text
    assert client.get("/lol/matches/EUW1_6511808246.json").status_code == 404
    assert client.get("/lol/matches/EUW1_77").status_code == 404
    assert client.get("/lol/matches/XX9_77777777").status_code == 404
    assert client.get("/lol/matches/ESPORTSTMNT01_2693492").status_code == 200
    assert client.post("/lol/matches/EUW1_77/analysis", headers=OURS).status_code == 404
    asked = client.post("/lol/matches/euw1_7100000009/analysis", headers=OURS)
    assert asked.location.startswith("/jobs/")


def test_bodies_are_given_back_as_they_came(client: FlaskClient) -> None:
    match_id = keep("EUW1_7100000008")
    for path in ("/raw", "/raw/timeline", "/analysis.json"):
        answer = client.get(f"/lol/matches/{match_id}{path}")
        assert answer.status_code == 200
        again = client.get(
            f"/lol/matches/{match_id}{path}", headers={"If-None-Match": answer.headers["ETag"]}
        )
        assert again.status_code == 304
        assert client.get(f"/lol/matches/EUW1_7100000009{path}").status_code == 404


def test_without_a_key_nothing_impossible_is_offered_and_what_is_kept_shows(
    client: FlaskClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyless = dataclasses.replace(app.extensions["guildhall.settings"], riot_api_key="")
    monkeypatch.setitem(app.extensions, "guildhall.settings", keyless)
    match_id = keep(games_of(ADA)[0].match_id, timeline=False)
    db.session.remove()
    for url in (URL, URL.replace("euw1", "find"), URL.replace(ADA.name, ADA.name.upper())):
        page = client.get(url).text
        assert "/update" not in page
        assert f"/lol/matches/{match_id}" in page
        assert "Games kept here with this name" in page
    assert f"/lol/matches/{match_id}" not in client.get(URL.replace("euw1", "kr")).text
    known(1)
    assert "/update" not in client.get(URL).text
