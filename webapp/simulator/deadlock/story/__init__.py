"""Plan a match as a story: arc, objectives, fights and deaths, before any number is drawn."""

import numpy as np

from webapp.simulator.deadlock.cast import Person, cast_match
from webapp.simulator.deadlock.chance import happens, stream
from webapp.simulator.deadlock.story.events import Boss, Floats, Story
from webapp.simulator.deadlock.story.fights import Stays, plan_fights
from webapp.simulator.deadlock.story.objectives import plan_falls
from webapp.simulator.deadlock.story.shapes import SHAPES, Shape

__all__ = ["SHAPES", "plan_story"]


def plan_story(match_id: int, seed: int | None, scenario: str) -> Story:
    """Give the same story for the same match, seed and scenario, always."""
    shape = SHAPES[scenario]
    rng = stream(match_id, seed, "story")
    duration_s = int(60 * rng.uniform(*shape.minutes))
    winner = int(rng.integers(2))
    people = cast_match(match_id, seed, four_lanes=shape.four_lanes)
    lead = _lead(rng, shape, duration_s, winner)
    falls = plan_falls(rng, shape, duration_s, winner)
    abandoned = _abandoned(rng, shape, duration_s, winner)
    return Story(
        match_id=match_id,
        seed=seed,
        scenario=scenario,
        duration_s=duration_s,
        winner=winner,
        people=people,
        lead=lead,
        falls=falls,
        fights=plan_fights(rng, _staying(people, abandoned), falls, lead),
        bosses=_bosses(rng, duration_s, winner),
        pauses=_pauses(rng, shape, duration_s),
        abandoned=abandoned,
    )


def _staying(people: tuple[Person, ...], abandoned: tuple[int, int] | None) -> Stays:
    """Until when each player can be met."""
    left = {} if abandoned is None else {abandoned[0]: abandoned[1]}
    return {person: left.get(person.slot, 10**6) for person in people}


def _lead(rng: np.random.Generator, shape: Shape, duration_s: int, winner: int) -> Floats:
    """Team 0's lead for each second, as a share of what a team is worth."""
    moments, leads = (np.array(column, dtype=float) for column in zip(*shape.lead, strict=True))
    moments[1:-1] += rng.uniform(-0.03, 0.03, len(moments) - 2)
    leads[1:] += rng.normal(0, 0.008, len(leads) - 1)
    steps = np.linspace(0, 1, duration_s + 1)
    swing = 0.012 * np.sin(2 * np.pi * (steps * rng.uniform(3, 6) + rng.random())) * steps
    sign = 1.0 if winner == 0 else -1.0
    lead: Floats = sign * (np.interp(steps, moments, leads) + swing)
    return lead


def _bosses(rng: np.random.Generator, duration_s: int, winner: int) -> tuple[Boss, ...]:
    if happens(rng, 0.25):
        return ()
    taken = [Boss(int(duration_s * rng.uniform(0.86, 0.9)), winner, winner)]
    if duration_s > 30 * 60:
        team = winner if happens(rng, 0.5) else 1 - winner
        claimed = team if happens(rng, 0.8) else 1 - team
        taken.insert(0, Boss(int(duration_s * rng.uniform(0.6, 0.7)), team, claimed))
    return tuple(taken)


def _pauses(
    rng: np.random.Generator, shape: Shape, duration_s: int
) -> tuple[tuple[int, int, int], ...]:
    """Second, length and slot of each pause."""
    return tuple(
        (int(duration_s * moment), int(rng.integers(12, 95)), int(rng.integers(1, 13)))
        for moment in shape.pauses
    )


def _abandoned(
    rng: np.random.Generator, shape: Shape, duration_s: int, winner: int
) -> tuple[int, int] | None:
    """Slot and second of the player who left, always on the losing side."""
    if shape.abandons_at is None:
        return None
    slot = 6 * (1 - winner) + int(rng.integers(1, 7))
    return slot, int(duration_s * shape.abandons_at)
