"""The laning phase: how each lane stood at 9:00.

Souls, damage and last hits are those of the last snapshot by then (the game takes one at 9:00);
kills are counted by death. A lane's kills are those of its own players, wherever they fell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.records import Match, Player, Snapshot

LANING_ENDS_S: Final = 540
EVEN_SHARE: Final = 0.03
"""A lane is even while the lead is below this share of all its souls: half a wave of troopers."""

_THREE: Final = "yellow blue green"
_FOUR: Final = "yellow green blue purple"
"""From west to east; a lane without a word comes first."""


@dataclass(frozen=True, slots=True)
class LanePlayer:
    """One player's laning phase."""

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


@dataclass(frozen=True, slots=True)
class LaneVerdict:
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


@dataclass(frozen=True, slots=True)
class Lanes:
    """Both the lanes and their players; `ends_s` is less than 9:00 in a shorter match."""

    ends_s: int
    verdicts: tuple[LaneVerdict, ...]
    players: tuple[LanePlayer, ...]


def lanes_of(match: Match, events: Events) -> Lanes:
    """Judge every lane somebody was sent to, from west to east."""
    ends = min(LANING_ENDS_S, match.duration_s)
    early = tuple(kill for kill in events.kills if kill.at_s <= ends)
    made = [_player(player, early, ends) for player in match.players if player.lane]
    order = _FOUR if match.four_lanes else _THREE
    names = sorted({player.lane for player in made}, key=lambda name: (order.find(name), name))
    verdicts = tuple(_verdict(name, made, early, events, ends) for name in names)
    return Lanes(ends, verdicts, tuple(made))


def _player(player: Player, early: tuple[Kill, ...], ends: int) -> LanePlayer:
    then = snapshot_at(player, ends)
    return LanePlayer(
        slot=player.slot,
        hero_id=player.hero_id,
        side=player.side,
        lane=player.lane or "",
        souls=then.net_worth if then else 0,
        kills=sum(kill.killer == player.slot for kill in early),
        deaths=sum(kill.victim == player.slot for kill in early),
        player_damage=then.player_damage if then else 0,
        damage_taken=then.player_damage_taken if then else 0,
        objective_damage=then.boss_damage if then else 0,
        healing=then.player_healing if then else 0,
        heal_prevented=then.heal_prevented if then else 0,
        last_hits=_last_hits(then),
        denies=then.denies if then else 0,
    )


def _last_hits(then: Snapshot | None) -> int:
    return then.creep_kills + then.neutral_kills if then else 0


def _verdict(
    name: str, players: Iterable[LanePlayer], early: tuple[Kill, ...], events: Events, ends: int
) -> LaneVerdict:
    own = [player for player in players if player.lane == name]
    souls = {side: sum(one.souls for one in own if one.side == side) for side in "ab"}
    kills = {side: sum(one.kills for one in own if one.side == side) for side in "ab"}
    slots = {player.slot for player in own}
    fallen = {
        fall.side: fall.at_s
        for fall in events.objectives
        if fall.kind == "Guardian" and fall.lane == name and fall.at_s <= ends
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
        deaths=tuple(kill for kill in early if kill.victim in slots),
    )


def _winner(souls_a: int, souls_b: int) -> str:
    if abs(souls_a - souls_b) <= EVEN_SHARE * (souls_a + souls_b):
        return "even"
    return "a" if souls_a > souls_b else "b"
