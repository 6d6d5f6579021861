"""The eight addresses of the older service, payload by payload."""

from __future__ import annotations

import json
import uuid
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from tests.lol.conftest import Riot
from tests.lol.kept import ADA, KEY, bodies_of, done, keep
from tests.people import person, sign_in
from webapp.accounts.models import Identity, Password
from webapp.core.db import db, utc_now
from webapp.jobs.models import JobRun
from webapp.lol.domain.played import Rank
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.ladder import FLEX
from webapp.lol.ingest import save_bundled
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store import accounts, ranks
from webapp.lol.store.catalogue import forget_catalogue, save_catalogue
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.ddragon import sample_names
from webapp.simulator.riot import match_bytes
from webapp.simulator.riot.accounts import league_bodies
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.scenarios import games_of
from webapp.simulator.server import RunningSimulator

OURS = {"Sec-Fetch-Site": "same-origin"}
RIOT_ID = f"{ADA.name}#{ADA.tag}"
SIGNING = ("users/sign_up", "users/sign_in", "fetch_user")


def known() -> uuid.UUID:
    """Keep an account."""
    riot_id = RiotId(ADA.name, ADA.tag)
    account = accounts.save_account("EUW1", riot_id, puuid_of(ADA, ""), icon=7, level=88)
    db.session.commit()
    return account


def post(client: FlaskClient, path: str, **body: Any) -> Any:
    return client.post(f"/api/lol/{path}", json=body, headers=OURS)


@pytest.mark.parametrize("path", SIGNING)
def test_a_known_account_is_given_and_never_a_session(client: FlaskClient, path: str) -> None:
    account = known()
    answer = post(client, path, summonerName=RIOT_ID.upper(), email="ada@example.org")
    assert answer.status_code == 200
    told = {
        "id": str(account),
        "summonerName": ADA.name,
        "riot_id": RIOT_ID,
        "puuid": puuid_of(ADA, ""),
        "profileIconId": 7,
        "summonerLevel": 88,
    }
    assert answer.json == told | {"email": None, "riot_account": told}
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("proved", "given"), [(puuid_of(ADA, ""), "ada@example.org"), ("somebody-else", None)]
)
def test_only_its_owner_reads_the_address_of_an_account(
    client: FlaskClient, proved: str, given: str | None
) -> None:
    known()
    ada = person("Ada")
    db.session.add(Identity(account_id=ada.id, provider="riot", subject=proved))
    db.session.add(Password(account_id=ada.id, address="ada@example.org", hash="none"))
    db.session.commit()
    assert post(client, "users/sign_in", summonerName=RIOT_ID).json["email"] is None
    sign_in(client, ada)
    told = post(client, "users/sign_in", summonerName=RIOT_ID)
    assert told.json["email"] == given
    sign_in(client, person("Cy"))
    assert post(client, "users/sign_in", summonerName=RIOT_ID).json["email"] is None


@pytest.mark.parametrize("path", SIGNING)
def test_an_unknown_account_is_looked_up_without_a_wait(
    client: FlaskClient, riot: Riot, path: str
) -> None:
    answer = post(client, path, summonerName=RIOT_ID, email="ada@example.org")
    assert answer.status_code == 202
    assert answer.json["status"] == "queued"
    assert riot.asked() == []
    assert done(answer.json["job"]).state == "done"
    assert post(client, path, summonerName=RIOT_ID).status_code == 200


@pytest.mark.parametrize("what", ["fetch_rank", "matches"])
@pytest.mark.parametrize("platform", ["", "euw"])
def test_of_an_unknown_account_a_get_says_how_to_ask_and_then_where_the_work_is(
    client: FlaskClient, riot: Riot, what: str, platform: str
) -> None:
    address = f"/api/lol/users/{quote(RIOT_ID)}/{what}"
    unknown = client.get(address)
    assert unknown.status_code == 404
    told = unknown.json
    assert told
    assert told["ask_with"] == {"summonerName": RIOT_ID}
    assert db.session.query(JobRun).count() == 0, "a GET asks for nothing"
    asked = client.post(told["ask"], json=told["ask_with"] | {"platform": platform}, headers=OURS)
    assert asked.status_code == 202
    meanwhile = client.get(address)
    assert meanwhile.status_code == 202
    assert meanwhile.json == asked.json
    assert meanwhile.headers["Location"] == asked.headers["Location"]
    assert riot.asked() == []
    assert done(asked.headers["Location"]).state == "done"
    known_now = client.get(address)
    assert known_now.status_code == 200
    assert known_now.json or what == "matches"


@pytest.mark.parametrize("what", ["fetch_rank", "matches"])
@pytest.mark.parametrize("user", ["nobody", str(uuid.UUID(int=7))])
def test_what_is_no_riot_id_cannot_be_asked_for(client: FlaskClient, user: str, what: str) -> None:
    answer = client.get(f"/api/lol/users/{user}/{what}")
    told = {"detail": "There is no such user.", "ask": None, "ask_with": None}
    assert (answer.status_code, answer.json) == (404, told)


