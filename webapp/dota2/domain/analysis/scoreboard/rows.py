"""Rows and sums of the scoreboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from webapp.dota2.domain.analysis.scoreboard.records import ScoreRow, SideTotal
from webapp.dota2.domain.records import Match, Player

_ABANDONED: Final = 2
_MINUTE_S: Final = 60
_OF_PLAYER: Final = (
    *("slot", "side", "account_id", "name", "pro_name"),
    *("hero_id", "variant", "rank_tier", "party_id", "party_size"),
)
_OF_FINALS: Final = (
    *("level", "kills", "deaths", "assists", "net_worth", "last_hits", "denies"),
    *("gold_per_minute", "xp_per_minute", "gold", "gold_spent"),
    *("hero_damage", "tower_damage", "hero_healing"),
)
_OF_KIT: Final = ("items", "backpack", "neutral", "enhancement", "scepter", "shard", "moon_shard")


def row_of(player: Player, match: Match) -> ScoreRow:
    """Give one player's row."""
    finals = player.finals
    minutes = match.duration_s / _MINUTE_S
    return ScoreRow(
        **{name: getattr(player, name) for name in _OF_PLAYER},
        **{name: getattr(finals, name) for name in _OF_FINALS},
        **{name: getattr(player.kit, name) for name in _OF_KIT},
        abandoned=(player.leaver_status or 0) >= _ABANDONED,
        kda=kda(finals.kills, finals.deaths, finals.assists),
        kill_participation=_part(player, match.players),
        kills_per_minute=None if finals.kills is None or not minutes else finals.kills / minutes,
        total_gold=_total(finals.gold_per_minute, minutes),
        total_xp=_total(finals.xp_per_minute, minutes),
    )


def kda(kills: int | None, deaths: int | None, assists: int | None) -> float | None:
    """Give (kills + assists) / (deaths + 1), OpenDota's formula (its `compute`)."""
    if kills is None or deaths is None or assists is None:
        return None
    return (kills + assists) / (max(deaths, 0) + 1)


def side_total(side: str, rows: Sequence[ScoreRow], score: int | None) -> SideTotal:
    """Add up one side; the game's own score outranks the sum of kills."""
    own = [row for row in rows if row.side == side]
    kills = _sum(own, "kills")
    return SideTotal(
        side=side,
        score=kills if score is None else score,
        kills=kills,
        deaths=_sum(own, "deaths"),
        assists=_sum(own, "assists"),
        net_worth=_sum(own, "net_worth"),
        last_hits=_sum(own, "last_hits"),
        denies=_sum(own, "denies"),
        hero_damage=_sum(own, "hero_damage"),
        tower_damage=_sum(own, "tower_damage"),
        hero_healing=_sum(own, "hero_healing"),
        gold_per_minute=_sum(own, "gold_per_minute"),
        xp_per_minute=_sum(own, "xp_per_minute"),
    )


def _sum(rows: Sequence[ScoreRow], name: str) -> int | None:
    values = [getattr(row, name) for row in rows]
    return None if not values or None in values else sum(values)


def _part(player: Player, players: Sequence[Player]) -> float | None:
    kills = [one.finals.kills or 0 for one in players if one.side == player.side]
    finals = player.finals
    if finals.kills is None or finals.assists is None or not sum(kills):
        return None
    return (finals.kills + finals.assists) / sum(kills)


def _total(per_minute: int | None, minutes: float) -> int | None:
    """Give a total as OpenDota does: the figure a minute times the minutes, cut to a whole."""
    return None if per_minute is None or not minutes else int(per_minute * minutes)
