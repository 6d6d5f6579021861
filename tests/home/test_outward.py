"""What programs find: pictures beside links, the map of all pages, rules for crawlers."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.deadlock.many import do
from tests.dota2.kept import UNPARSED, body_of, keep, keep_unparsed, queries
from tests.games import games_here
from webapp.core.db import db
from webapp.core.objects import current_objects
from webapp.dota2 import actions
from webapp.dota2.store import accounts
from webapp.dota2.store.accounts import Who
from webapp.home.outward import sitemap
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from webapp.matchroom.cards.keeping import save_card
from webapp.matchroom.cards.models import Card
from worker.queues import KINDS

ADA = 910_000_001
XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PNG = b"\x89PNG"


def addresses(client: FlaskClient, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "application/xml"
    return [str(one.text) for one in ET.fromstring(answer.data).iter(f"{XML}loc")]  # noqa: S314 - ours


def keep_ada() -> None:
    accounts.save_account(ADA, Who("Ada", None, 42, hidden=False))
    db.session.commit()


def drawn_at() -> dict[str, datetime]:
    return {one.kind: one.drawn_at for one in db.session.scalars(select(Card))}


def test_a_match_that_comes_asks_for_its_picture_and_gets_it(client: FlaskClient) -> None:
    run_id, _ = actions.keep_body("match.json", BytesIO(body_of(UNPARSED)))
    assert perform(run_id, KINDS)
    match_id = UNPARSED
    asked = db.session.scalars(select(JobRun.kind).where(JobRun.state == "queued")).all()
    assert asked == ["dota2.cards"]
    before = client.get(f"/cards/dota2/match/{match_id}.png")
    assert do("dota2.cards") == "done"
    after = client.get(f"/cards/dota2/match/{match_id}.png")
    assert before.status_code == after.status_code == 200
    assert before.data[:4] == after.data[:4] == PNG
    assert before.data != after.data
    assert "max-age=300" in before.headers["Cache-Control"]
    assert "max-age=86400" in after.headers["Cache-Control"]
    known = {"If-None-Match": after.headers["ETag"]}
    assert client.get(f"/cards/dota2/match/{match_id}.png", headers=known).status_code == 304


def test_a_picture_is_drawn_once_for_each_state_of_its_page(client: FlaskClient) -> None:
    match_id = keep()
    keep_ada()
    do("dota2.cards")
    drawn = drawn_at()
    assert set(drawn) == {"match", "player"}
    db.session.remove()
    do("dota2.cards")
    assert drawn_at() == drawn
    keep_ada()
    do("dota2.cards")
    again = drawn_at()
    assert again["match"] == drawn["match"]
    assert again["player"] > drawn["player"]
    assert client.get(f"/cards/dota2/match/{match_id}.png").data[:4] == PNG


def test_a_picture_that_cannot_be_drawn_stops_no_other(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    keep()
    keep_ada()
    monkeypatch.setattr("webapp.matchroom.cards.telling.leads_of", lambda _: 1 / 0)
    assert do("dota2.cards") == "done"
    assert db.session.scalars(select(Card.kind)).all() == ["player"]


def test_a_new_picture_takes_the_old_ones_place(app: Flask) -> None:
    del app
    for body in (b"one", b"two"):
        save_card("dota2", "other", "7", body.decode(), body)
    kept = db.session.scalars(select(Card.object_key)).all()
    assert [one for one, _ in current_objects().list("dota2/cards") if "/other-7-" in one] == kept
    assert len(kept) == 1


@pytest.mark.parametrize(
    "path", ["chess/match/7", "dota2/hero/7", "dota2/match/a%20b", f"dota2/match/{'7' * 65}"]
)
def test_what_is_no_page_has_no_picture(client: FlaskClient, path: str) -> None:
    assert client.get(f"/cards/{path}.png").status_code == 404


def test_pages_name_their_picture_by_its_whole_address(client: FlaskClient) -> None:
    match_id = keep()
    keep_ada()
    for path, card in (
        (f"/dota2/matches/{match_id}/economy", f"dota2/match/{match_id}"),
        (f"/dota2/players/{ADA}", f"dota2/player/{ADA}"),
    ):
        page = client.get(path).text
        said = dict(re.findall(r'<meta (?:property|name)="([a-z:]+)" content="([^"]*)">', page))
        assert said["og:image"] == f"http://127.0.0.1:8000/cards/{card}.png"
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:title"]
        assert said["og:description"]
        assert said["og:url"] == f"http://127.0.0.1:8000{path}"


def test_the_map_leads_to_all_that_is_kept_but_samples(client: FlaskClient) -> None:
    match_id, sample = keep_unparsed(), keep()
    keep_ada()
    found = addresses(client, "/sitemap.xml")
    listed = {
        url
        for part in found
        for url in addresses(client, part.removeprefix("http://127.0.0.1:8000"))
    }
    assert f"http://127.0.0.1:8000/dota2/matches/{match_id}" in listed
    assert f"http://127.0.0.1:8000/dota2/players/{ADA}" in listed
    assert {f"http://127.0.0.1:8000/{game}" for game in games_here()} <= listed
    assert f"http://127.0.0.1:8000/dota2/matches/{sample}" not in listed
    for url in listed:
        assert client.get(url.removeprefix("http://127.0.0.1:8000")).status_code == 200, url


def test_the_map_comes_in_parts_each_known_by_its_state(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 1)
    for number in range(3):
        accounts.save_account(ADA + number, Who("Ada", None, None, hidden=False))
    db.session.commit()
    parts = [f"/sitemaps/dota2/players/{number}.xml" for number in (1, 2, 3)]
    assert [one for part in parts for one in addresses(client, part)] == [
        f"http://127.0.0.1:8000/dota2/players/{ADA + number}" for number in range(3)
    ]
    assert client.get("/sitemaps/dota2/players/4.xml").status_code == 404
    assert client.get("/sitemaps/dota2/nothing/1.xml").status_code == 404
    index = client.get("/sitemap.xml")
    known = {"If-None-Match": index.headers["ETag"]}
    assert client.get("/sitemap.xml", headers=known).status_code == 304
    accounts.save_account(ADA + 3, Who("Ada", None, None, hidden=False))
    db.session.commit()
    assert client.get("/sitemap.xml", headers=known).status_code == 200


def test_a_part_counts_once_and_streams_the_rest(client: FlaskClient) -> None:
    for number in range(20):
        accounts.save_account(ADA + number, Who("Ada", None, None, hidden=False))
    db.session.commit()
    with queries() as said:
        assert len(addresses(client, "/sitemaps/dota2/players/1.xml")) == 20
    assert len(said) == 1, said


def test_crawlers_are_asked_to_leave_alone_what_is_somebodys(client: FlaskClient) -> None:
    said = client.get("/robots.txt").text.splitlines()
    for path in ("/account", "/admin", "/jobs", "/me", "/sign-in", "/api/"):
        assert f"Disallow: {path}" in said
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in said
