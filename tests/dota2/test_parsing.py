"""Bytes to records: every shape a match comes in, and whatever may stand in its fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import shared_data
from webapp.admin.domain.shapes import compare
from webapp.dota2.domain.analysis import Analysis, analyse
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.records import ATTACK, Match, MatchUnreadable
from webapp.dota2.domain.wire import MatchResponse
from webapp.simulator.dota2 import generate_match, generate_steam_match

ODD = st.sampled_from([None, "odd", -1, 2**70, 1.5, True, [], {}, [None], [{}], {"a": None}, [[]]])


@cache
def body() -> dict[str, Any]:
    return generate_match(501)


def read(document: object) -> Match:
    return parse_match(json.dumps(document).encode())


def everywhere() -> Iterator[tuple[str, int | None]]:
    """Name every field of the body and of a player, with the player's place."""
    yield from ((name, None) for name in body() if name not in {"match_id", "players"})
    yield from ((name, 3) for name in body()["players"][3] if name != "player_slot")


@given(field=st.sampled_from(sorted(everywhere(), key=str)), value=ODD)
@settings(max_examples=150)
def test_any_field_may_hold_anything_and_the_match_is_still_told(
    field: tuple[str, int | None], value: object
) -> None:
    name, place = field
    document = dict(body())
    if place is None:
        document[name] = value
    else:
        players = list(document["players"])
        players[place] = {**players[place], name: value}
        document["players"] = players
    told = analyse(read(document))
    assert len(told.scoreboard.rows) == 10
    assert msgspec.json.decode(msgspec.json.encode(told), type=Analysis) == told


@given(st.binary(max_size=200))
def test_bytes_that_are_no_match_are_refused_with_a_sentence(given_bytes: bytes) -> None:
    with pytest.raises(MatchUnreadable) as refused:
        parse_match(given_bytes)
    assert refused.value.sentence


@pytest.mark.parametrize(
    "document",
    [
        b'{"result":{"error":"Match ID not found"}}',
        b'{"match_id": 7}',
        b'{"match_id": 7, "players": [{"player_slot": 9}]}',
        b'{"match_id": -1, "players": [{"player_slot": 0}]}',
        b"[" * 4000,
        b'{"match_id": 7, "players": ' + b"[]" * 500_000,
    ],
)
def test_what_is_no_match_is_refused(document: bytes) -> None:
    with pytest.raises(MatchUnreadable):
        parse_match(document)


def test_another_match_than_the_one_asked_for_is_refused() -> None:
    with pytest.raises(MatchUnreadable, match="not match 8"):
        parse_match(b'{"match_id": 7, "players": [{"player_slot": 0}]}', expect_match_id=8)


def test_hidden_accounts_keep_slots_of_their_own() -> None:
    document = {
        "match_id": 7,
        "players": [{"player_slot": slot, "account_id": 2**32 - 1} for slot in (0, 1, 128)],
    }
    match = read(document)
    assert [(one.slot, one.side, one.account_id) for one in match.players] == [
        (0, "a", None),
        (1, "a", None),
        (5, "b", None),
    ]


def test_a_second_player_in_a_taken_slot_is_passed_over_and_named() -> None:
    match = read({"match_id": 7, "players": [{"player_slot": 0, "hero_id": 1}] * 2})
    assert len(match.players) == 1
    assert match.drifted == ("players[1].player_slot",)


def test_numbers_beyond_what_a_browser_holds_stay_exact() -> None:
    logo = 2**64 - 1
    match = read(
        {
            "match_id": 9_000_000_001,
            "radiant_team_id": 5,
            "radiant_logo": logo,
            "players": [{"player_slot": 0}],
        }
    )
    assert match.match_id == 9_000_000_001
    assert match.team_a is not None
    assert match.team_a.logo_id == logo


def test_both_words_for_a_plain_attack_mean_the_same() -> None:
    player = {"player_slot": 0, "damage_inflictor": {"null": 5, "undefined": 7, "blade_mail": 1}}
    match = read({"match_id": 7, "players": [player]})
    assert match.players[0].sums.damage_by_source == {ATTACK: 12, "blade_mail": 1}


def test_the_old_dialect_of_wards_and_objectives_is_read() -> None:
    fell = {"type": "CHAT_MESSAGE_BARRACKS_KILL", "time": 90, "key": "256"}
    denied = {"type": "CHAT_MESSAGE_TOWER_DENY", "time": 80, "slot": 8, "player_slot": 131}
    document = {
        "match_id": 7,
        "objectives": [fell, denied],
        "players": [{"player_slot": 0, "obs_log": [{"time": 14, "key": "[122, 134]"}]}],
    }
    match = read(document)
    told = [(one.kind, one.side, one.bit) for one in match.objectives or ()]
    assert told == [("tower_denied", "a", None), ("barracks", "b", 256)]
    assert [(one.x, one.y) for one in match.players[0].logs.observers or ()] == [(122, 134)]


def test_columns_are_as_long_as_their_times_and_times_rise() -> None:
    player = {
        "player_slot": 0,
        "times": [0, 60, 60, None, 120, 999_999],
        "gold_t": [0, 300, 301, 302, None, 400],
        "xp_t": [0, 200],
    }
    minutes = read({"match_id": 7, "players": [player]}).players[0].minutes
    assert minutes is not None
    assert minutes.at_s == (0, 60, 120)
    assert minutes.gold == (0, 300, None)
    assert minutes.xp == (0, 200, None)
    assert minutes.denies is None


def test_a_match_of_steams_is_the_unparsed_match_of_opendotas() -> None:
    steam = read(generate_steam_match(501))
    assert (steam.source, steam.parsed, steam.match_id) == ("steam", False, 501)
    told = analyse(steam)
    assert told.lead.samples == ()
    assert told.laning.lanes_known is False
    full = analyse(read(body())).scoreboard
    assert [one.kills for one in told.scoreboard.rows] == [one.kills for one in full.rows]


def test_every_league_match_of_steams_is_read_without_a_field_passed_over() -> None:
    folder = shared_data() / "dota2" / "steam_league_10482"
    matches = [
        parse_match(line) for line in (folder / "match_details_218.jsonl").read_bytes().splitlines()
    ]
    assert len(matches) == 218
    assert not any(match.drifted for match in matches)
    assert all(len(match.players) == 10 and match.source == "steam" for match in matches)


def test_every_real_match_is_read_without_a_field_passed_over() -> None:
    folder = shared_data() / "dota2" / "matches"
    bodies = [path.read_bytes() for path in sorted(folder.glob("*.json"))]
    matches = [parse_match(one) for one in bodies]
    assert [match.version for match in matches] == [21, 16, 17, 21]
    assert [match.drifted for match in matches] == [()] * 4
    against = [compare(one, (MatchResponse,)) for one in bodies]
    assert [one.differences for one in against] == [()] * 4
    assert all(one.known > 100 for one in against)
