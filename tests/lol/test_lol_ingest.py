"""From a button to a kept match or account: every way it can come, and every way it can fail."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.changed import replace
from tests.jobs.asked import ask
from tests.lol.conftest import Riot
from tests.lol.kept import ADA, KEY, PUUID, all_done, bodies_of, counts, done, keep, row_of
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.rate_limit import Place, Told
from webapp.core.settings import EXTENSION
from webapp.core.upstream_errors import NotFound, UpstreamError
from webapp.jobs.models import JobRun
from webapp.lol import actions, ingest
from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.played import Marks, Rank
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.ingest.keyed import ask_riot
from webapp.lol.models import LolAccount, LolKey, LolRank, LolSlice
from webapp.lol.pages import api
from webapp.lol.pages.summoner.standing import standings_of
from webapp.lol.store import accounts, catalogue, games, keys, lives, matches, ranks
from webapp.lol.upstream import NotAsked, NotShown, RiotUpstream, open_riot
from webapp.lol.upstream.budget import RiotBudget
from webapp.simulator.riot.people import people_of, puuid_of

OURS = "EUW1_7100000002"
ADA_ID = RiotId(ADA.name, ADA.tag)
USED_BY_OTHERS = ("500:10,30000:600", "1:10,21000:600")
"""A key's windows, and seven tenths of the longer one gone."""


def test_a_match_comes_first_and_its_timeline_right_after(riot: Riot) -> None:
    run = done(actions.ask_for_match(OURS))
    assert (run.state, run.target_url) == ("done", f"/lol/matches/{OURS}")
    row = row_of(OURS)
    assert row is not None
    assert (row.provenance, row.timeline_key, counts()[2]) == ("upstream", None, 10)
    assert all_done() == 1
    row = row_of(OURS)
    assert row is not None
    assert row.timeline_key
    assert len(matches.load_bodies(row).beside["timeline"]) > 100_000
    assert len(riot.asked()) == 2


def test_a_match_keeps_under_a_tenth_of_a_megabyte(riot: Riot) -> None:
    del riot
    keep("EUW1_2")
    row = row_of("EUW1_2")
    assert row is not None
    slices = db.session.scalar(select(func.sum(func.length(LolSlice.body))))
    assert slices
    assert row.kept_bytes + slices < 100_000


def test_bulk_work_brings_no_timeline_until_asked(riot: Riot) -> None:
    done(actions.ask_for_match(OURS, queue="bulk"))
    assert all_done() == 0
    assert done(actions.ask_for_timeline(OURS)).state == "done"
    row = row_of(OURS)
    assert row is not None
    assert row.timeline_key
    assert len(riot.asked()) == 2


def test_a_match_of_the_slow_lane_has_its_timeline_for_who_waits(riot: Riot) -> None:
    slow = actions.ask_for_match(OURS, queue="bulk")
    assert actions.ask_for_match(OURS) == slow
    assert done(slow).state == "done"
    assert all_done() == 1
    row = row_of(OURS)
    assert row is not None
    assert row.timeline_key
    assert len(riot.asked()) == 2


def test_a_match_without_timeline_says_so_and_stays(riot: Riot) -> None:
    del riot
    done(actions.ask_for_match("EUW1_7100000044"))
    all_done()
    last = db.session.scalar(select(JobRun).where(JobRun.kind == "lol.timeline"))
    assert last is not None
    assert (last.state, last.sentence) == (
        "failed",
        "Riot has no timeline of this match. Timelines are kept for a year.",
    )
    assert row_of("EUW1_7100000044") is not None


def test_a_match_nobody_has_is_told_in_a_sentence(riot: Riot) -> None:
    del riot
    run = done(actions.ask_for_match("EUW1_7199999999"))
    assert (run.state, counts()[0]) == ("failed", 0)
    assert "check the id" in run.sentence


def test_a_drifted_body_goes_to_quarantine(riot: Riot) -> None:
    riot.order(path_pattern=f"/{OURS}$", fault="html200")
    run = done(actions.ask_for_match(OURS))
    assert (run.state, counts()[0]) == ("failed", 0)
    assert db.session.scalar(select(Quarantine.kind)) == "lol.match"


