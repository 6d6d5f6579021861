"""How each lane stood: its players' figures over a stretch, and who was ahead by how much.

Figures are differences of the snapshots by then; kills are counted by death. A lane's players are
those sent to it, and their figures count wherever they were.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.analysis.laning.trades import Stretch, Trades
from webapp.deadlock.domain.analysis.moments import PlayerMoment

EVEN_SHARE: Final = 0.03
"""A lane is even while the lead is below this share of all its souls: half a wave of troopers."""

WEST_TO_EAST: Final = {3: "yellow blue green", 4: "yellow green blue purple"}
"""By the number of lanes; a lane without a word comes first."""


class Seat(msgspec.Struct, frozen=True):
    """Who was sent to which lane."""

    slot: int
    hero_id: int
    side: str
    lane: str


class LanePlayer(msgspec.Struct, frozen=True):
    """One player's figures over a stretch.

    `dealt_in_lane` and `taken_in_lane` are damage to and from the lane's opponents, up to the
    damage matrix's own samples; None without a matrix.
    """

    slot: int
    hero_id: int
    side: str
    lane: str
    souls: int
    kills: int
    deaths: int
    player_damage: int
    damage_taken: int
    objective_damage: int
    healing: int
    heal_prevented: int
    last_hits: int
    denies: int
    dealt_in_lane: int | None = None
    taken_in_lane: int | None = None


class LaneVerdict(msgspec.Struct, frozen=True):
    """One lane. `winner` is "a", "b" or "even"; guardians that fell by then have their second."""

    lane: str
    souls_a: int
    souls_b: int
    winner: str
    kills_a: int
    kills_b: int
    guardian_a_fell_at_s: int | None
    guardian_b_fell_at_s: int | None
    deaths: tuple[Kill, ...]

    @property
    def margin(self) -> float:
        """Give the lead as a share of all the lane's souls."""
        return abs(self.souls_a - self.souls_b) / max(self.souls_a + self.souls_b, 1)


def players_over(
    seats: Iterable[Seat],
    samples: Sequence[PlayerMoment],
    kills: Sequence[Kill],
    trades: Trades | None,
    stretch: Stretch,
) -> tuple[LanePlayer, ...]:
    """Give everybody's figures over a stretch; `kills` are those that count."""
    return tuple(_player(seat, samples, kills, trades, stretch) for seat in seats)


def verdicts_over(
    players: Sequence[LanePlayer], events: Events, stretch: Stretch, *, lanes: int
) -> tuple[LaneVerdict, ...]:
    """Judge every lane somebody was sent to, from west to east."""
    order = WEST_TO_EAST[4 if lanes == 4 else 3]  # noqa: PLR2004 - the older map
    names = sorted({player.lane for player in players}, key=lambda name: (order.find(name), name))
    return tuple(_verdict(name, players, events, stretch) for name in names)


def within(at_s: int, stretch: Stretch) -> bool:
    """Say whether a second lies in a stretch, its ends included."""
    return stretch.from_s <= at_s <= stretch.to_s


def _player(
    seat: Seat,
    samples: Sequence[PlayerMoment],
    kills: Sequence[Kill],
    trades: Trades | None,
    stretch: Stretch,
) -> LanePlayer:
    own = [one for one in samples if one.slot == seat.slot]
    before, then = _at(own, stretch.from_s), _at(own, stretch.to_s)

    def gained(name: str) -> int:
        return (getattr(then, name) if then else 0) - (getattr(before, name) if before else 0)

    return LanePlayer(
        slot=seat.slot,
        hero_id=seat.hero_id,
        side=seat.side,
        lane=seat.lane,
        souls=gained("souls"),
        kills=sum(kill.killer == seat.slot for kill in kills),
        deaths=sum(kill.victim == seat.slot for kill in kills),
        player_damage=gained("player_damage"),
        damage_taken=gained("damage_taken"),
        objective_damage=gained("objective_damage"),
        healing=gained("healing"),
        heal_prevented=gained("heal_prevented"),
        last_hits=gained("last_hits"),
        denies=gained("denies"),
        dealt_in_lane=trades.between(stretch, seat.slot, None) if trades else None,
        taken_in_lane=trades.between(stretch, None, seat.slot) if trades else None,
    )


def _at(own: Sequence[PlayerMoment], at_s: int) -> PlayerMoment | None:
    number = bisect_right(own, at_s, key=lambda one: one.at_s)
    return own[number - 1] if number else None


def _verdict(
    name: str, players: Iterable[LanePlayer], events: Events, stretch: Stretch
) -> LaneVerdict:
    own = [player for player in players if player.lane == name]
    souls = {side: sum(one.souls for one in own if one.side == side) for side in "ab"}
    kills = {side: sum(one.kills for one in own if one.side == side) for side in "ab"}
    slots = {player.slot for player in own}
    fallen = {
        fall.side: fall.at_s
        for fall in events.objectives
        if fall.kind == "Guardian" and fall.lane == name and fall.at_s <= stretch.to_s
    }
    return LaneVerdict(
        lane=name,
        souls_a=souls["a"],
        souls_b=souls["b"],
        winner=_winner(souls["a"], souls["b"]),
        kills_a=kills["a"],
        kills_b=kills["b"],
        guardian_a_fell_at_s=fallen.get("a"),
        guardian_b_fell_at_s=fallen.get("b"),
        deaths=tuple(
            kill for kill in events.kills if kill.victim in slots and within(kill.at_s, stretch)
        ),
    )


def _winner(souls_a: int, souls_b: int) -> str:
    if abs(souls_a - souls_b) <= EVEN_SHARE * (souls_a + souls_b):
        return "even"
    return "a" if souls_a > souls_b else "b"
