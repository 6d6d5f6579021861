"""The Findings tab: whole, in part, as JSON, for a player, in odd modes, beside other games."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.lol.kept import keep, ranked
from tests.lol.test_told_pages import PART, queries
from webapp.core.db import db, utc_now
from webapp.lol.domain.played import Rank
from webapp.lol.domain.summoner.ladder import FLEX, SOLO, unranked
from webapp.lol.models import LolCurve, LolMatch, LolPlay, LolPlayer
from webapp.lol.pages.tables import table_csv
from webapp.lol.store.shapes import forget_shelf
from webapp.matchroom.moment import Moment

CLOSE, FEATS, ARAM, ARENA, REMAKE, BARE = (f"EUW1_{number}" for number in range(1, 7))
ADDRESSES = ("", "?player=7", "?t=900", "?from=300&to=1200", "?player=77", "?player=x&t=99999")


@pytest.fixture(autouse=True)
def _look_afresh() -> None:
    forget_shelf()


def path(match_id: str, query: str = "") -> str:
    return f"/lol/matches/{match_id}/findings{query}"


def vectors() -> tuple[int, int]:
    db.session.rollback()
    found = [
        db.session.scalar(select(func.count()).select_from(one)) for one in (LolCurve, LolPlay)
    ]
    return found[0] or 0, found[1] or 0


@pytest.mark.usefixtures("app")
def test_findings_are_whole_a_part_or_json_at_any_moment(client: FlaskClient) -> None:
    keep(CLOSE)
    for query in ADDRESSES:
        whole, part = client.get(path(CLOSE, query)), client.get(path(CLOSE, query), headers=PART)
        assert whole.status_code == part.status_code == 200, query
        assert "<html" in whole.text
        assert "<html" not in part.text
        assert part.text.strip() in whole.text
        assert '<section id="findings"' in part.text
        twin = client.get(f"/lol/matches/{CLOSE}/findings.json{query}").json
        assert twin["tab"] == "findings"
        assert len(twin["cards"]) <= 5
        for card in twin["cards"]:
            assert f"/lol/matches/{CLOSE}/" in card["href"]
            assert "t=" in card["href"] or "from=" in card["href"]


@pytest.mark.usefixtures("app")
def test_a_red_player_reads_of_deaths_as_costs(client: FlaskClient) -> None:
    keep(FEATS)
    deaths = []
    for slot in range(1, 11):
        twin = client.get(f"/lol/matches/{FEATS}/findings.json?player={slot}").json
        own = next(one for one in twin["people"] if one["current"])
        told = [one for one in twin["cards"] if one["sentence"].startswith(f"{own['name']} died")]
        assert all(one["gain"] is False and one["side"] != own["side"] for one in told)
        deaths += [own["side"]] * len(told)
    assert {"a", "b"} == set(deaths)


@pytest.mark.usefixtures("app")
def test_monsters_the_model_gives_no_weight_are_told_with_their_gold(client: FlaskClient) -> None:
    keep(FEATS)
    said = {"dragon": ("a dragon", "300"), "herald": ("the Rift Herald", "300")}
    said["atakhan"] = ("Atakhan", "1,000")
    found = set()
    for row in csv.DictReader(io.StringIO(table_csv(FEATS, "monsters", Moment(), {}) or "")):
        if row["kind"] not in said or not row["side"]:
            continue
        words, gold = said[row["kind"]]
        at_s, side = int(row["at_s"]), {"a": "Blue", "b": "Red"}[row["side"]]
        twin = client.get(f"/lol/matches/{FEATS}/findings.json?from={at_s - 1}&to={at_s + 1}").json
        assert twin
        cards = [one for one in twin["cards"] if one["side"] == row["side"]]
        if not cards[0]["rule"].startswith("death"):
            (card,) = cards
            clock = f"{at_s // 60}:{at_s % 60:02d}"
            assert card["sentence"].startswith(f"{side} took {words} at {clock}")
            assert card["worth"] == f"About {gold} gold for {side}"
            found.add(row["kind"])
    assert found == set(said)
    assert "told by its gold instead" in client.get("/lol/method").text


@pytest.mark.usefixtures("app")
def test_what_has_points_stands_before_what_has_gold_alone(client: FlaskClient) -> None:
    lists = []
    for match_id in (CLOSE, FEATS, "EUW1_7100000002"):
        keep(match_id)
        for query in ("", *(f"?player={slot}" for slot in range(1, 11))):
            twin = client.get(f"/lol/matches/{match_id}/findings.json{query}").json
            assert twin
            lists.append([one["worth"].startswith("About") for one in twin["cards"]])
    assert all(in_gold == sorted(in_gold) for in_gold in lists)
    assert any(len(set(in_gold)) == 2 for in_gold in lists)


@pytest.mark.usefixtures("app")
def test_games_and_plays_kept_here_are_compared_and_say_in_what(client: FlaskClient) -> None:
    for match_id in (CLOSE, FEATS, ARAM, ARENA, REMAKE, BARE):
        keep(match_id)
    keep("EUW1_7100000002")
    curves, plays = vectors()
    assert curves >= 3
    assert plays >= 20
    games = client.get(f"/lol/matches/{CLOSE}/findings.json").json["alike"]
    assert games["games"] == curves - 1
    assert games["small"]
    for row in games["rows"]:
        assert 0 < row["percent"] <= 100
        assert CLOSE not in row["href"]
        assert "gold apart on average" in row["why"]
    percents = [row["percent"] for row in games["rows"]]
    assert percents == sorted(percents, reverse=True)
    twin = client.get(f"/lol/matches/{CLOSE}/findings.json?player=7").json
    assert twin["alike"]["of_player"]
    assert twin["alike"]["rows"]
    assert all(
        "losest in" in row["why"] or "Close in" in row["why"] for row in twin["alike"]["rows"]
    )
    assert twin["role_games"] > 0
    assert all(0 <= row["percent"] <= 100 for row in twin["role"])


@pytest.mark.usefixtures("app")
def test_a_player_is_compared_with_those_of_the_same_tier_too(client: FlaskClient) -> None:
    for match_id in (CLOSE, FEATS, "EUW1_7100000002", "EUW1_7100000003", "EUW1_7100000004"):
        keep(match_id)
    seats = select(LolPlayer.match_id, LolPlayer.puuid, LolPlayer.gold, LolMatch.duration_s)
    seats = seats.join(LolMatch, LolMatch.match_id == LolPlayer.match_id)
    own = db.session.execute(seats.where(LolPlayer.match_id == CLOSE, LolPlayer.slot == 7)).one()
    role = select(LolPlayer.role).where(LolPlayer.match_id == CLOSE, LolPlayer.slot == 7)
    others = db.session.execute(
        seats.where(LolPlayer.role == role.scalar_subquery(), LolPlayer.match_id != CLOSE)
    ).all()
    people = list(dict.fromkeys(one.puuid for one in others if one.puuid != own.puuid))
    assert len(people) > 3
    gold, silver, flex = (
        _rank(queue, tier) for queue, tier in ((SOLO, "GOLD"), (SOLO, "SILVER"), (FLEX, "GOLD"))
    )
    unknown = client.get(path(CLOSE, "?player=7"))
    assert "Which tier this player is in is not known here." in unknown.text
    ranked(own.puuid, silver, gold)
    nobody = client.get(path(CLOSE, "?player=7&t=1"))
    games = sum(one.puuid == own.puuid for one in others)
    assert (f"{games} of them in Gold: few" if games else "None of them is known") in nobody.text
    ranked(people[0], gold, silver)
    ranked(people[1], flex, gold, unranked(SOLO, utc_now()))
    for puuid in people[2:]:
        ranked(puuid, silver, gold)
    alike = [one for one in others if one.puuid in {own.puuid, *people[2:]}]
    twin = client.get(f"/lol/matches/{CLOSE}/findings.json?player=7&t=2").json
    assert (twin["role_tier"], twin["role_tier_games"], twin["role_games"]) == (
        "Gold",
        len(alike),
        len(others),
    )
    [row] = (one for one in twin["role"] if one["word"] == "Gold per minute")
    mine = own.gold / own.duration_s
    less = sum(one.gold / one.duration_s < mine for one in alike)
    assert row["in_tier"] == round(100 * less / len(alike))
    assert "In Gold, %" in client.get(path(CLOSE, "?player=7&t=3")).text


def _rank(queue: str, tier: str) -> Rank:
    return Rank(queue, utc_now(), tier, "II", 40, 10, 8)


@pytest.mark.usefixtures("app")
def test_samples_and_readers_files_are_never_among_games_alike(client: FlaskClient) -> None:
    keep(CLOSE, "generated")
    keep(FEATS, "upload")
    assert vectors() == (0, 0)
    twin = client.get(f"/lol/matches/{CLOSE}/findings.json?player=2").json
    assert (twin["alike"]["rows"], twin["role"]) == ([], [])
    assert "No game kept here" in twin["alike"]["nothing"]
    keep(FEATS, "upstream")
    assert vectors() == (1, 10)
    forget_shelf()
    assert client.get(f"/lol/matches/{CLOSE}/findings.json?player=2").json["alike"]["games"] == 2


@pytest.mark.usefixtures("app")
def test_odd_modes_and_bare_matches_say_so_in_plain_words(client: FlaskClient) -> None:
    words = {ARENA: "two sides", REMAKE: "broke off", BARE: "timeline"}
    for match_id, said in words.items():
        keep(match_id, timeline=match_id != BARE)
        twin = client.get(f"/lol/matches/{match_id}/findings.json").json
        assert said in twin["nothing"]
        assert twin["cards"] == [] or match_id == BARE
        assert client.get(path(match_id, "?player=1")).status_code == 200
    keep(ARAM)
    twin = client.get(f"/lol/matches/{ARAM}/findings.json").json
    assert twin["measured"] == "gold"
    assert twin["cards"]
    assert "Summoner’s Rift" in twin["alike"]["nothing"]


@pytest.mark.usefixtures("app")
def test_findings_cost_few_questions_and_little_weight(client: FlaskClient) -> None:
    keep(CLOSE)
    keep(FEATS)
    for query in ADDRESSES:
        client.get(path(CLOSE))
        with queries() as asked:
            answer = client.get(path(CLOSE, query), headers={"Accept-Encoding": "gzip"})
        assert 1 <= len(asked) <= 6, asked
        assert len(answer.data) < 40_000
        with queries() as asked:
            again = client.get(
                path(CLOSE, query), headers={"If-None-Match": answer.headers["ETag"]}
            )
        assert (again.status_code, len(asked)) == (304, 1)


@pytest.mark.usefixtures("app")
def test_findings_are_a_table_and_an_unknown_match_has_a_next_step(client: FlaskClient) -> None:
    keep(CLOSE)
    body = table_csv(CLOSE, "findings", Moment(), {})
    assert body
    rows = list(csv.DictReader(io.StringIO(body)))
    assert {row["slot"] for row in rows} >= {"", "1", "10"}
    unknown = "/lol/matches/EUW1_7199999999/findings"
    assert client.get(unknown).status_code == 200
    assert client.get(f"{unknown}.json").status_code == 404
