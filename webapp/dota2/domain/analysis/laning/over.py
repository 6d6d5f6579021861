"""The same lanes over other minutes, from a match's stored slices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec
from msgspec.structs import replace

from webapp.dota2.domain.analysis.laning.standing import LanePlayer, LaneVerdict, verdicts_over
from webapp.dota2.domain.analysis.moments import Moments


class Killing(Protocol):
    """A hero kill, by slots."""

    @property
    def at_s(self) -> int:
        """Give its second."""

    @property
    def killer(self) -> int:
        """Give who had it."""

    @property
    def victim(self) -> int:
        """Give who fell."""


class Standing(msgspec.Struct, frozen=True):
    """Lanes and players over a stretch; figures are what was gained in it."""

    players: tuple[LanePlayer, ...]
    verdicts: tuple[LaneVerdict, ...]


def standing_over(
    players: Sequence[LanePlayer],
    moments: Moments,
    kills: Sequence[Killing] | None,
    from_s: int | None,
    to_s: int,
) -> Standing:
    """Judge a match's lanes over a stretch; without `from_s` from the very start."""
    within = None if kills is None else [one for one in kills if _within(one.at_s, from_s, to_s)]
    told = tuple(_player(one, moments, within, from_s, to_s) for one in players)
    return Standing(told, verdicts_over(told))


def _within(at_s: int, from_s: int | None, to_s: int) -> bool:
    return at_s <= to_s and (from_s is None or at_s > from_s)


def _player(
    one: LanePlayer,
    moments: Moments,
    kills: Sequence[Killing] | None,
    from_s: int | None,
    to_s: int,
) -> LanePlayer:
    return replace(
        one,
        gold=moments.gained(one.slot, "gold", from_s, to_s),
        xp=moments.gained(one.slot, "xp", from_s, to_s),
        last_hits=moments.gained(one.slot, "last_hits", from_s, to_s),
        denies=moments.gained(one.slot, "denies", from_s, to_s),
        level=moments.at(one.slot, "level", to_s),
        kills=None if kills is None else sum(kill.killer == one.slot for kill in kills),
        deaths=None if kills is None else sum(kill.victim == one.slot for kill in kills),
    )
