"""The game somebody is in: looked for once a minute for all, told of, and over."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.lol.conftest import Riot
from tests.lol.kept import ADA, KEY, all_done, done
from tests.lol.test_summoner_pages import ADA_ID, OURS, PART, URL
from webapp.core.db import db, utc_now
from webapp.core.settings import EXTENSION
from webapp.jobs.models import JobRun
from webapp.lol import actions
from webapp.lol.domain.live import LiveGame
from webapp.lol.domain.played import Rank
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolAccount, LolLive
from webapp.lol.store import accounts, keys, lives, ranks
from webapp.simulator.riot import live
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.scenarios import cast_of, games_of

MATE = cast_of(games_of(ADA)[0])[0]
MATE_ID = RiotId(MATE.name, MATE.tag)


@pytest.fixture
def ada(riot: Riot, client: FlaskClient) -> Iterator[FlaskClient]:
    """Keep Ada's account, who is in a game."""
    del riot
    account_id = accounts.save_account("EUW1", ADA_ID, puuid_of(ADA, KEY), icon=3, level=77)
    accounts.touch(account_id)
    db.session.commit()
    yield client
    live.set_live(json.dumps({"riot_id": ADA.riot_id, "on": True}).encode())


def look(client: FlaskClient, back: str = "live") -> str:
    answer = client.post(URL + "/live", data={"back": back}, headers=OURS)
    assert answer.status_code == 303
    all_done()
    return str(answer.headers["Location"])


def looks() -> int:
    db.session.rollback()
    count = select(func.count()).select_from(JobRun).where(JobRun.kind == "lol.live")
    return db.session.scalar(count) or 0


def pass_time(**span: float) -> None:
    """Let that much time have gone by since everything that was looked at."""
    back = timedelta(**span)
    db.session.execute(update(JobRun).values(finished_at=JobRun.finished_at - back))
    seen = {"seen_at": LolLive.seen_at - back, "looked_at": LolLive.looked_at - back}
    db.session.execute(update(LolLive).values(over_at=LolLive.over_at - back, **seen))
    db.session.commit()


def end_game() -> None:
    live.set_live(json.dumps({"riot_id": ADA.riot_id, "on": False}).encode())


def test_a_game_that_is_on_is_told_with_both_sides(ada: FlaskClient) -> None:
    mate = accounts.save_account("EUW1", MATE_ID, puuid_of(MATE, KEY))
    rank = Rank("RANKED_SOLO_5x5", utc_now(), "GOLD", "II", 40, 10, 9)
    ranks.save_ranks(mate, [rank])
    db.session.commit()
    assert look(ada) == URL + "/live"
    told = ada.get(URL + "/live.json").json
    assert told is not None
    assert (told["state"], told["queue"], told["map"]) == (
        "on",
        "Ranked Solo/Duo",
        "Summoner’s Rift",
    )
    players = [one for side in told["sides"] for one in side["players"]]
    assert len(players) == 10
    assert [one["champion"] for one in players if one["me"]] == [told["playing"]]
    assert "Gold II" in [one["rank"] for one in players]
    assert re.fullmatch(r"\d+:\d\d", told["running"])
    page = ada.get(URL + "/live").text
    assert "Banned:" in page
    assert "Gold II" in page
    assert f'href="/lol/summoners/euw1/{MATE_ID.slug}"' in page
    assert f'href="{URL}/tables/live.csv"' in page
    rows = list(csv.DictReader(io.StringIO(ada.get(URL + "/tables/live.csv").text)))
    assert [(row["champion"], row["rank"]) for row in rows] == [
        (one["champion"], one["rank"]) for one in players
    ]


@pytest.mark.parametrize(("mode", "place"), [("CHERRY", 30), ("STRAWBERRY", 33)])
def test_a_game_without_sides_is_told_as_one_group(ada: FlaskClient, mode: str, place: int) -> None:
    game = live.live_body(ADA, KEY)
    account = accounts.load_account(ADA_ID)
    assert game
    assert account
    lives.save_live(account.id, game | {"gameMode": mode, "mapId": place})
    db.session.commit()
    told = ada.get(URL + "/live.json").json
    assert told is not None
    [group] = told["sides"]
    assert (group["side"], group["name"], len(group["players"])) == ("", "Players", 10)
    assert len(group["bans"]) == 6
    page = ada.get(URL + "/live").text
    assert "Blue" not in page
    assert "Red" not in page


def test_riot_is_asked_at_most_once_a_minute_however_many_read(ada: FlaskClient) -> None:
    for _ in range(5):
        look(ada)
    assert looks() == 1
    pass_time(seconds=59)
    look(ada)
    assert looks() == 1
    pass_time(seconds=2)
    look(ada, "now")
    assert looks() == 2


def test_an_update_has_looked_too(ada: FlaskClient, riot: Riot) -> None:
    done(ada.post(URL + "/update", headers=OURS).headers["Location"])
    riot.calm()
    part = ada.get(URL + "/now", headers=PART).text
    assert "In a game" in part
    assert re.search(r'hx-trigger="submit, every (5\d|60)s, seen"', part)
    assert done(actions.ask_for_live(ADA_ID) or "").state == "done"
    assert [path for path in riot.asked() if "spectator" in path] == []


def test_the_first_page_asks_only_once_it_is_read(ada: FlaskClient) -> None:
    page = ada.get(URL).text
    assert looks() == 0
    assert f'href="{URL}/now"' in page
    part = ada.get(URL + "/now", headers=PART).text
    assert looks() == 0, "a GET never asks for work"
    assert 'hx-trigger="submit, load, seen"' in part
    assert "<html" not in part


