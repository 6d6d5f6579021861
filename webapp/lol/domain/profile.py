"""Eight sides of how somebody plays, each as a place among players of the same role.

Pure: which axes there are, whose games count, and what a percentile is. It reads no rows and
knows no page; the figures come from the store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain import modes
from webapp.lol.domain.played import Played
from webapp.matchplay.shares import SMALL

LEAST_GAMES: Final = 5
"""What compares games with each other (consistency, versatility) needs so many of a player."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of play: `fewer` where a lower figure is better; `games` is the least it needs."""

    key: str
    unit: str
    digits: int = 1
    fewer: bool = False
    games: int = 1


AXES: Final = (
    Axis("fighting", "damage / min", 0),
    Axis("farming", "CS / min"),
    Axis("vision", "vision score / min", 2),
    Axis("aggression", "kills / min", 2),
    Axis("toughness", "deaths / min", 2, fewer=True),
    Axis("teamplay", "% of kills", 0),
    Axis("consistency", "% spread of gold", 0, fewer=True, games=LEAST_GAMES),
    Axis("versatility", "% on another champion", 0, games=LEAST_GAMES),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One axis of a player: the figure, and how the others compared to it.

    `own` is None where the player's games do not tell it, `median` where nobody else's do.
    `below` and `equal` count the others with a lower and with the same figure.
    """

    own: float | None
    median: float | None
    players: int
    below: int
    equal: int


def percentile_of(one: Measured, *, fewer: bool = False) -> int | None:
    """Give the share of the others a player is ahead of, 0 to 100, half of the equal ones with it.

    Where fewer is better those above are counted instead. None without a figure or others.
    """
    if one.own is None or not one.players:
        return None
    behind = one.players - one.below - one.equal if fewer else one.below
    return round(100 * (behind + one.equal / 2) / one.players)


def counting(played: Sequence[Played], role: str | None) -> list[Played]:
    """Keep the games a profile is made of: won or lost in that role on Summoner's Rift."""
    return [
        one
        for one in played
        if role is not None
        and one.role == role
        and one.layout == modes.RIFT
        and one.won is not None
        and one.duration_s > 0
    ]


def main_role(newest_first: Sequence[Played]) -> str | None:
    """Give the role played most, the latest of equals; None where no game has one."""
    counts = Counter(one.role for one in newest_first if counting((one,), one.role))
    return counts.most_common(1)[0][0] if counts else None


def among_said(players: int) -> str:
    """Say how many others an axis was compared with, and when they are too few to believe."""
    if not players:
        return "nobody to compare with"
    others = f"{players:,} {'other' if players == 1 else 'others'}"
    return f"{others}, too few to rely on" if players < SMALL else others
