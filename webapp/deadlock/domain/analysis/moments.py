"""Every player's running totals at every snapshot, for tables at a moment.

The souls of the last snapshot are the scoreboard's own, so that every page ends on the same sum;
who left before it has a last one too, as they were when they left.
"""

from collections.abc import Iterator

import msgspec

from webapp.deadlock.domain.records import Match, Player, Snapshot


class PlayerMoment(msgspec.Struct, frozen=True):
    """One player at one snapshot; everything counts from the start of the match."""

    at_s: int
    slot: int
    side: str
    hero_id: int
    souls: int
    level: int
    kills: int
    deaths: int
    assists: int
    player_damage: int
    damage_taken: int
    objective_damage: int
    healing: int
    heal_prevented: int
    troopers: int
    neutrals: int
    last_hits: int
    denies: int
    max_health: int
    shots_hit: int
    shots_missed: int


class Moments(msgspec.Struct, frozen=True):
    """Samples by time, then by slot."""

    samples: tuple[PlayerMoment, ...]


def moments_of(match: Match) -> Moments:
    """Gather the snapshots of everybody."""
    ends = max((one.at_s for player in match.players for one in player.snapshots), default=0)
    made = [
        _moment(one, player, player.finals.souls if one.at_s == ends else one.net_worth)
        for player in match.players
        for one in _to_the_end(player, ends)
    ]
    return Moments(tuple(sorted(made, key=lambda moment: (moment.at_s, moment.slot))))


def _to_the_end(player: Player, ends: int) -> Iterator[Snapshot]:
    yield from player.snapshots
    if player.snapshots and player.snapshots[-1].at_s < ends:
        yield player.snapshots[-1]._replace(at_s=ends)


def _moment(one: Snapshot, player: Player, souls: int) -> PlayerMoment:
    return PlayerMoment(
        at_s=one.at_s,
        slot=player.slot,
        side=player.side,
        hero_id=player.hero_id,
        souls=souls,
        level=one.level,
        kills=one.kills,
        deaths=one.deaths,
        assists=one.assists,
        player_damage=one.player_damage,
        damage_taken=one.player_damage_taken,
        objective_damage=one.boss_damage,
        healing=one.player_healing,
        heal_prevented=one.heal_prevented,
        troopers=one.creep_kills,
        neutrals=one.neutral_kills,
        last_hits=one.creep_kills + one.neutral_kills,
        denies=one.denies,
        max_health=one.max_health,
        shots_hit=one.shots_hit,
        shots_missed=one.shots_missed,
    )
