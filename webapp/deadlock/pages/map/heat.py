"""The heatmap of a span: where a side, everybody or one player stood longest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.ground import cell_path, cells_of
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.choice import Choice
from webapp.deadlock.pages.map.scene import Now
from webapp.matchplay.charts import clock

HEAT_CELLS = 68


@dataclass(frozen=True, slots=True)
class Warmth:
    """One step of the heatmap: its opacity and its cells as path data (`heat_cell` units)."""

    step: int
    opacity: float
    cells: str


def heat_side(replay: Replay, heat: str | None) -> str | None:
    """Say whose colour a heatmap takes; None for all of them."""
    sides = {str(one.slot): one.side for one in replay.header.players}
    return heat if heat in {"a", "b"} else sides.get(heat or "")


def heat_sentence(now: Now, choice: Choice) -> str | None:
    """Say what a heatmap shows."""
    if choice.heat is None or choice.span is None:
        return None
    words = {"all": "everybody", **SIDE_NAMES}
    who = words.get(choice.heat) or now.names.get(int(choice.heat), "")
    first, last = choice.span
    return f"Darker: where {who} stood longest from {clock(first)} to {clock(last)}."


def warmth(replay: Replay, choice: Choice) -> tuple[Warmth, ...]:
    """Count where somebody stood in a span, in six steps."""
    if choice.heat is None or choice.span is None:
        return ()
    paths, header = replay.paths, replay.header
    whose = [choice.heat in {"all", one.side, str(one.slot)} for one in header.players]
    part = slice(int(choice.span[0] / paths.interval_s), int(choice.span[1] / paths.interval_s) + 1)
    living = paths.health[whose, part] > 0
    x, y = paths.x[whose, part][living], paths.y[whose, part][living]
    return steps_of(cells_of(x, y, HEAT_CELLS))


def steps_of(counts: NDArray[np.integer]) -> tuple[Warmth, ...]:
    """Tell counts in the cells of a square in six steps; square root, so that paths show too."""
    if not counts.any():
        return ()
    steps = np.ceil(np.sqrt(counts / np.quantile(counts[counts > 0], 0.98)).clip(0, 1) * 6)
    return tuple(
        Warmth(step, round(step * 0.13, 2), cell_path(steps == step, size=2))
        for step in range(1, 7)
    )
