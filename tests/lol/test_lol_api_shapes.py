"""Every payload below /api/lol has the fields of the older service's, each of its kind.

Written down here, and read once more from what was captured, where the real samples are.
"""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask.testing import FlaskClient

from tests.lol.kept import ADA, keep
from webapp.core.db import db, utc_now
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.ingest.match import INTAKE
from webapp.lol.ingest.news import News, save_news
from webapp.lol.store.catalogue import forget_catalogue, save_catalogue
from webapp.lol.upstream.replies import Account, LeagueEntry, Summoner
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.ddragon import sample_names
from webapp.simulator.riot.accounts import account_body, league_bodies, summoner_body
from webapp.simulator.riot.scenarios import games_of

OURS = {"Sec-Fetch-Site": "same-origin"}
SIGNING = ("users/sign_up", "users/sign_in", "fetch_user")
ACCOUNT = {
    "id": str,
    "summonerName": str,
    "riot_id": str,
    "puuid": str,
    "profileIconId": int,
    "summonerLevel": int,
}
USER = ACCOUNT | {"email": type(None), "riot_account": dict}
RANK = {
    "leagueId": str,
    "queueType": str,
    "tier": str,
    "rank": str,
    "puuid": str,
    "leaguePoints": int,
    "wins": int,
    "losses": int,
    "veteran": bool,
    "inactive": bool,
    "freshBlood": bool,
    "hotStreak": bool,
}
LINE = {"id": str, "game_id": str}
MATCH = {"metadata": dict, "info": dict}
METADATA = {"dataVersion": str, "matchId": str, "participants": list}
CHAMPION = {"champ_id": int, "name": str, "nickname": str, "image_url": str}


def kinds(told: Any) -> dict[str, type]:
    """Give the kind of each field."""
    return {name: type(value) for name, value in told.items()}


def told_by_riot(account: Any, summoner: Any, entries: Any) -> uuid.UUID:
    """Keep an account as a worker would, from the bodies Riot told of it."""
    one = msgspec.convert(account, Account)
    news = News(
        platform=PLATFORMS["EUW1"],
        asked=RiotId(one.game_name, one.tag_line),
        account=one,
        summoner=msgspec.convert(summoner, Summoner),
        ranks=tuple(msgspec.convert(entry, LeagueEntry) for entry in entries),
        mastery=(),
        match_ids=(),
        live=None,
    )
    account_id = save_news(news)
    db.session.commit()
    return account_id


def ada() -> uuid.UUID:
    """Keep Ada's account."""
    entries = league_bodies(ADA, "")
    return told_by_riot(account_body(ADA, ""), summoner_body(ADA, ""), entries)


def name_champions(version: str, bodies: dict[str, bytes]) -> None:
    """Make a set of names the current one."""
    save_catalogue(version, "en_US", bodies)
    db.session.commit()
    forget_catalogue()


def captured(folder: Path, pattern: str) -> Any:
    """Read the one captured answer of that name."""
    (path,) = folder.glob(pattern)
    return json.loads(path.read_bytes())


@pytest.mark.parametrize("path", SIGNING)
def test_a_user_is_told_flat_and_once_more_nested(client: FlaskClient, path: str) -> None:
    ada()
    asked = {"summonerName": f"{ADA.name}#{ADA.tag}", "email": "ada@example.org"}
    told = client.post(f"/api/lol/{path}", json=asked, headers=OURS).json
    assert told
    assert list(told) == list(USER)
    assert kinds(told) == USER
    assert kinds(told["riot_account"]) == ACCOUNT
    assert told["riot_account"].items() <= told.items()


def test_a_rank_is_told_as_riot_words_it(client: FlaskClient) -> None:
    told = client.get(f"/api/lol/users/{ada()}/fetch_rank").json
    assert kinds(told) == RANK


def test_matches_are_told_by_their_ids_and_a_match_in_two_parts(client: FlaskClient) -> None:
    account, match_id = ada(), keep(games_of(ADA)[0].match_id, timeline=False)
    listed = client.get(f"/api/lol/users/{account}/matches").json
    assert listed
    assert [kinds(one) for one in listed] == [LINE]
    told = client.get(f"/api/lol/matches/{listed[0]['id']}").json
    assert told
    assert kinds(told) == MATCH
    assert kinds(told["metadata"]) == METADATA
    assert told["metadata"]["matchId"] == match_id