def test_a_part_reads_again_while_a_look_is_at_work_and_then_waits(ada: FlaskClient) -> None:
    ada.post(URL + "/live", headers=OURS)
    at_work = ada.get(URL + "/live", headers=PART).text
    assert 'hx-trigger="click, every 2s, seen"' in at_work
    assert "hx-post" not in at_work
    all_done()
    done = ada.get(URL + "/live", headers=PART).text
    assert re.search(r'hx-trigger="submit, every (59|60)s, seen"', done)
    assert "In a game" in ada.get(URL + "/now", headers=PART).text


def test_a_game_that_is_over_goes_and_offers_its_match(ada: FlaskClient) -> None:
    look(ada)
    end_game()
    pass_time(minutes=2)
    look(ada)
    page = ada.get(URL + "/live").text
    match_id = f"EUW1_{live.NUMBER + ADA.number}"
    assert "The game is over" in page
    assert "will be here shortly" in page
    assert f'action="/lol/matches/{match_id}/analysis"' in page
    assert "Banned" not in page
    asked = ada.post(f"/lol/matches/{match_id}/analysis", headers=OURS)
    all_done()
    run = ada.get(asked.headers["Location"] + ".json").json
    assert run is not None
    assert (run["state"], run["waiting_reason"][:16]) == ("waiting", "The game is over")
    assert "Fetching the match" in ada.get(URL + "/live").text
    pass_time(hours=3)
    assert "In no game" in ada.get(URL + "/live").text


def test_a_game_that_never_becomes_a_match_is_given_up(ada: FlaskClient) -> None:
    look(ada)
    end_game()
    pass_time(minutes=2)
    look(ada)
    asked = ada.post(f"/lol/matches/EUW1_{live.NUMBER + ADA.number}/analysis", headers=OURS)
    db.session.execute(update(JobRun).values(created_at=JobRun.created_at - timedelta(hours=1)))
    db.session.commit()
    all_done()
    run = ada.get(asked.headers["Location"] + ".json").json
    assert run is not None
    assert run["state"] == "failed"


def test_who_is_in_no_game_is_looked_at_half_as_often(ada: FlaskClient) -> None:
    end_game()
    look(ada)
    part = ada.get(URL + "/now", headers=PART).text
    assert "In no game" in part
    assert re.search(r'hx-trigger="submit, every 1(19|20)s, seen"', part)


@pytest.mark.parametrize("fault", ["500", "503", "html200", "403"])
def test_when_riot_is_away_what_was_seen_stands_and_nobody_is_told(
    ada: FlaskClient, riot: Riot, fault: str
) -> None:
    look(ada)
    pass_time(minutes=2)
    riot.order(path_pattern="spectator", fault=fault)
    ada.post(URL + "/live", headers=OURS)
    db.session.execute(update(JobRun).values(created_at=JobRun.created_at - timedelta(minutes=5)))
    db.session.commit()
    all_done()
    states = set(db.session.scalars(select(JobRun.state).where(JobRun.kind == "lol.live")))
    assert states == {"done"}
    row = db.session.scalar(select(LolLive))
    assert row is not None
    assert row.over_at is None


def test_an_update_keeps_what_was_seen_when_the_game_is_not_shown(
    ada: FlaskClient, riot: Riot
) -> None:
    look(ada)
    riot.order(path_pattern="spectator", fault="403")
    run = done(ada.post(URL + "/update", headers=OURS).headers["Location"])
    assert run.state == "done", run.sentence
    assert db.session.scalar(select(LolLive.over_at)) is None
    assert db.session.scalar(select(LolLive.seen_at)) is not None


def test_without_a_key_nobody_asks(ada: FlaskClient) -> None:
    look(ada)
    keys.note_refused("Riot does not accept this site’s key at the moment.")
    for path in ("", "/live", "/now"):
        page = ada.get(URL + path).text
        assert "data-while-seen" not in page
        assert f'action="{URL}/live"' not in page
    assert "In a game" in ada.get(URL + "/now").text


def test_an_account_of_another_key_waits_for_its_update(ada: FlaskClient) -> None:
    db.session.execute(update(LolAccount).values(key_print="another"))
    db.session.commit()
    look(ada)
    assert db.session.scalar(select(func.count()).select_from(LolLive)) == 0


def test_somebody_nobody_looked_up_is_not_looked_for(client: FlaskClient) -> None:
    assert client.post("/lol/summoners/kr/Nobody-KR1/live", headers=OURS).status_code == 404
    assert client.get("/lol/summoners/kr/Nobody-KR1/now").status_code == 200


def test_a_program_is_told_where_its_look_is(ada: FlaskClient) -> None:
    assert ada.application.extensions[EXTENSION]
    answer = ada.post("/api/v1" + URL + "/live", headers=OURS)
    assert answer.status_code == 401


@pytest.mark.parametrize("start", [0, -5, 10**18, 2**63, 1])
def test_a_time_that_makes_no_sense_is_not_told(start: int) -> None:
    assert LiveGame(game_start_time=start).began_at(utc_now()) is None


def test_only_one_that_has_just_ended_is_waited_for(ada: FlaskClient) -> None:
    look(ada)
    match_id = f"EUW1_{live.NUMBER + ADA.number}"
    assert not lives.ended_lately(match_id)
    end_game()
    pass_time(minutes=2)
    look(ada)
    assert lives.ended_lately(match_id)
    assert not lives.ended_lately("EUW1_1")
    pass_time(hours=1)
    assert not lives.ended_lately(match_id)
