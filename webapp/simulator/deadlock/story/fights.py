"""Who meets whom, where, and who does not walk away."""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import happens
from webapp.simulator.deadlock.places import CAMPS, side_of
from webapp.simulator.deadlock.story.events import Death, Fall, Fight, Floats

LANING_ENDS_S = 540
TRAVEL_S = 48
GAP_S = 50
STEADY_LEAD = 0.004
SIDES = {0, 1}
Stays = dict[Person, int]
_RESPAWN = ((0, 6), (300, 8), (600, 16), (900, 24), (1300, 48), (1900, 80), (2700, 95))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A fight that is going to happen: favoured is the team expected to win it."""

    start: int
    x: float
    y: float
    favoured: int
    odds: float
    lane: int | None


def plan_fights(
    rng: np.random.Generator,
    stays: Stays,
    falls: tuple[Fall, ...],
    lead: Floats,
) -> tuple[Fight, ...]:
    """Play the meetings in order, so that nobody fights while dead, far away or gone."""
    people = tuple(stays)
    free_at = {person.slot: 30 for person in people}
    fights = []
    meetings = _skirmishes(rng, people, len(lead)) + _meetings(rng, falls, lead)
    for meeting in sorted(meetings, key=lambda m: m.start):
        here = tuple(p for p in people if stays[p] > meeting.start + 40)
        members = _members(rng, here, meeting, free_at)
        if {person.team for person in members} == SIDES:
            fight = _fight(rng, meeting, members, len(lead) - 1)
            fights.append(fight)
            _occupy(free_at, fight)
    return tuple(fights)


def respawn_s(second: int) -> int:
    """How long a death lasts at this point of the match."""
    moments, lengths = zip(*_RESPAWN, strict=True)
    return int(np.interp(second, moments, lengths))


def _skirmishes(
    rng: np.random.Generator, people: tuple[Person, ...], duration_s: int
) -> list[Meeting]:
    lanes = {person.lane.assigned: person.lane for person in people}
    found = []
    for number, lane in lanes.items():
        second = int(rng.integers(75, 150))
        while second < min(LANING_ENDS_S, duration_s - 60):
            y = float(rng.uniform(-900, 900))
            team = int(rng.integers(2))
            found.append(Meeting(second, lane.x_at(y), y, team, 0.6, number))
            second += int(rng.integers(70, 150))
    return found


def _meetings(rng: np.random.Generator, falls: tuple[Fall, ...], lead: Floats) -> list[Meeting]:
    end = len(lead) - 1
    held = [_siege(fall) for fall in falls if LANING_ENDS_S < fall.destroyed_s <= end]
    second = LANING_ENDS_S + int(rng.integers(15, 50))
    while second < end - 90:
        if all(abs(second - meeting.start) > GAP_S for meeting in held):
            held.append(_brawl(rng, second, lead))
        second += int(rng.integers(28, 70))
    return held


def _siege(fall: Fall) -> Meeting:
    before = 14 if fall.kind in {"core", "patron"} else 26
    y = fall.y - side_of(fall.team) * 500
    return Meeting(fall.destroyed_s - before, fall.x, y, 1 - fall.team, 0.85, None)


def _brawl(rng: np.random.Generator, second: int, lead: Floats) -> Meeting:
    ahead = 0 if lead[second] >= 0 else 1
    soon = lead[min(second + 120, len(lead) - 1)] - lead[second]
    favoured = ahead if abs(soon) < STEADY_LEAD else int(soon < 0)
    x, y = CAMPS[rng.integers(len(CAMPS))]
    pushed = float(np.clip(lead[second] * 12000, -2600, 2600))
    return Meeting(second, x, float(y + pushed), favoured, 0.68, None)


def _members(
    rng: np.random.Generator,
    people: tuple[Person, ...],
    meeting: Meeting,
    free_at: dict[int, int],
) -> list[Person]:
    able = [p for p in people if free_at[p.slot] + TRAVEL_S <= meeting.start]
    if meeting.lane is not None:
        near = [p for p in people if free_at[p.slot] + 38 <= meeting.start]
        return [p for p in near if p.lane.assigned == meeting.lane]
    chosen = []
    for team in (0, 1):
        side = [p for p in able if p.team == team]
        size = min(len(side), int(rng.integers(3, 7)))
        chosen += [side[index] for index in rng.permutation(len(side))[:size]]
    return chosen


def _fight(rng: np.random.Generator, meeting: Meeting, members: list[Person], last: int) -> Fight:
    laning = meeting.lane is not None
    end = min(meeting.start + int(rng.integers(14, 24) if laning else rng.integers(20, 34)), last)
    wins = meeting.favoured if rng.random() < meeting.odds else 1 - meeting.favoured
    deaths = []
    for team in (wins, 1 - wins):
        side = [p for p in members if p.team == team]
        count = _losses(rng, len(side), won=team == wins, laning=laning)
        deaths += _deaths(rng, side, count, meeting.start, end)
    slots = tuple(person.slot for person in members)
    return Fight(meeting.start, end, meeting.x, meeting.y, slots, _credit(rng, deaths, members))


def _losses(rng: np.random.Generator, size: int, *, won: bool, laning: bool) -> int:
    if laning:
        return min(size, int(rng.random() < (0.16 if won else 0.66)))
    most = min(size - 1, 2) if won else size
    share = 0.22 if won else 0.64
    return min(most, int(rng.binomial(size, share)))


def _deaths(
    rng: np.random.Generator, side: list[Person], count: int, start: int, end: int
) -> list[tuple[int, Person]]:
    weights = np.array([1 / person.skill for person in side])
    fallen = rng.choice(len(side), size=count, replace=False, p=weights / weights.sum())
    return [(int(rng.integers(start + 6, max(start + 7, end))), side[index]) for index in fallen]


def _credit(
    rng: np.random.Generator, deaths: list[tuple[int, Person]], members: list[Person]
) -> tuple[Death, ...]:
    told = []
    gone: dict[int, int] = {}
    for second, victim in sorted(deaths, key=lambda d: (d[0], d[1].slot)):
        foes = [p for p in members if p.team != victim.team and gone.get(p.slot, 9**9) >= second]
        gone[victim.slot] = second
        told.append(_death(rng, second, victim, foes))
    return tuple(told)


def _death(rng: np.random.Generator, second: int, victim: Person, foes: list[Person]) -> Death:
    if not foes or happens(rng, 0.015):
        return Death(second, victim.slot, 0, respawn_s(second), ())
    weights = np.array([person.skill**2 for person in foes])
    killer = foes[rng.choice(len(foes), p=weights / weights.sum())]
    helpers = tuple(p.slot for p in foes if p is not killer and happens(rng, 0.62))
    return Death(second, victim.slot, killer.slot, respawn_s(second), helpers)


def _occupy(free_at: dict[int, int], fight: Fight) -> None:
    for slot in fight.members:
        free_at[slot] = fight.end
    for death in fight.deaths:
        free_at[death.victim] = death.second + death.duration_s + 1
