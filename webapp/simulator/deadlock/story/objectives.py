"""Which objectives fall and when: guardians, walkers, base guardians, shrines, patron, core."""

import numpy as np

from webapp.simulator.deadlock.places import FOUR_LANES, THREE_LANES, Lane, stand_of
from webapp.simulator.deadlock.story.events import Fall
from webapp.simulator.deadlock.story.shapes import Shape

FIRST_ID = {"tier1": 0, "tier2": 4, "barracks": 11}
SHRINES = (10, 11)
PATRON, CORE = 9, 0


def plan_falls(
    rng: np.random.Generator, shape: Shape, duration_s: int, winner: int
) -> tuple[Fall, ...]:
    """Everything hurt in the match, in order of its first wound."""
    lanes = FOUR_LANES if shape.four_lanes else THREE_LANES
    lost = _falls_of(rng, 1 - winner, shape.winner_falls, duration_s, lanes)
    lost.append(_ending(1 - winner, lost[-1].destroyed_s, duration_s))
    lost += _falls_of(rng, winner, shape.loser_falls, duration_s, lanes)
    lost += _scratched(rng, lost, duration_s, lanes)
    return tuple(sorted(lost, key=lambda f: (f.first_damage_s, f.team, f.objective_id)))


def _falls_of(
    rng: np.random.Generator,
    team: int,
    moments: dict[str, tuple[float, ...]],
    duration_s: int,
    lanes: tuple[Lane, ...],
) -> list[Fall]:
    falls: list[Fall] = []
    order = [lanes[index] for index in rng.permutation(len(lanes))]
    opened: dict[int, int] = {}
    for kind, fractions in moments.items():
        for index, fraction in enumerate(fractions):
            second = int(duration_s * (fraction + rng.uniform(-0.008, 0.008)))
            lane = order[index] if kind in FIRST_ID else None
            since = opened.get(lane.objective if lane else -1, 0)
            first = _first_wound(rng, since, second)
            x, y = stand_of(team, kind, lane)
            x += (1400.0 * index - 700.0) * (kind == "shrine")
            number = objective_id(kind, index, lane)
            falls.append(Fall(team, number, kind, lane, first, second, x, y))
            opened[lane.objective if lane else -1] = second
    return falls


def _first_wound(rng: np.random.Generator, since: int, second: int) -> int:
    earliest = max(since + 5, second - 360) if since else min(int(rng.integers(35, 240)), second)
    return int(rng.integers(earliest, max(earliest + 1, second - 8)))


def objective_id(kind: str, index: int, lane: Lane | None) -> int:
    """Give the team objective id of the wire: 1-4 guardian, 5-8 walker, 12-15 base guardian."""
    if lane is not None:
        return FIRST_ID[kind] + lane.objective
    return SHRINES[index] if kind == "shrine" else PATRON


def _ending(team: int, patron_fell_s: int, duration_s: int) -> Fall:
    x, y = stand_of(team, "patron", None)
    return Fall(team, CORE, "core", None, patron_fell_s + 8, duration_s - 1, x, y)


def _scratched(
    rng: np.random.Generator, lost: list[Fall], duration_s: int, lanes: tuple[Lane, ...]
) -> list[Fall]:
    """Walkers and guardians that were hurt and stood."""
    known = {(fall.team, fall.objective_id) for fall in lost}
    opened = {
        (fall.team, fall.lane.objective): fall.destroyed_s
        for fall in lost
        if fall.lane and fall.kind == "tier1"
    }
    stood = []
    for team in (0, 1):
        for lane in lanes:
            kind = "tier2" if (team, lane.objective) in opened else "tier1"
            since = opened.get((team, lane.objective), 60)
            if (team, objective_id(kind, 0, lane)) not in known and since < duration_s - 90:
                x, y = stand_of(team, kind, lane)
                first = int(rng.integers(since + 10, duration_s - 30))
                number = objective_id(kind, 0, lane)
                stood.append(Fall(team, number, kind, lane, first, 0, x, y))
    return stood
