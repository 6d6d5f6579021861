"""Gun, headshot and melee damage between players at the samples of the damage matrix."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.analysis.performance.records import Rows
from webapp.deadlock.domain.records import DamageMatrix, Match
from webapp.deadlock.domain.records.damage import TOTAL_SOURCES


def blows_of(match: Match) -> dict[int, Rows]:
    """Give each player's BLOWS; none without a damage matrix."""
    matrix = match.damage
    if matrix is None:
        return {}
    gun, head, melee = (_marked(matrix, kind) for kind in ("gun", "head", "melee"))
    columns = (
        _gained(matrix, gun & ~head, matrix.dealer),
        _gained(matrix, gun & head, matrix.dealer),
        _gained(matrix, melee, matrix.dealer),
        _gained(matrix, melee, matrix.target),
    )
    return {
        player.slot: tuple(tuple(column[player.slot].tolist()) for column in columns)
        for player in match.players
    }


def is_gun(source: str) -> bool:
    """Tell whether a source is a hero's own gun, by its engine name."""
    return "_weapon_" in source


def is_headshot(source: str) -> bool:
    """Tell whether a source counts headshots alone."""
    return source.endswith("_crit")


def is_melee(source: str) -> bool:
    """Tell whether a source is a melee blow."""
    return "ability_melee_" in source


_SLOTS: Final = 256
_KINDS: Final = {"gun": is_gun, "head": is_headshot, "melee": is_melee}


def _marked(matrix: DamageMatrix, kind: str) -> NDArray[np.bool_]:
    """Mark the rows of damage between players whose source is of a kind."""
    fits = _KINDS[kind]
    chosen = np.array(
        [
            stat == "damage" and name not in TOTAL_SOURCES and fits(name)
            for name, stat in zip(matrix.sources, matrix.stats, strict=True)
        ],
        dtype=np.bool_,
    )
    if not len(chosen):
        return np.zeros(len(matrix.source), dtype=np.bool_)
    marked: NDArray[np.bool_] = chosen[matrix.source] & (matrix.dealer > 0) & (matrix.target > 0)
    return marked


def _gained(
    matrix: DamageMatrix, marked: NDArray[np.bool_], whose: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """Add up the chosen rows by slot, as what was added since the sample before."""
    totals = np.zeros((_SLOTS, matrix.totals.shape[1]), dtype=np.int64)
    np.add.at(totals, whose[marked], matrix.totals[marked])
    return np.diff(totals, axis=1, prepend=0)
