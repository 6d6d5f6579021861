"""What the tabs Overview, Economy, Laning and Data promise, in every mode."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from flask.testing import FlaskClient

from tests.lol.kept import keep
from tests.lol.real import bodies
from webapp.core.bounded import Bounded
from webapp.core.db import db, utc_now
from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import SOLO
from webapp.lol.ingest.match import INTAKE
from webapp.lol.models import LolAccount, LolKnownPuuid
from webapp.lol.pages.tables import table_csv
from webapp.lol.store.catalogue import forget_catalogue, load_catalogue
from webapp.lol.store.ranks import save_ranks
from webapp.matchroom import panels
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
RIFT, ARAM, ARENA, REMAKE, BARE = (f"EUW1_{number}" for number in (1, 3, 4, 5, 6))
TABS = {
    "": ("", "?t=900&player=3", "?from=300&to=900", "?sort=damage", "?player=77&sort=x"),
    "/economy": ("", "?t=900&figure=cs", "?from=300&to=900&of=lane", "?of=player", "?of=x"),
    "/laning": ("", "?t=400", "?from=300&to=900", "?t=1500"),
    "/data": ("", "?t=900"),
}
IDS = {"": "overview", "/economy": "economy", "/laning": "laning", "/data": "data"}
TABLES = ("scoreboard", "scores", "lead", "minutes", "laning", "shopping")


@pytest.fixture
def kept(app: object) -> None:
    assert app
    keep(RIFT)


@contextmanager
def queries() -> Iterator[list[str]]:
    """Note what a process that knows the names, and nothing else yet, asks of the driver."""
    forget_catalogue()
    load_catalogue()
    db.session.remove()
    asked: list[str] = []
    true = psycopg.Cursor.execute

    def note(self: Any, query: Any, *more: Any, **options: Any) -> Any:
        asked.append(str(query))
        return true(self, query, *more, **options)

    with pytest.MonkeyPatch.context() as patches:
        patches.setattr("webapp.lol.pages.sources._held._held", Bounded(1))
        patches.setattr(panels, "_forms", Bounded(0))
        patches.setattr(psycopg.Cursor, "execute", note)
        yield asked


def _json(client: FlaskClient, match_id: str, tab: str, query: str = "") -> Any:
    return client.get(f"/lol/matches/{match_id}{tab}.json{query}").json


def _aborted() -> str:
    body = {
        "metadata": {"matchId": "EUW1_900"},
        "info": {"endOfGameResult": "Abort_Unexpected", "gameDuration": 0, "participants": []},
    }
    kept: str = keep_now(INTAKE, Raw(json.dumps(body).encode(), "json", utc_now(), "upstream"))
    db.session.remove()
    return kept


@pytest.mark.usefixtures("kept")
def test_every_tab_is_whole_a_part_or_json_at_any_moment(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses:
            path = f"/lol/matches/{RIFT}{tab}{address}"
            whole, piece = client.get(path), client.get(path, headers=PART)
            assert whole.status_code == piece.status_code == 200, path
            assert whole.text.startswith("<!doctype html>")
            assert f'id="{IDS[tab]}"' in piece.text
            assert "<html" not in piece.text
            assert piece.text.strip() in whole.text, path
            twin = client.get(path, headers={"Accept": "application/json"}).json
            assert (twin["tab"], twin["frame"]["match_id"]) == (IDS[tab], RIFT)
            assert _json(client, RIFT, tab, address) == twin


@pytest.mark.usefixtures("kept")
def test_every_tab_costs_few_questions_a_304_one_and_little_weight(client: FlaskClient) -> None:
    for tab, addresses in TABS.items():
        for address in addresses[:3]:
            path = f"/lol/matches/{RIFT}{tab}{address}"
            with queries() as asked:
                answer = client.get(path, headers={"Accept-Encoding": "gzip"})
            assert 1 <= len(asked) <= 6, asked
            assert len(answer.data) < 30_000, path
            with queries() as asked:
                again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
            assert (again.status_code, len(asked)) == (304, 1), path


@pytest.mark.usefixtures("kept")
def test_a_panel_follows_the_moment_by_its_frames(client: FlaskClient) -> None:
    at_nine, later = (_json(client, RIFT, "", f"?t={at_s}") for at_s in (541, 599))
    assert at_nine["standing"] == later["standing"]
    assert at_nine["standing"]["said"] == "at 9:00"
    assert _json(client, RIFT, "")["standing"] is None
    path = f"/lol/matches/{RIFT}"
    parts = [client.get(f"{path}?t={at_s}", headers=PART).text for at_s in (300, 1200)]
    assert "Players, at 5:00" in parts[0]
    assert "Players, at 20:00" in parts[1]


@pytest.mark.usefixtures("kept")
def test_figures_of_a_span_are_what_was_gained_in_it(client: FlaskClient) -> None:
    def gold(query: str) -> list[int]:
        groups = _json(client, RIFT, "/economy", query)["economy"]["groups"]
        return [row["gold"] for group in groups for row in group["rows"]]

    until_five, until_ten = gold("?t=300"), gold("?t=600")
    between = gold("?from=300&to=600")
    assert [later - sooner for sooner, later in zip(until_five, until_ten, strict=True)] == between


@pytest.mark.usefixtures("kept")
def test_the_lanes_at_fourteen_are_the_stored_mark(client: FlaskClient) -> None:
    duels = _json(client, RIFT, "/laning")["lanes"]["duels"]
    rows = list(csv.DictReader(io.StringIO(table_csv(RIFT, "laning") or "")))
    at_mark = {(row["role"], row["slot"]): row for row in rows if row["mark_s"] == "840"}
    assert len(duels) == 5
    for duel in duels:
        for side in ("a", "b"):
            row = at_mark[duel["role"], str(duel[side]["slot"])]
            for figure in duel["rows"]:
                assert str(figure[side]) == row[figure["key"]], (duel["role"], figure["key"])
            assert duel["side"] == ("" if row["winner"] == "even" else row["winner"])


@pytest.mark.usefixtures("kept")
def test_a_chosen_players_score_is_explained_figure_by_figure(client: FlaskClient) -> None:
    page = _json(client, RIFT, "", "?player=3")
    assert page["scores"]["chosen"]["slot"] == 3
    assert len(page["scores"]["figures"]) > 12
    for line in page["scores"]["rows"]:
        assert line["score"] == pytest.approx(5 + sum(line["points"]))
    assert _json(client, RIFT, "", "?player=77")["scores"]["chosen"] is None


def test_names_are_written_safely_and_lead_to_their_owners(
    app: object, client: FlaskClient
) -> None:
    assert app
    body, _ = bodies()
    people = body["info"]["participants"]
    people[0] |= {"riotIdGameName": "Ada Ünder Score", "riotIdTagline": "EUW"}
    people[1] |= {"riotIdGameName": "<b>x</b>/../?a=1", "riotIdTagline": "EUW"}
    people[2] |= {"riotIdGameName": "=1+1", "riotIdTagline": None}
    keep_now(INTAKE, Raw(json.dumps(body).encode(), "json", utc_now(), "upstream"))
    rows = _json(client, RIFT, "")["board"]["groups"][0]["rows"]
    assert rows[0]["url"] == "/lol/summoners/euw1/Ada%20%C3%9Cnder%20Score-EUW"
    assert (rows[1]["url"], rows[2]["url"]) == ("", "")
    assert "<b>x</b>" not in client.get(f"/lol/matches/{RIFT}").text
    assert ",'=1+1," in (table_csv(RIFT, "scoreboard") or "")


def test_arena_is_told_by_places_and_has_no_lanes(app: object, client: FlaskClient) -> None:
    assert app
    keep(ARENA)
    page = _json(client, ARENA, "")
    assert [group["name"] for group in page["board"]["groups"]][:2] == ["Place 1", "Place 2"]
    assert (page["taken"], page["scores"]) == (None, None)
    assert "small teams" in client.get(f"/lol/matches/{ARENA}").text
    assert "without lanes" in client.get(f"/lol/matches/{ARENA}/laning").text
    assert len(_json(client, ARENA, "/economy")["economy"]["charts"]) == 1


@pytest.mark.parametrize("match_id", [ARAM, REMAKE])
def test_sides_without_roles_have_a_scoreboard_and_no_score(
    app: object, client: FlaskClient, match_id: str
) -> None:
    assert app
    keep(match_id)
    page = _json(client, match_id, "")
    assert [group["side"] for group in page["board"]["groups"]] == ["a", "b"]
    assert page["scores"] is None
    for tab in TABS:
        assert client.get(f"/lol/matches/{match_id}{tab}?t=60").status_code == 200


def test_swarm_is_told_without_opponents(app: object, client: FlaskClient) -> None:
    assert app
    body, timeline = bodies()
    body["info"] |= {"gameMode": "STRAWBERRY", "mapId": 33, "queueId": 1820}
    body["info"]["participants"] = body["info"]["participants"][:2]
    beside = {"timeline": json.dumps(timeline).encode()}
    keep_now(INTAKE, Raw(json.dumps(body).encode(), "json", utc_now(), "upstream", beside))
    page = _json(client, RIFT, "")
    assert [group["name"] for group in page["board"]["groups"]] == ["Players"]
    for tab in TABS:
        assert client.get(f"/lol/matches/{RIFT}{tab}?t=60").status_code == 200


def test_a_game_that_never_began_says_so_on_every_tab(app: object, client: FlaskClient) -> None:
    assert app
    match_id = _aborted()
    assert "Nobody played this game" in client.get(f"/lol/matches/{match_id}").text
    for tab in TABS:
        answer = client.get(f"/lol/matches/{match_id}{tab}?t=60")
        assert answer.status_code == 200
        assert "Fetch the timeline" not in answer.text, tab
    for name in TABLES:
        assert table_csv(match_id, name)


def test_a_match_without_timeline_offers_to_fetch_it(app: object, client: FlaskClient) -> None:
    assert app
    keep(RIFT, timeline=False)
    for tab in TABS:
        text = client.get(f"/lol/matches/{RIFT}{tab}").text
        assert f'method="post" action="/lol/matches/{RIFT}/timeline"' in text, tab
    keep(BARE, "generated")
    text = client.get(f"/lol/matches/{BARE}/economy").text
    assert "The timeline of this match is not here" in text
    assert "<form class=" not in text.partition('id="panel"')[2]


def test_ranks_known_here_stand_beside_the_match_and_say_when_they_were_seen(
    app: object, client: FlaskClient
) -> None:
    assert app
    body, _ = bodies()
    people = body["info"]["participants"]
    puuids = [people[0]["puuid"], people[7]["puuid"]]
    for puuid, points in zip(puuids, (40, 60), strict=True):
        _ranked(puuid, Rank(SOLO, utc_now(), "GOLD", "II", points, 10, 8))
    keep(RIFT)
    ranks = _json(client, RIFT, "")["ranks"]
    assert [(one["seat"]["slot"], one["words"], one["points"]) for one in ranks["lines"]] == [
        (1, "Gold II", 40),
        (8, "Gold II", 60),
    ]
    assert (ranks["average"], ranks["of"], ranks["queue"]) == ("Gold II", 10, "Solo/Duo")
    assert "Known for 2 of 10" in client.get(f"/lol/matches/{RIFT}").text


def _ranked(puuid: str, rank: Rank) -> None:
    """Know an account by one id, and one rank of it."""
    named = {"name": puuid[:8], "tag": "EUW", "name_key": puuid[:8], "tag_key": "euw"}
    account = LolAccount(platform="EUW1", puuid=puuid, key_print="test", **named)
    db.session.add(account)
    db.session.flush()
    db.session.add(LolKnownPuuid(puuid=puuid, account_id=account.id))
    db.session.flush()
    save_ranks(account.id, [rank])
    db.session.commit()


@pytest.mark.usefixtures("app")
def test_a_match_not_kept_has_a_next_step_on_every_tab(client: FlaskClient) -> None:
    for tab in TABS:
        path = f"/lol/matches/EUW1_77777{tab}"
        assert client.get(f"{path}.json").status_code == 404
        assert 'action="/lol/matches/EUW1_77777/analysis"' in client.get(path).text


@pytest.mark.usefixtures("kept")
def test_every_table_is_csv_with_names_beside_ids(client: FlaskClient) -> None:
    for name in TABLES:
        answer = client.get(f"/lol/matches/{RIFT}/tables/{name}.csv")
        assert answer.status_code == 200
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert len(rows) >= 10
        assert name == "lead" or rows[0]["champion"]
    assert client.get(f"/lol/matches/{RIFT}/tables/nothing.csv").status_code == 404