def test_champions_are_told_with_a_picture_each(client: FlaskClient) -> None:
    name_champions("16.22.1", sample_names("en_US"))
    listed = client.get("/api/lol/champions").json
    assert listed
    assert [one for one in listed if kinds(one) != CHAMPION] == []
    assert client.get(f"/api/lol/champions/{listed[0]['champ_id']}").json == listed[0]


def test_a_captured_account_is_told_with_its_own_figures(
    client: FlaskClient, shared_data: Path
) -> None:
    folder = shared_data / "lol/seed_fixtures"
    account, summoner = (captured(folder, f"{one}_info.*.json") for one in ("account", "summoner"))
    account_id = told_by_riot(account, summoner, ())
    riot_id = f"{account['gameName']}#{account['tagLine']}"
    asked = {"summonerName": riot_id}
    told = client.post("/api/lol/users/sign_in", json=asked, headers=OURS).json
    flat = {
        "id": str(account_id),
        "summonerName": account["gameName"],
        "riot_id": riot_id,
        "puuid": account["puuid"],
        "profileIconId": summoner["profileIconId"],
        "summonerLevel": summoner["summonerLevel"],
    }
    assert told == flat | {"email": None, "riot_account": flat}


def test_a_captured_entry_is_told_field_for_field(client: FlaskClient, shared_data: Path) -> None:
    entries = captured(shared_data / "lol/responses", "*league-entries.json")
    for some in (entries, entries[1:]):
        account = told_by_riot(account_body(ADA, ""), summoner_body(ADA, ""), some)
        told = client.get(f"/api/lol/users/{account}/fetch_rank").json
        assert told == some[0] | {"puuid": account_body(ADA, "")["puuid"]}


SERIES = {"losses": 1, "progress": "WLN", "target": 2, "wins": 1}


@pytest.mark.parametrize(
    ("series", "told"),
    [
        (SERIES, SERIES),
        (SERIES | {"progress": "<i>"}, None),
        (SERIES | {"wins": 9}, None),
        (SERIES | {"losses": -1}, None),
        (None, None),
    ],
)
def test_games_for_promotion_are_told_while_there_are_some(
    client: FlaskClient, series: object, told: object
) -> None:
    entry = league_bodies(ADA, "")[0] | {"miniSeries": SERIES}
    told_by_riot(account_body(ADA, ""), summoner_body(ADA, ""), [entry])
    entry["miniSeries"] = series
    account = told_by_riot(account_body(ADA, ""), summoner_body(ADA, ""), [entry])
    rank = client.get(f"/api/lol/users/{account}/fetch_rank").json
    assert rank == {name: value for name, value in entry.items() if name in RANK} | (
        {"miniSeries": told} if told else {}
    )


def test_a_captured_match_is_told_as_it_came(client: FlaskClient, shared_data: Path) -> None:
    (path,) = (shared_data / "lol/seed_fixtures").glob("match_detail.*.json")
    body = path.read_bytes()
    match_id = json.loads(body)["metadata"]["matchId"]
    keep_now(INTAKE, Raw(body, "json", utc_now(), "upstream", {}))
    assert client.get(f"/api/lol/matches/{match_id}").data == body


def test_captured_champions_are_told_by_number_name_title_and_picture(
    client: FlaskClient, shared_data: Path
) -> None:
    body = (shared_data / "lol/ddragon/15.22.1-en_US/champion.json").read_bytes()
    name_champions("15.22.1", {"champions": body})
    told = client.get("/api/lol/champions").json
    assert told
    by_number = {one["champ_id"]: one for one in told}
    for one in json.loads(body)["data"].values():
        found = by_number.pop(int(one["key"]))
        assert (found["name"], found["nickname"]) == (one["name"], one["title"])
        assert found["image_url"].endswith(f"/cdn/15.22.1/img/champion/{one['image']['full']}")
    assert by_number == {}