def test_a_refused_key_stops_all_work_until_it_is_taken_again(riot: Riot) -> None:
    riot.order(path_pattern="", fault="403")
    first = done(actions.ask_for_match(OURS))
    assert (first.state, first.sentence) == (
        "waiting",
        "Riot does not accept this site’s key at the moment.",
    )
    asked = len(riot.asked())
    second = done(actions.ask_for_match("EUW1_7100000003"))
    assert (second.state, len(riot.asked())) == ("waiting", asked)
    riot.calm()
    row = db.session.scalar(select(LolKey))
    assert row is not None
    row.tried_at -= timedelta(minutes=6)
    db.session.commit()
    assert done(actions.ask_for_match("EUW1_7100000004")).state == "done"
    assert db.session.scalar(select(LolKey)) is None


def test_only_an_answer_of_riots_shows_that_a_key_works(riot: Riot) -> None:
    euw, absent = PLATFORMS["EUW1"], "EUW1_7199999999"
    riot.order(path_pattern="spectator", fault="403")
    with pytest.raises(NotFound):
        open_riot().fetch_match(absent)
    told: list[tuple[Callable[[RiotUpstream], object], type[UpstreamError]]] = [
        (lambda one: one.fetch_live_game(euw, PUUID), NotShown),
        (lambda one: one.fetch_match(absent), NotAsked),
        (lambda one: one.fetch_match("XX9_1"), NotAsked),
    ]
    for question, error in told:
        keys.note_refused("Riot does not accept this site’s key at the moment.")
        db.session.scalars(select(LolKey)).one().tried_at -= timedelta(minutes=6)
        db.session.commit()
        with pytest.raises(error):
            ask_riot(open_riot, question)
        assert keys.refused_key() is not None
    db.session.scalars(select(LolKey)).one().tried_at -= timedelta(minutes=6)
    db.session.commit()
    with pytest.raises(NotFound):
        ask_riot(open_riot, lambda one: one.fetch_match("EUW1_7199999998"))
    assert keys.refused_key() is None, "that Riot has no such match it says to a key it takes"


def test_an_account_comes_with_ranks_mastery_matches_and_its_live_game(riot: Riot) -> None:
    run = done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    assert run.state == "done", run.sentence
    account = accounts.load_account(RiotId(ADA.name.upper(), ADA.tag.lower()))
    assert account is not None
    assert (account.platform, account.puuid, account.name) == ("EUW1", PUUID, ADA.name)
    assert {one.queue for one in ranks.load_standing(account.id)} >= {"RANKED_SOLO_5x5"}
    assert accounts.load_mastery(account.id, 5)[0].points
    assert lives.load_live(account.id) is not None
    assert len(riot.asked()) == 6
    assert len(games.not_kept(account.id, 50)) == 20
    assert all_done() == 20
    assert len(games.load_games(account.id)) == 20
    assert len(riot.asked()) == 26  # no timeline: nobody waits for one


@pytest.mark.parametrize(("queue", "patient"), [("interactive", False), ("bulk", True)])
def test_a_followed_account_leaves_the_reserve_to_readers(
    riot: Riot, monkeypatch: pytest.MonkeyPatch, queue: str, *, patient: bool
) -> None:
    del riot
    opened = []

    def opening(*, patient: bool = False) -> RiotUpstream:
        opened.append(patient)
        return open_riot(patient=patient)

    monkeypatch.setattr("worker.lol.open_riot", opening)
    assert done(actions.ask_for_summoner(ADA_ID, "EUW1", queue=queue)).state == "done"
    assert set(opened) == {patient}


@pytest.mark.parametrize(("queue", "state"), [("interactive", "done"), ("bulk", "waiting")])
def test_when_only_the_reserve_is_left_a_match_comes_for_who_waits_and_no_other(
    riot: Riot, queue: str, state: str
) -> None:
    budget = open_riot().open_route("europe").budget
    assert isinstance(budget, RiotBudget)
    budget.limiter.answered(Place(0.0), [Told(budget.app, *USED_BY_OTHERS)])
    assert done(actions.ask_for_match(OURS, queue=queue)).state == state
    assert len(riot.asked()) == (1 if state == "done" else 0)


def test_matches_asked_for_with_an_account_leave_the_reserve_to_readers(riot: Riot) -> None:
    done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    asked = len(riot.asked())
    budget = open_riot().open_route("europe").budget
    assert isinstance(budget, RiotBudget)
    budget.limiter.answered(Place(0.0), [Told(budget.app, *USED_BY_OTHERS)])
    wanted = db.session.scalars(select(JobRun.id).where(JobRun.kind == "lol.match")).all()
    assert {done(f"/jobs/{one}").state for one in wanted} == {"waiting"}
    assert len(riot.asked()) == asked


