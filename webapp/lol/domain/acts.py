"""What somebody had a hand in over a match, and how the win chance changed around it.

Pure. A swing goes from the last frame without a thing to the first with it, so everything else of
that minute is in it: it says how games went around such moments, never what they brought.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from webapp.lol.domain.analysis import Events, Objectives
from webapp.lol.domain.analysis.known import Known
from webapp.lol.domain.winning import chances_of, swing_at

KINDS: Final = (
    *("kill", "death", "dragon", "elder", "grub", "herald", "atakhan", "baron"),
    *("turret", "inhibitor"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing; `swing` in points for the player's side, None before or after all frames."""

    kind: str
    swing: float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How often it was in all games and in one, and the mean of its swings; None without any."""

    times: int
    per_game: float
    swing: float | None


def acts_of(
    slot: int, side: str, events: Events, objectives: Objectives, curve: Mapping[int, float]
) -> tuple[Act, ...]:
    """Give what a player did or helped with, and their deaths; `curve` is Blue's chance by frame.

    Of a building only who struck last is told.
    """
    at_ms, chances = tuple(curve), tuple(curve.values())
    found = []
    for kind, event_ms in _moments(slot, events, objectives):
        swing = swing_at(at_ms, chances, event_ms)
        found.append(Act(kind, 100 * swing.gained(side) if swing else None))
    return tuple(found)


def curve_by_frame(weights: tuple[float, ...], known: Known) -> dict[int, float]:
    """Give Blue's chance at each frame, by its millisecond."""
    return dict(zip(known.at_ms, chances_of(weights, known), strict=True))


def counted(games: Sequence[Sequence[Act]]) -> dict[str, Counted]:
    """Count the acts of several games by kind; kinds nobody had a hand in are left out."""
    every = [one for game in games for one in game]
    found = {}
    for kind in KINDS:
        alike = [one for one in every if one.kind == kind]
        swings = [one.swing for one in alike if one.swing is not None]
        mean = round(fmean(swings), 1) if swings else None
        if alike:
            found[kind] = Counted(len(alike), round(len(alike) / len(games), 1), mean)
    return found


def _moments(slot: int, events: Events, objectives: Objectives) -> Iterator[tuple[str, int]]:
    for kill in events.kills:
        if kill.victim == slot:
            yield "death", kill.at_ms
        elif slot == kill.killer or slot in kill.assists:
            yield "kill", kill.at_ms
    for taken in objectives.taken:
        monster = events.monsters[taken.number]
        if slot == monster.killer or slot in taken.assists:
            yield taken.kind, monster.at_ms
    for fall in events.buildings:
        if slot == fall.killer:
            yield fall.kind, fall.at_ms