@pytest.mark.parametrize("what", ["fetch_rank", "matches"])
def test_a_look_up_in_vain_is_a_404_again(client: FlaskClient, riot: Riot, what: str) -> None:
    del riot
    asked = post(client, "fetch_user", summonerName="Nobody Here#0000")
    assert done(asked.headers["Location"]).state == "failed"
    answer = client.get(f"/api/lol/users/{quote('Nobody Here#0000')}/{what}")
    assert answer.status_code == 404
    assert answer.json
    assert answer.json["ask"]


@pytest.mark.parametrize("body", [b"", b"[]", b'{"summonerName":7}', b'{"summonerName":"Ada"}'])
def test_what_names_nobody_is_a_400(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/api/lol/users/sign_up", data=body, headers=OURS)
    assert (answer.status_code, answer.json) == (400, {"detail": "invalid_riot_id"})


def test_rank_is_solo_before_flex_as_riot_told_it(client: FlaskClient, riot: Riot) -> None:
    del riot
    account = known()
    assert client.get(f"/api/lol/users/{account}/fetch_rank").json == {}
    update = f"/lol/summoners/euw1/{ADA.name}-{ADA.tag}/update"
    done(client.post(update, headers=OURS).location)
    told = client.get(f"/api/lol/users/{account}/fetch_rank").json
    flex, solo = league_bodies(ADA, KEY)
    assert (flex["queueType"], told) == ("RANKED_FLEX_SR", solo)
    assert client.get(f"/api/lol/users/{uuid.uuid4()}/fetch_rank").status_code == 404


def test_without_solo_the_rank_is_flex_s(client: FlaskClient) -> None:
    account = known()
    for queue in ("CHERRY", FLEX):
        ranks.save_ranks(account, [Rank(queue, utc_now(), "GOLD", "II", 40, 10, 8)])
    db.session.commit()
    told = client.get(f"/api/lol/users/{account}/fetch_rank").json
    assert told
    assert told["queueType"] == FLEX


def test_matches_of_a_user_and_one_match_as_riot_told_it(client: FlaskClient) -> None:
    account = known()
    ids = [keep(one.match_id, timeline=False) for one in games_of(ADA)[:3]]
    told = client.get(f"/api/lol/users/{account}/matches").json
    assert told == [{"id": one, "game_id": one} for one in ids]
    by_name = client.get(f"/api/lol/users/{ADA.name}%23{ADA.tag}/matches").json
    assert by_name == told
    match = client.get(f"/api/lol/matches/{ids[0]}")
    assert match.data == bodies_of(ids[0])[0]
    assert set(match.json) == {"metadata", "info"}  # type: ignore[arg-type]


def test_a_pro_game_s_match_has_its_parts_as_every_other(client: FlaskClient) -> None:
    body = json.loads(match_bytes("EUW1_7100000008"))
    info = body["info"] | {"platformId": "ESPORTSTMNT01", "gameId": 2693492}
    keep_now(INTAKE, Raw(json.dumps(info).encode(), "json", utc_now(), "upload", {}))
    told = client.get("/api/lol/matches/ESPORTSTMNT01_2693492").json
    seats = [one["puuid"] for one in info["participants"]]
    metadata = {"dataVersion": "", "matchId": "ESPORTSTMNT01_2693492", "participants": seats}
    assert told == {"metadata": metadata, "info": info}


def test_an_unknown_match_is_a_404_that_says_how_to_ask(client: FlaskClient) -> None:
    answer = client.get("/api/lol/matches/EUW1_7100000009")
    assert answer.status_code == 404
    assert answer.json
    asked = client.post(answer.json["ask"], headers=OURS)
    assert (asked.status_code, asked.headers["Location"][:6]) == (202, "/jobs/")
    for path in ("nonsense", "EUW1_5", "ESPORTSTMNT01_2693492"):
        assert client.get(f"/api/lol/matches/{path}").status_code == 404
        assert client.post(f"/api/lol/matches/{path}", headers=OURS).status_code == 404


def test_samples_of_names_have_no_pictures(client: FlaskClient) -> None:
    save_bundled("en_US", sample_names("en_US"))
    told = client.get("/api/lol/champions").json
    assert told
    assert {one["image_url"] for one in told} == {None}


def test_champions_are_those_of_the_newest_names(
    client: FlaskClient, stand_in: RunningSimulator
) -> None:
    save_catalogue("16.22.1", "en_US", sample_names("en_US"))
    db.session.commit()
    forget_catalogue()
    told = client.get("/api/lol/champions").json
    assert told
    assert len(told) == 25
    picture = f"{stand_in.ddragon_url}/cdn/16.22.1/img/champion/Bramwen.png"
    one = {"champ_id": 266, "name": "Bramwen", "nickname": "the Oak Wall", "image_url": picture}
    assert one in told
    with urlopen(picture) as answer:  # noqa: S310 - the stand-in's own
        assert answer.headers["Content-Type"] == "image/png"
    assert client.get("/api/lol/champions/266").json == one
    assert client.get("/api/lol/champions/4040404").status_code == 404
