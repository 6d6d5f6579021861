"""Our figures against what the bodies say independently of each other, in every real match."""

import math

import pytest

from tests.lol.real import generated, generated_ids, real_analyses, real_matches
from webapp.lol.domain.analysis import Analysis, analyse
from webapp.lol.domain.parse.words import ROLES
from webapp.lol.domain.records import Match


def _told() -> list[tuple[Match, Analysis]]:
    made = [(match, real_analyses()[match_id]) for match_id, match in real_matches().items()]
    return [(match, found) for match, found in made if match.timeline and match.timeline.has_events]


def _close(ours: float | None, theirs: float | None, by: float = 1e-4) -> bool:
    if theirs is None:
        return True
    return ours is not None and math.isclose(ours, theirs, rel_tol=by, abs_tol=by)


def test_the_last_frame_is_the_scoreboard_to_the_point() -> None:
    compared = 0
    for match, found in _told():
        rows = {row.slot: row for row in found.scoreboard.rows}
        for one in found.moments.players:
            row = rows[one.slot]
            last = (one.gold[-1], one.cs[-1], one.level[-1], one.damage[-1])
            assert last == (row.gold, row.cs, row.level, row.damage), (match.match_id, one.slot)
            counted = (one.kills[-1], one.deaths[-1], one.assists[-1])
            assert counted == (row.kills, row.deaths, row.assists), (match.match_id, one.slot)
            compared += 1
    assert compared == 145


def test_sides_add_up_to_their_players_and_the_lead_to_both() -> None:
    for _, found in _told():
        for side in found.scoreboard.sides:
            own = [row for row in found.scoreboard.rows if row.side == side.side]
            assert side.gold == sum(row.gold or 0 for row in own)
            assert math.isclose(sum(row.damage_share or 0 for row in own), 1)
            assert math.isclose(sum(row.gold_share or 0 for row in own), 1)
        if found.scoreboard.sides:
            last = found.lead.samples[-1]
            assert [last.a, last.b] == [side.gold for side in found.scoreboard.sides]


def test_kills_of_a_side_are_those_its_team_counts() -> None:
    """A team may count one more: a fall no player is credited with."""
    for match_id, found in real_analyses().items():
        for side in found.scoreboard.sides:
            team = real_matches()[match_id].team(side.side)
            tally = team.tally("champion") if team else None
            if tally and side.kills is not None:
                assert tally.kills in {side.kills, side.kills + 1}, match_id


def test_the_games_own_shares_and_rates_are_ours() -> None:
    compared = 0
    for match_id, found in real_analyses().items():
        for row in found.scoreboard.rows:
            player = real_matches()[match_id].player(row.slot)
            assert player is not None
            taken = player.challenge("damageTakenOnTeamPercentage")
            if found.scoreboard.mode not in {"arena", "swarm"}:
                assert _close(row.kill_participation, player.challenge("killParticipation"))
                assert _close(row.damage_share, player.challenge("teamDamagePercentage"), 1e-3)
                assert _close(row.damage_taken_share, taken, 1e-3)
            # The game divides by its unrounded length; ours is in whole seconds.
            by = 1.5 / max(found.scoreboard.duration_s, 1)
            assert _close(row.gold_per_minute, player.challenge("goldPerMinute"), by)
            assert _close(row.damage_per_minute, player.challenge("damagePerMinute"), by)
            assert _close(row.kda, player.challenge("kda"))
            # The score itself is rounded for the scoreboard before we divide it.
            vision = player.challenge("visionScorePerMinute")
            if vision is not None and row.vision is not None:
                assert abs(row.vision - vision * found.scoreboard.duration_s / 60) <= 1
            compared += player.challenge("goldPerMinute") is not None
    assert compared > 130


def test_solo_kills_are_the_games_own() -> None:
    compared = 0
    for match, _ in _told():
        for player in match.players if match.mode == "rift" else ():
            theirs = player.challenge("soloKills")
            if theirs is not None and match.timeline:
                own = [k for k in match.timeline.kills if k.killer == player.slot]
                assert sum(not kill.assists for kill in own) == theirs
                compared += 1
    assert compared == 80


