"""Souls: who earned how many, when and from what.

Farming follows a curve measured on real matches; kills, assists and objectives pay on top; the
story's lead steers the rest. Net worth is the sum of all sources plus the starting souls, less
what deaths lost: exactly, at every snapshot.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from webapp.simulator.deadlock.chance import happens, stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.places import side_of
from webapp.simulator.deadlock.story.events import Floats, Ints, Story

STARTING_SOULS = 600
DENIES_END_S = 960
CATCH_UP_FROM_S = 600
CATCH_UP_LEAD = 0.05
PLAYERS, CREEPS, NEUTRALS, BOSSES, TREASURE, ASSISTS, DENIES, CATCH_UP, BREAKABLES = (
    *(1, 2, 3, 4, 5, 6, 7, 8),
    12,
)
SOURCES = (1, 2, 3, 4, 5, 7, 8, 12, 9, 10, 11, 6)
_BOSS_SOULS = {"tier1": 275, "tier2": 550, "barracks": 250, "shrine": 150, "patron": 0, "core": 0}


@dataclass(frozen=True, slots=True)
class Purse:
    """Per player (12 rows) and bucket, what each source brought; not yet cumulative."""

    gold: dict[int, Ints]
    creep_orbs: Ints
    kills: Ints
    assists: Ints
    deaths: Ints
    creep_kills: Ints
    neutral_kills: Ints
    denies: Ints
    death_loss: Ints
    starting: int

    def net_worth(self) -> Ints:
        """Cumulative net worth per player and bucket."""
        earned = sum(self.gold.values()) + self.creep_orbs - self.death_loss
        worth: Ints = np.cumsum(earned, axis=1) + self.starting
        return worth


def earn_souls(story: Story, clock: Clock) -> Purse:
    """Pay everybody for everything."""
    rng = stream(story.match_id, story.seed, "souls")
    kills, assists, deaths = _scores(story, clock)
    gold = {source: np.zeros_like(kills) for source in SOURCES}
    _pay_kills(story, clock, gold)
    _pay_objectives(story, clock, gold)
    _pay_farm(rng, gold, _farm(rng, story, clock, gold), clock, old=story.old)
    _pay_catch_up(rng, story, clock, gold)
    lane = gold[CREEPS]
    orbs = (lane * rng.uniform(0.28, 0.38, lane.shape)).astype(np.int64)
    gold[CREEPS] = lane - orbs
    return Purse(
        gold=gold,
        creep_orbs=orbs,
        kills=kills,
        assists=assists,
        deaths=deaths,
        creep_kills=_counted(rng, lane, 62 + 0.075 * clock.edges),
        neutral_kills=_counted(rng, gold[NEUTRALS], 60 + 0.04 * clock.edges),
        denies=_counted(rng, gold[DENIES], 26 + 0.02 * clock.edges),
        death_loss=_lost(rng, deaths, clock),
        starting=0 if story.old else STARTING_SOULS,
    )


def _scores(story: Story, clock: Clock) -> tuple[Ints, Ints, Ints]:
    kills, assists, deaths = (np.zeros((12, clock.size), dtype=np.int64) for _ in range(3))
    for death in story.deaths:
        bucket = clock.bucket(death.second)
        deaths[death.victim - 1, bucket] += 1
        if death.killer:
            kills[death.killer - 1, bucket] += 1
        for slot in death.assists:
            assists[slot - 1, bucket] += 1
    return kills, assists, deaths


def _pay_kills(story: Story, clock: Clock, gold: dict[int, Ints]) -> None:
    for death in story.deaths:
        bucket = clock.bucket(death.second)
        if death.killer:
            gold[PLAYERS][death.killer - 1, bucket] += int(160 + 0.30 * death.second)
        for slot in death.assists:
            gold[ASSISTS][slot - 1, bucket] += int(45 + 0.09 * death.second)


def _pay_objectives(story: Story, clock: Clock, gold: dict[int, Ints]) -> None:
    for fall in story.falls:
        if fall.destroyed_s:
            bucket = clock.bucket(fall.destroyed_s)
            gold[BOSSES][_side(1 - fall.team), bucket] += _BOSS_SOULS[fall.kind]
    for boss in story.bosses:
        gold[BOSSES][_side(boss.claimed_by), clock.bucket(boss.second)] += 400


def _farm(rng: np.random.Generator, story: Story, clock: Clock, gold: dict[int, Ints]) -> Floats:
    """Give what each player farms in each bucket, steered so that the lead follows the story."""
    starts = clock.starts()
    rate = 5.9 + 0.0066 * (starts + clock.edges) / 2
    base = rate * (clock.edges - starts)
    skill = np.array([person.skill for person in story.people])[:, None] ** 0.6
    farm = base * skill * rng.uniform(0.8, 1.2, (12, clock.size)) * _presence(story, clock)
    paid = np.asarray(sum(gold.values()), dtype=float)
    for bucket in range(clock.size):
        _steer(farm, paid, story.lead[clock.edges[bucket]], bucket)
    return farm


def _steer(farm: Floats, paid: Floats, wanted: float, bucket: int) -> None:
    """Scale both sides' farming in one bucket towards the wanted lead."""
    before = farm[:, : bucket + 1].sum(1) + paid[:, : bucket + 1].sum(1)
    ours, theirs = before[:6].sum(), before[6:].sum()
    missing = wanted * (ours + theirs) / 2 - (ours - theirs)
    here = farm[:, bucket].sum()
    shift = float(np.clip(missing / max(here, 1.0), -0.45, 0.45))
    farm[:6, bucket] *= 1 + shift
    farm[6:, bucket] *= 1 - shift


