"""Walk twelve heroes through a story, one step a second.

Each hero has keyframes: spawn, zipline to the lane, the lane's to and fro, camps and lanes
later, the fights of the story, the base again after each death. Between keyframes they walk in
a line; a leg too fast to walk is a zipline.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.places import CAMPS, Lane, side_of, spawn_of
from webapp.simulator.deadlock.story.events import Fight, Floats, Ints, Story

WALK = 270.0
ZIPLINE = 820.0
FASTEST_WALK = 470.0
LONGEST_WALK = 4200.0
OWN_HALF = -800
ROAMING_FROM_S = 560
_Frame = tuple[float, float, float]


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
        frames = _life(rng, story, person, born, died)
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


def _life(
    rng: np.random.Generator, story: Story, person: Person, born: int, died: int
) -> list[_Frame]:
    x, y = spawn_of(person.team)
    here = (float(born), x + float(rng.uniform(-280, 280)), y)
    frames = [here, (born + (9.0 if born == 0 else 2.0), here[1], here[2])]
    for fight in story.fights:
        if person.slot in fight.members and born <= fight.start <= died:
            _idle(rng, (story, person), frames, _Call(fight.start - 2, fight))
            _join(rng, frames, fight, min(fight.end, died))
    _idle(rng, (story, person), frames, _Call(died + 1.0, None))
    return frames


@dataclass(frozen=True, slots=True)
class _Call:
    """Where to be and when; without a fight, anywhere until then."""

    at: float
    fight: Fight | None

    def leave_by(self, x: float, y: float) -> float:
        """Give the last moment to leave a place."""
        return self.at - (_leg_s(x - self.fight.x, y - self.fight.y) if self.fight else 0.0)


def _idle(
    rng: np.random.Generator, who: tuple[Story, Person], frames: list[_Frame], call: _Call
) -> None:
    """Farm until it is time to leave for the call."""
    while True:
        now, x, y = frames[-1]
        stay = float(rng.uniform(5, 12)) if now < ROAMING_FROM_S else float(rng.uniform(12, 26))
        goal_x, goal_y = _goal(rng, *who, frames[-1])
        there = now + _leg_s(goal_x - x, goal_y - y)
        if there + stay + 4 > call.leave_by(goal_x, goal_y):
            frames.append((max(call.leave_by(x, y), now + 0.5), x, y))
            return
        _linger(rng, frames, (there, goal_x, goal_y), stay)


def _linger(rng: np.random.Generator, frames: list[_Frame], there: _Frame, stay: float) -> None:
    """Stay about a place, never quite still."""
    moment, x, y = there
    frames.append(there)
    while moment < there[0] + stay - 2:
        moment += float(rng.uniform(1.5, 3.5))
        frames.append((moment, *_near(rng, x, y)))


def _join(rng: np.random.Generator, frames: list[_Frame], fight: Fight, until: int) -> None:
    moment = max(float(fight.start), frames[-1][0] + 1)
    while moment < until:
        angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(60, 420)
        spot = (fight.x + reach * np.cos(angle), fight.y + reach * np.sin(angle))
        frames.append((moment, float(spot[0]), float(spot[1])))
        moment += float(rng.uniform(2.5, 5))


def _goal(
    rng: np.random.Generator, story: Story, person: Person, here: _Frame
) -> tuple[float, float]:
    """Where a hero with nothing to fight goes next: mostly somewhere near."""
    now, x, y = here
    if now < ROAMING_FROM_S:
        return _lane_goal(rng, story, person, now, person.lane)
    lanes = tuple({p.lane.assigned: p.lane for p in story.people}.values())
    goals = [_lane_goal(rng, story, person, now, lane) for lane in lanes]
    goals += [camp for camp in CAMPS if camp[1] * side_of(person.team) > OWN_HALF]
    goals.sort(key=lambda goal: np.hypot(goal[0] - x, goal[1] - y))
    return goals[min(int(rng.geometric(0.45)), len(goals)) - 1]


def _lane_goal(
    rng: np.random.Generator, story: Story, person: Person, now: float, lane: Lane
) -> tuple[float, float]:
    y = _front(story, lane.objective, now) + side_of(person.team) * float(rng.uniform(250, 1200))
    return lane.x_at(y) + float(rng.uniform(-500, 500)), y


def _front(story: Story, lane: int, now: float) -> float:
    """Where the troopers meet: pushed by every objective that has fallen in the lane."""
    front = 600 * np.sin(now / 47 + lane)
    for fall in story.falls:
        if fall.lane and fall.lane.objective == lane and 0 < fall.destroyed_s < now:
            front += side_of(fall.team) * 1800
    return float(np.clip(front, -6500, 6500))


def _near(rng: np.random.Generator, x: float, y: float) -> tuple[float, float]:
    return x + float(rng.uniform(-380, 380)), y + float(rng.uniform(-380, 380))


def _leg_s(dx: float, dy: float) -> float:
    """How long a leg takes: on foot when short, by zipline when long."""
    distance = float(np.hypot(dx, dy))
    return distance / WALK if distance < LONGEST_WALK else 5 + distance / ZIPLINE


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
