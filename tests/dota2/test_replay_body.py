"""What gem finds in a replay reads like OpenDota's record of the same match, and never invents."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.changed import replace
from tests.dota2.recorded import HORN, found_in, sample, summary_in, tick
from webapp.dota2.domain.analysis import analyse
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.replays.body import body_of, wrong_with
from webapp.dota2.domain.replays.body.whole import last_second
from webapp.dota2.domain.replays.numbers import FIRST_OWN, is_own, number_of, own_number

if TYPE_CHECKING:
    from gem.results.models import ParsedMatch

    from webapp.dota2.domain.records import Match

ITEMS = {"blink": 1, "tango": 44, "mind_breaker": 838}
ONLY_OPENDOTA = ("rank_tier", "party_id", "party_size")
NOT_IN_A_REPLAY = {"stuns_s", "actions", "pings", "life_state"}


def read(found: ParsedMatch, summary: Any = None) -> Match:
    body = body_of(found, found.match_id or 7000, ITEMS, summary)
    return parse_match(json.dumps(body, allow_nan=False).encode())


@cache
def told() -> tuple[Match, Match]:
    """Give OpenDota's record of a match, and what is read of its replay."""
    body = sample()
    return parse_match(json.dumps(body).encode()), read(found_in(body), summary_in(body))


def test_a_replay_and_opendota_tell_the_same_match() -> None:
    ours, theirs = told()[::-1]
    assert ours.source == "replay"
    assert ours.parsed
    assert ours.drifted == ()
    same = (
        *("match_id", "started_at", "duration_s", "before_horn_s", "first_blood_at_s", "winner"),
        *("score_a", "score_b", "game_mode", "lobby_type", "cluster", "human_players"),
        *("towers_a", "towers_b", "barracks_a", "barracks_b", "draft", "objectives"),
        *("teamfights", "pauses", "lead_at_s", "gold_lead", "xp_lead"),
    )
    for name in same:
        assert getattr(ours, name) == getattr(theirs, name), name


def test_every_player_of_a_replay_is_told_as_by_opendota() -> None:
    theirs, ours = told()
    for one, other in zip(ours.players, theirs.players, strict=True):
        for name in ("slot", "side", "account_id", "name", "hero_id", "unit", "variant"):
            assert getattr(one, name) == getattr(other, name), name
        assert (one.finals, one.kit, one.minutes) == (other.finals, other.kit, other.minutes)
        assert (one.abilities, one.leaver_status) == (other.abilities, other.leaver_status)
        sums = {name for name in type(one.sums).__slots__ if name not in NOT_IN_A_REPLAY}
        for name in sums:
            assert getattr(one.sums, name) == getattr(other.sums, name), name


def test_every_log_of_a_replay_is_told_as_by_opendota() -> None:
    theirs, ours = told()
    for one, other in zip(ours.players, theirs.players, strict=True):
        logs, wanted = one.logs, other.logs
        for name in ("kills", "runes", "buybacks_s", "neutral_items", "lane_spots"):
            assert getattr(logs, name) == getattr(wanted, name), name
        bought = [[(one.at_s, one.item) for one in log.purchases or ()] for log in (logs, wanted)]
        assert bought[0] == bought[1]
        for name in ("observers", "observers_left", "sentries", "sentries_left"):
            places = [
                [(ward.at_s, ward.x, ward.y, ward.attacker) for ward in getattr(side, name) or ()]
                for side in (logs, wanted)
            ]
            assert places[0] == places[1], name
        assert logs.biggest_hit == wanted.biggest_hit


def test_a_replay_is_analysed_like_any_other_match() -> None:
    theirs, ours = (analyse(one) for one in told())
    assert ours.lead == theirs.lead
    known = [replace(one, **dict.fromkeys(ONLY_OPENDOTA)) for one in theirs.scoreboard.rows]
    assert list(ours.scoreboard.rows) == known
    assert [one.kind for one in ours.vision.wards] == [one.kind for one in theirs.vision.wards]
    assert [one.ended for one in ours.vision.wards] == [one.ended for one in theirs.vision.wards]


def test_a_replay_tells_net_worth_by_the_minute() -> None:
    found = found_in(sample())
    for player in found.players:
        player.net_worth_t_min = [value + 1 for value in player.gold_t_min]
    for one in read(found).players:
        assert one.minutes is not None
        assert one.minutes.net_worth == tuple((value or 0) + 1 for value in one.minutes.gold or ())


def test_without_the_games_own_summary_estimates_stay_out() -> None:
    found = found_in(sample())
    for player in found.players:
        player._match_details_fields.clear()  # noqa: SLF001 - as a replay cut after the end
        player.final_items = {0: "item_blink", 6: "item_tango", 16: "item_mind_breaker"}
    match = read(found)
    for one, player in zip(match.players, found.players, strict=True):
        finals = one.finals
        assert finals.hero_damage is finals.tower_damage is finals.hero_healing is None
        assert finals.gold_per_minute is finals.xp_per_minute is finals.gold_spent is None
        assert (finals.net_worth, finals.last_hits) == (player.net_worth, player.last_hits)
        assert one.kit.items == (1, 0, 0, 0, 0, 0)
        assert (one.kit.backpack, one.kit.neutral) == ((44, 0, 0), 838)
    assert match.started_at is None
    assert match.lobby_type is None