def test_a_riot_id_alone_finds_its_platform(riot: Riot) -> None:
    del riot
    run = done(actions.ask_for_summoner(ADA_ID))
    assert run.target_url == f"/lol/summoners/find/{ADA_ID.slug}"
    account = accounts.load_account(ADA_ID)
    assert account is not None
    assert account.platform == "EUW1"


def test_ranks_are_a_history_of_changes(riot: Riot) -> None:
    del riot
    for _ in range(2):
        done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    account = accounts.load_account(ADA_ID)
    assert account is not None
    one = ranks.read_rank_history(account.id)[0]
    ranks.save_ranks(account.id, [replace(one, points=one.points + 18)])
    db.session.commit()
    rows = db.session.scalars(select(LolRank).where(LolRank.queue == one.queue)).all()
    assert sorted(row.points for row in rows) == [one.points, one.points + 18]


def test_what_stands_beside_a_rank_is_of_the_last_time_riot_was_asked(client: FlaskClient) -> None:
    del client
    account_id = accounts.save_account("EUW1", ADA_ID, PUUID)
    ranks.save_ranks(account_id, [Rank(SOLO, utc_now(), "GOLD", "II", 40, 10, 8)])
    ranks.save_marks(account_id, {SOLO: Marks("first", hot_streak=True)})
    ranks.save_ranks(account_id, [Rank(SOLO, utc_now(), "GOLD", "II", 58, 11, 8)])
    for _ in range(2):
        ranks.save_marks(account_id, {SOLO: Marks("second", inactive=True)})
    db.session.commit()
    rows = db.session.scalars(select(LolRank).order_by(LolRank.seen_at)).all()
    said = [(one.league_id, one.hot_streak, one.inactive) for one in rows]
    assert said == [("first", True, False), ("second", False, True)]
    assert [one.points for one in ranks.load_standing(account_id)] == [58]


def test_a_rank_riot_names_no_more_is_lost(riot: Riot) -> None:
    del riot
    person = next(one for one in people_of("EUW1") if one.number % 9 == 8)
    named, puuid = RiotId(person.name, person.tag), puuid_of(person, KEY)
    account_id = accounts.save_account("EUW1", named, puuid)
    ranks.save_ranks(account_id, [Rank(SOLO, utc_now(), "GOLD", "II", 40, 10, 8)])
    db.session.commit()
    for _ in range(2):
        assert done(actions.ask_for_summoner(named, "EUW1")).state == "done"
    rows = db.session.scalars(select(LolRank.tier).order_by(LolRank.seen_at)).all()
    assert rows == ["GOLD", ""], "and nothing of Flex, where there never was one"
    assert ranks.ranks_of([puuid], SOLO) == {}
    told = standings_of(account_id)
    assert [one.rank for one in told.queues] == ["", ""]
    assert [one.rank for one in told.steps] == ["Unranked", "Gold II"]
    account = accounts.load_account(named)
    assert account is not None
    assert api.rank_body(account) is None


def test_another_key_finds_the_same_account_and_its_old_games(
    riot: Riot, client: FlaskClient
) -> None:
    del riot
    done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    all_done(3)
    app = client.application
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = dataclasses.replace(kept, riot_api_key="RGAPI-other")
    try:
        done(actions.ask_for_summoner(ADA_ID, "EUW1"))
    finally:
        app.extensions[EXTENSION] = kept
    found = db.session.scalars(select(LolAccount)).all()
    assert [one.puuid for one in found] == [puuid_of(ADA, "RGAPI-other")]
    assert len(games.load_games(found[0].id)) == 3


def test_a_name_that_passed_on_belongs_to_its_new_owner(riot: Riot) -> None:
    del riot
    old = accounts.save_account("EUW1", ADA_ID, "puuid-of-ada")
    new = accounts.save_account("EUW1", ADA_ID, "puuid-of-bo")
    assert old == new  # the same Riot ID under another key is the same account
    bo = accounts.save_account("EUW1", RiotId("Bo", "EUW"), "puuid-of-bo-2")
    accounts.save_account("EUW1", ADA_ID, "puuid-of-bo-2")
    db.session.commit()
    found = accounts.load_account(ADA_ID)
    assert found is not None
    assert found.id == bo


