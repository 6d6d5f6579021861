"""Health, combat and movement states, second by second.

Health 0 means dead. combat_type: 0 none, 1 heroes, 2 troopers and bosses, 3 neutrals.
move_type: 0 walking, 3 dash, 4 slide, 6 zipline, 7 in the air, 8 air dash.
"""

import numpy as np

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.movement import Walk
from webapp.simulator.deadlock.movement.goals import ROAMING_FROM_S
from webapp.simulator.deadlock.story.events import Floats, Ints, Story

WALKING, DASH, SLIDE, ZIPLINE, IN_AIR, AIR_DASH = 0, 3, 4, 6, 7, 8
ARRIVAL_S = 35
_MOVES = ((IN_AIR, 0.03, 4), (DASH, 0.065, 1), (SLIDE, 0.01, 2), (AIR_DASH, 0.006, 1))


def health_of(story: Story, walk: Walk) -> Ints:
    """Health in percent: 1 to 100 alive, 0 dead."""
    rng = stream(story.match_id, story.seed, f"health {walk.slot}")
    length = len(walk.x)
    health = 100 - _wounds(rng, walk, length)
    for death in story.deaths:
        if death.victim == walk.slot:
            _fade(rng, health, death.second)
    alive = np.clip(np.rint(health), 1, 100).astype(np.int64)
    return np.where(walk.dead == 1, 0, alive)


def combat_of(story: Story, walk: Walk) -> Ints:
    """Give what each hero is fighting at each second."""
    rng = stream(story.match_id, story.seed, f"combat {walk.slot}")
    length = len(walk.x)
    lane = np.arange(length) < ROAMING_FROM_S
    combat = np.where(_runs(rng, length, 0.022, 7) == 1, np.where(lane, 2, 3), 0)
    combat = np.where(_runs(rng, length, 0.014, 6) == 1, 2, combat)
    combat = np.where((_runs(rng, length, 0.035, 6) == 1) & lane, 1, combat)
    combat[(walk.zipline == 1) | (np.arange(length) < ARRIVAL_S)] = 0
    combat = np.where(walk.fighting == 1, 1, combat)
    return np.where(walk.dead == 1, 0, combat).astype(np.int64)


def moves_of(story: Story, walk: Walk) -> Ints:
    """How each hero moves at each second."""
    rng = stream(story.match_id, story.seed, f"moves {walk.slot}")
    length = len(walk.x)
    moves = np.full(length, WALKING, dtype=np.int64)
    for move, chance, stay in _MOVES:
        moves[_runs(rng, length, chance, stay) == 1] = move
    moves[walk.zipline == 1] = ZIPLINE
    moves[: min(length, 10)] = ZIPLINE
    moves[walk.dead == 1] = WALKING
    return moves


def _wounds(rng: np.random.Generator, walk: Walk, length: int) -> Floats:
    """Health missing: pokes while laning, more in fights, healing in between."""
    hits = rng.gamma(0.5, 1.0, length) * np.where(walk.fighting == 1, 7.5, 0.35)
    hits[:ROAMING_FROM_S] *= 1.6
    missing: list[float] = []
    current = 0.0
    for hit, dead in zip(hits.tolist(), walk.dead.tolist(), strict=True):
        current = 0.0 if dead else min(88.0, current * 0.965 + hit)
        missing.append(current)
    return np.array(missing)


def _fade(rng: np.random.Generator, health: Floats, second: int) -> None:
    """Run the last seconds before a death down to a sliver."""
    first = max(1, second - int(rng.integers(4, 9)))
    span = np.linspace(0, 1, second - first + 1)
    health[first : second + 1] = health[first] * (1 - span) + rng.uniform(1, 9) * span


def _runs(rng: np.random.Generator, length: int, chance: float, stay: int) -> Ints:
    """Ones in runs of about `stay` seconds, each beginning with this chance."""
    begins = rng.random(length) < chance
    return (np.convolve(begins, np.ones(stay), mode="full")[:length] > 0).astype(np.int64)
