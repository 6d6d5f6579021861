"""What rules read: a match's slices, who is who, and what things were worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from webapp.lol.domain.analysis import (
    Deaths,
    Events,
    Fights,
    Laning,
    Lead,
    Moments,
    Objectives,
    Score,
    Scoreboard,
    Vision,
)
from webapp.lol.domain.findings.price import Price
from webapp.lol.domain.modes import RIFT

SLICES: Final = (
    "scoreboard",
    "lead",
    "events",
    "deaths",
    "fights",
    "objectives",
    "laning",
    "moments",
    "score",
    "vision",
    "known",
)
_READ: Final = SLICES[:-1]
OTHER: Final = {"a": "b", "b": "a"}
SIDE_NAMES: Final = {"a": "Blue", "b": "Red"}


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """One match as rules read it. `champions` are names by slot; `price` is None without a model.

    `sides` leaves out who has none; `winner` is "" where nobody won.
    """

    duration_s: int
    winner: str
    champions: Mapping[int, str]
    sides: Mapping[int, str]
    roles: Mapping[int, str]
    scoreboard: Scoreboard
    lead: Lead
    events: Events
    deaths: Deaths
    fights: Fights
    objectives: Objectives
    laning: Laning
    moments: Moments
    score: Score
    vision: Vision
    price: Price | None

    @property
    def rift(self) -> bool:
        """Say whether it is a game on Summoner's Rift that was played."""
        return self.scoreboard.mode == RIFT

    def name(self, slot: int | None) -> str:
        """Name a champion by the player's slot."""
        return self.champions.get(slot or 0, "somebody")

    def names(self, slots: Iterable[int]) -> list[str]:
        """Name several."""
        return [self.name(slot) for slot in slots]

    def of(self, side: str, at_s: int, **things: float) -> float | None:
        """Give the price of things for a side, in points; None without a model."""
        return self.price.of(side, at_s, **things) if self.price else None

    def lost_without(self, side: str, at_s: int, **things: float) -> float | None:
        """Give what a side's chance would lose, in points, without things it has already."""
        less = {name: -amount for name, amount in things.items()}
        points = self.of(side, at_s, **less)
        return None if points is None else -points

    def opponent(self, slot: int) -> int | None:
        """Give who had the same role on the other side, None unless there is just one."""
        role, side = self.roles.get(slot), self.sides.get(slot)
        found = [
            one
            for one, its in self.roles.items()
            if role and its == role and self.sides.get(one) == OTHER.get(side or "")
        ]
        return found[0] if len(found) == 1 else None


def material_of(
    slices: Mapping[str, Any], champions: Mapping[int, str], price: Price | None
) -> Material:
    """Put slices and names together; `slices` holds at least SLICES."""
    board: Scoreboard = slices["scoreboard"]
    return Material(
        duration_s=board.duration_s,
        winner=board.winner or "",
        champions=champions,
        sides={row.slot: row.side for row in board.rows if row.side},
        roles={row.slot: row.role for row in board.rows if row.role},
        price=price,
        **{name: slices[name] for name in _READ},
    )
