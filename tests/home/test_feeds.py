"""Feeds: valid Atom with whole addresses and lasting ids, for every room's players."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.archive import Archive, asked_run, brought, done
from tests.games import needs
from webapp.core.db import db
from webapp.core.feeds import Entry, Feed, write_feed
from webapp.deadlock.models import DeadlockAccount
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store.accounts import save_account

ATOM = "{http://www.w3.org/2005/Atom}"
PLAYER = "/deadlock/players/900000002"


def read(body: bytes) -> ET.Element:
    return ET.fromstring(body)  # noqa: S314 - our own answer


def test_a_player_s_feed_lists_matches_with_whole_addresses_and_lasting_ids(
    client: FlaskClient, archive: Archive
) -> None:
    del archive
    done(asked_run(client, f"{PLAYER}/history"))
    db.session.execute(update(DeadlockAccount).values(persona_name="<b>\x0b & Ada"))
    db.session.commit()
    answer = client.get(f"{PLAYER}/feed.atom")
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = read(answer.data)
    base = "http://127.0.0.1:8000"
    assert feed.findtext(f"{ATOM}title") == "<b> & Ada · Deadlock"
    assert feed.findtext(f"{ATOM}id") == f"tag:127.0.0.1,2026:{PLAYER}"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{base}{PLAYER}/feed.atom", "alternate": base + PLAYER}
    entries = feed.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 30
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert str(link.get("href")).startswith(f"{base}/deadlock/matches/")
    stamps = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert stamps == sorted(stamps, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == stamps[0]
    match_id = str(entries[0].findtext(f"{ATOM}id")).rpartition("/")[2]
    brought(client, int(match_id))
    again = [one.findtext(f"{ATOM}id") for one in read(client.get(f"{PLAYER}/feed.atom").data)]
    assert set(ids) <= set(again), "an analysis does not make another entry of a match"


@needs("dota2")
def test_an_unchanged_feed_costs_a_304(client: FlaskClient) -> None:
    first = client.get("/dota2/players/5/feed.atom")
    assert first.status_code == 200
    etag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/dota2/players/5/feed.atom", headers=etag).status_code == 304


@needs("dota2", "lol")
def test_every_room_s_players_have_a_feed_their_pages_name(client: FlaskClient) -> None:
    save_account("EUW1", RiotId("Ada Ace", "EUW"), "p-1")
    db.session.commit()
    for page in (PLAYER, "/dota2/players/5", "/lol/summoners/euw1/Ada%20Ace-EUW"):
        feed = client.get(f"{page}/feed.atom")
        assert feed.status_code == 200
        assert f"{page}/feed.atom" in client.get(page, follow_redirects=True).text
        assert page in feed.text


@pytest.mark.parametrize(
    "path",
    [
        "/deadlock/players/0/feed.atom",
        "/deadlock/matches/5/feed.atom",
        "/lol/summoners/euw/Nobody-EUW/feed.atom",
        "/nowhere/players/5/feed.atom",
        "/deadlock/players/5/people/feed.atom",
    ],
)
def test_what_is_no_player_has_no_feed(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_feed_without_entries_still_says_when(client: FlaskClient) -> None:
    with client.application.app_context():
        feed = read(write_feed(Feed("Nobody", "/there", [])))
        odd = read(write_feed(Feed("x", "/x", [Entry("/y", "a\x00\ud800]]>", "", None)])))
    assert feed.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert odd.findtext(f"{ATOM}entry/{ATOM}title") == "a]]>"
