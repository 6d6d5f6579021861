"""What a player did per minute, in the figures heroes are compared by, and the upstream's beside.

The figures and their formulas are those of OpenDota's `benchmarks`: totals over the match's
minutes, tower damage as it is, stuns per minute and last hits at ten minutes; lane efficiency is
beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from webapp.dota2.domain.analysis.laning.standing import PAR_GOLD
from webapp.dota2.domain.analysis.scoreboard import ABANDONED
from webapp.dota2.domain.records import Match, Player

METRICS: Final = (
    "gold_per_min",
    "xp_per_min",
    "kills_per_min",
    "deaths_per_min",
    "assists_per_min",
    "last_hits_per_min",
    "denies_per_min",
    "hero_damage_per_min",
    "hero_healing_per_min",
    "tower_damage",
    "stuns_per_min",
    "lhten",
    "lane_efficiency",
)
"""In the order pages show them; the names are OpenDota's."""
_TEN_MINUTES_S: Final = 600
_MINUTE_S: Final = 60


class Measured(msgspec.Struct, frozen=True):
    """One player's figures, in step with METRICS: ours, and the upstream's figure and share.

    A share is the part of the same hero's players, as the upstream knows them, with this or less.
    """

    slot: int
    hero_id: int
    rank_tier: int | None
    abandoned: bool
    values: tuple[float | None, ...]
    upstream: tuple[float | None, ...]
    shares: tuple[float | None, ...]


class Benchmarks(msgspec.Struct, frozen=True):
    """Players by slot; `shares_sent` says whether the upstream sent any share."""

    players: tuple[Measured, ...]
    shares_sent: bool


def benchmarks_of(match: Match) -> Benchmarks:
    """Work out every player's figures."""
    players = tuple(_measured(player, match.duration_s) for player in match.players)
    sent = any(share is not None for player in players for share in player.shares)
    return Benchmarks(players, sent)


def _measured(player: Player, duration_s: int) -> Measured:
    given = {one.name: one for one in player.benchmarks}
    values = _values(player, duration_s)
    return Measured(
        slot=player.slot,
        hero_id=player.hero_id,
        rank_tier=player.rank_tier,
        abandoned=(player.leaver_status or 0) >= ABANDONED,
        values=tuple(values[name] for name in METRICS),
        upstream=tuple(given[name].value if name in given else None for name in METRICS),
        shares=tuple(given[name].share if name in given else None for name in METRICS),
    )


def _values(player: Player, duration_s: int) -> dict[str, float | None]:
    finals = player.finals
    totals: dict[str, float | None] = {
        "kills": finals.kills,
        "deaths": finals.deaths,
        "assists": finals.assists,
        "last_hits": finals.last_hits,
        "denies": finals.denies,
        "hero_damage": finals.hero_damage,
        "hero_healing": finals.hero_healing,
        "stuns": player.sums.stuns_s,
    }
    found = {f"{name}_per_min": _per_minute(total, duration_s) for name, total in totals.items()}
    gold = _at_ten(player, "gold")
    return found | {
        "gold_per_min": finals.gold_per_minute,
        "xp_per_min": finals.xp_per_minute,
        "tower_damage": finals.tower_damage,
        "lhten": _at_ten(player, "last_hits"),
        "lane_efficiency": None if gold is None else gold / PAR_GOLD,
    }


def _per_minute(total: float | None, duration_s: int) -> float | None:
    return None if total is None or duration_s <= 0 else total / duration_s * _MINUTE_S


def _at_ten(player: Player, figure: str) -> int | None:
    minutes = player.minutes
    series: Sequence[int | None] | None = getattr(minutes, figure) if minutes else None
    if minutes is None or series is None or _TEN_MINUTES_S not in minutes.at_s:
        return None
    return series[minutes.at_s.index(_TEN_MINUTES_S)]
