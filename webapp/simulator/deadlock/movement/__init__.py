"""Walk twelve heroes through a story, one step a second.

Each hero has keyframes: spawn, zipline to the lane, the lane's to and fro, camps and lanes
later, the fights of the story, the base again after each death. Between keyframes they walk in
a line; a leg too fast to walk is a zipline.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.movement.keyframes import live
from webapp.simulator.deadlock.story.events import Floats, Ints, Story

FASTEST_WALK = 470.0


@dataclass(frozen=True, slots=True)
class Walk:
    """One hero's second-by-second place; dead marks the seconds spent waiting to respawn."""

    slot: int
    x: Floats
    y: Floats
    dead: Ints
    fighting: Ints
    zipline: Ints


def walk_people(story: Story) -> dict[int, Walk]:
    """Every hero's walk, keyed by slot."""
    return {person.slot: _walk(story, person) for person in story.people}


def _walk(story: Story, person: Person) -> Walk:
    rng = stream(story.match_id, story.seed, f"walk {person.slot}")
    length = story.duration_s + 1
    dead = np.zeros(length, dtype=np.int64)
    x, y = np.zeros(length), np.zeros(length)
    for born, died, gone_until in _lives(story, person.slot):
        frames = live(rng, story, person, born, died)
        seconds = np.arange(born, min(died, length - 1) + 1)
        moments, xs, ys = zip(*frames, strict=True)
        x[seconds], y[seconds] = np.interp(seconds, moments, xs), np.interp(seconds, moments, ys)
        dead[died + 1 : gone_until] = 1
    fighting = _fighting(story, person.slot, length)
    zipline = _zipline(x, y, dead)
    _sway(rng, x, y, zipline | dead)
    return Walk(person.slot, x, y, dead, fighting, zipline)


def _lives(story: Story, slot: int) -> list[tuple[int, int, int]]:
    """Each life as (first second, last second, first second of the next)."""
    lives, born = [], 0
    for death in story.deaths:
        if death.victim == slot:
            back = death.second + death.duration_s + 1
            lives.append((born, death.second, back))
            born = back
    if born <= story.duration_s:
        lives.append((born, story.duration_s, story.duration_s + 1))
    return lives


def _fighting(story: Story, slot: int, length: int) -> Ints:
    fighting = np.zeros(length, dtype=np.int64)
    for fight in story.fights:
        if slot in fight.members:
            fighting[fight.start : fight.end + 4] = 1
    for death in story.deaths:
        if death.victim == slot:
            fighting[death.second + 1 : death.second + 1 + death.duration_s] = 0
    return fighting


def _zipline(x: Floats, y: Floats, dead: Ints) -> Ints:
    steps = np.hypot(np.diff(x, prepend=x[0]), np.diff(y, prepend=y[0]))
    fast = (steps > FASTEST_WALK).astype(np.int64)
    fast[dead == 1] = 0
    fast[1:][dead[:-1] == 1] = 0
    return fast


def _sway(rng: np.random.Generator, x: Floats, y: Floats, still: Ints) -> None:
    """Add a little sideways step now and then, so that nobody walks like a ruler."""
    knots = np.arange(0, len(x) + 6, 6)
    free = np.convolve(1.0 - still, np.ones(5) / 5, mode="same").round() == 1
    for places in (x, y):
        noise = np.interp(np.arange(len(x)), knots, rng.normal(0, 110, len(knots)))
        places[free] += noise[free]
