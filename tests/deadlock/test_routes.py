"""Deadlock's addresses: whole, in part and as JSON, how they are kept, and what they cost."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.deadlock.kept import MATCH, PART, PATH, body_of, keep, keep_body, queries, row_of
from webapp.core.db import db
from webapp.core.objects import current_objects
from webapp.deadlock import ingest
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.pages import frame
from webapp.deadlock.store import catalogue, players
from webapp.simulator import sample_assets

TABS = {part: path for part, _, path in frame.TABS}
BENEATH = (
    "map",
    "data",
    "raw",
    "paths",
    "damage.parquet",
    "positions.parquet",
    "snapshots.parquet",
    "analysis.json",
    "tables/scoreboard.csv",
)
pytestmark = pytest.mark.usefixtures("kept_match")
ASKED = {"Accept": "application/json"}


def sha(client: FlaskClient, path: str, **headers: str) -> tuple[int, str, bytes]:
    answer = client.get(path, headers=headers)
    return answer.status_code, answer.headers["ETag"], answer.data


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("headers", [{}, PART, ASKED], ids=["whole", "part", "json"])
def test_a_finished_page_is_asked_about_and_not_sent_again(
    client: FlaskClient, tab: str, headers: dict[str, str]
) -> None:
    first = client.get(PATH + TABS[tab], headers=headers)
    assert first.headers["Cache-Control"] == "public, no-cache"
    wanted = {"HX-Request", "HX-Request-Type", "Accept", "Accept-Encoding"}
    assert wanted <= {one.strip() for one in first.headers["Vary"].split(",")}
    again = client.get(PATH + TABS[tab], headers=headers | {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Set-Cookie" not in first.headers


def test_three_answers_and_every_moment_have_their_own_name(client: FlaskClient) -> None:
    asked = [{}, PART, ASKED]
    names = [client.get(PATH, headers=headers).headers["ETag"] for headers in asked]
    names += [client.get(f"{PATH}?t={t}").headers["ETag"] for t in (0, 60)]
    names += [client.get(f"{PATH}/{tab}").headers["ETag"] for tab in ("map", "data")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "identity"])
def test_a_kept_copy_is_what_was_first_said(client: FlaskClient, encoding: str) -> None:
    first = client.get(PATH, headers={"Accept-Encoding": encoding})
    kept = client.get(PATH, headers={"Accept-Encoding": encoding})
    assert first.data == kept.data
    assert kept.headers.get("Content-Encoding", "identity") == encoding


def test_working_a_match_out_again_renews_its_pages(client: FlaskClient) -> None:
    _, before, _ = sha(client, PATH)
    db.session.execute(update(DeadlockMatch).values(analysis_version=0))
    db.session.commit()
    assert ingest.reanalyse_all().done == 1
    status, after, body = sha(client, PATH, **{"If-None-Match": before})
    assert (status, after != before, bool(body)) == (200, True, True)


def test_a_name_on_steam_renews_the_pages_that_show_it(client: FlaskClient) -> None:
    _, before, body = sha(client, PATH)
    assert b"Ada of the East" not in body
    account = client.get(f"{PATH}.json").json["groups"][0]["rows"][0]["account_id"]
    players.save_profiles({account: "Ada of the East"})
    db.session.commit()
    status, after, body = sha(client, PATH, **{"If-None-Match": before})
    assert (status, after != before) == (200, True)
    assert b"Ada of the East" in body


def test_new_names_of_heroes_renew_every_page(client: FlaskClient) -> None:
    _, before, _ = sha(client, PATH)
    bodies = sample_assets()
    bodies["heroes"] = bodies["heroes"].replace(b'"name": "', b'"name": "New ')
    catalogue.save_catalogue(bodies, {})
    db.session.commit()
    status, after, body = sha(client, PATH, **{"If-None-Match": before})
    assert (status, after != before) == (200, True)
    assert b"New " in body


def test_a_kept_copy_costs_one_question(client: FlaskClient) -> None:
    client.get(PATH)
    with queries() as asked:
        assert client.get(PATH).status_code == 200
    assert len(asked) == 1


def test_a_list_costs_the_same_however_long(client: FlaskClient) -> None:
    costs = []
    for more in (0, 3):
        for number in range(more):
            keep(5100 + number, "short")
        with queries() as asked:
            assert client.get("/deadlock").status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 5


def test_a_match_not_kept_costs_two_questions(client: FlaskClient) -> None:
    client.get("/deadlock/matches/77777")
    with queries() as asked:
        assert client.get("/deadlock/matches/77777").status_code == 200
    assert len(asked) <= 2


@pytest.mark.parametrize("tail", [".json", *(f"/{name}" for name in BENEATH if name not in TABS)])
def test_nothing_is_there_of_a_match_not_kept(client: FlaskClient, tail: str) -> None:
    assert client.get(f"/deadlock/matches/77777{tail}").status_code == 404


@pytest.mark.parametrize(
    "tail",
    ["/tables/nothing.csv", "/nothing", "/tables/scoreboard.json", "/tables/.csv", "/map/"],
)
def test_nothing_is_there_beside_a_match(client: FlaskClient, tail: str) -> None:
    assert client.get(PATH + tail).status_code == 404


def test_files_that_were_lost_are_missing_and_no_fault(client: FlaskClient) -> None:
    row = row_of(MATCH)
    for key in (row.raw_key, row.paths_key, row.damage_key):
        current_objects().delete(key or "")
    for tail in ("/raw", "/paths", "/damage.parquet", "/positions.parquet"):
        assert client.get(PATH + tail).status_code == 404
    assert client.get(f"{PATH}/map?t=3").status_code == 200
    keep()


@pytest.mark.parametrize(
    ("asked", "t"),
    [
        ("t=61", 61),
        ("t=61.9", 61),
        ("t=999999", None),
        ("t=", None),
        ("t=-5", None),
        ("t=soon", None),
        ("t=1&t=2", 1),
        ("from=10&to=20", None),
        ("from=20&to=10", None),
    ],
)
def test_the_moment_is_read_from_the_address(
    client: FlaskClient, asked: str, t: int | None
) -> None:
    page = client.get(f"{PATH}.json?{asked}").json
    shown = page["frame"]["strip"]["cursor"]["t"]
    length = page["frame"]["strip"]["duration_s"]
    assert 0 <= shown <= length
    if t is not None:
        assert shown == t
    spans = [tab["url"] for tab in page["frame"]["tabs"]]
    assert all(url.endswith("?from=10&to=20") == (asked == "from=10&to=20") for url in spans)


@pytest.mark.parametrize("sort", ["souls", "deaths", "kills", "healing", "nonsense", ""])
def test_the_scoreboard_sorts_by_what_is_asked(client: FlaskClient, sort: str) -> None:
    page = client.get(f"{PATH}.json?sort={sort}").json
    key = sort if sort in page["groups"][0]["rows"][0]["values"] else "souls"
    for group in page["groups"]:
        values = [row["values"][key] for row in group["rows"]]
        assert values == sorted(values, reverse=True)
    assert [one["key"] for one in page["headings"] if one["sorted"]] == [key]


def test_the_find_form_and_steam_ids_lead_on(client: FlaskClient) -> None:
    assert client.get("/deadlock/matches?id=5001").headers["Location"] == "/open?q=5001"
    for twin in ("", ".json"):
        answer = client.get(f"/deadlock/players/76561198860265729{twin}")
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"/deadlock/players/900000001{twin}"
    for number in ("0", "4294967296", "76561197960265728", "76561202255233024"):
        assert client.get(f"/deadlock/players/{number}").status_code == 404


def test_who_asks_too_often_is_told_when_to_return(client: FlaskClient) -> None:
    asks = [
        client.post(
            f"/deadlock/matches/{number}/analysis", headers={"Sec-Fetch-Site": "same-origin"}
        )
        for number in range(6000, 6031)
    ]
    assert {answer.status_code for answer in asks[:30]} == {303}
    assert asks[30].status_code == 429
    assert 0 < int(asks[30].headers["Retry-After"]) <= 61
    assert "Too many requests for now" in asks[30].text
    keep_body(body_of(MATCH))
