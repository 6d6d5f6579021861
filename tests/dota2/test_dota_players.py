"""What a player's page says: newest first, narrowed down, each share with its n and interval."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.archive import OURS, done, drop
from tests.dota2.kept import PART, keep, queries
from tests.questions import round_trips
from webapp.core.db import db
from webapp.dota2 import actions
from webapp.dota2.domain.steam_ids import account_in, account_of, steam_id_of
from webapp.dota2.store import accounts, histories
from webapp.dota2.store.accounts import Met, PlayedHero, Who
from webapp.dota2.store.histories import Played
from webapp.matchplay.shares import share_of

ADA = 910_000_001
PAGE = f"/dota2/players/{ADA}"
START = datetime(2026, 3, 1, tzinfo=UTC)


def told(client: FlaskClient, address: str) -> dict[str, Any]:
    """Give the JSON twin of a page."""
    found = client.get(address).json
    assert isinstance(found, dict)
    return found


def line(number: int, **more: object) -> Played:
    values: dict[str, object] = {
        "match_id": 40_000 + number,
        "started_at": START + timedelta(hours=number),
        "duration_s": 1800,
        "hero_id": 1 + number % 3,
        "side": "a" if number % 2 else "b",
        "game_mode": 23 if number == 59 else 22,
        "lobby_type": 7,
        "won": None if number % 10 == 9 else number % 3 == 0,
        "abandoned": number == 5,
        "kills": number,
        "deaths": 1,
        "assists": 2,
        "gold_per_minute": None if number % 4 == 0 else 300 + number,
        "xp_per_minute": None,
        "last_hits": None,
        "hero_damage": None,
    }
    return Played(**{**values, **more})  # type: ignore[arg-type]


@pytest.fixture
def known(app: Flask) -> None:
    assert app
    accounts.save_account(ADA, Who("Ada", None, 42, hidden=False))
    histories.save_history(ADA, [line(number) for number in range(60)])
    accounts.save_peers(ADA, [Met(7, "Bo", 30, 20, 2, 0, START), Met(8, None, 0, 0, 5, 5, None)])
    db.session.commit()


def test_an_account_nobody_asked_for_has_a_button(client: FlaskClient) -> None:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    assert "Fetch the match history" in answer.text
    assert not told(client, f"{PAGE}.json")["head"]["known"]


@pytest.mark.usefixtures("known")
def test_the_page_says_what_it_is_told_from(client: FlaskClient) -> None:
    page = told(client, f"{PAGE}.json")
    decided = [one for one in map(line, range(60)) if one.won is not None]
    won = sum(bool(one.won) for one in decided)
    share = share_of(won, len(decided))
    assert page["share"] == {
        "wins": won,
        "n": len(decided),
        "percent": share.percent,
        "low": share.low,
        "high": share.high,
    }
    assert [one["match_id"] for one in page["lines"]] == [40_059 - i for i in range(25)]
    assert page["head"]["rank"] == "Archon 2"
    assert sum(hero["matches"] for hero in page["heroes"]) == 60
    assert page["form"]["count"] == 30
    kills = next(one for one in page["records"] if one["word"] == "Kills")
    assert (kills["value"], kills["match_id"]) == ("58", 40_058)


@pytest.mark.usefixtures("known")
def test_a_history_that_is_cut_says_what_it_is_told_from(client: FlaskClient) -> None:
    said = "OpenDota counts 3,214 matches of this player. The newest 60 are listed here"
    for games, told_from in ((14, False), (3_168, True)):
        accounts.save_heroes(ADA, [PlayedHero(1, 46, 20, START), PlayedHero(2, games, 7, None)])
        db.session.commit()
        assert (said in client.get(PAGE).text) is told_from


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("hero=1", 20),
        ("result=won", 18),
        ("side=radiant", 30),
        ("mode=23", 1),
        ("since=2026-03-03", 12),
        ("hero=1&side=dire&result=won", 10),
        ("hero=x&result=maybe&side=up&mode=-1&since=soon&page=-9", 60),
        ("hero=99999999999999999999&page=99999999", 60),
        ("page=10", 60),
    ],
)
def test_every_filter_stands_in_the_address_and_nonsense_is_none(
    client: FlaskClient, query: str, count: int
) -> None:
    assert told(client, f"{PAGE}.json?{query}")["total"] == count
    assert client.get(f"{PAGE}?{query}").status_code == 200


@pytest.mark.usefixtures("known")
def test_the_page_comes_whole_in_part_and_as_tables(client: FlaskClient) -> None:
    whole, part = client.get(PAGE).text, client.get(PAGE, headers=PART).text
    assert "<html" in whole
    assert part.lstrip().startswith('<section id="matches"')
    assert client.get(f"{PAGE}/people").status_code == 200
    people = told(client, f"{PAGE}/people.json")
    assert [one["name"] for one in people["together"]] == ["Bo"]
    assert [one["matches"] for one in people["against"]] == [5, 2]
    for table, lines in (("matches", 61), ("heroes", 4), ("people", 3)):
        assert len(client.get(f"{PAGE}/tables/{table}.csv").text.splitlines()) == lines
    assert client.get(f"{PAGE}/tables/secrets.csv").status_code == 404


@pytest.mark.usefixtures("known")
def test_a_player_costs_few_queries(client: FlaskClient) -> None:
    with queries() as asked:
        client.get(PAGE)
    assert len(asked) <= 7, asked
    with round_trips() as trips:
        client.get(PAGE)
    assert len(trips) <= 2, "\n\n".join(trips)


@pytest.mark.usefixtures("known")
def test_a_fuller_line_is_never_emptied_by_a_poorer_one(client: FlaskClient) -> None:
    histories.save_history(ADA, [line(59, gold_per_minute=None, won=None)])
    db.session.commit()
    (first, *_) = told(client, f"{PAGE}.json")["lines"]
    assert first["gold_per_minute"] == 359


def test_samples_are_in_nobodys_history(client: FlaskClient) -> None:
    keep(201)
    assert client.get("/dota2/matches/201").status_code == 200
    assert histories.load_history(ADA) == []


def test_a_steam_number_leads_to_its_account(client: FlaskClient) -> None:
    answer = client.get(f"/dota2/players/{steam_id_of(ADA)}.json")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{PAGE}.json")


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("[U:1:22202]", 22202),
        ("STEAM_0:0:11101", 22202),
        ("STEAM_1:1:11101", 22203),
        ("[U:1:0]", None),
        ("[U:1:4294967295]", None),
        ("STEAM_0:2:1", None),
        ("[U:1:22202]\n", None),
        ("[U:1:٢]", None),
        ("", None),
    ],
)
def test_old_spellings_of_a_steam_id_are_read(text: str, account: int | None) -> None:
    assert account_in(text) == account


def test_a_steam_id_and_its_account_are_one_person() -> None:
    assert account_of(steam_id_of(ADA)) == account_of(ADA) == ADA
    assert account_of(0) is account_of(-1) is account_of(2**63) is None


HOSTILE = (
    "/dota2/matches/0",
    "/dota2/matches/-1",
    "/dota2/matches/9223372036854775808",
    "/dota2/matches/1e9",
    "/dota2/matches/%00",
    "/dota2/matches/7' OR 1=1--",
    "/dota2/players/0",
    "/dota2/players/4294967295",
    "/dota2/players/76561197960265728",
    "/dota2/players/99999999999999999999",
    "/dota2/players/<svg onload=alert(1)>",
    "/dota2/names/..%2f..%2fadmin",
    "/dota2/names/%22%3E%3Csvg",
    "/dota2/names/" + "a" * 33,
    "/dota2/uploads/" + "x" * 64,
    "/dota2/uploads/../../etc/passwd",
)


@pytest.mark.parametrize("path", HOSTILE)
def test_addresses_that_mean_nothing_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in {301, 308, 404}
    assert client.post(f"{path}/analysis", headers=OURS).status_code in {404, 405}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"players": null, "match_id": null, "radiant_win": 1}',
        b'{"radiant_win":true,"match_id":1e999,"players":[]}',
        b'{"radiant_win":true,"match_id":"<svg>","players":[{}]}',
        b'{"radiant_win":true,"match_id":5000,"duration":-1,"players":[{"player_slot":999}]}',
        b"\x00\xff\xfe" * 100,
        b"PBDEMS2\0" + b"\0" * 64,
        b"\x1f\x8b\x08\x00" + b"\0" * 64,
    ],
)
def test_a_file_that_is_no_match_ends_in_a_sentence(client: FlaskClient, body: bytes) -> None:
    assert drop(client, body, "m.json").status_code < 500
    run_id, _ = actions.keep_upload("m.json", body)
    run = done(run_id)
    assert run.state in {"failed", "done"}
    assert run.state == "done" or run.sentence
