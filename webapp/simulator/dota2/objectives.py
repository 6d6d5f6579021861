"""What falls and what is taken: towers, barracks, the ancient, Roshan, tormentors, couriers."""

from dataclasses import dataclass

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import Chance, happens

TEAM_WORD = ("goodguys", "badguys")
LANES = ("top", "mid", "bot")
_PLACES = {
    "top": ((78.0, 146.0), (77.0, 116.0), (75.0, 98.0)),
    "mid": ((118.0, 118.0), (106.0, 106.0), (94.0, 94.0)),
    "bot": ((164.0, 82.0), (128.0, 76.0), (102.0, 76.0)),
}
_MIRROR = {"top": "bot", "mid": "mid", "bot": "top"}
_BASE = (80.0, 80.0)
_ONE_SIDED = 0.3
_ROSHAN_PITS = ((94.0, 158.0), (164.0, 100.0))


@dataclass(frozen=True, slots=True)
class Fallen:
    """A building of `side` was destroyed; by nobody in particular when creeps did it."""

    at_s: int
    side: int
    key: str
    bit: int
    barracks: bool
    by: int | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Taken:
    """Roshan, a tormentor or a courier was killed by `side`; `by` got the blow or the aegis."""

    at_s: int
    kind: str
    side: int
    by: int
    place: tuple[float, float]


def plan_buildings(
    rng: Chance,
    people: tuple[Person, ...],
    duration_s: int,
    winner: int,
    lead: tuple[float, ...],
) -> tuple[Fallen, ...]:
    """Let the loser's base fall from the outside in, and some of the winner's towers."""
    told = []
    for side in (winner, 1 - winner):
        lost = side != winner
        foes = [one for one in people if one.side != side]
        for at_s, kind, lane in _order(rng, duration_s, lost=lost, gap=abs(lead[-1])):
            by = rng.choice(foes).slot if happens(rng, 0.8) else None
            told.append(_fallen(at_s, side, kind, lane, by))
    return tuple(sorted(told, key=lambda one: (one.at_s, one.bit)))


def plan_taken(
    rng: Chance, people: tuple[Person, ...], duration_s: int, lead: tuple[float, ...]
) -> tuple[Taken, ...]:
    """Let the side that is about to lead take Roshan and the tormentors."""
    told: list[Taken] = []
    second = rng.randint(900, 1300)
    while second < duration_s - 120:
        told.append(_taken(rng, people, "roshan", second, lead))
        second += rng.randint(560, 840)
    second = rng.randint(920, 1250)
    while second < duration_s - 60:
        told.append(_taken(rng, people, "tormentor", second, lead))
        second += rng.randint(620, 900)
    couriers = [rng.randint(200, duration_s - 30) for _ in range(rng.randint(0, 3))]
    told += [_taken(rng, people, "courier", at_s, lead) for at_s in couriers]
    return tuple(sorted(told, key=lambda one: one.at_s))


def _order(rng: Chance, duration_s: int, *, lost: bool, gap: float) -> list[tuple[int, str, str]]:
    """Second, kind and lane of each building that falls."""
    lanes = rng.sample(LANES, 3)
    told: list[tuple[int, str, str]] = []
    if not lost:
        count = rng.randint(0, 2 if gap > _ONE_SIDED else 5)
        wanted = [(tier, lane) for tier in ("tower1", "tower2") for lane in lanes][:count]
        for place, (tier, lane) in enumerate(wanted):
            told.append((int(duration_s * (0.34 + 0.1 * place)), tier, lane))
        return told
    for tier, begin in (("tower1", 0.26), ("tower2", 0.5)):
        for place, lane in enumerate(lanes):
            told.append((int(duration_s * (begin + 0.08 * place)), tier, lane))
    opened = lanes[: rng.randint(1, 3)]
    for place, lane in enumerate(opened):
        at_s = int(duration_s * (0.78 + 0.06 * place))
        told += [
            (at_s, "tower3", lane),
            (at_s + 9, "melee_rax", lane),
            (at_s + 16, "range_rax", lane),
        ]
    told += [(duration_s - 24, "tower4", "top"), (duration_s - 17, "tower4", "bot")]
    return [*told, (duration_s, "fort", "")]


def _fallen(at_s: int, side: int, kind: str, lane: str, by: int | None) -> Fallen:
    ending = f"_{lane}" if kind not in {"tower4", "fort"} else ""
    x, y = _place(side, kind, lane)
    return Fallen(
        at_s=at_s,
        side=side,
        key=f"npc_dota_{TEAM_WORD[side]}_{kind}{ending}",
        bit=_bit(kind, lane),
        barracks="rax" in kind,
        by=by,
        x=x,
        y=y,
    )


def _bit(kind: str, lane: str) -> int:
    """Give the building's place in its status word: 11 bits of towers, 6 of barracks."""
    if kind == "fort":
        return -1
    if kind == "tower4":
        return 10 if lane == "top" else 9
    place = LANES.index(lane)
    if "rax" in kind:
        return place * 2 + (0 if kind == "melee_rax" else 1)
    return place * 3 + int(kind[-1]) - 1


def _place(side: int, kind: str, lane: str) -> tuple[float, float]:
    if kind in {"tower4", "fort"}:
        x, y = _BASE
    else:
        tier = 2 if "rax" in kind else int(kind[-1]) - 1
        x, y = _PLACES[lane if side == 0 else _MIRROR[lane]][tier]
    return (x, y) if side == 0 else (256 - x, 256 - y)


def _taken(
    rng: Chance, people: tuple[Person, ...], kind: str, at_s: int, lead: tuple[float, ...]
) -> Taken:
    soon = lead[min(at_s + 200, len(lead) - 1)]
    side = (0 if soon >= 0 else 1) if happens(rng, 0.8) else rng.randint(0, 1)
    team = [one for one in people if one.side == side]
    by = min(team, key=lambda one: (one.position + rng.randint(0, 2), one.slot))
    return Taken(at_s, kind, side, by.slot, _ROSHAN_PITS[at_s // 300 % 2])
