"""Where a hero stood in the first ten minutes, by OpenDota's map of lanes.

Its grid is 128 cells each way with the origin at the top left; its rule is in its `laneMappings`
and `getLaneFromPosData`: the diagonal is the middle, the outer 27 cells are the side lanes, what
is left are the jungles, Dire's above. The lane of a hero is where it was most often; below 45 % of
its time it was roaming.
"""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.dota2.domain.records import Player

BOTTOM: Final = "bottom"
MIDDLE: Final = "middle"
TOP: Final = "top"
RADIANT_JUNGLE: Final = "Radiant jungle"
DIRE_JUNGLE: Final = "Dire jungle"
LANES: Final = (TOP, MIDDLE, BOTTOM)

SAFE, MID, OFF, JUNGLE = "safe lane", "middle lane", "off lane", "jungle"
ROAMING_BELOW: Final = 0.45

_FIRST_CELL: Final = 64
_CELLS: Final = 128
_MIDDLE_WIDTH: Final = 8
_SIDE_WIDTH: Final = 27
_FAR_SIDE: Final = 100
_DIRE_JUNGLE_TO: Final = 50
_RADIANT_JUNGLE_FROM: Final = 77


class Presence(msgspec.Struct, frozen=True):
    """Where one hero was: its lane, the share of its time there, its role and every lane's time.

    `seconds` are counts of positions by lane, the most first.
    """

    lane: str
    role: str
    share: float
    roaming: bool
    seconds: tuple[tuple[str, int], ...]


def presence_of(player: Player) -> Presence | None:
    """Say where a hero stood; None without positions."""
    counts: dict[str, int] = {}
    for spot in player.logs.lane_spots or ():
        lane = lane_at(spot.x, spot.y)
        if lane and spot.count > 0:
            counts[lane] = counts.get(lane, 0) + spot.count
    if not counts:
        return None
    lane = max(counts, key=lambda one: counts[one])
    share = counts[lane] / sum(counts.values())
    return Presence(
        lane=lane,
        role=role_of(lane, player.side),
        share=share,
        roaming=share < ROAMING_BELOW,
        seconds=tuple(sorted(counts.items(), key=lambda one: -one[1])),
    )


def lane_at(x: float, y: float) -> str | None:
    """Name the lane of a cell as logs have it; None off the map."""
    across, down = int(x) - _FIRST_CELL, _CELLS - (int(y) - _FIRST_CELL)
    if not (0 <= across < _CELLS and 0 <= down < _CELLS):
        return None
    if abs(across - (_CELLS - 1 - down)) < _MIDDLE_WIDTH:
        return MIDDLE
    if down < _SIDE_WIDTH or across < _SIDE_WIDTH:
        return TOP
    if down >= _FAR_SIDE or across >= _FAR_SIDE:
        return BOTTOM
    if down < _DIRE_JUNGLE_TO:
        return DIRE_JUNGLE
    return RADIANT_JUNGLE if down >= _RADIANT_JUNGLE_FROM else MIDDLE


def role_of(lane: str, side: str) -> str:
    """Say what a lane is to a side: Radiant's safe lane is the bottom one, Dire's the top."""
    if lane == MIDDLE:
        return MID
    if lane not in LANES:
        return JUNGLE
    return SAFE if (lane == BOTTOM) == (side == "a") else OFF
