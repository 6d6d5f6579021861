"""Tormentors, runes and casts: told as the body counts them, wherever they show."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, body_of, keep_body
from tests.dota2.told import told
from tests.shown import see_table, see_twin
from webapp.dota2 import ingest
from webapp.dota2.domain.analysis.objectives import UNTOLD
from webapp.dota2.pages.called import rune_called
from webapp.simulator.dota2.constants import sample_names

MATCH = f"/dota2/matches/{PARSED}"
KILLED = "CHAT_MESSAGE_MINIBOSS_KILL"
TORMENTORS = (
    {"time": 1290, "type": KILLED, "value": 0, "slot": 6, "player_slot": 129, "team": 3},
    {"time": 1502, "type": KILLED, "slot": 2, "player_slot": 2},
    {"time": 1711, "type": KILLED, "team": 2},
    {"time": 1822, "type": KILLED},
)
BOUNTY, WISDOM = 5, 8

pytestmark = pytest.mark.usefixtures("app")


def kept(**fields: Any) -> dict[str, Any]:
    """Keep a generated match with other fields; gives its body."""
    ingest.save_bundled(sample_names())
    body: dict[str, Any] = json.loads(body_of(PARSED)) | fields
    keep_body(json.dumps(body).encode(), "generated")
    return body


def with_players(**fields: list[Any]) -> list[dict[str, Any]]:
    """Give the players, each with his of some fields."""
    players: list[dict[str, Any]] = json.loads(body_of(PARSED))["players"]
    return [
        one | {name: values[place] for name, values in fields.items()}
        for place, one in enumerate(players)
    ]


def test_a_tormentor_is_told_with_its_side_and_hero_wherever_it_shows(client: FlaskClient) -> None:
    others = [
        one for one in json.loads(body_of(PARSED))["objectives"]
        if one["type"] not in {KILLED, "CHAT_MESSAGE_COURIER_LOST"}
    ]  # fmt: skip
    kept(objectives=[*others, *TORMENTORS])
    board = see_twin(client, f"{MATCH}.json")
    rows = [row["person"] for group in board["groups"] for row in group["rows"]]
    heroes = {one["slot"]: one["hero"] for one in rows}
    taken = see_twin(client, f"{MATCH}/objectives.json")["taken"]
    assert [(one["clock"], one["side"], one["sentence"]) for one in taken] == [
        ("21:30", "b", f"Dire killed a Tormentor ({heroes[6]})."),
        ("25:02", "a", f"Radiant killed a Tormentor ({heroes[2]})."),
        ("28:31", "a", "Radiant killed a Tormentor."),
        ("30:22", "", "Somebody killed a Tormentor."),
    ]
    assert "28:31" in client.get(f"{MATCH}/objectives").text
    seen = see_twin(client, f"{MATCH}/objectives.json?t=1502")["taken"]
    assert [one["at_s"] for one in seen] == [1290, 1502]
    span = see_twin(client, f"{MATCH}/objectives.json?from=1400&to=1800")["taken"]
    assert [one["at_s"] for one in span] == [1502, 1711]
    log = see_table(client, f"{MATCH}/tables/log.csv")
    assert [(one["at_s"], one["side"]) for one in log if "Tormentor" in one["text"]] == [
        ("1290", "b"), ("1502", "a"), ("1711", "a"), ("1822", ""),
    ]  # fmt: skip
    strip = client.get(MATCH).text.partition('id="panel"')[0]
    assert strip.count("killed a Tormentor") >= len(TORMENTORS)


def test_runes_are_counted_by_player_and_kind_up_to_the_second(client: FlaskClient) -> None:
    logs: list[list[dict[str, int]]] = [[] for _ in range(10)]
    times = ((0, BOUNTY), (180, BOUNTY), (420, WISDOM))
    logs[0] = [{"time": at_s, "key": kind} for at_s, kind in times]
    logs[7] = [{"time": -2, "key": BOUNTY}]
    kept(players=with_players(runes_log=logs, runes=[{str(BOUNTY): 9}] * 10))
    runes = see_twin(client, f"{MATCH}/objectives.json")["runes"]
    assert (runes["kinds"], runes["timed"]) == ([rune_called(BOUNTY), rune_called(WISDOM)], True)
    counts = {row["person"]["slot"]: (row["counts"], row["total"]) for row in runes["rows"]}
    assert counts == {slot: ([0, 0], 0) for slot in range(10)} | {0: ([2, 1], 3), 7: ([1, 0], 1)}
    early = see_twin(client, f"{MATCH}/objectives.json?t=200")["runes"]
    assert (early["rows"][0]["counts"], early["rows"][0]["total"]) == ([2], 2)
    span = see_twin(client, f"{MATCH}/objectives.json?from=100&to=500")["runes"]
    assert sum(row["total"] for row in span["rows"]) == 2
    rows = see_table(client, f"{MATCH}/tables/runes.csv")
    assert [(one["at_s"], one["slot"], one["rune"]) for one in rows] == [
        ("-2", "7", "Bounty"), ("0", "0", "Bounty"), ("180", "0", "Bounty"), ("420", "0", "Wisdom"),
    ]  # fmt: skip


def test_runes_without_seconds_are_those_of_the_whole_match(client: FlaskClient) -> None:
    totals = [{str(BOUNTY): slot, str(WISDOM): 1} for slot in range(10)]
    kept(players=with_players(runes_log=[None] * 10, runes=totals))
    runes = see_twin(client, f"{MATCH}/objectives.json?t=60")["runes"]
    assert runes["timed"] is False
    assert [row["counts"] for row in runes["rows"]] == [[slot, 1] for slot in range(10)]
    assert "this replay has no seconds of runes" in client.get(f"{MATCH}/objectives").text


def test_runes_of_no_known_kind_are_never_said_to_be_none(client: FlaskClient) -> None:
    """A body of before 2017 has empty logs, and the game's own count beside them."""
    empty: dict[str, Any] = {"runes_log": [[]] * 10, "runes": [{}] * 10}
    kept(players=with_players(rune_pickups=[*range(9), None], **empty))
    runes = see_twin(client, f"{MATCH}/objectives.json")["runes"]
    assert (runes["kinds"], runes["timed"]) == ([rune_called(UNTOLD)], False)
    assert [row["total"] for row in runes["rows"]] == [*range(9), 0]
    assert "Nobody took a rune here" not in client.get(f"{MATCH}/objectives").text
    rows = see_table(client, f"{MATCH}/tables/runes.csv")
    assert {one["rune"] for one in rows} == {"Kind not recorded"}
    kept(players=with_players(rune_pickups=[0] * 10, **empty))
    assert "Nobody took a rune here" in client.get(f"{MATCH}/objectives").text
    real = told("2890465108").ours.objectives
    assert (real.runes, [one.counts for one in real.rune_totals or ()][:3]) == (
        None,
        [(5,), (2,), (14,)],
    )


