"""Where a hero with nothing to fight goes next: the lane's front, camps, home when gone."""

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import between
from webapp.simulator.deadlock.places import (
    CAMPS,
    FOUR_LANES,
    THREE_LANES,
    Lane,
    side_of,
    spawn_of,
)
from webapp.simulator.deadlock.story.events import Story

OWN_HALF = -800
ROAMING_FROM_S = 560
Frame = tuple[float, float, float]


def lanes_of(story: Story) -> tuple[Lane, ...]:
    """Give the lanes of the map the match is on."""
    return FOUR_LANES if story.old else THREE_LANES


def next_goal(
    rng: np.random.Generator, story: Story, person: Person, here: Frame
) -> tuple[float, float]:
    """Where a hero with nothing to fight goes next: mostly somewhere near."""
    now, x, y = here
    if story.abandoned and story.abandoned[0] == person.slot and now >= story.abandoned[1]:
        return near(rng, *spawn_of(person.team), 60)
    if now < ROAMING_FROM_S:
        return _lane_goal(rng, story, person, now, person.lane)
    goals = [_lane_goal(rng, story, person, now, lane) for lane in lanes_of(story)]
    camps = [camp for camp in CAMPS if camp[1] * side_of(person.team) > OWN_HALF]
    goals += [near(rng, *camp, 900) for camp in camps]
    goals.sort(key=lambda goal: np.hypot(goal[0] - x, goal[1] - y))
    return goals[min(int(rng.geometric(0.45)), len(goals)) - 1]


def _lane_goal(
    rng: np.random.Generator, story: Story, person: Person, now: float, lane: Lane
) -> tuple[float, float]:
    y = _front(story, lane.objective, now) + side_of(person.team) * between(rng, 250, 1200)
    return lane.x_at(y) + between(rng, -500, 500), y


def _front(story: Story, lane: int, now: float) -> float:
    """Where the troopers meet: pushed by every objective that has fallen in the lane."""
    front = 600 * float(np.sin(now / 47 + lane))
    for fall in story.falls:
        if fall.lane and fall.lane.objective == lane and 0 < fall.destroyed_s < now:
            front += side_of(fall.team) * 1800
    return min(max(front, -6500.0), 6500.0)


def near(rng: np.random.Generator, x: float, y: float, reach: float = 420) -> tuple[float, float]:
    """Give a spot within reach of another, each way."""
    return x + between(rng, -reach, reach), y + between(rng, -reach, reach)
