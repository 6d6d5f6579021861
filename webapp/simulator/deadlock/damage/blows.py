"""How much each hero hurt each other hero in each minute, before it is split by source."""

import numpy as np

from webapp.simulator.deadlock.cast import TEAM_SIZE
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.story.events import Fight, Floats, Ints, Story

LANING_ENDS_S = 560


def plan_blows(story: Story, clock: Clock) -> Ints:
    """Whole damage by dealer x victim x bucket; zero between friends."""
    rng = stream(story.match_id, story.seed, "blows")
    blows = _lane_poke(rng, story, clock)
    for fight in story.fights:
        _trade(rng, story, clock, fight, blows)
    foes = np.zeros((12, 12))
    foes[:6, 6:] = foes[6:, :6] = 1
    return np.rint(blows * foes[:, :, None]).astype(np.int64)


def toughness(story: Story, second: float) -> Floats:
    """Each player's full health at this second."""
    return np.array([person.hero.health + 0.75 * second for person in story.people])


def _lane_poke(rng: np.random.Generator, story: Story, clock: Clock) -> Floats:
    blows = np.zeros((12, 12, clock.size))
    lanes = np.array([person.lane.assigned for person in story.people])
    same = (lanes[:, None] == lanes[None, :])[:, :, None]
    lane_s = np.clip(LANING_ENDS_S - clock.starts(), 0, 60)[None, None, :]
    blows += same * lane_s * rng.gamma(2.0, 0.9, blows.shape)
    return blows


def _trade(
    rng: np.random.Generator, story: Story, clock: Clock, fight: Fight, blows: Floats
) -> None:
    """Everybody in a fight hurts a few of the others; the dead were hurt most."""
    seats = np.array(fight.members) - 1
    full = toughness(story, fight.start)
    low = {death.victim: death for death in fight.deaths}
    for victim in seats:
        foes = seats[(seats < TEAM_SIZE) != (victim < TEAM_SIZE)]
        death = low.get(int(victim) + 1)
        taken = full[victim] * (rng.uniform(1.1, 1.9) if death else rng.uniform(0.2, 1.0))
        weights = rng.gamma(0.8, 1.0, len(foes)) + 0.02
        if death and death.killer:
            helped = [slot - 1 for slot in (death.killer, death.killer, *death.assists)]
            weights += np.array([1.2 * helped.count(int(foe)) for foe in foes])
        bucket = clock.bucket(death.second if death else fight.end)
        blows[foes, victim, bucket] += taken * weights / weights.sum()
