"""Vision: wards placed and cleared by kind and phase, and the game's own score.

Timelines never say where a ward stood. Wards of kind "undefined" are effects the game counts as
wards; they are left out everywhere and only counted as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from webapp.lol.domain.records import Match, Player, WardEvent

PHASES_S: Final = (0, 840, 1_500)
"""When laning, the middle and the late game begin."""
KINDS: Final = ("yellow", "control", "blue", "sight")
OTHER_KIND: Final = "other"
UNDEFINED: Final = "undefined"


class PlayerVision(msgspec.Struct, frozen=True):
    """One player. `placed` and `cleared`: a row for each kind, in it a number for each phase.

    Seconds are those of each ward, for a chosen span; the rest is the body's own, None if absent.
    """

    slot: int
    side: str | None
    placed: tuple[tuple[int, ...], ...]
    cleared: tuple[tuple[int, ...], ...]
    placed_at_s: tuple[tuple[int, ...], ...]
    cleared_at_s: tuple[tuple[int, ...], ...]
    score: int | None
    said_placed: int | None
    said_cleared: int | None
    control_placed: int | None
    control_bought: int | None


class Vision(msgspec.Struct, frozen=True):
    """Kinds name the rows, phases the seconds at which each begins."""

    recorded: bool
    kinds: tuple[str, ...]
    phases_s: tuple[int, ...]
    left_out: int
    players: tuple[PlayerVision, ...]


def vision_of(match: Match) -> Vision:
    """Count everybody's wards."""
    told = match.timeline
    wards = [one for one in told.wards if one.slot] if told else []
    counted = [one for one in wards if one.kind != UNDEFINED]
    return Vision(
        recorded=bool(told and told.has_events),
        kinds=(*KINDS, OTHER_KIND),
        phases_s=PHASES_S,
        left_out=len(wards) - len(counted),
        players=tuple(_player(one, counted) for one in match.players),
    )


def by_phase(times: Iterable[int]) -> tuple[int, ...]:
    """Count seconds by phase."""
    found = list(times)
    ends = (*PHASES_S[1:], None)
    return tuple(
        sum(start <= at_s and (end is None or at_s < end) for at_s in found)
        for start, end in zip(PHASES_S, ends, strict=True)
    )


def _player(player: Player, wards: Iterable[WardEvent]) -> PlayerVision:
    own = [one for one in wards if one.slot == player.slot]
    placed = _times(one for one in own if one.placed)
    cleared = _times(one for one in own if not one.placed)
    return PlayerVision(
        slot=player.slot,
        side=player.side,
        placed=tuple(by_phase(times) for times in placed),
        cleared=tuple(by_phase(times) for times in cleared),
        placed_at_s=placed,
        cleared_at_s=cleared,
        score=player.sight.score,
        said_placed=player.sight.placed,
        said_cleared=player.sight.killed,
        control_placed=player.sight.control_placed,
        control_bought=player.sight.control_bought,
    )


def _times(wards: Iterable[WardEvent]) -> tuple[tuple[int, ...], ...]:
    found: dict[str, list[int]] = {kind: [] for kind in (*KINDS, OTHER_KIND)}
    for one in wards:
        found[one.kind if one.kind in KINDS else OTHER_KIND].append(one.at_s)
    return tuple(tuple(times) for times in found.values())
