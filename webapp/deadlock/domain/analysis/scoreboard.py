"""The scoreboard: one row for each player, and what each side adds up to.

Kills, souls and the like are the scoreboard's own finals; damage and healing come from the last
snapshot, which the game takes as the match ends.
"""

from typing import Final

import msgspec

from webapp.deadlock.domain.records import Match, Player

_SIDES: Final = ("a", "b")


class ScoreRow(msgspec.Struct, frozen=True):
    """One player. `kill_participation` is a fraction, None when the side has no kills.

    `souls_per_minute` is None for a match of no length.
    """

    slot: int
    account_id: int | None
    hero_id: int
    side: str
    lane: str | None
    level: int
    kills: int
    deaths: int
    assists: int
    kill_participation: float | None
    souls: int
    souls_per_minute: float | None
    player_damage: int
    damage_taken: int
    objective_damage: int
    healing: int
    heal_prevented: int
    last_hits: int
    denies: int
    party: int | None
    abandoned_at_s: int | None
    mvp_rank: int | None


class SideTotal(msgspec.Struct, frozen=True):
    """One side's sums. `average_badge` is tier * 10 + subrank, None when unranked."""

    side: str
    kills: int
    deaths: int
    assists: int
    souls: int
    player_damage: int
    objective_damage: int
    healing: int
    last_hits: int
    denies: int
    average_badge: int | None


class Scoreboard(msgspec.Struct, frozen=True):
    """Everybody, side a first, by slot, and both sides."""

    rows: tuple[ScoreRow, ...]
    sides: tuple[SideTotal, ...]


def scoreboard_of(match: Match) -> Scoreboard:
    """Work out the scoreboard; souls per minute are net worth over the match's length."""
    kills = {
        side: sum(one.finals.kills for one in match.players if one.side == side) for side in _SIDES
    }
    minutes = match.duration_s / 60
    rows = tuple(_row(match, player, kills[player.side], minutes) for player in match.players)
    badges = dict(zip(_SIDES, (match.average_badge_a, match.average_badge_b), strict=True))
    return Scoreboard(rows, tuple(_total(side, rows, badges[side]) for side in _SIDES))


def _row(match: Match, player: Player, side_kills: int, minutes: float) -> ScoreRow:
    finals = player.finals
    last = player.snapshots[-1] if player.snapshots else None
    part = (finals.kills + finals.assists) / side_kills if side_kills else None
    return ScoreRow(
        slot=player.slot,
        account_id=player.account_id,
        hero_id=player.hero_id,
        side=player.side,
        lane=player.lane if match.lanes else None,
        level=finals.level,
        kills=finals.kills,
        deaths=finals.deaths,
        assists=finals.assists,
        kill_participation=part,
        souls=finals.souls,
        souls_per_minute=finals.souls / minutes if minutes else None,
        player_damage=last.player_damage if last else 0,
        damage_taken=last.player_damage_taken if last else 0,
        objective_damage=last.boss_damage if last else 0,
        healing=last.player_healing if last else 0,
        heal_prevented=last.heal_prevented if last else 0,
        last_hits=finals.last_hits,
        denies=finals.denies,
        party=player.party,
        abandoned_at_s=player.abandoned_at_s,
        mvp_rank=player.mvp_rank,
    )


def _total(side: str, rows: tuple[ScoreRow, ...], badge: int | None) -> SideTotal:
    own = [row for row in rows if row.side == side]
    return SideTotal(
        side=side,
        kills=sum(row.kills for row in own),
        deaths=sum(row.deaths for row in own),
        assists=sum(row.assists for row in own),
        souls=sum(row.souls for row in own),
        player_damage=sum(row.player_damage for row in own),
        objective_damage=sum(row.objective_damage for row in own),
        healing=sum(row.healing for row in own),
        last_hits=sum(row.last_hits for row in own),
        denies=sum(row.denies for row in own),
        average_badge=badge,
    )