def test_casts_and_items_used_are_counted_with_whom_they_were_aimed_at(client: FlaskClient) -> None:
    killed = json.loads(body_of(PARSED))["players"][0]["killed"]
    enemy = next(unit for unit in killed if unit.startswith("npc_dota_hero"))
    uses: dict[str, Any] = {
        "ability_uses": [{"some_spell": 7, "another_spell": 12}] + [{}] * 9,
        "ability_targets": [{"some_spell": {enemy: 3}}] + [{}] * 9,
        "item_uses": [{"tpscroll": 4, "blink": 9}] + [{}] * 9,
    }
    kept(players=with_players(**uses))
    one = see_twin(client, f"{MATCH}/combat.json?player=0")["one"]
    assert [(row["name"], row["uses"]) for row in one["casts"]] == [
        ("Another spell", 12),
        ("Some spell", 7),
    ]
    assert one["casts"][0]["targets"] == ""
    assert one["casts"][1]["targets"].endswith(" 3")
    assert [row["uses"] for row in one["items"]] == [9, 4]
    rows = see_table(client, f"{MATCH}/tables/casts.csv")
    told_uses = [(row["kind"], row["name"], row["uses"]) for row in rows if row["uses"]]
    assert told_uses == [
        ("cast", "another_spell", "12"),
        ("cast", "some_spell", "7"),
        ("item", "blink", "9"),
        ("item", "tpscroll", "4"),
    ]