def test_files_are_brought_match_first_then_timeline(client: FlaskClient) -> None:
    del client
    body, timeline = bodies_of("EUW1_7100000008")
    assert timeline is not None
    early, _ = actions.keep_upload("timeline.json", timeline)
    assert done(f"/jobs/{early}").sentence == (
        "This is a timeline. Bring the match’s own file first, then this one."
    )
    run_id, digest = actions.keep_upload("match.json", body)
    assert done(f"/jobs/{run_id}").state == "done"
    again, _ = actions.keep_upload("timeline2.json", timeline + b" ")
    assert done(f"/jobs/{again}").state == "done"
    row = row_of("EUW1_7100000008")
    assert row is not None
    assert (row.provenance, bool(row.timeline_key)) == ("upload", True)
    assert digest


def test_a_pro_games_timeline_finds_its_match_by_the_games_number(client: FlaskClient) -> None:
    bodies = [json.loads(one or b"") for one in bodies_of("EUW1_7100000008")]
    for info in (one["info"] for one in bodies):
        info["gameId"] = 2_693_492
        info.pop("endOfGameResult", None)
    bodies[0]["info"]["platformId"] = "ESPORTSTMNT01"
    body, timeline = (json.dumps(one["info"]).encode() for one in bodies)
    early, _ = actions.keep_upload("timeline.json", timeline)
    assert "own file first" in done(f"/jobs/{early}").sentence
    run_id, _ = actions.keep_upload("match.json", body)
    assert done(f"/jobs/{run_id}").state == "done"
    again, digest = actions.keep_upload("timeline2.json", timeline + b" ")
    assert done(f"/jobs/{again}").state == "done"
    row = row_of("ESPORTSTMNT01_2693492")
    assert row is not None
    assert row.timeline_key
    address = client.get(f"/lol/uploads/{digest}").headers["Location"]
    assert address == "/lol/matches/ESPORTSTMNT01_2693492"


def test_a_file_never_takes_the_place_of_what_came_from_riot(client: FlaskClient) -> None:
    del client
    keep(OURS)
    body, timeline = bodies_of(OURS)
    assert timeline is not None
    run_id, _ = actions.keep_upload("mine.json", body.replace(b"420", b"440"))
    assert done(f"/jobs/{run_id}").state == "done"
    told, _ = actions.keep_upload("time.json", timeline)
    assert "whose own timeline" in done(f"/jobs/{told}").sentence
    row = row_of(OURS)
    assert row is not None
    assert (row.provenance, row.queue_id) == ("upstream", 420)


@pytest.mark.usefixtures("riot")
def test_names_come_in_every_language_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.lol.ingest.catalogue.MOST_PICTURES", 1)
    run_id = ask(key="lol.names", kind="lol.names", args={})
    assert done(f"/jobs/{run_id}").state == "done"
    catalogue.forget_catalogue()
    assert catalogue.load_catalogue().champion(266).name == "Bramwen"
    assert catalogue.load_catalogue("de_DE").item(3031).name == "Schneide des Morgens"
    assert catalogue.load_catalogue().game == "16.22.1"


@pytest.mark.usefixtures("riot")
def test_pictures_come_with_the_names_once_so_many_each_time(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.lol.ingest.catalogue.MOST_PICTURES", 60)
    first = _names()
    assert first.champion(266).portrait
    assert (first.item(3031).icon, first.game) == (None, "16.22.1")
    picture = client.get(first.champion(266).portrait or "")
    assert (picture.status_code, picture.mimetype) == (200, "image/png")
    monkeypatch.setattr("webapp.lol.ingest.catalogue.MOST_PICTURES", 500)
    second = _names()
    assert second.item(3031).icon
    assert second.spell(4).icon
    assert any(one.icon for one in second.runes.values() if one.keystone)
    assert second.version != first.version
    assert catalogue.load_catalogue("de_DE").item(3031).icon == second.item(3031).icon
    assert _names().version == second.version


@pytest.mark.usefixtures("app")
def test_names_without_pictures_are_names_all_the_same(riot: Riot) -> None:
    riot.order(path_pattern="/img/", fault="503")
    names = _names()
    assert (names.champion(266).name, names.champion(266).portrait) == ("Bramwen", None)


def _names() -> Catalogue:
    run_id = ask(key="lol.names", kind="lol.names", args={})
    assert done(f"/jobs/{run_id}").state == "done"
    catalogue.forget_catalogue()
    return catalogue.load_catalogue()


def test_samples_are_kept_and_counted_nowhere(client: FlaskClient) -> None:
    del client
    body, timeline = bodies_of("EUW1_1")
    assert ingest.save_generated(body, timeline) == "EUW1_1"
    assert (matches.count_matches(), len(games.champion_counts())) == (0, 0)
