"""Games and plays as numbers that lie near each other when they went alike.

Two vectors, both compared by cosine, both the same whichever side had which colour:

- A game, 31 numbers: the gold lead of the side that won, in thousands, at 1:00 to 30:00 (the
  nearest frame; after the end the last lead stays), and a fixed 3. Without it a lead of 300 and
  one of 9,000 of the same shape would be alike.
- A play, 18 numbers in the order of PLAYER: each figure's deviations from what is usual for the
  role, cut at three on both ends. A figure nobody recorded is 0, as if it were usual; a play of
  which fewer than twelve are known has no vector.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain import modes
from webapp.lol.domain.analysis import Lead, Score, Scoreboard

MINUTES: Final = 30
ANCHOR: Final = 3.0
LEAST_S: Final = 600
CURVE_LENGTH: Final = MINUTES + 1
PLAYER: Final = (
    "lane gold",
    "lane experience",
    "lane minions",
    "kill participation",
    "damage share",
    "control",
    "help",
    "gold",
    "minions",
    "objective damage",
    "turrets",
    "epic monsters",
    "vision",
    "control wards",
    "wards cleared",
    "deaths",
    "time dead",
    "damage taken",
)
PLAYER_LENGTH: Final = len(PLAYER)
MOST: Final = 3.0
LEAST_KNOWN: Final = 12
_TAKEN: Final = (0.2, 0.06)
"""A fifth of the side's damage taken is each one's share; and about how far it spreads."""
Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Play:
    """One player's vector, with the role it is normalised by."""

    slot: int
    role: str
    figures: Vector


def curve_of(board: Scoreboard, lead: Lead) -> Vector | None:
    """Give a game's vector; None for one that decided nothing, an odd mode, or one too short."""
    if not _counts(board) or not lead.samples:
        return None
    sign = 1 if board.winner == "a" else -1
    leads = [(one.at_s, sign * (one.a - one.b) / 1_000) for one in lead.samples]
    return (*(_at(leads, 60 * minute) for minute in range(1, MINUTES + 1)), ANCHOR)


def _counts(board: Scoreboard) -> bool:
    decided = board.winner in {"a", "b"} and board.ending not in modes.UNDECIDED
    return decided and board.mode == modes.RIFT and board.duration_s >= LEAST_S


def _at(leads: Sequence[tuple[int, float]], at_s: int) -> float:
    return min(leads, key=lambda one: abs(one[0] - at_s))[1]


def plays_of(board: Scoreboard, score: Score) -> tuple[Play, ...]:
    """Give the vectors of everybody who has enough figures; nobody where the mode has no roles."""
    if not _counts(board):
        return ()
    taken = {row.slot: row.damage_taken_share for row in board.rows}
    found = []
    for player in score.players:
        known = {figure.name: figure.deviations for part in player.parts for figure in part.figures}
        share = taken.get(player.slot)
        if share is not None:
            known["damage taken"] = (share - _TAKEN[0]) / _TAKEN[1]
        if len(known) >= LEAST_KNOWN:
            figures = tuple(_cut(known.get(name, 0.0)) for name in PLAYER)
            found.append(Play(player.slot, player.role, figures))
    return tuple(one for one in found if any(one.figures))


def _cut(value: float) -> float:
    return max(-MOST, min(MOST, value))


def closest_in(one: Sequence[float], other: Sequence[float], count: int = 3) -> tuple[str, ...]:
    """Name what two plays are alike in the most: what both had more of, or less of, than usual."""
    shared = [(a * b, name) for a, b, name in zip(one, other, PLAYER, strict=True)]
    best = sorted(shared, key=lambda pair: -pair[0])[:count]
    return tuple(name for product, name in best if product > 0)


def apart_in(one: Sequence[float], other: Sequence[float]) -> str:
    """Name what one had most more of than usual and the other less; empty where nothing is."""
    far = [(a * b, name) for a, b, name in zip(one, other, PLAYER, strict=True)]
    least = min(far, key=lambda pair: pair[0])
    return least[1] if least[0] < 0 else ""


def curve_apart(one: Sequence[float], other: Sequence[float]) -> tuple[int, int, int]:
    """Give the gold two curves are apart a minute, the minute they are most, and by how much."""
    gaps = [abs(a - b) for a, b in zip(one[:MINUTES], other[:MINUTES], strict=True)]
    widest = max(range(MINUTES), key=lambda minute: gaps[minute])
    return (
        round(1_000 * sum(gaps) / MINUTES),
        widest + 1,
        round(1_000 * gaps[widest]),
    )


def cosine(one: Sequence[float], other: Sequence[float]) -> float:
    """Give how alike two vectors are, -1 to 1; 0 where one is nothing."""
    dot = sum(a * b for a, b in zip(one, other, strict=True))
    sizes = sum(a * a for a in one) * sum(b * b for b in other)
    return float(dot / sizes**0.5) if sizes else 0.0
