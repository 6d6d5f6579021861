"""What protected pages say: plurals, browsers in plain words, storage by game, pauses."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import update

from tests.accounts.journey import EVERY
from tests.admin.conftest import House, reply
from tests.games import needs
from tests.people import Person, person
from webapp.accounts.models import AccountSession, Identity
from webapp.admin.domain.words import span_said
from webapp.admin.pages.quarantine import head_said
from webapp.admin.pages.stored_games import by_game, folder_lines
from webapp.core.db import db, utc_now
from webapp.core.models import StoredFolder
from webapp.core.stored import Folder
from webapp.core.upstream_pauses import pause_reader, pause_upstream

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36"


def test_people_are_counted_in_words_that_fit_their_number(desk: FlaskClient, di: Person) -> None:
    assert di
    person("Ada")
    person("Cy")
    text = desk.get("/admin/people").text
    assert "2 players" in text
    assert "1 admin<" in text
    assert "0 moderators" in text


def test_a_person_is_told_in_plain_words(desk: FlaskClient, house: House) -> None:
    mine = update(AccountSession).where(AccountSession.account_id == house.di.id)
    db.session.execute(mine.values(agent=CHROME, proved_by="link"))
    db.session.add(Identity(account_id=house.di.id, provider="eve", subject="95465499"))
    db.session.commit()
    known = desk.get(f"/admin/people/{house.di.id}.json").json["known"]
    assert known["sessions"][0]["device"] == "Chrome on Linux"
    assert known["sessions"][0]["by"] == "by a one-time link"
    assert known["identities"][0]["label"] == "EVE Online"


@needs("deadlock", "lol")
def test_storage_adds_up_by_game(desk: FlaskClient, house: House) -> None:
    assert house
    kept = {"lol/matches/raw": 5, "datasets/lol": 2, "quarantine/deadlock.match": 1, "exports": 1}
    kept |= {"http-cache/riot-europe": 30, "quarantine/ddragon.lists": 40, "http-cache/other": 50}
    for folder, size in kept.items():
        row = StoredFolder(folder=folder, objects=1, bytes=size, counted_at=utc_now())
        db.session.add(row)
    db.session.commit()
    games = desk.get("/admin/storage.json").json["games"]
    assert [(one["name"], one["bytes"]) for one in games] == [
        ("Deadlock", 1),
        ("League of Legends", 77),
        ("The house", 51),
    ]
    assert by_game(folder_lines([Folder("x", 1, 0, utc_now())]))[0].folders[0].percent == 0


def test_tables_have_rows_before_the_database_took_stock(desk: FlaskClient, house: House) -> None:
    assert house
    tables = desk.get("/admin/storage.json").json["tables"]
    assert all(one["rows"] >= 0 for one in tables)


@needs("deadlock", "dota2")
def test_a_paused_source_is_told_wherever_its_room_is(desk: FlaskClient, di: Person) -> None:
    pause_upstream("opendota", f"account:{di.id}", "moving")
    db.session.commit()
    rooms = {one["name"]: one for one in desk.get("/status.json").json["rooms"]}
    assert rooms["Dota 2"]["state"] == "warn"
    assert rooms["Dota 2"]["state_text"] == "OpenDota paused"
    assert rooms["Deadlock"]["state"] == "idle"
    home = {one["name"]: one["state_text"] for one in desk.get("/index.json").json["rooms"]}
    assert home["Dota 2"] == "OpenDota paused"


@needs("dota2")
def test_what_an_admin_paused_is_no_alarm(desk: FlaskClient, di: Person) -> None:
    pause_upstream("opendota", f"account:{di.id}", "moving")
    db.session.commit()
    needs = desk.get("/admin.json").json["needs"]
    assert [one["state"] for one in needs if one["title"] == "OpenDota"] == ["warn"]


def test_other_spans_keep_the_filters(desk: FlaskClient, house: House) -> None:
    assert house
    urls = desk.get("/admin/jobs.json?state=dead&span=3h").json["span_urls"]
    assert urls["7d"] == "/admin/jobs?state=dead&span=7d"


@needs("dota2")
def test_a_paused_source_does_not_pass_for_a_broken_one(desk: FlaskClient, di: Person) -> None:
    pause_upstream("opendota", f"account:{di.id}", "moving")
    db.session.commit()
    sources = {one["name"]: one["state"] for one in desk.get("/status.json").json["sources"]}
    assert sources == {"OpenDota": "warn"}


def test_each_way_to_sign_in_is_named_and_paused_by_itself(desk: FlaskClient, di: Person) -> None:
    for name in (*(f"sign_in_{one}" for one in EVERY), "discord_webhooks", "coach"):
        db.session.add(reply("ok", 200, name))
    pause_upstream("sign_in_discord", f"account:{di.id}", "moving")
    db.session.commit()
    sources = {one["name"]: one["state"] for one in desk.get("/status.json").json["sources"]}
    assert sources == {
        "Chat model": "ok",
        "Discord sign-in": "warn",
        "Discord webhooks": "ok",
        "EVE Online sign-in": "ok",
        "GitHub sign-in": "ok",
        "Google sign-in": "ok",
        "Steam sign-in": "ok",
    }
    assert pause_reader(db.engine, "sign_in_discord")()
    assert not pause_reader(db.engine, "sign_in_google")()
    assert not pause_reader(db.engine, "discord_webhooks")()


def test_a_body_that_is_text_is_shown_as_text() -> None:
    assert head_said(b"<html>502</html>") == "<html>502</html>"
    assert head_said(b"PBDEMS2\0\xff") == "50 42 44 45 4d 53 32 00 ff"
    assert head_said(b"a\0b") == "61 00 62"


def test_spans_are_written_without_needless_digits() -> None:
    assert [span_said(one) for one in (0, 1.0, 1.5, 59.6)] == ["0 s", "1 s", "1.5 s", "60 s"]


def test_an_empty_queue_is_told_so(desk: FlaskClient) -> None:
    assert "nothing is due" in desk.get("/admin/jobs").text
