"""A league's page and feed: what is kept, what is on its way, and who may have it followed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.dota2.kept import REAL, keep_unparsed
from tests.people import person, sign_in
from webapp.core.db import db
from webapp.dota2.models import Dota2Match
from webapp.dota2.pages.league import ROWS
from webapp.dota2.store import leagues
from webapp.dota2.store.leagues import Listed

LEAGUE = "/dota2/leagues/17001"
LOST = 8_300_000_404
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def followed(client: FlaskClient) -> FlaskClient:
    """Follow a league of three matches: one kept, one on its way, one given up."""
    keep_unparsed()
    ours = {"league_id": 17001, "league_name": "The Millpond League", "team_a": "Salt Foxes"}
    db.session.execute(update(Dota2Match).where(Dota2Match.match_id == REAL).values(ours))
    leagues.add_league(17001)
    day = datetime(2026, 11, 1, tzinfo=UTC)
    listed = [Listed(REAL), Listed(LOST), Listed(12, series_id=4, series_type=1, started_at=day)]
    leagues.note_listed(17001, listed)
    for _ in range(5):
        leagues.note_trouble(17001, LOST, "OpenDota does not know it.")
    db.session.commit()
    return client


def test_a_league_shows_each_match_as_far_as_it_is(followed: FlaskClient) -> None:
    told = followed.get(f"{LEAGUE}.json").get_json()
    assert told["name"] == "The Millpond League"
    counts = {name: told["standing"][name] for name in ("kept", "pending", "failed")}
    assert counts == {"kept": 1, "pending": 1, "failed": 1}
    lines = {line["match_id"]: line for line in told["lines"]}
    assert [line["match_id"] for line in told["lines"]] == sorted(lines, reverse=True)
    assert lines[REAL]["teams"][0] == "Salt Foxes"
    assert (lines[LOST]["state"], lines[LOST]["trouble"]) == (
        "failed",
        "OpenDota does not know it.",
    )
    assert (lines[12]["series"], lines[12]["teams"]) == ("best of 3", None)
    page = followed.get(LEAGUE).text
    assert f'href="/dota2/matches/{REAL}"' in page
    assert "OpenDota does not know it." in page


def test_all_of_its_matches_are_a_file(followed: FlaskClient) -> None:
    assert f'href="{LEAGUE}/matches.csv"' in followed.get(LEAGUE).text
    rows = list(csv.DictReader(io.StringIO(followed.get(f"{LEAGUE}/matches.csv").text)))
    assert [int(row["match_id"]) for row in rows] == sorted((REAL, LOST, 12), reverse=True)
    told = {int(row["match_id"]): row for row in rows}
    assert (told[REAL]["radiant"], told[REAL]["state"]) == ("Salt Foxes", "kept")
    assert (told[LOST]["radiant"], told[LOST]["trouble"]) == ("", "OpenDota does not know it.")


def test_its_feed_holds_what_is_kept_and_costs_nothing_twice(followed: FlaskClient) -> None:
    answer = followed.get(f"{LEAGUE}/feed.atom")
    root = fromstring(answer.data)  # noqa: S314 - our own
    titles = [one.findtext(f"{ATOM}title", "") for one in root.iter(f"{ATOM}entry")]
    assert len(titles) == 1
    assert titles[0].startswith("Salt Foxes against ")
    again = followed.get(f"{LEAGUE}/feed.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert f"{LEAGUE}/feed.atom" in followed.get(LEAGUE).text


def test_a_league_nobody_follows_says_so_and_has_no_feed(client: FlaskClient) -> None:
    page = client.get("/dota2/leagues/9")
    assert page.status_code == 200
    assert "Nobody follows this league here" in page.text
    assert client.get("/dota2/leagues/9/feed.atom").status_code == 404
    assert client.get("/dota2/leagues/9/matches.csv").status_code == 404


def test_an_organiser_has_it_followed_and_nobody_else(client: FlaskClient) -> None:
    asks = {"Sec-Fetch-Site": "same-origin"}
    nobody = client.post("/dota2/leagues/9/follow", headers=asks)
    assert nobody.headers["Location"].startswith("/sign-in")
    sign_in(client, person("Cy"))
    refused = client.post("/dota2/leagues/9/follow", headers=asks)
    assert refused.status_code == 403
    assert "organisers may do that" in refused.text
    assert leagues.followed() == []
    sign_in(client, person("Bo"))
    asked = client.post("/dota2/leagues/9/follow", headers=asks)
    assert asked.headers["Location"].startswith("/jobs/")
    assert leagues.followed() == [9]
    assert asked.headers["Location"] in client.get("/dota2/leagues/9").text
    assert "/dota2/leagues/9" in client.get("/dota2").text


def test_a_long_list_comes_in_pages_without_a_hole(client: FlaskClient) -> None:
    leagues.add_league(9, "Long")
    leagues.note_listed(9, [Listed(number) for number in range(1, ROWS * 2 + 2)])
    db.session.commit()
    pages = [client.get(f"/dota2/leagues/9.json?page={page}").get_json() for page in (1, 2, 3)]
    seen = [line["match_id"] for page in pages for line in page["lines"]]
    assert seen == list(range(ROWS * 2 + 1, 0, -1))
    assert pages[2]["shown_said"] == "101 to 101 of 101"
    assert client.get("/dota2/leagues/9.json?page=99").get_json()["page"] == 3


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999", "१"])
def test_what_is_no_league_number_is_said(client: FlaskClient, number: str) -> None:
    answer = client.get("/dota2/leagues", query_string={"number": number})
    assert answer.status_code == 404
    assert "no league number" in answer.text


def test_a_typed_number_leads_to_its_league(client: FlaskClient) -> None:
    answer = client.get("/dota2/leagues?number= 17001 ")
    assert answer.headers["Location"] == "/dota2/leagues/17001"
    assert client.get("/dota2/leagues").headers["Location"] == "/dota2#leagues"
