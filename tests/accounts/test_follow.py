"""Following: a button on public pages, one's own things, and looking players up by and by."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.accounts.telling import SAME, disable, do_all, follow, told, waiting
from tests.archive import Archive, brought
from tests.games import needs
from tests.jobs.asked import ask
from tests.people import Person, person, sign_in
from webapp.accounts.models import Follow, FollowCheck
from webapp.accounts.store import follows
from webapp.accounts.telling.ends import tell_ends
from webapp.accounts.telling.looking import look_for_matches
from webapp.core.db import db, utc_now
from webapp.deadlock.models import DeadlockHistory
from webapp.deadlock.store.players import newest_played, save_profiles
from webapp.jobs.models import JobRun
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store.accounts import save_account

PLAYER = "/deadlock/players/900000002"
ID = 70_000_001
PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


@pytest.fixture
def ada_s(client: FlaskClient, ada: Person) -> FlaskClient:
    sign_in(client, ada)
    return client


def finished(url: str) -> None:
    """Let work that leads to a page be done, and told of."""
    run_id = ask(target_url=url)
    done = update(JobRun).where(JobRun.id == run_id)
    db.session.execute(done.values(state="done", finished_at=utc_now()))
    db.session.commit()
    tell_ends()


def count() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Follow)) or 0


def test_a_public_page_is_the_same_for_everybody_and_asks_for_its_button(
    app: Flask, ada_s: FlaskClient
) -> None:
    hers, anybodys = ada_s.get(PLAYER), app.test_client().get(PLAYER)
    assert hers.data == anybodys.data
    assert f'href="/me/follow?of={PLAYER}"' in hers.text
    assert f"{PLAYER}/feed.atom" in hers.text


def test_somebody_signed_out_is_led_to_sign_in_and_back(client: FlaskClient, app: Flask) -> None:
    del app
    part = client.get(f"/me/follow?of={PLAYER}", headers=PART)
    assert "/sign-in?next=%2Fdeadlock%2Fplayers%2F900000002" in part.text
    assert part.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"/me/follow?of={PLAYER}").status_code == 303
    assert client.post("/me/follow", data={"of": PLAYER}, headers=SAME).status_code == 303
    assert count() == 0


def test_following_and_leaving_off_with_and_without_script(ada_s: FlaskClient) -> None:
    whole = ada_s.get(f"/me/follow?of={PLAYER}")
    assert '<form method="post" action="/me/follow"' in whole.text
    answer = ada_s.post("/me/follow", data={"of": PLAYER}, headers=SAME)
    assert (answer.status_code, answer.headers["Location"]) == (303, PLAYER)
    ada_s.post("/me/follow", data={"of": PLAYER}, headers=SAME)
    assert count() == 1
    assert ada_s.get(f"/me/follow.json?of={PLAYER}").json["following"] is True
    left = ada_s.post("/me/follow", data={"of": PLAYER, "leave": "yes"}, headers=SAME | PART)
    assert "Following" not in left.text
    assert count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/deadlock",
        "/deadlock/players/0",
        "/deadlock/players/4294967296",
        "/deadlock/players/٣",
        "/deadlock/players/5/people",
        "/deadlock/matches/99999999",
        "/dota2/matches/99999999999999999999",
        "/lol/summoners/euw/Nobody-EUW",
        "/lol/matches/EUW1_77",
        "//evil.example/deadlock/players/5",
        "https://evil.example/deadlock/players/5",
        "/deadlock/players/5\n",
        "/deadlock/players/5" + "0" * 400,
    ],
)
def test_only_players_and_kept_matches_can_be_followed(ada_s: FlaskClient, path: str) -> None:
    assert ada_s.get("/me/follow", query_string={"of": path}).status_code == 404
    assert ada_s.post("/me/follow", data={"of": path}, headers=SAME).status_code == 404
    assert count() == 0


def test_a_kept_match_and_a_known_summoner_can_be_followed(
    ada_s: FlaskClient, archive: Archive
) -> None:
    del archive
    brought(ada_s, ID)
    save_account("EUW1", RiotId("Ada Ace", "EUW"), "p-1")
    db.session.commit()
    for url in (f"/deadlock/matches/{ID}", "/lol/summoners/euw1/Ada%20Ace-EUW"):
        assert ada_s.post("/me/follow", data={"of": url}, headers=SAME).status_code == 303
    things = ada_s.get("/me/things.json").json
    assert [one["title"] for one in things["matches"]] == [f"Deadlock {ID}"]
    assert [one["title"] for one in things["players"]] == ["Ada Ace#EUW"]
    assert things["runs"][0]["state_text"] == "done"


def test_who_took_another_name_is_followed_under_it_and_can_be_left(
    ada_s: FlaskClient, archive: Archive
) -> None:
    del archive
    account = save_account("EUW1", RiotId("Ada Ace", "EUW"), "p-1")
    db.session.commit()
    old, new = "/lol/summoners/euw1/Ada%20Ace-EUW", "/lol/summoners/euw1/Ada%20Queen-EUW"
    ada_s.post("/me/follow", data={"of": old}, headers=SAME)
    assert save_account("EUW1", RiotId("Ada Queen", "EUW"), "p-1") == account
    finished("/lol/summoners/euw/ada%20queen-euw")
    (line,) = ada_s.get("/me/things.json").json["players"]
    assert (line["title"], line["url"]) == ("Ada Queen#EUW", new)
    left = ada_s.post(f"/me/things/{line['id']}/removal", headers=SAME)
    assert (left.status_code, left.headers["Location"]) == (303, "/me/things")
    assert count() == 0


def test_whom_one_follows_by_a_number_gets_a_name_once_it_is_known(
    ada_s: FlaskClient, ada: Person
) -> None:
    follow(ada, "deadlock", "900000002")
    save_profiles({900_000_002: "Bo"})
    finished(PLAYER)
    (line,) = ada_s.get("/me/things.json").json["players"]
    assert (line["title"], line["url"]) == ("Bo", PLAYER)


def test_what_is_at_no_address_any_more_can_be_left_off_without_script(
    ada_s: FlaskClient, ada: Person
) -> None:
    follow(ada, "lol", str(uuid.uuid4()))
    form = re.search(r'action="(/me/things/\d+/removal)"', ada_s.get("/me/things").text)
    assert form
    assert ada_s.post(form[1], headers=SAME).status_code == 303
    assert count() == 0
    assert ada_s.post(form[1], headers=SAME).status_code == 404


@needs("dota2")
def test_nobody_follows_without_end(ada_s: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follows, "MOST", 2)
    codes = [
        ada_s.post("/me/follow", data={"of": f"/dota2/players/{n}"}, headers=SAME).status_code
        for n in (1, 2, 3)
    ]
    assert codes == [303, 303, 409]


def test_one_s_things_are_one_s_own_and_the_start_page_everybodys(
    app: Flask, ada_s: FlaskClient, ada: Person
) -> None:
    follow(ada, "deadlock", "900000002")
    assert "Player 900000002" in ada_s.get("/me/things", headers=PART).text
    cy = app.test_client()
    sign_in(cy, person("Cy"))
    assert "You follow nobody yet" in cy.get("/me/things", headers=PART).text
    nobody = app.test_client()
    assert "h2" not in nobody.get("/me/things", headers=PART).text
    assert nobody.get("/me/things").status_code == 303
    assert nobody.get("/me/things.json").status_code == 401
    assert ada_s.get("/").data == nobody.get("/").data


def test_all_one_follows_is_listed_page_by_page_and_a_few_on_the_start_page(
    ada_s: FlaskClient, ada: Person
) -> None:
    for key in range(1, 61):
        follow(ada, "deadlock", str(key))
    few = ada_s.get("/me/things", headers=PART).text
    assert few.count("<li data-game") == 8
    assert '<a class="meta" href="/me/things">All 60</a>' in few
    assert "removal" not in few
    first, last = (ada_s.get(f"/me/things?page={number}").text for number in (1, 2))
    assert [page.count("<li data-game") for page in (first, last)] == [50, 10]
    assert [page.count("/removal") for page in (first, last)] == [50, 10]
    assert '<a href="/me/things?page=2" rel="next">' in first
    assert ada_s.get("/me/things?page=99999999999999999999").text.count("/removal") == 10
    found = re.search(r'action="(/me/things/\d+/removal)"', last)
    assert found
    left = ada_s.post(found[1], data={"page": "2"}, headers=SAME)
    assert left.headers["Location"] == "/me/things?page=2"
    assert count() == 59


@needs("dota2")
def test_followed_players_are_looked_up_the_longest_unseen_first_and_not_too_often(
    app: Flask, ada: Person
) -> None:
    del app
    for key in ("1", "2", "3"):
        follow(ada, "dota2", key)
    assert look_for_matches() == 2, "two at once in this room"
    asked = set(db.session.scalars(select(JobRun.key).where(JobRun.kind == "dota2.player")))
    assert asked == {"dota2.player:1", "dota2.player:2"}
    assert look_for_matches() == 0, "both are still under way"
    db.session.execute(update(JobRun).values(state="done", finished_at=utc_now()))
    db.session.commit()
    assert look_for_matches() == 1, "only the third is due"
    assert look_for_matches() == 0
    past = update(FollowCheck).where(FollowCheck.key == "2")
    db.session.execute(past.values(checked_at=utc_now() - timedelta(hours=2)))
    db.session.execute(update(JobRun).values(state="done", finished_at=utc_now()))
    db.session.commit()
    assert look_for_matches() == 1


@needs("dota2")
def test_nobody_is_looked_up_while_the_upstream_makes_one_wait(app: Flask, ada: Person) -> None:
    del app
    for key in ("1", "2", "3", "4"):
        follow(ada, "deadlock", key)
    db.session.execute(
        update(Follow).where(Follow.key == "4").values(created_at=utc_now(), game="dota2")
    )
    db.session.commit()
    look_for_matches()
    db.session.execute(
        update(JobRun).where(JobRun.kind == "deadlock.history").values(state="waiting")
    )
    db.session.execute(update(FollowCheck).values(checked_at=utc_now() - timedelta(hours=5)))
    db.session.commit()
    assert look_for_matches() == 1, "only the other room goes on"
    db.session.execute(update(JobRun).values(state="done", finished_at=utc_now()))
    db.session.execute(update(FollowCheck).values(checked_at=utc_now() - timedelta(hours=5)))
    db.session.commit()
    assert look_for_matches() == 4


def test_nobody_is_looked_up_for_a_disabled_account(app: Flask, ada: Person) -> None:
    del app
    cy = person("Cy")
    follow(ada, "deadlock", "1")
    for who in (ada, cy):
        follow(who, "deadlock", "2")
    disable(ada)
    assert look_for_matches() == 1, "only whom Cy follows too"
    assert follows.followed_since("deadlock", "1") is None
    assert follows.followed_since("deadlock", "2") is not None


def test_a_followed_player_s_new_match_is_fetched_and_told_of(
    app: Flask, ada: Person, archive: Archive
) -> None:
    del app, archive
    follow(ada, "deadlock", "900000002", since=utc_now() - timedelta(days=1))
    look_for_matches()
    assert do_all("deadlock.history") == 1
    newest = newest_played(900000002, 1)[0]
    db.session.execute(
        update(DeadlockHistory)
        .where(DeadlockHistory.match_id == newest.match_id)
        .values(started_at=utc_now() - timedelta(hours=1))
    )
    db.session.commit()
    tell_ends()
    asked = waiting("deadlock.match")
    assert [db.session.get_one(JobRun, one).args["match_id"] for one in asked] == [newest.match_id]
    assert db.session.get_one(JobRun, asked[0]).queue == "bulk"


def test_what_nobody_follows_any_more_is_looked_up_no_more(app: Flask, ada: Person) -> None:
    del app
    follow(ada, "lol", str(uuid.uuid4()))
    assert look_for_matches() == 1
    assert waiting("lol.summoner") == [], "nobody of that name is known"
    db.session.execute(Follow.__table__.delete())
    db.session.commit()
    assert follows.forget_unfollowed() == 1
    assert told(ada) == []
