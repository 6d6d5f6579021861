"""One life of a hero as keyframes: spawn, farm, be at each fight in time, farm on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import between
from webapp.simulator.deadlock.movement.goals import (
    ROAMING_FROM_S,
    Frame,
    lanes_of,
    near,
    next_goal,
)
from webapp.simulator.deadlock.places import Lane, spawn_of
from webapp.simulator.deadlock.story.events import Fight, Story

WALK = 270.0
ZIPLINE = 820.0
LONGEST_WALK = 4200.0


def live(
    rng: np.random.Generator, story: Story, person: Person, born: int, died: int
) -> list[Frame]:
    """Give one life as (second, x, y) keyframes, from spawn to death or the end."""
    x, y = spawn_of(person.team)
    here = (float(born), x + float(rng.uniform(-280, 280)), y)
    frames = [here, (born + (9.0 if born == 0 else 2.0), here[1], here[2])]
    for fight in story.fights:
        if person.slot in fight.members and born <= fight.start <= died:
            _idle(rng, (story, person), frames, _Call(fight.start - 2, fight))
            _join(rng, frames, fight, min(fight.end, died))
    _idle(rng, (story, person), frames, _Call(died + 1.0, None))
    return list(_along_lanes(lanes_of(story), frames))


@dataclass(frozen=True, slots=True)
class _Call:
    """Where to be and when; without a fight, anywhere until then."""

    at: float
    fight: Fight | None

    def leave_by(self, x: float, y: float) -> float:
        """Give the last moment to leave a place."""
        return self.at - (_leg_s(x - self.fight.x, y - self.fight.y) if self.fight else 0.0)


def _along_lanes(lanes: tuple[Lane, ...], frames: list[Frame]) -> Iterator[Frame]:
    """Bend every long leg along the lane that ends nearest its goal."""
    yield frames[0]
    for (start, x, y), (end, goal_x, goal_y) in pairwise(frames):
        if abs(goal_y - y) > LONGEST_WALK:
            lane = min(lanes, key=lambda lane: abs(lane.x_at(goal_y) - goal_x))
            course = [p for p in lane.course if min(y, goal_y) < p[1] < max(y, goal_y)]
            course.sort(key=lambda p: p[1], reverse=goal_y < y)
            spots = np.array([(x, y), *course, (goal_x, goal_y)])
            lengths = np.hypot(*np.diff(spots, axis=0).T)
            moments = start + (end - start) * np.cumsum(lengths) / lengths.sum()
            for moment, spot in zip(moments[:-1], course, strict=True):
                yield float(moment), *spot
        yield end, goal_x, goal_y


def _idle(
    rng: np.random.Generator, who: tuple[Story, Person], frames: list[Frame], call: _Call
) -> None:
    """Farm until it is time to leave for the call."""
    while True:
        now, x, y = frames[-1]
        stay = between(rng, *((5, 12) if now < ROAMING_FROM_S else (12, 26)))
        goal_x, goal_y = next_goal(rng, *who, frames[-1])
        there = now + _leg_s(goal_x - x, goal_y - y)
        if there + stay + 4 > call.leave_by(goal_x, goal_y):
            frames.append((max(call.leave_by(x, y), now + 0.5), x, y))
            return
        _linger(rng, frames, (there, goal_x, goal_y), stay)


def _linger(rng: np.random.Generator, frames: list[Frame], there: Frame, stay: float) -> None:
    """Stay about a place, never quite still."""
    moment, x, y = there
    frames.append(there)
    while moment < there[0] + stay - 2:
        moment += between(rng, 1.5, 3.5)
        frames.append((moment, *near(rng, x, y)))


def _join(rng: np.random.Generator, frames: list[Frame], fight: Fight, until: int) -> None:
    """Circle the middle of a fight until it is over, or one is dead."""
    moment = max(float(fight.start), frames[-1][0] + 1)
    while moment < until:
        frames.append((moment, *_about(rng, fight)))
        moment += between(rng, 2.5, 5)
    if until > frames[-1][0]:
        frames.append((float(until), *_about(rng, fight)))


def _about(rng: np.random.Generator, fight: Fight) -> tuple[float, float]:
    angle, reach = between(rng, 0, 2 * np.pi), between(rng, 60, 420)
    return float(fight.x + reach * np.cos(angle)), float(fight.y + reach * np.sin(angle))


def _leg_s(dx: float, dy: float) -> float:
    """How long a leg takes: on foot when short, by zipline when long."""
    distance = float(np.hypot(dx, dy))
    return distance / WALK if distance < LONGEST_WALK else 5 + distance / ZIPLINE