def test_minions_and_monsters_at_ten_minutes_are_the_games_own() -> None:
    """Bottom lanes differ: the challenge leaves out up to 15 that the frames count."""
    compared = 0
    for match, _ in _told():
        timeline = match.timeline
        frame = timeline.frames.nearest(600) if timeline else None
        for player in match.players if match.mode == "rift" else ():
            lane = player.challenge("laneMinionsFirst10Minutes")
            jungle = player.challenge("jungleCsBefore10Minutes")
            if timeline is None or frame is None or lane is None or jungle is None:
                continue
            row = timeline.frames.row(player.slot)
            assert row is not None
            ours = int(timeline.frames.lane_cs[row, frame])
            allowed = 15 if player.role == "bottom" else 2
            assert 0 <= ours - lane <= allowed, (match.match_id, player.slot)
            assert abs(int(timeline.frames.jungle_cs[row, frame]) - jungle) <= 1
            compared += 1
    assert compared == 80


def test_plates_credited_to_a_player_are_never_more_than_the_game_counts() -> None:
    """The challenge counts every player near a plate, the event only the one who broke it."""
    for match, _ in _told():
        for player in match.players if match.mode == "rift" else ():
            theirs = player.challenge("turretPlatesTaken")
            if theirs is not None and match.timeline:
                assert sum(one.killer == player.slot for one in match.timeline.plates) <= theirs


def test_plates_a_side_broke_are_no_more_than_the_other_lost() -> None:
    compared = 0
    for match, found in _told():
        plates = match.timeline.plates if match.timeline else ()
        for side, other in (("a", "b"), ("b", "a")):
            own = [one.slot for one in match.players if one.side == side]
            lost = sum(one.side == other for one in plates)
            assert sum(one.killer in own for one in plates) <= lost, match.match_id
            mark = found.laning.at(840)
            laned = [getattr(lane, side).plates or 0 for lane in mark.lanes] if mark else []
            assert sum(laned) <= lost, match.match_id
            compared += lost
    assert compared > 100


def test_every_role_is_played_once_a_side_and_in_no_other_mode() -> None:
    for match in real_matches().values():
        for side in ("a", "b"):
            roles = [one.role for one in match.players if one.side == side and one.role]
            assert len(roles) == len(set(roles)), match.match_id
            if match.mode == "rift":
                assert set(roles) == set(ROLES), match.match_id
        if match.mode not in {"rift", "remake"}:
            assert {one.role for one in match.players} <= {None}, match.match_id


def test_a_lane_won_by_a_fifth_is_the_one_the_game_says_so_of() -> None:
    compared = 0
    for match, found in _told():
        mark = found.laning.at(840)
        for lane in mark.lanes if mark else ():
            for slot, side in ((lane.a.slot, "a"), (lane.b.slot, "b")):
                player = match.player(slot)
                theirs = player.challenge("laningPhaseGoldExpAdvantage") if player else None
                if theirs is not None:
                    assert (lane.far and lane.winner == side) == bool(theirs), match.match_id
                    compared += 1
    assert compared == 80


def test_the_biggest_lead_in_minions_is_near_the_games_own() -> None:
    """The game looks more often than once a minute, so ours is behind by up to 10."""
    for match, found in _told():
        moments = {one.slot: one for one in found.moments.players}
        for player in match.players if match.mode == "rift" else ():
            theirs = player.challenge("maxCsAdvantageOnLaneOpponent")
            other = match.opponent(player.slot)
            if theirs is None or other is None:
                continue
            pairs = zip(moments[player.slot].cs, moments[other.slot].cs, strict=True)
            assert abs(max(own - their for own, their in pairs) - theirs) <= 10


@pytest.mark.parametrize("match_id", generated_ids())
def test_generated_matches_add_up_alike(match_id: str) -> None:
    match = generated(match_id)
    found = analyse(match)
    for side in found.scoreboard.sides:
        own = [row for row in found.scoreboard.rows if row.side == side.side]
        assert side.gold == sum(row.gold or 0 for row in own)
    for one in found.moments.players:
        row = next(row for row in found.scoreboard.rows if row.slot == one.slot)
        assert (one.gold[-1], one.kills[-1], one.deaths[-1]) == (row.gold, row.kills, row.deaths)
