"""What a match tells: invariants that hold for any match, and the odd ones worked by hand."""

from typing import Any, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changed import replace
from tests.deadlock.small_match import Kill, small_body
from webapp.deadlock.domain.analysis import Analysis, analyse, respawning
from webapp.deadlock.domain.analysis.events import killed_by
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.columns import pack_paths
from webapp.deadlock.domain.combat import ledger_of, whole
from webapp.deadlock.domain.economy import soul_rows
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.terms import TERMS

ODD = (
    {"dialect": "2024", "four_lanes": True},
    {"nulls": True},
    {"paths": False, "damage": False},
    {"duration_s": 0, "kills": ()},
    {"duration_s": 7, "kills": ()},
    {"outcome": 1, "winning_team": None},
    {"outcome": 2, "winning_team": None},
    {"abandoned": {4: 60}, "hero_ids": {4: 9_999}},
    {"pauses": ((30, 12), (400, 5))},
)
QUIET = settings(max_examples=60)


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a match: how long, and who killed whom when."""
    duration = draw(st.integers(1, 1_500))
    kill = st.tuples(
        st.integers(0, duration), st.integers(0, 12), st.integers(1, 12), st.integers(1, 60)
    )
    kills: list[Kill] = draw(st.lists(kill, max_size=8))
    return {
        "duration_s": duration,
        "kills": tuple(one for one in kills if one[1] != one[2]),
        "four_lanes": draw(st.booleans()),
        "dialect": draw(st.sampled_from(["2024", "2025", "2026"])),
        "paths": draw(st.booleans()),
    }


def read(**options: Any) -> Match:
    return parse_metadata(small_body(**options))


@QUIET
@given(stories())
def test_what_holds_for_every_match(story: dict[str, Any]) -> None:
    match = read(**story)
    told = analyse(match)
    _damage_adds_up(told)
    _lead_adds_up(told)
    _events_are_in_order(told)
    _the_dead_are_hidden(match)
    _souls_add_up(match, told)


def _damage_adds_up(told: Analysis) -> None:
    ledger = ledger_of(told.damage)
    cut = whole(ledger.samples_s)
    pairs = ledger.by_pair("damage", cut)
    for row in told.scoreboard.rows:
        rows = (ledger.dealer == row.slot) & ledger.between_players()
        by_source = sum(ledger.by_source("damage", cut, rows).values())
        assert pairs[row.slot, 1:].sum() == row.player_damage == by_source


def _lead_adds_up(told: Analysis) -> None:
    last = told.lead.samples[-1]
    assert [last.a, last.b] == [side.souls for side in told.scoreboard.sides]
    for sample in told.lead.samples[:-1]:
        now = [one for one in told.moments.samples if one.at_s == sample.at_s]
        for side, souls in (("a", sample.a), ("b", sample.b)):
            assert souls == sum(one.souls for one in now if one.side == side)
    ahead = [one.a - one.b for one in told.lead.samples]
    biggest_a, biggest_b = told.lead.biggest_a, told.lead.biggest_b
    assert (biggest_a.by if biggest_a else 0) == max(0, *ahead, 0)
    assert (biggest_b.by if biggest_b else 0) == max(0, -min(ahead))


def _events_are_in_order(told: Analysis) -> None:
    events = told.events
    for found in (events.kills, events.objectives, events.mid_bosses, events.pauses):
        times = [one.at_s for one in found]
        assert times == sorted(times)
    assert sum(side.deaths for side in told.scoreboard.sides) == len(events.kills)
    own = sum(kill.killer is not None for kill in events.kills)
    assert sum(side.kills for side in told.scoreboard.sides) == own


def _the_dead_are_hidden(match: Match) -> None:
    if match.paths is None:
        return
    for row, player in enumerate(match.players):
        for death in player.deaths:
            assert not match.paths.health[row, death.at_s + 1 : death.at_s + death.respawn_s].any()


def _souls_add_up(match: Match, told: Analysis) -> None:
    earned = {player.slot: 0 for player in match.players}
    for row in soul_rows(told.economy):
        assert row.from_s < row.to_s
        earned[row.slot] += row.souls
    last = {player.slot: player.snapshots[-1].gold_sources for player in match.players}
    assert earned == {slot: sum(one.souls for one in found) for slot, found in last.items()}


@pytest.mark.parametrize("options", ODD, ids=str)
def test_an_odd_match_is_analysed_and_reads_back_from_json(options: dict[str, Any]) -> None:
    told = analyse(read(**options))
    for name, kind in get_type_hints(Analysis).items():
        part = getattr(told, name)
        assert msgspec.json.decode(msgspec.json.encode(part), type=kind) == part


def test_the_scoreboard_counts_a_players_part_in_kills() -> None:
    rows = {row.slot: row for row in analyse(read()).scoreboard.rows}
    assert (rows[7].kills, rows[7].kill_participation) == (1, 0.5)
    assert rows[1].kill_participation == 1
    assert rows[7].souls_per_minute == pytest.approx(670)
    assert (rows[3].player_damage, rows[3].objective_damage, rows[3].healing) == (450, 60, 15)
    assert [row.slot for row in rows.values() if row.mvp_rank] == [7]


def test_a_side_without_kills_has_no_participation() -> None:
    rows = analyse(read(kills=())).scoreboard.rows
    assert {row.kill_participation for row in rows} == {None}


def test_deaths_are_the_scoreboards_own_and_the_word_says_so() -> None:
    match = read()
    first = match.players[0]
    changed = replace(first, finals=replace(first.finals, deaths=len(first.deaths) + 2))
    rows = analyse(replace(match, players=(changed, *match.players[1:]))).scoreboard.rows
    assert rows[0].deaths == changed.finals.deaths
    assert "scoreboard’s own figure" in TERMS["deaths"].how
    assert "not the souls" in TERMS["denies"].how


def test_a_match_of_no_length_has_no_souls_per_minute() -> None:
    rows = analyse(read(duration_s=0, kills=())).scoreboard.rows
    assert {row.souls_per_minute for row in rows} == {None}


def test_a_kill_says_where_and_how_far() -> None:
    first = analyse(read()).events.kills[0]
    assert (first.at_s, first.killer, first.victim, first.respawn_s) == (200, 7, 1, 8)
    assert (first.x, first.y, first.time_to_kill_s) == (-2_000, 500, 4.5)
    assert first.distance_m == pytest.approx(10, abs=0.001)


def test_a_death_to_no_player_has_no_killer_and_no_distance() -> None:
    first = analyse(read(kills=((200, 0, 1, 8),))).events.kills[0]
    assert (first.killer, first.distance_m) == (None, None)
    assert killed_by(first, {1: "a", 7: "b"}) == ""


def test_a_fight_of_minus_one_second_is_one_nobody_began() -> None:
    match = read(kills=((200, 0, 1, 8),))
    player = match.players[0]
    deaths = (replace(player.deaths[0], time_to_kill_s=-1.0),)
    changed = replace(match, players=(replace(player, deaths=deaths), *match.players[1:]))
    found = analyse(changed)
    assert found.events.kills[0].time_to_kill_s is None
    assert found.deaths.deaths[0].time_to_kill_s is None


def test_a_building_falls_for_the_side_that_loses_it() -> None:
    (fall,) = analyse(read()).events.objectives
    assert (fall.at_s, fall.side, fall.kind, fall.lane) == (300, "a", "Guardian", "yellow")
    assert fall.first_damage_at_s == 60


def test_the_mid_boss_may_be_claimed_by_the_other_side() -> None:
    (boss,) = analyse(read()).events.mid_bosses
    assert (boss.at_s, boss.killed_by, boss.claimed_by) == (590, "a", "b")


@pytest.mark.parametrize(
    ("at_s", "dead"), [(199, []), (200, [(1, 8)]), (207, [(1, 1)]), (208, []), (570, [(2, 5)])]
)
def test_the_dead_come_back_when_they_should(at_s: int, dead: list[tuple[int, int]]) -> None:
    found = respawning(analyse(read()).events, at_s)
    assert [(one.slot, one.back_in_s) for one in found] == dead


def test_lanes_are_judged_at_nine_minutes() -> None:
    lanes = analyse(read()).lanes
    assert lanes.ends_s == 540
    assert [one.lane for one in lanes.verdicts] == ["yellow", "blue", "green"]
    yellow = lanes.verdicts[0]
    assert (yellow.souls_a, yellow.souls_b, yellow.winner) == (11_100, 12_300, "b")
    assert (yellow.kills_a, yellow.kills_b) == (1, 1)
    assert (yellow.guardian_a_fell_at_s, yellow.guardian_b_fell_at_s) == (300, None)
    assert [kill.at_s for kill in yellow.deaths] == [200, 320]


def test_four_lanes_are_judged_from_west_to_east() -> None:
    lanes = analyse(read(four_lanes=True)).lanes
    assert [one.lane for one in lanes.verdicts] == ["yellow", "green", "blue", "purple"]


def test_a_short_match_is_judged_at_its_end() -> None:
    assert analyse(read(duration_s=200, kills=())).lanes.ends_s == 200


def test_souls_name_their_source_and_interval() -> None:
    rows = [one for one in soul_rows(analyse(read()).economy) if one.slot == 4]
    assert [(one.source, one.from_s, one.to_s, one.souls) for one in rows][:2] == [
        ("Troopers", 0, 180, 1_800),
        ("Troopers", 180, 360, 1_800),
    ]
    assert {one.source for one in rows} == {"Troopers", "Enemy kills"}


@pytest.mark.parametrize("sampled", [slice(None), slice(-1)], ids=["stayed", "left early"])
def test_every_slice_ends_on_the_scoreboards_souls(sampled: slice) -> None:
    match = read()
    first = match.players[0]
    finals = replace(first.finals, souls=first.snapshots[-1].net_worth + 2)
    first = replace(first, finals=finals, snapshots=first.snapshots[sampled])
    match = replace(match, players=(first, *match.players[1:]))
    found = analyse(match)
    ends = found.moments.samples[-1].at_s
    last = {one.slot: one.souls for one in found.moments.samples if one.at_s == ends}
    assert last == {row.slot: row.souls for row in found.scoreboard.rows}
    assert last == {one.slot: one.net_worth[-1] for one in found.economy.players}
    sides = found.lead.samples[-1]
    assert sum(last.values()) == sides.a + sides.b
    packed = pack_paths(match, Catalogue("none"))
    assert packed
    header = decode_paths(packed).header
    assert header.souls[-1].souls == [last[one.slot] for one in header.players]