def _presence(story: Story, clock: Clock) -> Floats:
    """Give the share of each bucket a player is alive and still in the match."""
    away = np.zeros((12, story.duration_s + 1))
    for death in story.deaths:
        away[death.victim - 1, death.second : death.second + death.duration_s] = 1
    if story.abandoned:
        slot, second = story.abandoned
        away[slot - 1, second:] = 0.95
    sums = np.add.reduceat(away[:, :-1], clock.starts(), axis=1)
    return 1 - 0.8 * sums / (clock.edges - clock.starts())


def _pay_farm(
    rng: np.random.Generator, gold: dict[int, Ints], farm: Floats, clock: Clock, *, old: bool
) -> None:
    late = np.clip((clock.edges - 420) / 900, 0, 1)
    neutrals = late * rng.uniform(0.1, 0.4, farm.shape)
    denies = np.where(clock.edges <= DENIES_END_S, rng.uniform(0, 0.08, farm.shape), 0)
    boxes = rng.uniform(0, 0.0 if old else 0.14, farm.shape)
    gold[NEUTRALS] = (farm * neutrals).astype(np.int64)
    gold[DENIES] = (farm * denies).astype(np.int64)
    gold[BREAKABLES] = (farm * boxes).astype(np.int64)
    gold[CREEPS] = (farm * (1 - neutrals - denies - boxes)).astype(np.int64)


def _pay_catch_up(
    rng: np.random.Generator, story: Story, clock: Clock, gold: dict[int, Ints]
) -> None:
    for bucket, second in enumerate(clock.edges):
        behind = 1 if story.lead[second] > 0 else 0
        far = second > CATCH_UP_FROM_S and abs(story.lead[second]) > CATCH_UP_LEAD
        if far and happens(rng, 0.3):
            gold[CATCH_UP][_side(behind), bucket] += rng.integers(10, 70, 6)


def _counted(rng: np.random.Generator, gold: Ints, price: Any) -> Ints:
    """How many last hits so many souls were, the remainder left to chance."""
    exact = gold / price
    counted: Ints = (exact + rng.random(exact.shape)).astype(np.int64)
    return np.where(gold > 0, counted, 0)


def _lost(rng: np.random.Generator, deaths: Ints, clock: Clock) -> Ints:
    share = rng.exponential(0.02, deaths.shape) * clock.edges
    return (deaths * np.clip(share, 0, 260)).astype(np.int64)


def _side(team: int) -> slice:
    return slice(0, 6) if side_of(team) < 0 else slice(6, 12)
