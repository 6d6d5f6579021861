"""Who meets whom, where, and who does not walk away."""

from dataclasses import dataclass

from webapp.simulator.dota2.cast import BOT, MID, TOP, Person
from webapp.simulator.dota2.chance import Chance, happens, weighted
from webapp.simulator.dota2.objectives import Fallen

LANING_ENDS_S = 600
LANE_GROUND = {BOT: (172.0, 92.0), MID: (126.0, 124.0), TOP: (80.0, 158.0)}
"""Where the lanes' creeps meet at first, in cells of the 64-to-192 grid."""
_FIELDS = ((104.0, 140.0), (126.0, 112.0), (148.0, 118.0), (96.0, 118.0), (152.0, 142.0),
           (118.0, 158.0), (140.0, 96.0))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Death:
    """A hero died; the killer is None when a creep, a tower or a neutral did it."""

    at_s: int
    victim: int
    killer: int | None
    helpers: tuple[int, ...]
    x: float
    y: float
    away_s: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Heroes of both sides met, whether or not anybody died."""

    start: int
    end: int
    x: float
    y: float
    members: tuple[int, ...]
    deaths: tuple[Death, ...]


@dataclass(frozen=True, slots=True)
class _Meeting:
    start: int
    x: float
    y: float
    favoured: int
    lane: int | None


def plan_clashes(
    rng: Chance,
    people: tuple[Person, ...],
    lead: tuple[float, ...],
    fallen: tuple[Fallen, ...],
    *,
    quiet: bool,
) -> tuple[Clash, ...]:
    """Play the meetings in order, so that nobody fights while dead."""
    end = len(lead) - 1
    meetings = _in_lanes(rng, end) + ([] if quiet else _later(rng, lead, fallen))
    free_at = {person.slot: 0 for person in people}
    told = []
    for meeting in sorted(meetings, key=lambda one: one.start):
        members = _members(rng, people, meeting, free_at)
        if len({person.side for person in members}) > 1:
            clash = _clash(rng, meeting, members, end)
            told.append(clash)
            for death in clash.deaths:
                free_at[death.victim] = death.at_s + death.away_s
            for slot in clash.members:
                free_at[slot] = max(free_at[slot], clash.end)
    return tuple(told)


def away_s(second: int) -> int:
    """How long a death lasts at this point of the match."""
    return min(100, 10 + int(second / 34))


def _in_lanes(rng: Chance, end: int) -> list[_Meeting]:
    found = []
    for lane, (x, y) in LANE_GROUND.items():
        second = rng.randint(70, 130)
        while second < min(LANING_ENDS_S, end - 40):
            near_x, near_y = x + rng.uniform(-6, 6), y + rng.uniform(-6, 6)
            found.append(_Meeting(second, near_x, near_y, rng.randint(0, 1), lane))
            second += rng.randint(60, 140)
    return found


def _later(rng: Chance, lead: tuple[float, ...], fallen: tuple[Fallen, ...]) -> list[_Meeting]:
    end = len(lead) - 1
    found = [
        _Meeting(fall.at_s - 30, fall.x, fall.y, 1 - fall.side, None)
        for fall in fallen
        if LANING_ENDS_S + 40 < fall.at_s < end - 5
    ]
    second = LANING_ENDS_S + 20
    while second < end - 70:
        ahead = 0 if lead[min(second + 90, end)] >= lead[second] else 1
        x, y = rng.choice(_FIELDS)
        found.append(_Meeting(second, x + rng.uniform(-5, 5), y + rng.uniform(-5, 5), ahead, None))
        second += rng.randint(55, 120)
    return found


def _members(
    rng: Chance, people: tuple[Person, ...], meeting: _Meeting, free_at: dict[int, int]
) -> list[Person]:
    able = [one for one in people if free_at[one.slot] + 20 <= meeting.start]
    if meeting.lane is not None:
        return [one for one in able if one.lane == meeting.lane]
    chosen = []
    for side in (0, 1):
        team = [one for one in able if one.side == side]
        chosen += rng.sample(team, min(len(team), rng.randint(2, 5)))
    return sorted(chosen, key=lambda one: one.slot)


def _clash(rng: Chance, meeting: _Meeting, members: list[Person], last: int) -> Clash:
    laning = meeting.lane is not None
    end = min(meeting.start + rng.randint(12, 28), last - 1)
    wins = meeting.favoured if happens(rng, 0.72) else 1 - meeting.favoured
    deaths: list[Death] = []
    for side in (wins, 1 - wins):
        team = [one for one in members if one.side == side]
        lost = _losses(rng, len(team), won=side == wins, laning=laning)
        weights = [1 / one.skill for one in team]
        fell = {weighted(rng, team, weights).slot for _ in range(lost)}
        deaths += [_death(rng, meeting, one, members, end) for one in team if one.slot in fell]
    ordered = sorted(deaths, key=lambda one: (one.at_s, one.victim))
    slots = tuple(one.slot for one in members)
    return Clash(meeting.start, end, meeting.x, meeting.y, slots, _by_the_living(ordered))


def _losses(rng: Chance, size: int, *, won: bool, laning: bool) -> int:
    if laning:
        return int(happens(rng, 0.1 if won else 0.42))
    return sum(happens(rng, 0.17 if won else 0.5) for _ in range(size))


def _death(
    rng: Chance, meeting: _Meeting, victim: Person, members: list[Person], end: int
) -> Death:
    second = rng.randint(min(meeting.start + 3, end), end)
    foes = [one for one in members if one.side != victim.side]
    killer = None
    if not happens(rng, 0.04):
        killer = weighted(rng, foes, [one.skill * (1.4 - one.position / 8) for one in foes])
    helpers = tuple(one.slot for one in foes if one is not killer and happens(rng, 0.66))
    x, y = meeting.x + rng.uniform(-5, 5), meeting.y + rng.uniform(-5, 5)
    return Death(second, victim.slot, killer.slot if killer else None, helpers if killer else (),
                 round(x, 1), round(y, 1), away_s(second))  # fmt: skip


def _by_the_living(deaths: list[Death]) -> tuple[Death, ...]:
    """Let nobody kill after dying: such a blow is given to a helper still standing."""
    gone: dict[int, int] = {}
    told = []
    for death in deaths:
        able = [s for s in (death.killer, *death.helpers) if s is not None and s not in gone]
        killer = able[0] if able else None
        helpers = tuple(slot for slot in able if slot != killer)
        told.append(Death(death.at_s, death.victim, killer, helpers, death.x, death.y,
                          death.away_s))  # fmt: skip
        gone[death.victim] = death.at_s
    return tuple(told)
