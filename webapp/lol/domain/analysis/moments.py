"""Everybody's running totals at every frame, for tables and curves at a moment.

Columns rather than a record for each cell: ten players of forty frames stay a few kilobytes.
"""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from webapp.lol.domain.records import Frames, Kill, Match, Player


class PlayerMoments(msgspec.Struct, frozen=True):
    """One player; each tuple has one entry for each frame and counts from the start.

    `current_gold` is what was in hand at the frame. Kills, deaths and assists come from the
    events and are empty where the timeline has none.
    """

    slot: int
    side: str | None
    subteam: int | None
    role: str | None
    champion_id: int
    gold: tuple[int, ...]
    current_gold: tuple[int, ...]
    xp: tuple[int, ...]
    level: tuple[int, ...]
    cs: tuple[int, ...]
    jungle_cs: tuple[int, ...]
    damage: tuple[int, ...]
    damage_taken: tuple[int, ...]
    kills: tuple[int, ...]
    deaths: tuple[int, ...]
    assists: tuple[int, ...]


class Moments(msgspec.Struct, frozen=True):
    """The seconds of the frames and everybody's columns, by slot; empty without a timeline."""

    at_s: tuple[int, ...]
    players: tuple[PlayerMoments, ...]

    def index_at(self, at_s: float) -> int | None:
        """Say which frame is the last one by a second, None before the first."""
        number = bisect_right(self.at_s, at_s)
        return number - 1 if number else None

    def nearest(self, at_s: float) -> int | None:
        """Say which frame is nearest to a second, None where there is none."""
        if not self.at_s:
            return None
        return min(range(len(self.at_s)), key=lambda number: abs(self.at_s[number] - at_s))


def moments_of(match: Match) -> Moments:
    """Gather the frames of everybody the timeline knows."""
    told = match.timeline
    if told is None:
        return Moments((), ())
    kills = told.kills if told.has_events else None
    rows = ((player, told.frames.row(player.slot)) for player in match.players)
    return Moments(
        at_s=told.frames.at_s,
        players=tuple(
            _player(player, told.frames, row, kills) for player, row in rows if row is not None
        ),
    )


def _player(
    player: Player, frames: Frames, row: int, kills: Iterable[Kill] | None
) -> PlayerMoments:
    happened = tuple(kills or ())
    told = kills is not None
    slot = player.slot
    return PlayerMoments(
        slot=slot,
        side=player.side,
        subteam=player.subteam,
        role=player.role,
        champion_id=player.champion_id,
        gold=tuple(frames.total_gold[row].tolist()),
        current_gold=tuple(frames.current_gold[row].tolist()),
        xp=tuple(frames.xp[row].tolist()),
        level=tuple(frames.level[row].tolist()),
        cs=tuple((frames.lane_cs[row] + frames.jungle_cs[row]).tolist()),
        jungle_cs=tuple(frames.jungle_cs[row].tolist()),
        damage=tuple(frames.damage_to_champions[row].tolist()),
        damage_taken=tuple(frames.damage_taken[row].tolist()),
        kills=_counted(frames, (one.at_ms for one in happened if one.killer == slot), told=told),
        deaths=_counted(frames, (one.at_ms for one in happened if one.victim == slot), told=told),
        assists=_counted(frames, (one.at_ms for one in happened if slot in one.assists), told=told),
    )


def _counted(frames: Frames, times_ms: Iterable[int], *, told: bool) -> tuple[int, ...]:
    """Count what happened by each frame; the last frame is the end, so it holds everything."""
    if not told:
        return ()
    ordered = sorted(times_ms)
    by_frame = [bisect_right(ordered, int(at_ms)) for at_ms in frames.at_ms]
    if by_frame:
        by_frame[-1] = len(ordered)
    return tuple(by_frame)
