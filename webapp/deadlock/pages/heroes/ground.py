"""A hero's heatmap over many matches, drawn on the same map as a match's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.across.heat import HeroHeat
from webapp.deadlock.domain.buildings import placed
from webapp.deadlock.domain.ground import CELLS as GROUND_CELLS
from webapp.deadlock.domain.ground import Ground, cell_path, lane_path
from webapp.deadlock.domain.lanes import RADIUS
from webapp.deadlock.domain.segments.heat import CELLS, PHASES
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.heroes.choice import Chosen, Way, phase_ways, side_ways
from webapp.deadlock.pages.map.heat import Warmth, steps_of
from webapp.deadlock.pages.map.scene import Scene, Spot, objective_name
from webapp.deadlock.pages.map.window import Frame, lane_names

FINER = GROUND_CELLS // CELLS


@dataclass(frozen=True, slots=True)
class HeatView:
    """A hero's heatmap; `matches` is how often the hero was played with positions recorded."""

    matches: int
    hours: float
    sentence: str
    ground: Ground
    lanes: str
    lane_names: tuple[tuple[str, float, float], ...]
    scene: Scene
    heat: tuple[Warmth, ...]
    heat_side: str | None
    heat_cell: float
    sides: tuple[Way, ...]
    phases: tuple[Way, ...]


def heat_view(hero: str, whole: HeroHeat, part: HeroHeat, url: str, chosen: Chosen) -> HeatView:
    """Draw where a hero stood in the chosen part; the ground is all it ever walked on."""
    return HeatView(
        matches=part.matches,
        hours=round(int(part.seconds.sum()) / 3600, 1),
        sentence=_sentence(hero, chosen),
        ground=_ground(whole.seconds),
        lanes=lane_path(),
        lane_names=lane_names(3),
        scene=Scene(Frame(), f"Where {hero} stood", (), _buildings(), (), ()),
        heat=steps_of(part.seconds),
        heat_side=chosen.side,
        heat_cell=round(2 * RADIUS / CELLS, 3),
        sides=side_ways(url, chosen),
        phases=phase_ways(url, chosen),
    )


def _sentence(hero: str, chosen: Chosen) -> str:
    side = f" for {SIDE_NAMES[chosen.side]}" if chosen.side else ""
    phase = next((one.word.lower() for one in PHASES if one.key == chosen.phase), "whole match")
    return f"Stronger colour: where {hero} stood longest{side}, {phase}."


def _ground(seconds: NDArray[np.int64]) -> Ground:
    fine = np.repeat(np.repeat(seconds, FINER, axis=0), FINER, axis=1)
    often = np.median(seconds[seconds > 0]) if seconds.any() else 1
    return Ground(walked=cell_path(fine > 0), worn=cell_path(fine > often))


def _buildings() -> tuple[Spot, ...]:
    frame = Frame()
    return tuple(
        Spot(
            one.side,
            one.kind,
            gone=False,
            sentence=f"{SIDE_NAMES[one.side]}: {objective_name(one)}",
            left=frame.across(one.x),
            top=frame.down(one.y),
        )
        for one in placed([])
        if not one.kind.startswith("Weakened")
    )