def test_an_item_without_a_known_number_leaves_no_false_empty_place() -> None:
    found = found_in(sample())
    found.players[0].final_items = {0: "item_blink", 1: "item_of_next_year"}
    assert read(found).players[0].kit.items is None
    assert read(found).players[1].kit.items == (0,) * 6


def test_what_gem_did_not_find_is_not_recorded_rather_than_nothing() -> None:
    from gem.results.models import ParsedMatch

    found = ParsedMatch(radiant_win=True, game_start_tick=HORN, post_game_tick=tick(1800))
    for player in found.players:
        player.hero_name, player.hero_id = "npc_dota_hero_axe", 2
    match = read(found)
    assert match.match_id == 7000
    assert not match.parsed
    assert (match.winner, match.towers_a, match.first_blood_at_s) == ("a", None, None)
    assert match.objectives is match.teamfights is match.gold_lead is None
    one = match.players[0]
    assert one.minutes is one.sums.damage is one.logs.kills is one.kit.items is None
    assert one.finals.net_worth is one.finals.last_hits is one.sums.observers_placed is None
    assert one.account_id is None
    analyse(match)


def test_what_teams_say_among_themselves_stays_with_them() -> None:
    from gem.results.models import ChatEntry

    found = found_in(sample())
    found.chat = [
        ChatEntry(tick(60), 2, "all", "glhf"),
        ChatEntry(tick(70), 2, "team", "smoke now"),
        ChatEntry(tick(80), 2, "13", "casting"),
    ]
    assert [(one.at_s, one.slot, one.text) for one in read(found).chat or ()] == [(60, 2, "glhf")]


def test_an_account_the_game_hides_stays_hidden() -> None:
    body = sample()
    summary = summary_in(body)
    summary.players[3].account_id = 2**32 - 1
    players = read(found_in(body), summary).players
    assert players[3].account_id is None
    assert players[2].account_id == body["players"][2]["account_id"]


def test_a_killed_copy_or_a_hero_that_rises_again_is_no_kill() -> None:
    found = found_in(sample())
    player = next(one for one in found.players if len(one.kills_log) > 2)
    count = len(player.kills_log)
    player.kills_log[0].target_is_illusion = True
    player.kills_log[1] = replace(player.kills_log[1], will_reincarnate=True)
    kills = read(found).players[player.player_id].logs.kills
    assert kills is not None
    assert len(kills) == count - 2


def test_a_hero_newer_than_gem_has_the_number_its_draft_tells() -> None:
    found = found_in(sample())
    heroes = [one.hero_id for one in found.players]
    for one in found.players:
        one.hero_id = 0
    assert [one.hero_id for one in read(found).players] == heroes


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, None),
        ({"parse_error": "cut", "truncated_at_tick": tick(2600)}, None),
        ({"post_game_tick": None}, None),
        ({"parse_error": "magic", "game_start_tick": None}, "unreadable"),
        ({"players": []}, "no_players"),
        ({"game_start_tick": None}, "not_started"),
        ({"post_game_tick": None, "radiant_win": None}, "unfinished"),
    ],
)
def test_only_a_match_that_ended_is_one(change: dict[str, Any], wrong: str | None) -> None:
    found = found_in(sample())
    for name, value in change.items():
        setattr(found, name, value)
    assert wrong_with(found) == wrong


def test_a_replay_cut_short_says_how_far_it_came() -> None:
    found = found_in(sample())
    found.truncated_at_tick = tick(1390)
    assert last_second(found) == 1390


@given(st.binary(min_size=32, max_size=32), st.integers(-1, 2**64))
def test_a_number_made_here_is_never_one_of_the_games(digest: bytes, named: int) -> None:
    own = own_number(digest.hex())
    assert FIRST_OWN <= own < 2 * FIRST_OWN
    assert is_own(own)
    given_number = number_of(named, own)
    assert given_number == own or (given_number == named and 1000 <= named < FIRST_OWN)


def test_a_lobby_that_is_not_full_has_its_sides_right() -> None:
    body = {**sample(), "players": [dict(one) for one in sample()["players"]]}
    found = found_in(body)
    one, other = found.players[0], found.players[7]
    other.player_id = 1
    found.players = [one, other]
    found.objectives = [
        {"time": 60, "type": "CHAT_MESSAGE_FIRSTBLOOD", "slot": 0, "player_slot": 0, "key": "1"},
        {"time": 90, "type": "CHAT_MESSAGE_COURIER_LOST", "team": 2, "killer": 1},
    ]
    match = read(found, summary_in({**body, "players": [body["players"][0]]}))
    assert [(who.slot, who.side) for who in match.players] == [(0, "a"), (5, "b")]
    assert [who.hero_id for who in match.players] == [one.hero_id, other.hero_id]
    assert match.players[1].finals.hero_damage is match.players[1].finals.net_worth is None
    assert match.players[1].minutes is not None
    first, courier = match.objectives or ()
    assert (first.slot, first.victim, courier.slot) == (0, 5, 5)
    (fight, *_) = match.teamfights or ()
    assert fight.players[5].damage == found.opendota_teamfights[0].players[1].damage


def test_figures_of_another_hero_are_never_laid_over_a_player() -> None:
    body = sample()
    summary = summary_in(body)
    summary.players[2].hero_id = 1 + body["players"][2]["hero_id"]
    summary.players[2].kills = 99
    assert read(found_in(body), summary).players[2].finals.kills == body["players"][2]["kills"]
