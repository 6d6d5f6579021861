"""Heroes over all matches: every number as the matches themselves tell it, and honest when few."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

import numpy as np
import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, keep, queries
from tests.deadlock.many import copy_match, do
from webapp.core.db import db
from webapp.deadlock.domain.across.heat import hero_heat
from webapp.deadlock.domain.segments.heat import PHASES
from webapp.deadlock.pages.heroes import sources
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.store.columns import scan
from webapp.deadlock.store.matches import load_row, load_slices

MATCHES = (73_001, 73_002, 73_003, 73_004)
LIST = "/deadlock/heroes"


@pytest.fixture
def house(client: FlaskClient) -> FlaskClient:
    """Keep four matches of two kinds, gathered, with what is usual worked out."""
    keep(MATCHES[0], "short")
    keep(MATCHES[1])
    copy_match(MATCHES[0], [MATCHES[2]])
    copy_match(MATCHES[1], [MATCHES[3]], winning_team=None)
    do("deadlock.columns")
    do("deadlock.benchmarks")
    return client


def boards() -> list[tuple[int, int | None, list[tuple[int, str, str | None]]]]:
    """Give every match with who won and, for each player, hero, side and lane."""
    found = []
    for match_id in MATCHES:
        row = load_row(match_id)
        assert row
        board = load_slices(match_id, "scoreboard")["scoreboard"].rows
        players = [(one.hero_id, one.side, one.lane) for one in board]
        found.append((match_id, row.winning_team, players))
    return found


def some_hero() -> int:
    return boards()[0][2][0][0]


def test_before_any_match_the_list_says_what_counts(client: FlaskClient) -> None:
    page = client.get(LIST)
    assert page.status_code == 200
    assert "No match counts yet" in page.text
    assert client.get(f"{LIST}.json").json["lines"] == []


def test_a_hero_never_named_nor_played_is_not_there(client: FlaskClient) -> None:
    assert client.get(f"{LIST}/987654").status_code == 404
    assert client.get(f"{LIST}/0").status_code == 404
    assert client.get(f"{LIST}/987654.json").status_code == 404


def test_the_list_counts_every_hero_as_the_matches_do(house: FlaskClient) -> None:
    played: dict[int, int] = defaultdict(int)
    decided: dict[int, list[bool]] = defaultdict(list)
    for _, winner, players in boards():
        for hero_id, side, _ in players:
            played[hero_id] += 1
            if winner is not None:
                decided[hero_id].append((side == "a") == (winner == 0))
    page = house.get(f"{LIST}.json").json
    assert page["matches"] == 4
    assert {line["hero_id"]: line["matches"] for line in page["lines"]} == played
    for line in page["lines"]:
        won = decided[line["hero_id"]]
        assert (line["share"]["wins"], line["share"]["n"]) == (sum(won), len(won))


@pytest.mark.parametrize("sort", ["", "won", "souls_per_minute", "deaths", "nonsense"])
def test_the_list_is_sorted_as_asked(house: FlaskClient, sort: str) -> None:
    lines = house.get(f"{LIST}.json?sort={sort}").json["lines"]
    key = {"": "matches", "nonsense": "matches"}.get(sort, sort)
    values = [line["share"]["low"] if key == "won" else line[key] for line in lines]
    assert values == sorted(values, reverse=True)
    assert house.get(f"{LIST}?sort={sort}", headers=PART).text.lstrip().startswith("<section")


def test_a_rank_band_takes_only_its_matches(house: FlaskClient) -> None:
    badges = {
        match_id: [
            side.average_badge for side in load_slices(match_id, "scoreboard")["scoreboard"].sides
        ]
        for match_id in MATCHES
    }
    tiers = {badge // 10 for pair in badges.values() for badge in pair if badge}
    total = 0
    for band, first, last in (
        ("1-2", 1, 2),
        ("3-4", 3, 4),
        ("5-6", 5, 6),
        ("7-8", 7, 8),
        ("9-11", 9, 11),
    ):
        lines = house.get(f"{LIST}.json?rank={band}").json["lines"]
        assert bool(lines) == any(first <= tier <= last for tier in tiers)
        total += sum(line["matches"] for line in lines)
    everyone = sum(line["matches"] for line in house.get(f"{LIST}.json?rank=x").json["lines"])
    assert total == everyone == 48


def test_a_heros_enemies_lanes_and_sides_add_up(house: FlaskClient) -> None:
    hero_id = some_hero()
    page = house.get(f"{LIST}/{hero_id}.json").json
    met: dict[int, int] = defaultdict(int)
    for _, _, players in boards():
        for own, side, _ in players:
            for enemy, theirs, _ in players:
                if own == hero_id and side != theirs:
                    met[enemy] += 1
    cells = rows(house, hero_id, "enemies")
    assert sum(int(cell["matches"]) for cell in cells) == sum(met.values()) == 6 * page["matches"]
    assert sorted(int(cell["matches"]) for cell in cells) == sorted(met.values())
    for parts in (page["sides"], page["lanes"]):
        assert sum(part["matches"] for part in parts) == page["matches"]
    names = [part["name"] for part in page["best"] + page["worst"]]
    assert len(names) == len(set(names))


def rows(client: FlaskClient, hero_id: int, name: str) -> list[dict[str, str]]:
    answer = client.get(f"{LIST}/{hero_id}/tables/{name}.csv")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_every_table_is_there_as_csv_and_no_other(house: FlaskClient) -> None:
    hero_id = some_hero()
    for name in ("metrics", "items", "enemies", "lanes", "sides"):
        assert rows(house, hero_id, name), name
    assert house.get(f"{LIST}/{hero_id}/tables/secrets.csv").status_code == 404
    listed = list(csv.DictReader(io.StringIO(house.get(f"{LIST}.csv").text)))
    assert {int(row["hero_id"]) for row in listed} == {
        line["hero_id"] for line in house.get(f"{LIST}.json").json["lines"]
    }


def test_items_are_counted_once_a_match_at_the_first_time(house: FlaskClient) -> None:
    hero_id = some_hero()
    first: dict[tuple[int, int, int], int] = {}
    for match_id in MATCHES:
        for line in load_slices(match_id, "builds")["builds"].lines:
            if line.rank is None and line.hero_id == hero_id:
                key = (match_id, line.slot, line.item_id)
                first[key] = min(first.get(key, line.at_s), line.at_s)
    times: dict[int, list[int]] = defaultdict(list)
    for (_, _, item_id), at_s in first.items():
        times[item_id].append(at_s)
    found = {int(row["item_id"]): row for row in rows(house, hero_id, "items")}
    assert {item: int(row["bought"]) for item, row in found.items()} == {
        item: len(at) for item, at in times.items()
    }
    for item_id, row in found.items():
        assert float(row["median_s"]) == float(np.median(times[item_id]))


def test_the_heat_is_every_living_second_once(house: FlaskClient) -> None:
    assert house
    hero_id = some_hero()
    alive = 0
    for match_id in MATCHES:
        row = load_row(match_id)
        assert row
        replay = load_replay(row.paths_key)
        assert replay
        for number, player in enumerate(replay.header.players):
            if player.hero_id == hero_id:
                alive += int((replay.paths.health[number] > 0).sum())
    whole = hero_heat(scan("heat"), hero_id)
    assert int(whole.seconds.sum()) == alive
    parts = [
        hero_heat(scan("heat"), hero_id, side=side, phase=phase.key)
        for side in ("a", "b")
        for phase in PHASES
    ]
    assert (sum(part.seconds for part in parts) == whole.seconds).all()
    db.session.rollback()


def test_the_heat_can_be_narrowed_in_place(house: FlaskClient) -> None:
    url = f"{LIST}/{some_hero()}"
    part = house.get(f"{url}?side=a&phase=laning", headers=PART)
    assert part.text.lstrip().startswith('<section id="heat"')
    assert "laning, to 9:00" in part.text
    short_only = house.get(f"{url}?phase=late&side=nobody", headers=PART)
    assert short_only.status_code == 200


def test_few_matches_are_said_to_be_few(house: FlaskClient) -> None:
    page = house.get(f"{LIST}/{some_hero()}").text
    assert "fewer than 20 decided" in page
    assert "95 % confidence" in page


def test_a_page_of_heroes_costs_few_queries_and_an_unchanged_one_none_drawn(
    house: FlaskClient,
) -> None:
    for path in (LIST, f"{LIST}/{some_hero()}"):
        with queries() as asked:
            first = house.get(path)
            assert first.status_code == 200
        assert len(asked) <= 6
        again = house.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert again.status_code == 304


def test_a_new_match_renews_every_heros_page(house: FlaskClient) -> None:
    before = house.get(LIST).headers["ETag"]
    copy_match(MATCHES[0], [73_009])
    assert house.get(LIST).headers["ETag"] == before, "not gathered yet"
    do("deadlock.columns")
    assert house.get(LIST).headers["ETag"] != before
    assert house.get(f"{LIST}.json").json["matches"] == 5


def test_a_question_is_asked_once_of_the_same_files(
    house: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{LIST}/{some_hero()}"
    assert house.get(f"{url}?side=a").status_code == 200

    def never(_name: str) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr(sources, "scan", never)
    assert house.get(f"{url}?side=a&rank=").status_code == 200
